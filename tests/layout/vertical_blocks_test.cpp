// What stands in vertical text beside plain paragraphs: the same blocks as in blocks_test.cpp, turned. Places
// are counted in 字 down from the top of the leg and in rows from the right.
#include <gmock/gmock.h>

#include <array>
#include <cmath>
#include <cstdio>
#include <string>
#include <utility>
#include <vector>

#include "support.h"

namespace banxin {
namespace {

using test::add_paragraph;
using test::all;
using test::copy;
using test::han;
using test::newspaper;
using Kind = Paragraph::Kind;

Document vertical_paper(int measure, int rows) {
  Document document = newspaper(1, measure, rows);
  PageLayout& layout = document.layouts[0];
  layout.grid.writing = WritingMode::kVertical;
  const Rect type = layout.type_area();
  layout.width = type.width + 40_pt, layout.height = type.height + 40_pt;
  layout.styles["body"].indent = Em();
  return document;
}

Paragraph& add(Document& d, const std::string& text, Kind kind = Kind::kBody) {
  add_paragraph(d, text, kind);
  return d.articles[0].paragraphs.back();
}

struct Placed {
  explicit Placed(const Document& d) {
    page = place_edition(d, test::serif(), diags).pages[0];
    EXPECT_TRUE(diags.all().empty()) << diags.all().front().message;
    top = page.type_area.y, right = page.type_area.right();
  }

  /// "u,row text" of every stretch, "|" between; of an upright one by the middle of its first character, of
  /// one that is turned or shares a 字 (behind ~) by where its first glyph starts.
  std::string lines() const {
    std::string out;
    for (const DrawText& t : all<DrawText>(page)) {
      const PlacedGlyph& g = t.glyphs.front();
      const bool shared = t.glyphs.size() > 1 && t.glyphs[1].origin.y == g.origin.y;
      const bool upright = t.turn == Turn::kNone && !shared;
      const Length y = upright ? g.origin.y - Em::of(0.88).at(t.size) : g.origin.y,
                   x = upright ? g.origin.x + t.size / 2 : right - 5_pt;
      std::array<char, 64> at;
      std::snprintf(at.data(), at.size(), "%g,%g ", std::round((y - top) / 10_pt * 100) / 100,
                    std::round((right - 5_pt - x) / 15_pt * 100) / 100);
      out += (out.empty() ? "" : "|") +
             std::string(upright                 ? ""
                         : t.turn == Turn::kNone ? "="
                                                 : "~") +
             at.data() + t.text;
    }
    return out;
  }

