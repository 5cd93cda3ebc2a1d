#include "text/break_rules.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "text/hyphen_breaks.h"
#include "text/sense_words.h"
#include "text/western_breaks.h"

namespace banxin {

namespace {

using enum CharClass;

/// Rows and columns of the pair table.
enum Group : std::size_t {
  kGHan,
  kGOpen,
  kGClose,
  kGMid,
  kGSol,
  kGDash,
  kGEll,
  kGWest,
  kGPost,
  kGQuote,
  kGroups
};

Group group_of(CharClass c) {
  switch (c) {
    case kHan:
    case kIdeographicSpace:
      return kGHan;
    case kOpen:
    case kAsciiOpen:
      return kGOpen;
    case kClose:
    case kComma:
    case kColon:
    case kStop:
    case kExcl:
    case kExcl2:
    case kAsciiPause:
      return kGClose;
    case kMid:
    case kConn1:
    case kConn2:
      return kGMid;
    case kSol:
      return kGSol;
    case kDash:
      return kGDash;
    case kEll:
      return kGEll;
    case kPost:
      return kGPost;
    case kAsciiQuote:
      return kGQuote;
    default:
      return kGWest;
  }
}

// y: allowed; -: forbidden; s: below `strict`; b: at `basic`. A straight quote does not say which side it
// belongs to, so it stays with both. Han before POST: no number, so the sign is a character like others.
constexpr const char* kTable[kGroups] = {
    // HAN OPEN CLOSE MID SOL DASH ELL WEST POST QUOTE
    "yy---ssyy-",  // HAN
    "----------",  // OPEN
    "yy---ssy--",  // CLOSE, PAUSE
    "yy---ssy--",  // MID, CONN
    "bb---bbb--",  // SOL
    "yy---ssy--",  // DASH
    "yy---ssy--",  // ELL
    "yy---ssy--",  // NUM, LAT (between two of them: UAX #14)
    "yy---ssy--",  // POST
    "----------",  // QUOTE
};

constexpr std::int16_t kBeforeDash = 20, kBeforeEllipsis = 40, kMeasureWord = 60, kOrdinal = 100,
                       kInRange = 60, kInUrl = 50, kInName = 100, kCutByGrid = 50;

/// What is written behind a number with a space (GB/T 3100).
constexpr std::string_view kUnits[] = {
    "m",  "km",  "cm",  "mm",  "nm",  "g",  "kg",  "mg",   "t",    "s",   "ms",  "min", "h",   "L",   "mL",
    "Hz", "kHz", "MHz", "GHz", "THz", "V",  "kV",  "mV",   "A",    "mA",  "mAh", "Ah",  "W",   "kW",  "MW",
    "GW", "kWh", "Pa",  "kPa", "MPa", "J",  "kJ",  "MJ",   "N",    "kN",  "K",   "mol", "dB",  "lx",  "B",
    "KB", "kB",  "MB",  "GB",  "TB",  "PB", "bps", "Mbps", "Gbps", "fps", "dpi", "ppi", "FPS", "rpm", "ha"};

bool is_space(CharClass c) { return c == kSpace || c == kIdeographicSpace; }
bool is_glued(BreakControl control) {
  return control == BreakControl::kGlue || control == BreakControl::kSoftHyphen;
}
bool is_mark_run(CharClass c) { return c == kExcl || c == kExcl2; }

class BreakFinder {
 public:
  explicit BreakFinder(ShapedParagraph& p) : p_(p), western_(p), level_(p.setting.level) {}

  void fill(const std::vector<Hold>& holds) {
    std::size_t solid = kNone;  // the last cell that is no space
    for (std::size_t k = 0; k < p_.cells.size(); ++k) {
      if (!is_space(p_.cells[k].c)) solid = k;
      Joint& joint = p_.joints[k];
      if (k + 1 == p_.cells.size()) {
        joint.penalty = Joint::kForced;
      } else {
        joint.penalty = penalty(k, solid);
        if (joint.may_break() && is_in_range(solid, k + 1)) joint.in_number = p_.minds_column_ends = true;
        joint.in_url = !joint.may_break() && inside_word(k) && inside_url(k);
        joint.emergency = !joint.may_break() &&
                          (inside_word(k) || inside_marks(k) || is_in_chain(k) || is_before_unit(k, solid));
      }
    }
    if (p_.setting.hyphenate == Hyphenation::kEnglish) find_hyphens(p_, western_);
    for (const Hold& h : holds) hold(h);
  }

 private:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  const Cell& cell(std::size_t k) const { return p_.cells[k]; }
  CharClass c(std::size_t k) const { return p_.cells[k].c; }

