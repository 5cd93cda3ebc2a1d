// The faces of one output file as Cairo sees them: each cut down to the glyphs that the chosen pages use,
// because Cairo 1.16 embeds far more of a large font than it needs (limits.md 0).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/diagnostic.h"
#include "font/font_set.h"
#include "page/page.h"
#include "render/handles.h"

namespace banxin {

enum class FaceUse : std::uint8_t {
  kEmbed,  ///< In a PDF: only the font program counts. Drawn on pixels, every glyph would be a box.
  kDraw,   ///< The outlines.
};

class Faces {
 public:
  /// Cuts down and opens each face that the pages use; one that is open for just these glyphs stays, so that
  /// an edit of a page, which rarely brings a glyph or takes the last of one, costs no font. (More glyphs
  /// than are used would show: Cairo makes the name of an embedded font from their numbers in the subset.)
  /// False when an error was reported. Always with the same `fonts` and `use`.
  bool open_subsets(std::span<const PlacedPage* const> pages, FaceUse use, const FontSet& fonts,
                    Diagnostics& diags);

  /// Opens the font files themselves, whole, of the faces that the page uses and that are not open yet. For
  /// pictures: nothing is embedded, and a glyph that comes later costs nothing. False when an error was
  /// reported. Not to be mixed with subsets.
  bool open_whole(const PlacedPage& page, const FontSet& fonts, Diagnostics& diags);

  /// nullptr: the pages do not use it.
  cairo_font_face_t* font(FaceId face) const {
    return face < faces_.size() ? faces_[face].font.get() : nullptr;
  }
  /// The subset's number for a glyph of the pages.
  std::uint32_t glyph(FaceId face, std::uint32_t id) const;

 private:
  struct Face {
    FontFaceHandle font;
    std::vector<std::uint32_t> glyphs;      // in the subset, in order
    std::vector<std::uint32_t> subset_ids;  // by glyph; 0: not in the subset
    bool whole = false;                     // the font file itself: glyphs keep their numbers
  };
  std::vector<Face> faces_;  // by FaceId; those not used are empty
};

}  // namespace banxin
