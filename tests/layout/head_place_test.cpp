// Headline groups that stand elsewhere than over all columns.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "page/em_box.h"
#include "support.h"

namespace banxin {
namespace {

using test::add_paragraph;
using test::copy;
using test::han;
using test::newspaper;
using test::picture;

Document with_head(int rows, int from = 1) {
  Document d = newspaper(3, 6, 6);
  d.articles[0].title = copy("标题");
  Frame& frame = d.layouts[0].frames[0];
  frame.head_rows = rows;
  frame.head_place.emplace();
  frame.head_place->columns = {{1, 1}, {0, 0, 1}};
  frame.head_place->from = from;
  d.layouts[0].styles["title"].align = Align::kCentre;
  return d;
}

TEST(HeadPlace, BesideTheText) {
  Document d = with_head(6);
  add_paragraph(d, han(5 + 6 * 11));
  Diagnostics diags;
  const PlacedEdition e = place_edition(d, test::serif(), diags);
  EXPECT_TRUE(diags.all().empty());
  EXPECT_EQ(e.pages[0].fits[0].slots, 12);
  EXPECT_THAT(picture(d, e.pages[0]), testing::StartsWith("· | 天地玄黄宇 | "));
  EXPECT_THAT(picture(d, e.pages[0]), testing::ContainsRegex("\n标题 \\| "));
}

TEST(HeadPlace, OverSomeColumnsInTheMiddleOfThem) {
  Document d = with_head(2, 3);
  add_paragraph(d, han(5 + 6 * 15));
  Diagnostics diags;
  const PlacedEdition e = place_edition(d, test::serif(), diags);
  EXPECT_TRUE(diags.all().empty());
  EXPECT_EQ(e.pages[0].fits[0].slots, 16);
  EXPECT_THAT(picture(d, e.pages[0]), testing::StartsWith("天地玄黄宇 | "));
}

TEST(HeadPlace, InABox) {
  Document d = with_head(2);
  d.layouts[0].frames[0].head_place->columns.value = {1, 2};
  d.layouts[0].frames[0].head_place->box = FrameBox{{}, Ink{0, 0, 0, 80}, 1};
  add_paragraph(d, han(5 + 6 * 9));
  Diagnostics diags;
  const PlacedEdition e = place_edition(d, test::serif(), diags);
  EXPECT_TRUE(diags.all().empty());
  EXPECT_EQ(e.pages[0].fits[0].slots, 6 * 3 - 2 * 4) << "two rows of head and two of padding";
  const DrawRule* tint = std::get_if<DrawRule>(&e.pages[0].items[0]);
  ASSERT_NE(tint, nullptr);
  EXPECT_EQ(tint->box, (Rect{20_pt, 20_pt, 130_pt, 50_pt})) << "level with the frames beside it";
}

TEST(HeadPlace, ABoxBelowTextKeepsOffIt) {
  Document d = with_head(2, 2);
  d.layouts[0].frames[0].head_place->box = FrameBox{{}, Ink{0, 0, 0, 80}, 1};
  add_paragraph(d, han(5));
  Diagnostics diags;
  const PlacedEdition e = place_edition(d, test::serif(), diags);
  const DrawRule* tint = std::get_if<DrawRule>(&e.pages[0].items[0]);
  ASSERT_NE(tint, nullptr);
  EXPECT_EQ(tint->box, (Rect{20_pt, 40_pt, 60_pt, 45_pt}));
}

TEST(HeadPlace, StandsInTheMiddleOfItsBox) {
  Document d = with_head(2);
  Style& title = d.layouts[0].styles["title"];
  title.size = title.pitch = 10_pt, title.space_after = 9_pt;
  d.layouts[0].frames[0].head_place->box = FrameBox{{}, Ink{0, 0, 0, 80}, 1};
  add_paragraph(d, han(5));
  Diagnostics diags;
  const PlacedEdition e = place_edition(d, test::serif(), diags);
  EXPECT_TRUE(diags.all().empty());
  const auto* tint = std::get_if<DrawRule>(&e.pages[0].items[0]);
  ASSERT_NE(tint, nullptr);
  Rect head;
  for (const DrawItem& item : e.pages[0].items) {
    const auto* text = std::get_if<DrawText>(&item);
    if (text != nullptr && text->text == "标题") head = em_box(*text);
  }
  EXPECT_NEAR((head.y - tint->box.y).pt(), (tint->box.bottom() - head.bottom()).pt(), 0.01);
}

TEST(HeadPlace, OverAPhoto) {
  Document d = with_head(2, 2);
  Frame& frame = d.layouts[0].frames[0];
  frame.head_place->columns.value = {1, 3};
  frame.head_place->over_photo = true;
  PhotoSlot slot;
  slot.columns.value = {1, 3}, slot.rows.value = 4;
  frame.photos.push_back(slot);
  d.articles[0].photos.push_back({{"a.jpg", {}}, "a.jpg", 300, 200, {}, {}, {}, .5, .5});
  add_paragraph(d, han(5 + 6 * 5));
  Diagnostics diags;
  const PlacedEdition e = place_edition(d, test::serif(), diags);
  EXPECT_TRUE(diags.all().empty());
  EXPECT_EQ(e.pages[0].fits[0].slots, 6);
  EXPECT_TRUE(std::holds_alternative<DrawImage>(e.pages[0].items[0])) << "the type is drawn on it";
  const DrawText* head = std::get_if<DrawText>(&e.pages[0].items[1]);
  ASSERT_NE(head, nullptr);
  EXPECT_EQ(head->text, "标题");
}

TEST(HeadPlace, OffItsPhoto) {
  for (const auto& [from, told] : {std::pair{3, false}, std::pair{4, true}}) {
    Document d = with_head(2, from);
    d.layouts[0].frames[0].head_place->over_photo = true;
    test::add_photo(d, {1, 3}, 4);
    add_paragraph(d, han(5));
    Diagnostics diags;
    place_edition(d, test::serif(), diags);
    ASSERT_EQ(diags.all().size(), told ? 1u : 0u) << from;
    if (told) {
      EXPECT_EQ(diags.all()[0].message,
                "the headline group of frame 'lead' takes its rows 4-5, and 1 of its 1 line do not stand on a "
                "photo");
    }
  }
}

TEST(HeadPlace, TooHighForItsColumns) {
  Document d = with_head(5, 3);
  add_paragraph(d, han(5));
  Diagnostics diags;
  place_edition(d, test::serif(), diags);
  ASSERT_EQ(diags.all().size(), 1u);
  EXPECT_EQ(diags.all()[0].message, "the headline group of frame 'lead' takes 5 行, the frame has 4");
}

}  // namespace
}  // namespace banxin
