// How much ink lies where: measured on the drawn plates of a page, so that type on a photo counts with the
// photo.
#pragma once

#include <string>

#include "press/plates.h"

namespace banxin {

/// The worst places of a page, in percent of all plates together (total area coverage 总墨量). Positions are
/// the middle of the place, mm from the top left of what was drawn.
struct InkLoad {
  double square = 0;    ///< the worst mean of a square of 1.5 mm
  double x = 0, y = 0;  ///< of that square
  double pixel = 0;     ///< the worst single pixel
  double pixel_x = 0, pixel_y = 0;
};
InkLoad ink_load(const PagePlates& page);

/// A map of the ink as PNG: paper is white, then blue, green and yellow up to `limit` percent, red above it,
/// the worst square framed. Empty when memory ran out.
std::string ink_heat_map(const PagePlates& page, double limit);

/// All plates side by side as PNG, each in its own colour. Empty when memory ran out.
std::string plates_picture(const PagePlates& page);

}  // namespace banxin
