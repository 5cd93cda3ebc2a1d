// Reading PDF: pages, their sizes, and their pixels. For artwork and for comparing what was made.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/geometry.h"
#include "base/length.h"
#include "render/raster.h"

typedef struct _cairo cairo_t;

namespace banxin {

struct PdfText;  // read_pdf_text.h

/// An open PDF. Not shared between threads.
class PdfFile {
 public:
  /// nullopt and what is wrong: "is encrypted", "is no PDF", …
  static std::optional<PdfFile> open(std::string bytes, std::string& problem);
  ~PdfFile();
  PdfFile(PdfFile&&) noexcept;
  PdfFile& operator=(PdfFile&&) noexcept;

  int pages() const;

  struct Size {
    Length width, height;
  };
  /// Of a page, 1-based: its CropBox as it is shown.
  Size size(int page) const;
  /// The whole page on white; kBgrx. Empty (width 0) when it is larger than 32767 pixels on a side.
  Raster rasterise(int page, double ppi) const;
  /// Its CropBox begins at the origin, a point is a unit; without notes and forms.
  void draw(int page, cairo_t* context) const;

  friend PdfText read_pdf_text(const PdfFile& file, int page);
  friend std::vector<Rect> read_pdf_pictures(const PdfFile& file, int page);

 private:
  struct Impl;
  explicit PdfFile(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace banxin
