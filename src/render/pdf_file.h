// The inside of PdfFile, for those who draw its pages with Cairo.
#pragma once

#include <poppler.h>

#include "render/handles.h"
#include "render/read_pdf.h"

namespace banxin {

template <class T>
struct Unref {
  void operator()(T* object) const { g_object_unref(object); }
};
template <class T>
using GHandle = std::unique_ptr<T, Unref<T>>;

struct PdfFile::Impl {
  GHandle<PopplerDocument> document;

  GHandle<PopplerPage> page(int number) const {
    if (number < 1 || number > poppler_document_get_n_pages(document.get())) return nullptr;
    return GHandle<PopplerPage>(poppler_document_get_page(document.get(), number - 1));
  }
};

/// Draws a page without its notes and forms; its CropBox begins at the origin, a point is a unit.
void draw_page(PopplerPage* page, cairo_t* context);

}  // namespace banxin
