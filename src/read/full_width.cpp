#include "read/full_width.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace banxin {

namespace {

constexpr char32_t kToAscii = 0xFEE0;
constexpr char32_t kIdeographicSpace = U'\u3000';

bool is_wide_ascii(char32_t cp) { return cp >= 0xFF01 && cp <= 0xFF5E; }
char32_t narrow(char32_t cp) { return is_wide_ascii(cp) ? cp - kToAscii : cp; }
bool is_digit(char32_t cp) { return cp >= U'0' && cp <= U'9'; }
bool is_capital(char32_t cp) { return cp >= U'A' && cp <= U'Z'; }
bool is_letter(char32_t cp) { return is_capital(cp) || (cp >= U'a' && cp <= U'z'); }
bool is_word(char32_t cp) { return is_letter(cp) || is_digit(cp); }
bool is_one_of(char32_t cp, std::u32string_view all) { return all.find(cp) != std::u32string_view::npos; }

class FullWidth {
 public:
  explicit FullWidth(Letters& letters) : letters_(letters), typed_wide_(letters.size(), false) {}

  void narrow_all() {
    for (std::size_t i = 0; i < letters_.size(); ++i) {
      if (letters_[i].literal || !is_wide_ascii(at(i)) || !is_word(narrow(at(i)))) continue;
      typed_wide_[i] = true;
      take(i);
    }
    for (std::size_t i = 0; i < letters_.size(); ++i) {
      if (starts_address(i)) narrow_address(i);
    }
    for (std::size_t i = 0; i < letters_.size(); ++i) {
      const bool candidate = is_wide_ascii(at(i)) || at(i) == kIdeographicSpace;
      if (candidate && !letters_[i].literal && belongs_to_western(i)) take(i);
    }
  }

 private:
  /// 0 where there is nothing.
  char32_t at(std::size_t i) const { return i < letters_.size() ? letters_[i].cp : 0; }
  char32_t before(std::size_t i) const { return i == 0 ? 0 : at(i - 1); }
  bool was_wide(std::size_t i) const { return i < typed_wide_.size() && typed_wide_[i]; }
  void take(std::size_t i) { letters_[i].cp = at(i) == kIdeographicSpace ? U' ' : narrow(at(i)); }

  bool between_words(std::size_t i) const { return is_word(before(i)) && is_word(at(i + 1)); }
  bool between_typed_wide(std::size_t i) const { return i > 0 && was_wide(i - 1) && was_wide(i + 1); }

  // ---- Addresses

  /// The colon of ｈｔｔｐ：／／.
  bool starts_address(std::size_t i) const {
    return narrow(at(i)) == U':' && is_letter(before(i)) && narrow(at(i + 1)) == U'/' &&
           narrow(at(i + 2)) == U'/';
  }

  /// Marks that a sentence has too are part of the address only where it goes on behind them.
  void narrow_address(std::size_t i) {
    for (; i < letters_.size(); ++i) {
      const char32_t cp = narrow(at(i));
      const bool goes_on = is_word(narrow(at(i + 1))) || narrow(at(i + 1)) == U'/';
      const bool part = is_word(cp) || is_one_of(cp, U"/_-=&#+@") || (is_one_of(cp, U".:?%~") && goes_on);
      if (!part) return;
      if (!letters_[i].literal) take(i);
    }
  }

  // ---- Signs

  bool belongs_to_western(std::size_t i) const {
    switch (at(i)) {
      case U'％':
        return is_digit(before(i));
      case U'．':
        return between_words(i) || is_behind_initial(i) || is_behind_ordinal(i);
      case U'，':
        return is_thousands_comma(i);
      case U'：':
        return between_typed_wide(i) && is_digit(before(i)) && is_digit(at(i + 1));
      case U'＄':
        return is_digit(at(i + 1));
      case U'＋':
      case U'＃':
        return between_words(i) || is_sign_behind_word(i);
      case kIdeographicSpace:
        return between_typed_wide(i);
      default:
        return is_one_of(at(i), U"－／＆＠＿＝＊＼＇") && between_words(i);
    }
  }

  /// Ｊ．罗琳
  bool is_behind_initial(std::size_t i) const {
    return is_capital(before(i)) && (i < 2 || !is_word(at(i - 2)));
  }

  /// １．at the start of a paragraph
  bool is_behind_ordinal(std::size_t i) const {
    std::size_t k = 0;
    while (k < i && is_digit(at(k))) ++k;
    return i > 0 && k == i;
  }

  /// Ｃ＋＋, Ｃ＃, ＡＩ＋制造
  bool is_sign_behind_word(std::size_t i) const {
    const char32_t sign = narrow(at(i));
    while (i > 0 && at(i - 1) == sign) --i;
    return i > 0 && was_wide(i - 1);
  }

  std::size_t digits_before(std::size_t i) const {
    std::size_t n = 0;
    while (n < i && is_digit(at(i - 1 - n)) && was_wide(i - 1 - n)) ++n;
    return n;
  }
  std::size_t digits_behind(std::size_t i) const {
    std::size_t n = 0;
    while (is_digit(at(i + 1 + n)) && was_wide(i + 1 + n)) ++n;
    return n;
  }

  /// Between groups of three digits, the first of one to three, none of them behind a point.
  bool is_thousands_comma(std::size_t i) const {
    constexpr std::size_t kGroup = 3;
    const std::size_t first = digits_before(i);
    if (first == 0 || first > kGroup || digits_behind(i) != kGroup) return false;
    const char32_t left = i > first ? at(i - first - 1) : 0;
    return left == U',' ? first == kGroup : left != U'.';
  }

  Letters& letters_;
  std::vector<bool> typed_wide_;  // letters and digits
};

}  // namespace

void narrow_full_width(Letters& letters) { FullWidth(letters).narrow_all(); }

}  // namespace banxin
