// Photos come from anywhere: whatever is in the file, the answer is a picture or a message, in all three
// players.
#include <algorithm>

#include "render/jpeg_codec.h"
#include "render/photo_scale.h"
#include "support.h"

namespace banxin {
namespace {

using Player = std::optional<std::string> (*)(const PlacedEdition&, const FontSet&, const RenderOptions&,
                                              Diagnostics&);
constexpr Player kPlayers[] = {render_pdf, render_png, render_svg};

PlacedEdition page_with(const std::string& photo) {
  PlacedEdition page = test::edition(60_pt, 60_pt);
  const NodeId figure = test::add_node(page, StructureNode::Kind::kFigure);
  page.structure[figure].source = {0, 7, 9};
  page.images = {test::image_of(photo, 64, 48)};
  page.pages[0].items = {DrawImage{figure, {5_pt, 5_pt, 40_pt, 30_pt}, 0}};
  return page;
}

std::string complaint(Player player, const std::string& photo) {
  Diagnostics diags;
  EXPECT_FALSE(player(page_with(photo), test::fonts(), {}, diags).has_value());
  if (diags.all().size() != 1) return std::to_string(diags.all().size()) + " findings";
  EXPECT_EQ(diags.all()[0].code, "bad-photo");
  EXPECT_EQ(diags.all()[0].where, (SourceSpan{0, 7, 9}));
  return diags.all()[0].message;
}

TEST(Photo, ComplainsAboutBadFiles) {
  const test::TempFolder folder;
  const std::string jpeg = test::make_jpeg({}), png = test::make_png(64, 48, false, false);
  std::string wide = png;
  wide.replace(16, 4, std::string("\x00\x01\x00\x00", 4));
  const std::pair<std::string, const char*> cases[] = {
      {folder.path("none.jpg"), "photo 'none.jpg' is not there"},
      {folder.write("half.jpg", jpeg.substr(0, jpeg.size() / 2)),
       "photo 'half.jpg' ends in the middle of the picture"},
      {folder.write("head.jpg", jpeg.substr(0, 100)), "photo 'head.jpg' ends in the middle of the picture"},
      {folder.write("text.jpg", "not a photo"), "photo 'text.jpg' is neither JPEG nor PNG"},
      {folder.write("empty.jpg", ""), "photo 'empty.jpg' is neither JPEG nor PNG"},
      {folder.write("half.png", png.substr(0, png.size() / 2)),
       "photo 'half.png' ends in the middle of the picture"},
      {folder.write("head.png", png.substr(0, 20)), "photo 'head.png' ends before it says how large it is"},
      {folder.write("wide.png", wide), "photo 'wide.png' is too large: 65536 × 48 pixels"},
      {"/dev", "photo 'dev' is not a file"},
      {"/dev/zero", "photo 'zero' is not a file"},
  };
  for (const auto& [path, message] : cases) {
    for (const Player player : kPlayers) EXPECT_EQ(complaint(player, path), message);
  }
}

TEST(Photo, RefusesPicturesThatWouldEatTheMemory) {
  const test::TempFolder folder;
  std::string jpeg = test::make_jpeg({});
  const std::size_t frame = jpeg.find("\xFF\xC0");
  jpeg.replace(frame + 5, 4, "\x7F\x00\x7F\x00", 4);
  for (const Player player : kPlayers) {
    EXPECT_EQ(complaint(player, folder.write("a.jpg", jpeg)),
              "photo 'a.jpg' is too large: 32512 × 32512 pixels");
  }
}

TEST(Photo, ReportsEveryBadPhotoOnce) {
  const test::TempFolder folder;
  PlacedEdition page = page_with(folder.path("a.jpg"));
  page.images.push_back(test::image_of(folder.path("b.jpg"), 1, 1));
  page.pages[0].items.push_back(DrawImage{0, {5_pt, 5_pt, 40_pt, 30_pt}, 1});
  page.pages[0].items.push_back(page.pages[0].items[0]);
  for (const Player player : kPlayers) {
    Diagnostics diags;
    EXPECT_FALSE(player(page, test::fonts(), {}, diags));
    EXPECT_EQ(diags.all().size(), 2u);
  }
}

/// Damage inside the coded data is no reason to fail, but never a crash either.
TEST(Photo, SurvivesDamage) {
  const test::TempFolder folder;
  for (const std::string& original :
       {test::make_jpeg({.width = 32, .height = 32}),
        test::make_jpeg({.width = 32, .height = 32, .progressive = true}),
        test::make_jpeg({.width = 16, .height = 16, .kind = test::JpegKind::kAdobeCmyk}),
        test::make_png(16, 16, false, true)}) {
    for (std::size_t at = 2; at < original.size(); at += 7) {
      std::string damaged = original;
      damaged[at] = static_cast<char>(damaged[at] ^ 0x5A);
      Diagnostics diags;
      RenderOptions options;
      options.ppi = 36;
      const PlacedEdition page = page_with(folder.write("p", damaged));
      for (const Player player : kPlayers) player(page, test::fonts(), options, diags);
    }
  }
}

TEST(Photo, DecodesAtTheSmallestScaleThatIsEnough) {
  EXPECT_EQ(jpeg_denominator(400, 200, 401, 200), 1);
  EXPECT_EQ(jpeg_denominator(400, 200, 201, 100), 1);
  EXPECT_EQ(jpeg_denominator(400, 200, 200, 100), 2);
  EXPECT_EQ(jpeg_denominator(400, 200, 100, 51), 2);
  EXPECT_EQ(jpeg_denominator(400, 200, 100, 50), 4);
  EXPECT_EQ(jpeg_denominator(400, 200, 50, 25), 8);
  EXPECT_EQ(jpeg_denominator(400, 200, 1, 1), 8);
  const std::string jpeg = test::make_jpeg({.width = 401, .height = 200});
  for (const int denominator : {1, 2, 4, 8}) {
    Raster raster;
    std::string problem;
    ASSERT_TRUE(decode_jpeg(jpeg, denominator, false, raster, problem)) << problem;
    EXPECT_EQ(raster.width, (401 + denominator - 1) / denominator);
  }
}

/// A progressive picture is whole in memory at any scale, an interlaced one too.
TEST(Photo, RefusesPicturesThatCannotBeDecodedByRow) {
  const test::TempFolder folder;
  std::string jpeg = test::make_jpeg({.kind = test::JpegKind::kAdobeCmyk, .progressive = true});
  const std::size_t frame = jpeg.find("\xFF\xC2");
  jpeg.replace(frame + 5, 4, "\x36\xB0\x36\xB0", 4);
  for (const Player player : kPlayers) {
    EXPECT_EQ(complaint(player, folder.write("a.jpg", jpeg)),
              "photo 'a.jpg' is progressive and too large: it would take more than 640 MB to decode");
  }
  std::string png = test::make_png(64, 48, true, false);
  png.replace(16, 8, std::string("\0\0\x36\xB0\0\0\x36\xB0", 8));
  png[28] = 1;
  for (const Player player : kPlayers) {
    EXPECT_EQ(complaint(player, folder.write("a.png", png)),
              "photo 'a.png' is interlaced and too large: 14000 × 14000 pixels");
  }
}

TEST(Photo, HasAsManyPixelsAsTheOutputNeeds) {
  using enum PhotoUse;
  const PressPhotos press{.ppi = 220, .most_ppi = 300};
  struct Row {
    PhotoSize size;
    PhotoUse use;
    double wide, high;  // the whole picture: points, or pixels for kPixels
    PhotoScale jpeg, png;
  };
  const Row rows[] = {
      // 600 ppi at its place is kept, more is brought down to 300; a quarter has enough pixels for that.
      {{1200, 600}, kPdf, 144, 72, {}, {}},
      {{1201, 600}, kPdf, 144, 72, {}, {1, 600, 300}},  // a JPEG of four megapixels stays as it is
      {{2000, 2000}, kPdf, 144, 144, {}, {1, 600, 600}},
      {{2001, 2000}, kPdf, 144, 144, {2, 600, 600}, {1, 600, 600}},
      {{6000, 4000}, kPdf, 216, 144, {4, 900, 600}, {1, 900, 600}},
      {{6000, 4000}, kSvg, 216, 144, {4, 900, 600}, {1, 900, 600}},
      // 24 Mpx are kept, more is brought down to 300 ppi, and to 24 Mpx where that would still be more.
      {{6000, 4000}, kPdf, 1440, 960, {}, {}},
      {{6001, 4000}, kPdf, 1440, 960, {1, 6000, 4000}, {1, 6000, 4000}},
      {{10000, 10000}, kPdf, 1728, 1728, {2, 4899, 4899}, {1, 4899, 4899}},
      {{10000, 10000}, kPdf, 720, 720, {2, 3000, 3000}, {1, 3000, 3000}},
      {{10000, 10}, kPdf, 1e-9, 1e-12, {}, {1, 1, 1}},
      {{10000, 1000}, kPdf, 1e-9, 1e-12, {8, 1, 1}, {1, 1, 1}},
      {{10000, 10000}, kPdf, 1e12, 1e12, {2, 4899, 4899}, {1, 4899, 4899}},
      // A press says what it wants.
      {{1250, 625}, kPress, 300, 150, {}, {}},
      {{1251, 625}, kPress, 300, 150, {1, 917, 459}, {1, 917, 459}},
      {{10000, 10000}, kPress, 720, 720, {4, 2200, 2200}, {1, 2200, 2200}},
      // Pixels: by a power of two, as long as there is one for each of the page's.
      {{6000, 4000}, kPixels, 3000, 2000, {2, 0, 0}, {1, 3000, 2000}},
      {{6001, 4001}, kPixels, 1500, 1000, {4, 0, 0}, {1, 1501, 1001}},
      {{6000, 4000}, kPixels, 3001, 2000, {}, {}},
  };
  for (const Row& row : rows) {
    const auto text = [](PhotoScale s) {
      return std::to_string(s.denominator) + ", " + std::to_string(s.width) + " × " +
             std::to_string(s.height);
    };
    EXPECT_EQ(text(scale_of_jpeg(row.size, row.use, &press, row.wide, row.high)), text(row.jpeg))
        << row.size.width << " px on " << row.wide;
    EXPECT_EQ(text(scale_of_png(row.size, row.use, &press, row.wide, row.high)), text(row.png))
        << row.size.width << " px on " << row.wide;
  }
}

TEST(Photo, CodesCmykWithoutInversion) {
  Raster raster;
  raster.form = Raster::Form::kCmyk;
  raster.allocate(8, 8);
  for (int i = 0; i < 64; ++i) {
    const unsigned char pixel[] = {0, 255, 255, 10};
    std::copy_n(pixel, 4, raster.row(0) + 4 * i);
  }
  std::string coded, problem;
  ASSERT_TRUE(encode_jpeg(raster, 90, coded, problem)) << problem;
  EXPECT_EQ(coded.find("Adobe"), std::string::npos);
  Raster again;
  ASSERT_TRUE(decode_jpeg(coded, 1, false, again, problem)) << problem;
  EXPECT_EQ(again.form, Raster::Form::kCmyk);
  EXPECT_NEAR(again.row(3)[12], 0, 2);
  EXPECT_NEAR(again.row(3)[13], 255, 2);
  EXPECT_NEAR(again.row(3)[15], 10, 2);
}

}  // namespace
}  // namespace banxin
