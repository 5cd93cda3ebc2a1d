// Draws a placed page on any Cairo context: the one function behind the PDF, the PNG and the SVG.
#pragma once

#include <vector>

#include "page/page.h"
#include "render/artworks.h"
#include "render/faces.h"
#include "render/photos.h"
#include "render/render.h"

namespace banxin {

/// The glyphs of a text item as Cairo wants them: clusters that together cover all bytes and all glyphs.
struct GlyphRun {
  std::vector<cairo_glyph_t> glyphs;
  std::vector<cairo_text_cluster_t> clusters;
};

/// Bytes that no glyph stands for join the cluster before them; ranges that run backwards make one cluster of
/// all.
GlyphRun glyph_run(const DrawText& text, const Faces& faces);

/// Paints items in user space = points from the page's top left.
class Painter {
 public:
  /// `device_scale`: device pixels a point, for choosing the scale of photos.
  Painter(cairo_t* context, const Faces& faces, Photos& photos, Artworks& artworks, double device_scale,
          InkUse inks = InkUse::kScreen);

  void paint(const DrawItem& item);
  void paint(const PlacedPage& page) {
    for (const DrawItem& item : page.items) paint(item);
  }

  void operator()(const DrawText& text);
  void operator()(const DrawRule& rule);
  void operator()(const DrawStroke& stroke);
  void operator()(const DrawImage& image);
  void operator()(const DrawArtwork& art) { artworks_.paint(art, context_); }

 private:
  void set_ink(Ink ink);

  cairo_t* context_;
  const Faces& faces_;
  Photos& photos_;
  Artworks& artworks_;
  double device_scale_;
  InkUse inks_;
};

}  // namespace banxin
