#include "text/pair_spacing.h"

#include <algorithm>

#include "text/cells.h"
#include "text/orientation.h"

namespace banxin {

namespace {

using enum CharClass;

bool is_long_mark(CharClass c) { return c == kDash || c == kEll; }
bool is_interpunct(const Cell& cell) { return cell.c == kMid; }
bool is_centred(const Cell& cell) { return cell.side == InkSide::kBoth && cell.left > Length(); }

/// What the cell is for the gap to its neighbour.
GapSide side_of(const Cell& cell) {
  return is_upright_western(cell) ? GapSide::kNone : gap_side(cell.cp, cell.c);
}

/// A character that fills its 字: lines widen between any two of them.
bool is_full(const Cell& cell) { return cell.c == kHan || is_upright_western(cell); }

/// Which tier pays from the blanks of this mark (typography.md 2.4).
Tier tier_of(CharClass c) {
  switch (c) {
    case kMid:
      return Tier::kS3;
    case kOpen:
    case kClose:
      return Tier::kS4;
    case kComma:
    case kColon:
      return Tier::kS5;
    case kStop:
    case kExcl:
      return Tier::kS7;
    default:
      return Tier::kNone;
  }
}

/// The two blanks between neighbours.
struct Interior {
  Length left, right;  ///< of the cell before, of the cell behind
};

/// Any two marks that would take two em take one and a half (typography.md 3.1, Hans).
Interior squeeze_pair(const Cell& a, const Cell& b, Length half) {
  const Interior full{a.right, b.left};
  if (is_closing(a.c)) {
    if (is_closing(b.c) || b.c == kIdeographicSpace) return {Length(), b.left};
    if (is_interpunct(b) && b.left == Length()) return {Length(), Length()};
    if (is_opening(b.c)) {
      // One half is kept, and it stays with the mark before: its tier says who pays for it. A mark that has
      // no blank (fixed ！ of Hant) takes none from its neighbour.
      if (a.right == Length()) return full;
      return {std::min(a.right, half), std::max(Length(), std::min(b.left, half - a.right))};
    }
  }
  if (is_opening(b.c) && (is_opening(a.c) || a.c == kIdeographicSpace)) return {a.right, Length()};
  if (is_interpunct(a) && is_opening(b.c) && a.right == Length()) return {Length(), Length()};
  return full;
}

/// Marks in the middle of their cells beside brackets (typography.md 3.1, Hant `brackets`).
Interior squeeze_centred(const Cell& a, const Cell& b) {
  if (is_centred(a)) {
    const bool bracket = is_opening(b.c) || b.c == kClose;
    return {bracket ? Length() : a.right, b.left};
  }
  if (a.c == kClose) return {Length(), b.left};
  return {a.right, b.left};
}

bool pairs_squeezed(const Setting& setting) {
  if (setting.style == PunctuationStyle::kPlain || setting.pairs == PairRule::kNone) return false;
  return setting.pairs == PairRule::kBrackets || setting.language != Language::kHantTW;
}

class Spacing {
 public:
  Spacing(ShapedParagraph& p, const TextToSet& text)
      : p_(p), text_(text), squeezed_(pairs_squeezed(p.setting)) {}

  void fill() {
    for (std::size_t k = 0; k + 1 < p_.cells.size(); ++k) {
      blanks(k);
      gap(k);
      word_space(k);
      stretch(k);
    }
    if (p_.setting.strict_grid) fill_cells();
  }

 private:
  void blanks(std::size_t k) {
    const Cell &a = p_.cells[k], &b = p_.cells[k + 1];
    Interior inner{a.right, b.left};
    if (squeezed_) {
      inner =
          is_centred(a) || is_centred(b) ? squeeze_centred(a, b) : squeeze_pair(a, b, p_.run_ems[a.run] / 2);
    }
    Joint& joint = p_.joints[k];
    joint.left = inner.left, joint.right = inner.right;
    joint.left_tier = tier(a.c), joint.right_tier = tier(b.c);
  }

  Tier tier(CharClass c) const {
    const Tier found = tier_of(c);
    return found == Tier::kS7 && p_.setting.fixed_stops ? Tier::kNone : found;
  }

  /// What a cell is for the gap; a conditional mark is what the Western text it belongs to is.
  GapSide side(std::size_t k, int towards) const {
    for (;; k += static_cast<std::size_t>(towards)) {
      if (k >= p_.cells.size()) return GapSide::kNone;
      const GapSide s = side_of(p_.cells[k]);
      if (s != GapSide::kConditional) return s;
    }
  }

  Length gap_between(std::size_t left, std::size_t right) const {
    const GapSide l = side_of(p_.cells[left]), r = side_of(p_.cells[right]);
    GapSide western = GapSide::kNone;
    if (l == GapSide::kHan)
      western = side(right, +1);
    else if (r == GapSide::kHan)
      western = side(left, -1);
    if (western == GapSide::kDigit) return p_.setting.number_gap.at(p_.size);
    return western == GapSide::kWestern ? p_.setting.western_gap.at(p_.size) : Length();
  }

