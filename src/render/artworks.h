// The delivered pages and drawings of one output file.
#pragma once

#include <cstdint>
#include <set>

#include "base/diagnostic.h"
#include "page/page.h"
#include "render/handles.h"

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

  /// Into the box of the item; the user space is points from the page's top left. Strangers' pages are drawn
  /// in a process of their own: one that takes too long, too much memory or makes the library fail is an
  /// error.
  void paint(const DrawArtwork& item, cairo_t* context);

 private:
  const PlacedEdition& edition_;
  ArtworkUse use_;
  Diagnostics& diags_;
  std::set<std::uint32_t> bad_;  // and that was reported
};

}  // namespace banxin
