#include "text/hyphen_breaks.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "text/hyphenation.h"

namespace banxin {

namespace {

using enum CharClass;

constexpr std::int16_t kHyphenated = 50;

class HyphenFinder {
 public:
  HyphenFinder(ShapedParagraph& p, const WesternBreaks& western) : p_(p), western_(western) {}

  void find() {
    const Hyphenator* const dictionary = Hyphenator::english();
    for (std::size_t k = 0; k < p_.cells.size();) {
      std::size_t end = k;
      while (end < p_.cells.size() && is_plain_letter(cell(end))) ++end;
      if (end > k && !hyphenate_softly(k, end) && dictionary != nullptr && is_plain_word(k, end) &&
          !is_proper_name(k)) {
        divide(k, end, *dictionary);
      }
      k = end + 1;
    }
  }

 private:
  const Cell& cell(std::size_t k) const { return p_.cells[k]; }
  CharClass c(std::size_t k) const { return p_.cells[k].c; }
  static bool is_space(CharClass c) { return c == kSpace || c == kIdeographicSpace; }

  /// At U+00AD; the word that has one is divided nowhere else.
  bool hyphenate_softly(std::size_t begin, std::size_t end) {
    bool found = false;
    for (std::size_t k = begin; k + 1 < end; ++k) {
      if (cell(k).control != BreakControl::kSoftHyphen) continue;
      allow_hyphen(k);
      found = true;
    }
    return found;
  }

  /// Letters that are no part of something else: of a number, an address, a compound with a hyphen of its
  /// own, a word with letters that the dictionary does not know.
  bool is_plain_word(std::size_t begin, std::size_t end) const {
    const auto joins = [&](std::size_t k) {
      return c(k) == kNum || c(k) == kLat || c(k) == kConn1 || c(k) == kSol ||
             std::u32string_view(U"@_&=#\\+-/").find(cell(k).cp) != std::u32string_view::npos;
    };
    const auto letter_or_digit = [&](std::size_t k) {
      return k < p_.cells.size() && (c(k) == kLat || c(k) == kNum);
    };
    const auto is_apostrophe = [&](std::size_t k) { return cell(k).cp == U'’' || cell(k).cp == U'\''; };
    if (western_.in_url(begin)) return false;
    if (begin > 0 && ((joins(begin - 1) && !is_apostrophe(begin - 1)) ||
                      (cell(begin - 1).cp == U'.' && begin > 1 && letter_or_digit(begin - 2)))) {
      return false;
    }
    if (end == p_.cells.size() || is_apostrophe(end)) return true;
    return !joins(end) && !(cell(end).cp == U'.' && letter_or_digit(end + 1));
  }

  /// A capital inside a sentence begins a name, and names stay whole (typography.md 7.1).
  bool is_proper_name(std::size_t begin) const {
    if (cell(begin).cp < U'A' || cell(begin).cp > U'Z') return false;
    std::size_t k = begin;
    while (k > 0 && (is_space(c(k - 1)) || is_opening(c(k - 1)))) --k;
    return k > 0 && std::u32string_view(U".!?:。！？：").find(cell(k - 1).cp) == std::u32string_view::npos;
  }

  /// Points inside a ligature are no joints.
  void divide(std::size_t begin, std::size_t end, const Hyphenator& dictionary) {
    const std::size_t start = cell(begin).text_begin, stop = cell(end - 1).text_end;
    const std::string_view word = std::string_view(p_.text).substr(start, stop - start);
    if (!std::all_of(word.begin(), word.end(), [](char byte) {
          return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
        })) {
      return;
    }
    std::size_t k = begin;
    for (const std::size_t point : dictionary.points(word)) {
      while (cell(k).text_end < start + point) ++k;
      if (cell(k).text_end == start + point) allow_hyphen(k);
    }
  }

  void allow_hyphen(std::size_t k) {
    Joint& joint = p_.joints[k];
    joint.penalty = kHyphenated;
    joint.hyphen = true, joint.emergency = false;
    p_.minds_column_ends = true;
    if (p_.hyphens.empty()) p_.hyphens.resize(p_.run_sizes.size());
  }

  ShapedParagraph& p_;
  const WesternBreaks& western_;
};

}  // namespace

bool is_plain_letter(const Cell& cell) {
  if (cell.orientation == Orientation::kUpright) return false;  // an acronym
  return (cell.cp >= U'A' && cell.cp <= U'Z') || (cell.cp >= U'a' && cell.cp <= U'z');
}

void find_hyphens(ShapedParagraph& paragraph, const WesternBreaks& western) {
  HyphenFinder(paragraph, western).find();
}

}  // namespace banxin
