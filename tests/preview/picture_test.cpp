// Dummies, overlays, sample copy, pictures for terminals.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/utf8.h"
#include "preview/contact_sheet.h"
#include "preview/dummy.h"
#include "preview/overlay.h"
#include "preview/sample_copy.h"
#include "preview/terminal.h"
#include "preview/text_canvas.h"
#include "support.h"

namespace banxin {
namespace {

using test::live;
using test::placed;
using test::serif;
using testing::HasSubstr;
using testing::StartsWith;

TEST(TextCanvas, WideCharactersTakeTwoCells) {
  TextCanvas canvas(6, 1);
  canvas.put(0, 0, "中文ab");
  EXPECT_EQ(canvas.text(), "中文ab\n");
  canvas.put(1, 0, "x");  // over half a character: the other half becomes a blank
  EXPECT_EQ(canvas.text(), " x文ab\n");
  canvas.put(5, 0, "中");  // no room for two cells
  EXPECT_EQ(canvas.text(), " x文ab\n");
  EXPECT_EQ(cut_to_width("中文字", 5), "中文…");
  EXPECT_EQ(cut_to_width("中文字", 4), "中…");
  EXPECT_EQ(cut_to_width("ab", 2), "ab");
  EXPECT_EQ(terminal_width("a中"), 3);
}

TEST(TextCanvas, LinesThatMeetJoin) {
  TextCanvas canvas(7, 4);
  canvas.box({0, 0, 6, 3});
  canvas.box({3, 0, 6, 2});
  canvas.put(5, 3, "x");  // words replace a line
  EXPECT_EQ(canvas.text(), "┌──┬──┐\n│  │  │\n│  └──┤\n└────x┘\n");
  EXPECT_TRUE(canvas.blank(1, 2, 1));
  EXPECT_FALSE(canvas.blank(1, 3, 1));
  EXPECT_FALSE(canvas.blank(1, 2, 4));
}

TEST(Dummy, AStoryInTwoColumns) {
  const auto edition = live(150);
  EXPECT_EQ(dummy(*edition->document, placed(*edition), serif(), {0}, 40),
            R"(第1版  95.3 × 118.2 mm
┌─ lead 23字 × 20行 ───────────────────┐
│               春耕时节               │
│                   ┊                  │
│        Z          ┊         Z        │
│                   ┊                  │
│                   ┊                  │
│                   ┊                  │
│                   ┊                  │
│                   ┊                  │
│        Z          ┊         Z        │
│                                      │
│                                      │
│                                      │
│                                      │
│                                      │
│                                      │
│                                      │
│                                      │
│                                      │
│                                      │
│                                      │
│                                      │
│                                      │
│                                      │
│                                      │
└──────────────────────────────────────┘
lead  23字 × 20行     418字     14/38行
)");
}

TEST(Overlays, Names) {
  std::string problem;
  const auto some = overlays_named("grid,order", problem);
  ASSERT_TRUE(some);
  EXPECT_TRUE(some->grid && some->order && !some->frames && !some->slots && !some->baselines);
  EXPECT_TRUE(overlays_named("", problem));
  EXPECT_FALSE(overlays_named("grid,fold", problem));
  EXPECT_EQ(problem, "there is no overlay 'fold': write grid, frames, slots, baselines, order");
}

TEST(Overlays, OrderGoesFromTheHeadDownEachColumn) {
  const auto edition = live(200);
  const PageMap map = map_page(*edition->document, placed(*edition), 0, serif());
  ASSERT_EQ(map.order.size(), 1u);
  const std::vector<Point>& points = map.order[0].points;
  ASSERT_EQ(points.size(), 5u);
  EXPECT_LT(points[0].y, points[1].y);  // head, then the first column down
  EXPECT_EQ(points[1].x, points[2].x);
  EXPECT_LT(points[1].y, points[2].y);
  EXPECT_GT(points[3].x, points[2].x);  // and the second
  EXPECT_LT(points[3].y, points[2].y);
  EXPECT_EQ(map.rows.size(), 20u);
  EXPECT_EQ(map.columns.size(), 2u);
}

TEST(Overlays, AFrameBesideTheTypeAreaIsDrawnWhereItStands) {
  Document document = test::newspaper(2, 12, 20);
  Frame strip = document.layouts[0].frames[0];
  strip.name.value = "strip", strip.kind = Frame::Kind::kFurniture;
  strip.outside = Outside{Outside::Edge::kInner, 3_pt, 15_pt};
  strip.furniture = TextFrame{};
  document.layouts[0].frames.push_back(strip);
  Diagnostics diags;
  const PlacedEdition made = place_edition(document, serif(), diags);
  const PageMap map = map_page(document, made, 0, serif());
  ASSERT_EQ(map.frames.size(), 2u);
  EXPECT_EQ(map.frames[1].box, made.pages[0].fits[1].box);
  EXPECT_EQ(measure_in_words(map.frames[1]), "1.5字 × 20行");
  EXPECT_EQ(map.frames[1].box.right(), document.layouts[0].type_area().x - 3_pt);  // page 1 is odd
}

TEST(Overlays, TintsGoBelowAndLinesAbove) {
  const auto edition = live(60);
  PlacedPage page = placed(*edition).pages[0];
  const std::size_t before = page.items.size();
  const PageMap map = map_page(*edition->document, placed(*edition), 0, serif());
  add_overlays({.slots = true}, map, serif(), page);
  EXPECT_EQ(page.items.size(), before + map.slots.size() * 5);
  EXPECT_TRUE(std::holds_alternative<DrawRule>(page.items.front()));
  page = placed(*edition).pages[0];
  add_overlays({}, map, serif(), page);
  EXPECT_EQ(page.items.size(), before);
}

TEST(SampleCopy, FillsEveryFrameAndNeverTooMuch) {
  for (const int rows : {8, 20, 60}) {
    Document document = test::newspaper(3, 12, rows);
    document.layouts[0].styles["title"].size = 18_pt;
    const Document filled = with_sample_copy(document.layouts[0], serif());
    Diagnostics diags;
    const PlacedEdition made = place_edition(filled, serif(), diags);
    const FrameFit& fit = made.pages[0].fits.at(0);
    EXPECT_EQ(fit.over_lines, 0) << rows;
    EXPECT_GE(fit.lines, fit.slots - 6) << rows;
  }
}

TEST(SampleCopy, PhotosAreGreyBoxes) {
  Document document = test::newspaper(2, 12, 30);
  PhotoSlot slot;
  slot.columns.value = {1, 2}, slot.rows.value = 8;
  document.layouts[0].frames[0].photos.push_back(slot);
  const Document filled = with_sample_copy(document.layouts[0], serif());
  Diagnostics diags;
  const PlacedEdition made = place_edition(filled, serif(), diags);
  PlacedPage page = made.pages[0];
  draw_grey_photos(made, page);
  int images = 0, strokes = 0;
  for (const DrawItem& item : page.items) {
    images += std::holds_alternative<DrawImage>(item) ? 1 : 0;
    strokes += std::holds_alternative<DrawStroke>(item) ? 1 : 0;
  }
  EXPECT_EQ(images, 0);
  EXPECT_EQ(strokes, 2);
}

Raster two_by_three() {
  Raster raster;
  raster.allocate(2, 3);
  const std::uint32_t pixels[] = {0xFF0000, 0x00FF00, 0x0000FF, 0xFFFFFF, 0x000000, 0x000000};
  std::copy_n(reinterpret_cast<const unsigned char*>(pixels), sizeof pixels, raster.row(0));
  return raster;
}

TEST(Terminal, HalfBlocks) {
  Diagnostics diags;
  EXPECT_EQ(picture_for_terminal(two_by_three(), Graphics::kBlocks, diags),
            "\x1b[38;2;255;0;0m\x1b[48;2;0;0;255m▀\x1b[38;2;0;255;0m\x1b[48;2;255;255;255m▀\x1b[0m\n"
            "\x1b[38;2;0;0;0m\x1b[48;2;255;255;255m▀▀\x1b[0m\n");
}

TEST(Terminal, KittyAndSixel) {
  Diagnostics diags;
  EXPECT_THAT(picture_for_terminal(two_by_three(), Graphics::kKitty, diags),
              StartsWith("\x1b_Ga=T,f=100,q=2,m=0;iVBORw0KGgo"));
  const std::string sixel = picture_for_terminal(two_by_three(), Graphics::kSixel, diags);
  EXPECT_THAT(sixel, StartsWith("\x1bP"));
  EXPECT_THAT(sixel, HasSubstr("\x1b\\"));
  EXPECT_TRUE(diags.all().empty());
}

TEST(Terminal, RoomInPixels) {
  const Terminal blocks{Graphics::kBlocks, 80, 24, 8, 16}, sixel{Graphics::kSixel, 80, 24, 8, 16};
  EXPECT_EQ(room_for_picture(blocks).width, 80);
  EXPECT_EQ(room_for_picture(blocks).height, 46);
  EXPECT_EQ(room_for_picture(sixel).width, 640);
  EXPECT_EQ(room_for_picture(sixel).height, 368);
}

TEST(ContactSheet, PagesSideBySide) {
  const auto edition = live(60);
  PlacedEdition twice = placed(*edition);
  twice.pages.push_back(twice.pages[0]);
  Screen screen(serif());
  Diagnostics diags;
  const auto sheet = contact_sheet(twice, {0, 1}, {"第1版", "第2版"}, 36, serif(), screen, diags);
  ASSERT_TRUE(sheet);
  EXPECT_GT(sheet->width, sheet->height);
}

TEST(PageKey, ChangesWithWhatIsOnThePage) {
  const auto a = live(100), b = live(100), c = live(101);
  EXPECT_EQ(page_keys(placed(*a), 0).page, page_keys(placed(*b), 0).page);
  EXPECT_NE(page_keys(placed(*a), 0).page, page_keys(placed(*c), 0).page);
}

}  // namespace
}  // namespace banxin
