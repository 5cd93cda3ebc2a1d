#include "render/scale_down.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace banxin {

namespace {

/// The old pixels that a new one covers, in 1/new-size of an old pixel: the first and last only in part.
struct Cover {
  int first = 0, last = 0;
  std::uint32_t first_part = 0, last_part = 0, whole = 0;
  std::uint32_t part(int i) const { return i == first ? first_part : i == last ? last_part : whole; }
};

std::vector<Cover> covers(int old_size, int new_size) {
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

}  // namespace

Raster scaled_down(const Raster& picture, int width, int height) {
  Raster out;
  out.form = picture.form;
  out.allocate(width, height);
  const std::vector<Cover> columns = covers(picture.width, width), rows = covers(picture.height, height);
  const std::size_t channels = picture.channels();
  const std::uint64_t area = std::uint64_t(picture.width) * static_cast<std::uint64_t>(picture.height);
  std::vector<std::uint64_t> sums(out.stride());
  for (int y = 0; y < height; ++y) {
    std::fill(sums.begin(), sums.end(), 0);
    const Cover& down = rows[static_cast<std::size_t>(y)];
    for (int from = down.first; from <= down.last; ++from) {
      const unsigned char* pixels = picture.row(from);
      for (std::size_t x = 0; x < columns.size(); ++x) {
        const Cover& across = columns[x];
        for (int i = across.first; i <= across.last; ++i) {
          const std::uint64_t weight = std::uint64_t{down.part(from)} * across.part(i);
          const unsigned char* pixel = pixels + static_cast<std::size_t>(i) * channels;
          for (std::size_t c = 0; c < channels; ++c) sums[x * channels + c] += weight * pixel[c];
        }
      }
    }
    unsigned char* to = out.row(y);
    for (std::size_t i = 0; i < sums.size(); ++i)
      to[i] = static_cast<unsigned char>((sums[i] + area / 2) / area);
  }
  return out;
}

}  // namespace banxin
