#include "page/em_box.h"

namespace banxin {

Rect em_box(const DrawText& text) {
  Rect box;
  for (const PlacedGlyph& glyph : text.glyphs) box = united(box, em_box(glyph.origin, text.size));
  return box;
}

}  // namespace banxin
