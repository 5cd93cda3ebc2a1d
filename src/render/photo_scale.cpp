#include "render/photo_scale.h"

#include <algorithm>
#include <cmath>

#include "render/jpeg_codec.h"

namespace banxin {

namespace {

std::int64_t pixels(PhotoSize size) { return std::int64_t{size.width} * size.height; }

/// The pixels for `wide` × `high` points at `ppi`, at most `most` in all and never more than there are.
PhotoScale brought_down(PhotoSize size, double wide, double high, double ppi, double most) {
  ppi = std::min(ppi, 72 * std::sqrt(most / std::max(wide * high, 1.0)));
  const auto edge = [&](double points, int has) {
    return std::clamp(static_cast<int>(std::min(std::ceil(points * ppi / 72), 1e6)), 1, has);
  };
  return {1, edge(wide, size.width), edge(high, size.height)};
}

/// In an output of points.
PhotoScale scale_on_paper(PhotoSize size, PhotoUse use, const PressPhotos* press, double wide, double high) {
  const auto has_more_than = [&](int ppi) {
    return size.width * 72.0 > wide * ppi || size.height * 72.0 > high * ppi;
  };
  if (use == PhotoUse::kPress) {
    if (!has_more_than(press->most_ppi)) return {};
    return brought_down(size, wide, high, press->ppi, 1e12);
  }
  if (!has_more_than(kMostScreenPpi) && pixels(size) <= kMostScreenPixels) return {};
  return brought_down(size, wide, high, kScreenPpi, static_cast<double>(kMostScreenPixels));
}

}  // namespace

PhotoScale scale_of_jpeg(PhotoSize size, PhotoUse use, const PressPhotos* press, double wide, double high) {
  PhotoScale scale;
  if (use == PhotoUse::kPixels) {
    scale.denominator = jpeg_denominator(size.width, size.height, wide, high);
    return scale;
  }
  if (use != PhotoUse::kPress && pixels(size) <= kSmallJpeg) return {};
  scale = scale_on_paper(size, use, press, wide, high);
  if (scale.width > 0) {
    scale.denominator = jpeg_denominator(size.width, size.height, scale.width, scale.height);
  }
  return scale;
}

PhotoScale scale_of_png(PhotoSize size, PhotoUse use, const PressPhotos* press, double wide, double high) {
  if (use != PhotoUse::kPixels) return scale_on_paper(size, use, press, wide, high);
  const int part = jpeg_denominator(size.width, size.height, wide, high);
  if (part == 1) return {};
  return {1, (size.width + part - 1) / part, (size.height + part - 1) / part};
}

}  // namespace banxin
