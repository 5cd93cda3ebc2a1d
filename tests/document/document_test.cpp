// Dates in Chinese, the grid's arithmetic, and the way from copy back to what was written.
#include "document/document.h"

#include <gtest/gtest.h>

namespace banxin {
namespace {

TEST(Dates, InChinese) {
  struct Case {
    Date date;
    const char *day, *weekday;
  };
  const Case kCases[] = {
      {{2024, 1, 8}, "2024年1月8日", "星期一"},     {{2024, 2, 29}, "2024年2月29日", "星期四"},
      {{1949, 10, 1}, "1949年10月1日", "星期六"},   {{2000, 1, 2}, "2000年1月2日", "星期日"},
      {{2023, 12, 31}, "2023年12月31日", "星期日"}, {{1900, 1, 1}, "1900年1月1日", "星期一"},
  };
  for (const auto& [date, day, weekday] : kCases) {
    EXPECT_EQ(date_in_chinese(date), day);
    EXPECT_EQ(weekday_in_chinese(date), weekday) << day;
  }
}

/// "一" as it stands, "二" out of an entity of 8 bytes, "AB" out of full-width letters, "三" again as it
/// stands.
Copy sample() {
  Copy copy;
  copy.text = "一二AB三四";
  copy.origin = {{0, {0, 10, 13}}, {3, {0, 13, 21}}, {6, {0, 21, 24}}, {7, {0, 24, 27}}, {8, {0, 30, 36}}};
  return copy;
}

TEST(SourceOf, Table) {
  const Copy copy = sample();
  struct Case {
    std::size_t begin, end;
    std::uint32_t from, to;
  };
  const Case kCases[] = {
      {0, 3, 10, 13},    // a piece that is the same in both
      {3, 6, 13, 21},    // a whole entity
      {6, 7, 21, 24},    // a full-width letter
      {6, 8, 21, 27},    // two of them
      {0, 8, 10, 27},    // over pieces
      {7, 11, 24, 33},   // over a gap
      {11, 14, 33, 36},  // inside a piece
      {0, 14, 10, 36},   // all of it
      {3, 3, 13, 13},    // between characters
      {14, 14, 36, 36},  // the end
  };
  for (const auto& [begin, end, from, to] : kCases) {
    EXPECT_EQ(copy.source_of(begin, end), (SourceSpan{0, from, to})) << begin << "-" << end;
  }
  EXPECT_EQ(copy.where(), (SourceSpan{0, 10, 36}));
}

TEST(SourceOf, CopyFromNowhere) {
  Copy copy;
  EXPECT_TRUE(copy.empty());
  EXPECT_EQ(copy.where(), SourceSpan{});
  copy.text = "made up";
  EXPECT_EQ(copy.source_of(0, 4), SourceSpan{});
}

TEST(GridSpec, SpansInCharactersAndRows) {
  const GridSpec grid{.size = 9.5_pt, .pitch = 14.5_pt, .columns = 4, .measure = 17, .gap = 2_em, .rows = 54};
  EXPECT_EQ(grid.span(1), 9.5_pt * 17);
  EXPECT_EQ(grid.span(4), 9.5_pt * 74);
  EXPECT_EQ(grid.height(1), 9.5_pt);
  EXPECT_EQ(grid.height(54), 14.5_pt * 53 + 9.5_pt);
  PageLayout layout;
  layout.grid = grid;
  layout.origin = {10_pt, 20_pt};
  EXPECT_EQ(layout.type_area(), (Rect{10_pt, 20_pt, 703_pt, 778_pt}));
}

TEST(Range, Counts) {
  EXPECT_EQ((Range{2, 3}).count(), 2);
  EXPECT_TRUE((Range{1, 4}).overlaps({4, 5}));
  EXPECT_FALSE((Range{1, 4}).overlaps({5, 5}));
}

}  // namespace
}  // namespace banxin
