// Tables in the text.
#include <gmock/gmock.h>

#include <set>

#include "blocks.h"

namespace banxin {
namespace {

using test::add;
using test::add_table;
using test::codes;
using test::han;
using test::newspaper;
using test::Word;
using Placed = test::PlacedBlocks;

TEST(Tables, NumbersStandOnTheirPoints) {
  Document d = newspaper(1, 16, 8);
  add_table(d,
            {{"甲", "数"}, {"乙", "412.5"}, {"丙", "96.45"}, {"丁", "-7"}, {"戊", "—"}, {"己", "1,038.2%"}});
  const Placed p(d);
  std::set<int> points;
  for (const DrawItem& item : p.edition.pages[0].items) {
    const DrawText* t = std::get_if<DrawText>(&item);
    if (t == nullptr) continue;
    for (const PlacedGlyph& g : t->glyphs) {
      if (t->text[g.text_begin] == '.') points.insert(static_cast<int>(std::lround(g.origin.x.pt() * 10)));
    }
    if (t->text == "-7")
      points.insert(static_cast<int>(std::lround((t->glyphs.back().origin.x + 5_pt).pt() * 10)));
  }
  EXPECT_EQ(points.size(), 1u) << p.lines();
}

TEST(Tables, WordsWrapAndRowsStayOnTheGrid) {
  Document d = newspaper(1, 12, 8);
  add_table(d, {{"甲", "说明"}, {"乙", han(14)}, {"丙", "短"}});
  const Placed p(d);
  EXPECT_EQ(p.lines(), "0,0 甲|2,0 说明|0,1 乙|2,1 " + han(10) + "|2,2 " + han(4, 10) + "|0,3 丙|2,3 短");
  EXPECT_EQ(codes(p.diags), "");
}

TEST(Tables, AreNotDividedIfAColumnHoldsThem) {
  Document d = newspaper(2, 12, 6);
  add(d, han(10 + 36));
  add_table(d, {{"甲", "乙"}, {"丙", "1"}, {"丁", "2"}, {"戊", "3"}});
  const Placed p(d);
  for (const Word& w : p.words) {
    if (w.text == "甲" || w.text == "3") {
      EXPECT_GT(w.u, 12) << p.lines();
    }
  }
}

TEST(Tables, LongOnesGoOnUnderTheirHeader) {
  Document d = newspaper(2, 12, 5);
  add_table(d, {{"甲", "乙"}, {"丙", "1"}, {"丁", "2"}, {"戊", "3"}, {"己", "4"}, {"庚", "5"}});
  const Placed p(d);
  EXPECT_EQ(codes(p.diags), "");
  int headers = 0, numbers = 0;
  for (const Word& w : p.words) headers += w.text == "甲", numbers += w.text.size() == 1;
  EXPECT_EQ(headers, 2) << p.lines();
  EXPECT_EQ(numbers, 5) << p.lines();
}

TEST(Tables, TooWideSaysHowWide) {
  Document d = newspaper(1, 8, 8);
  add_table(d, {{"年份", "产量", "单价"}, {"2023", "123456.5", "1234567"}});
  const Placed p(d);
  ASSERT_EQ(codes(p.diags), "table-too-wide outside-type-area");
  EXPECT_EQ(p.diags.all()[0].message, "the table needs 10.5 字, its column has 8");
  EXPECT_EQ(
      p.diags.all()[0].hint,
      "take a column out, shorten column 2 (4 字), set `table` smaller, or give the story wider columns");
}

TEST(Tables, RulesStandInTheGaps) {
  Document d = newspaper(1, 12, 8);
  d.layouts[0].styles["table"].rule = 1_pt;
  add_table(d, {{"甲", "乙"}, {"丙", "1"}, {"丁", "2"}});
  const Placed p(d);
  std::vector<double> rules;
  for (const DrawItem& item : p.edition.pages[0].items) {
    if (const DrawRule* r = std::get_if<DrawRule>(&item)) rules.push_back((r->box.y - 20_pt).pt());
  }
  EXPECT_THAT(rules, testing::ElementsAre(-3, 12, 42));
}
}  // namespace
}  // namespace banxin
