#include "text/lunar_date.h"

#include <gtest/gtest.h>

namespace banxin {
namespace {

struct Row {
  int year, month, day;
  const char* lunar;
};

/// Days that every calendar prints: new years, a leap month and the days round it, month ends.
constexpr Row kDays[] = {
    {2024, 1, 8, "癸卯年十一月廿七"},  {2024, 2, 9, "癸卯年十二月三十"},  {2024, 2, 10, "甲辰年正月初一"},
    {2023, 3, 21, "癸卯年二月三十"},   {2023, 3, 22, "癸卯年闰二月初一"}, {2023, 4, 20, "癸卯年三月初一"},
    {2025, 7, 25, "乙巳年闰六月初一"}, {2020, 5, 23, "庚子年闰四月初一"}, {2000, 2, 5, "庚辰年正月初一"},
    {1984, 2, 2, "甲子年正月初一"},    {2024, 9, 17, "甲辰年八月十五"},   {2024, 2, 29, "甲辰年正月二十"}};

TEST(LunarDate, Table) {
  for (const Row& row : kDays) {
    const LunarDate lunar = lunar_date(row.year, row.month, row.day);
    EXPECT_EQ(lunar.year + "年" + lunar.month + lunar.day, row.lunar)
        << row.year << "-" << row.month << "-" << row.day;
  }
}

}  // namespace
}  // namespace banxin
