#include <cairo-pdf.h>

#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <memory>

#include "render/player.h"
#include "render/structure.h"
#include "render/text_lock.h"

#ifdef __SANITIZE_ADDRESS__
extern "C" void __lsan_disable();
extern "C" void __lsan_enable();
#endif

namespace banxin {

namespace {

/// Cairo 1.16 forgets one small array for each CFF font that it embeds (cairo_cff_font_read_cid_fontdict
/// frees its index only when it fails): some 100 bytes a face. The leak checker must not take that for ours.
void finish(cairo_surface_t* pdf) {
  const auto lock = text_lock();
#ifdef __SANITIZE_ADDRESS__
  __lsan_disable();
#endif
  cairo_surface_finish(pdf);
#ifdef __SANITIZE_ADDRESS__
  __lsan_enable();
#endif
}

/// Cairo leaves the contents of a PDF plain when it finds this in the environment. press/ rewrites and packs
/// all of it: packing before and unpacking again took a tenth of a page's time. As the program is loaded,
/// while it has no other thread.
[[maybe_unused]] const int kPlainContents = setenv("CAIRO_DEBUG_PDF", "1", 1);

/// 2024-01-08T16:00:00Z
std::string iso_utc(std::int64_t seconds) {
  using namespace std::chrono;
  const sys_seconds time{std::chrono::seconds(seconds)};
  const sys_days day = floor<days>(time);
  const year_month_day date{day};
  const hh_mm_ss clock{time - day};
  std::array<char, 64> text;
  std::snprintf(text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d:%02dZ", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
                static_cast<int>(clock.seconds().count()));
  return text.data();
}

/// Without a date of creation Cairo writes the time of day, and no two runs are the same. It knows no
/// language: that is for press/ to add.
void set_metadata(cairo_surface_t* pdf, const PlacedEdition& edition, std::int64_t creation_time) {
  const auto set = [&](cairo_pdf_metadata_t key, const std::string& text) {
    if (!text.empty()) cairo_pdf_surface_set_metadata(pdf, key, text.c_str());
  };
  set(CAIRO_PDF_METADATA_TITLE, edition.title);
  set(CAIRO_PDF_METADATA_AUTHOR, edition.author);
  set(CAIRO_PDF_METADATA_SUBJECT, edition.paper);
  set(CAIRO_PDF_METADATA_CREATOR, "banxin");
  set(CAIRO_PDF_METADATA_CREATE_DATE, iso_utc(creation_time));
}

/// Sheets are trim size plus bleed and slug all around; page coordinates start at the trim.
void draw_pages(cairo_surface_t* pdf, cairo_t* context, const PlacedEdition& edition,
                std::span<const PlacedPage* const> pages, Length slug, Painter& painter) {
  Tagger tagger(context, edition.structure, plan_visits(edition.structure, pages));
  std::size_t index = 0;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const PlacedPage& page = *pages[i];
    const Length around = page.bleed + slug;
    cairo_pdf_surface_set_size(pdf, (page.width + 2 * around).pt(), (page.height + 2 * around).pt());
    cairo_identity_matrix(context);
    cairo_translate(context, around.pt(), around.pt());
    for (std::span<const DrawItem> rest(page.items); !rest.empty();) {
      const std::size_t count = drawn_together(rest);  // of one node, so that no tag stands between them
      tagger.before(index, rest.front());
      painter.paint(rest.first(count));
      index += count;
      tagger.after(index - 1);
      rest = rest.subspan(count);
    }
    tagger.end_page();
    if (i + 1 == pages.size()) tagger.close_all();
    const auto lock = text_lock();
    cairo_show_page(context);
  }
}

std::optional<std::string> write_pdf(const PlacedEdition& edition, const FontSet& fonts,
                                     const RenderOptions& options, Diagnostics& diags) {
  const std::vector<const PlacedPage*> pages = chosen_pages(edition, options, diags);
  if (pages.empty()) return std::nullopt;
  const std::shared_ptr<Faces> faces = options.faces ? options.faces : faces_to_keep();
  if (!faces->open_subsets(pages, FaceUse::kEmbed, fonts, diags)) return std::nullopt;
  Photos photos(edition, options.press != nullptr ? PhotoUse::kPress : PhotoUse::kPdf, diags, options.press);
  photos.prepare_ahead(pages, options.threads);

  std::string bytes;
  const TextSurfaceHandle pdf(cairo_pdf_surface_create_for_stream(append_to_string, &bytes, 1, 1));
  set_metadata(pdf.get(), edition, options.creation_time);
  const TextContextHandle context(cairo_create(pdf.get()));
  Artworks artworks(edition, ArtworkUse::kMark, diags);
  Painter painter(context.get(), *faces, photos, artworks, 1, options.inks);
  draw_pages(pdf.get(), context.get(), edition, pages, options.slug, painter);
  add_outline(pdf.get(), edition, pages, options.slug);
  if (!drawn_well(cairo_status(context.get()), diags)) return std::nullopt;
  finish(pdf.get());
  if (!drawn_well(cairo_surface_status(pdf.get()), diags)) return std::nullopt;
  return bytes;
}

}  // namespace

std::optional<std::string> render_pdf(const PlacedEdition& edition, const FontSet& fonts,
                                      const RenderOptions& options, Diagnostics& diags) {
  return play(diags, [&] { return write_pdf(edition, fonts, options, diags); });
}

}  // namespace banxin
