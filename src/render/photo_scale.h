// How many of a photo's pixels an output needs.
#pragma once

#include <compare>
#include <cstdint>

#include "render/render.h"

namespace banxin {

/// What becomes of a photo.
enum class PhotoUse {
  kPdf,     ///< a JPEG goes into the file as it is; only inverted CMYK and nameless RGB are coded anew
  kSvg,     ///< goes into the file as it is; CMYK, which browsers show differently, becomes RGB
  kPress,   ///< is brought down to the resolution of the press and turned into its inks
  kPixels,  ///< is decoded at the smallest scale that still has a pixel for every pixel of the page
};

/// Photos in a PDF or SVG for screens that have more pixels an inch than this at their place, or more pixels
/// in all, are brought down: at 300 ppi a picture is sharp on a screen at three times its size on paper. What
/// is decoded on the way never has more pixels than kMostScreenPixels, a broadsheet page at 290 ppi. A JPEG
/// of kSmallJpeg pixels or fewer stays as it is all the same: coding it anew takes longer than drawing a
/// page.
inline constexpr int kMostScreenPpi = 600, kScreenPpi = 300;
inline constexpr std::int64_t kMostScreenPixels = 24'000'000, kSmallJpeg = 4'000'000;

/// As stored, before it is turned.
struct PhotoSize {
  int width = 0, height = 0;
};

/// How a picture is made smaller: by a power of two while decoding, then to so many pixels (0: left alone).
struct PhotoScale {
  int denominator = 1, width = 0, height = 0;
  auto operator<=>(const PhotoScale&) const = default;
};

/// `wide`, `high`: what the whole picture, turned as it is stored, takes on the page; pixels for kPixels,
/// else points. `press`: for kPress.
PhotoScale scale_of_jpeg(PhotoSize, PhotoUse, const PressPhotos* press, double wide, double high);
/// The denominator stays 1: PNG has no smaller picture in it.
PhotoScale scale_of_png(PhotoSize, PhotoUse, const PressPhotos* press, double wide, double high);

}  // namespace banxin
