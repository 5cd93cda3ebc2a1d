// Photos turned into inks.
#include "press/separate.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

#include "plates.h"
#include "press/builtin.h"
#include "press/colour_table.h"

namespace banxin {
namespace {

Raster picture_of(const std::vector<std::uint32_t>& colours) {
  Raster out;
  out.allocate(static_cast<int>(colours.size()), 1);
  std::memcpy(out.row(0), colours.data(), colours.size() * 4);
  return out;
}

/// Every eighth value of each channel, and its neighbours at the ends.
std::vector<std::uint32_t> colours() {
  std::vector<std::uint32_t> levels, out;
  for (std::uint32_t level = 0; level < 256; level += 8) levels.push_back(level);
  levels.insert(levels.end(), {1, 254, 255});
  for (const std::uint32_t r : levels) {
    for (const std::uint32_t g : levels) {
      for (const std::uint32_t b : levels) out.push_back(r << 16 | g << 8 | b);
    }
  }
  return out;
}

/// A conversion that is straight between black and white in each channel comes out as it is.
TEST(ColourTable, IsExactWhereTheConversionIsStraight) {
  const ColourTable table([](const std::uint16_t* rgb, std::uint16_t* cmyk, std::uint32_t count) {
    for (; count > 0; --count, rgb += 3, cmyk += 4) {
      for (int i = 0; i < 3; ++i) cmyk[i] = static_cast<std::uint16_t>(65535 - rgb[i]);
      cmyk[3] = static_cast<std::uint16_t>((rgb[0] + rgb[1] + rgb[2]) / 3);
    }
  });
  const std::vector<std::uint32_t> all = colours();
  Raster picture = picture_of(all);
  table.apply(picture);
  ASSERT_EQ(picture.form, Raster::Form::kCmyk);
  for (std::size_t i = 0; i < all.size(); ++i) {
    const std::uint32_t r = all[i] >> 16, g = all[i] >> 8 & 255, b = all[i] & 255;
    const std::array<unsigned, 4> want{255 - r, 255 - g, 255 - b, (2 * (r + g + b) + 3) / 6};
    const unsigned char* p = picture.row(0) + i * 4;
    ASSERT_EQ((std::array<unsigned, 4>{p[0], p[1], p[2], p[3]}), want) << r << ' ' << g << ' ' << b;
  }
}

/// What a photo gets is what lcms2 gives for each colour by itself, on average within a quarter percent.
TEST(Separate, IsNearTheExactInks) {
  const PressProfile profile = test::profile_named("newspaper");
  const std::string icc(builtin_newsprint_icc());
  const InkOfColour exact = press_colours(profile, icc);
  std::vector<std::uint32_t> all = colours();
  std::erase_if(all,
                [](std::uint32_t c) { return (c >> 16) == (c >> 8 & 255) && (c & 255) == (c >> 8 & 255); });
  Raster picture = picture_of(all);
  ASSERT_EQ(press_photos(profile, icc).separate(picture, ""), "");
  double sum = 0, most = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto channel = [&](int shift) { return (all[i] >> shift & 255) / 255.0; };
    const std::array<double, 4> want = exact(channel(16), channel(8), channel(0));
    for (std::size_t c = 0; c < 4; ++c) {
      const double off = std::abs(picture.row(0)[i * 4 + c] / 255.0 - want[c]) * 100;
      sum += off, most = std::max(most, off);
    }
  }
  EXPECT_LT(sum / static_cast<double>(all.size() * 4), 0.25);
  EXPECT_LT(most, 5);
}

TEST(Separate, NeverGivesMoreInkThanTheProfileAllows) {
  for (const int limit : {120, 200, 220}) {
    PressProfile profile = test::profile_named("newspaper");
    profile.photo_ink = limit;
    Raster picture = picture_of(colours());
    ASSERT_EQ(press_photos(profile, std::string(builtin_newsprint_icc())).separate(picture, ""), "");
    int most = 0;
    for (const unsigned char* p = picture.row(0); p != picture.row(1); p += 4) {
      most = std::max(most, p[0] + p[1] + p[2] + p[3]);
    }
    EXPECT_LE(most, limit * 255 / 100);
  }
}

/// Photos of several sizes, two that are one file, one that cannot be decoded and one that is none: the file
/// and the findings are the same however many are prepared at a time.
TEST(Separate, GivesTheSameBytesWithAnyNumberOfThreads) {
  const test::TempFolder folder;
  PlacedEdition page = test::edition(200_pt, 160_pt);
  std::string broken = test::make_png(300, 200, false, false);
  broken[broken.size() / 2] = static_cast<char>(broken[broken.size() / 2] ^ 0x55);
  const std::vector<std::string> files = {
      test::make_jpeg({.width = 900, .height = 700}),
      test::make_png(600, 500, false, false),
      test::make_jpeg({.width = 300, .height = 200, .kind = test::JpegKind::kGrey}),
      test::make_jpeg({.width = 640, .height = 480, .kind = test::JpegKind::kAdobeCmyk}),
      broken,
      "no photo",
      test::make_jpeg({.width = 120, .height = 90}),
  };
  for (std::size_t i = 0; i < 8; ++i) {
    const std::size_t file = i % files.size();
    page.images.push_back(test::image_of(folder.write(std::to_string(file), files[file]), 4, 3));
    const NodeId figure = test::add_node(page, StructureNode::Kind::kFigure);
    const double x = static_cast<double>(i % 4) * 50, y = static_cast<double>(i / 4) * 80;
    page.pages[0].items.push_back(DrawImage{
        figure, {Length::points(x), Length::points(y), 48_pt, 36_pt}, static_cast<std::uint32_t>(i)});
  }
  const PressPhotos photos =
      press_photos(test::profile_named("newspaper"), std::string(builtin_newsprint_icc()));
  const auto drawn = [&](unsigned threads) {
    RenderOptions options;
    options.press = &photos, options.threads = threads;
    Diagnostics diags;
    std::string all = render_pdf(page, test::fonts(), options, diags).value_or("");
    for (const Diagnostic& d : diags.all()) all += "\n" + d.message;
    return all;
  };
  const std::string alone = drawn(1);
  EXPECT_NE(alone.find("' cannot be decoded"), alone.npos);
  EXPECT_NE(alone.find("' is neither JPEG nor PNG"), alone.npos);
  for (const unsigned threads : {2u, 3u, 16u}) EXPECT_TRUE(drawn(threads) == alone) << threads;
}

}  // namespace
}  // namespace banxin
