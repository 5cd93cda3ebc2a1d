#include <thread>

#include "support.h"

namespace banxin {
namespace {

std::string png_of(const PlacedEdition& edition, int ppi) {
  Diagnostics diags;
  RenderOptions options;
  options.ppi = ppi;
  return test::must(render_png(edition, test::fonts(), options, diags), diags);
}

PlacedEdition ruled_page(Ink ink = kBlack) {
  PlacedEdition page = test::edition(72_pt, 36_pt);
  page.pages[0].items = {DrawRule{kArtifact, {18_pt, 9_pt, 36_pt, 9_pt}, ink}};
  return page;
}

TEST(Png, DrawsARuleWhereItShouldBe) {
  const std::string png = png_of(ruled_page(), 144);
  const test::PngPixels pixels = test::read_png(png);
  ASSERT_EQ(pixels.width, 144);
  ASSERT_EQ(pixels.height, 72);
  EXPECT_EQ(pixels.channels, 1) << "a page without colour is grey";
  EXPECT_EQ(pixels.per_metre, 5669);
  for (int y = 0; y < 72; ++y) {
    for (int x = 0; x < 144; ++x) {
      const bool inside = x >= 36 && x < 108 && y >= 18 && y < 36;
      ASSERT_EQ(pixels.at(x, y), inside ? 0 : 255) << x << ' ' << y;
    }
  }
}

TEST(Png, HasThreeChannelsForColour) {
  const test::PngPixels pixels = test::read_png(png_of(ruled_page({0, 1000, 1000, 0}), 72));
  EXPECT_EQ(pixels.channels, 3);
  EXPECT_EQ(pixels.at(30, 12, 0), 255);
  EXPECT_EQ(pixels.at(30, 12, 1), 0);
  EXPECT_EQ(pixels.at(30, 12, 2), 0);
  EXPECT_EQ(pixels.at(2, 2, 2), 255);
  EXPECT_EQ(test::read_png(png_of(ruled_page({0, 0, 0, 400}), 72)).at(30, 12), 153);
}

TEST(Png, RoundsTheSize) {
  PlacedEdition page = test::edition(Length::millimetres(390), Length::millimetres(546));
  const test::PngPixels pixels = test::read_png(png_of(page, 18));
  EXPECT_EQ(pixels.width, 276);   // 276.38
  EXPECT_EQ(pixels.height, 387);  // 386.93
}

TEST(Png, SetsTextOnItsBaseline) {
  PlacedEdition page = test::edition(40_pt, 40_pt);
  page.pages[0].items = {test::line(kArtifact, "一", {5_pt, 30_pt}, 30_pt, test::kSans)};
  const test::PngPixels pixels = test::read_png(png_of(page, 72));
  int top = 40, bottom = 0, left = 40, right = 0;
  for (int y = 0; y < 40; ++y) {
    for (int x = 0; x < 40; ++x) {
      if (pixels.at(x, y) > 128) continue;
      top = std::min(top, y), bottom = std::max(bottom, y), left = std::min(left, x),
      right = std::max(right, x);
    }
  }
  EXPECT_LT(left, 9);
  EXPECT_GT(right, 31);
  EXPECT_GT(top, 12);
  EXPECT_LT(bottom, 24);
}

TEST(Png, ShowsPhotosOfEveryKind) {
  const test::TempFolder folder;
  struct Case {
    std::string bytes;
    int channels;
  };
  const Case cases[] = {{test::make_jpeg({}), 3},
                        {test::make_jpeg({.kind = test::JpegKind::kGrey}), 1},
                        {test::make_jpeg({.kind = test::JpegKind::kCmyk}), 3},
                        {test::make_jpeg({.kind = test::JpegKind::kAdobeCmyk}), 3},
                        {test::make_jpeg({.progressive = true}), 3}};
  for (const Case& c : cases) {
    PlacedEdition page = test::edition(72_pt, 60_pt);
    page.images = {test::image_of(folder.write("p.jpg", c.bytes), 64, 48)};
    page.pages[0].items = {DrawImage{kArtifact, {4_pt, 6_pt, 64_pt, 48_pt}, 0}};
    const test::PngPixels pixels = test::read_png(png_of(page, 72));
    ASSERT_EQ(pixels.channels, c.channels);
    const int right[] = {pixels.at(60, 30, 0)}, below[] = {pixels.at(15, 48, 0)},
              above[] = {pixels.at(15, 12, 0)};
    EXPECT_GT(right[0], 245);
    if (c.channels == 1) {
      EXPECT_LT(below[0], 10);
      EXPECT_NEAR(above[0], 128, 8);
    } else {
      EXPECT_GT(below[0], 235);
      EXPECT_LT(pixels.at(15, 48, 1), 20);
      EXPECT_LT(above[0], 20);
      EXPECT_GT(pixels.at(15, 12, 2), 235);
    }
    EXPECT_EQ(pixels.at(2, 30, 0), 255) << "nothing outside of the box";
    EXPECT_EQ(pixels.at(15, 4, 0), 255);
  }
}

TEST(Png, PutsPaperBehindTransparency) {
  const test::TempFolder folder;
  for (const bool grey : {true, false}) {
    PlacedEdition page = test::edition(72_pt, 60_pt);
    page.images = {test::image_of(folder.write("p.png", test::make_png(64, 48, grey, true)), 64, 48)};
    page.pages[0].items = {DrawImage{kArtifact, {4_pt, 6_pt, 64_pt, 48_pt}, 0}};
    const test::PngPixels pixels = test::read_png(png_of(page, 72));
    EXPECT_EQ(pixels.channels, grey ? 1 : 3);
    EXPECT_EQ(pixels.at(15, 30, 0), 0);
    EXPECT_EQ(pixels.at(60, 30, 0), 255);
  }
}

/// Bands must not show: the same page drawn in many bands is the same page.
TEST(Png, HidesItsBands) {
  PlacedEdition page = test::edition(300_pt, 300_pt);
  for (int i = 0; i < 20; ++i) {
    page.pages[0].items.push_back(test::line(
        kArtifact, "用心做饼，名扬四海", {Length::points(10 + i), Length::points(14.3 * (i + 1))}, 14_pt));
  }
  const test::PngPixels large = test::read_png(png_of(page, 1200));  // two bands
  ASSERT_EQ(large.width, 5000);
  page.pages[0].height = 150_pt;
  const test::PngPixels half = test::read_png(png_of(page, 1200));  // one
  ASSERT_EQ(half.height, 2500);
  EXPECT_EQ(large.bytes.substr(0, half.bytes.size()), half.bytes);
  const int band = (16 << 20) / 5000;
  page.pages[0].height = Length::points((band + 200) * 72.0 / 1200);
  const test::PngPixels over = test::read_png(png_of(page, 1200));
  EXPECT_EQ(large.bytes.substr(0, over.bytes.size()), over.bytes);
  EXPECT_NE(half.bytes.find('\0'), std::string::npos);
}

TEST(Png, RefusesMorePixelsThanCairoHas) {
  Diagnostics diags;
  RenderOptions options;
  options.ppi = 1200;
  EXPECT_FALSE(render_png(test::edition(2000_pt, 100_pt), test::fonts(), options, diags));
  ASSERT_EQ(diags.all().size(), 1u);
  EXPECT_EQ(diags.all()[0].code, "too-many-pixels");
}

TEST(Png, IsTheSameFromRunToRunAndOnTwoThreads) {
  const test::TempFolder folder;
  PlacedEdition page = test::edition(200_pt, 100_pt);
  page.images = {
      test::image_of(folder.write("p.jpg", test::make_jpeg({.width = 640, .height = 480})), 640, 480)};
  page.pages[0].items = {test::line(kArtifact, "太谷饼——香飘四海……", {10_pt, 20_pt}),
                         DrawImage{kArtifact, {10_pt, 30_pt, 64_pt, 48_pt}, 0, 0.1, 0.2, 0.5, 0.5}};
  const std::string first = png_of(page, 100);
  EXPECT_EQ(png_of(page, 100), first);
  std::string results[4];
  std::vector<std::thread> threads;
  for (std::string& result : results) threads.emplace_back([&] { result = png_of(page, 100); });
  for (std::thread& thread : threads) thread.join();
  for (const std::string& result : results) EXPECT_EQ(result, first);
}

}  // namespace
}  // namespace banxin
