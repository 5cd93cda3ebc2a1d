// The font-free metrics of typography.md 9, for tests and for `banxin lines --nominal`.
#include "text/cells.h"

namespace banxin {

namespace {

using enum CharClass;

/// Han and marks 1 em, Western .5, word spaces 1/3.
Em nominal_width(const Cell& cell) {
  switch (cell.c) {
    case kForcedBreak:
      return Em();
    case kSpace:
    case kNoBreakSpace:
      return Em::of(1.0 / 3);
    case kNum:
    case kPost:
    case kPre:
    case kLat:
    case kAsciiPause:
    case kAsciiOpen:
    case kAsciiQuote:
      return extends_cluster(cell.cp) ? Em() : is_wide_sign(cell.cp) ? Em::of(1) : Em::of(0.5);
    default:
      return Em::of(1);
  }
}

}  // namespace

ShapedParagraph nominal_paragraph(const TextToSet& text) {
  ShapedParagraph p = start_paragraph(text);
  p.cells = make_cells(read_characters(text.text), text);
  for (Cell& cell : p.cells) {
    const Length size = p.run_ems[cell.run];
    const Em width = class_width(cell, text.setting).value_or(nominal_width(cell));
    cell.side = nominal_side(cell, text.setting.language);
    const Length inset =
        set_cell_width(cell, width, mark_blanks(cell, width, width, width), text.setting, size);
    if (cell.c == kForcedBreak) continue;
    cell.first_glyph = static_cast<std::uint32_t>(p.glyphs.size());
    cell.glyph_count = 1;
    p.glyphs.push_back({kNoFace, 0, -inset, Length()});
  }
  finish_paragraph(p, text);
  for (std::size_t run = 0; run < p.hyphens.size(); ++run) {
    p.hyphens[run] = {{{kNoFace, 0, Length(), Length()}}, p.run_ems[run] / 2};
  }
  return p;
}

}  // namespace banxin
