// The looks of copy: which stretches of a paragraph stand in which face, size and ink.
#pragma once

#include <string_view>
#include <vector>

#include "layout/setter.h"

namespace banxin {

/// A stretch set in a style of its own, whatever the paragraph's: a dateline, a run-in head.
struct Prefix {
  std::size_t end = 0;  ///< bytes, from the start of the copy or the end of the prefix before
  const Style* style = nullptr;
};

/// Room that readings need beside the characters under them.
struct Pad {
  std::size_t begin = 0, end = 0;  ///< bytes
  Length left, right;              ///< of every character
};

/// The runs of copy in `style`: 黑体 for **strong**, 楷体 for *emphasis*, then the character styles from the
/// outer to the inner one. Runs cover the text.
std::vector<TextRun> looks_of(const Copy& copy, const std::vector<Emphasis>& emphasis,
                              const std::vector<StyledSpan>& spans, const Style& style, const Setter& setter,
                              const std::vector<Prefix>& prefixes = {}, const std::vector<Pad>& pads = {});

/// Words that no line end may divide: those that the editor holds together, and those under a reading that
/// has no syllable for each of their characters (typography.md 2.2).
std::vector<Hold> holds_of(const std::vector<InterlinearMark>& marks, const Copy& copy);

/// In bylines and credits lines end between the words that blanks divide: no name is torn. A single character
/// behind a name, 摄 or 文, stays with it.
std::vector<Hold> holds_of_names(std::string_view text);

}  // namespace banxin
