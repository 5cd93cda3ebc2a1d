#include "page/em_box.h"

#include <algorithm>
#include <variant>
#include <vector>

namespace banxin {

Rect em_box(const DrawText& text) {
  Rect box;
  for (const PlacedGlyph& glyph : text.glyphs) box = united(box, em_box(text, glyph));
  return box;
}

namespace {

/// At most four glyphs whose em boxes reach as far as those of all.
std::vector<PlacedGlyph> outermost(const std::vector<PlacedGlyph>& glyphs) {
  const auto x = [](const PlacedGlyph& a, const PlacedGlyph& b) { return a.origin.x < b.origin.x; };
  const auto y = [](const PlacedGlyph& a, const PlacedGlyph& b) { return a.origin.y < b.origin.y; };
  const auto [left, right] = std::minmax_element(glyphs.begin(), glyphs.end(), x);
  const auto [top, bottom] = std::minmax_element(glyphs.begin(), glyphs.end(), y);
  std::vector<PlacedGlyph> out;
  for (const auto& glyph : {left, right, top, bottom}) {
    const bool kept = std::any_of(out.begin(), out.end(),
                                  [&](const PlacedGlyph& other) { return other.origin == glyph->origin; });
    if (!kept) out.push_back(*glyph);
  }
  out.shrink_to_fit();
  return out;
}

}  // namespace

void keep_em_boxes(PlacedEdition& edition) {
  for (PlacedPage& page : edition.pages) {
    for (DrawItem& item : page.items) {
      DrawText* const text = std::get_if<DrawText>(&item);
      if (text == nullptr || text->glyphs.empty()) continue;
      text->text = {};
      text->glyphs = outermost(text->glyphs);
      for (PlacedGlyph& glyph : text->glyphs) glyph.text_begin = glyph.text_end = 0;
    }
  }
}

}  // namespace banxin
