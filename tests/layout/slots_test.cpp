#include "layout/slots.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace banxin {
namespace {

PageLayout layout_of(int columns, int rows) {
  PageLayout layout;
  layout.origin = {20_pt, 30_pt};
  layout.grid = {.size = 10_pt, .pitch = 15_pt, .columns = columns, .measure = 11, .gap = 1_em, .rows = rows};
  return layout;
}

/// One mark a row and column: the order in which text runs through the slots.
std::string picture(const std::vector<Slot>& slots, int columns, int rows) {
  std::vector<std::string> lines(static_cast<std::size_t>(rows),
                                 std::string(static_cast<std::size_t>(columns), '.'));
  char mark = 'a';
  for (const Slot& s : slots)
    lines[static_cast<std::size_t>(s.row - 1)][static_cast<std::size_t>(s.leg - 1)] = mark++;
  std::string out;
  for (const std::string& line : lines) out += line + "\n";
  return out;
}

struct Taken {
  Range columns, rows;
};

std::vector<TextPlace> place_of(int columns, int rows, const std::vector<Taken>& taken = {}) {
  TextPlace place{page_area(layout_of(columns, rows)), {}, "", 1, false, 0};
  for (const Taken& t : taken) place.obstacles.push_back({place.area.cells(t.columns, t.rows)});
  return {place};
}

TEST(TextArea, SpansAreCharacterAlgebra) {
  const PageLayout layout = layout_of(6, 40);
  const TextArea area = page_area(layout);
  // n·c + (n−1)·g: the columns of a Shanghai evening paper span 11, 23, 35, 47, 59 字.
  const int want[] = {11, 23, 35, 47, 59};
  for (int n = 1; n <= 5; ++n) {
    EXPECT_EQ(layout.grid.span(n), 10_pt * want[n - 1]) << n;
    EXPECT_EQ(area.span({1, n}), 10_pt * want[n - 1]) << n;
  }
  EXPECT_EQ(area.at(area.leg_start(1), area.row_start(1)), (Point{20_pt, 30_pt}));
  EXPECT_EQ(area.at(area.leg_start(2), area.row_start(3)), (Point{140_pt, 60_pt}));
  EXPECT_EQ(area.at(area.leg_end(2), area.row_end(1)), (Point{250_pt, 40_pt}));
  EXPECT_EQ(area.area({1, 2}, {1, 3}), (Rect{20_pt, 30_pt, 230_pt, 40_pt}));
}

TEST(TextArea, APartCountsFromItsOwnCorner) {
  const TextArea area = page_area(layout_of(6, 40));
  const TextArea part = area.part({3, 5}, {11, 30});
  EXPECT_EQ(part.shape().legs, 3);
  EXPECT_EQ(part.shape().rows, 20);
  EXPECT_EQ(part.box(), area.area({3, 5}, {11, 30}));
  EXPECT_EQ(part.area({2, 2}, {1, 2}), area.area({4, 4}, {11, 12}));
}

TEST(TextArea, VerticalLinesRunDownAndStandFromTheRight) {
  PageLayout layout = layout_of(3, 40);  // 3 段 of 11 字, 40 lines: 35 × 10 pt high, 595 pt wide
  layout.grid.writing = WritingMode::kVertical;
  EXPECT_EQ(layout.type_area(), (Rect{20_pt, 30_pt, 595_pt, 350_pt}));
  const TextArea area = page_area(layout);
  EXPECT_EQ(area.box(), layout.type_area());
  EXPECT_EQ(area.at(Length(), Length()), (Point{615_pt, 30_pt})) << "top right";
  EXPECT_EQ(area.at(area.leg_start(2), area.row_start(2)), (Point{600_pt, 150_pt}));
  EXPECT_EQ(area.area({1, 1}, {1, 1}), (Rect{605_pt, 30_pt, 10_pt, 110_pt})) << "the first line";
  EXPECT_EQ(area.area({3, 3}, {40, 40}), (Rect{20_pt, 270_pt, 10_pt, 110_pt})) << "the last";
  const TextArea part = area.part({2, 3}, {5, 40});
  EXPECT_EQ(part.box(), area.area({2, 3}, {5, 40}));
  EXPECT_EQ(part.area({1, 1}, {1, 1}), area.area({2, 2}, {5, 5}));
}

TEST(MakeSlots, RunDownOneColumnAfterTheOther) {
  EXPECT_EQ(picture(make_slots(place_of(3, 4)), 3, 4), "aei\nbfj\ncgk\ndhl\n");
}

TEST(MakeSlots, PhotosTakeSlotsAway) {
  const std::vector<Taken> photo{{{2, 3}, {1, 2}}, {{3, 3}, {3, 3}}};  // with its caption under column 3 only
  EXPECT_EQ(picture(make_slots(place_of(4, 5, photo)), 4, 5), "a..k\nb..l\ncf.m\ndgin\nehjo\n");
}

/// C07: n rows are as high as n lines and the gaps between them, so that 9 of 9 pt on 11.25 pt hold 99 pt
/// and no more.
TEST(MakeSlots, APictureTakesTheRowsThatHoldIt) {
  struct Case {
    Length height;
    int rows;
  };
  for (const Case& c : {Case{99_pt, 9}, Case{100_pt, 10}, Case{9_pt, 1}, Case{Length::points(9.01), 2}}) {
    PageLayout layout = layout_of(1, 20);
    layout.grid.size = 9_pt, layout.grid.pitch = Length::points(11.25);
    int rows = 1;
    while (layout.grid.height(rows) < c.height) ++rows;
    EXPECT_EQ(rows, c.rows) << c.height.pt();
    TextPlace place{page_area(layout), {}, "", 1, false, 0};
    place.obstacles.push_back({place.area.cells({1, 1}, {1, rows})});
    EXPECT_GE(place.obstacles[0].box.depth, c.height);
    const std::vector<Slot> slots = make_slots({place});
    EXPECT_EQ(static_cast<int>(slots.size()), 20 - c.rows);
    EXPECT_EQ(slots.front().row, c.rows + 1) << "the next line keeps its gap";
  }
}

TEST(MakeSlots, PlacesFollowOneAnother) {
  std::vector<TextPlace> places = place_of(2, 3);
  places.push_back(place_of(1, 4)[0]);
  const std::vector<Slot> slots = make_slots(places, 2);
  ASSERT_EQ(slots.size(), 8u) << "of the last place two rows";
  EXPECT_FALSE(slots[5].same_leg(slots[6]));
  EXPECT_EQ(slots[6].place, 1);
  EXPECT_EQ(level_rows(places, 9), 3);
}

TEST(LevelRows, ShortfallStandsInTheLastColumn) {
  struct Case {
    int columns, rows, lines, want;
  };
  const Case cases[] = {
      {3, 20, 10, 4},  // CLREQ: 4, 4, 2
      {3, 20, 12, 4}, {3, 20, 13, 5}, {3, 20, 1, 1}, {1, 20, 7, 7}, {2, 4, 8, 4}, {2, 4, 99, 4},
  };
  for (const Case& c : cases) EXPECT_EQ(level_rows(place_of(c.columns, c.rows), c.lines), c.want) << c.lines;
}

TEST(LevelRows, CountsWhatAPhotoTakes) {
  // Column 2 is covered in its first six rows: 10 lines need rows r with r + (r − 6) >= 10.
  EXPECT_EQ(level_rows(place_of(2, 20, {{{2, 2}, {1, 6}}}), 10), 8);
}

}  // namespace
}  // namespace banxin
