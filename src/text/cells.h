// From characters to cells: what is never divided, and how wide each cell is before its neighbours are known.
#pragma once

#include <optional>
#include <vector>

#include "text/characters.h"
#include "text/shaped.h"

namespace banxin {

/// Cells without widths or glyphs: extending characters and the second halves of 2-em units are merged, and
/// what a vertical line combines.
std::vector<Cell> make_cells(const std::vector<Character>& characters, const TextToSet& text);

/// Whether fonts draw the character one em wide though it is set with Western text: ℃ ￥ №.
bool is_wide_sign(char32_t cp);

/// The width that the class asks for whatever the font says (typography.md 3.3, "Widths to normalise");
/// nullopt: the glyph's own.
std::optional<Em> class_width(const Cell& cell, const Setting& setting);

/// ：；！？ stand in the middle of their 字 on vertical lines and keep it (CLREQ "Punctuation Adjustment
/// Space").
bool is_rigid(const Cell& cell);

/// Where the ink of a mark stands when there is no glyph to measure: by its variation selector, else by
/// language.
InkSide nominal_side(const Cell& cell, Language language);

/// Removable blanks of a mark in a cell of `width`, at most `left_room` and `right_room`, which is what the
/// ink leaves free (typography.md 1.1, 1.2).
struct Blanks {
  Em left, right;
};
Blanks mark_blanks(const Cell& cell, Em width, Em left_room, Em right_room);

/// Gives the cell its body and blanks at type size `size`; what the style cuts for good is not in them.
/// Returns how far the body starts right of the glyph's own cell.
Length set_cell_width(Cell& cell, Em width, Blanks blanks, const Setting& setting, Length size);

/// Whether the cell belongs to Western text in the strict grid, where such text fills whole cells together.
bool is_in_western_run(const Cell& cell);

/// ？！ runs lose their blanks (typography.md 1.4).
void tighten_exclamations(std::vector<Cell>& cells, const Setting& setting);

/// Everything behind shaping: joints, line breaks, sums.
void finish_paragraph(ShapedParagraph& paragraph, const TextToSet& text);

/// The paragraph's text and setting, and the sizes of its runs.
ShapedParagraph start_paragraph(const TextToSet& text);

}  // namespace banxin
