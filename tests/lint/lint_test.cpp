// Every rule on pages put together by hand: one that breaks it, one that does not.
#include "lint/lint.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace banxin {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using Kind = StructureNode::Kind;

constexpr Length pt(double value) { return Length::points(value); }

/// A page of 6 columns of 10 字 at 10 pt with gaps of 1 字, 50 rows of 15 pt; the type area starts at (0, 0).
class Lint : public testing::Test {
 protected:
  Lint() {
    PageLayout layout;
    layout.file = 0;
    layout.width = pt(650), layout.height = pt(750);
    layout.grid = {
        .size = pt(10), .pitch = pt(15), .columns = 6, .measure = 10, .gap = Em::of(1), .rows = 50};
    document_.layouts.push_back(layout);
    PageSpec page;
    page.number = 1;
    document_.edition.pages.push_back(page);
    document_.edition.date = Date{2026, 11, 26};
    edition_.structure.push_back({});
    PlacedPage placed;
    placed.number = 1;
    placed.width = pt(650), placed.height = pt(750);
    edition_.pages.push_back(placed);
  }

  /// A story whose frame covers columns × rows.
  NodeId story(const std::string& title, Range columns, Range rows) {
    Article article;
    article.file = static_cast<std::uint32_t>(10 + document_.articles.size());
    article.title = copy(title, article.file);
    document_.articles.push_back(article);
    FrameFit fit;
    fit.frame = "f" + std::to_string(document_.articles.size());
    fit.box = box(columns, rows);
    fit.article = document_.articles.size() - 1;
    fit.bound = true;
    edition_.pages[0].fits.push_back(fit);
    return node(Kind::kArticle, 0, title);
  }
  NodeId node(Kind kind, NodeId parent, const std::string& title = "") {
    const std::uint32_t file = kind == Kind::kArticle
                                   ? static_cast<std::uint32_t>(9 + document_.articles.size())
                                   : edition_.structure[parent].source.file;
    edition_.structure.push_back({kind, parent, title, {file, 0, 1}});
    return static_cast<NodeId>(edition_.structure.size() - 1);
  }
  static Copy copy(const std::string& text, std::uint32_t file) {
    return {text, {{0, {file, 0, static_cast<std::uint32_t>(text.size())}}}};
  }
  static Rect box(Range columns, Range rows) {
    const double left = (columns.first - 1) * 110.0, right = columns.last * 110.0 - 10;
    return {pt(left), pt((rows.first - 1) * 15.0), pt(right - left), pt(rows.count() * 15.0 - 5)};
  }
  /// A line of `n` ideographs in a column and row.
  void line(NodeId n, int column, int row, int count, double size = 10, FaceId face = 0) {
    DrawText text;
    text.node = n, text.face = face, text.size = pt(size);
    for (int i = 0; i < count; ++i) {
      const auto begin = static_cast<std::uint32_t>(text.text.size());
      text.text += "字";
      text.glyphs.push_back(
          {1, {pt((column - 1) * 110.0 + i * size), pt((row - 1) * 15.0 + size * 0.88)}, begin, begin + 3});
    }
    edition_.pages[0].items.emplace_back(text);
  }
  NodeId headline(NodeId article, int column, int row, double size = 24, FaceId face = 0) {
    const NodeId n = node(Kind::kHeadline, article);
    line(n, column, row, 4, size, face);
    return n;
  }
  NodeId paragraph(NodeId article, int column, int first_row, int lines, int last = 10) {
    const NodeId n = node(Kind::kParagraph, article);
    for (int i = 0; i < lines; ++i) line(n, column, first_row + i, i + 1 == lines ? last : 10);
    return n;
  }

  std::vector<std::string> codes() {
    Diagnostics diags;
    lint_edition(document_, edition_, diags);
    std::vector<std::string> out;
    messages_.clear();
    found_ = diags.all();
    for (const Diagnostic& d : found_) out.push_back(d.code), messages_.push_back(d.message);
    return out;
  }

