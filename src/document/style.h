// The look of a piece of type.
#pragma once

#include <optional>
#include <string>

#include "base/ink.h"
#include "base/length.h"

namespace banxin {

enum class Weight { kRegular, kBold };

enum class Capitals {
  kUsual,
  kSmall,     ///< small letters as small capitals (OpenType smcp)
  kAllSmall,  ///< capitals too (c2sc)
};

enum class Numerals {
  kLining,
  kOldStyle,  ///< 0 1 2 as high as x, 3 to 9 above or below it (onum)
};

enum class DigitWidth {
  kOfSetting,     ///< as the page sets them (Setting::half_width_digits)
  kProportional,  ///< as wide as the face draws them
  kHalf,          ///< half a 字
};

/// Forms of Western letters and digits that a face may have beside its usual ones. They are never made up
/// from others: where no face has them, the usual ones are set.
struct LetterForms {
  Capitals capitals = Capitals::kUsual;
  Numerals numerals = Numerals::kLining;
  DigitWidth digits = DigitWidth::kOfSetting;
  bool operator==(const LetterForms&) const = default;
  /// Whether they ask for glyphs that not every face has.
  bool special() const { return capitals != Capitals::kUsual || numerals != Numerals::kLining; }
};

/// A role of the catalogue (宋 黑 楷 仿宋) in a weight; which face that is, the catalogue says.
struct FontChoice {
  std::string role = "song";
  Weight weight = Weight::kRegular;
  bool italic = false;  ///< Western letters in the role's italic; Han are never slanted
  LetterForms forms;
  bool operator==(const FontChoice&) const = default;
};

/// The thickness of rules that nobody gave one 细线: column rules, the thin one of a pair, rules in
/// furniture. The thinnest that every press of print.md holds ("border >= 0.5 pt").
inline constexpr Length kThinRule = Length::points(0.5);

/// Where a cross-head 小标题 stands.
enum class HeadPlace {
  kRows,   ///< in rows of its own 占行
  kRunIn,  ///< at the start of the paragraph behind it
  kCutIn,  ///< 窗式标题: in a window of the paragraph behind it
};

enum class Align { kStart, kCentre, kEnd, kJustify };

/// A style of the layout, with everything resolved to paper units.
struct Style {
  FontChoice font;
  Length size;  ///< of the em box
  /// To which a headline may go, two sizes 号 at most, when it does not fit; 0: it is reported instead.
  Length min_size;
  int condense = 0;  ///< percent of its width by which a headline may be narrowed when it does not fit 长体
  Length pitch;      ///< from line to line; body text follows the grid instead
  Align align = Align::kStart;
  Em indent;    ///< of the first line, in this style's em (首行缩进)
  Em tracking;  ///< added after every character 字距, headings only
  Em spread;    ///< by which a headline of 2 to 6 字 may be opened to fill its measure 均排
  Length space_before, space_after;
  Length inset_start, inset_end;       ///< of a block in the text 缩进, from its column's edges: whole 字
  int rows = 0;                        ///< 占行 of a cross-head of one line, of a separator
  HeadPlace place = HeadPlace::kRows;  ///< of a cross-head
  Length rule, inner_rule;             ///< of a table or a short rule: thickness; 0: none
  Ink ink;
};

/// What a character style changes of the text around it.
struct SpanStyle {
  std::optional<FontChoice> font;
  std::optional<Ink> ink;
  Length size;  ///< 0: by `scale`
  Em scale = Em::of(1);
  Em raise;     ///< of the baseline, in 字 of the text around
  Em tracking;  ///< after every character
  std::optional<Capitals> capitals;
  std::optional<Numerals> numerals;
  std::optional<DigitWidth> digits;
};

}  // namespace banxin
