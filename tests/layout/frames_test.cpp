// Frames of other shapes than columns × rows, shown as pictures of their rows.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "layout/frame_area.h"
#include "support.h"

namespace banxin {
namespace {

using test::add_paragraph;
using test::boxes;
using test::copy;
using test::han;
using test::newspaper;
using test::picture;
using test::place;
using test::Placed;

Cells cells(Range columns, Range rows) { return {{columns, {}}, {rows, {}}}; }

/// The frame takes these rectangles.
void take(Frame& frame, std::vector<Cells> area) {
  frame.columns.value = area[0].columns.value, frame.rows.value = area[0].rows.value;
  for (const Cells& c : area) {
    frame.columns.value.first = std::min(frame.columns.value.first, c.columns.value.first);
    frame.columns.value.last = std::max(frame.columns.value.last, c.columns.value.last);
    frame.rows.value.first = std::min(frame.rows.value.first, c.rows.value.first);
    frame.rows.value.last = std::max(frame.rows.value.last, c.rows.value.last);
  }
  frame.area = std::move(area);
}

TEST(Frames, TextRunsDownTheColumnsOfAnL) {
  Document d = newspaper(3, 6, 4);
  take(d.layouts[0].frames[0], {cells({1, 1}, {1, 4}), cells({2, 3}, {3, 4})});
  add_paragraph(d, han(5 + 6 * 7));
  const Placed p = place(d);
  EXPECT_EQ(p.picture,
            "天地玄黄宇 | · | ·\n"
            "宙洪荒日月盈 | · | ·\n"
            "昃辰宿列张寒 | 藏闰余成岁律 | 雨露结为霜金\n"
            "来暑往秋收冬 | 吕调阳云腾致 | 生丽水玉出昆\n")
      << p.picture;
  EXPECT_EQ(p.page().fits[0].slots, 8);
}

TEST(Frames, NoRuleRunsBesideWhatIsNotTheStorys) {
  Document d = newspaper(2, 12, 6);
  take(d.layouts[0].frames[0], {cells({1, 1}, {1, 6}), cells({2, 2}, {4, 6})});
  add_paragraph(d, han(10 + 12 * 8));
  const std::vector<Rect> drawn = boxes<DrawRule>(place(d).page());
  ASSERT_EQ(drawn.size(), 1u);
  EXPECT_EQ(drawn[0].y, 20_pt + 15_pt * 3);
  EXPECT_EQ(drawn[0].bottom(), 20_pt + 15_pt * 5 + 10_pt);
}

TEST(Frames, TheHeadlineOfAnLStandsOverItsFirstRectangle) {
  Document d = newspaper(3, 12, 6);
  d.articles[0].title = copy("题");
  take(d.layouts[0].frames[0], {cells({2, 3}, {1, 6}), cells({1, 1}, {3, 6})});
  d.layouts[0].frames[0].head_rows = 3;
  add_paragraph(d, han(10 + 12 * 9));
  const Placed p = place(d);
  EXPECT_EQ(p.page().fits[0].slots, 4 + 3 + 3);
  EXPECT_THAT(p.picture, testing::ContainsRegex("\n· \\| [^|]*题|^· \\| .*题|题")) << p.picture;
  EXPECT_THAT(p.picture, testing::HasSubstr("天地玄黄"));
  EXPECT_FALSE(p.diags.has_errors());
}

TEST(Frames, TextGoesOnInALinkedFrameOfAnotherWidth) {
  Document d = newspaper(4, 6, 5);
  Frame& lead = d.layouts[0].frames[0];
  lead.columns.value = {1, 2}, lead.rows.value = {1, 2};
  lead.to.value = "rest";
  Frame rest;
  rest.name.value = "rest";
  rest.columns.value = {1, 4}, rest.rows.value = {4, 5};
  rest.legs.value = 2;  // 13 字 each over 27
  d.layouts[0].frames.push_back(rest);
  add_paragraph(d, han(5 + 6 * 3 + 13 * 4));
  const Placed p = place(d);
  EXPECT_EQ(p.picture,
            "天地玄黄宇 | 昃辰宿列张寒 | · | ·\n"
            "宙洪荒日月盈 | 来暑往秋收冬 | · | ·\n"
            "· | · | · | ·\n"
            "藏闰余成岁律吕调阳云腾致雨 | · | 号巨阙珠称夜光果珍李柰菜重 | ·\n"
            "露结为霜金生丽水玉出昆冈剑 | · | 芥姜海咸河淡鳞潜羽翔龙师火 | ·\n")
      << p.picture;
  ASSERT_EQ(p.page().fits.size(), 2u);
  EXPECT_EQ(p.page().fits[0].lines, 4);
  EXPECT_EQ(p.page().fits[1].lines, 4);
  EXPECT_EQ(p.page().fits[1].note, "2 legs of 13字 over columns 1-4, gaps 1字");
}

TEST(Frames, LegsAreWholeCharactersAndGapsTakeTheRest) {
  struct Case {
    int columns, legs, measure;
    double gap;
  };
  // An evening paper: 三分二 17 字, 四分三 15, 五分四 14 (newspaper.md 1.4).
  const Case cases[] = {{3, 2, 17, 1}, {4, 3, 15, 1}, {5, 4, 14, 1}, {2, 1, 23, 0},  {5, 3, 19, 1},
                        {4, 2, 23, 1}, {5, 2, 29, 1}, {3, 4, 8, 1},  {4, 5, 8, 1.75}};
  for (const Case& c : cases) {
    Document d = newspaper(6, 11, 10);
    Frame& frame = d.layouts[0].frames[0];
    frame.columns.value = {1, c.columns};
    frame.legs.value = c.legs;
    const TextArea area = frame_area(frame, d.layouts[0]).area;
    EXPECT_EQ(area.shape().legs, c.legs);
    EXPECT_EQ(area.shape().measure, 10_pt * c.measure) << c.columns << "/" << c.legs;
    if (c.legs > 1) {
      EXPECT_NEAR((area.leg_start(2) - area.leg_end(1)).pt(), c.gap * 10, 1e-3) << c.columns << "/" << c.legs;
      EXPECT_EQ(area.box().right(), d.layouts[0].grid.span(c.columns) + 20_pt);
    }
  }
}

TEST(Frames, AGridOfItsOwnStartsAndEndsOnRowsOfThePage) {
  for (const int pitch : {13, 16, 18, 20}) {
    Document d = newspaper(3, 11, 40);
    Frame& frame = d.layouts[0].frames[0];
    frame.rows.value = {5, 25};
    frame.size = 12_pt, frame.pitch = Length::points(pitch);
    const TextArea area = frame_area(frame, d.layouts[0]).area;
    EXPECT_EQ(area.box().y, 20_pt + 15_pt * 4);
    EXPECT_NEAR(area.box().bottom().pt(), (20_pt + 15_pt * 24 + 10_pt).pt(), 0.01) << pitch;
    EXPECT_NEAR(area.shape().pitch.pt(), pitch, 0.5);
    EXPECT_EQ(area.shape().measure.units() % (12_pt).units(), 0);
  }
}

TEST(Frames, ABoxKeepsItsTextOffTheLine) {
  Document d = newspaper(2, 12, 9);
  Frame& frame = d.layouts[0].frames[0];
  frame.box = FrameBox{{Border::Form::kLine, 0.5_pt, kBlack}, Ink{0, 0, 0, 80}, 1};
  add_paragraph(d, han(60));
  const Placed p = place(d);
  const Rect box = p.page().fits[0].box;
  EXPECT_EQ(box.x, 20_pt);
  EXPECT_EQ(box.width, d.layouts[0].grid.span(2));
  const DrawRule* tint = std::get_if<DrawRule>(&p.page().items[0]);
  ASSERT_NE(tint, nullptr);
  EXPECT_EQ(tint->box, box);
  EXPECT_EQ(tint->ink.k, 80);
  const std::vector<Rect> drawn = boxes<DrawRule>(p.page());
  ASSERT_GE(drawn.size(), 5u) << "tint and four sides";
  for (const PlacedSlot& slot : p.page().slots) {
    EXPECT_GE(slot.box.x - box.x, 10_pt);
    EXPECT_GE(box.right() - slot.box.right(), 10_pt);
    EXPECT_GE(slot.box.y - box.y, 10_pt);
    EXPECT_GE(box.bottom() - slot.box.bottom(), 10_pt);
    EXPECT_EQ(slot.box.width.units() % (10_pt).units(), 0) << "whole 字";
    EXPECT_EQ((slot.box.y - 20_pt).units() % (15_pt).units(), 0) << "on the page's rows";
  }
}

TEST(Frames, OrnamentsAreDrawnInsideTheirBox) {
  for (const Border::Form form : {Border::Form::kPair, Border::Form::kDouble, Border::Form::kWave,
                                  Border::Form::kDots, Border::Form::kLozenges, Border::Form::kMeander}) {
    Document d = newspaper(2, 12, 9);
    d.layouts[0].frames[0].box = FrameBox{{form, 0.8_pt, kBlack}, {}, 1};
    add_paragraph(d, han(20));
    const Placed p = place(d);
    const Rect box = p.page().fits[0].box;
    std::size_t marks = 0;
    for (const DrawItem& item : p.page().items) {
      if (const DrawStroke* s = std::get_if<DrawStroke>(&item)) {
        for (const Point& point : s->points) EXPECT_TRUE(box.contains({point.x, point.y, {}, {}}));
        ++marks;
      } else if (const DrawRule* r = std::get_if<DrawRule>(&item)) {
        EXPECT_TRUE(box.contains(r->box));
        ++marks;
      }
    }
    EXPECT_GE(marks, 4u);
  }
}

TEST(Frames, TextRunsRoundAFrameInsideIt) {
  Document d = newspaper(2, 12, 6);
  Frame facts;
  facts.name.value = "facts", facts.inside.value = "lead";
  facts.columns.value = {2, 2}, facts.rows.value = {2, 4};
  d.layouts[0].frames.push_back(facts);
  d.articles.emplace_back();
  d.articles[1].paragraphs.push_back({Paragraph::Kind::kBody, copy("框内"), {}});
  d.edition.pages[0].stories["facts"] = 1;
  add_paragraph(d, han(10 + 12 * 8));
  const Placed p = place(d);
  EXPECT_EQ(p.page().fits[0].slots, 9);
  EXPECT_EQ(p.page().fits[0].lines, 9);
  EXPECT_THAT(p.picture, testing::ContainsRegex("\n[^\n]* \\| 框内\n[^\n]* \\| ·\n[^\n]* \\| ·\n"));
}

TEST(Frames, SlotsBesideSomethingNarrowKeepOffIt) {
  // Over a leg of 20 字 something takes 字 12 to 20: one 字 away, ten are left; were it five more, none.
  for (const auto& [from, want] : std::vector<std::pair<int, int>>{{11, 10}, {7, 6}, {6, 0}}) {
    Document d = newspaper(1, 20, 4);
    TextPlace place{page_area(d.layouts[0]), {}, "lead", 1, false};
    place.obstacles.push_back({{10_pt * from, Length(), 10_pt * (20 - from), 25_pt}});
    const std::vector<Slot> slots = make_slots({place});
    const std::size_t beside = want > 0 ? 2 : 0;
    ASSERT_EQ(slots.size(), 2 + beside) << from;
    if (want > 0) {
      EXPECT_EQ(slots[0].measure, 10_pt * want);
      EXPECT_EQ(slots[0].u, Length());
    }
    EXPECT_EQ(slots[beside].row, 3);
    EXPECT_EQ(slots[beside].measure, 200_pt);
    EXPECT_EQ(rows_too_narrow(place), want > 0 ? 0 : 2);
  }
}

TEST(Frames, RulesStandInTheMiddle) {
  Document d = newspaper(2, 12, 9);
  Frame& lead = d.layouts[0].frames[0];
  lead.rows.value = {1, 4}, lead.column_rules = false;
  Frame across;
  across.name.value = "line", across.kind = Frame::Kind::kRule;
  across.columns.value = {1, 2}, across.rows.value = {5, 5};
  across.line = {Border::Form::kPair, 1.5_pt, kBlack};
  Frame down = across;
  down.name.value = "gap", down.gap_after = 1, down.rows.value = {6, 9};
  d.layouts[0].frames.push_back(across);
  d.layouts[0].frames.push_back(down);
  add_paragraph(d, han(30));
  const std::vector<Rect> drawn = boxes<DrawRule>(place(d).page());
  ASSERT_EQ(drawn.size(), 4u);
  const Length middle = 20_pt + 15_pt * 4 + 5_pt;
  EXPECT_EQ(drawn[0].y - middle, middle - drawn[1].bottom()) << "the pair as a whole";
  EXPECT_EQ(drawn[0].width, d.layouts[0].grid.span(2));
  EXPECT_EQ(drawn[0].height, 1.5_pt);
  EXPECT_EQ(drawn[1].height, 0.5_pt);
  const Length gap = 20_pt + 120_pt + 5_pt;
  EXPECT_EQ(drawn[2].x - gap, gap - drawn[3].right());
  EXPECT_EQ(drawn[2].y, 20_pt + 15_pt * 5);
  EXPECT_EQ(drawn[2].bottom(), 20_pt + 15_pt * 8 + 10_pt);
}

TEST(Frames, AFrameHasStylesOfItsOwn) {
  Document d = newspaper(1, 12, 9);
  d.articles[0].title = copy("题");
  Style title = d.layouts[0].styles["title"];
  title.size = 30_pt, title.pitch = 36_pt;
  d.layouts[0].frames[0].styles["title"] = title;
  add_paragraph(d, han(30));
  const Placed p = place(d);
  const DrawText* first = std::get_if<DrawText>(&p.page().items[0]);
  ASSERT_NE(first, nullptr);
  EXPECT_EQ(first->text, "题");
  EXPECT_EQ(first->size, 30_pt);
}

}  // namespace
}  // namespace banxin
