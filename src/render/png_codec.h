// Decoding PNG photos and encoding pages with libpng and libdeflate; Cairo's own encoder is
// many times slower (limits.md 3.1).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "render/raster.h"
#include "render/scale_down.h"

namespace banxin {

struct PngHeader {
  int width = 0, height = 0;
  bool grey = false;
  bool alpha = false;       ///< parts of it may be transparent
  bool interlaced = false;  ///< whole in memory while it is decoded
};

bool looks_like_png(std::string_view bytes);
/// From the first chunk alone; nullopt and `problem` when it is not there.
std::optional<PngHeader> read_png_header(std::string_view bytes, std::string& problem);
/// Any PNG as 8-bit pixels on white paper. False and `problem` when libpng gives up or the file is cut off.
/// `scale`, if given: makes the picture smaller as it is decoded, row by row; only an interlaced one is whole
/// in memory first.
bool decode_png(std::string_view bytes, Raster& out, std::string& problem, ScaleDown* scale = nullptr);

struct PngForm {
  int width = 0, height = 0;
  bool grey = false;
  int ppi = 150;  ///< for the pHYs chunk
};

/// Writes a PNG from the top down, row by row. A page of usual size is kept and compressed whole, which takes
/// a third of the time; a larger one is never whole in memory. Every call but the first returns false once
/// there is no memory.
class PngEncoder {
 public:
  PngEncoder(const PngForm& form, std::string& out);
  ~PngEncoder();
  PngEncoder(const PngEncoder&) = delete;
  PngEncoder& operator=(const PngEncoder&) = delete;

  bool start();
  /// `pixels`: one byte a pixel when grey, else CAIRO_FORMAT_RGB24.
  bool write_row(const unsigned char* pixels);
  bool finish();

 private:
  std::size_t row_bytes() const;
  bool write_png_row(const unsigned char* pixels);
  bool write_whole();

  PngForm form_;
  std::string& out_;
  std::vector<unsigned char> rows_;  // of a page that is compressed whole: filter byte and pixels
  void* png_ = nullptr;              // png_structp and png_infop of a larger one: this header keeps png.h out
  void* info_ = nullptr;
};

}  // namespace banxin