  Document document_;
  PlacedEdition edition_;
  std::vector<std::string> messages_;
  std::vector<Diagnostic> found_;
};

TEST_F(Lint, AGoodPageHasNoFindings) {
  const NodeId a = story("大桥合龙", {1, 4}, {1, 24}), b = story("早市开张", {5, 6}, {1, 30}),
               c = story("小书房", {1, 6}, {31, 50});
  headline(a, 1, 1, 36), headline(b, 5, 1, 22, 1), headline(c, 1, 31, 26);
  paragraph(a, 1, 4, 5), paragraph(b, 5, 4, 5), paragraph(c, 1, 34, 5);
  EXPECT_THAT(codes(), IsEmpty());
}

TEST_F(Lint, ATurnedNumberIsNoLineOfItsOwn) {
  const NodeId p = node(Kind::kParagraph, story("灯塔", {1, 4}, {1, 24}));
  const auto down = [&](double x, int count, Turn turn, double y, double advance) {
    DrawText text;
    text.node = p, text.size = pt(10), text.turn = turn;
    for (int i = 0; i < count; ++i) {
      const auto begin = static_cast<std::uint32_t>(text.text.size());
      text.text += "8";
      text.glyphs.push_back({1, {pt(x), pt(y + i * advance)}, begin, begin + 1});
    }
    edition_.pages[0].items.emplace_back(text);
  };
  down(300, 10, Turn::kNone, 8.8, 10);         // a line of ten 字,
  down(301.2, 4, Turn::kClockwise, 102.5, 5);  // its number at the end, a quarter 字 behind it,
  down(285, 12, Turn::kNone, 8.8, 10);         // and the next line
  EXPECT_THAT(codes(), IsEmpty());
}

TEST_F(Lint, HeadlinesThatMeet) {
  headline(story("大桥合龙", {1, 3}, {1, 20}), 1, 1), headline(story("早市开张", {4, 6}, {1, 20}), 4, 1);
  EXPECT_THAT(codes(), ElementsAre("headlines-meet"));
  EXPECT_THAT(found_[0].pages, ElementsAre(edition_.pages[0].number));
  EXPECT_EQ(messages_[0], "headline “早市开张” meets “大桥合龙”, of the same face and size");
}

TEST_F(Lint, HeadlinesThatDifferMayMeet) {
  headline(story("大桥合龙", {1, 3}, {1, 20}), 1, 1, 24),
      headline(story("早市开张", {4, 6}, {1, 20}), 4, 1, 18);
  EXPECT_THAT(codes(), IsEmpty());
}

TEST_F(Lint, HeadlinesOnOneAnother) {
  const NodeId a = story("大桥合龙", {1, 3}, {1, 3}), b = story("早市开张", {1, 3}, {4, 20});
  headline(a, 1, 1), headline(b, 1, 4);
  EXPECT_THAT(codes(), ElementsAre("headlines-meet"));
}

TEST_F(Lint, AHeadlineLargerThanTheLead) {
  headline(story("大桥合龙", {1, 3}, {1, 20}), 1, 1, 24),
      headline(story("早市开张", {1, 6}, {30, 50}), 1, 30, 36);
  EXPECT_THAT(codes(), ElementsAre("lead-outshone"));
  EXPECT_EQ(messages_[0], "headline “早市开张” is larger than that of the lead, “大桥合龙”");
}

/// 竖题 in the middle of its frame's height.
TEST_F(Lint, AHeadlineBesideItsTextLeadsFromTheTopOfItsFrame) {
  const NodeId lead = story("大桥合龙", {1, 4}, {1, 30}), side = story("早市开张", {5, 6}, {1, 20});
  headline(side, 5, 1, 20);
  DrawText beside;
  beside.node = node(Kind::kHeadline, lead), beside.size = pt(36), beside.text = "大桥";
  beside.glyphs = {{1, {pt(0), pt(150)}, 0, 3}, {1, {pt(0), pt(190)}, 3, 6}};
  edition_.pages[0].items.emplace_back(beside);
  EXPECT_THAT(codes(), IsEmpty());
  edition_.pages[0].fits[0].box = box({1, 4}, {10, 39});  // now the other one leads
  EXPECT_THAT(codes(), ElementsAre("lead-outshone"));
}

