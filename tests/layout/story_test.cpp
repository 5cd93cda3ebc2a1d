// Stories flowing through small pages, shown as pictures of their rows.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support.h"

namespace banxin {
namespace {

using test::add_paragraph;
using test::copy;
using test::han;
using test::newspaper;
using test::picture;
using test::place;
using test::Placed;

TEST(Story, FillsOneColumnAfterTheOther) {
  Document d = newspaper(2, 6, 3);
  add_paragraph(d, han(28));
  const Placed p = place(d);
  EXPECT_EQ(p.picture,
            "天地玄黄宇 | 来暑往秋收冬\n"
            "宙洪荒日月盈 | 藏闰余成岁\n"
            "昃辰宿列张寒 | ·\n")
      << "indent: one 字 in narrow columns";
}

TEST(Story, ShortCopyEndsLevel) {
  Document d = newspaper(3, 12, 9);
  add_paragraph(d, han(10 + 12 * 9));  // ten lines
  const Placed p = place(d);
  const FrameFit& fit = p.edition.pages[0].fits[0];
  EXPECT_EQ(fit.lines, 10);
  EXPECT_THAT(p.picture, testing::HasSubstr("· | · | ·\n· | · | ·\n· | · | ·\n· | · | ·\n· | · | ·\n"));
  EXPECT_FALSE(p.diags.has_errors());
}

TEST(Story, APhotoTakesItsRowsInItsColumns) {
  Document d = newspaper(3, 12, 4);
  test::add_photo(d, {2, 3}, 2);
  add_paragraph(d, han(10 + 12 * 7));
  const Placed p = place(d);
  EXPECT_EQ(p.edition.pages[0].fits[0].slots, 8);
  EXPECT_EQ(p.edition.pages[0].fits[0].lines, 8);
  const std::string rows = p.picture;
  EXPECT_THAT(rows, testing::ContainsRegex("^天.* \\| · \\| ·\n.* \\| · \\| ·\n"));
  EXPECT_FALSE(p.diags.has_errors());
}

TEST(Story, TextRunsBesideANarrowPhoto) {
  struct Case {
    PhotoSlot::Side side;
    int columns, width;
    std::vector<int> measures;  // of the first row of each column, 0: no text there
  };
  const Case cases[] = {
      {PhotoSlot::Side::kStart, 1, 8, {11, 20}},  // one 字 off the picture
      {PhotoSlot::Side::kEnd, 1, 8, {11, 20}},
      {PhotoSlot::Side::kStart, 1, 14, {0, 20}},    // five 字 are left: none stands there
      {PhotoSlot::Side::kCentre, 2, 15, {12, 12}},  // over the gap: on both sides
  };
  for (const Case& c : cases) {
    Document d = newspaper(2, 20, 5);
    PhotoSlot slot;
    slot.columns.value = {1, c.columns}, slot.rows.value = 3;
    slot.width.value = c.width, slot.side = c.side;
    d.layouts[0].frames[0].photos.push_back(slot);
    d.articles[0].photos.push_back({{"a.jpg", {}}, "a.jpg", 300, 200, {}, {}, {}, .5, .5});
    add_paragraph(d, han(18 + 7 * 20));
    const Placed p = place(d);
    const PlacedPage& page = p.edition.pages[0];
    std::vector<int> measures(2);
    for (const PlacedSlot& s : page.slots) {
      if (s.row == 1)
        measures[static_cast<std::size_t>(s.column - 1)] = static_cast<int>(s.box.width.pt() / 10);
    }
    EXPECT_EQ(measures, c.measures) << c.width;
    const Rect picture = [&] {
      for (const DrawItem& item : page.items) {
        if (const DrawImage* i = std::get_if<DrawImage>(&item)) return i->box;
      }
      return Rect{};
    }();
    EXPECT_EQ(picture.width, 10_pt * c.width);
    for (const PlacedSlot& s : page.slots) EXPECT_FALSE(s.box.overlaps(picture));
  }
}

TEST(Story, OversetIsAnErrorWithItsCopy) {
  Document d = newspaper(1, 12, 2);
  add_paragraph(d, han(10 + 12 + 7));
  const Placed p = place(d);
  ASSERT_EQ(p.diags.all().size(), 1u);
  EXPECT_EQ(p.diags.all()[0].code, "overset");
  EXPECT_EQ(p.diags.all()[0].message, "frame 'lead' is over by 7 字 (1 行)");
  EXPECT_EQ(p.edition.pages[0].fits[0].over_text, han(7, 22));
}

TEST(Story, NoCharacterIsLost) {
  // Characters in = characters on the page + characters reported overset, whatever the room.
  for (int rows = 1; rows <= 8; ++rows) {
    Document d = newspaper(2, 11, rows);
    std::string in;
    for (const int n : {40, 3, 77, 1, 25}) {
      add_paragraph(d, han(n, n) + "。");
      in += han(n, n) + "。";
    }
    const Placed p = place(d);
    std::string out;
    for (const DrawItem& item : p.edition.pages[0].items) {
      if (const DrawText* t = std::get_if<DrawText>(&item)) out += t->text;
    }
    std::string over = p.edition.pages[0].fits[0].over_text;
    over.erase(std::remove(over.begin(), over.end(), '\n'), over.end());
    EXPECT_EQ(out + over, in) << rows;
  }
}

TEST(Story, ACrossHeadTakesItsTextAlong) {
  Document d = newspaper(2, 12, 6);
  add_paragraph(d, han(10 + 12 * 2));  // three lines: three rows are left, a cross-head needs four
  add_paragraph(d, "小标题", Paragraph::Kind::kCrossHead);
  add_paragraph(d, han(10 + 12 * 2, 40));
  const Placed p = place(d);
  EXPECT_THAT(p.picture, testing::ContainsRegex("^天[^|]* \\| [小· ]"));
  const auto column_of = [&](const std::string& start) {
    for (const DrawItem& item : p.edition.pages[0].items) {
      const DrawText* t = std::get_if<DrawText>(&item);
      if (t != nullptr && t->text.rfind(start, 0) == 0) return t->glyphs.front().origin.x < 150_pt ? 1 : 2;
    }
    return 0;
  };
  EXPECT_EQ(column_of("小标题"), 2);
  EXPECT_EQ(column_of(han(2, 40)), 2);
}

TEST(Story, AMissingCharacterIsNamed) {
  Document d = newspaper(1, 12, 2);
  add_paragraph(d, "字\xF3\xB0\x80\x80字");  // U+F0000, private use
  const Placed p = place(d);
  ASSERT_EQ(p.diags.all().size(), 1u);
  EXPECT_EQ(p.diags.all()[0].code, "missing-glyph");
  EXPECT_EQ(p.diags.all()[0].message, "no font of role 'song' has '\xF3\xB0\x80\x80' (U+F0000)");
}

TEST(Story, TheDatelineRunsIn) {
  Document d = newspaper(1, 16, 2);
  d.articles[0].dateline = copy("本报讯");
  add_paragraph(d, han(8));
  const Placed p = place(d);
  EXPECT_THAT(p.picture, testing::StartsWith("本报讯"));
  EXPECT_THAT(p.picture, testing::HasSubstr(han(8)));
}

TEST(Story, ColumnRulesEndWithTheText) {
  Document d = newspaper(2, 12, 9);
  add_paragraph(d, han(10 + 12 * 6));  // seven lines: 4 and 3
  const Placed p = place(d);
  std::vector<Rect> rules;
  for (const DrawItem& item : p.edition.pages[0].items) {
    if (const DrawRule* r = std::get_if<DrawRule>(&item)) rules.push_back(r->box);
  }
  ASSERT_EQ(rules.size(), 1u);
  EXPECT_EQ(rules[0].y, 20_pt);
  EXPECT_EQ(rules[0].bottom(), 20_pt + 15_pt * 3 + 10_pt);
}

}  // namespace
}  // namespace banxin
