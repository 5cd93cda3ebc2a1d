// A conversion of screen colours to inks that is worked out at the points of a grid, and between them by
// interpolation: a photo has a few hundred thousand pixels, the grid 15,625 points.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <vector>

#include "render/raster.h"

namespace banxin {

class ColourTable {
 public:
  /// Points an edge. On newsprint 25 are within 0.15 of the exact colour on average (CIE 1976 Lab), 33 within
  /// 0.13, and 33 take more than twice the time.
  static constexpr std::uint32_t kEdge = 25;

  /// Converts `count` colours: three numbers of 16 bits each (R, G, B) to four (C, M, Y, K; 65535 is solid).
  using Convert = std::function<void(const std::uint16_t* rgb, std::uint16_t* cmyk, std::uint32_t count)>;
  explicit ColourTable(const Convert& convert);

  /// kBgrx into kCmyk, in its place. Several threads may call it.
  void apply(Raster& picture) const;

 private:
  /// What a channel's value does to the place on the grid.
  struct Step {
    std::uint32_t point = 0;  ///< from the start of `points_` to the point below it
    std::uint32_t way = 0;  ///< the next point's distance in `points_`, and 1024 times how far it is towards
                            ///< there in 255ths; 0 on a point
  };
  /// C, M, Y and K in 65535ths; times 255 still whole numbers of a float.
  using Point = std::array<float, 4>;

  std::array<std::array<Step, 256>, 3> steps_;  // of red, green, blue
  std::vector<Point> points_;                   // red slowest, blue fastest
};

}  // namespace banxin
