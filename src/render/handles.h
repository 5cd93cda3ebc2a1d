// Owners of Cairo's objects, and the two streams that Cairo writes to and the codecs fill.
#pragma once

#include <cairo.h>

#include <cstdint>
#include <memory>
#include <string>

namespace banxin {

template <auto free_function>
struct Deleter {
  template <class T>
  void operator()(T* object) const {
    free_function(object);
  }
};

using SurfaceHandle = std::unique_ptr<cairo_surface_t, Deleter<cairo_surface_destroy>>;
using ContextHandle = std::unique_ptr<cairo_t, Deleter<cairo_destroy>>;
using FontFaceHandle = std::unique_ptr<cairo_font_face_t, Deleter<cairo_font_face_destroy>>;
using FontOptionsHandle = std::unique_ptr<cairo_font_options_t, Deleter<cairo_font_options_destroy>>;

/// cairo_write_func_t that appends to a std::string. Nothing may be thrown through Cairo's frames.
inline cairo_status_t append_to_string(void* closure, const unsigned char* data,
                                       unsigned int length) noexcept {
  try {
    static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
  } catch (...) {
    return CAIRO_STATUS_WRITE_ERROR;
  }
}

/// Pixels in rows without gaps.
struct Raster {
  enum class Form {
    kBgrx,  ///< 4 bytes, CAIRO_FORMAT_RGB24 in the machine's byte order; the fourth says nothing
    kCmyk,  ///< 4 bytes, 0 = no ink
  };
  Form form = Form::kBgrx;
  int width = 0, height = 0;
  std::unique_ptr<unsigned char[]> bytes;

  std::size_t stride() const { return static_cast<std::size_t>(width) * 4; }
  unsigned char* row(int y) { return bytes.get() + stride() * static_cast<std::size_t>(y); }
  const unsigned char* row(int y) const { return bytes.get() + stride() * static_cast<std::size_t>(y); }
  void allocate(int columns, int rows) {
    width = columns, height = rows;
    bytes = std::make_unique_for_overwrite<unsigned char[]>(stride() * static_cast<std::size_t>(rows));
  }
};

}  // namespace banxin
