#include "page/em_box.h"

#include <gtest/gtest.h>

#include <initializer_list>
#include <iterator>
#include <variant>

namespace banxin {
namespace {

/// Glyphs at these points, in points of 10.
DrawText text_at(std::initializer_list<Point> origins) {
  DrawText text;
  text.node = 7, text.face = 1, text.size = 10_pt, text.text = "版心";
  for (const Point origin : origins) text.glyphs.push_back({1, origin, 0, 3});
  return text;
}

TEST(EmBox, IsAsNarrowAsItsGlyphs) {
  DrawText text = text_at({{10_pt, 10_pt}, {19_pt, 10_pt}});
  text.width_percent = 90;
  EXPECT_EQ(em_box(text).x, 10_pt);
  EXPECT_EQ(em_box(text).width, 18_pt);
  text.turn = Turn::kClockwise;
  EXPECT_EQ(em_box(text).width, 19_pt) << "turned type is narrowed down the line";
}

TEST(EmBox, OfTurnedTypeBeginsAtItsOrigin) {
  DrawText text = text_at({{10_pt, 100_pt}, {10_pt, 105_pt}});
  text.turn = Turn::kClockwise;
  EXPECT_EQ(em_box(text), (Rect{8.8_pt, 100_pt, 10_pt, 10_pt}));
}

TEST(EmBox, StaysWhenWhatDrawingNeedsIsFreed) {
  const DrawText texts[] = {
      text_at({{1_pt, 5_pt}}),
      text_at({{10_pt, 5_pt}, {20_pt, 5_pt}, {30_pt, 5_pt}, {40_pt, 5_pt}, {50_pt, 5_pt}, {60_pt, 5_pt}}),
      text_at({{10_pt, 5_pt}, {10_pt, 15_pt}, {10_pt, 25_pt}, {10_pt, 35_pt}, {10_pt, 45_pt}}),
      text_at({{30_pt, 9_pt}, {20_pt, 5_pt}, {50_pt, 7_pt}, {40_pt, 1_pt}, {10_pt, 3_pt}, {60_pt, 8_pt}}),
      text_at({}),
  };
  PlacedEdition edition;
  edition.pages.emplace_back();
  for (const DrawText& text : texts) edition.pages[0].items.emplace_back(text);
  edition.pages[0].items.emplace_back(DrawRule{3, {1_pt, 2_pt, 3_pt, 4_pt}, kBlack});
  keep_em_boxes(edition);
  for (std::size_t i = 0; i < std::size(texts); ++i) {
    const auto& kept = std::get<DrawText>(edition.pages[0].items[i]);
    EXPECT_EQ(em_box(kept), em_box(texts[i])) << i;
    EXPECT_EQ(kept.node, 7u);
    EXPECT_LE(kept.glyphs.size(), 4u);
  }
  EXPECT_EQ(std::get<DrawRule>(edition.pages[0].items.back()).node, 3u);
}

}  // namespace
}  // namespace banxin
