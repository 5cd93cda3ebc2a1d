// Decoded pixels on their way between a codec and Cairo.
#pragma once

#include <cstddef>
#include <memory>

namespace banxin {

/// Pixels in rows without gaps.
struct Raster {
  enum class Form {
    kBgrx,  ///< 4 bytes, CAIRO_FORMAT_RGB24 in the machine's byte order; the fourth says nothing
    kCmyk,  ///< 4 bytes, 0 = no ink
    kGrey,  ///< 1 byte, 0 = black
  };
  Form form = Form::kBgrx;
  int width = 0, height = 0;
  std::unique_ptr<unsigned char[]> bytes;

  std::size_t channels() const { return form == Form::kGrey ? 1 : 4; }
  std::size_t stride() const { return static_cast<std::size_t>(width) * channels(); }
  unsigned char* row(int y) { return bytes.get() + stride() * static_cast<std::size_t>(y); }
  const unsigned char* row(int y) const { return bytes.get() + stride() * static_cast<std::size_t>(y); }
  void allocate(int columns, int rows) {
    width = columns, height = rows;
    bytes = std::make_unique_for_overwrite<unsigned char[]>(stride() * static_cast<std::size_t>(rows));
  }
};

}  // namespace banxin
