// Breaking a headline by sense 标题移行: no word, name or number is divided, no line starts with 的, lines
// that are nearly equal.
#pragma once

#include <string>
#include <vector>

#include "text/break_lines.h"

namespace banxin {

/// A headline in lines.
struct HeadlineBreaking {
  std::vector<Line> lines;  ///< adjacent, cover the paragraph's cells
  bool overfull = false;    ///< a line does not fit the measure
  bool by_sense = true;     ///< false: a word, name or number had to be divided
};

/// The fewest lines in which the headline fits without dividing a word, and of those settings the one that
/// reads and balances best; up to two more lines are taken rather than a divided word. `max_lines` > 0 bounds
/// them all the same, and what does not fit then is overfull. U+2028 forces a line, U+2060 forbids one, a
/// space between Chinese words asks for one. Pure, and the same on every machine.
HeadlineBreaking break_headline(const ShapedParagraph& paragraph, Length measure, int max_lines = 0,
                                Length indent = {});

/// The headline with its sense breaks: ｜ where a line may end, each with its reluctance in tenths of an em
/// when there is one: for people and tests.
std::string show_sense_breaks(const ShapedParagraph& paragraph);

}  // namespace banxin
