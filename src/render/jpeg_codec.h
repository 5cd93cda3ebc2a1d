// Decoding and encoding JPEG with libjpeg-turbo.
#pragma once

#include <string>
#include <string_view>

#include "render/raster.h"
#include "render/scale_down.h"

namespace banxin {

/// The largest of 8, 4, 2 and 1 by which a picture can be scaled down and still has the needed pixels.
int jpeg_denominator(int width, int height, double needed_width, double needed_height);

/// Decodes at 1/denominator (1, 2, 4 or 8: the transform itself is scaled, which is faster than decoding
/// all). To kCmyk only from four components, inverted ones set right when `inverted`; to kBgrx from anything,
/// CMYK by the plain subtractive approximation. False and `problem` when libjpeg gives up.
/// `scale`, if given: makes the picture smaller as it is decoded, row by row.
bool decode_jpeg(std::string_view bytes, int denominator, bool inverted, Raster& out, std::string& problem,
                 ScaleDown* scale = nullptr);

inline constexpr int kJpegQuality = 92;

/// Full colour resolution; grey with one component; CMYK not inverted and without an Adobe segment, as PDF
/// reads it (print.md 2.3). `icc`: the profile of its colours, if any. False and `problem` when libjpeg gives
/// up.
bool encode_jpeg(const Raster& raster, int quality, std::string& out, std::string& problem,
                 std::string_view icc = {});

}  // namespace banxin
