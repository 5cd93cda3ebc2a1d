// What stands in the text beside plain paragraphs: drop capitals, heads, quotations, lists, readings, spans.
#include "blocks.h"

#include <gmock/gmock.h>

#include <map>

#include "layout/lead.h"

namespace banxin {
namespace {

using test::add;
using test::add_item;
using test::add_table;
using test::codes;
using test::copy;
using test::han;
using test::newspaper;
using test::Word;
using Placed = test::PlacedBlocks;
using Kind = Paragraph::Kind;

// ---- drop capitals

TEST(DropCap, TakesItsLinesFromTheParagraph) {
  Document d = newspaper(1, 12, 6);
  add(d, han(9 * 2 + 12 + 5)).drop_cap.value = 2;
  const Placed p(d);
  ASSERT_GE(p.words.size(), 4u);
  EXPECT_EQ(p.words[0].text, "天");
  EXPECT_EQ(p.words[0].size, 25_pt);  // two rows: 15 + 10
  EXPECT_NEAR(p.words[0].u, 0, 0.01);
  EXPECT_EQ(p.words[1].text, han(9, 1));
  EXPECT_NEAR(p.words[1].u, 3, 0.01);  // 2.5 字 and a little: three
  EXPECT_NEAR(p.words[2].u, 3, 0.01);
  EXPECT_NEAR(p.words[3].u, 0, 0.01);
  EXPECT_NEAR(p.words[3].row, 2, 0.01);
}

TEST(DropCap, IsSmallerToSaveACharacter) {
  Document d = newspaper(1, 20, 6);
  add(d, han(90)).drop_cap.value = 3;
  const Placed p(d);
  EXPECT_NEAR(p.words[0].size.pt(), 38, 0.01);  // three rows are 40 pt: 4 字, less a fifth for the gap
  EXPECT_NEAR(p.words[1].u, 4, 0.01);
}

TEST(DropCap, NotInAParagraphThatIsShorter) {
  Document d = newspaper(1, 12, 6);
  add(d, han(14)).drop_cap.value = 3;
  const Placed p(d);
  EXPECT_EQ(p.words[0].size, 10_pt);
}

TEST(DropCap, AnOpeningMarkStaysSmall) {
  Document d = newspaper(1, 14, 6);
  add(d, "“" + han(40) + "”").drop_cap.value = 2;
  const Placed p(d);
  ASSERT_GE(p.words.size(), 3u);
  EXPECT_EQ(p.words[0].text, "“");
  EXPECT_EQ(p.words[0].size, 10_pt);
  EXPECT_NEAR(p.words[0].row, 0, 0.02);
  EXPECT_EQ(p.words[1].text, "天");
  EXPECT_GT(p.words[1].size, 20_pt);
}

TEST(DropCap, ALetterStandsOnTheBaselineOfItsLastRow) {
  Document d = newspaper(1, 14, 6);
  add(d, "Time " + han(60)).drop_cap.value = 3;
  const Placed p(d);
  EXPECT_EQ(p.words[0].text, "T");
  EXPECT_NEAR(p.words[0].row, 2, 0.01);
  EXPECT_GT(p.words[0].size, 45_pt);
}

TEST(DropCap, WhatCanBeOne) {
  struct Case {
    const char* text;
    std::size_t bytes;
  };
  for (const Case& c : {Case{"春天来了", 3},
                        {"《春》来了", 6},
                        {"“〔古今〕一体", 9},
                        {"【春】来了", 6},
                        {"“", 0},
                        {"The end", 1},
                        {"7月1日", 1},
                        {"12月", 2},
                        {"2024年", 0},
                        {"，是", 0},
                        {"春", 0},
                        {"", 0},
                        {"……是", 0}}) {
    Paragraph p;
    p.copy = copy(c.text);
    EXPECT_EQ(drop_cap_bytes(p), c.bytes) << c.text;
  }
}

TEST(DropCap, OfTheFirstParagraphWhenTheFrameAsks) {
  Document d = newspaper(1, 12, 10);
  d.layouts[0].frames[0].drop_cap = 2;
  add(d, han(40)), add(d, han(40));
  const Placed p(d);
  int large = 0;
  for (const Word& w : p.words) large += w.size > 10_pt;
  EXPECT_EQ(large, 1);
}

// ---- heads

TEST(Heads, CutInByTheirLength) {  // C06
  struct Case {
    int characters;
    std::size_t lines;
    int rows;
  };
  for (const Case& c : {Case{6, 1, 2}, {7, 2, 3}, {20, 2, 3}, {21, 3, 3}}) {
    Document d = newspaper(1, 40, 12);
    Paragraph& head = add(d, han(c.characters), Kind::kCrossHead);
    head.place = HeadPlace::kCutIn;
    const std::string text = han(200, 30);
    add(d, text);
    const Placed p(d);
    SCOPED_TRACE(p.lines());
    double beside = 0;
    std::size_t lines = 0;
    for (const Word& w : p.words) {
      if (std::abs(w.u - 0.5) < 0.01) ++lines;
      if (w.u > 2.5) ++beside;
    }
    EXPECT_EQ(lines, c.lines);
    EXPECT_EQ(beside, c.rows);
    for (const Word& w : p.words) {  // the text beside it stands on whole 字
      if (w.u > 2.5) {
        EXPECT_NEAR(w.u, std::round(w.u), 0.01);
      }
    }
  }
}

TEST(Heads, RunInStandBeforeTheirText) {
  Document d = newspaper(1, 12, 4);
  Paragraph& head = add(d, "白面", Kind::kCrossHead);
  head.level = 3, head.place = HeadPlace::kRunIn;
  add(d, han(12));
  const Placed p(d);
  // Indent of two, the head, one 字, the text.
  ASSERT_GE(p.words.size(), 2u);
  EXPECT_EQ(p.words[0].text.substr(0, 6), "白面");
  EXPECT_NEAR(p.words[0].u, 2, 0.01);
  EXPECT_EQ(p.words[1].text, "\u3000" + han(7));
  EXPECT_NEAR(p.words[1].u, 4, 0.01);
  EXPECT_NEAR(p.words[1].row, 0, 0.01);
  EXPECT_EQ(p.edition.structure[2].kind, StructureNode::Kind::kMinorHead);
  EXPECT_EQ(p.edition.structure[3].kind, StructureNode::Kind::kParagraph);
}

TEST(Heads, RunInIsNeverParted) {
  for (int n = 2; n <= 10; ++n) {
    Document d = newspaper(1, 12, 8);
    Paragraph& head = add(d, han(n), Kind::kCrossHead);
    head.place = HeadPlace::kRunIn;
    add(d, han(30, 40));
    const Placed p(d);
    const std::string last = han(1, n - 1), first = han(1, 40);
    for (std::size_t i = 0; i + 1 < p.words.size(); ++i) {
      if (p.words[i].text.find(last) == std::string::npos) continue;
      EXPECT_NEAR(p.words[i].row, p.words[i + 1].row, 0.01) << n << " " << p.lines();
    }
  }
}

TEST(Heads, TakeTheRowsOfTheirStyle) {
  for (const int rows : {1, 2, 3, 4}) {
    Document d = newspaper(1, 12, 12);
    d.layouts[0].styles["crosshead"].rows = rows;
    add(d, han(4));
    add(d, "小标题", Kind::kCrossHead);
    add(d, han(20, 50));
    const Placed p(d);
    ASSERT_GE(p.words.size(), 3u);
    EXPECT_NEAR(p.words[1].row, 1 + (rows - 1) / 2.0, 0.01);
    EXPECT_NEAR(p.words[2].row, 1 + rows, 0.01);
  }
}

TEST(Heads, GoWithTheTableBehindThem) {
  Document d = newspaper(2, 12, 6);
  add(d, han(10 + 12 * 2));
  add(d, "表", Kind::kCaption);
  add_table(d, {{"甲", "乙"}, {"丙", "1"}, {"丁", "2"}});
  const Placed p(d);
  for (const Word& w : p.words) {
    if (w.text == "表") {
      EXPECT_GT(w.u, 12) << p.lines();
    }
  }
}

// ---- quotations and lists

TEST(Quotes, AreIndentedOnBothSides) {
  Document d = newspaper(1, 14, 6);
  d.layouts[0].styles["quote"].inset_start = 20_pt, d.layouts[0].styles["quote"].inset_end = 10_pt;
  Paragraph& p = add(d, han(30));
  p.inside = {{Container::Kind::kQuote, 1}};
  EXPECT_EQ(Placed(d).lines(), "2,0 " + han(11) + "|2,1 " + han(11, 11) + "|2,2 " + han(8, 22));
}

TEST(Quotes, WhiteSpaceAddsUpToWholeRows) {
  Document d = newspaper(1, 12, 10);
  d.layouts[0].styles["quote"].space_before = 6_pt, d.layouts[0].styles["quote"].space_after = 2_pt;
  add(d, han(4));
  add(d, han(10)).inside = {{Container::Kind::kQuote, 1}};
  add(d, han(11, 20)).inside = {{Container::Kind::kQuote, 1}};
  add(d, han(4));
  EXPECT_EQ(Placed(d).lines(), "2,0 天地玄黄|0,1.4 " + han(10) + "|0,2.4 " + han(11, 20) + "|2,4 天地玄黄");
}

TEST(Quotes, NoWhiteSpaceAtTheTopOfAColumn) {
  Document d = newspaper(2, 12, 4);
  d.layouts[0].styles["quote"].space_before = 6_pt, d.layouts[0].styles["quote"].space_after = 9_pt;
  add(d, han(10 + 36));
  for (int i = 0; i < 2; ++i) add(d, han(24, 30 + i)).inside = {{Container::Kind::kQuote, 1}};
  const Placed p(d);
  for (const Word& w : p.words) EXPECT_NEAR(w.row, std::round(w.row), 0.01) << p.lines();
}

TEST(Lists, HangBehindTheirLabels) {
  Document d = newspaper(1, 12, 8);
  add_item(d, "9.", han(14), 1, 2);
  add_item(d, "10.", han(4), 1, 3);
  const Placed p(d);
  SCOPED_TRACE(p.lines());
  ASSERT_EQ(p.words.size(), 5u);
  EXPECT_EQ(p.words[0].text, "9.");
  EXPECT_NEAR(p.words[1].u, 2, 0.01);  // "10." and a little: two 字
  EXPECT_NEAR(p.words[2].u, 2, 0.01);
  EXPECT_EQ(p.words[3].text, "10.");
  EXPECT_NEAR(p.words[0].u, p.words[3].u + 0.5, 0.01) << "numbers end at the same place";
  using enum StructureNode::Kind;
  std::vector<StructureNode::Kind> kinds;
  for (const StructureNode& n : p.edition.structure) kinds.push_back(n.kind);
  EXPECT_THAT(kinds, testing::ElementsAre(kDocument, kArticle, kList, kListItem, kListLabel, kListBody,
                                          kListItem, kListLabel, kListBody));
}

TEST(Lists, AParagraphBehindThemMayGoOn) {  // C09
  Document d = newspaper(1, 12, 8);
  add(d, han(4));
  add_item(d, "•", han(4), 1, 2);
  add(d, han(4)).continued = true;
  add(d, han(4));
  const Placed p(d);
  EXPECT_NEAR(p.words[0].u, 2, 0.01);
  EXPECT_NEAR(p.words[3].u, 0, 0.01);
  EXPECT_NEAR(p.words[4].u, 2, 0.01);
}

// ---- readings, marks

TEST(Readings, BopomofoSpreadsItsCharacters) {
  Document d = newspaper(1, 12, 4);
  Paragraph& p = add(d, "天地玄黄");
  p.marks.push_back({InterlinearMark::Kind::kBopomofo, 0, 6, copy("ㄊㄧㄢ ㄉㄧˋ"), {}});
  const Placed placed(d);
  SCOPED_TRACE(placed.lines());
  std::map<std::string, double> at;
  for (const Word& w : placed.words) at[w.text] = w.u;
  EXPECT_NEAR(at["天"], 2, 0.01);
  EXPECT_NEAR(at["地"], 3.5, 0.01);
  EXPECT_NEAR(at["玄黄"], 5, 0.01);
  EXPECT_NEAR(at["ㄊㄧㄢ"], 3.02, 0.01);  // right behind its character
  for (const Word& w : placed.words) {
    if (w.text == "ㄊㄧㄢ") {
      EXPECT_NEAR(w.size.pt(), 3, 0.01);
    }
  }
}

TEST(Readings, NeverChangeThePitch) {  // C10
  Document d = newspaper(1, 12, 6);
  Paragraph& p = add(d, han(46));
  p.marks.push_back({InterlinearMark::Kind::kDots, 3, 60, {}, {}});
  Paragraph& q = add(d, han(12));
  q.marks.push_back({InterlinearMark::Kind::kBopomofo, 0, 6, copy("ㄊㄧㄢ ㄉㄧˋ"), {}});
  const Placed placed(d);
  for (const Word& w : placed.words) {
    if (w.size == 10_pt) {
      EXPECT_NEAR(w.row, std::round(w.row), 0.01) << w.text;
    }
  }
}

TEST(Readings, AWideOneSpreadsItsWordWhereTheSettingSaysSo) {
  Document d = newspaper(1, 12, 4);
  Paragraph& p = add(d, "天地玄黄");
  p.marks.push_back({InterlinearMark::Kind::kRuby, 3, 6, copy("zhuāng"), {}});
  EXPECT_EQ(codes(Placed(d).diags), "ruby-too-wide");
  d.layouts[0].setting.readings = Readings::kSpread;
  const Placed placed(d);
  EXPECT_EQ(codes(placed.diags), "");
  double before = 0, after = 0;
  for (const Word& w : placed.words) {
    if (w.text.find("天") == 0) before = w.u;
    if (w.text.find("玄") == 0) after = w.u;
  }
  EXPECT_GT(after - before, 2.2) << placed.lines();
}

// ---- character styles

TEST(Spans, ChangeFaceSizeInkAndBaseline) {
  Document d = newspaper(1, 12, 4);
  SpanStyle sub;
  sub.scale = 0.6_em, sub.raise = -0.1_em, sub.ink = kWhite;
  d.layouts[0].span_styles["sub"] = sub;
  Paragraph& p = add(d, "水是H2O");
  p.spans.push_back({7, 8, "sub", {}});
  const Placed placed(d);
  for (const DrawItem& item : placed.edition.pages[0].items) {
    const DrawText* t = std::get_if<DrawText>(&item);
    if (t == nullptr || t->text != "2") continue;
    EXPECT_NEAR(t->size.pt(), 6, 0.01);
    EXPECT_EQ(t->ink, kWhite);
    EXPECT_NEAR(t->glyphs[0].origin.y.pt(), 29.8, 0.01);
    return;
  }
  FAIL() << placed.lines();
}

/// The catalogue of these tests has no face with small capitals: the words are set, and that is told once.
TEST(Spans, FormsThatNoFaceHasAreTold) {
  Document d = newspaper(1, 12, 4);
  d.layouts[0].span_styles["old"].numerals = Numerals::kOldStyle;
  Paragraph& p = add(d, "年12和1967，完");
  p.spans.push_back({3, 16, "old", {}});
  const Placed placed(d);
  ASSERT_EQ(codes(placed.diags), "plain-forms");
  EXPECT_EQ(placed.diags.all()[0].message,
            "Noto Serif CJK SC has no old-style digits: '12', '1967' are set in the usual forms");
  EXPECT_EQ(placed.diags.all()[0].hint,
            "add a face with the OpenType feature onum to the font catalogue and name it in `forms` of role "
            "'song'");
  EXPECT_NE(placed.lines().find("年12和1967，完"), std::string::npos) << placed.lines();
}
}  // namespace
}  // namespace banxin
