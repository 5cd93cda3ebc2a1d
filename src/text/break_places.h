// Where the lines of a paragraph may end, for one pass of the line breaker.
// Internal to text/.
#pragma once

#include <cstdint>
#include <vector>

#include "text/break_lines.h"
#include "text/line_fit.h"
#include "text/measures.h"

namespace banxin {

/// A place where a line may end: behind the cells before `end`.
struct BreakPlace {
  std::uint32_t end = 0;
  std::int16_t penalty = 0;
  bool emergency = false;
  bool hyphen = false;
  bool stays_in_column = false;
};

/// The places of the paragraph from `options.from` on, the first of them its
/// start. Addresses open between two letters where very loose lines are
/// tolerated; in the emergency pass words and runs of marks open that no line
/// holds.
std::vector<BreakPlace> break_places(const ShapedParagraph& paragraph, const Measures& measures,
                                     const BreakOptions& options, BreakPass pass, const Tolerance& tolerance);

}  // namespace banxin
