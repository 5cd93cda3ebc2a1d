// 农历: the Chinese calendar, as ICU computes it.
#pragma once

#include <string>

namespace banxin {

struct LunarDate {
  std::string year;   ///< 干支: "癸卯"
  std::string month;  ///< "十一月", "闰二月"
  std::string day;    ///< "廿七"
};

/// Of a day of the Gregorian calendar, as it is in China. Empty strings when ICU cannot tell.
LunarDate lunar_date(int year, int month, int day);

}  // namespace banxin
