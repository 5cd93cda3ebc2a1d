// Where type stands, near enough for what is asked of placed pages: overlaps, clicks, sizes, places of
// findings.
#pragma once

#include "page/page.h"

namespace banxin {

/// The em box of a character whose origin is this: 0.88 above the baseline and 0.12 below it, as Chinese
/// faces have it.
constexpr Rect em_box(Point origin, Length size) {
  return {origin.x, origin.y - size * 88 / 100, size, size};
}

/// That of a character of the text: as narrow as its glyphs are drawn. A turned one lies on its side below its
/// origin, half an em of the line, as most digits and letters are wide.
inline Rect em_box(const DrawText& text, const PlacedGlyph& glyph) {
  if (text.turn == Turn::kClockwise) {
    return {glyph.origin.x - text.size * 12 / 100, glyph.origin.y, text.size, text.size / 2};
  }
  Rect box = em_box(glyph.origin, text.size);
  box.width = text.size * text.width_percent / 100;
  return box;
}

/// Round the em boxes of all its characters; empty when it has none.
Rect em_box(const DrawText& text);

/// Frees what drawing alone needs of pages that are drawn: what texts say, and their glyphs but for those at
/// the edges of their em boxes.
void keep_em_boxes(PlacedEdition& edition);

}  // namespace banxin
