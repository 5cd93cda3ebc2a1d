// Words of simplified Chinese come from a counted list (chinese_words.h), those of other text from ICU's
// dictionary; what no dictionary can know, short word lists say.
//
// The rules are those of the trade (newspaper.md 1.3, 标题移行; victorzhang.cn 2006-12-29, called [Z8]
// there): a word, or two closely bound ones, are not divided; 的 does not start a line; the break gives the
// sentence no second meaning. The last needs an editor: U+2060 keeps two characters together, U+2028 forces a
// line.
#include "text/sense_breaks.h"

#include <unicode/ubrk.h>

#include <algorithm>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "text/chinese_words.h"
#include "text/sense_words.h"

namespace banxin {

namespace {

using enum CharClass;

// Reluctance, in em by which the lines may differ instead (our own values; tests/text/headline_test.cpp is
// what they have to satisfy).
constexpr double kAfterPause = 0;        // ，：！？…… and a space between Chinese words
constexpr double kBeforeDash = 0.5;      // —— opens what explains
constexpr double kAfterEnumeration = 2;  // 、
constexpr double kBetweenWords = 3;
constexpr double kBeforePredicate = 2;  // 将 被 已 …: the subject stands alone
constexpr double kBeforeVerb = 1;       // 晋中市/举行春节团拜会: the verb keeps its object
// Added to these:
constexpr double kAfterDe = 1.5;    // 的 stays with the line before, but its noun goes
constexpr double kAfterAspect = 7;  // 坏了/米勒大叔的好事: the line reads as if it were complete [Z8]
constexpr double kAfterVerb = 8;    // 扩大/内需: a verb and its object are closely bound [Z8]
constexpr double kAfterLeaning = 7;               // a preposition, conjunction or adverb alone at a line end
constexpr double kAfterNumber = 4;                // 20万/欧元 [Z8]
constexpr double kBeforeSuffix = 5;               // a single character behind a word: 艺术/家, 联合/国
constexpr double kAfterSingle = 7;                // 高/质量, 市/作家协会
constexpr double kAfterSuffix = 1;                // 农民工/工资: a suffix closes its word
constexpr double kBeforeAnd = 2;                  // 黎巴嫩/和叙利亚
constexpr double kBeforeAddress = 5;              // 米勒/大叔
constexpr double kOverSpace = 6, kOverPause = 3;  // a line goes on over a space or ，！？
constexpr double kInsideCompound = 7;             // 国务院/新闻办公室: one name of several words
constexpr double kInsideBrackets = 6;             // 《》“”（）
constexpr double kAfterAttribute = 11;            // 人均/可支配收入, 涉外/案件
constexpr double kBeforeKind = 4;                 // 经济运行/情况, 收购/工作
constexpr double kInsideForeignName = 7;          // 冯德/莱恩

/// Brackets round no more characters than this hold one term.
constexpr std::size_t kLongestTerm = 4;

struct CloseIterator {
  void operator()(UBreakIterator* iterator) const { ubrk_close(iterator); }
};

/// One a thread: opening one loads the dictionary. Null when ICU's data is missing; then every character is a
/// word.
UBreakIterator* word_iterator() {
  static thread_local const std::unique_ptr<UBreakIterator, CloseIterator> iterator = [] {
    UErrorCode status = U_ZERO_ERROR;
    UBreakIterator* const opened = ubrk_open(UBRK_WORD, "zh", nullptr, 0, &status);
    return std::unique_ptr<UBreakIterator, CloseIterator>(U_SUCCESS(status) ? opened : nullptr);
  }();
  return iterator.get();
}

bool is_space(CharClass c) { return c == kSpace || c == kIdeographicSpace; }
bool is_pause(CharClass c) {
  return c == kComma || c == kColon || c == kStop || c == kExcl || c == kExcl2 || c == kDash || c == kEll ||
         c == kAsciiPause;
}
bool is_connector(CharClass c) { return c == kMid || c == kConn1 || c == kConn2 || c == kSol; }

class SenseReader {
 public:
  explicit SenseReader(const ShapedParagraph& p) : p_(p) {
    // The cells' first characters: without U+2060 and its like, which would cut words for ICU.
    for (const Cell& cell : p.cells) text_ += cell.cp;
    starts_.assign(text_.size() + 1, true);
    compound_.assign(text_.size() + 1, false);
    find_words();
    if (p.setting.language == Language::kHans) find_chinese_words();
    for (const std::span<const Word> words : whole_words()) join(words);
    bracketed_ = term_ = std::vector<bool>(text_.size(), false);
    find_brackets();
  }

