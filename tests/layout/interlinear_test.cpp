// Marks between the lines and readings: where they stand, and that nothing else moves for them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "support.h"

namespace banxin {
namespace {

using test::add_paragraph;
using test::all;
using test::copy;
using test::han;
using test::newspaper;
using Kind = InterlinearMark::Kind;

/// Marks the first `words` after the last mark of the last paragraph.
void mark(Document& d, Kind kind, const std::string& words, const std::string& reading = "") {
  Paragraph& p = d.articles[0].paragraphs.back();
  const std::size_t from = p.marks.empty() ? 0 : p.marks.back().begin;
  const std::size_t at = p.copy.text.find(words, from);
  ASSERT_NE(at, std::string::npos) << words;
  p.marks.push_back({kind, at, at + words.size(), reading.empty() ? Copy() : copy(reading), {}});
}

struct Placed {
  PlacedPage page;
  Diagnostics diags;
};
Placed place(const Document& d) {
  Placed out;
  out.page = place_edition(d, test::serif(), out.diags).pages[0];
  return out;
}

/// Origin of the first glyph of `text`, counted from the top left of the type area.
Point origin_of(const PlacedPage& page, const std::string& text) {
  for (const DrawText& t : all<DrawText>(page)) {
    const std::size_t at = t.text.find(text);
    if (at == std::string::npos) continue;
    for (const PlacedGlyph& g : t.glyphs) {
      if (g.text_begin == at) return {g.origin.x - 20_pt, g.origin.y - 20_pt};
    }
  }
  ADD_FAILURE() << text << " is not on the page";
  return {};
}

std::string texts(const PlacedPage& page) {
  std::string out;
  for (const DrawText& t : all<DrawText>(page)) out += (out.empty() ? "" : "/") + t.text;
  return out;
}

/// Where every character of the body stands; readings left out.
std::multimap<std::string, std::pair<std::int64_t, std::int64_t>> body(const PlacedPage& page) {
  std::multimap<std::string, std::pair<std::int64_t, std::int64_t>> out;
  for (const DrawText& t : all<DrawText>(page)) {
    if (t.size != 10_pt) continue;
    for (const PlacedGlyph& g : t.glyphs) {
      out.insert(
          {t.text.substr(g.text_begin, g.text_end - g.text_begin), {g.origin.x.units(), g.origin.y.units()}});
    }
  }
  return out;
}

constexpr const char* kMixed =
    "昨日王安石、司马光二人重读《资治通鉴》，说“一定要实事求是”。2024年版用 Unicode "
    "编码，史记、论语也在其中。";

TEST(Interlinear, NothingMovesForAMark) {  // matrix row C10
  for (int measure = 7; measure < 20; ++measure) {
    Document d = newspaper(1, measure, 16);
    add_paragraph(d, kMixed);
    add_paragraph(d, "小题", Paragraph::Kind::kCrossHead);
    add_paragraph(d, han(40));
    const auto plain = body(place(d).page);
    Paragraph& p = d.articles[0].paragraphs[0];
    mark(d, Kind::kDots, han(30));
    p.marks.push_back({Kind::kName, 6, 15, {}, {}});
    p.marks.push_back({Kind::kRuby, 6, 15, copy("Wáng Ānshí"), {}});
    p.marks.push_back({Kind::kMourning, 18, 27, {}, {}});
    p.marks.push_back({Kind::kTitle, 39, 57, {}, {}});
    p.marks.push_back({Kind::kDots, 66, p.copy.text.size(), {}, {}});
    p.marks.push_back({Kind::kRuby, p.copy.text.size() - 6, p.copy.text.size() - 3, copy("zhōng"), {}});
    d.articles[0].paragraphs[1].marks.push_back({Kind::kRuby, 0, 6, copy("xiǎo tí"), {}});
    EXPECT_EQ(body(place(d).page), plain) << measure;
  }
}

TEST(Interlinear, DotsStandInTheMiddleUnderCharactersOnly) {
  Document d = newspaper(1, 12, 3);
  add_paragraph(d, "天地，玄“黄”宇宙洪荒日月盈昃");
  mark(d, Kind::kDots, "地，玄“黄”宇宙洪荒日月");
  const Placed p = place(d);
  const std::vector<DrawStroke> dots = all<DrawStroke>(p.page);
  ASSERT_EQ(dots.size(), 9u);
  const char* under[] = {"地", "玄", "黄", "宇", "宙", "洪", "荒", "日", "月"};
  for (std::size_t i = 0; i < dots.size(); ++i) {
    ASSERT_EQ(dots[i].points.size(), 1u);
    const Point at = origin_of(p.page, under[i]);  // stretched or not: half an em right of its origin
    EXPECT_EQ(dots[i].points[0].x - 20_pt, at.x + 5_pt) << under[i];
    EXPECT_NEAR((dots[i].points[0].y - 20_pt - at.y).pt(), 1.2 + 2, 1e-3) << under[i];
    EXPECT_EQ(dots[i].width, Em::of(0.19).at(10_pt));
  }
}

TEST(Interlinear, LinesAreWholeAndNeighboursStayApart) {
  Document d = newspaper(1, 12, 2);
  add_paragraph(d, "天地玄黄宇宙");
  mark(d, Kind::kName, "天地");
  mark(d, Kind::kName, "玄");
  mark(d, Kind::kUnderline, "黄宇");
  const Placed p = place(d);
  const std::vector<DrawRule> rules = all<DrawRule>(p.page);
  ASSERT_EQ(rules.size(), 3u);
  EXPECT_EQ(rules[0].box, (Rect{40.625_pt, rules[0].box.y, 18.75_pt, kThinRule}));  // 0.045 em would be less
  EXPECT_EQ(rules[1].box, (Rect{60.625_pt, rules[0].box.y, 8.75_pt, rules[0].box.height}));
  EXPECT_EQ(rules[2].box, (Rect{70_pt, rules[0].box.y, 20_pt, rules[0].box.height}));
  EXPECT_NEAR(rules[0].box.y.pt(), 20 + 10 + 0.6, 1e-3);
}

TEST(Interlinear, LinesStopBeforeTheGapToWestern) {
  Document d = newspaper(1, 12, 2);
  add_paragraph(d, "天地AB玄黄");
  mark(d, Kind::kUnderline, "AB");
  const Placed p = place(d);
  const Rect box = all<DrawRule>(p.page).at(0).box;
  EXPECT_EQ(box.x - 20_pt, origin_of(p.page, "AB").x);
  EXPECT_NEAR((origin_of(p.page, "玄").x + 20_pt - box.right()).pt(), 2.5, 0.01);
  EXPECT_NEAR((box.x - 20_pt - origin_of(p.page, "地").x).pt(), 12.5, 0.01);
}

// Letters of another size and weight under one line: it is one rule, where it is without them.
TEST(Interlinear, AnUnderlineIsOneRuleThroughAllFonts) {
  Document d = newspaper(1, 12, 2);
  add_paragraph(d, "天地玄黄AB宇宙");
  mark(d, Kind::kUnderline, "地玄黄AB宇");
  const std::vector<DrawRule> plain = all<DrawRule>(place(d).page);
  ASSERT_EQ(plain.size(), 1u);
  d.layouts[0].styles["strong"].font.role = "hei";
  d.layouts[0].styles["strong"].size = 12_pt;
  d.articles[0].paragraphs[0].emphasis = {{3, 9, true, false}};
  const std::vector<DrawRule> mixed = all<DrawRule>(place(d).page);
  ASSERT_EQ(mixed.size(), 1u);
  EXPECT_EQ(mixed[0].box, plain[0].box);
}

TEST(Interlinear, AMarkGoesOnOnTheNextLine) {
  Document d = newspaper(1, 12, 2);
  add_paragraph(d, han(20));
  mark(d, Kind::kName, han(4, 8));      // two characters on each line
  mark(d, Kind::kMourning, han(4, 8));  // open where the line breaks
  const Placed p = place(d);
  const std::vector<DrawRule> rules = all<DrawRule>(p.page);
  ASSERT_EQ(rules.size(), 2u + 6u);
  EXPECT_EQ(rules[0].box.x, 120.625_pt);
  EXPECT_EQ(rules[0].box.right(), 140_pt) << "not shortened at the line end";
  const auto second = std::find_if(rules.begin() + 1, rules.end(),
                                   [&](const DrawRule& r) { return r.box.y >= rules[0].box.y + 15_pt; });
  ASSERT_NE(second, rules.end());
  EXPECT_EQ(second->box, (Rect{20_pt, rules[0].box.y + 15_pt, 19.375_pt, rules[0].box.height}));
}

TEST(Interlinear, WavesEndWhereTheyBegin) {
  Document d = newspaper(1, 12, 2);
  add_paragraph(d, "天地玄黄宇宙");
  mark(d, Kind::kTitle, "地玄黄");
  mark(d, Kind::kDots, "地玄黄");
  const Placed p = place(d);
  const std::vector<DrawStroke> strokes = all<DrawStroke>(p.page);
  ASSERT_EQ(strokes.size(), 1u + 3u);
  const std::vector<Point>& points = strokes[0].points;
  EXPECT_EQ(points.front().x, 50.625_pt);
  EXPECT_EQ(points.back().x, 79.375_pt);
  EXPECT_EQ(points.front().y, points.back().y);
  for (const Point& point : points) {
    EXPECT_GE(point.y, 30_pt) << "below the em box";
    EXPECT_LE(point.y + strokes[0].width, strokes[1].points[0].y - strokes[1].width / 2) << "above the dots";
  }
  EXPECT_LE(strokes[1].points[0].y + strokes[1].width / 2, 35_pt) << "above the next line";
}

TEST(Interlinear, AReadingStandsOverTheMiddleAndIsDrawnBehindItsBase) {
  Document d = newspaper(1, 12, 3);
  add_paragraph(d, "天地玄黄宇宙");
  mark(d, Kind::kRuby, "地玄", "dì xu");
  const Placed p = place(d);
  EXPECT_EQ(texts(p.page), "天地玄/dì xu/黄宇宙");
  const DrawText reading = all<DrawText>(p.page).at(1);
  EXPECT_EQ(reading.size, 5_pt);
  EXPECT_EQ(reading.node, all<DrawText>(p.page).at(0).node);
  const double left = reading.glyphs.front().origin.x.pt(), last = reading.glyphs.back().origin.x.pt();
  EXPECT_NEAR((left + last) / 2, 60 - 1.5, 1.5) << "the middle of the base is at 60, a letter 3 wide";
  EXPECT_NEAR(reading.glyphs.front().origin.y.pt(), 20 - 0.6, 1e-3) << "its em box on that of the base";
  EXPECT_TRUE(p.diags.all().empty());
}

TEST(Interlinear, MarksBehindAnEllipsisAreDrawn) {  // …… is one cell of two glyphs
  Document d = newspaper(1, 12, 9);
  add_paragraph(d, "天地……玄黄宇宙。");
  mark(d, Kind::kRuby, "玄黄", "xuán");
  mark(d, Kind::kDots, "宇宙");
  const Placed placed = place(d);
  EXPECT_NE(texts(placed.page).find("xuán"), std::string::npos) << texts(placed.page);
  EXPECT_EQ(all<DrawStroke>(placed.page).size(), 2u);
}

TEST(Interlinear, AReadingIsDealtOutOverALineEnd) {
  Document d = newspaper(1, 12, 3);
  add_paragraph(d, han(20));
  mark(d, Kind::kRuby, han(4, 8), "yi er san si");
  EXPECT_EQ(texts(place(d).page), han(10) + "/yi er/" + han(2, 10) + "/san si/" + han(8, 12));
  d.articles[0].paragraphs[0].marks[0].reading = copy("yiersan");
  EXPECT_EQ(texts(place(d).page), han(8) + "/" + han(4, 8) + "/yiersan/" + han(8, 12))
      << "a reading of the whole word keeps the word on one line";
}

/// Once the letters stood above the page: their places across the line were counted from its edge.
TEST(Interlinear, BopomofoStandsBesideItsCharacter) {
  Document d = newspaper(1, 12, 3);
  add_paragraph(d, "天地玄");
  mark(d, Kind::kBopomofo, "天地玄", "ㄊㄧㄢ ㄉㄧˋ ˙ㄒㄩ");
  const Placed p = place(d);
  EXPECT_EQ(texts(p.page), "天/ㄊㄧㄢ/地/ㄉㄧˋ/玄/˙ㄒㄩ");
  const auto expect_at = [&](const char* letter, double x, double y) {
    const Point at = origin_of(p.page, letter);
    EXPECT_NEAR(at.x.pt(), x, 0.01) << letter;
    EXPECT_NEAR(at.y.pt(), y, 0.03) << letter;
  };
  constexpr double kDown = 0.88 * 3;  // the baseline of a letter of 3 pt
  expect_at("ㄊ", 30.2, 0.5 + kDown);
  expect_at("ㄧ", 30.2, 3.5 + kDown);
  expect_at("ㄢ", 30.2, 6.5 + kDown);
  expect_at("ㄉ", 45.2, 2 + kDown);
  expect_at("ˋ", 48.2, 5 + kDown);  // at the right of the last letter
  expect_at("ㄒ", 60.2, 2 + kDown);
  EXPECT_LT(origin_of(p.page, "˙").y, origin_of(p.page, "ㄒ").y);
}

TEST(Interlinear, AWordUnderOneReadingIsDividedOnlyWhereNoLineHoldsIt) {
  Document d = newspaper(1, 6, 5);
  add_paragraph(d, han(20));
  mark(d, Kind::kRuby, han(9, 3), "yi er san");
  const Placed p = place(d);
  EXPECT_TRUE(p.diags.all().empty());
  EXPECT_THAT(texts(p.page), testing::StartsWith(han(5) + "/"));
}

TEST(Interlinear, ARunInHeadWithMarksIsAHead) {
  Document d = newspaper(1, 12, 4);
  add_paragraph(d, "小题", Paragraph::Kind::kCrossHead);
  d.articles[0].paragraphs[0].place = HeadPlace::kRunIn;
  add_paragraph(d, "天地玄黄宇宙");
  mark(d, Kind::kUnderline, "地玄");
  mark(d, Kind::kRuby, "黄", "huáng");
  const PlacedEdition edition = [&] {
    Diagnostics diags;
    return place_edition(d, test::serif(), diags);
  }();
  using Node = StructureNode::Kind;
  const auto kind = [&](NodeId node) { return edition.structure[static_cast<std::size_t>(node)].kind; };
  std::string out;
  for (const DrawText& t : all<DrawText>(edition.pages[0])) {
    const bool head = kind(t.node) == Node::kCrossHead;
    EXPECT_TRUE(head || kind(t.node) == Node::kParagraph);
    out += (head ? "H:" : "P:") + t.text + "/";
  }
  EXPECT_EQ(out, "H:小题/P:\u3000天地玄黄/P:huáng/P:宇宙/");
  EXPECT_EQ(kind(all<DrawRule>(edition.pages[0]).at(0).node), Node::kParagraph);
}

TEST(Interlinear, AWideReadingHangsOverBlanksButNotOverCharacters) {
  Document d = newspaper(1, 12, 3);
  add_paragraph(d, "天，地、玄黄宇宙");
  mark(d, Kind::kRuby, "地", "dieng");
  Placed p = place(d);
  EXPECT_TRUE(p.diags.all().empty()) << "the blank of the comma is free";
  EXPECT_EQ(all<DrawText>(p.page).at(1).size, 5_pt);
  EXPECT_LT(all<DrawText>(p.page).at(1).glyphs.front().origin.x, 60_pt);

  d.articles[0].paragraphs.clear();
  add_paragraph(d, "天地玄黄");
  mark(d, Kind::kRuby, "地", "dieng");
  p = place(d);
  ASSERT_EQ(p.diags.all().size(), 1u);
  EXPECT_EQ(p.diags.all()[0].code, "ruby-too-wide");
  EXPECT_THAT(p.diags.all()[0].message,
              testing::MatchesRegex("the reading 'dieng' is wider than '地': set at [0-9]+ % of its size"));
  const DrawText tight = all<DrawText>(p.page).at(1);
  EXPECT_LT(tight.size, 5_pt);
  EXPECT_GE(tight.size, 3.5_pt);
  EXPECT_GE(tight.glyphs.front().origin.x, 50_pt);
  EXPECT_LT(tight.glyphs.back().origin.x, 60_pt);

  d.articles[0].paragraphs[0].marks[0].reading = copy("diengdieng");
  p = place(d);
  ASSERT_EQ(p.diags.all().size(), 1u);
  EXPECT_EQ(
      p.diags.all()[0].message,
      "the reading 'diengdieng' is wider than '地': set at 70 % of its size, and it still hangs over its "
      "neighbours");
  EXPECT_EQ(p.diags.all()[0].hint, "give the whole word one reading: {汉字|hàn zì}");
}

TEST(Interlinear, ATightGridIsToldOnce) {
  Document d = newspaper(1, 12, 6);
  d.layouts[0].grid.pitch = 14_pt;
  add_paragraph(d, "天地玄黄");
  EXPECT_TRUE(place(d).diags.all().empty());
  mark(d, Kind::kDots, "天地");
  mark(d, Kind::kName, "玄");
  const Placed p = place(d);
  ASSERT_EQ(p.diags.all().size(), 1u);
  EXPECT_EQ(p.diags.all()[0].code, "tight-grid");
  EXPECT_EQ(p.diags.all()[0].message,
            "the lines of this page stand 0.40 字 apart, too close for marks between them");
  EXPECT_EQ(p.diags.all()[0].hint, "set the pitch to 1.5字 or more");
}

TEST(Interlinear, MarksMoveWithTheirParagraphBehindADateline) {
  Document d = newspaper(1, 12, 3);
  d.articles[0].dateline = copy("本报讯");
  add_paragraph(d, "天地玄黄");
  mark(d, Kind::kUnderline, "地玄");
  const Placed p = place(d);
  EXPECT_EQ(all<DrawRule>(p.page).at(0).box.x - 20_pt, origin_of(p.page, "地").x);
}

}  // namespace
}  // namespace banxin
