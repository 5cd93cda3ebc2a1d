#include "layout/slots.h"

#include <gtest/gtest.h>

#include <string>

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
    lines[static_cast<std::size_t>(s.row - 1)][static_cast<std::size_t>(s.column - 1)] = mark++;
  std::string out;
  for (const std::string& line : lines) out += line + "\n";
  return out;
}

TEST(PageGrid, SpansAreCharacterAlgebra) {
  const PageLayout layout = layout_of(6, 40);
  // n·c + (n−1)·g: the columns of a Shanghai evening paper span 11, 23, 35, 47, 59 字.
  const int want[] = {11, 23, 35, 47, 59};
  for (int n = 1; n <= 5; ++n) EXPECT_EQ(layout.grid.span(n), 10_pt * want[n - 1]) << n;
  const PageGrid grid(layout);
  EXPECT_EQ(grid.column_left(1), 20_pt);
  EXPECT_EQ(grid.column_left(2), 140_pt);
  EXPECT_EQ(grid.column_right(2), 250_pt);
  EXPECT_EQ(grid.row_top(1), 30_pt);
  EXPECT_EQ(grid.row_top(3), 60_pt);
  EXPECT_EQ(grid.area({1, 2}, {1, 3}), (Rect{20_pt, 30_pt, 230_pt, 40_pt}));
}

TEST(MakeSlots, RunDownOneColumnAfterTheOther) {
  const PageLayout layout = layout_of(3, 4);
  const PageGrid grid(layout);
  EXPECT_EQ(picture(make_slots(grid, {1, 3}, {1, 4}, {}), 3, 4), "aei\nbfj\ncgk\ndhl\n");
}

TEST(MakeSlots, PhotosTakeSlotsAway) {
  const PageLayout layout = layout_of(4, 5);
  const PageGrid grid(layout);
  const std::vector<Block> photo{{{2, 3}, {1, 2}}, {{3, 3}, {3, 3}}};  // with its caption under column 3 only
  EXPECT_EQ(picture(make_slots(grid, {1, 4}, {1, 5}, photo), 4, 5), "a..k\nb..l\ncf.m\ndgin\nehjo\n");
}

TEST(LevelRows, ShortfallStandsInTheLastColumn) {
  struct Case {
    int columns, rows, lines, want;
  };
  const Case cases[] = {
      {3, 20, 10, 4},  // CLREQ: 4, 4, 2
      {3, 20, 12, 4}, {3, 20, 13, 5}, {3, 20, 1, 1}, {1, 20, 7, 7}, {2, 4, 8, 4}, {2, 4, 99, 4},
  };
  for (const Case& c : cases) {
    const PageLayout layout = layout_of(c.columns, c.rows);
    EXPECT_EQ(level_rows(PageGrid(layout), {1, c.columns}, {1, c.rows}, {}, c.lines), c.want) << c.lines;
  }
}

TEST(LevelRows, CountsWhatAPhotoTakes) {
  const PageLayout layout = layout_of(2, 20);
  // Column 2 is covered in its first six rows: 10 lines need rows r with r + (r − 6) >= 10.
  EXPECT_EQ(level_rows(PageGrid(layout), {1, 2}, {1, 20}, {{{2, 2}, {1, 6}}}, 10), 8);
}

}  // namespace
}  // namespace banxin
