#include <cairo-svg.h>

#include "render/player.h"

namespace banxin {

namespace {

std::optional<std::string> write_svg(const PlacedEdition& edition, const FontSet& fonts,
                                     const RenderOptions& options, Diagnostics& diags) {
  std::vector<const PlacedPage*> pages = chosen_pages(edition, options, diags);
  if (pages.empty()) return std::nullopt;
  pages.resize(1);
  const PlacedPage& page = *pages.front();
  const std::optional<Faces> faces = Faces::load(pages, fonts, diags);
  if (!faces) return std::nullopt;
  Photos photos(edition, PhotoUse::kSvg, diags);

  std::string bytes;
  const SurfaceHandle svg(
      cairo_svg_surface_create_for_stream(append_to_string, &bytes, page.width.pt(), page.height.pt()));
  const ContextHandle context(cairo_create(svg.get()));
  Painter(context.get(), *faces, photos, 1).paint(page);
  cairo_show_page(context.get());
  if (!drawn_well(cairo_status(context.get()), diags)) return std::nullopt;
  cairo_surface_finish(svg.get());
  if (!drawn_well(cairo_surface_status(svg.get()), diags)) return std::nullopt;
  return bytes;
}

}  // namespace

std::optional<std::string> render_svg(const PlacedEdition& edition, const FontSet& fonts,
                                      const RenderOptions& options, Diagnostics& diags) {
  return play(diags, [&] { return write_svg(edition, fonts, options, diags); });
}

}  // namespace banxin
