// Draws a placed page on any Cairo context: the one function behind the PDF, the PNG and the SVG.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "page/page.h"
#include "render/artworks.h"
#include "render/faces.h"
#include "render/photos.h"
#include "render/render.h"

namespace banxin {

/// Text items as Cairo wants them: clusters that together cover all bytes and all glyphs.
struct GlyphRun {
  std::string text;
  std::vector<cairo_glyph_t> glyphs;
  std::vector<cairo_text_cluster_t> clusters;
};

/// Adds an item to the run. Bytes that no glyph stands for join the cluster before them; ranges that run
/// backwards make one cluster of the whole item.
void append(GlyphRun& run, const DrawText& text, const Faces& faces);

/// How many of `items` from the first on Cairo can draw in one go: lines of a paragraph in one face, size and
/// ink; else 1. What Cairo does for each call it does for each line otherwise, which took a third of the
/// drawing of a page.
std::size_t drawn_together(std::span<const DrawItem> items);

/// Paints items in user space = points from the page's top left.
class Painter {
 public:
  /// `device_scale`: device pixels a point, for choosing the scale of photos.
  Painter(cairo_t* context, const Faces& faces, Photos& photos, Artworks& artworks, double device_scale,
          InkUse inks = InkUse::kScreen);

  void paint(const DrawItem& item) { paint({&item, 1}); }
  /// Items that are drawn_together().
  void paint(std::span<const DrawItem> items);
  void paint(const PlacedPage& page);

 private:
  void draw(std::span<const DrawItem> texts);
  void draw(const DrawRule& rule);
  void draw(const DrawStroke& stroke);
  void draw(const DrawImage& image);
  void set_ink(Ink ink);

  cairo_t* context_;
  const Faces& faces_;
  Photos& photos_;
  Artworks& artworks_;
  double device_scale_;
  InkUse inks_;
  GlyphRun run_;  // kept for its memory
};

}  // namespace banxin
