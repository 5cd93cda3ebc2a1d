// Total-fit line breaking and the setting of a chosen line.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "text/shaped.h"

namespace banxin {

struct BreakOptions {
  Length indent;                ///< of the first line
  bool justify = true;          ///< false: ragged, natural widths
  bool justify_last = false;    ///< the last line is a full one (`--justify-last`; a paragraph cut by a page)
  int looseness = 0;            ///< lines more (or fewer) than the best setting, where that is feasible
  std::uint32_t from = 0;       ///< cell where the first line starts: the rest of a paragraph
  std::uint32_t first_end = 0;  ///< cell behind the first line, as asked; 0: free. For `explain_lines`
};

/// One chosen line: cells [begin, end) of the paragraph on the measure of its slot.
struct Line {
  std::uint32_t begin = 0, end = 0;  ///< cells
  Length measure;                    ///< of the slot
  Length indent;                     ///< of this line
  Length natural;                    ///< width before shrinking and stretching, after pair and edge rules
  bool last = false;                 ///< ends the paragraph or stands before a forced break
  bool overfull = false;             ///< wider than the measure even when shrunk
};

/// Which of the breaker's passes found a setting (typography.md 4.2).
enum class BreakPass : std::uint8_t { kFirst, kSecond, kEmergency };

struct Breaking {
  std::vector<Line> lines;  ///< adjacent, cover the paragraph's cells
  BreakPass pass = BreakPass::kFirst;
  bool overfull = false;
  double cost = 0;  ///< total demerits; no unit, only compared
};

/// Breaks one paragraph into lines of least total cost. Line i is set on measures[i]; the last measure
/// repeats. `column_ends`, rising, are the lines that end a column or page: no word is divided there as long
/// as there is another way. Pure. Never fails: what fits nowhere gives a line with `overfull`.
Breaking break_lines(const ShapedParagraph& paragraph, std::span<const Length> measures,
                     const BreakOptions& options, std::span<const std::uint32_t> column_ends = {});

/// The settings with one line fewer and one more than the best one; each is the best one where it cannot be
/// done.
struct OtherBreakings {
  Breaking fewer, more;
};
/// The same as `break_lines` with looseness −1 and +1. `best` is what it gave with the same arguments and
/// `options.looseness` 0.
OtherBreakings break_lines_otherwise(const ShapedParagraph& paragraph, std::span<const Length> measures,
                                     const BreakOptions& options, const Breaking& best,
                                     std::span<const std::uint32_t> column_ends = {});

/// A glyph of a set line: x along the line from its start (the indent is in it), y across it: up from the
/// baseline, on a vertical line to the right from its middle.
struct SetGlyph {
  std::uint32_t run = 0;  ///< index into TextToSet::runs
  FaceId face = kNoFace;
  std::uint32_t id = 0;
  Length size;
  Length x, y;
  Length start;  ///< along the line, of the font's full-width cell, whether its blank is there or not
  Turn turn = Turn::kNone;
  int width_percent = 100;
  Length advance;  ///< of the cell after adjustment; 0 on all but its first glyph
  std::uint32_t
      text_begin = 0,
      text_end = 0;  ///< bytes of the paragraph; glyphs of one cluster repeat the range; a hyphen's is empty
};

/// Shrinks or stretches the line to its measure and gives each glyph its place. Totals hit the measure
/// exactly.
std::vector<SetGlyph> set_line(const ShapedParagraph& paragraph, const Line& line,
                               const BreakOptions& options);

}  // namespace banxin