  /// Of ending a line behind cell k. `solid` is the last cell up to k that is no space.
  std::int16_t penalty(std::size_t k, std::size_t solid) const {
    const Cell &a = cell(k), &b = cell(k + 1);
    if (a.c == kForcedBreak) return Joint::kForced;
    if (b.c == kForcedBreak || is_space(b.c) || is_glued(a.control)) return Joint::kForbidden;
    if (a.control == BreakControl::kZeroWidthSpace) return 0;
    if (a.c == kNoBreakSpace || b.c == kNoBreakSpace) return Joint::kForbidden;
    if (is_space(a.c) && (solid == kNone || c(solid) == kForcedBreak)) return Joint::kForbidden;  // an indent
    if (!may_break(k, solid)) return Joint::kForbidden;
    return reluctance(solid, k + 1);
  }

  bool may_break(std::size_t k, std::size_t solid) const {
    const Cell &left = cell(solid), &b = cell(k + 1);
    if (is_initial(solid) || is_in_number(k, solid)) return false;
    if (is_space(left.c)) return true;
    if (solid == k && (is_superscript(b.cp) || (is_mark_run(left.c) && is_mark_run(b.c)))) return false;
    if (cut_by_grid(k, solid)) return true;
    if (is_western(left.c) && is_western(b.c)) return western_pair(k, solid);
    if (level_ == ProhibitionLevel::kNone) return true;
    if (b.c == kHan && is_nonstarter(b.cp, p_.setting.language)) return false;
    return pair_may_break(left.c, b.c, level_);
  }

  /// In the strict grid words may be cut, and of several marks in a row only the first is kept off the line
  /// start (typography.md 5.2).
  bool cut_by_grid(std::size_t k, std::size_t solid) const {
    return p_.setting.strict_grid && solid == k &&
           (inside_word(k) || (is_closing(c(k)) && is_closing(c(k + 1))));
  }

  bool western_pair(std::size_t k, std::size_t solid) const {
    const CharClass left = c(solid), right = c(k + 1);
    if (left == kPre && (right == kPre || right == kNum)) return false;
    if (left == kNum && (right == kNum || right == kPost) && solid == k) return false;
    if (solid == k && sticks(k)) return false;
    return western_.may_break(k) || western_.may_break_url(k);
  }

  bool is_letter(std::size_t k) const { return is_plain_letter(cell(k)); }
  bool is_letter_or_digit(std::size_t k) const { return c(k) == kLat || c(k) == kNum; }
  bool is_digit(std::size_t k) const { return k < p_.cells.size() && c(k) == kNum; }
  std::size_t letters_before(std::size_t k) const {
    std::size_t n = 0;
    while (n < 3 && n < k && is_letter(k - 1 - n)) ++n;
    return n;
  }
  std::size_t letters_behind(std::size_t k) const {
    std::size_t n = 0;
    while (n < 3 && k + 1 + n < p_.cells.size() && is_letter(k + 1 + n)) ++n;
    return n;
  }

  /// Signs that belong to the word before them (C++, C#), and short pieces about a solidus (km/h, TCP/IP).
  bool sticks(std::size_t k) const {
    const char32_t b = cell(k + 1).cp;
    if (b == U'+' || b == U'#') return true;
    if (cell(k).cp == U'-' && (k == 0 || !is_letter_or_digit(k - 1)))
      return true;  // the sign of an option: -O2
    if (cell(k).cp != U'/' || western_.in_url(k)) return false;
    return letters_before(k) < 3 || letters_behind(k) < 3;
  }

  /// Ten thousand as 10 000, 5 % and 5 km with their spaces, 2024-06-15, 10∶1.
  bool is_in_number(std::size_t k, std::size_t solid) const {
    const Cell& b = cell(k + 1);
    if (solid + 1 == k && c(solid) == kNum) {
      const bool thousands = is_digit(k + 1) && is_digit(k + 2) && is_digit(k + 3) && !is_digit(k + 4);
      if (b.c == kPost || thousands) return true;
    }
    if (is_before_unit(k, solid)) return true;
    if (solid != k) return false;
    constexpr char32_t kRatio = U'\u2236';
    if (b.cp == kRatio && c(k) == kNum && is_digit(k + 2)) return true;
    if (cell(k).cp == kRatio && k > 0 && c(k - 1) == kNum && b.c == kNum) return true;
    return is_in_chain(k);
  }

  /// 1,900 km: the space between a number and the sign of its unit, which stay on one line unless none holds
  /// both.
  bool is_before_unit(std::size_t k, std::size_t solid) const {
    return solid != kNone && solid + 1 == k && c(solid) == kNum && is_unit(k + 1);
  }

  /// Behind a hyphen between digits: of years, a date, a telephone, an ISBN. Numbers are not divided
  /// (typography.md 2.2), unless no line holds them.
  bool is_in_chain(std::size_t k) const {
    return c(k) == kConn1 && cell(k).cp == U'-' && k > 0 && is_digit(k - 1) && is_digit(k + 1) &&
           !western_.in_url(k);
  }

