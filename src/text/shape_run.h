// How cells are handed to the font: with which script, features and direction. Internal to text/.
#pragma once

#include <string_view>
#include <vector>

#include "text/shaped.h"

namespace banxin {

enum class Script : std::uint8_t {
  kChinese,
  kWestern,
  kDigits,   ///< Western with half-width digits
  kLetters,  ///< Western characters that stand upright in a 字 of their own
  kUnit,     ///< one 2-em unit, shaped alone: a font may join ———— as 3 + 1
  kNone,     ///< not shaped
};

Script script_of(const Cell& cell);
FontSet::Part part_of(const Cell& cell, Script script);

/// What a cell is shaped with. Sizes and inks do not matter to shaping, so runs that differ in nothing else
/// are one.
struct Look {
  FaceId face = kNoFace;
  Script script = Script::kNone;
  Orientation orientation = Orientation::kLevel;
  bool absorbed = false;  ///< part of the ligature of the cell before
  bool right_to_left = false;
  LetterForms forms;  ///< of Western script
  bool operator==(const Look&) const = default;
};

/// Bytes [begin, end) of `text`: down the line when the look stands upright, else along it.
std::vector<ShapedGlyph> shape_run(const FontSet& fonts, const Look& look, Language language,
                                   std::string_view text, std::size_t begin, std::size_t end);
inline std::vector<ShapedGlyph> shape_run(const FontSet& fonts, const Look& look, Language language,
                                          std::string_view text) {
  return shape_run(fonts, look, language, text, 0, text.size());
}

/// A glyph in a cell, in em: `along` the line from the start of the cell to the glyph's origin, `across` it
/// as CellGlyph::dy.
struct GlyphInCell {
  FaceId face = kNoFace;
  std::uint32_t id = 0;
  Em along, across;
  Turn turn = Turn::kNone;
  int width_percent = 100;
};

/// Where a shaped glyph stands whose pen is at `pen` along the line.
GlyphInCell glyph_in_cell(const FontSet& fonts, const Look& look, const ShapedGlyph& glyph, Em pen);

/// Ink of a shaped glyph along the line, from the pen.
struct InkAlong {
  Em begin, end;
};
InkAlong ink_along(const Look& look, const ShapedGlyph& glyph, const InkBox& ink);

/// The glyphs of a cell of Orientation::kCombined, in the middle of its 字: digits as they are when they fit,
/// else half-width, else narrowed to 70 % at most; ？ and ！ beside one another.
std::vector<GlyphInCell> combined_glyphs(const FontSet& fonts, const FontChoice& choice, const Cell& cell,
                                         Language language, std::string_view characters);

}  // namespace banxin
