// The libraries for pages that others made are many, and most runs need none of them: Poppler and librsvg
// bring forty more with them, which take longer to load than a page takes to set. They are in a module beside
// the program that is opened when the first such page is.
#pragma once

#include <string>
#include <vector>

#include "render/read_pdf.h"
#include "render/read_pdf_text.h"

typedef struct _cairo cairo_t;

namespace banxin {

/// What the module does for this folder; press/ has a table of its own in the same module. All functions may
/// be called from several threads, one at a time for each document. Pages are 1-based; one that is not there
/// has nothing on it and no size.
struct PdfModule {
  /// nullptr and what is wrong: "is encrypted", "is no PDF", …
  void* (*open)(std::string bytes, std::string& problem);
  void (*close)(void* document);
  int (*pages)(void* document);
  PdfFile::Size (*size)(void* document, int page);
  Raster (*rasterise)(void* document, int page, double ppi);
  /// Without notes and forms; its CropBox begins at the origin, a point is a unit. False: no such page.
  bool (*draw)(void* document, int page, cairo_t* context);
  PdfText (*text)(void* document, int page);
  std::vector<Rect> (*pictures)(void* document, int page);
  /// A drawing as a PDF of one page of its size. Returns what is wrong, or nothing.
  std::string (*svg_to_pdf)(const std::string& svg, std::string& pdf);
};

/// The table that the module's function `entry` gives; nullptr and what is wrong ("cannot be read without …")
/// when there is no module.
const void* pdf_module_table(const char* entry, std::string& problem);

/// nullptr and what is wrong when there is no module.
const PdfModule* pdf_module(std::string& problem);

}  // namespace banxin
