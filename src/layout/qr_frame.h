// A QR code as part of other furniture.
#pragma once

#include "layout/furniture.h"

namespace banxin {

/// In the middle of `box`, as large as it fits.
void draw_qr(const FieldText& text, const Rect& box, const FurniturePlace& place);

}  // namespace banxin
