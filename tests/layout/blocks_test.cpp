// What stands in the text beside plain paragraphs: drop capitals, heads, quotations, lists, tables, notes.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <random>
#include <set>

#include "base/utf8.h"
#include "layout/lead.h"
#include "layout/table.h"
#include "support.h"

namespace banxin {
namespace {

using test::copy;
using test::han;
using test::newspaper;

using Kind = Paragraph::Kind;

Paragraph& add(Document& d, const std::string& text, Kind kind = Kind::kBody) {
  Paragraph p;
  p.kind = kind, p.copy = copy(text);
  d.articles[0].paragraphs.push_back(std::move(p));
  return d.articles[0].paragraphs.back();
}

void add_item(Document& d, const std::string& label, const std::string& text, int list, int item) {
  Paragraph& p = add(d, text);
  p.label = copy(label);
  p.inside = {{Container::Kind::kList, list}, {Container::Kind::kItem, item}};
}

void add_table(Document& d, const std::vector<std::vector<std::string>>& rows) {
  Paragraph& p = add(d, "", Kind::kTable);
  p.copy = {};
  p.table.columns.resize(rows.front().size());
  for (const auto& row : rows) {
    p.table.rows.emplace_back();
    for (const std::string& cell : row) {
      p.table.rows.back().push_back({cell.empty() ? Copy() : copy(cell), {}, {}, {}});
    }
  }
}

/// A word of the page: where its first glyph stands, in 字 from the column's left and rows from the top.
struct Word {
  std::string text;
  double u, row;
  Length size;
};

struct Placed {
  explicit Placed(const Document& document) : d(document) {
    edition = place_edition(d, test::serif(), diags);
    for (const DrawItem& item : edition.pages[0].items) {
      const DrawText* t = std::get_if<DrawText>(&item);
      if (t == nullptr) continue;
      const Point at = t->glyphs.front().origin;
      words.push_back({t->text, (at.x - 20_pt) / 10_pt, (at.y - 28.8_pt) / 15_pt, t->size});
    }
  }
  /// "u,row text" of every word, "|" between.
  std::string lines() const {
    std::string out;
    for (const Word& w : words) {
      std::array<char, 64> at;
      std::snprintf(at.data(), at.size(), "%g,%g ", std::round(w.u * 100) / 100,
                    std::round(w.row * 100) / 100);
      out += (out.empty() ? "" : "|") + std::string(at.data()) + w.text;
    }
    return out;
  }
  std::string kinds() const {
    std::string out;
    for (const StructureNode& n : edition.structure) out += std::to_string(static_cast<int>(n.kind)) + " ";
    return out;
  }

