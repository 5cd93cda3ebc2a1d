// The heading over framed furniture.
#pragma once

#include "layout/furniture.h"

namespace banxin {

/// Draws it at the top of `room`; returns what is left below. An empty title takes nothing.
Rect draw_frame_title(const FieldText& title, Rect room, NodeId article, const FurniturePlace& place);

}  // namespace banxin
