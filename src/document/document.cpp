#include "document/document.h"

#include <algorithm>
#include <chrono>

namespace banxin {

SourceSpan Copy::source_of(std::size_t begin, std::size_t end) const {
  if (origin.empty()) return {};
  const auto after = [&](std::size_t at) {
    return std::upper_bound(origin.begin(), origin.end(), at,
                            [](std::size_t a, const SourcePiece& p) { return a < p.text_begin; });
  };
  const auto first = after(begin) == origin.begin() ? origin.begin() : after(begin) - 1;
  const auto last = end > begin ? after(end - 1) - 1 : first;
  const auto offset = [](const SourcePiece& p, std::size_t at) {
    const auto into = static_cast<std::uint32_t>(at - p.text_begin);
    return std::min(p.where.begin + into, p.where.end);
  };
  return {first->where.file, offset(*first, begin), end > begin ? offset(*last, end) : offset(*first, begin)};
}

std::string date_in_chinese(Date d) {
  return std::to_string(d.year) + "年" + std::to_string(d.month) + "月" + std::to_string(d.day) + "日";
}

std::string weekday_in_chinese(Date d) {
  static constexpr const char* kNames[] = {"日", "一", "二", "三", "四", "五", "六"};
  const std::chrono::year_month_day day{std::chrono::year{d.year},
                                        std::chrono::month(static_cast<unsigned>(d.month)),
                                        std::chrono::day(static_cast<unsigned>(d.day))};
  return std::string("星期") + kNames[std::chrono::weekday(std::chrono::sys_days(day)).c_encoding()];
}

}  // namespace banxin