/// 报眼
TEST_F(Lint, AStoryBesideTheNameplateIsNotTheLead) {
  Frame plate;
  plate.name.value = "plate";
  plate.furniture = Nameplate{};
  document_.layouts[0].frames.push_back(plate);
  FrameFit fit;
  fit.frame = "plate", fit.box = box({1, 4}, {1, 8});
  edition_.pages[0].fits.push_back(fit);
  headline(story("早市开张", {5, 6}, {1, 30}), 5, 1, 20, 1);
  headline(story("大桥合龙", {1, 4}, {10, 40}), 1, 10, 36);
  const NodeId foot = story("小书房", {1, 6}, {41, 50});
  headline(foot, 1, 41, 24, 1);
  EXPECT_THAT(codes(), IsEmpty());
  headline(foot, 1, 41, 40, 1);
  EXPECT_THAT(codes(), ElementsAre("lead-outshone"));
}

TEST_F(Lint, TextBesideItsHeadline) {
  const NodeId a = story("大桥合龙", {1, 2}, {1, 20});
  headline(a, 1, 1), paragraph(a, 1, 4, 4), paragraph(a, 5, 4, 4);
  EXPECT_THAT(codes(), ElementsAre("text-outside-head"));
}

TEST_F(Lint, AUnionWhoseTextBeginsAtTheLeftOfItsHeadline) {
  const NodeId a = story("大桥合龙", {1, 3}, {1, 20});
  Frame frame;
  frame.name.value = "f1";
  frame.area = {{{{2, 3}, {}}, {{1, 10}, {}}}, {{{1, 3}, {}}, {{11, 20}, {}}}};
  document_.layouts[0].frames = {frame};
  headline(a, 2, 1), paragraph(a, 1, 11, 4), paragraph(a, 2, 4, 4);
  EXPECT_THAT(codes(), ElementsAre("text-outside-head"));
  EXPECT_EQ(messages_[0], "text of “大桥合龙” begins at the left of its headline");
  document_.layouts[0].frames[0].area.front().columns.value = {1, 3};
  EXPECT_THAT(codes(), IsEmpty());
}

TEST_F(Lint, ACaptionBetweenHeadlineAndText) {
  const NodeId a = story("大桥合龙", {1, 2}, {1, 20});
  headline(a, 1, 1);
  line(node(Kind::kCaption, a), 1, 8, 8, 8);
  paragraph(a, 1, 10, 4);
  EXPECT_THAT(codes(), ElementsAre("caption-in-the-way"));
}

TEST_F(Lint, ACaptionUnderAHeadlineOnThePhoto) {
  const NodeId a = story("大桥合龙", {1, 2}, {1, 20});
  DrawImage photo;
  photo.node = node(Kind::kFigure, a), photo.box = box({1, 2}, {1, 7});
  edition_.pages[0].items.emplace_back(photo);
  headline(a, 1, 1);
  line(node(Kind::kCaption, a), 1, 8, 8, 8);
  paragraph(a, 1, 10, 4);
  EXPECT_THAT(codes(), IsEmpty());
}

TEST_F(Lint, TextBesideAHeadlineOnAPhoto) {
  const NodeId a = story("大桥合龙", {1, 4}, {1, 20});
  DrawImage photo;
  photo.node = node(Kind::kFigure, a), photo.box = box({1, 2}, {1, 12});
  edition_.pages[0].items.emplace_back(photo);
  headline(a, 1, 8), paragraph(a, 3, 1, 10);
  EXPECT_THAT(codes(), IsEmpty());
}

