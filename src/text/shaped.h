// The shaped paragraph: cells (ink body + side blanks) and what may happen between them.
//
// typography.md 0: a mark is a body and removable blanks, all squeezing takes blank and never body. A joint
// is what lies between two neighbouring cells; it knows the blanks left there by the pair rule, the gap
// between Han and Western, who may shrink and stretch, and whether a line may end. Nothing here depends on a
// measure, nor on where the runs of the text begin and end.
#pragma once

#include "base/geometry.h"
#include "text/char_class.h"
#include "text/paragraph.h"

namespace banxin {

/// Where the ink of a mark stands in its cell; a property of the glyph (typography.md 1.2). On a vertical
/// line left is above.
enum class InkSide : std::uint8_t { kLeft, kBoth, kRight };

/// Tiers of shrinking, in the order in which they are used (typography.md 2.4). S1 is the edge rule.
enum class Tier : std::uint8_t { kS2, kS3, kS4, kS5, kS6, kS7, kNone };
inline constexpr std::size_t kTiers = 6;

/// What an invisible character at the end of a cell says about the line break there.
enum class BreakControl : std::uint8_t {
  kNone,
  kGlue,            ///< U+2060, U+FEFF
  kSoftHyphen,      ///< U+00AD: glue as long as words are not hyphenated
  kZeroWidthSpace,  ///< U+200B
};

/// How a cell stands on its line (UAX #50; typography.md 5.5).
enum class Orientation : std::uint8_t {
  kLevel,     ///< the line is horizontal
  kUpright,   ///< on a vertical line, as the face draws it for such lines
  kTurned,    ///< on a vertical line, set as on a horizontal one and turned clockwise
  kCombined,  ///< 纵中横排: several characters side by side, upright in one 字 of a vertical line
};

/// A glyph of a cell. `dx` leads along the line from the start of the cell's body to the origin. `dy` leads
/// across it: on a horizontal line up from the baseline, on a vertical one to the right from its middle.
struct CellGlyph {
  FaceId face = kNoFace;
  std::uint32_t id = 0;
  Length dx, dy;
  Turn turn = Turn::kNone;
  int width_percent = 100;  ///< of what the face draws: a condensed line, three digits in one 字
  Em scale = Em::of(1);     ///< of the run's size: what its face is drawn at
};

/// A cluster: one character with what extends it, a 2-em unit, or a ligature. Never divided.
struct Cell {
  std::uint32_t text_begin = 0, text_end = 0;      ///< bytes
  std::uint32_t first_glyph = 0, glyph_count = 0;  ///< in ShapedParagraph::glyphs
  std::uint32_t run = 0;                           ///< index into TextToSet::runs
  char32_t cp = 0;                                 ///< its first character
  char32_t shown = 0;  ///< what is drawn for it: another one where the style says so (二〇二六 for 2026)
  Orientation orientation = Orientation::kLevel;
  CharClass c = CharClass::kLat;
  InkSide side = InkSide::kLeft;
  bool pair = false;            ///< two characters: —— ……
  bool dropped_at_end = false;  ///< spaces and forced breaks
  std::uint8_t level = 0;       ///< of UAX #9; odd: reads from right to left
  bool half_width = false;      ///< a digit of half an em, whatever its face says
  BreakControl control = BreakControl::kNone;
  char32_t variant = 0;      ///< U+FE00 or U+FE01 behind a mark
  Length inset;              ///< from the start of the font's full-width cell to the body
  Length left, body, right;  ///< blanks before any neighbour is looked at; left is where the line comes from
};

/// What lies between a cell and the next.
struct Joint {
  static constexpr std::int16_t kForbidden = 32767, kForced = -32768;

  Length left;                         ///< blank left of the cell before: its right blank after the pair rule
  Length right;                        ///< the left blank of the cell behind
  Length gap;                          ///< Han-Western gap and tracking
  Length gap_shrink, gap_stretch;      ///< S6, E2
  Length space_shrink, space_stretch;  ///< S2, E1: of the word space before this joint
  Tier left_tier = Tier::kNone, right_tier = Tier::kNone;
  bool solid = false;        ///< E3
  bool stretchable = false;  ///< E4
  bool emergency = false;    ///< a line may end here when all else fails: in a Latin word, 。|』」
  bool hyphen = false;       ///< a line that ends here ends with a hyphen
  bool name = false;         ///< between two characters of a name
  bool in_number = false;    ///< inside a range of numbers
  bool in_url = false;       ///< inside a word of an address, where a line may end before it is too loose
  std::int16_t penalty = kForbidden;  ///< of ending a line here; 0: free

  Length width() const { return left + gap + right; }
  bool may_break() const { return penalty != kForbidden; }
  /// Whether a line that ends here may end no column: a word, name or number goes on (typography.md 6.8).
  bool stays_in_column() const { return hyphen || name || in_number; }
};

/// What stands at the end of a line that divides a word of one run.
struct Hyphen {
  std::vector<CellGlyph> glyphs;
  Length width;
};

/// Sums over the cells before one and the joints behind them; the difference of two is a line's interior.
struct LineSums {
  Length width;
  Length shrink[kTiers];
  Length e1, e2;
  std::int32_t e3 = 0, e4 = 0;
  std::uint32_t visible_end = 0;  ///< end of the last cell before this that is not dropped at a line end
  std::uint32_t weight = 0;       ///< Han-widths of text: a Han 1, a letter or digit 2, marks none
};

/// Flat arrays; filled by `shape_paragraph` or, from the font-free metrics of typography.md 9, by
/// `nominal_paragraph`. Everything after this works on either.
struct ShapedParagraph {
  std::string text;
  std::vector<MissingCharacter> missing;
  std::vector<PlainForm> plain;
  Setting setting;
  Length size;                    ///< the paragraph's em along its lines
  std::vector<Length> run_sizes;  ///< what type is drawn at
  std::vector<Length> run_ems;    ///< one 字 along the line: less than the size where a run is narrowed
  std::vector<Cell> cells;
  std::vector<CellGlyph> glyphs;
  std::vector<Joint> joints;       ///< one behind each cell; the last is the paragraph's end
  std::vector<LineSums> sums;      ///< one more than cells
  std::vector<Hyphen> hyphens;     ///< one a run; none at all when no joint has a hyphen
  bool minds_column_ends = false;  ///< a joint has a hyphen, or divides a name or a range
};

/// What shrinking may take from the two blanks of a joint inside a line.
Length left_shrink(const ShapedParagraph& paragraph, std::size_t joint);
Length right_shrink(const ShapedParagraph& paragraph, std::size_t joint);

ShapedParagraph shape_paragraph(const TextToSet& text, const FontSet& fonts);
ShapedParagraph nominal_paragraph(const TextToSet& text);

/// The text with ｜ wherever a line may end: for people and tests.
std::string show_breaks(const ShapedParagraph& paragraph);

}  // namespace banxin
