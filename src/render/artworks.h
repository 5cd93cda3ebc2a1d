// The delivered pages and drawings of one output file.
#pragma once

#include <map>

#include "base/diagnostic.h"
#include "page/page.h"
#include "render/handles.h"
#include "render/read_pdf.h"

namespace banxin {

/// What a player does with them.
enum class ArtworkUse {
  kDraw,  ///< draws them
  kMark,  ///< fills their box with `artwork_key`; press/ puts the page there (Cairo cannot embed PDF)
};

class Artworks {
 public:
  Artworks(const PlacedEdition& edition, ArtworkUse use, Diagnostics& diags)
      : edition_(edition), use_(use), diags_(diags) {}

  /// Into the box of the item; the user space is points from the page's top left.
  void paint(const DrawArtwork& item, cairo_t* context);

 private:
  const PdfFile* open(std::uint32_t index);

  const PlacedEdition& edition_;
  ArtworkUse use_;
  Diagnostics& diags_;
  std::map<std::uint32_t, std::optional<PdfFile>> files_;  // nothing: bad, and that was reported
};

}  // namespace banxin
