#include "text/orientation.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <span>
#include <string_view>

#include "text/cells.h"

namespace banxin {

namespace {

using enum CharClass;

/// Digits that share one 字, cells of an acronym that is still read letter by letter.
constexpr std::size_t kMostDigits = 3, kMostOfAcronym = 6;

bool is_blank(CharClass c) { return c == kSpace || c == kNoBreakSpace; }

/// Part of a word as one says it: letters, digits and what joins them. Signs that stand upright by UAX #50 (©
/// × ℃) are none.
bool is_of_word(const Cell& cell) {
  const bool joins = cell.c == kConn1 || ((cell.c == kSol || cell.c == kConn2) && cell.cp < 0x80);
  if (!joins && !is_western(cell.c)) return false;
  return !is_wide_sign(cell.cp) && vertical_orientation(cell.cp) == VerticalOrientation::kRotated;
}

bool is_capital(const Cell& cell) { return cell.c == kLat && u_isupper(static_cast<UChar32>(cell.cp)); }
bool is_hyphen(const Cell& cell) { return cell.cp == U'-' || cell.cp == U'–'; }

/// 〇 to 九.
char32_t han_digit(char32_t cp) {
  constexpr std::u32string_view kDigits = U"〇一二三四五六七八九";
  return kDigits[cp - U'0'];
}

/// A word, or several with spaces between them.
class Word {
 public:
  Word(std::span<Cell> cells, const TextToSet& text)
      : cells_(cells), runs_(text.runs), setting_(text.setting) {}

  void orient() {
    const std::size_t all = cells_.size();
    std::size_t core = all;  // without the % behind a number
    while (core > 0 && cells_[core - 1].c == kPost) --core;
    if (core == all && all == 1 && cells_[0].c == kLat && u_isalpha(static_cast<UChar32>(cells_[0].cp))) {
      set(0, Orientation::kUpright);
    } else if (stands(core)) {
      for (std::size_t i = 0; i < all; ++i) {
        set(i, is_hyphen(cells_[i]) ? Orientation::kTurned : Orientation::kUpright);
      }
    } else if (is_number(core) && setting_.vertical_numbers == VerticalNumbers::kHan) {
      for (std::size_t i = 0; i < all; ++i) set(i, Orientation::kUpright);
      for (std::size_t i = 0; i < core; ++i) cells_[i].shown = han_digit(cells_[i].cp);
    } else {
      for (std::size_t i = 0; i < all; ++i) set(i, Orientation::kTurned);
    }
  }

 private:
  void set(std::size_t i, Orientation orientation) { cells_[i].orientation = orientation; }

  bool is_number(std::size_t core) const {
    return core > 0 && std::all_of(cells_.begin(), cells_.begin() + static_cast<std::ptrdiff_t>(core),
                                   [](const Cell& c) { return c.c == kNum; });
  }

  /// In one size and on one baseline: 10³ and H₂O are no short number and no acronym.
  bool is_even() const {
    if (runs_.empty()) return true;
    const TextRun& first = runs_[cells_[0].run];
    return std::all_of(cells_.begin(), cells_.end(), [&](const Cell& c) {
      return runs_[c.run].size == first.size && runs_[c.run].raise == first.raise;
    });
  }

  /// Short numbers (1-5, 25%) and acronyms (WTO, F-16): capitals and numbers of at most three digits, joined
  /// by hyphens at most.
  bool stands(std::size_t core) const {
    if (!is_even()) return false;
    if (setting_.vertical_numbers == VerticalNumbers::kAllTurned && is_number(core)) return false;
    std::size_t digits = 0, length = 0;
    bool capitals = false;
    for (std::size_t i = 0; i < core; ++i) {
      const Cell& c = cells_[i];
      const bool inner = i > 0 && i + 1 < core;
      if (c.c != kNum && !is_capital(c) && !(is_hyphen(c) && inner)) return false;
      capitals = capitals || is_capital(c);
      digits = c.c == kNum ? digits + 1 : 0;
      if (digits > kMostDigits) return false;
      if (digits <= 1) ++length;
    }
    const bool percent_of_number = core == cells_.size() || (core > 0 && cells_[core - 1].c == kNum);
    return core > 0 && percent_of_number && (!capitals || length <= kMostOfAcronym);
  }

