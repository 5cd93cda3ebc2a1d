// Lines, pairs of lines and ornaments 花边, drawn from paths.
#pragma once

#include <vector>

#include "document/frame_shape.h"
#include "page/page.h"

namespace banxin {

/// Along the edges of `box`, its outer edge on them.
void draw_border(const Border& border, const Rect& box, std::vector<DrawItem>& items);
/// From `start` to the right, or down; the line's middle is on the way.
enum class Heading { kAcross, kDown };
void draw_border_line(const Border& border, Point start, Length length, Heading heading,
                      std::vector<DrawItem>& items);

}  // namespace banxin
