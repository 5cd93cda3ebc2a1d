#include "text/break_rules.h"

#include <algorithm>
#include <vector>

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
                       kInRange = 60, kInUrl = 50;

bool is_space(CharClass c) { return c == kSpace || c == kIdeographicSpace; }
bool is_mark_run(CharClass c) { return c == kExcl || c == kExcl2; }

class BreakFinder {
 public:
  explicit BreakFinder(ShapedParagraph& p) : p_(p), western_(p), level_(p.setting.level) {}

  void fill() {
    std::size_t solid = kNone;  // the last cell that is no space
    for (std::size_t k = 0; k < p_.cells.size(); ++k) {
      if (!is_space(p_.cells[k].c)) solid = k;
      Joint& joint = p_.joints[k];
      if (k + 1 == p_.cells.size()) {
        joint.penalty = Joint::kForced;
      } else {
        joint.penalty = penalty(k, solid);
        joint.emergency = !joint.may_break() && inside_word(k);
      }
    }
  }

 private:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  const Cell& cell(std::size_t k) const { return p_.cells[k]; }
  CharClass c(std::size_t k) const { return p_.cells[k].c; }

  /// Of ending a line behind cell k. `solid` is the last cell up to k that is no space.
  std::int16_t penalty(std::size_t k, std::size_t solid) const {
    const Cell &a = cell(k), &b = cell(k + 1);
    if (a.c == kForcedBreak) return Joint::kForced;
    if (b.c == kForcedBreak || is_space(b.c) || a.control == BreakControl::kGlue) return Joint::kForbidden;
    if (a.control == BreakControl::kZeroWidthSpace) return 0;
    if (a.c == kNoBreakSpace || b.c == kNoBreakSpace) return Joint::kForbidden;
    if (is_space(a.c) && (solid == kNone || c(solid) == kForcedBreak)) return Joint::kForbidden;  // an indent
    if (!may_break(k, solid)) return Joint::kForbidden;
    return reluctance(solid, k + 1);
  }

  bool may_break(std::size_t k, std::size_t solid) const {
    const Cell &left = cell(solid), &b = cell(k + 1);
    if (is_initial(solid)) return false;
    if (is_space(left.c)) return true;
    if (solid == k && (is_superscript(b.cp) || (is_mark_run(left.c) && is_mark_run(b.c)))) return false;
    if (is_western(left.c) && is_western(b.c)) return western_pair(k, solid);
    if (level_ == ProhibitionLevel::kNone) return true;
    if (b.c == kHan && is_nonstarter(b.cp, p_.setting.language)) return false;
    return pair_may_break(left.c, b.c, level_);
  }

  bool western_pair(std::size_t k, std::size_t solid) const {
    const CharClass left = c(solid), right = c(k + 1);
    if (left == kPre && (right == kPre || right == kNum)) return false;
    if (left == kNum && (right == kNum || right == kPost) && solid == k) return false;
    return western_.may_break(k) || western_.may_break_url(k);
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
    if (a == kNum && is_measure_word(cell(right).cp)) return kMeasureWord;
    if (cell(left).cp == U'第' && b == kNum) return kOrdinal;
    if (a == kConn1 && b == kNum && left > 0 && c(left - 1) == kNum) return kInRange;
    if (western_.may_break_url(right - 1)) return kInUrl;
    return 0;
  }

  /// Between two letters, or a letter and a digit; never inside a number.
  bool inside_word(std::size_t k) const {
    const CharClass a = c(k), b = c(k + 1);
    const auto word = [](CharClass x) { return x == kLat || x == kNum; };
    return word(a) && word(b) && !(a == kNum && b == kNum);
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

void find_breaks(ShapedParagraph& paragraph) { BreakFinder(paragraph).fill(); }

}  // namespace banxin