  std::span<Cell> cells_;
  std::span<const TextRun> runs_;
  const Setting& setting_;
};

/// "1." and nothing else, the label of a list item: with its point upright in one 字.
bool is_label(const std::vector<Cell>& cells) {
  constexpr std::size_t kMost = 2;
  if (cells.size() < 2 || cells.size() > kMost + 1 || cells.back().cp != U'.') return false;
  return std::all_of(cells.begin(), cells.end() - 1, [](const Cell& c) { return c.c == kNum; });
}

/// The cells [begin, end) as one.
Cell joined(const std::vector<Cell>& cells, std::size_t begin, std::size_t end) {
  Cell cell = cells[begin];
  cell.text_end = cells[end - 1].text_end;
  cell.control = cells[end - 1].control;
  cell.orientation = Orientation::kCombined;
  return cell;
}

std::size_t end_of_combined(const std::vector<Cell>& cells, std::size_t i) {
  const auto upright = [&](std::size_t k, CharClass c) {
    return k < cells.size() && cells[k].c == c && cells[k].orientation == Orientation::kUpright &&
           cells[k].shown == cells[k].cp;
  };
  std::size_t end = i + 1;
  if (upright(i, kExcl) && upright(end, kExcl)) return end + 1;
  if (!upright(i, kNum)) return end;
  while (upright(end, kNum)) ++end;
  return end;
}

void combine(std::vector<Cell>& cells) {
  std::vector<Cell> out;
  out.reserve(cells.size());
  for (std::size_t i = 0; i < cells.size();) {
    const std::size_t end = end_of_combined(cells, i);
    out.push_back(end - i > 1 ? joined(cells, i, end) : cells[i]);
    i = end;
  }
  cells = std::move(out);
}

void orient_words(std::vector<Cell>& cells, const TextToSet& text) {
  for (std::size_t i = 0; i < cells.size();) {
    if (!is_of_word(cells[i]) || is_blank(cells[i].c)) {
      ++i;
      continue;
    }
    std::size_t end = i + 1;
    for (std::size_t k = end; k < cells.size() && (is_of_word(cells[k]) || is_blank(cells[k].c)); ++k) {
      if (!is_blank(cells[k].c)) end = k + 1;
    }
    Word(std::span(cells).subspan(i, end - i), text).orient();
    i = end;
  }
}

}  // namespace

VerticalOrientation vertical_orientation(char32_t cp) {
  switch (u_getIntPropertyValue(static_cast<UChar32>(cp), UCHAR_VERTICAL_ORIENTATION)) {
    case U_VO_UPRIGHT:
      return VerticalOrientation::kUpright;
    case U_VO_TRANSFORMED_UPRIGHT:
      return VerticalOrientation::kTransformedUpright;
    case U_VO_TRANSFORMED_ROTATED:
      return VerticalOrientation::kTransformedRotated;
    default:
      return VerticalOrientation::kRotated;
  }
}

void orient_cells(std::vector<Cell>& cells, const TextToSet& text) {
  if (is_label(cells)) {
    cells = {joined(cells, 0, cells.size())};
    return;
  }
  const Setting& setting = text.setting;
  for (Cell& cell : cells) {
    cell.orientation = is_blank(cell.c) ? Orientation::kTurned : Orientation::kUpright;
    if (setting.vertical_quotes == VerticalQuotes::kCorner && (cell.c == kOpen || cell.c == kClose)) {
      constexpr std::u32string_view kCurled = U"“”‘’", kCorners = U"「」『』";
      if (const std::size_t at = kCurled.find(cell.cp); at != kCurled.npos) cell.shown = kCorners[at];
    }
  }
  orient_words(cells, text);
  combine(cells);
}

bool is_upright_western(const Cell& cell) {
  const bool upright =
      cell.orientation == Orientation::kUpright || cell.orientation == Orientation::kCombined;
  return upright && is_western(cell.c);
}

}  // namespace banxin
