#include "press/colour_table.h"

#include <algorithm>
#include <cstddef>
#include <cstring>

namespace banxin {

namespace {

constexpr std::uint32_t kEdge = ColourTable::kEdge;
constexpr std::uint32_t kStrides[] = {kEdge * kEdge, kEdge, 1};  // of red, green, blue
constexpr std::uint32_t kParts = 1024;                           // more than the longest stride
static_assert(kStrides[0] < kParts);

}  // namespace

ColourTable::ColourTable(const Convert& convert) {
  for (std::size_t channel = 0; channel < 3; ++channel) {
    for (std::uint32_t value = 0; value < 256; ++value) {
      const std::uint32_t point = value * (kEdge - 1) / 255, part = value * (kEdge - 1) % 255;
      steps_[channel][value] = {point * kStrides[channel], part > 0 ? part * kParts + kStrides[channel] : 0};
    }
  }
  const std::uint32_t count = kEdge * kEdge * kEdge;
  std::vector<std::uint16_t> colours, inks(std::size_t{count} * 4);
  colours.reserve(std::size_t{count} * 3);
  for (std::uint32_t i = 0; i < count; ++i) {
    for (const std::uint32_t stride : kStrides) {
      const std::uint32_t level = i / stride % kEdge;
      colours.push_back(static_cast<std::uint16_t>((level * 65535 + (kEdge - 1) / 2) / (kEdge - 1)));
    }
  }
  convert(colours.data(), inks.data(), count);
  points_.resize(count);
  for (std::size_t i = 0; i < inks.size(); ++i) points_[i / 4][i % 4] = inks[i];
}

/// In the tetrahedron of its cell that a colour is in: from the cell's point below it along the edges, the
/// longest way first, to the point above it. Greys stay on the diagonal.
void ColourTable::apply(Raster& picture) const {
  const Point* const points = points_.data();
  unsigned char* const end = picture.row(picture.height);
  for (unsigned char* p = picture.row(0); p != end; p += 4) {
    std::uint32_t pixel = 0;
    std::memcpy(&pixel, p, sizeof pixel);
    const Step r = steps_[0][pixel >> 16 & 0xFF], g = steps_[1][pixel >> 8 & 0xFF],
               b = steps_[2][pixel & 0xFF];
    const std::uint32_t larger = std::max(r.way, g.way), smaller = std::min(r.way, g.way);
    const std::uint32_t first = std::max(larger, b.way), last = std::min(smaller, b.way);
    const std::uint32_t middle = std::max(smaller, std::min(larger, b.way));
    const Point& low = points[r.point + g.point + b.point];
    const Point& one = *(&low + first % kParts);
    const Point& two = *(&one + middle % kParts);
    const Point& high = *(&two + last % kParts);
    const auto part = [](std::uint32_t way) { return static_cast<float>(way / kParts); };
    const float weights[] = {255 - part(first), part(first) - part(middle), part(middle) - part(last),
                             part(last)};
    std::array<std::int32_t, 4> ink;
    for (std::size_t c = 0; c < 4; ++c) {
      const float sum =
          low[c] * weights[0] + one[c] * weights[1] + two[c] * weights[2] + high[c] * weights[3];
      ink[c] = static_cast<std::int32_t>(sum * (1 / 65535.0F) + 0.5F);
    }
    for (std::size_t c = 0; c < 4; ++c) p[c] = static_cast<unsigned char>(ink[c]);
  }
  picture.form = Raster::Form::kCmyk;
}

}  // namespace banxin