  std::vector<SenseBreak> read() const {
    std::vector<SenseBreak> out;
    for (std::size_t k = 0; k < p_.cells.size(); ++k) {
      if (p_.joints[k].may_break()) out.push_back(judge(k));
    }
    return out;
  }

 private:
  CharClass c(std::size_t k) const { return p_.cells[k].c; }

  void find_words() {
    UBreakIterator* const words = word_iterator();
    if (words == nullptr) return;
    std::u16string units;
    std::vector<std::size_t> cell_of;  // of each UTF-16 unit; inside a pair: none starts there
    for (std::size_t k = 0; k < text_.size(); ++k) {
      const char32_t cp = text_[k];
      cell_of.push_back(k);
      if (cp < 0x10000) {
        units += static_cast<char16_t>(cp);
        continue;
      }
      cell_of.push_back(k);
      units += static_cast<char16_t>(0xD7C0 + (cp >> 10));
      units += static_cast<char16_t>(0xDC00 + (cp & 0x3FF));
    }
    cell_of.push_back(text_.size());
    UErrorCode status = U_ZERO_ERROR;
    ubrk_setText(words, units.data(), static_cast<std::int32_t>(units.size()), &status);
    if (U_FAILURE(status)) return;
    starts_.assign(text_.size() + 1, false);
    starts_.front() = starts_.back() = true;
    for (std::int32_t at = ubrk_first(words); at != UBRK_DONE; at = ubrk_next(words)) {
      starts_[cell_of[static_cast<std::size_t>(at)]] = true;
    }
  }

  /// In simplified text the counted list goes before ICU's dictionary, which still joins characters that the
  /// list knows no word for: 习近平.
  void find_chinese_words() {
    for (std::size_t begin = 0; begin < text_.size();) {
      std::size_t end = begin;
      while (end < text_.size() && is_han(text_[end])) ++end;
      const std::vector<WordJoint> joints = chinese_word_joints(Word(text_).substr(begin, end - begin));
      const auto starts = [&](std::size_t k) { return k == end || joints[k - begin] != WordJoint::kInside; };
      const std::vector<bool> dictionary = starts_;
      for (std::size_t k = begin + 1; k < end; ++k) {
        const bool singles = starts(k - 1) && starts(k) && starts(k + 1);
        starts_[k] = starts(k) && (!singles || dictionary[k]);
        compound_[k] = joints[k - begin] == WordJoint::kCompound;
      }
      begin = std::max(end, begin + 1);
    }
  }

  /// Joins what the dictionary cuts of the words that we know.
  void join(std::span<const Word> words) {
    for (const Word word : words) {
      for (std::size_t at = text_.find(word); at != std::u32string::npos; at = text_.find(word, at + 1)) {
        if (!starts_[at] || !starts_[at + word.size()]) continue;
        for (std::size_t k = at + 1; k < at + word.size(); ++k) starts_[k] = false;
      }
    }
  }

  /// Which joints are inside brackets, and inside brackets round a short term: “村超”, 《红楼梦》.
  void find_brackets() {
    std::vector<std::size_t> open;
    for (std::size_t k = 0; k < p_.cells.size(); ++k) {
      if (c(k) == kOpen || c(k) == kAsciiOpen) {
        open.push_back(k);
      } else if (c(k) == kClose && !open.empty()) {
        const bool term = k - open.back() - 1 <= kLongestTerm;
        for (std::size_t i = open.back(); i < k; ++i) {
          bracketed_[i] = true;
          if (term) term_[i] = true;
        }
        open.pop_back();
      }
    }
  }

