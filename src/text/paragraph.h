// One paragraph, shaped once: flat arrays with ranges into its UTF-8 text. Independent of any measure.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "document/setting.h"
#include "document/style.h"
#include "font/font_set.h"

namespace banxin {

/// A stretch of text in one look. Runs are adjacent and cover the text.
struct TextRun {
  std::size_t begin = 0, end = 0;  ///< bytes
  FontChoice font;
  Length size;
  Ink ink;
  Em tracking;
  int width_percent = 100;     ///< of a horizontal line: its characters are narrowed to this 长体
  Length raise;                ///< of the baseline, for what draws the line
  Length pad_left, pad_right;  ///< room beside every character, part of it: for readings
};

/// What the editor wants kept together, whatever its look (typography.md 2.2, 4.3).
struct Hold {
  enum class Kind {
    kNoBreak,  ///< no line ends inside, as long as it fits a line at all
    kName,     ///< a person's or place's name: divided only when much is gained, never over a column end
  };
  std::size_t begin = 0, end = 0;  ///< bytes
  Kind kind = Kind::kNoBreak;
};

/// What is to be set. Nothing depends on where a run starts or ends but the look itself.
struct TextToSet {
  std::string text;  ///< UTF-8; U+2028 forces a line
  std::vector<TextRun> runs;
  Length size;  ///< the paragraph's em along its lines: gaps and limits are counted in it
  Setting setting;
  std::vector<Hold> holds;
};

/// The run that a byte of the text is in, the last one for the end; null when there is none.
const TextRun* run_at(const TextToSet& text, std::size_t byte);

/// A character that no face of its role has.
struct MissingCharacter {
  char32_t cp = 0;
  std::size_t begin = 0, end = 0;  ///< bytes
};

/// Letters or digits whose face lacks the form that is asked for: they are set in the usual one.
struct PlainForm {
  Feature feature;
  FaceId face = kNoFace;
  std::size_t begin = 0, end = 0;  ///< bytes
};

}  // namespace banxin
