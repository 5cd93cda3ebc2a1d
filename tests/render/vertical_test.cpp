// Glyphs of vertical lines: upright one below the other, turned, narrowed.
#include <algorithm>

#include "support.h"

namespace banxin {
namespace {

using test::add_node;

/// Glyphs down from `top`, the middle of the line at its x.
DrawText column(NodeId node, std::string_view text, Point top, Length size = 10_pt) {
  ShapeRequest request{.face = test::kSerif, .text = text, .end = text.size()};
  request.direction = Direction::kVertical;
  DrawText out;
  out.node = node, out.face = test::kSerif, out.size = size, out.text = std::string(text);
  Length y = top.y;
  const std::vector<ShapedGlyph> shaped = test::fonts().shape(request);
  for (std::size_t i = 0; i < shaped.size(); ++i) {
    const ShapedGlyph& g = shaped[i];
    const auto end = i + 1 < shaped.size() ? shaped[i + 1].cluster : static_cast<std::uint32_t>(text.size());
    out.glyphs.push_back({g.id, {top.x + g.dx.at(size), y - g.dy.at(size)}, g.cluster, end});
    y += g.advance.at(size);
  }
  return out;
}

/// The same as test::line, turned about its start.
DrawText turned(DrawText text) {
  const Point start = text.glyphs.front().origin;
  text.turn = Turn::kClockwise;
  for (PlacedGlyph& g : text.glyphs) {
    const Length along = g.origin.x - start.x;
    g.origin = {start.x, start.y + along};
  }
  return text;
}

Rect ink_on(const PlacedEdition& page, const RenderOptions& options = {.ppi = 72}) {
  Diagnostics diags;
  const test::PngPixels pixels =
      test::read_png(test::must(render_png(page, test::fonts(), options, diags), diags));
  int left = pixels.width, right = 0, top = pixels.height, bottom = 0;
  for (int y = 0; y < pixels.height; ++y) {
    for (int x = 0; x < pixels.width; ++x) {
      if (pixels.at(x, y) > 128) continue;
      left = std::min(left, x), right = std::max(right, x + 1);
      top = std::min(top, y), bottom = std::max(bottom, y + 1);
    }
  }
  const auto pt = [](int pixel) { return Length::points(pixel); };
  return {pt(left), pt(top), pt(right - left), pt(bottom - top)};
}

PlacedEdition page_of(DrawText text) {
  PlacedEdition page = test::edition(200_pt, 200_pt);
  page.pages[0].items = {std::move(text)};
  return page;
}

TEST(Vertical, TurnsGlyphsClockwise) {
  const DrawText level = test::line(kArtifact, "L", {100_pt, 100_pt}, 100_pt);
  const Rect flat = ink_on(page_of(level)), stood = ink_on(page_of(turned(level)));
  // The stem of L goes up from the baseline, so it goes right from it now, and the foot goes down.
  EXPECT_NEAR(stood.width.pt(), flat.height.pt(), 1);
  EXPECT_NEAR(stood.height.pt(), flat.width.pt(), 1);
  EXPECT_NEAR(stood.x.pt(), 100, 1);
  EXPECT_NEAR((stood.y - 100_pt).pt(), (flat.x - 100_pt).pt(), 1);
}

TEST(Vertical, NarrowsGlyphs) {
  DrawText text = test::line(kArtifact, "8", {50_pt, 150_pt}, 100_pt);
  const Rect whole = ink_on(page_of(text));
  text.width_percent = 70;
  const Rect narrow = ink_on(page_of(text));
  EXPECT_NEAR(narrow.width.pt(), whole.width.pt() * 0.7, 1.5);
  EXPECT_EQ(narrow.height, whole.height);
}

TEST(Vertical, MarksStandInTheUpperRightOfTheirCell) {
  const Rect ink = ink_on(page_of(column(kArtifact, "。", {100_pt, 50_pt}, 100_pt)));
  EXPECT_GT(ink.x, 100_pt);
  EXPECT_LT(ink.right(), 150_pt);
  EXPECT_GT(ink.y, 50_pt);
  EXPECT_LT(ink.bottom(), 100_pt);
}

TEST(Vertical, ADashIsOneStroke) {
  const Rect ink = ink_on(page_of(column(kArtifact, "——", {100_pt, 50_pt}, 50_pt)));
  EXPECT_GT(ink.height, 90_pt);
  EXPECT_LT(ink.width, 6_pt);
  EXPECT_NEAR((ink.x + ink.width / 2).pt(), 100, 1);
}

/// What the glyphs mean is in the file, not what they look like: “ and not ﹃.
TEST(Vertical, PdfGivesTheSentenceBack) {
  PlacedEdition page = test::edition(200_pt, 200_pt);
  const NodeId node = add_node(page, StructureNode::Kind::kParagraph);
  page.pages[0].items = {column(node, "他说：“好，", {150_pt, 20_pt}),
                         turned(test::line(node, "Good", {146_pt, 80_pt})),
                         column(node, "——是‘真’的！”", {130_pt, 20_pt})};
  Diagnostics diags;
  const test::TempFolder folder;
  const std::string pdf = test::must(render_pdf(page, test::fonts(), {}, diags), diags);
  std::string text = test::run("pdftotext -raw " + folder.write("a.pdf", pdf) + " -");
  std::erase_if(text, [](char c) { return c == ' ' || c == '\n' || c == '\f'; });
  EXPECT_EQ(text, "他说：“好，Good——是‘真’的！”");
}

TEST(Vertical, SvgTurnsTheSameWay) {
  Diagnostics diags;
  const PlacedEdition page = page_of(turned(test::line(kArtifact, "Good", {50_pt, 50_pt})));
  EXPECT_NE(test::must(render_svg(page, test::fonts(), {}, diags), diags).find("<symbol"), std::string::npos);
}

}  // namespace
}  // namespace banxin
