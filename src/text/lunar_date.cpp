#include "text/lunar_date.h"

#include <unicode/calendar.h>
#include <unicode/gregocal.h>
#include <unicode/timezone.h>

#include <array>
#include <memory>

namespace banxin {

namespace {

/// The place n, 0-based, in the cycle of sixty.
std::string ganzhi(int n) {
  static constexpr std::array<const char*, 10> kStems = {"甲", "乙", "丙", "丁", "戊",
                                                         "己", "庚", "辛", "壬", "癸"};
  static constexpr std::array<const char*, 12> kBranches = {"子", "丑", "寅", "卯", "辰", "巳",
                                                            "午", "未", "申", "酉", "戌", "亥"};
  const auto place = static_cast<std::size_t>((n % 60 + 60) % 60);
  return std::string(kStems[place % 10]) + kBranches[place % 12];
}

std::string month_name(int month, bool leap) {
  static constexpr std::array<const char*, 12> kMonths = {"正", "二", "三", "四", "五",   "六",
                                                          "七", "八", "九", "十", "十一", "十二"};
  return std::string(leap ? "闰" : "") + kMonths[static_cast<std::size_t>(month % 12)] + "月";
}

std::string day_name(int day) {
  static constexpr std::array<const char*, 10> kDigits = {"一", "二", "三", "四", "五",
                                                          "六", "七", "八", "九", "十"};
  const std::string digit = kDigits[static_cast<std::size_t>((day + 9) % 10)];
  if (day <= 10) return "初" + digit;
  if (day < 20) return "十" + digit;
  if (day == 20) return "二十";
  return day < 30 ? "廿" + digit : "三十";
}

}  // namespace

LunarDate lunar_date(int year, int month, int day) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::TimeZone> china(icu::TimeZone::createTimeZone("Asia/Shanghai"));
  icu::GregorianCalendar solar(*china, icu::Locale::getRoot(), status);
  const std::unique_ptr<icu::Calendar> lunar(
      icu::Calendar::createInstance(*china, icu::Locale("zh@calendar=chinese"), status));
  if (U_FAILURE(status) != 0 || !lunar) return {};
  solar.clear();
  solar.set(year, month - 1, day, 12, 0);
  lunar->setTime(solar.getTime(status), status);
  const int cycle_year = lunar->get(UCAL_YEAR, status), lunar_month = lunar->get(UCAL_MONTH, status);
  const int lunar_day = lunar->get(UCAL_DATE, status), leap = lunar->get(UCAL_IS_LEAP_MONTH, status);
  if (U_FAILURE(status) != 0) return {};
  return {ganzhi(cycle_year - 1), month_name(lunar_month, leap != 0), day_name(lunar_day)};
}

}  // namespace banxin