TEST_F(Lint, TextBesideAHeadlineThatHasColumnsOfItsOwn) {
  const NodeId a = story("大桥合龙", {1, 4}, {1, 20});
  Frame frame;
  frame.name.value = "f1";
  frame.head_place.emplace();
  document_.layouts[0].frames = {frame};
  headline(a, 1, 3), paragraph(a, 1, 6, 4), paragraph(a, 3, 1, 10);  // its kicker stands above it
  EXPECT_THAT(codes(), IsEmpty());
  document_.layouts[0].frames[0].head_place->from = 3;
  EXPECT_THAT(codes(), ElementsAre("text-outside-head"));
}

TEST_F(Lint, AGutterThroughThePage) {
  headline(story("大桥合龙", {1, 3}, {1, 20}), 1, 1, 36),
      headline(story("早市开张", {4, 6}, {1, 24}), 4, 1, 20);
  headline(story("小书房", {1, 3}, {21, 50}), 1, 21, 26),
      headline(story("江堤", {4, 6}, {25, 50}), 4, 25, 22);
  EXPECT_THAT(codes(), ElementsAre("gutter-through"));
  EXPECT_EQ(messages_[0], "the gutter after column 3 runs through page 1 from its head to its foot");
}

TEST_F(Lint, APageInTwoHalves) {
  headline(story("大桥合龙", {1, 4}, {1, 24}), 1, 1, 36),
      headline(story("早市开张", {5, 6}, {1, 24}), 5, 1, 20);
  headline(story("小书房", {1, 6}, {25, 50}), 1, 25, 26);
  EXPECT_THAT(codes(), ElementsAre("page-cut"));
  EXPECT_EQ(messages_[0], "page 1 falls into two halves at row 25");
}

/// It goes on in a linked frame below the line.
TEST_F(Lint, AStoryThatGoesOnOverTheLineHoldsThePageTogether) {
  story("大桥合龙", {1, 4}, {1, 24});
  FrameFit more = edition_.pages[0].fits.back();
  more.frame = "more", more.box = box({1, 2}, {25, 30});
  edition_.pages[0].fits.push_back(more);
  story("早市开张", {5, 6}, {1, 22}), story("小书房", {3, 6}, {25, 50});
  EXPECT_THAT(codes(), IsEmpty());
  edition_.pages[0].fits[1].bound = false;
  EXPECT_THAT(codes(), ElementsAre("page-cut"));
}

TEST_F(Lint, NewsAboveAnAdvertisementIsNoHalf) {
  story("大桥合龙", {1, 4}, {1, 16}), story("早市开张", {5, 6}, {1, 24}), story("小书房", {1, 4}, {17, 24});
  FrameFit advert;
  advert.frame = "advert", advert.box = box({1, 6}, {26, 50});
  edition_.pages[0].fits.push_back(advert);
  EXPECT_THAT(codes(), IsEmpty());
}

TEST_F(Lint, SingleCharactersAndLines) {
  const NodeId a = story("大桥合龙", {1, 2}, {1, 20});
  headline(a, 1, 1);
  paragraph(a, 1, 4, 3, 1);
  EXPECT_THAT(codes(), ElementsAre("single-character"));
  const NodeId turned = paragraph(a, 1, 18, 3, 10);
  line(turned, 2, 4, 6);
  EXPECT_THAT(codes(), ElementsAre("single-character", "single-line"));
  for (int row = 4; row <= 10; ++row)
    edition_.pages[0].slots.push_back({"f1", 2, row, box({2, 2}, {row, row})});
  EXPECT_THAT(codes(), ElementsAre("single-character")) << "in a column of seven lines it is no fault";
}