  Diagnostics diags;
  PlacedPage page;
  Length top, right;
};

TEST(VerticalBlocks, LabelsStandUprightInOneCharacter) {
  Document d = vertical_paper(8, 6);
  for (const char* label : {"9.", "10."}) {
    Paragraph& p = add(d, han(8));
    p.label = copy(label);
    p.inside = {{Container::Kind::kList, 1}, {Container::Kind::kItem, label[0]}};
  }
  EXPECT_EQ(Placed(d).lines(), "=1.68,0 9.|2,0 天地玄黄宇宙|2,1 洪荒|=1.68,0 10.|2,2 天地玄黄宇宙|2,3 洪荒");
}

TEST(VerticalBlocks, NumbersOfATableStandOnTheirPoints) {
  Document d = vertical_paper(16, 8);
  Paragraph& p = add(d, "", Kind::kTable);
  p.copy = {};
  p.table.columns.resize(2);
  constexpr std::pair<const char*, const char*> kRows[] = {
      {"甲", "数"}, {"乙", "412.5"}, {"丙", "138"}, {"丁", "7"}};
  for (const auto& [word, number] : kRows)
    p.table.rows.push_back({{copy(word), {}, {}, {}}, {copy(number), {}, {}, {}}});
  // All turned, their points one below the other: half a 字 a digit.
  EXPECT_EQ(Placed(d).lines(),
            "0,0 甲|14.25,0 数|0,1 乙|~13.59,0 412.5|0,2 丙|~13.59,0 138|0,3 丁|~14.59,0 7");
  p.table.rows[1][1].copy = copy("412");
  // All upright, each in one 字.
  EXPECT_EQ(Placed(d).lines(), "0,0 甲|15,0 数|0,1 乙|=15.88,0 412|0,2 丙|=15.88,0 138|0,3 丁|14.99,3 7");
}

TEST(VerticalBlocks, RulesOfATableStandInTheGaps) {
  Document d = vertical_paper(12, 8);
  d.layouts[0].styles["table"].rule = 1_pt;
  Paragraph& p = add(d, "", Kind::kTable);
  p.copy = {};
  p.table.columns.resize(1);
  for (const char* word : {"甲", "乙", "丙"}) p.table.rows.push_back({{copy(word), {}, {}, {}}});
  const Placed placed(d);
  std::vector<double> rules;
  for (const DrawRule& r : all<DrawRule>(placed.page)) {
    EXPECT_EQ(r.box.width, 1_pt);
    EXPECT_EQ(r.box.height, 120_pt);
    rules.push_back((placed.right - r.box.x).pt());
  }
  EXPECT_THAT(rules, testing::ElementsAre(-2, 13, 43));
}

TEST(VerticalBlocks, ASeparatorTakesARowInTheMiddleOfTheLeg) {
  Document d = vertical_paper(12, 8);
  d.layouts[0].styles["separator"].rule = 1_pt;
  add(d, han(5)), add(d, "", Kind::kRule), add(d, han(5)), add(d, "", Kind::kOrnament), add(d, han(5));
  const Placed placed(d);
  EXPECT_EQ(placed.lines(), "0,0 天地玄黄宇|0,2 天地玄黄宇|3.49,3 ＊　＊　＊|0,4 天地玄黄宇");
  const std::vector<Rect> rules = test::boxes<DrawRule>(placed.page);
  ASSERT_EQ(rules.size(), 1u);
  EXPECT_EQ(rules[0].width, 1_pt);
  EXPECT_NEAR((placed.right - rules[0].x).pt(), 15 + 5 + 0.5, 0.01);
  EXPECT_NEAR((rules[0].y + rules[0].height / 2 - placed.top).pt(), 60, 0.01);
}

TEST(VerticalBlocks, ADropCapitalStandsAtTheTopOfItsRows) {
  Document d = vertical_paper(12, 6);
  add(d, han(9 * 2 + 12 + 5)).drop_cap.value = 2;
  const Placed placed(d);
  const DrawText cap = all<DrawText>(placed.page).front();
  EXPECT_EQ(cap.size, 25_pt);
  EXPECT_NEAR((placed.right - cap.glyphs[0].origin.x).pt(), 25, 0.02) << "over two rows from the right";
  EXPECT_NEAR((cap.glyphs[0].origin.y - placed.top).pt(), 25 * 0.88, 0.02);
  EXPECT_EQ(
      placed.lines(),
      "0,0.5 天|3,0 地玄黄宇宙洪荒日月|3,1 盈昃辰宿列张寒来暑|0,2 往秋收冬藏闰余成岁律吕调|0,3 阳云腾致");
}

TEST(VerticalBlocks, ReadingsStandAtTheRightOfTheirWords) {
  Document d = vertical_paper(10, 3);
  Paragraph& p = add(d, han(8));
  p.marks = {{InterlinearMark::Kind::kRuby, 9, 15, copy("hé yǔ"), {}}};
  const Placed placed(d);
  std::string body;
  int readings = 0;
  for (const DrawText& t : all<DrawText>(placed.page)) {
    if (t.size == 10_pt) {
      body += t.text;
      for (const PlacedGlyph& g : t.glyphs) EXPECT_NEAR((placed.right - g.origin.x).pt(), 10, 0.02);
      continue;
    }
    ++readings;
    EXPECT_EQ(t.size, 5_pt);
    EXPECT_EQ(t.turn, Turn::kClockwise);
    EXPECT_GE(t.glyphs[0].origin.x, placed.right) << "beside the line";
    EXPECT_GT(t.glyphs[0].origin.y, placed.top + 30_pt);
    EXPECT_LT(t.glyphs[0].origin.y, placed.top + 50_pt);
  }
  EXPECT_GE(readings, 1);
  EXPECT_EQ(body, han(8)) << "the line itself does not move";
}
}  // namespace
}  // namespace banxin
