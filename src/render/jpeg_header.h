// What a JPEG file says about itself, read with a hostile eye: no byte is believed before it is in bounds.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace banxin {

struct JpegHeader {
  int width = 0, height = 0;
  int components = 0;      ///< 1 grey, 3 colour, 4 CMYK
  bool adobe = false;      ///< an APP14 "Adobe" segment: four components are then inverted
  bool plain_rgb = false;  ///< three components that are R, G, B and not Y, Cb, Cr, and no segment says so
  int orientation = 1;     ///< EXIF: 1 upright … 8
  std::size_t size = 0;    ///< bytes up to and with the end marker; what follows is not the picture
};

bool looks_like_jpeg(std::string_view bytes);

/// Walks every segment and scan up to the end marker, so that a file cut off anywhere is found without
/// decoding. nullopt and `problem` ("ends in the middle of the picture") when PDF readers and libjpeg could
/// not show it.
std::optional<JpegHeader> read_jpeg_header(std::string_view bytes, std::string& problem);

/// The ICC profile that the file brings in APP2 segments (ICC.1:2010, B.4); empty when there is none or a
/// piece is missing.
std::string jpeg_icc_profile(std::string_view bytes);

}  // namespace banxin
