#include "layout/fields.h"

#include <algorithm>

#include "text/lunar_date.h"

namespace banxin {

namespace {

std::string of_date(std::string_view name, const Date& date) {
  if (name == "date") return date_in_chinese(date);
  if (name == "weekday") return weekday_in_chinese(date);
  if (name == "year") return std::to_string(date.year);
  if (name == "month") return std::to_string(date.month);
  if (name == "day") return std::to_string(date.day);
  if (name != "lunar" && name != "ganzhi") return {};
  const LunarDate lunar = lunar_date(date.year, date.month, date.day);
  return name == "ganzhi" ? lunar.year + "年" : lunar.year + "年" + lunar.month + lunar.day;
}

std::string in_a_line(const std::vector<Credit>& credits) {
  std::string out;
  for (const Credit& credit : credits) {
    if (!out.empty()) out += "\u3000";
    out += credit.role + "\u3000" + credit.name;
  }
  return out;
}

}  // namespace

std::string FieldValues::value(std::string_view name) const {
  if (name == "paper") return edition_.paper.value;
  if (name == "section") return page_.section.value;
  if (name == "page") return numbers_.in_words();
  if (name == "pages") return std::to_string(edition_.page_count());
  if (name == "issue") return edition_.issue.value;
  if (name == "credits") return in_a_line(page_.credits);
  const auto own = edition_.fields.find(std::string(name));
  if (own != edition_.fields.end()) return own->second.value;
  const auto credit = std::find_if(page_.credits.begin(), page_.credits.end(),
                                   [&](const Credit& c) { return c.role == name; });
  if (credit != page_.credits.end()) return credit->name;
  return edition_.date ? of_date(name, *edition_.date) : std::string();
}

std::string FieldValues::filled(std::string_view text) const {
  std::string out;
  while (out.size() <= 4 * kLongestFurniture) {
    const std::size_t open = text.find('{'), close = text.find('}', open);
    if (open == std::string_view::npos || close == std::string_view::npos) return out + std::string(text);
    out += text.substr(0, open);
    out += value(text.substr(open + 1, close - open - 1));
    text.remove_prefix(close + 1);
  }
  return out;
}

}  // namespace banxin
