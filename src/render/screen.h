// Pictures of pages for a screen, one after another: fonts and photos stay open between them, so that a page
// that was changed costs only its drawing.
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "base/diagnostic.h"
#include "base/geometry.h"
#include "font/font_set.h"
#include "page/page.h"
#include "render/raster.h"

namespace banxin {

/// A box round everything that the item may paint, rather too large than too small.
Rect painted_area(const DrawItem& item);

class Screen {
 public:
  /// `fonts` must outlive it.
  explicit Screen(const FontSet& fonts);
  ~Screen();

  /// The part `area` of a page of `edition` on white paper, at `ppi` pixels an inch; what is of the area but
  /// not of the page is white too. nullopt when an error was reported: more than 32767 pixels a side, a font
  /// that cannot be opened, no memory. A photo that cannot be shown is left white and reported. Several
  /// threads may call it; they take turns.
  std::optional<Raster> paint(const PlacedEdition& edition, const PlacedPage& page, const Rect& area,
                              double ppi, Diagnostics& diags);

 private:
  struct Impl;
  std::mutex mutex_;
  std::unique_ptr<Impl> impl_;
};

/// Grey where every pixel is. nullopt and an error when memory runs out.
std::optional<std::string> encode_png(const Raster& picture, int ppi, Diagnostics& diags);

}  // namespace banxin
