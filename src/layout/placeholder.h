// What stands in a preview where nothing has come yet.
#pragma once

#include "layout/frame_area.h"
#include "layout/setter.h"

namespace banxin {

/// A grey box with the frame's name and how much it takes.
void draw_placeholder(const Frame& frame, const Setter& setter, PlacedPage& page);

}  // namespace banxin
