#include <cairo-svg.h>

#include <array>
#include <map>
#include <string_view>

#include "render/player.h"
#include "render/text_lock.h"

namespace banxin {

namespace {

/// The digits of an id "image912" or "surface908" that begins at `at`, or nothing.
std::string_view number_of_id(std::string_view svg, std::size_t at) {
  constexpr std::array<std::string_view, 2> kCounted = {"image", "surface"};
  for (const std::string_view name : kCounted) {
    if (svg.substr(at, name.size()) != name) continue;
    const std::size_t from = at + name.size(), to = svg.find_first_not_of("0123456789", from);
    if (to != std::string_view::npos && to > from && svg[to] == '"') return svg.substr(from, to - from);
  }
  return {};
}

/// Cairo 1.16 numbers images and groups by a counter of the whole process. Here they get numbers in order of
/// first use, so that the same page gives the same bytes whatever was drawn before.
std::string with_own_ids(std::string_view svg) {
  std::string out;
  out.reserve(svg.size());
  std::map<std::string_view, std::size_t> numbers;
  std::size_t copied = 0;
  for (std::size_t quote = svg.find('"'); quote != std::string_view::npos; quote = svg.find('"', quote + 1)) {
    const std::size_t name = svg.substr(quote + 1, 1) == "#" ? quote + 2 : quote + 1;
    const std::string_view number = number_of_id(svg, name);
    if (number.empty()) continue;
    const auto at = static_cast<std::size_t>(number.data() - svg.data());
    out += svg.substr(copied, at - copied);
    out += std::to_string(numbers.try_emplace(number, numbers.size() + 1).first->second);
    copied = at + number.size();
  }
  out += svg.substr(copied);
  return out;
}

void show_and_finish(cairo_t* context, cairo_surface_t* svg) {
  const auto lock = text_lock();
  cairo_show_page(context);
  cairo_surface_finish(svg);
}

std::optional<std::string> write_svg(const PlacedEdition& edition, const FontSet& fonts,
                                     const RenderOptions& options, Diagnostics& diags) {
  const std::vector<const PlacedPage*> pages = chosen_pages(edition, options, diags);
  if (pages.empty()) return std::nullopt;
  const PlacedPage& page = *pages.front();
  const std::shared_ptr<Faces> faces = faces_to_draw(std::span(pages).first(1), fonts, diags);
  if (!faces) return std::nullopt;
  Photos photos(edition, PhotoUse::kSvg, diags);

  std::string bytes;
  const TextSurfaceHandle svg(
      cairo_svg_surface_create_for_stream(append_to_string, &bytes, page.width.pt(), page.height.pt()));
  const TextContextHandle context(cairo_create(svg.get()));
  Artworks artworks(edition, ArtworkUse::kDraw, diags);
  Painter(context.get(), *faces, photos, artworks, 1).paint(page);
  show_and_finish(context.get(), svg.get());
  if (!drawn_well(cairo_status(context.get()), diags)) return std::nullopt;
  if (!drawn_well(cairo_surface_status(svg.get()), diags)) return std::nullopt;
  return with_own_ids(bytes);
}

}  // namespace

std::optional<std::string> render_svg(const PlacedEdition& edition, const FontSet& fonts,
                                      const RenderOptions& options, Diagnostics& diags) {
  return play(diags, [&] { return write_svg(edition, fonts, options, diags); });
}

}  // namespace banxin
