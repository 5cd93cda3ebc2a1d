// The files of the module among themselves: what Poppler calls a document is a void* outside.
#pragma once

#include <poppler.h>

#include <memory>
#include <string>
#include <vector>

#include "render/module.h"

namespace banxin {

template <class T>
struct Unref {
  void operator()(T* object) const { g_object_unref(object); }
};
template <class T>
using GHandle = std::unique_ptr<T, Unref<T>>;

GHandle<PopplerPage> page_of(void* document, int number);

PdfText text_of(void* document, int page);
std::vector<Rect> pictures_of(void* document, int page);
std::string svg_to_pdf(const std::string& svg, std::string& pdf);

}  // namespace banxin
