#include <algorithm>
#include <cmath>

#include "render/player.h"
#include "render/png_codec.h"
#include "render/text_lock.h"

namespace banxin {

namespace {

/// A page is drawn in bands of at most so many pixels (4 bytes each): one for a broadsheet at 200 ppi, and
/// never more memory than that at 1200.
constexpr std::int64_t kBandPixels = 16 << 20;
constexpr int kLargestSide = 32767;  // Cairo's

bool grey(const PlacedPage& page, Photos& photos) {
  const auto no_colour = [](Ink ink) { return ink.c == ink.m && ink.m == ink.y; };
  struct Look {
    decltype(no_colour)& without;
    Photos& photos;
    bool operator()(const DrawText& text) const { return without(text.ink); }
    bool operator()(const DrawRule& rule) const { return without(rule.ink); }
    bool operator()(const DrawStroke& stroke) const { return without(stroke.ink); }
    bool operator()(const DrawImage& image) const { return photos.grey(image); }
    bool operator()(const DrawArtwork&) const { return false; }  // nobody has looked
  };
  return std::all_of(page.items.begin(), page.items.end(), [&](const DrawItem& item) {
    return std::visit(Look{no_colour, photos}, item);
  });
}

class PngPlayer {
 public:
  PngPlayer(const PlacedPage& page, const Faces& faces, Photos& photos, Artworks& artworks, int ppi)
      : page_(page), faces_(faces), photos_(photos), artworks_(artworks), scale_(ppi / 72.0) {
    form_.width = std::max(1, static_cast<int>(std::lround(page.width.pt() * scale_)));
    form_.height = std::max(1, static_cast<int>(std::lround(page.height.pt() * scale_)));
    form_.ppi = ppi;
    form_.grey = grey(page, photos);
  }

  std::optional<std::string> write(Diagnostics& diags) {
    std::string bytes;
    PngEncoder encoder(form_, bytes);
    bool good = encoder.start();
    const int band = static_cast<int>(std::clamp<std::int64_t>(kBandPixels / form_.width, 1, form_.height));
    for (int top = 0; good && top < form_.height; top += band) {
      const SurfaceHandle surface = draw(top, std::min(band, form_.height - top));
      if (!drawn_well(cairo_surface_status(surface.get()), diags)) return std::nullopt;
      good = encode(surface.get(), encoder);
    }
    good = good && encoder.finish();
    if (!good) diags.error("cannot-draw", {}, "the page could not be written as PNG");
    if (!good) return std::nullopt;
    return bytes;
  }

  bool too_large() const { return form_.width > kLargestSide || form_.height > kLargestSide; }

 private:
  /// The rows [top, top + height) of the page on white paper.
  SurfaceHandle draw(int top, int height) {
    SurfaceHandle surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, form_.width, height));
    const TextContextHandle context(cairo_create(surface.get()));
    cairo_set_source_rgb(context.get(), 1, 1, 1);
    cairo_paint(context.get());
    cairo_translate(context.get(), 0, -top);
    cairo_scale(context.get(), scale_, scale_);
    Painter(context.get(), faces_, photos_, artworks_, scale_).paint(page_);
    cairo_surface_flush(surface.get());
    return surface;
  }

  bool encode(cairo_surface_t* surface, PngEncoder& encoder) const {
    const unsigned char* row = cairo_image_surface_get_data(surface);
    const int stride = cairo_image_surface_get_stride(surface);
    std::vector<unsigned char> greys(static_cast<std::size_t>(form_.width));
    for (int y = 0; y < cairo_image_surface_get_height(surface); ++y, row += stride) {
      if (!form_.grey) {
        if (!encoder.write_row(row)) return false;
        continue;
      }
      // All three channels are the same; byte 1 is green or, on big-endian machines, red.
      for (std::size_t x = 0; x < greys.size(); ++x) greys[x] = row[4 * x + 1];
      if (!encoder.write_row(greys.data())) return false;
    }
    return true;
  }

  const PlacedPage& page_;
  const Faces& faces_;
  Photos& photos_;
  Artworks& artworks_;
  double scale_;
  PngForm form_;
};

std::optional<std::string> write_png(const PlacedEdition& edition, const FontSet& fonts,
                                     const RenderOptions& options, Diagnostics& diags) {
  const std::vector<const PlacedPage*> pages = chosen_pages(edition, options, diags);
  if (pages.empty()) return std::nullopt;
  const std::shared_ptr<Faces> faces =
      options.faces ? options.faces : faces_to_draw(std::span(pages).first(1), fonts, diags);
  if (!faces) return std::nullopt;
  Photos photos(edition, PhotoUse::kPixels, diags);
  Artworks artworks(edition, ArtworkUse::kDraw, diags);
  PngPlayer player(*pages.front(), *faces, photos, artworks, options.ppi);
  if (player.too_large()) {
    diags.error("too-many-pixels", {},
                "the page is more than 32767 pixels wide or high at " + std::to_string(options.ppi) + " ppi",
                "choose fewer pixels an inch");
    return std::nullopt;
  }
  return player.write(diags);
}

}  // namespace

std::optional<std::string> render_png(const PlacedEdition& edition, const FontSet& fonts,
                                      const RenderOptions& options, Diagnostics& diags) {
  return play(diags, [&] { return write_png(edition, fonts, options, diags); });
}

}  // namespace banxin
