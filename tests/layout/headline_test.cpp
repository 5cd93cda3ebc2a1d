// Titles in the width of their columns: broken by sense, set smaller, tighter or opened where the style
// allows.
#include "layout/headline.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "page/em_box.h"
#include "support.h"

namespace banxin {
namespace {

/// A page of ten columns of ten 字 of 10 pt; the title asks for 36 pt.
struct Desk {
  Document document = test::newspaper(10, 10, 40);
  Diagnostics diags;

  Desk() {
    Style& title = style("title");
    title.size = 36_pt, title.pitch = 45_pt, title.align = Align::kCentre;
  }
  Style& style(const char* name) { return document.layouts[0].styles[name]; }

  /// In a measure of so many points.
  HeadBlock set(const std::string& title, Length width, int rows = 0) {
    document.articles[0].title = test::copy(title);
    const PageLayout& layout = document.layouts[0];
    return set_headline(document.articles[0], Setter(layout, test::serif(), diags), page_area(layout), width,
                        rows);
  }
};

std::string lines_of(const HeadBlock& head) {
  std::string out;
  for (const Line& line : head.parts[0].lines) {
    const TextRange range = line_text(head.parts[0].copy, line, head.parts[0].options);
    if (!out.empty()) out += '/';
    out += head.parts[0].copy.text.text.substr(range.begin, range.end - range.begin);
  }
  return out;
}

Length right_end(const HeadPart& part) {
  Length right;
  for (const Line& line : part.lines) {
    for (const SetGlyph& g : set_line(part.copy.shaped, line, part.options)) {
      right = std::max(right, g.x + g.advance);
    }
  }
  return right;
}

TEST(HeadlineGroup, BreaksATitleBySense) {
  Desk desk;
  const HeadBlock head = desk.set("人工智能如何改变我们的生活", 36_pt * 12);
  EXPECT_EQ(lines_of(head), "人工智能/如何改变我们的生活");
  EXPECT_FALSE(head.too_wide);
  EXPECT_EQ(head.note, "");
}

TEST(HeadlineGroup, ABylineTearsNoName) {
  Desk desk;
  desk.document.articles[0].byline = test::copy("本报记者 罗见山 通讯员 韩小满 摄");
  HeadBlock head = desk.set("谷子", 100_pt);
  ASSERT_EQ(head.parts.size(), 2u);
  std::swap(head.parts[0], head.parts[1]);
  EXPECT_EQ(lines_of(head), "本报记者 罗见山/通讯员 韩小满 摄");
}

TEST(HeadlineGroup, ATitleThatDoesNotFitIsReported) {
  Desk desk;
  const HeadBlock head = desk.set("HarmonyOS", 36_pt * 3);
  EXPECT_TRUE(head.too_wide);
  EXPECT_EQ(head.parts[0].style.size, 36_pt);
}

TEST(HeadlineGroup, GoesDownASizeWhenTheStyleAllows) {
  Desk desk;
  desk.style("title").min_size = 24_pt;
  const HeadBlock head = desk.set("伊丽莎白·泰勒", 30_pt * 6);  // the name takes 6.5 字
  EXPECT_EQ(lines_of(head), "伊丽莎白·泰勒");
  EXPECT_EQ(head.parts[0].style.size, 26_pt);
  EXPECT_EQ(head.parts[0].style.pitch, Length::units(mul_div((45_pt).units(), 26, 36)));
  EXPECT_FALSE(head.too_wide);
  EXPECT_EQ(head.note, "title at 26 pt, not 36 pt");
  EXPECT_LE(right_end(head.parts[0]), 30_pt * 6);
}

TEST(HeadlineGroup, StopsAtTheSmallestSizeAndAfterTwoSteps) {
  Desk desk;
  desk.style("title").min_size = 30_pt;
  EXPECT_EQ(desk.set("伊丽莎白·泰勒", 36_pt * 5 + 18_pt).parts[0].style.size, 30_pt) << "between two sizes";
  desk.style("title").min_size = 9_pt;
  const HeadBlock head = desk.set("HarmonyOS", 36_pt);
  EXPECT_TRUE(head.too_wide);
  EXPECT_EQ(head.parts[0].style.size, 36_pt) << "as asked, when nothing helps";
}

TEST(HeadlineGroup, IsTightenedBeforeItIsMadeSmaller) {
  Desk desk;
  desk.style("title").min_size = 24_pt;
  const HeadBlock head = desk.set("伊丽莎白·泰勒", 36_pt * 65 / 10 - 4_pt);
  EXPECT_EQ(head.parts[0].style.size, 36_pt);
  EXPECT_EQ(head.note, "title tightened by 2% of a 字");
  EXPECT_FALSE(head.too_wide);
}

/// 伊丽莎白·泰勒 takes 6.5 字 of 36 pt: 234 pt; with closer letters six times 3 % of a 字 less.
struct CondensedRow {
  const char* name;
  Length width, min_size;
  int condense;
  const char* note;
};

constexpr CondensedRow kCondensedRows[] = {
    {"FitsAsItIs", 234_pt, 24_pt, 8, ""},
    {"CloserFirst", 228_pt, 24_pt, 8, "title tightened by 3% of a 字"},
    {"ThenNarrower", 226_pt, 24_pt, 8, "title tightened by 3% of a 字, condensed to 99%"},
    {"AsLittleAsIsNeeded", 219_pt, 24_pt, 8, "title tightened by 3% of a 字, condensed to 96%"},
    {"AsFarAsTheStyleAllows", 210_pt, 24_pt, 8, "title tightened by 3% of a 字, condensed to 92%"},
    {"ThenSmaller", 208_pt, 24_pt, 8, "title at 26 pt, not 36 pt"},
    {"NarrowerAtTheSmallestSize", 201_pt, 32_pt, 8,
     "title at 32 pt, not 36 pt, tightened by 3% of a 字, "
     "condensed to 99%"},
    {"WithoutASmallestSize", 210_pt, 0_pt, 8, "title tightened by 3% of a 字, condensed to 92%"},
    {"Never", 225_pt, 24_pt, 0, "title at 26 pt, not 36 pt"},
    {"FurtherWhenAsked", 201_pt, 0_pt, 20, "title tightened by 3% of a 字, condensed to 88%"},
};

class CondensedTitle : public testing::TestWithParam<CondensedRow> {};

TEST_P(CondensedTitle, IsMadeToFit) {
  const CondensedRow& row = GetParam();
  Desk desk;
  desk.style("title").min_size = row.min_size, desk.style("title").condense = row.condense;
  const HeadBlock head = desk.set("伊丽莎白·泰勒", row.width);
  EXPECT_EQ(head.note, row.note);
  EXPECT_FALSE(head.too_wide);
  EXPECT_LE(right_end(head.parts[0]), row.width);
}

INSTANTIATE_TEST_SUITE_P(Layout, CondensedTitle, testing::ValuesIn(kCondensedRows),
                         [](const auto& row) { return std::string(row.param.name); });

TEST(HeadlineGroup, ABreakBySenseGoesBeforeCondensing) {
  Desk desk;
  desk.style("title").condense = 8;
  const HeadBlock head = desk.set("人工智能如何改变我们的生活", 36_pt * 12);  // 13 字
  EXPECT_EQ(head.note, "") << "two lines, as large and as wide as asked";
  EXPECT_EQ(lines_of(head), "人工智能/如何改变我们的生活");
}

TEST(HeadlineGroup, StaysOnOneLineWhereItsRowsHoldNoMore) {
  Desk desk;
  desk.style("title").condense = 8;
  const std::string title = "人工智能如何改变我们的生活";  // 13 字: 468 pt, with closer letters 455
  const HeadBlock two = desk.set(title, 440_pt, 6);
  EXPECT_EQ(two.note, "") << "6 rows of 15 pt hold two lines";
  const HeadBlock one = desk.set(title, 440_pt, 4);
  EXPECT_EQ(lines_of(one), title);
  EXPECT_EQ(one.note, "title tightened by 3% of a 字, condensed to 96%");
  EXPECT_LE(right_end(one.parts[0]), 440_pt);
  EXPECT_EQ(lines_of(desk.set(title, 400_pt, 4)), "人工智能/如何改变我们的生活") << "8 % are not enough";
}

TEST(HeadlineGroup, AWordIsNotDividedWhereNarrowingKeepsItWhole) {
  Desk desk;
  desk.style("title").condense = 0;
  EXPECT_EQ(desk.set("人工智能", 36_pt * 3 + 30_pt).note, "title not divided by sense");
  desk.style("title").condense = 8;
  EXPECT_EQ(desk.set("人工智能", 36_pt * 3 + 30_pt).note, "title tightened by 3% of a 字, condensed to 98%");
}

TEST(HeadlineGroup, AVerticalTitleIsNotCondensed) {
  Desk desk;
  desk.style("title").condense = 8;
  desk.document.articles[0].title = test::copy("伊丽莎白·泰勒");
  const PageLayout& layout = desk.document.layouts[0];
  const Setter setter = Setter(layout, test::serif(), desk.diags).in(WritingMode::kVertical);
  const HeadBlock head = set_headline(desk.document.articles[0], setter, page_area(layout), 220_pt, 0);
  for (const CellGlyph& g : head.parts[0].copy.shaped.glyphs) EXPECT_EQ(g.width_percent, 100);
  EXPECT_EQ(head.note, "title not divided by sense");
}

TEST(HeadlineGroup, ACondensedTitleIsNotOpenedAgain) {
  Desk desk;
  desk.style("title").condense = 8, desk.style("title").spread = 1_em;
  EXPECT_EQ(desk.set("人工智能", 36_pt * 3 + 30_pt).note, "title tightened by 3% of a 字, condensed to 98%");
}

/// A page is drawn with what was found: the dump says it, and the words are those of the copy.
TEST(HeadlineGroup, ACondensedTitleOnItsPage) {
  Document document = test::newspaper(2, 12, 20);
  Style& title = document.layouts[0].styles["title"];
  title.size = 41_pt, title.pitch = 45_pt, title.condense = 8;  // 266.5 pt over 250
  document.articles[0].title = test::copy("伊丽莎白·泰勒");
  test::add_paragraph(document, test::han(40));
  const test::Placed placed = test::place(document);
  EXPECT_FALSE(placed.diags.has_errors());
  const std::vector<DrawText> texts = test::all<DrawText>(placed.page());
  EXPECT_EQ(texts[0].text, "伊丽莎白·泰勒");
  EXPECT_EQ(texts[0].size, 41_pt);
  EXPECT_EQ(texts[0].width_percent, 96);
  EXPECT_LE(em_box(texts[0]).right(), document.layouts[0].origin.x + 250_pt);
  EXPECT_EQ(texts[1].width_percent, 100) << "the text stays";
  EXPECT_EQ(placed.page().fits[0].note, "title tightened by 3% of a 字, condensed to 96%");
}

TEST(HeadlineGroup, AShortTitleIsOpened) {
  Desk desk;
  desk.style("title").spread = 1_em;
  const Length width = 36_pt * 6;
  const HeadBlock head = desk.set("春到太行", width);
  EXPECT_EQ(head.note, "title opened by 67% of a 字");
  EXPECT_LE(right_end(head.parts[0]), width);
  EXPECT_GT(right_end(head.parts[0]), width - 0.1_pt) << "it fills the measure";
  desk.style("title").spread = 0.5_em;
  EXPECT_EQ(desk.set("春到太行", width).note, "title opened by 50% of a 字");
  EXPECT_EQ(desk.set("全市中小学放寒假", 36_pt * 12).note, "") << "too long to be opened";
  EXPECT_EQ(desk.set("春到太行", 36_pt * 4).note, "") << "full as it is";
}

TEST(HeadlineGroup, MissingCharactersAreReportedOnce) {
  Desk desk;
  desk.style("title").min_size = 24_pt;
  desk.set("伊丽莎白·泰勒\U000F0000", 30_pt * 6);
  EXPECT_EQ(desk.diags.all().size(), 1u);
}

TEST(HeadlineGroup, TakesTheRowsOfItsSizesAndItsAir) {  // C01: 30 pt + 21 pt, pitch 11.25, three lines of air
  Desk desk;
  const Length line = Length::points(11.25);
  desk.document.layouts[0].grid.size = 9_pt, desk.document.layouts[0].grid.pitch = line;
  Style &title = desk.style("title"), &subtitle = desk.style("subtitle");
  title.size = title.pitch = 30_pt, title.space_before = title.space_after = line;
  subtitle.size = subtitle.pitch = 21_pt, subtitle.space_after = line;
  desk.document.articles[0].subtitle = test::copy("副题");
  EXPECT_EQ(desk.set("主题", 300_pt).rows, 8);
  subtitle.space_after = {};
  EXPECT_EQ(desk.set("主题", 300_pt).rows, 7);
}

TEST(HeadlineGroup, ASqueezedLineStartsAtTheLeft) {
  EXPECT_EQ(aligned(Align::kCentre, 100_pt, 110_pt), 0_pt);
  EXPECT_EQ(aligned(Align::kEnd, 100_pt, 110_pt), 0_pt);
  EXPECT_EQ(aligned(Align::kCentre, 100_pt, 80_pt), 10_pt);
}

}  // namespace
}  // namespace banxin
