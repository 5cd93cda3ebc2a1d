// How Chinese lines are to be set: the choices of typography.md that a paper, a page or a paragraph makes.
#pragma once

#include "base/length.h"

namespace banxin {

/// The writing tradition; decides widths and cut sides of marks and what is handed to the font as language.
enum class Language { kHans, kHantTW, kHantHK, kJapanese };

/// Which way lines run. Vertical ones 直排 run down the page and follow one another from right to left.
enum class Direction { kHorizontal, kVertical };

/// “ ” ‘ ’ on vertical lines (typography.md 5.5; CLREQ).
enum class VerticalQuotes {
  kOfFont,  ///< the font's vertical form of the character: ﹃﹄ ﹁﹂ in mainland faces, curls in Taiwan's
  kCorner,  ///< 「」 for “ ”, 『』 for ‘ ’, as Taiwan and Hong Kong write
};

/// Numbers of four digits and more on vertical lines; shorter ones stand upright in one 字.
enum class VerticalNumbers {
  kTurned,     ///< set as on a horizontal line, turned clockwise
  kHan,        ///< 二〇二六
  kAllTurned,  ///< short ones too: where they stand below others in a table
};

/// Prohibition rules 避头尾 (typography.md 2.1; CLREQ "Prohibition Rules").
enum class ProhibitionLevel { kNone, kBasic, kGB, kStrict };

/// Named punctuation styles (typography.md 3.2; xeCJK PunctStyle).
enum class PunctuationStyle {
  kQuanjiao,       ///< 全身: marks 1 em, neighbours 1.5
  kHangmoBanjiao,  ///< 行末半角: quanjiao with half-width line ends and trimmed line starts
  kKaiming,        ///< 开明: sentence enders 1 em, all others half
  kBanjiao,        ///< 对开: all half
  kPlain,          ///< 原样: widths untouched, no pair rule, no edge rule
};

/// The blank of an opening mark at the line start.
enum class LineStart { kTrim, kFull };
/// The blank of a mark at the line end (typography.md 2.3).
enum class LineEnd {
  kTrim,   ///< always half-width (GB/T 15834 5.1.10)
  kAllow,  ///< full when the line fits without shrinking, else half
  kFull,   ///< the grid
};
/// Hanging punctuation 悬挂.
enum class Hanging { kNone, kAllow, kForce };

/// Squeezing of neighbouring marks (typography.md 3.1).
enum class PairRule {
  kByLanguage,  ///< Hans, Hong Kong and Japanese squeeze, Taiwan does not (print practice, w3c/clreq#615)
  kNone,        ///< marks stay full
  kBrackets,    ///< brackets close up; a centred mark loses the blank on the side of a bracket
};

/// Which words may be divided at a line end 连字符.
enum class Hyphenation {
  kNone,
  kEnglish,  ///< words of ASCII letters, and at U+00AD
};

/// Joints that a line may widen when nothing else fills it (typography.md 2.5, E4).
enum class Expand {
  kAttached,  ///< those where a line might end: marks stay with their text (JLREQ)
  kAll,       ///< those before closing and after opening marks too (CLREQ)
};

/// A reading that is wider than the word under it.
enum class Readings {
  kShrink,  ///< is set smaller
  kSpread,  ///< spreads the word
};

/// One way of setting. The defaults are those of typography.md 9 ("Test metrics").
struct Setting {
  Language language = Language::kHans;
  Direction direction = Direction::kHorizontal;
  PunctuationStyle style = PunctuationStyle::kHangmoBanjiao;
  ProhibitionLevel level = ProhibitionLevel::kBasic;
  LineStart start = LineStart::kTrim;
  LineEnd end = LineEnd::kTrim;
  Hanging hanging = Hanging::kNone;
  Em western_gap = Em::of(0.25);  ///< between Han and Western letters or digits, CLREQ "Mixed Text"
  Em number_gap = Em::of(0.25);   ///< the same between Han and digits; some papers set none
  bool half_width_digits = true;  ///< digits half an em wide (`hwid`), so that two fill a 字
  bool replace_spaces = true;     ///< one U+0020 between Han and Western becomes the gap
  PairRule pairs = PairRule::kByLanguage;
  Hyphenation hyphenate = Hyphenation::kNone;
  Em min_inner_blank;        ///< what shrinking leaves of a mark's blank inside a line; .25 is gentler
  bool fixed_gap = false;    ///< the gap between Han and Western neither shrinks nor grows
  bool fixed_stops = false;  ///< 。？！ keep their blanks inside a line
  Expand expand = Expand::kAttached;
  /// 纵横对齐: every character stands in a cell of one em, in both axes; Western text is filled up to whole
  /// cells and may be cut anywhere (typography.md 5.2). Goes with the style `plain`.
  bool strict_grid = false;
  VerticalQuotes vertical_quotes = VerticalQuotes::kOfFont;
  VerticalNumbers vertical_numbers = VerticalNumbers::kTurned;
  Readings readings = Readings::kShrink;
  constexpr bool operator==(const Setting&) const = default;
};

}  // namespace banxin
