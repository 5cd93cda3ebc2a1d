// A line with marks and readings in the gap above and below it (typography.md 5.4).
#pragma once

#include <vector>

#include "layout/interlinear.h"

namespace banxin {

/// draw_line for a paragraph with marks: its text, each reading right behind the text under it, then the
/// marks. A mark that goes over a line end is drawn on both lines; of a reading each line has its syllables.
/// Marks belong to the same node as the words that they begin with.
/// Warns of readings that had to be set smaller ("ruby-too-wide").
void draw_marked_line(const ShapedCopy& copy, const std::vector<ShapedMark>& marks, const Line& line,
                      const BreakOptions& options, Point start, const LineNodes& nodes, const Setter& setter,
                      std::vector<DrawItem>& items);

}  // namespace banxin