  Word word_before(std::size_t end) const {
    std::size_t begin = end;
    while (begin > 0 && (begin == end || !starts_[begin])) --begin;
    return Word(text_).substr(begin, end - begin);
  }
  Word word_behind(std::size_t begin) const {
    std::size_t end = begin + 1;
    while (end < text_.size() && !starts_[end]) ++end;
    return Word(text_).substr(begin, end - begin);
  }

  static bool is_han(char32_t cp) { return base_class(cp) == kHan && cp != U'\u3000'; }
  static bool is_digit(char32_t cp) { return cp >= U'0' && cp <= U'9'; }
  /// One ideograph that means something by itself: part of a name, a suffix, a verb.
  static bool is_content(Word word) {
    return word.size() == 1 && is_han(word[0]) && !is_particle(word) && !is_leaning(word);
  }

  SenseBreak judge(std::size_t k) const {
    SenseBreak out;
    out.end = static_cast<std::uint32_t>(k + 1);
    out.forced = p_.joints[k].penalty == Joint::kForced;
    if (out.forced) return out;
    std::size_t solid = k;
    while (solid > 0 && is_space(c(solid))) --solid;
    if (is_asked_for(k, solid)) {
      out.missed = kOverSpace;
    } else if (c(solid) == kComma || c(solid) == kStop || c(solid) == kExcl) {
      out.missed = p_.cells[solid].cp == U'、' ? 0 : kOverPause;
    }
    out.divides = divides(k, solid);
    out.reluctance = reluctance(k, solid) + (bracketed_[solid] ? kInsideBrackets : 0);
    return out;
  }

  /// A space that the editor put between two Chinese words.
  bool is_asked_for(std::size_t k, std::size_t solid) const {
    if (solid == k) return false;
    return c(k) == kIdeographicSpace || (is_cjk(c(solid)) && is_cjk(c(k + 1)));
  }

  bool divides(std::size_t k, std::size_t solid) const {
    if (is_asked_for(k, solid) || (is_pause(c(solid)) && p_.cells[solid].cp != U'.')) return false;
    if (is_connector(c(solid)) || is_connector(c(k + 1))) return true;  // 伊丽莎白·泰勒, 2023—2025
    if (solid == k && (!starts_[k + 1] || term_[k])) return true;
    const Word left = word_before(solid + 1), right = word_behind(k + 1);
    if (is_particle(right)) return true;
    if (right.size() == 2 && right[0] == U'等' && Word(U"地人国省市县").find(right[1]) != Word::npos)
      return true;
    return solid == k && (divides_number(solid, left, right) || divides_name(solid, left, right));
  }

  bool divides_number(std::size_t solid, Word left, Word right) const {
    const bool number = is_number(left);
    if (number && (is_numeral(right[0]) || is_number(right) || is_counted_in(right))) return true;
    if ((number && right == U"比") || (left == U"比" && is_number(right))) return true;  // 3比1
    return left == U"第" || (is_date(solid) && is_digit(right[0])) ||
           (left.size() > 1 && is_ordinal(solid + 1));
  }

  /// 三十九号, 2号 behind a name: 遥感三十九号.
  bool is_ordinal(std::size_t begin) const {
    std::size_t end = begin;
    while (end < text_.size() && is_number(Word(text_).substr(end, 1))) ++end;
    return end > begin && end < text_.size() && text_[end] == U'号';
  }

  /// The dictionary knows no names: it leaves single characters, so between two of them there is no sense
  /// break. A surname stays with a given name that happens to be a word: 王/建国.
  bool divides_name(std::size_t solid, Word left, Word right) const {
    if (is_content(left) && is_content(right)) return !is_counted(solid);
    const bool letter = left.size() == 1 && c(solid) == kLat && right.size() == 1;  // A股, T台
    if (letter) return true;
    const bool starts = solid == 0 || !is_han(text_[solid - 1]) || word_before(solid).size() > 1;
    if (is_surname(left) && starts && right.size() == 2 && is_han(right[0]) && !is_long_verb(right))
      return true;
    return left.size() > 1 && sounds_foreign(left) && ends_foreign_name(right);  // 马克|龙
  }

