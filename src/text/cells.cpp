#include "text/cells.h"

#include <algorithm>

#include "text/bidi.h"
#include "text/break_rules.h"
#include "text/orientation.h"
#include "text/pair_spacing.h"

namespace banxin {

namespace {

using enum CharClass;

constexpr Em kHalf = Em::of(0.5), kQuarter = Em::of(0.25), kOne = Em::of(1);

BreakControl control_of(char32_t cp) {
  if (cp == 0x200B) return BreakControl::kZeroWidthSpace;
  if (cp == 0x2060 || cp == 0xFEFF) return BreakControl::kGlue;
  if (cp == 0xAD) return BreakControl::kSoftHyphen;
  return BreakControl::kNone;
}

bool makes_unit(const Cell& left, const Character& ch) {
  return (ch.c == kDash || ch.c == kEll) && left.cp == ch.cp && left.c == ch.c && ch.cp != 0x2E3A;
}

/// Styles that cut the blanks of a mark for good (typography.md 3.2).
bool cut_by_style(CharClass c, PunctuationStyle style) {
  switch (style) {
    case PunctuationStyle::kBanjiao:
    case PunctuationStyle::kPlain:
      return true;
    case PunctuationStyle::kKaiming:
      return c != kStop && c != kExcl;
    case PunctuationStyle::kQuanjiao:
    case PunctuationStyle::kHangmoBanjiao:
      return false;
  }
  return false;
}

std::uint32_t text_weight(const Cell& cell) {
  if (cell.c == kHan) return 1;
  return cell.c == kLat || cell.c == kNum ? 2 : 0;
}

/// What a blank of cell k has over its floor; the floor is for the whole mark, of which a centred one has
/// half on either side.
Length free_blank(const ShapedParagraph& p, std::size_t k, Length blank) {
  if (p.setting.min_inner_blank == Em() || blank == Length()) return blank;
  const Cell& cell = p.cells[k];
  const Length floor = p.setting.min_inner_blank.at(p.run_ems[cell.run]);
  return std::max(Length(), blank - (cell.side == InkSide::kBoth ? floor / 2 : floor));
}

void sum_up(ShapedParagraph& p) {
  p.sums.assign(p.cells.size() + 1, {});
  for (std::size_t k = 0; k < p.cells.size(); ++k) {
    const Cell& cell = p.cells[k];
    const Joint& joint = p.joints[k];
    LineSums& s = p.sums[k + 1];
    s = p.sums[k];
    s.width += cell.body + joint.width();
    const auto shrink = [&](Tier tier, Length amount) {
      if (tier != Tier::kNone) s.shrink[static_cast<std::size_t>(tier)] += amount;
    };
    shrink(joint.left_tier, left_shrink(p, k));
    shrink(joint.right_tier, right_shrink(p, k));
    shrink(Tier::kS6, joint.gap_shrink);
    shrink(Tier::kS2, joint.space_shrink);
    s.e1 += joint.space_stretch;
    s.e2 += joint.gap_stretch;
    s.e3 += joint.solid ? 1 : 0;
    s.e4 += joint.stretchable ? 1 : 0;
    if (!cell.dropped_at_end) s.visible_end = static_cast<std::uint32_t>(k + 1);
    s.weight += text_weight(cell);
  }
}

bool half_width_digits(const TextToSet& text, std::size_t run) {
  const DigitWidth asked = text.runs.empty() ? DigitWidth::kOfSetting : text.runs[run].font.forms.digits;
  return asked == DigitWidth::kOfSetting ? text.setting.half_width_digits : asked == DigitWidth::kHalf;
}

}  // namespace

const TextRun* run_at(const TextToSet& text, std::size_t byte) {
  for (const TextRun& run : text.runs) {
    if (byte < run.end) return &run;
  }
  return text.runs.empty() ? nullptr : &text.runs.back();
}

std::vector<Cell> make_cells(const std::vector<Character>& characters, const TextToSet& text) {
  std::vector<Cell> cells;
  cells.reserve(characters.size());
  std::uint32_t run = 0;
  bool half = false;  // the last cell is the first half of a 2-em unit
  for (const Character& ch : characters) {
    while (run + 1 < text.runs.size() && ch.begin >= text.runs[run].end) ++run;
    if (!cells.empty() && cells.back().c != kForcedBreak &&
        (ch.extends || (half && makes_unit(cells.back(), ch)))) {
      Cell& last = cells.back();
      last.text_end = ch.end;
      if (ch.extends)
        last.control = control_of(ch.cp);
      else
        last.pair = true, half = false;
      continue;
    }
    Cell cell;
    cell.text_begin = ch.begin, cell.text_end = ch.end;
    cell.run = run;
    cell.cp = cell.shown = ch.cp;
    cell.c = ch.c;
    cell.variant = ch.variant;
    cell.dropped_at_end = ch.c == kSpace || ch.c == kIdeographicSpace || ch.c == kForcedBreak;
    if (ch.extends) cell.control = control_of(ch.cp);
    cell.half_width = ch.c == kNum && half_width_digits(text, run);
    half = ch.c == kDash || ch.c == kEll;
    cells.push_back(cell);
  }
  if (text.setting.direction == Direction::kVertical) orient_cells(cells, text);
  find_levels(cells, text.text);
  return cells;
}

bool is_wide_sign(char32_t cp) {
  return cp == U'℃' || cp == U'℉' || cp == U'№' || (cp >= 0xFF00 && cp <= 0xFFE6);
}

bool is_in_western_run(const Cell& cell) {
  if (is_upright_western(cell)) return false;
  return is_western(cell.c) || cell.c == kSpace || cell.c == kConn1 || (cell.c == kSol && cell.cp == U'/');
}

std::optional<Em> class_width(const Cell& cell, const Setting& setting) {
  const bool mainland = setting.language == Language::kHans;
  const bool plain = setting.style == PunctuationStyle::kPlain;
  if (cell.orientation == Orientation::kCombined || is_upright_western(cell)) return kOne;
  switch (cell.c) {
    case kMid:
      return mainland && !plain ? kHalf : kOne;
    case kSol:
      if (cell.orientation == Orientation::kUpright) return kOne;  // as high as a Han
      return (mainland && !plain) || (plain && cell.cp == U'/') ? kHalf : kOne;
    case kConn1:
      return kHalf;
    case kConn2:
      return kOne;
    case kDash:
      return kOne * 2;
    case kEll:
      return cell.pair ? kOne * 2 : kOne;
    case kNum:
      return cell.half_width ? std::optional(kHalf) : std::nullopt;
    default:
      return std::nullopt;
  }
}

bool is_rigid(const Cell& cell) {
  return cell.orientation != Orientation::kLevel && (cell.c == kColon || cell.c == kExcl);
}

InkSide nominal_side(const Cell& cell, Language language) {
  const CharClass c = cell.c;
  if (c == kMid || is_rigid(cell)) return InkSide::kBoth;
  const bool pause = c == kComma || c == kColon || c == kStop || c == kExcl;
  if (!pause) return InkSide::kLeft;
  if (cell.variant != 0) return cell.variant == 0xFE01 ? InkSide::kBoth : InkSide::kLeft;
  const bool centred = language == Language::kHantTW || language == Language::kHantHK;
  return centred ? InkSide::kBoth : InkSide::kLeft;
}

Blanks mark_blanks(const Cell& cell, Em width, Em left_room, Em right_room) {
  const auto cut = [](Em wanted, Em room) { return std::clamp(room, Em(), wanted); };
  if (is_rigid(cell)) return {};
  const Blanks centred{cut(kQuarter, left_room), cut(kQuarter, right_room)};
  switch (cell.c) {
    case kOpen:
      return {cut(kHalf, left_room), Em()};
    case kClose:
      return {Em(), cut(kHalf, right_room)};
    case kComma:
    case kColon:
    case kStop:
      if (cell.side == InkSide::kBoth) return centred;
      if (cell.side == InkSide::kRight) return {cut(kHalf, left_room), Em()};
      return {Em(), cut(kHalf, right_room)};
    case kExcl:  // centred ones are fixed
      return {Em(), cell.side == InkSide::kLeft ? cut(kHalf, right_room) : Em()};
    case kMid:
      return width > kHalf ? centred : Blanks{};
    default:
      return {};
  }
}

Length set_cell_width(Cell& cell, Em width, Blanks blanks, const Setting& setting, Length size) {
  const Em body = width - blanks.left - blanks.right;
  const bool untouched = setting.style == PunctuationStyle::kPlain;
  cell.body = (untouched ? width : body).at(size);
  const bool cut = cut_by_style(cell.c, setting.style) && cell.c != kMid;
  cell.left = cut || untouched ? Length() : blanks.left.at(size);
  cell.right = cut || untouched ? Length() : blanks.right.at(size);
  cell.inset = untouched ? Length() : blanks.left.at(size);
  return cell.inset;
}

void tighten_exclamations(std::vector<Cell>& cells, const Setting& setting) {
  if (setting.style == PunctuationStyle::kPlain) return;
  for (std::size_t i = 0; i < cells.size();) {
    std::size_t end = i;
    while (end < cells.size() && cells[end].c == kExcl) ++end;
    const std::size_t kept = end - i > 2 ? 1 : 0;
    if (end - i > 1) {
      for (std::size_t k = i; k + kept < end; ++k) cells[k].right = Length();
    }
    i = std::max(end, i + 1);
  }
}

Length left_shrink(const ShapedParagraph& p, std::size_t joint) {
  return free_blank(p, joint, p.joints[joint].left);
}

Length right_shrink(const ShapedParagraph& p, std::size_t joint) {
  return free_blank(p, joint + 1, p.joints[joint].right);
}

ShapedParagraph start_paragraph(const TextToSet& text) {
  ShapedParagraph p;
  p.text = text.text;
  p.setting = text.setting;
  p.size = text.size;
  for (const TextRun& run : text.runs) {
    p.run_sizes.push_back(run.size);
    p.run_ems.push_back(run.size * run.width_percent / 100);
  }
  if (p.run_sizes.empty()) p.run_sizes = p.run_ems = {text.size};
  return p;
}

void finish_paragraph(ShapedParagraph& p, const TextToSet& text) {
  tighten_exclamations(p.cells, p.setting);
  p.joints.assign(p.cells.size(), {});
  find_breaks(p, text.holds);
  space_joints(p, text);
  sum_up(p);
}

}  // namespace banxin
