// What to cut, in the desk's words: how many 字 in which paragraph save a line.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "layout/flow.h"

namespace banxin {

struct CutHint {
  std::size_t paragraph = 0;  ///< index into the story's paragraphs
  int characters = 0;         ///< 字 to cut to save one line
};

/// The cheapest cut in each body paragraph of more than one line, fewest characters first. Each was tried:
/// without its last `characters` 字 (the closing mark stays) the paragraph can be set in a line less than it
/// has in `flow`.
std::vector<CutHint> cut_hints(const std::vector<FlowParagraph>& paragraphs, const Flow& flow,
                               const Setter& setter);

/// The text without so many 字 before its closing mark; nullopt when it has no more than that.
std::optional<TextToSet> without_end(const TextToSet& whole, int characters);

/// "cut 3 字 in paragraph 4 and 5 字 in paragraph 9 to save 2 行": the cheapest that together save `lines`;
/// empty when they do not reach.
std::string describe_cuts(const std::vector<CutHint>& hints, int lines);

/// Characters that count as 字: all but blanks.
int count_characters(std::string_view text);

}  // namespace banxin
