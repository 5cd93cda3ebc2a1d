#include "render/scale_down.h"

#include <algorithm>
#include <cmath>

namespace banxin {

std::vector<ScaleDown::Cover> ScaleDown::covers(int old_size, int new_size) {
  std::vector<Cover> out;
  const auto whole = static_cast<std::uint32_t>(new_size);
  for (int i = 0; i < new_size; ++i) {
    const std::int64_t begin = std::int64_t{i} * old_size,
                       end = begin + old_size;  // in 1/new_size old pixels
    Cover c;
    c.first = static_cast<int>(begin / new_size), c.last = static_cast<int>((end - 1) / new_size);
    c.whole = whole;
    c.first_part = whole - static_cast<std::uint32_t>(begin % new_size);
    c.last_part = static_cast<std::uint32_t>((end - 1) % new_size) + 1;
    if (c.first == c.last) c.first_part = c.last_part = static_cast<std::uint32_t>(old_size);
    out.push_back(c);
  }
  return out;
}

void ScaleDown::start(Raster::Form form, int old_width, int old_height) {
  out_.form = form;
  out_.allocate(width_, height_);
  columns_ = covers(old_width, width_), rows_ = covers(old_height, height_);
  area_ = static_cast<double>(old_width) * old_height;
  sums_.assign(static_cast<std::size_t>(old_width) * out_.channels(), 0);
}

// All numbers here are whole and so small that float (to 2^24) and double (to 2^53) hold them exactly: unlike
// integers of their size, processors without AVX multiply several of them at a time.
void ScaleDown::add_row(const unsigned char* pixels) noexcept {
  // An old row may be the end of one new row and the start of the next.
  while (out_row_ < height_ && rows_[static_cast<std::size_t>(out_row_)].first <= row_) {
    const Cover& down = rows_[static_cast<std::size_t>(out_row_)];
    const auto weight = static_cast<float>(down.part(row_));
    float* const sums = sums_.data();
    for (std::size_t i = 0, count = sums_.size(); i < count; ++i) {
      sums[i] += weight * static_cast<float>(pixels[i]);
    }
    if (down.last > row_) break;
    finish_row(out_.row(out_row_++));
    std::fill(sums_.begin(), sums_.end(), 0.0F);
  }
  ++row_;
}

template <std::size_t channels>
void ScaleDown::finish_row(unsigned char* to) const noexcept {
  // A mean lies on a whole number or at least 1/area away from it; a quarter more decides for the number when
  // the reciprocal is a little too small.
  const double one = 1 / area_, half = std::floor(area_ / 2) + 0.25;
  const float* const sums = sums_.data();
  for (const Cover& cover : columns_) {
    double sum[channels] = {};
    const auto add = [&](int column, std::uint32_t part) {
      const float* from = sums + static_cast<std::size_t>(column) * channels;
      const double weight = part;
      for (std::size_t c = 0; c < channels; ++c) sum[c] += weight * double{from[c]};
    };
    add(cover.first, cover.first_part);
    for (int i = cover.first + 1; i < cover.last; ++i) add(i, cover.whole);
    if (cover.last > cover.first) add(cover.last, cover.last_part);
    for (std::size_t c = 0; c < channels; ++c) {
      *to++ = static_cast<unsigned char>(static_cast<int>((sum[c] + half) * one));
    }
  }
}

void ScaleDown::finish_row(unsigned char* to) const noexcept {
  if (out_.channels() == 1) {
    finish_row<1>(to);
  } else {
    finish_row<4>(to);
  }
}

Raster scaled_down(const Raster& picture, int width, int height) {
  ScaleDown scale(width, height);
  scale.start(picture.form, picture.width, picture.height);
  for (int y = 0; y < picture.height; ++y) scale.add_row(picture.row(y));
  return scale.take();
}

}  // namespace banxin