/// Furniture has no slots, and a line of it may be spread over the measure.
TEST_F(Lint, SingleLinesOfFurniture) {
  edition_.structure.push_back({Kind::kArticle, 0, "", {3, 0, 1}});
  const NodeId text = node(Kind::kParagraph, static_cast<NodeId>(edition_.structure.size() - 1));
  line(text, 1, 10, 10), line(text, 1, 11, 10), line(text, 2, 10, 6);
  EXPECT_THAT(codes(), IsEmpty()) << "legs of few lines";
  for (int row = 11; row <= 18; ++row) line(node(Kind::kParagraph, 1), 2, row, 10);
  EXPECT_THAT(codes(), ElementsAre("single-line"));
  const NodeId spread = node(Kind::kParagraph, 1);
  line(spread, 3, 10, 1), line(spread, 4, 10, 1);
  EXPECT_THAT(codes(), ElementsAre("single-line"));
}

TEST_F(Lint, AFirstLineAlone) {
  const NodeId a = story("大桥合龙", {1, 2}, {1, 20});
  headline(a, 1, 1);
  const NodeId turned = paragraph(a, 1, 20, 1);
  line(turned, 2, 4, 10), line(turned, 2, 5, 6);
  EXPECT_THAT(codes(), ElementsAre("single-first-line"));
  EXPECT_EQ(messages_[0],
            "the first line of the paragraph, “字字字字字字字字字字”, stands alone at the foot of a column");
  for (int row = 14; row <= 20; ++row)
    edition_.pages[0].slots.push_back({"f1", 1, row, box({1, 1}, {row, row})});
  EXPECT_THAT(codes(), IsEmpty()) << "in a column of seven lines it is no fault";
}

/// Of two lines that a turn divides both are alone: told once.
/// The third column of the story begins below another one, and its headline does not reach there.
TEST_F(Lint, AnAmbiguousTurn) {
  const NodeId a = story("大桥合龙", {1, 3}, {1, 40}), b = story("早市开张", {3, 3}, {1, 19});
  headline(a, 1, 1, 36), headline(b, 3, 1, 22, 1);
  paragraph(b, 3, 4, 15);
  const NodeId text = node(Kind::kParagraph, a);
  for (int row = 5; row <= 40; ++row) line(text, 2, row, 10);
  for (int row = 20; row <= 40; ++row) line(text, 3, row, 10);
  EXPECT_THAT(codes(), ElementsAre("ambiguous-turn"));
  Frame rule;
  rule.kind = Frame::Kind::kRule;
  rule.columns.value = {3, 3}, rule.rows.value = {19, 19};
  document_.layouts[0].frames.push_back(rule);
  EXPECT_THAT(codes(), IsEmpty()) << "below a rule";
  document_.layouts[0].frames[0].columns.value = {1, 2};
  EXPECT_THAT(codes(), ElementsAre("ambiguous-turn"));
  Frame boxed;
  boxed.name.value = "f2", boxed.box.emplace();
  document_.layouts[0].frames.push_back(boxed);
  EXPECT_THAT(codes(), IsEmpty()) << "below a box";
}

TEST_F(Lint, TwoLinesThatATurnDivides) {
  const NodeId a = story("大桥合龙", {1, 2}, {1, 20});
  headline(a, 1, 1);
  line(paragraph(a, 1, 20, 1), 2, 4, 6);
  EXPECT_THAT(codes(), ElementsAre("single-line"));
}

TEST_F(Lint, SingleLinesAtAJump) {
  const NodeId a = story("大桥合龙", {1, 2}, {1, 20});
  headline(a, 1, 1);
  const NodeId divided = paragraph(a, 1, 18, 3);
  document_.edition.pages.push_back({});
  document_.edition.pages[1].number = 3;
  edition_.pages.push_back(edition_.pages[0]);
  PlacedPage& third = edition_.pages[1];
  third.number = 3;
  third.items.erase(third.items.begin(), third.items.end() - 1);  // the last line alone
  EXPECT_THAT(codes(), ElementsAre("single-line"));
  EXPECT_EQ(messages_[0],
            "the last line of the paragraph, “字字字字字字字字字字”, stands alone behind the jump");
  EXPECT_THAT(found_[0].pages, ElementsAre(3));
  std::swap(edition_.pages[0].items, third.items);
  edition_.pages[0].items.insert(edition_.pages[0].items.begin(), third.items.front());  // its headline
  EXPECT_THAT(codes(), ElementsAre("single-first-line"));
  EXPECT_THAT(found_[0].pages, ElementsAre(1));
  EXPECT_EQ(edition_.structure[divided].kind, Kind::kParagraph);
}

