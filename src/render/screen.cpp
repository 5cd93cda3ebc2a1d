#include "render/screen.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <vector>

#include "render/player.h"
#include "render/png_codec.h"
#include "render/text_lock.h"

namespace banxin {

namespace {

constexpr double kLargestSide = 32767;  // Cairo's

struct Bounds {
  static Rect round(Point first, Point last, Length reach) {
    const Length left = std::min(first.x, last.x), top = std::min(first.y, last.y);
    return {left - reach, top - reach, std::max(first.x, last.x) - left + reach * 2,
            std::max(first.y, last.y) - top + reach * 2};
  }
  Rect operator()(const DrawText& text) const {
    if (text.glyphs.empty()) return {};
    Rect box;
    for (const PlacedGlyph& glyph : text.glyphs)
      box = united(box, round(glyph.origin, glyph.origin, text.size * 2));
    return box;
  }
  Rect operator()(const DrawRule& rule) const { return rule.box; }
  Rect operator()(const DrawStroke& stroke) const {
    Rect box;
    for (const Point& point : stroke.points) box = united(box, round(point, point, stroke.width));
    return box;
  }
  Rect operator()(const DrawImage& image) const { return image.box; }
  Rect operator()(const DrawArtwork& art) const { return art.box; }
};

Raster copy_of(cairo_surface_t* surface, int width, int height) {
  cairo_surface_flush(surface);
  Raster out;
  out.allocate(width, height);
  const unsigned char* row = cairo_image_surface_get_data(surface);
  const int stride = cairo_image_surface_get_stride(surface);
  for (int y = 0; y < height; ++y, row += stride) std::memcpy(out.row(y), row, out.stride());
  return out;
}

bool is_grey(const Raster& picture) {
  const unsigned char* end = picture.row(picture.height);
  for (const unsigned char* p = picture.row(0); p != end; p += 4) {
    std::uint32_t pixel = 0;
    std::memcpy(&pixel, p, sizeof pixel);
    const std::uint32_t green = pixel >> 8 & 0xFF;
    if ((pixel & 0xFF) != green || (pixel >> 16 & 0xFF) != green) return false;
  }
  return true;
}

}  // namespace

struct Screen::Impl {
  explicit Impl(const FontSet& font_set) : fonts(font_set), photos(nothing, PhotoUse::kPixels, photo_diags) {}

  std::optional<Raster> paint(const PlacedEdition& edition, const PlacedPage& page, const Rect& area,
                              double ppi, Diagnostics& diags) {
    const double scale = ppi / 72.0, wide = std::max(1.0, std::round(area.width.pt() * scale)),
                 high = std::max(1.0, std::round(area.height.pt() * scale));
    if (!(wide <= kLargestSide && high <= kLargestSide)) {
      diags.error("too-many-pixels", {}, "the picture is more than 32767 pixels wide or high",
                  "choose fewer pixels an inch");
      return std::nullopt;
    }
    if (!faces.open_whole(page, fonts, diags)) return std::nullopt;
    const int width = static_cast<int>(wide), height = static_cast<int>(high);
    const SurfaceHandle surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height));
    const TextContextHandle context(cairo_create(surface.get()));
    cairo_set_source_rgb(context.get(), 1, 1, 1);
    cairo_paint(context.get());
    cairo_scale(context.get(), scale, scale);
    cairo_translate(context.get(), -area.x.pt(), -area.y.pt());
    photos.follow(edition);
    Artworks artworks(edition, ArtworkUse::kDraw, diags);
    Painter painter(context.get(), faces, photos, artworks, scale);
    for (const DrawItem& item : page.items) {
      if (painted_area(item).overlaps(area)) painter.paint(item);
    }
    diags.append(photo_diags);
    photo_diags = {};
    if (!drawn_well(cairo_status(context.get()), diags)) return std::nullopt;
    return copy_of(surface.get(), width, height);
  }

  const FontSet& fonts;
  Faces faces;
  const PlacedEdition nothing;
  Diagnostics photo_diags;
  Photos photos;
};

Rect painted_area(const DrawItem& item) { return std::visit(Bounds{}, item); }

Screen::Screen(const FontSet& fonts) : impl_(std::make_unique<Impl>(fonts)) {}
Screen::~Screen() = default;

std::optional<Raster> Screen::paint(const PlacedEdition& edition, const PlacedPage& page, const Rect& area,
                                    double ppi, Diagnostics& diags) {
  const std::lock_guard lock(mutex_);
  std::optional<Raster> out;
  try {
    out = impl_->paint(edition, page, area, ppi, diags);
  } catch (const std::exception& e) {
    diags.error("cannot-draw", {}, std::string("the page could not be drawn: ") + e.what());
  }
  return out;
}

std::optional<std::string> encode_png(const Raster& picture, int ppi, Diagnostics& diags) {
  std::string bytes;
  const PngForm form{picture.width, picture.height, is_grey(picture), ppi};
  PngEncoder encoder(form, bytes);
  bool good = encoder.start();
  std::vector<unsigned char> greys(static_cast<std::size_t>(picture.width));
  for (int y = 0; good && y < picture.height; ++y) {
    const unsigned char* row = picture.row(y);
    for (std::size_t x = 0; form.grey && x < greys.size(); ++x) greys[x] = row[4 * x + 1];
    good = encoder.write_row(form.grey ? greys.data() : row);
  }
  if (good && encoder.finish()) return bytes;
  diags.error("cannot-draw", {}, "the picture could not be written as PNG");
  return std::nullopt;
}

}  // namespace banxin
