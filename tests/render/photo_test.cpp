// Photos come from anywhere: whatever is in the file, the answer is a picture or a message, in all three
// players.
#include <algorithm>

#include "render/jpeg_codec.h"
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
