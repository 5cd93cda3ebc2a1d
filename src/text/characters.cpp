#include "text/characters.h"

#include <unicode/uchar.h>

#include "base/utf8.h"

namespace banxin {

namespace {

using enum CharClass;

std::vector<Character> decode(std::string_view text) {
  std::vector<Character> out;
  out.reserve(text.size() / 2);
  bool joined = false;  // after U+200D a pictograph goes on
  for (std::size_t at = 0; at < text.size();) {
    const Decoded d = decode_utf8(text, at);
    Character ch{d.cp, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + d.bytes),
                 base_class(d.cp), extends_cluster(d.cp)};
    const bool pictograph =
        joined && u_hasBinaryProperty(static_cast<UChar32>(d.cp), UCHAR_EXTENDED_PICTOGRAPHIC);
    if (pictograph) ch.extends = true;
    joined = d.cp == 0x200D;
    if ((d.cp == 0xFE00 || d.cp == 0xFE01) && !out.empty() && !out.back().extends) out.back().variant = d.cp;
    out.push_back(ch);
    at += d.bytes;
  }
  return out;
}

/// Decides the classes that depend on context. Works on the characters without the extending ones.
class Context {
 public:
  explicit Context(std::vector<Character>& all) {
    for (Character& ch : all) {
      if (!ch.extends) chars_.push_back(&ch);
    }
    original_.reserve(chars_.size());
    cjk_before_.reserve(chars_.size() + 1);
    cjk_before_.push_back(0);
    for (const Character* ch : chars_) {
      original_.push_back(ch->c);
      cjk_before_.push_back(cjk_before_.back() + (is_cjk(ch->c) ? 1 : 0));
    }
  }

  void resolve() {
    resolve_quotes();
    for (std::size_t i = 0; i < chars_.size(); ++i) resolve_at(i);
    for (std::size_t i = 0; i < chars_.size(); ++i) obey_variant(i);
  }

 private:
  std::size_t size() const { return chars_.size(); }
  /// kForcedBreak stands for "nothing there".
  CharClass at(std::size_t i) const { return i < size() ? original_[i] : kForcedBreak; }
  CharClass before(std::size_t i) const { return i == 0 ? kForcedBreak : at(i - 1); }
  CharClass after(std::size_t i) const { return at(i + 1); }
  static bool letter_or_digit(CharClass c) { return c == kLat || c == kNum; }

  /// The next character to the left or right that is neither a space nor one of the skipped quotes.
  CharClass beyond(std::size_t i, int step, bool skip_quotes) const {
    for (std::size_t k = i + static_cast<std::size_t>(step); k < size();
         k += static_cast<std::size_t>(step)) {
      const CharClass c = at(k);
      if (c == kSpace || c == kNoBreakSpace) continue;
      if (skip_quotes && (c == kQuoteOpen || c == kQuoteClose)) continue;
      return c;
    }
    return kForcedBreak;
  }

  /// A sign or letter that belongs to Western text.
  static bool western(CharClass c) {
    return is_western(c) || c == kHyphen || c == kSign || c == kSolidus || c == kTilde;
  }

  /// ’ inside a word (don’t) or at its end with no ‘ open before it (dogs’).
  bool is_apostrophe(std::size_t i, bool single_open) const {
    if (chars_[i]->cp != U'’' || !letter_or_digit(before(i))) return false;
    return letter_or_digit(after(i)) || (!single_open && before(i) == kLat);
  }

  void resolve_quotes() {
    std::vector<std::size_t> open;
    std::size_t singles = 0;  // ‘ among them
    for (std::size_t i = 0; i < size(); ++i) {
      if (at(i) == kQuoteOpen) {
        open.push_back(i);
        if (chars_[i]->cp == U'‘') ++singles;
        chars_[i]->c = kOpen;
      } else if (at(i) == kQuoteClose) {
        if (is_apostrophe(i, singles > 0)) {
          chars_[i]->c = kLat;
          continue;
        }
        chars_[i]->c = kClose;
        const bool paired = close_quote(i, open, singles);
        if (!paired && chars_[i]->cp == U'’' && between_western(i)) chars_[i]->c = kLat;
      }
    }
  }

