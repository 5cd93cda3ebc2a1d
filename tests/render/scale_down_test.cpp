#include "render/scale_down.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <random>
#include <utility>
#include <vector>

namespace banxin {
namespace {

Raster noise(Raster::Form form, int width, int height, std::mt19937& chance) {
  Raster out;
  out.form = form;
  out.allocate(width, height);
  const bool extremes = chance() % 2 == 0;
  for (unsigned char* p = out.row(0); p != out.row(height); ++p) {
    *p = static_cast<unsigned char>(extremes ? 255 * (chance() % 2) : chance() % 256);
  }
  return out;
}

/// How much of `[new, new + 1)` lies in `[old, old + 1)`, both as shares of the whole edge, in 1/(sizes).
std::int64_t overlap(int at_new, int size_new, int at_old, int size_old) {
  const std::int64_t begin = std::max(std::int64_t{at_new} * size_old, std::int64_t{at_old} * size_new);
  const std::int64_t end = std::min(std::int64_t{at_new + 1} * size_old, std::int64_t{at_old + 1} * size_new);
  return std::max<std::int64_t>(0, end - begin);
}

/// The mean of the area under a new pixel, rounded, each old pixel asked.
int mean(const Raster& old, int width, int height, int x, int y, std::size_t channel) {
  std::int64_t sum = 0;
  const std::int64_t area = std::int64_t{old.width} * old.height;
  for (int row = 0; row < old.height; ++row) {
    for (int column = 0; column < old.width; ++column) {
      const auto value = old.row(row)[static_cast<std::size_t>(column) * old.channels() + channel];
      sum += overlap(x, width, column, old.width) * overlap(y, height, row, old.height) * value;
    }
  }
  return static_cast<int>((sum + area / 2) / area);
}

TEST(ScaleDown, GivesTheMeanOfWhatEachPixelCovers) {
  std::mt19937 chance(3);
  const auto up_to = [&](int most) { return 1 + static_cast<int>(chance() % static_cast<unsigned>(most)); };
  for (int round = 0; round < 60; ++round) {
    const Raster::Form form = round % 2 == 0 ? Raster::Form::kGrey : Raster::Form::kCmyk;
    const Raster old = noise(form, up_to(40), up_to(40), chance);
    const int width = up_to(old.width), height = up_to(old.height);
    const Raster scaled = scaled_down(old, width, height);
    for (int y = 0; y < height; ++y) {
      for (std::size_t i = 0; i < scaled.stride(); ++i) {
        const int x = static_cast<int>(i / scaled.channels());
        ASSERT_EQ(int{scaled.row(y)[i]}, mean(old, width, height, x, y, i % scaled.channels()))
            << old.width << " × " << old.height << " to " << width << " × " << height << " at " << x << ", "
            << y;
      }
    }
  }
}

TEST(ScaleDown, KeepsTheTonesOfTheLargestPictures) {
  for (const int tone : {0, 1, 254, 255}) {
    for (const auto& [width, height] : {std::pair{65535, 5}, {5, 65535}}) {
      ScaleDown scale(3, 1);
      scale.start(Raster::Form::kGrey, width, height);
      const std::vector<unsigned char> row(static_cast<std::size_t>(width), static_cast<unsigned char>(tone));
      for (int y = 0; y < height; ++y) scale.add_row(row.data());
      const Raster out = scale.take();
      EXPECT_EQ(std::vector<int>(out.row(0), out.row(1)), std::vector<int>(3, tone));
    }
  }
}

}  // namespace
}  // namespace banxin
