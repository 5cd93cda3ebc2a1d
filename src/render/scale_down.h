// Fewer pixels for the same picture.
#pragma once

#include "render/raster.h"

namespace banxin {

/// Each new pixel is the mean of the area that it covers. `width` and `height`: 1 to those of the picture.
Raster scaled_down(const Raster& picture, int width, int height);

}  // namespace banxin
