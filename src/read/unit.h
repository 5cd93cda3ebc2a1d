// Lengths, sizes, ranges and inks as users write them. Pure functions of text; what is wrong comes back as a
// mistake that the caller shows at the text's place.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "document/document.h"

namespace banxin {

struct Mistake {
  std::string code, message, hint;
  bool operator==(const Mistake&) const = default;
};

template <class T>
using Parsed = std::variant<T, Mistake>;

/// Which units a value may have beside pt, mm, cm and Q, and what they measure there.
struct Units {
  bool names = false;               ///< 初号 小五 …
  std::optional<Length> character;  ///< one 字
  std::optional<Length> row;        ///< one 行
};

/// The size of a name by the table of office software (newspaper.md 1.4): 初号 42 pt … 八号 5 pt.
std::optional<Length> named_size(std::string_view name);

/// `-`, digits, one point: no exponent, no inf.
std::optional<double> parse_number(std::string_view text);
/// "9pt", "3mm", "2cm", "13Q", "13字", "41行", "小五".
Parsed<Length> parse_length(std::string_view text, const Units& units);
/// "0.25", "2字", "0.25em".
Parsed<Em> parse_em(std::string_view text);
/// "17" or "17字": a count, with its unit or without.
Parsed<int> parse_count(std::string_view text, std::string_view unit);
/// "3" or "1-4".
Parsed<Range> parse_range(std::string_view text);
/// "black", "white", "K 40", "C0 M100 Y100 K5": percent of each plate, those not named 0.
Parsed<Ink> parse_ink(std::string_view text);
/// "song", "hei bold", "宋".
Parsed<FontChoice> parse_font(std::string_view text);
/// "2024-01-08"
Parsed<Date> parse_date(std::string_view text);

}  // namespace banxin
