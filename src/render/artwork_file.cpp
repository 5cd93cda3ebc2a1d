#include "render/artwork_file.h"

#include <algorithm>

#include "base/file_bytes.h"
#include "render/jpeg_header.h"
#include "render/module.h"
#include "render/png_codec.h"
#include "render/text_lock.h"

namespace banxin {

std::string artwork_pdf(const Artwork& art, std::string& bytes) {
  if (art.drawing) {
    bytes = *art.drawing;
    return {};
  }
  std::string file;
  std::string problem = read_file_bytes(art.path, file);
  if (!problem.empty()) return problem;
  if (art.kind == Artwork::Kind::kSvg) {
    const PdfModule* const module = pdf_module(problem);
    if (module == nullptr) return problem;
    const auto lock = text_lock();
    return module->svg_to_pdf(file, bytes);
  }
  bytes = std::move(file);
  return {};
}

std::string measure_picture(Artwork& art) {
  std::string bytes, problem = read_file_bytes(art.path, bytes);
  if (!problem.empty()) return problem;
  if (looks_like_jpeg(bytes)) {
    const auto header = read_jpeg_header(bytes, problem);
    if (!header) return problem;
    art.pixels_x = header->width, art.pixels_y = header->height;
    if (header->orientation >= 5) std::swap(art.pixels_x, art.pixels_y);
    return {};
  }
  if (!looks_like_png(bytes)) return "is neither JPEG nor PNG";
  const auto header = read_png_header(bytes, problem);
  if (!header) return problem;
  art.pixels_x = header->width, art.pixels_y = header->height;
  return {};
}

}  // namespace banxin