  /// A measure word with its number before it: 三十九|号.
  bool is_counted(std::size_t k) const {
    return k > 0 && is_counted_in(word_before(k + 1)) && is_number(word_before(k));
  }

  /// 5月 of 5月1日, 2024年 of 2024年5月.
  bool is_date(std::size_t k) const { return (text_[k] == U'年' || text_[k] == U'月') && is_counted(k); }

  double reluctance(std::size_t k, std::size_t solid) const {
    if (is_asked_for(k, solid)) return kAfterPause;
    if (p_.cells[solid].cp == U'、') return kAfterEnumeration;
    if (is_pause(c(solid))) return kAfterPause;
    if (c(k + 1) == kDash) return kBeforeDash;
    const Word left = word_before(solid + 1), right = word_behind(k + 1);
    if (solid == k && compound_[k + 1]) return kBetweenWords + kInsideCompound;
    const bool verb = is_long_verb(right) && !is_transitive(left) && !is_leaning(left);
    return (starts_predicate(right) ? kBeforePredicate
            : verb                  ? kBeforeVerb
                                    : kBetweenWords) +
           after(solid, left) + before(k + 1, left, right);
  }

  /// For what ends the line.
  double after(std::size_t solid, Word left) const {
    if (left == U"的") return kAfterDe;
    if (left == U"了" || left == U"着" || left == U"过") return kAfterAspect;
    if (is_transitive(left)) return kAfterVerb;
    if (is_leaning(left)) return kAfterLeaning;
    if (is_attribute(left)) return kAfterAttribute;
    if (is_number(left)) return kAfterNumber;
    if (!is_content(left) || is_counted(solid)) return 0;
    if (solid == 0) return kAfterSingle;
    const Word earlier = word_before(solid);
    if (is_content(earlier)) return 0;  // the end of a name: 李|肇|星
    return is_suffixed(earlier) ? kAfterSuffix : kAfterSingle;
  }

  /// Whether a single character behind the word is likely its suffix: 农民|工, not 当选|市.
  static bool is_suffixed(Word word) {
    return word.size() > 1 && is_han(word.back()) && !is_transitive(word) && !is_leaning(word);
  }

  /// For what starts the next one.
  double before(std::size_t first, Word left, Word right) const {
    if (is_address(right)) return kBeforeAddress;
    if (right.size() == 1 && Word(U"和与及或").find(right[0]) != Word::npos) return kBeforeAnd;
    if (is_kind(right) && left.size() > 1 && is_han(left.back()) && !is_transitive(left)) return kBeforeKind;
    if (left.size() > 1 && right.size() > 1 && sounds_foreign(left) && sounds_foreign(right))
      return kInsideForeignName;
    if (!is_content(right) || is_transitive(right) || !is_suffixed(left)) return 0;
    const std::size_t next = first + 1;
    if (next >= text_.size()) return kBeforeSuffix;
    // A verb of one character with its aspect, or a name.
    const Word behind = word_behind(next);
    if (behind == U"了" || behind == U"着" || behind == U"过" || is_content(behind)) return 0;
    return kBeforeSuffix;
  }

  const ShapedParagraph& p_;
  std::u32string text_;                 // a character a cell
  std::vector<bool> starts_;            // a word of the dictionary starts at this cell
  std::vector<bool> compound_;          // and goes on a name of several words
  std::vector<bool> bracketed_, term_;  // behind this cell one is inside brackets
};

}  // namespace

std::vector<SenseBreak> sense_breaks(const ShapedParagraph& paragraph) {
  return SenseReader(paragraph).read();
}

}  // namespace banxin