  /// `B.` of a name like B. 盖茨: kept with what follows.
  bool is_initial(std::size_t k) const {
    if (cell(k).cp != U'.' || k == 0 || c(k - 1) != kLat) return false;
    const char32_t letter = cell(k - 1).cp;
    if (letter < U'A' || letter > U'Z') return false;
    return k == 1 || !(c(k - 2) == kLat || c(k - 2) == kNum);
  }

  std::int16_t reluctance(std::size_t left, std::size_t right) const {
    const CharClass a = c(left), b = c(right);
    if (b == kDash) return kBeforeDash;
    if (b == kEll) return kBeforeEllipsis;
    if (cut_by_grid(left, left)) return kCutByGrid;
    if (a == kNum && b == kHan && starts_measure_word(right)) return kMeasureWord;
    if (cell(left).cp == U'第' && b == kNum) return kOrdinal;
    if (is_in_range(left, right)) return kInRange;
    if (western_.may_break_url(right - 1)) return kInUrl;
    return 0;
  }

  /// 岁, 平方公里
  bool starts_measure_word(std::size_t k) const {
    constexpr std::size_t kLongest = 4;
    std::u32string word;
    while (word.size() < kLongest && k < p_.cells.size() && c(k) == kHan) {
      word += cell(k++).cp;
      if (is_counted_in(word)) return true;
    }
    return false;
  }

  /// Behind the connector of two numbers: 1958—|1962.
  bool is_in_range(std::size_t left, std::size_t right) const {
    if (left == kNone || left == 0 || c(right) != kNum || c(left - 1) != kNum) return false;
    return c(left) == kConn1 || c(left) == kConn2;
  }

  /// The sign of a unit, with its word to itself: GHz, km.
  bool is_unit(std::size_t k) const {
    constexpr std::size_t kLongest = 4;
    std::string word;
    while (k < p_.cells.size() && word.size() <= kLongest && is_letter(k))
      word += static_cast<char>(cell(k++).cp);
    if (word.empty() || word.size() > kLongest) return false;
    return std::find(std::begin(kUnits), std::end(kUnits), word) != std::end(kUnits);
  }

  /// Between two letters, or a letter and a digit; never inside a number.
  bool inside_word(std::size_t k) const {
    const CharClass a = c(k), b = c(k + 1);
    const auto word = [](CharClass x) { return x == kLat || x == kNum; };
    return word(a) && word(b) && !(a == kNum && b == kNum);
  }

  /// With three characters of the address at least on either side.
  bool inside_url(std::size_t k) const { return k > 1 && western_.in_url(k - 2) && western_.in_url(k + 3); }

  /// Among three closing marks or more: 。』」 may be torn apart when all else fails (CLREQ).
  bool inside_marks(std::size_t k) const {
    const auto closes = [&](std::size_t i) { return i < p_.cells.size() && is_closing(c(i)); };
    if (!closes(k) || !closes(k + 1) || (is_mark_run(c(k)) && is_mark_run(c(k + 1)))) return false;
    return closes(k + 2) || (k > 0 && closes(k - 1));
  }

  // ---- What the editor holds together

  void hold(const Hold& hold) {
    const auto first =
        std::lower_bound(p_.cells.begin(), p_.cells.end(), hold.begin,
                         [](const Cell& cell, std::size_t byte) { return cell.text_begin < byte; });
    for (auto k = static_cast<std::size_t>(first - p_.cells.begin());
         k + 1 < p_.cells.size() && cell(k + 1).text_begin < hold.end; ++k) {
      Joint& joint = p_.joints[k];
      if (!joint.may_break() || joint.penalty == Joint::kForced) continue;
      if (hold.kind == Hold::Kind::kName) {
        joint.penalty = std::max(joint.penalty, kInName);
        joint.name = true;
        p_.minds_column_ends = true;
      } else {
        joint.penalty = Joint::kForbidden;
        joint.hyphen = false, joint.emergency = true;
      }
    }
  }

  ShapedParagraph& p_;
  WesternBreaks western_;
  ProhibitionLevel level_;
};

}  // namespace

bool pair_may_break(CharClass left, CharClass right, ProhibitionLevel level) {
  if (level == ProhibitionLevel::kNone) return true;
  switch (kTable[group_of(left)][group_of(right)]) {
    case 'y':
      return true;
    case 's':
      return level != ProhibitionLevel::kStrict;
    case 'b':
      return level == ProhibitionLevel::kBasic;
    default:
      return false;
  }
}

void find_breaks(ShapedParagraph& paragraph, const std::vector<Hold>& holds) {
  BreakFinder(paragraph).fill(holds);
}

}  // namespace banxin