  /// Finds the partner of the closing quote at `i`; both are Latin when all in and around them is.
  /// Returns whether there is one.
  bool close_quote(std::size_t i, std::vector<std::size_t>& open, std::size_t& singles) {
    const char32_t partner = chars_[i]->cp == U'”' ? U'“' : U'‘';
    if (partner == U'‘' && singles == 0) return false;
    std::size_t found = open.size();
    while (found > 0 && chars_[open[found - 1]]->cp != partner) --found;
    if (found == 0) return false;
    const std::size_t start = open[found - 1];
    while (open.size() >= found) {
      if (chars_[open.back()]->cp == U'‘') --singles;
      open.pop_back();
    }
    if (cjk_before_[i] != cjk_before_[start]) return true;
    const CharClass left = beyond(start, -1, true), right = beyond(i, +1, true);
    const auto not_cjk = [](CharClass c) { return western(c) || c == kForcedBreak; };
    if (not_cjk(left) && not_cjk(right) && (western(left) || western(right))) {
      chars_[start]->c = chars_[i]->c = kLat;
    }
    return true;
  }

  /// rock ’n’ roll
  bool between_western(std::size_t i) const {
    return letter_or_digit(beyond(i, -1, true)) && letter_or_digit(beyond(i, +1, true));
  }

  void resolve_at(std::size_t i) {
    CharClass& c = chars_[i]->c;
    switch (c) {
      case kEmDash:
        c = resolve_dash(i);
        break;
      case kEllipsis:
        c = !in_pair(i) && between_letters(i) ? kLat : kEll;
        break;
      case kMidDot:
        c = letter_or_digit(before(i)) && letter_or_digit(after(i)) ? kLat : kMid;
        break;
      case kConn1:  // –
        if (between_letters(i)) c = kLat;
        break;
      case kHyphen:
        c = resolve_hyphen(i);
        break;
      case kTilde:
        c = joins_chinese(i) ? kConn2 : kLat;
        break;
      case kSolidus:
        c = is_cjk(before(i)) || is_cjk(after(i)) ? kSol : kLat;
        break;
      case kSign:
        c = resolve_sign(i);
        break;
      default:
        break;
    }
  }

  /// Quotes with U+FE00 are the narrow ones of Western text, with U+FE01 those of Chinese.
  void obey_variant(std::size_t i) {
    Character& ch = *chars_[i];
    const bool quote = original_[i] == kQuoteOpen || original_[i] == kQuoteClose;
    if (!quote || ch.variant == 0) return;
    ch.c = ch.variant == 0xFE00 ? kLat : original_[i] == kQuoteOpen ? kOpen : kClose;
  }

  bool between_letters(std::size_t i) const {
    return beyond(i, -1, false) == kLat && beyond(i, +1, false) == kLat;
  }
  bool in_pair(std::size_t i) const {
    return (i > 0 && chars_[i - 1]->cp == chars_[i]->cp) ||
           (i + 1 < size() && chars_[i + 1]->cp == chars_[i]->cp);
  }

  /// Cut from the left into units of two; what is left over is a connector (typography.md 1.4).
  CharClass resolve_dash(std::size_t i) const {
    if (!in_pair(i)) return between_letters(i) ? kLat : kConn2;
    std::size_t first = i;
    while (first > 0 && chars_[first - 1]->cp == chars_[i]->cp) --first;
    const bool odd_one = (i - first) % 2 == 0 && (i + 1 >= size() || chars_[i + 1]->cp != chars_[i]->cp);
    return odd_one ? kConn2 : kDash;
  }

  CharClass resolve_hyphen(std::size_t i) const {
    const CharClass left = before(i), right = after(i);
    if (left == kNum && right == kNum) return kConn1;
    if (letter_or_digit(left) && letter_or_digit(right)) return kLat;  // well-known, F-15
    if (right == kNum) return kPre;
    if (is_cjk(left) && right == kLat) return kLat;  // the sign of an option: 用-Ofast
    const auto word = [](CharClass c) { return letter_or_digit(c) || is_cjk(c); };
    return word(left) && word(right) ? kConn1 : kLat;
  }

  /// ~ between numbers or Chinese, not in ~/paths.
  bool joins_chinese(std::size_t i) const {
    const auto side = [](CharClass c) { return c == kNum || c == kPost || is_cjk(c); };
    return side(before(i)) && (side(after(i)) || after(i) == kSign);
  }

  CharClass resolve_sign(std::size_t i) const {
    std::size_t k = i + 1;
    while (at(k) == kSign || at(k) == kHyphen) ++k;
    if (at(k) == kNum) return kPre;
    return base_is_wide(chars_[i]->cp) ? kHan : kLat;
  }
  static bool base_is_wide(char32_t cp) { return cp >= 0xFF00; }

  std::vector<Character*> chars_;
  std::vector<CharClass> original_;        // before anything was resolved
  std::vector<std::uint32_t> cjk_before_;  // certain Chinese characters before each
};

}  // namespace

std::vector<Character> read_characters(std::string_view text) {
  std::vector<Character> all = decode(text);
  Context(all).resolve();
  return all;
}

}  // namespace banxin
