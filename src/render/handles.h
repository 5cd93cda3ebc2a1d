// Owners of Cairo's objects, and the stream that Cairo writes to.
#pragma once

#include <cairo.h>

#include <memory>
#include <string>

#include "render/text_lock.h"

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

struct LockedDeleter {
  void operator()(cairo_t* context) const {
    const auto lock = text_lock();
    cairo_destroy(context);
  }
  void operator()(cairo_surface_t* surface) const {
    const auto lock = text_lock();
    cairo_surface_destroy(surface);
  }
};

/// Owners of what text is drawn with: the context keeps the last font, a file all of them.
using TextContextHandle = std::unique_ptr<cairo_t, LockedDeleter>;
using TextSurfaceHandle = std::unique_ptr<cairo_surface_t, LockedDeleter>;

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

}  // namespace banxin
