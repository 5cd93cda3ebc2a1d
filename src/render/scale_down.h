// Fewer pixels for the same picture.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "render/raster.h"

namespace banxin {

/// Makes a picture smaller while its rows come in, so that the large one is never whole in memory. Each new
/// pixel is the mean of the area that it covers.
class ScaleDown {
 public:
  /// `width` and `height`: 1 to those of the picture.
  ScaleDown(int width, int height) : width_(width), height_(height) {}

  /// Before the first row.
  void start(Raster::Form form, int old_width, int old_height);
  /// From the top down. Allocates nothing and throws nothing: decoders call it between two setjmp.
  void add_row(const unsigned char* pixels) noexcept;
  /// After the last row.
  Raster take() { return std::move(out_); }

 private:
  /// The old pixels that a new one covers, in 1/new-size of an old pixel: the first and last only in part.
  struct Cover {
    int first = 0, last = 0;
    std::uint32_t first_part = 0, last_part = 0, whole = 0;
    std::uint32_t part(int i) const { return i == first ? first_part : i == last ? last_part : whole; }
  };
  static std::vector<Cover> covers(int old_size, int new_size);
  void finish_row(unsigned char* to) const noexcept;
  template <std::size_t channels>
  void finish_row(unsigned char* to) const noexcept;

  int width_, height_, row_ = 0, out_row_ = 0;
  double area_ = 0;  // of the old picture in pixels: a whole number
  std::vector<Cover> columns_, rows_;
  std::vector<float> sums_;  // of the new row so far, down each old column: whole, below 2^24 (65535 rows)
  Raster out_;
};

Raster scaled_down(const Raster& picture, int width, int height);

}  // namespace banxin