/// Pages 1 and 3, the layout of both with the least that an edition gets without saying so.
TEST_F(Lint, TooShortPartsOfAStoryThatJumps) {
  story("大桥合龙", {1, 2}, {1, 20});
  Frame first, rest;
  first.name.value = "f1", rest.name.value = "rest", rest.continued = true;
  document_.layouts[0].frames = {first, rest};
  document_.edition.pages.push_back({});
  document_.edition.pages[1].number = 3;
  edition_.pages.push_back(edition_.pages[0]);
  edition_.pages[1].number = 3;
  FrameFit &before = edition_.pages[0].fits[0], &behind = edition_.pages[1].fits[0];
  behind.frame = "rest";
  before.lines = 6, behind.lines = 8;
  EXPECT_THAT(codes(), IsEmpty());
  before.lines = 3, behind.lines = 4;
  EXPECT_THAT(codes(), ElementsAre("jump-short", "jump-short"));
  EXPECT_EQ(messages_[0], "only 4 行 are left for frame 'rest' on page 3; 8 are wanted");
  EXPECT_THAT(found_[0].pages, ElementsAre(3));
  EXPECT_EQ(messages_[1], "the story jumps after 3 行; 6 are wanted before");
  EXPECT_THAT(found_[1].pages, ElementsAre(1));
  document_.edition.lint["jump-short"] = {Weighting::kOff, {}};
  EXPECT_THAT(codes(), IsEmpty());
}

TEST_F(Lint, EmptySlotsInWords) {
  story("大桥合龙", {1, 2}, {1, 20});
  FrameFit& fit = edition_.pages[0].fits[0];
  fit.slots = 40, fit.lines = 36, fit.characters = 400;
  for (int i = 0; i < 40; ++i) edition_.pages[0].slots.push_back({"f1", 1 + i / 20, 1 + i % 20, {}});
  EXPECT_THAT(codes(), ElementsAre("empty-slots"));
  EXPECT_EQ(messages_[0], "frame 'f1' is under by about 40 字 (4 行)");
  EXPECT_EQ(found_[0].hint, "write about 28 字 more, or make the frame smaller");
  fit.lines = 37;
  EXPECT_THAT(codes(), IsEmpty()) << "no column is two lines short";
}

TEST_F(Lint, Photos) {
  const NodeId a = story("大桥合龙", {1, 2}, {1, 20});
  Photo photo;
  photo.file = {"bridge.jpg", {10, 0, 1}};
  photo.caption = copy("大桥", 10);
  document_.articles[0].photos.push_back(photo);
  edition_.images.push_back({"/x/bridge.jpg", "bridge.jpg", 100, 100});
  DrawImage image;
  image.node = node(Kind::kFigure, a);
  image.box = box({1, 2}, {1, 5});
  edition_.pages[0].items.emplace_back(image);
  EXPECT_THAT(codes(), ElementsAre("photo-without-credit"));
  edition_.pages[0].items.emplace_back(image);
  EXPECT_THAT(codes(), ElementsAre("photo-twice", "photo-without-credit"));
  EXPECT_THAT(found_[0].pages, ElementsAre(edition_.pages[0].number));
  EXPECT_EQ(found_[0].also.size(), 1u) << "the place of the other one";
  EXPECT_THAT(found_[1].pages, IsEmpty());
  edition_.pages[0].items.pop_back();
  edition_.pages.push_back(edition_.pages[0]);
  edition_.pages[1].number = 7;
  codes();
  const auto twice =
      std::find_if(found_.begin(), found_.end(), [](const Diagnostic& d) { return d.code == "photo-twice"; });
  ASSERT_NE(twice, found_.end());
  EXPECT_EQ(twice->message, "photo 'bridge.jpg' stands twice, on pages 1 and 7");
  EXPECT_THAT(twice->pages, ElementsAre(1, 7));
}

