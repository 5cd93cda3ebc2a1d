#include "read/unit.h"

#include <charconv>
#include <chrono>
#include <cmath>

#include "read/reading.h"

namespace banxin {

namespace {

struct NamedSize {
  std::string_view name;
  double pt;
};

constexpr NamedSize kNamedSizes[] = {
    {"初号", 42},  {"小初", 36},  {"一号", 26},  {"小一", 24}, {"二号", 22},   {"小二", 18},
    {"三号", 16},  {"小三", 15},  {"四号", 14},  {"小四", 12}, {"五号", 10.5}, {"小五", 9},
    {"六号", 7.5}, {"小六", 6.5}, {"七号", 5.5}, {"八号", 5},
};

std::string units_in_words(const Units& units) {
  std::string out = "pt, mm, cm, Q";
  if (units.character) out += ", 字";
  if (units.row) out += ", 行";
  if (units.names) out += ", or a size such as 小五";
  return out;
}

/// Where the number at the start of `text` ends.
std::size_t end_of_number(std::string_view text) {
  const std::size_t end = text.find_first_not_of("0123456789.", text.starts_with('-') ? 1 : 0);
  return end == std::string_view::npos ? text.size() : end;
}

}  // namespace

std::optional<Length> named_size(std::string_view name) {
  constexpr std::string_view kSmall = "小", kHao = "号";
  if (name.starts_with(kSmall) && name.ends_with(kHao)) name.remove_suffix(kHao.size());
  for (const NamedSize& size : kNamedSizes) {
    if (size.name == name) return Length::points(size.pt);
  }
  return std::nullopt;
}

std::optional<double> parse_number(std::string_view text) {
  constexpr std::size_t kLongest = 20;
  if (text.empty() || text.size() > kLongest || end_of_number(text) != text.size()) return std::nullopt;
  double number = 0;
  const auto [end, ec] =
      std::from_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed);
  if (ec != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

Parsed<Length> parse_length(std::string_view text, const Units& units) {
  constexpr double kLargest = 100000;  // of any unit; far from the ends of Length
  const std::string allowed = units_in_words(units);
  if (units.names) {
    if (const auto size = named_size(text)) return *size;
  }
  const std::size_t split = end_of_number(text);
  const auto number = parse_number(text.substr(0, split));
  if (!number)
    return Mistake{"bad-length", in_quotes(text) + " is not a length",
                   "write a number and a unit: " + allowed};
  const std::string_view unit = text.substr(split);
  if (unit.empty()) {
    return Mistake{"missing-unit", in_quotes(text) + " has no unit", "the units here are " + allowed};
  }
  if (*number > kLargest || *number < -kLargest)
    return Mistake{"out-of-range", in_quotes(text) + " is too much", ""};
  const auto times = [&](Length one) {
    return Length::units(std::llround(*number * static_cast<double>(one.units())));
  };
  if (unit == "mm" || unit == "cm") return Length::millimetres(unit == "cm" ? *number * 10 : *number);
  if (unit == "Q") return Length::millimetres(*number * 0.25);
  if (unit == "pt") return Length::points(*number);
  if (unit == "字" && units.character) return times(*units.character);
  if (unit == "行" && units.row) return times(*units.row);
  const bool elsewhere = unit == "字" || unit == "行";
  return Mistake{"unknown-unit",
                 in_quotes(text) + (elsewhere ? ": the unit " : ": unknown unit ") + in_quotes(unit) +
                     (elsewhere ? " has no measure here" : ""),
                 "the units here are " + allowed};
}

Parsed<Em> parse_em(std::string_view text) {
  constexpr double kLargest = 1000;
  const std::size_t split = end_of_number(text);
  const auto number = parse_number(text.substr(0, split));
  const std::string_view unit = text.substr(split);
  if (!number) return Mistake{"bad-length", in_quotes(text) + " is not a number of 字", "write it as 0.25字"};
  if (!unit.empty() && unit != "字" && unit != "em") {
    return Mistake{"unknown-unit", in_quotes(text) + ": unknown unit " + in_quotes(unit),
                   "the unit here is 字"};
  }
  if (*number > kLargest || *number < -kLargest)
    return Mistake{"out-of-range", in_quotes(text) + " is too much", ""};
  return Em::of(*number);
}

Parsed<int> parse_count(std::string_view text, std::string_view unit) {
  std::string_view digits = text;
  if (!unit.empty() && digits.ends_with(unit)) digits.remove_suffix(unit.size());
  const bool range = text.find('-', 1) != std::string_view::npos;
  const std::string hint = std::string("write ") + (range ? "how many: " : "") + "a whole number" +
                           (unit.empty() ? "" : ", as in 17" + std::string(unit));
  int number = 0;
  const auto [end, ec] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (ec != std::errc() || end != digits.data() + digits.size()) {
    return Mistake{"bad-number", in_quotes(text) + " is not a whole number", hint};
  }
  return number;
}

Parsed<Range> parse_range(std::string_view text) {
  const Mistake bad{"bad-range", in_quotes(text) + " is not a range",
                    "write one number, or the first and the last as in 1-4"};
  const std::size_t dash = text.find('-');
  const auto number = [](std::string_view digits) -> std::optional<int> {
    int n = 0;
    const auto [end, ec] = std::from_chars(digits.data(), digits.data() + digits.size(), n);
    if (ec != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
    return n;
  };
  const auto first = number(text.substr(0, dash));
  const auto last = dash == std::string_view::npos ? first : number(text.substr(dash + 1));
  if (!first || !last) return bad;
  if (*first < 1) return Mistake{"out-of-range", in_quotes(text) + ": counting starts at 1", ""};
  if (*last < *first)
    return Mistake{"out-of-range", in_quotes(text) + " runs backwards", "write the smaller number first"};
  return Range{*first, *last};
}

namespace {

struct Plate {
  char letter;
  std::uint16_t Ink::*of;
};
constexpr Plate kPlates[] = {{'C', &Ink::c}, {'M', &Ink::m}, {'Y', &Ink::y}, {'K', &Ink::k}};

const Plate* plate_of(char letter) {
  for (const Plate& plate : kPlates) {
    if (plate.letter == letter) return &plate;
  }
  return nullptr;
}

}  // namespace

Parsed<Ink> parse_ink(std::string_view text) {
  const Mistake bad{"bad-ink", in_quotes(text) + " is not an ink",
                    "write black, white, or percents of plates: K 40, C0 M100 Y100 K5"};
  if (text == "black") return kBlack;
  if (text == "white") return kWhite;
  Ink ink = kWhite;
  std::string seen;
  for (std::size_t i = 0; i < text.size();) {
    const Plate* plate = plate_of(text[i]);
    if (plate == nullptr || seen.find(text[i]) != std::string::npos) return bad;
    seen += text[i];
    i = text.find_first_not_of(' ', i + 1);
    if (i == std::string_view::npos) return bad;
    const std::size_t end = std::min(text.find_first_not_of("0123456789.", i), text.size());
    const auto percent = parse_number(text.substr(i, end - i));
    if (!percent) return bad;
    if (*percent > 100)
      return Mistake{"out-of-range", in_quotes(text) + ": a plate prints 0 to 100 percent", ""};
    ink.*(plate->of) = static_cast<std::uint16_t>(std::lround(*percent * 10));
    i = std::min(text.find_first_not_of(' ', end), text.size());
  }
  return seen.empty() ? Parsed<Ink>(bad) : Parsed<Ink>(ink);
}

Parsed<FontChoice> parse_font(std::string_view text) {
  constexpr std::pair<std::string_view, std::string_view> kTradeNames[] = {
      {"宋", "song"}, {"黑", "hei"}, {"楷", "kai"}, {"仿宋", "fangsong"}};
  const std::size_t space = text.find(' ');
  FontChoice font;
  font.role = text.substr(0, space);
  const std::string_view weight = space == std::string_view::npos ? "regular" : text.substr(space + 1);
  if (weight != "regular" && weight != "bold") {
    return Mistake{"bad-font", in_quotes(text) + ": unknown weight " + in_quotes(weight),
                   "the weights are regular, bold"};
  }
  if (font.role.empty())
    return Mistake{"bad-font", "no font is named", "write a role of the catalogue, as in 'hei bold'"};
  font.weight = weight == "bold" ? Weight::kBold : Weight::kRegular;
  for (const auto& [name, role] : kTradeNames) {
    if (font.role == name) font.role = role;
  }
  return font;
}

Parsed<Date> parse_date(std::string_view text) {
  const Mistake bad{"bad-date", in_quotes(text) + " is not a date", "write year-month-day, as in 2024-01-08"};
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return bad;
  const auto number = [&](std::size_t at, std::size_t count) {
    int n = -1;
    const auto [end, ec] = std::from_chars(text.data() + at, text.data() + at + count, n);
    return ec == std::errc() && end == text.data() + at + count ? n : -1;
  };
  const Date date{number(0, 4), number(5, 2), number(8, 2)};
  if (date.year < 0 || date.month < 0 || date.day < 0) return bad;
  const std::chrono::year_month_day day{std::chrono::year{date.year},
                                        std::chrono::month(static_cast<unsigned>(date.month)),
                                        std::chrono::day(static_cast<unsigned>(date.day))};
  if (!day.ok()) return Mistake{"bad-date", in_quotes(text) + " is not a day of the calendar", ""};
  return date;
}

}  // namespace banxin
