#include "render/scale_down.h"

#include <algorithm>

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
  area_ = std::uint64_t(old_width) * static_cast<std::uint64_t>(old_height);
  across_.assign(out_.stride(), 0), sums_.assign(out_.stride(), 0);
}

void ScaleDown::add_row(const unsigned char* pixels) noexcept {
  const std::size_t channels = out_.channels();
  std::fill(across_.begin(), across_.end(), 0);
  for (std::size_t x = 0; x < columns_.size(); ++x) {
    const Cover& cover = columns_[x];
    for (int i = cover.first; i <= cover.last; ++i) {
      const std::uint64_t weight = cover.part(i);
      const unsigned char* pixel = pixels + static_cast<std::size_t>(i) * channels;
      for (std::size_t c = 0; c < channels; ++c) across_[x * channels + c] += weight * pixel[c];
    }
  }
  // An old row may be the end of one new row and the start of the next.
  while (out_row_ < height_ && rows_[static_cast<std::size_t>(out_row_)].first <= row_) {
    const Cover& down = rows_[static_cast<std::size_t>(out_row_)];
    const std::uint64_t weight = down.part(row_);
    for (std::size_t i = 0; i < sums_.size(); ++i) sums_[i] += weight * across_[i];
    if (down.last > row_) break;
    unsigned char* to = out_.row(out_row_++);
    for (std::size_t i = 0; i < sums_.size(); ++i) {
      to[i] = static_cast<unsigned char>((sums_[i] + area_ / 2) / area_);
      sums_[i] = 0;
    }
  }
  ++row_;
}

Raster scaled_down(const Raster& picture, int width, int height) {
  ScaleDown scale(width, height);
  scale.start(picture.form, picture.width, picture.height);
  for (int y = 0; y < picture.height; ++y) scale.add_row(picture.row(y));
  return scale.take();
}

}  // namespace banxin