  Document d;
  Diagnostics diags;
  PlacedEdition edition;
  std::vector<Word> words;
};

std::string codes(const Diagnostics& diags) {
  std::string out;
  for (const Diagnostic& d : diags.all()) out += (out.empty() ? "" : " ") + d.code;
  return out;
}

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

// ---- tables

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

// ---- all of it

/// Han characters, by number.
std::map<char32_t, int> characters(const std::string& text) {
  std::map<char32_t, int> out;
  for (std::size_t i = 0; i < text.size();) {
    const Decoded c = decode_utf8(text, i);
    if (c.cp >= 0x4E00 && c.cp < 0xA000) ++out[c.cp];
    i += c.bytes;
  }
  return out;
}

std::string text_of(const Article& article) {
  std::string out;
  for (const Paragraph& p : article.paragraphs) {
    out += p.copy.text;
    for (const auto& row : p.table.rows) {
      for (const MarkedCopy& cell : row) out += cell.copy.text;
    }
  }
  return out;
}

/// A random article of every kind of paragraph.
Document random_article(unsigned seed) {
  std::mt19937 random(seed);
  const auto upto = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
  Document d = newspaper(1 + upto(3), 10 + upto(14), 8 + upto(16));
  d.layouts[0].styles["quote"].space_before = Length::points(upto(4) * 4);
  d.layouts[0].styles["quote"].space_after = Length::points(upto(4) * 4);
  d.layouts[0].styles["list"].space_before = Length::points(upto(2) * 7);
  d.layouts[0].styles["quote"].inset_start = 20_pt;
  d.layouts[0].styles["table"].space_before = Length::points(upto(2) * 7);
  d.layouts[0].frames[0].drop_cap = upto(4);
  const int paragraphs = 1 + upto(14);
  int container = 0;
  for (int i = 0; i < paragraphs; ++i) {
    const std::string text = (upto(4) == 0 ? "“" : "") + han(1 + upto(90), upto(100)) + "。";
    switch (upto(11)) {
      case 0: {
        Paragraph& head = add(d, han(1 + upto(24), upto(100)), Kind::kCrossHead);
        head.level = 2 + upto(2);
        head.place = static_cast<HeadPlace>(upto(3));
        break;
      }
      case 1:
        add(d, text).inside = {{Container::Kind::kQuote, ++container}};
        break;
      case 2: {
        const int list = ++container;
        for (int n = 0; n <= upto(4); ++n) add_item(d, std::to_string(n + 1) + ".", text, list, ++container);
        break;
      }
      case 3: {
        std::vector<std::vector<std::string>> rows{{"甲", "乙"}};
        for (int n = 0; n <= upto(9); ++n)
          rows.push_back({han(1 + upto(9), upto(100)), std::to_string(upto(99))});
        add_table(d, rows);
        break;
      }
      case 4:
        add(d, han(1 + upto(40), upto(100)), Kind::kNote);
        break;
      case 5:
        add(d, "", upto(2) == 0 ? Kind::kRule : Kind::kOrnament);
        break;
      case 6:
        add(d, text).drop_cap.value = 2 + upto(3);
        break;
      case 7:
        add(d, han(1 + upto(9), upto(100)), Kind::kCaption);
        break;
      default:
        add(d, text).continued = upto(5) == 0;
    }
  }
  return d;
}

TEST(Blocks, NoTextIsEverLost) {
  for (unsigned seed = 1; seed <= 80; ++seed) {
    const Document d = random_article(seed);
    const Placed p(d);
    std::string placed;
    for (const DrawItem& item : p.edition.pages[0].items) {
      const DrawText* t = std::get_if<DrawText>(&item);
      if (t != nullptr && t->node != kArtifact) placed += t->text;
    }
    const FrameFit& fit = p.edition.pages[0].fits[0];
    EXPECT_EQ(characters(placed + fit.over_text), characters(text_of(d.articles[0]))) << "seed " << seed;
    EXPECT_EQ(fit.over_lines > 0, codes(p.diags).find("overset") != std::string::npos) << "seed " << seed;
  }
}

TEST(Blocks, NothingStandsOnAnythingElse) {
  for (unsigned seed = 1; seed <= 80; ++seed) {
    const Placed p(random_article(seed));
    std::map<std::pair<int, int>, std::string> taken;  // half rows of half a 字
    for (const Word& w : p.words) {
      if (w.size != 10_pt) continue;
      const int row = static_cast<int>(std::lround(w.row * 2)), u = static_cast<int>(std::lround(w.u * 2));
      for (const int near : {row - 1, row, row + 1}) {
        const auto found = taken.find({near, u});
        EXPECT_TRUE(found == taken.end()) << "seed " << seed << ": " << w.text << " on " << found->second;
      }
      taken[{row, u}] = w.text;
    }
  }
}

TEST(Blocks, NoHeadStandsAtTheFootOfAColumn) {
  for (unsigned seed = 1; seed <= 80; ++seed) {
    const Document d = random_article(seed);
    const Placed p(d);
    if (!codes(p.diags).empty()) continue;
    const int rows = d.layouts[0].grid.rows;
    std::map<NodeId, double> last;
    for (const DrawItem& item : p.edition.pages[0].items) {
      const DrawText* t = std::get_if<DrawText>(&item);
      if (t == nullptr || t->node == kArtifact) continue;
      if (p.edition.structure[t->node].kind != StructureNode::Kind::kCrossHead) continue;
      if (t->node + 1 >= p.edition.structure.size()) continue;  // nothing follows
      EXPECT_LT((t->glyphs.front().origin.y - 28.8_pt) / 15_pt, rows - 1) << "seed " << seed;
    }
  }
}

TEST(Body, StandsAsItsStyleSays) {
  for (const auto& [align, left] :
       {std::pair{Align::kJustify, 20.0}, {Align::kCentre, 65.0}, {Align::kEnd, 110.0}}) {
    Document d = test::newspaper(1, 12, 5);
    d.layouts[0].styles["body"].indent = Em(), d.layouts[0].styles["body"].align = align;
    test::add_paragraph(d, "天地玄");
    Diagnostics diags;
    const PlacedEdition e = place_edition(d, test::serif(), diags);
    const auto* text = std::get_if<DrawText>(&e.pages[0].items[0]);
    ASSERT_NE(text, nullptr);
    EXPECT_NEAR(text->glyphs[0].origin.x.pt(), left, 0.01);
  }
}

}  // namespace
}  // namespace banxin