struct Said {
  const char* text;
  std::vector<std::string> codes;
};

TEST_F(Lint, WordsOfTheCopy) {
  const Said cases[] = {
      {"11月26日（星期四）开幕", {}},
      {"11月26日（星期五）开幕", {"wrong-weekday"}},
      {"2026年11月28日周六", {}},
      {"2026年11月28日，周日", {"wrong-weekday"}},
      {"1月1日（星期五）放假", {}},  // of 2027, the nearest
      {"11月31日开会", {}},
      {"26日（星期五）", {}},
      {"全文见第1版", {}},
      {"全文见第9版", {"page-reference"}},
      {"下转9版", {"page-reference"}},
      {"第9版块", {}},
      {"见2024版", {}},
  };
  story("大桥", {1, 2}, {1, 20});
  for (const Said& c : cases) {
    SCOPED_TRACE(c.text);
    Paragraph paragraph;
    paragraph.copy = copy(c.text, 10);
    document_.articles[0].paragraphs = {paragraph};
    EXPECT_EQ(codes(), c.codes);
  }
}

TEST_F(Lint, WordsOfTablesAndFurniture) {
  const std::string wrong = "11月26日（星期五）", nowhere = "见第9版";
  story("大桥", {1, 2}, {1, 20});
  Paragraph table;
  table.kind = Paragraph::Kind::kTable;
  MarkedCopy cell;
  cell.copy = copy(wrong, 10);
  table.table.rows = {{cell}};
  document_.articles[0].paragraphs = {table};
  EXPECT_THAT(codes(), ElementsAre("wrong-weekday"));
  document_.articles[0].paragraphs.clear();
  PageSpec& page = document_.edition.pages[0];
  page.texts["notes"] = {"停水\n" + wrong, {3, 40, 60}};
  EXPECT_THAT(codes(), ElementsAre("wrong-weekday"));
  EXPECT_EQ(found_[0].where.begin, 40u);
  page.texts.clear();
  page.digests["ear"] = {{{"大桥", {}}, {nowhere, {}}, {}, 1}};
  EXPECT_THAT(codes(), ElementsAre("page-reference"));
}

TEST_F(Lint, AWrongWeekdayIsTold) {
  story("11月26日（星期五）开幕", {1, 2}, {1, 20});
  EXPECT_THAT(codes(), ElementsAre("wrong-weekday"));
  EXPECT_EQ(messages_[0], "11月26日 of 2026 is 星期四, not 星期五");
}

TEST_F(Lint, ThePaperWeighsTheRules) {
  headline(story("大桥合龙", {1, 3}, {1, 20}), 1, 1), headline(story("早市开张", {4, 6}, {1, 20}), 4, 1);
  document_.edition.lint["headlines-meet"] = {Weighting::kOff, {}};
  EXPECT_THAT(codes(), IsEmpty());
  document_.edition.lint["headlines-met"] = {Weighting::kOff, {}};
  EXPECT_THAT(codes(), ElementsAre("unknown-rule"));
}

/// docs/lint.md has a row for every rule, with its words.
TEST(LintDocs, TellEveryRule) {
  std::ifstream file(std::string(BANXIN_SOURCE_DIR) + "/docs/lint.md");
  const std::string docs{std::istreambuf_iterator<char>(file), {}};
  for (const LintRule& rule : lint_rules()) {
    const std::string mark = rule.weight == Weighting::kError ? " (an error)" : "";
    const std::string row = "| `" + std::string(rule.code) + "` | " + std::string(rule.what) + mark + " |\n";
    EXPECT_NE(docs.find(row), docs.npos) << row;
  }
}

}  // namespace
}  // namespace banxin
