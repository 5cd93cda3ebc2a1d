// Vertical text on the page: whole pages, stories among horizontal ones, headlines beside the text.
#include <utility>

#include "page/em_box.h"
#include "support.h"

namespace banxin {
namespace {

using test::add_paragraph;
using test::all;
using test::copy;
using test::han;
using test::newspaper;

Document vertical_paper(int columns, int measure, int rows) {
  Document document = test::vertical_newspaper(columns, measure, rows);
  document.layouts[0].styles["body"].indent = Em();
  return document;
}

PlacedEdition place(const Document& document) {
  Diagnostics diags;
  const PlacedEdition edition = place_edition(document, test::serif(), diags);
  EXPECT_FALSE(diags.has_errors()) << (diags.all().empty() ? "" : diags.all().front().message);
  return edition;
}

/// Of an upright Han, from its origin: the middle of its em box.
Point middle(const PlacedGlyph& glyph, Length size) {
  return {glyph.origin.x + size / 2, glyph.origin.y - Em::of(0.38).at(size)};
}

void expect_near(Point is, Length x, Length y) {
  EXPECT_NEAR(is.x.pt(), x.pt(), 0.01);
  EXPECT_NEAR(is.y.pt(), y.pt(), 0.01);
}

TEST(VerticalPage, LinesRunDownFromTheRight) {
  Document document = vertical_paper(2, 5, 4);
  add_paragraph(document, han(12));
  const PlacedEdition edition = place(document);
  const std::vector<DrawText> lines = all<DrawText>(edition.pages[0]);
  ASSERT_EQ(lines.size(), 3u);
  const Rect type = edition.pages[0].type_area;
  EXPECT_EQ(type.width, 15_pt * 3 + 10_pt);
  EXPECT_EQ(type.height, 10_pt * 11);
  expect_near(middle(lines[0].glyphs[0], 10_pt), type.right() - 5_pt, type.y + 5_pt);
  expect_near(middle(lines[0].glyphs[4], 10_pt), type.right() - 5_pt, type.y + 45_pt);
  expect_near(middle(lines[1].glyphs[0], 10_pt), type.right() - 20_pt, type.y + 5_pt);
  expect_near(middle(lines[2].glyphs[1], 10_pt), type.right() - 35_pt, type.y + 15_pt);
}

/// typography.md C03: no balance, the text runs on.
TEST(VerticalPage, LegsFillOneAfterTheOther) {
  Document document = vertical_paper(3, 5, 6);
  for (int i = 0; i < 10; ++i) add_paragraph(document, han(5, i * 5));
  const PlacedEdition edition = place(document);
  std::vector<int> legs(3);
  const Rect type = edition.pages[0].type_area;
  for (const DrawText& line : all<DrawText>(edition.pages[0])) {
    ++legs.at(static_cast<std::size_t>((line.glyphs[0].origin.y - type.y) / 60_pt));
  }
  EXPECT_EQ(legs, (std::vector<int>{6, 4, 0}));
  EXPECT_EQ(edition.pages[0].slots.size(), 18u);
  EXPECT_EQ(edition.pages[0].slots[0].box, (Rect{type.right() - 10_pt, type.y, 10_pt, 50_pt}));
}

TEST(VerticalPage, TheRulesBetweenLegsLieFlat) {
  Document document = vertical_paper(2, 5, 4);
  add_paragraph(document, han(25));
  const PlacedEdition edition = place(document);
  const auto* rule = std::get_if<DrawRule>(&edition.pages[0].items.back());
  ASSERT_NE(rule, nullptr);
  EXPECT_EQ(rule->box.width, 55_pt);
  EXPECT_EQ(rule->box.height, 0.5_pt);
  EXPECT_EQ(rule->box.y + 0.25_pt, edition.pages[0].type_area.y + 55_pt);
}

/// Three 段 of four lines: no rule below the last line, be its 段 full or not.
TEST(VerticalPage, NoRuleDividesTextFromNothing) {
  for (const auto& [characters, rules] : {std::pair{15, 0}, {20, 0}, {25, 1}, {40, 1}, {45, 2}}) {
    SCOPED_TRACE(characters);
    Document document = vertical_paper(3, 5, 4);
    add_paragraph(document, han(characters));
    EXPECT_EQ(all<DrawRule>(place(document).pages[0]).size(), static_cast<std::size_t>(rules));
  }
}

TEST(VerticalPage, TheHeadlineStandsAtTheRight) {
  Document document = vertical_paper(1, 10, 8);
  document.layouts[0].styles["title"].size = 20_pt;
  document.articles[0].kicker = copy("引题");
  document.articles[0].title = copy("大标题");
  add_paragraph(document, han(10));
  const std::vector<DrawText> lines = all<DrawText>(place(document).pages[0]);
  ASSERT_EQ(lines.size(), 3u);
  EXPECT_GT(lines[0].glyphs[0].origin.x, lines[1].glyphs[0].origin.x);
  EXPECT_GT(lines[1].glyphs[0].origin.x, lines[2].glyphs[0].origin.x);
  EXPECT_EQ(lines[1].glyphs[0].origin.x, lines[1].glyphs[2].origin.x);
  EXPECT_EQ(lines[1].glyphs[1].origin.y - lines[1].glyphs[0].origin.y, 20_pt);
}

TEST(VerticalPage, WordsAreTurnedAndNumbersStand) {
  Document document = vertical_paper(1, 12, 3);
  add_paragraph(document, "天地Web玄25黄");
  const std::vector<DrawText> items = all<DrawText>(place(document).pages[0]);
  ASSERT_EQ(items.size(), 3u);
  EXPECT_EQ(items[0].turn, Turn::kNone);
  EXPECT_EQ(items[1].turn, Turn::kClockwise);
  EXPECT_EQ(items[1].text, "Web");
  EXPECT_EQ(items[2].turn, Turn::kNone);
  EXPECT_EQ(items[2].text, "玄25黄");
  EXPECT_EQ(items[2].glyphs[1].origin.y, items[2].glyphs[2].origin.y);
}

TEST(VerticalPage, MarksStandOnTheirSides) {  // typography.md V07
  Document document = vertical_paper(1, 10, 3);
  add_paragraph(document, han(8));
  using Kind = InterlinearMark::Kind;
  document.articles[0].paragraphs[0].marks = {{Kind::kDots, 0, 3, {}, {}},
                                              {Kind::kName, 3, 9, {}, {}},
                                              {Kind::kTitle, 9, 15, {}, {}},
                                              {Kind::kRuby, 15, 18, copy("hé"), {}}};
  const PlacedPage page = place(document).pages[0];
  const Rect line{page.type_area.right() - 10_pt, page.type_area.y, 10_pt, 100_pt};
  std::vector<DrawStroke> strokes;
  std::vector<DrawRule> rules;
  for (const DrawItem& item : page.items) {
    if (const auto* s = std::get_if<DrawStroke>(&item)) strokes.push_back(*s);
    if (const auto* r = std::get_if<DrawRule>(&item)) rules.push_back(*r);
  }
  ASSERT_EQ(strokes.size(), 2u);
  ASSERT_EQ(rules.size(), 1u);
  EXPECT_GT(strokes[0].points[0].x, line.right()) << "着重号 at the right";
  EXPECT_NEAR(strokes[0].points[0].y.pt(), (line.y + 5_pt).pt(), 0.01);
  EXPECT_LT(rules[0].box.right(), line.x) << "专名号 at the left";
  EXPECT_GT(rules[0].box.height, 15_pt);
  for (const Point& p : strokes[1].points) EXPECT_LT(p.x, line.x) << "书名号 at the left";
  for (const DrawText& text : all<DrawText>(page)) {
    if (text.text == "hé") {
      EXPECT_GE(text.glyphs[0].origin.x, line.right());
    }
  }
}

/// Beside its character, letters upright below one another; the line itself does not move.
TEST(VerticalPage, BopomofoStandsAtTheRightOfTheLine) {
  Document document = vertical_paper(1, 10, 3);
  add_paragraph(document, "天地玄黄");
  document.articles[0].paragraphs[0].marks = {
      {InterlinearMark::Kind::kBopomofo, 0, 6, copy("ㄊㄧㄢ ㄉㄧˋ"), {}},
      {InterlinearMark::Kind::kDots, 0, 3, {}, {}}};
  const PlacedPage page = place(document).pages[0];
  const Length right = page.type_area.right(), top = page.type_area.y;
  std::string out;
  int letters = 0;
  for (const DrawText& text : all<DrawText>(page)) {
    out += text.text + "/";
    if (text.size != Em::of(0.3).at(10_pt)) continue;
    for (const PlacedGlyph& g : text.glyphs) {
      const std::string letter = text.text.substr(g.text_begin, g.text_end - g.text_begin);
      if (letter == "ˋ") {
        EXPECT_NEAR((g.origin.x - right).pt(), 0.2 + 3, 0.01);
        continue;
      }
      EXPECT_EQ(text.turn, Turn::kNone);
      EXPECT_NEAR((g.origin.x - right).pt(), 0.2, 0.01) << letter;
      // Baselines of letters of 3 pt, in the middle of the character's 10 pt.
      const double first = letters < 3 ? 5 - 4.5 : 15 - 3;
      const int n = letters < 3 ? letters : letters - 3;
      EXPECT_NEAR((g.origin.y - top).pt(), first + 3 * n + 0.88 * 3, 0.02) << letter;
      ++letters;
    }
  }
  EXPECT_EQ(letters, 5);
  EXPECT_EQ(out, "天/ㄊㄧㄢ/地/ㄉㄧˋ/玄黄/");
  for (const DrawItem& item : page.items) {
    if (const auto* dot = std::get_if<DrawStroke>(&item)) {
      EXPECT_LT(dot->points[0].x, right - 10_pt) << "着重号 give way";
    }
  }
}

TEST(VerticalPage, TheLanguageOfTheFileIsThatOfTheText) {
  Document document = vertical_paper(1, 10, 3);
  document.layouts[0].setting.language = Language::kHantTW;
  EXPECT_EQ(place(document).language, "zh-Hant-TW");
  EXPECT_EQ(place(newspaper(1, 10, 3)).language, "zh-Hans");
}

TEST(VerticalPage, ACaptionLiesUnderItsPhoto) {
  Document document = vertical_paper(3, 10, 20);
  document.layouts[0].frames[0].photos.push_back({{{1, 2}, {}}, {6, {}}});
  Photo photo;
  photo.path = "p.jpg", photo.width = 300, photo.height = 400;
  photo.caption = copy("图为天地");
  document.articles[0].photos.push_back(photo);
  add_paragraph(document, han(40));
  const PlacedPage page = place(document).pages[0];
  const Rect type = page.type_area;
  const DrawImage* image = nullptr;
  for (const DrawItem& item : page.items) {
    if (const auto* i = std::get_if<DrawImage>(&item)) image = i;
  }
  ASSERT_NE(image, nullptr);
  EXPECT_EQ(image->box.right(), type.right());
  EXPECT_EQ(image->box.y, type.y);
  EXPECT_EQ(image->box.width, 15_pt * 5 + 10_pt);
  const DrawText caption = all<DrawText>(page).back();
  EXPECT_EQ(caption.text, "图为天地");
  EXPECT_EQ(caption.glyphs[0].origin.y, caption.glyphs[3].origin.y) << "captions are horizontal";
  EXPECT_GT(caption.glyphs[0].origin.y, image->box.bottom());
  EXPECT_LE(caption.glyphs[0].origin.y, type.y + 210_pt);
  for (const PlacedSlot& slot : page.slots) EXPECT_FALSE(slot.box.overlaps(image->box));
}

// ---- Among horizontal text

TEST(VerticalStory, StandsInABoxOfAHorizontalPage) {
  Document document = newspaper(2, 10, 12);
  Frame& frame = document.layouts[0].frames[0];
  frame.columns.value = {2, 2};
  frame.writing = WritingMode::kVertical;
  frame.legs.value = 2;
  document.layouts[0].styles["body"].indent = Em();
  add_paragraph(document, han(30));
  const PlacedPage page = place(document).pages[0];
  const Rect box = page.slots[0].box;
  // 175 pt high: two legs of 8 字 and what is left as the gap; 100 pt wide: 7 rows.
  EXPECT_EQ(page.slots.size(), 14u);
  EXPECT_EQ(box.height, 80_pt);
  EXPECT_EQ(box.right(), page.type_area.right());
  EXPECT_EQ(page.slots.back().box.bottom(), page.type_area.bottom());
  const std::vector<DrawText> lines = all<DrawText>(page);
  EXPECT_EQ(lines[0].glyphs.size(), 8u);
  EXPECT_EQ(lines[0].glyphs[0].origin.x, lines[0].glyphs[7].origin.x);
}

struct HeadCase {
  WritingMode writing;
  TitlePlace at;
  bool turned, right;  ///< the headline's lines are vertical; it stands in the right half
};

TEST(VerticalHeadline, StandsBesideTheText) {
  constexpr HeadCase kCases[] = {{WritingMode::kHorizontal, TitlePlace::kRight, true, true},
                                 {WritingMode::kHorizontal, TitlePlace::kLeft, true, false},
                                 {WritingMode::kVertical, TitlePlace::kTop, false, false}};
  for (const HeadCase& c : kCases) {
    const bool vertical_text = c.writing == WritingMode::kVertical;
    Document document = vertical_text ? vertical_paper(3, 10, 12) : newspaper(3, 10, 12);
    document.layouts[0].styles["title"].size = document.layouts[0].styles["title"].pitch = 24_pt;
    document.layouts[0].frames[0].head_at = c.at;
    document.articles[0].title = copy("大标题");
    document.articles[0].subtitle = copy("副标题");
    add_paragraph(document, han(220));
    const PlacedPage page = place(document).pages[0];
    const std::vector<DrawText> items = all<DrawText>(page);
    const DrawText& title = items[0];
    ASSERT_EQ(title.text, "大标题");
    EXPECT_EQ(title.glyphs[0].origin.x == title.glyphs[1].origin.x, c.turned);
    EXPECT_EQ(title.glyphs[0].origin.y == title.glyphs[1].origin.y, !c.turned);
    if (c.turned) {
      EXPECT_EQ(title.glyphs[0].origin.x > page.type_area.x + page.type_area.width / 2, c.right);
      EXPECT_LT(items[1].glyphs[0].origin.x, title.glyphs[0].origin.x) << "the subtitle follows at the left";
    }
    EXPECT_EQ(page.slots.size(), 24u) << "one of three columns is the headline's";
    for (const PlacedSlot& slot : page.slots) {
      for (const PlacedGlyph& g : title.glyphs) {
        EXPECT_FALSE(slot.box.overlaps({g.origin.x, g.origin.y - 20_pt, 24_pt, 20_pt}));
      }
    }
  }
}

TEST(VerticalHeadline, InABox) {
  Document document = newspaper(3, 10, 12);
  Frame& frame = document.layouts[0].frames[0];
  frame.head_at = TitlePlace::kLeft;
  frame.head_place.emplace();
  frame.head_place->box = FrameBox{{}, Ink{0, 0, 0, 10}, 1};
  document.layouts[0].styles["title"].align = Align::kCentre;
  document.layouts[0].styles["title"].size = document.layouts[0].styles["title"].pitch = 24_pt;
  document.articles[0].title = copy("大标题");
  add_paragraph(document, han(220));
  const PlacedPage page = place(document).pages[0];
  const Rect column{page.type_area.x, page.type_area.y, 100_pt, page.type_area.height};
  const std::vector<DrawRule> rules = all<DrawRule>(page);
  ASSERT_FALSE(rules.empty());
  EXPECT_EQ(rules[0].box, column) << "the tint fills the column";
  const DrawText title = all<DrawText>(page)[0];
  ASSERT_EQ(title.text, "大标题");
  EXPECT_EQ(em_box(title).x + em_box(title).width / 2, column.x + column.width / 2);
  EXPECT_NEAR((em_box(title).y + em_box(title).height / 2).pt(), (column.y + column.height / 2).pt(), 0.01);
}

TEST(VerticalHeadline, TextRunsBelowAShortOne) {
  Document document = newspaper(2, 10, 12);
  Frame& frame = document.layouts[0].frames[0];
  frame.head_at = TitlePlace::kRight;
  frame.head_rows = 8;
  document.articles[0].title = copy("大标题");
  add_paragraph(document, han(150));
  const PlacedPage page = place(document).pages[0];
  EXPECT_EQ(page.slots.size(), 16u);
  EXPECT_EQ(page.slots.back().column, 2);
  EXPECT_EQ(page.slots[12].row, 9);
}

TEST(VerticalHeadline, SaysWhenItIsTooLong) {
  Document document = newspaper(2, 10, 6);
  document.layouts[0].frames[0].head_at = TitlePlace::kRight;
  document.layouts[0].styles["title"].size = document.layouts[0].styles["title"].pitch = 40_pt;
  document.articles[0].title = copy("一二三四五六七八九");
  add_paragraph(document, han(20));
  Diagnostics diags;
  place_edition(document, test::serif(), diags);
  ASSERT_FALSE(diags.all().empty());
  EXPECT_EQ(diags.all()[0].code, "head-too-high");
  EXPECT_EQ(diags.all()[0].message, "the headline group of frame 'lead' takes 14 行, its column has 7");
}

}  // namespace
}  // namespace banxin
