// The shape of a story's frame: its cells, legs, grid, styles and box, and where its text goes on.
#pragma once

#include "read/layout.h"

namespace banxin {

/// Reads columns and rows, or an area. False when they are not there or wrong.
bool read_cells(const Fields& keys, Frame& frame, Reading& in);
/// Reads legs, grid, box, styles, to and inside, and checks that they go together; `placed`: that the cells
/// are right.
void read_shape(const Fields& keys, const PageLayout& layout, bool placed, Frame& frame, Reading& in);
/// The ladder `fit` of a frame whose photo slots have been read.
void read_fit(const Fields& keys, Frame& frame, Reading& in);
/// Whether the photos that the ladders name are there, in their frames or those in which the text goes on.
void check_fit_photos(const PageLayout& layout, Reading& in);
/// The `jumps` of a layout.
void read_jumps(const Fields& keys, Jumps& jumps, Reading& in);
void read_rule(const Fields& keys, Frame& frame, Reading& in);

/// Names of frames in frames: that they are there, and that text goes on in one way only.
void check_links(const PageLayout& layout, const std::map<std::string, SourceSpan>& removed, Reading& in);

}  // namespace banxin
