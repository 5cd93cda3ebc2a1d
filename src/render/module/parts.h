// The files of the module among themselves: an OpenPdf is a void* outside.
#pragma once

#include <poppler.h>
#include <poppler/PDFDoc.h>
#include <poppler/Stream.h>

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

struct BytesUnref {
  void operator()(GBytes* bytes) const { g_bytes_unref(bytes); }
};

struct OpenPdf {
  std::unique_ptr<GBytes, BytesUnref> bytes;
  GHandle<PopplerDocument> document;
  /// The same file by the library below poppler-glib, which alone gives text in the order of the content
  /// stream; opened when it is asked for.
  std::unique_ptr<PDFDoc> inner;
};
inline OpenPdf& opened(void* document) { return *static_cast<OpenPdf*>(document); }
PDFDoc& inner_document(OpenPdf& pdf);

GHandle<PopplerPage> page_of(void* document, int number);

PdfText text_of(void* document, int page);
std::vector<Rect> pictures_of(void* document, int page);
std::string svg_to_pdf(const std::string& svg, std::string& pdf);

}  // namespace banxin
