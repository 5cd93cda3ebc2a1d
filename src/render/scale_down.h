// Fewer pixels for the same picture.
#pragma once

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

  int width_, height_, row_ = 0, out_row_ = 0;
  std::uint64_t area_ = 0;
  std::vector<Cover> columns_, rows_;
  std::vector<std::uint64_t> across_, sums_;  // of one old row; of the new row so far
  Raster out_;
};

Raster scaled_down(const Raster& picture, int width, int height);

}  // namespace banxin