  /// A single U+0020 between Han and Western that the gap stands in for, or between two ellipses.
  bool is_replaced_space(std::size_t k) const {
    if (!p_.setting.replace_spaces || k == 0 || k + 1 >= p_.cells.size() || p_.cells[k].cp != U' ') {
      return false;
    }
    const Cell &a = p_.cells[k - 1], &b = p_.cells[k + 1];
    if (a.c == CharClass::kEll && b.c == CharClass::kEll) return true;  // …… ……: twelve dots
    const bool upright = is_full(a) && is_full(b) && (is_upright_western(a) || is_upright_western(b));
    return upright || gap_between(k - 1, k + 1) > Length();
  }

  void gap(std::size_t k) {
    Joint& joint = p_.joints[k];
    const bool replaced = is_replaced_space(k);
    const Length width = replaced ? gap_between(k - 1, k + 1) : gap_between(k, k + 1);
    if (replaced) p_.cells[k].body = Length();
    joint.gap = width;
    if (width > Length() && !p_.setting.fixed_gap) {  // 1/8 to 1/2 em, CLREQ "Mixed Text"
      joint.gap_shrink = std::max(Length(), width - p_.size / 8);
      joint.gap_stretch = std::max(Length(), p_.size / 2 - width);
    }
    const std::uint32_t run = p_.cells[k].run;
    if (run < text_.runs.size()) joint.gap += text_.runs[run].tracking.at(p_.run_ems[run]);
  }

  /// Western text takes the next whole number of cells, half of what it lacks on either side, so that there
  /// is always a gap and it is never over half an em (typography.md 5.2).
  void fill_cells() {
    const std::vector<Cell>& cells = p_.cells;
    for (std::size_t k = 0; k < cells.size();) {
      std::size_t end = k;
      Length width;
      for (; end < cells.size() && is_in_western_run(cells[end]); ++end) width += cells[end].body;
      if (end > k) {
        const Length missing = p_.size * (width.units() / p_.size.units() + 1) - width;
        if (k > 0) p_.joints[k - 1].gap = missing / 2;
        p_.joints[end - 1].gap = missing - missing / 2;
      }
      k = std::max(end, k + 1);
    }
    for (Joint& joint : p_.joints) {
      joint.gap_shrink = joint.gap_stretch = joint.space_shrink = joint.space_stretch = Length();
    }
  }

  void word_space(std::size_t k) {
    const Cell& cell = p_.cells[k];
    if ((cell.c != kSpace && cell.c != kNoBreakSpace) || cell.body == Length()) return;
    const Length em = p_.run_ems[cell.run];
    p_.joints[k].space_shrink = std::max(Length(), cell.body - em / 4);
    p_.joints[k].space_stretch = std::max(Length(), em / 2 - cell.body);
  }

  /// Beside a mark, where no line may end: all but spaces, which the line start drops, what is glued, the
  /// signs of a number and ？！.
  bool may_come_apart(std::size_t k) const {
    const Cell &a = p_.cells[k], &b = p_.cells[k + 1];
    const auto fixed = [](CharClass c) {
      return c == kSpace || c == kNoBreakSpace || c == kIdeographicSpace || c == kForcedBreak;
    };
    const auto excites = [](CharClass c) { return c == kExcl || c == kExcl2; };
    const auto mark = [](CharClass c) { return is_opening(c) || is_closing(c) || c == kMid; };
    if (a.control != BreakControl::kNone || fixed(a.c) || fixed(b.c)) return false;
    return (mark(a.c) || mark(b.c)) && !(excites(a.c) && excites(b.c));
  }

  void stretch(std::size_t k) {
    const CharClass a = p_.cells[k].c, b = p_.cells[k + 1].c;
    Joint& joint = p_.joints[k];
    const bool full_a = is_full(p_.cells[k]), full_b = is_full(p_.cells[k + 1]);
    joint.solid = (full_a && (full_b || is_long_mark(b))) || (is_long_mark(a) && full_b);
    const auto connects = [](CharClass c) { return c == kConn1 || c == kConn2 || c == kSol; };
    const bool inside_western = is_western(a) && is_western(b);
    const bool opens = joint.may_break() && joint.penalty != Joint::kForced;
    const bool wanted = opens || (p_.setting.expand == Expand::kAll && may_come_apart(k));
    joint.stretchable = wanted && !connects(a) && !connects(b) && !inside_western;
    if (inside_western) joint.solid = false;
  }

  ShapedParagraph& p_;
  const TextToSet& text_;
  bool squeezed_;
};

}  // namespace

void space_joints(ShapedParagraph& paragraph, const TextToSet& text) { Spacing(paragraph, text).fill(); }

}  // namespace banxin
