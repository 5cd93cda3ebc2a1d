// What is said when type stands where it must not, and what previews show where nothing stands.
#include "layout/check_placed.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "layout/text_area.h"
#include "support.h"

namespace banxin {
namespace {

using test::add_paragraph;
using test::han;
using test::newspaper;

/// One line of three characters, 10 pt, from `start` on the baseline.
DrawText line_at(Point start) {
  DrawText text;
  text.size = 10_pt;
  text.text = "天地玄";
  for (std::uint32_t i = 0; i < 3; ++i)
    text.glyphs.push_back({1, {start.x + 10_pt * i, start.y}, i * 3, i * 3 + 3});
  return text;
}

std::vector<std::string> said(const std::vector<DrawItem>& a, const std::vector<DrawItem>& b,
                              const PageLayout& layout) {
  Frame first, second;
  first.name.value = "a", second.name.value = "b";
  PlacedPage page;
  page.type_area = layout.type_area();
  page.items = a;
  page.items.insert(page.items.end(), b.begin(), b.end());
  Diagnostics diags;
  check_placed(page, {{&first, 0, a.size()}, {&second, a.size(), page.items.size()}}, layout, diags);
  std::vector<std::string> out;
  for (const Diagnostic& d : diags.all()) out.push_back(d.code + ": " + d.message);
  return out;
}

TEST(CheckPlaced, TypeOnType) {
  const Document d = newspaper(2, 12, 9);
  const PageLayout& layout = d.layouts[0];
  EXPECT_TRUE(said({line_at({50_pt, 60_pt})}, {line_at({50_pt, 75_pt})}, layout).empty());
  EXPECT_EQ(said({line_at({50_pt, 60_pt})}, {line_at({64_pt, 63_pt})}, layout),
            std::vector<std::string>{"type-on-type: '天' of frame 'b' stands on the type of frame 'a'"});
}

TEST(CheckPlaced, APictureOnAPicture) {
  const Document d = newspaper(2, 12, 9);
  DrawImage image, other;
  image.box = {40_pt, 40_pt, 100_pt, 50_pt}, other.box = {40_pt, 90_pt, 100_pt, 50_pt};
  EXPECT_TRUE(said({image}, {other}, d.layouts[0]).empty()) << "they only touch";
  other.box.y = 80_pt;
  EXPECT_EQ(
      said({image}, {other}, d.layouts[0]),
      std::vector<std::string>{"picture-on-picture: a picture of frame 'b' stands on one of frame 'a'"});
}

TEST(CheckPlaced, TypeOnAPicture) {
  const Document d = newspaper(2, 12, 9);
  DrawImage image;
  image.box = {40_pt, 40_pt, 100_pt, 50_pt};
  EXPECT_EQ(said({image}, {line_at({120_pt, 60_pt})}, d.layouts[0]),
            std::vector<std::string>{"type-on-picture: '天' of frame 'b' stands on a picture of frame 'a'"});
  EXPECT_TRUE(said({image, line_at({60_pt, 60_pt})}, {}, d.layouts[0]).empty()) << "its own";
}

TEST(CheckPlaced, TypeOutsideTheTypeArea) {
  const Document d = newspaper(2, 12, 9);
  EXPECT_EQ(said({line_at({-4_pt, 60_pt})}, {}, d.layouts[0]),
            std::vector<std::string>{"outside-type-area: '天' of frame 'a' stands outside the type area"});
  EXPECT_TRUE(said({line_at({12_pt, 60_pt})}, {}, d.layouts[0]).empty())
      << "a bracket whose blank is outside";
}

TEST(CheckPlaced, WhatStandsOutsideWasToldTo) {
  const Document d = newspaper(2, 12, 9);
  const PageLayout& layout = d.layouts[0];
  const Rect type = layout.type_area();
  DrawImage image;
  image.box = {type.x, type.bottom() - 20_pt, 60_pt, 40_pt};
  EXPECT_EQ(
      said({image}, {}, layout),
      std::vector<std::string>{"outside-type-area: a picture of frame 'a' stands outside the type area"});
  const DrawRule rule{kArtifact, {type.x, type.y - 30_pt, 1_pt, 40_pt}, kBlack};
  EXPECT_EQ(said({rule}, {}, layout),
            std::vector<std::string>{"outside-type-area: a rule of frame 'a' stands outside the type area"});
  EXPECT_TRUE(said({DrawRule{kArtifact, {type.x - 4_pt, type.y, 1_pt, 40_pt}, kBlack}}, {}, layout).empty())
      << "the box of a story at the edge";

  Frame strip;
  strip.name.value = "strip";
  strip.outside = Outside{Outside::Edge::kLeft, {}, 30_pt};
  const auto of_strip = [&](const DrawItem& item) {
    PlacedPage page;
    page.width = layout.width, page.height = layout.height, page.type_area = type;
    page.items = {item};
    Diagnostics diags;
    check_placed(page, {{&strip, 0, 1}}, layout, diags);
    return diags.all().empty() ? std::string() : diags.all()[0].message;
  };
  EXPECT_EQ(of_strip(line_at({2_pt, 60_pt})), "");
  EXPECT_EQ(of_strip(line_at({-4_pt, 60_pt})), "'天' of frame 'strip' stands off the page");
}

TEST(CheckPlaced, TypeOnTheFoldOfASpread) {
  Document d = newspaper(2, 12, 9);
  PageLayout& layout = d.layouts[0];
  layout.fold = Fold{Fold::Form::kSpread, 8_pt};
  const Length middle = layout.width / 2;
  EXPECT_EQ(said({line_at({middle - 15_pt, 60_pt})}, {}, layout),
            std::vector<std::string>{"type-on-fold: '地' of frame 'a' stands on the fold between two pages"});
  EXPECT_TRUE(said({line_at({middle + 4_pt, 60_pt})}, {}, layout).empty());
  DrawText with_comma = line_at({middle - 4_pt - 25_pt, 60_pt});
  with_comma.text = "天地，";
  EXPECT_TRUE(said({with_comma}, {}, layout).empty()) << "the blank of the mark hangs over";
  layout.fold->form = Fold::Form::kAcross;
  EXPECT_TRUE(said({line_at({middle - 15_pt, layout.height / 2})}, {}, layout).empty());
}

TEST(Placeholder, StandsInPreviewsOnly) {
  Document d = newspaper(2, 12, 9);
  d.edition.pages[0].stories.clear();
  Diagnostics diags;
  EXPECT_TRUE(place_edition(d, test::serif(), diags).pages[0].items.empty());
  const PlacedPage page = place_edition(d, test::serif(), diags, {.missing = Missing::kPlaceholder}).pages[0];
  ASSERT_GE(page.items.size(), 3u);
  const DrawRule* grey = std::get_if<DrawRule>(&page.items[0]);
  ASSERT_NE(grey, nullptr);
  EXPECT_EQ(grey->box, page_area(d.layouts[0]).box());
  std::string text;
  for (const DrawItem& item : page.items) {
    if (const DrawText* t = std::get_if<DrawText>(&item)) text += t->text + "/";
  }
  EXPECT_EQ(text, "lead/18行 216字/");
}

}  // namespace
}  // namespace banxin
