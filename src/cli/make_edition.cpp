#include "cli/make_edition.h"

#include "document/missing.h"
#include "layout/layout.h"
#include "press/artwork.h"
#include "preview/sample_copy.h"
#include "read/read.h"
#include "text/hyphenation.h"

namespace banxin {

namespace {

/// YAML, Markdown, photo headers, and what the machine lacks for them.
std::optional<Document> read_whole(const std::filesystem::path& edition, Sources& sources, Diagnostics& diags,
                                   Missing missing, ArtworkSizes* artwork = nullptr) {
  std::optional<Document> document = read_edition(edition, sources, diags, missing);
  if (!document) return std::nullopt;
  for (const PageLayout& layout : document->layouts) {
    if (layout.setting.hyphenate == Hyphenation::kNone) continue;
    report_hyphenation(layout.setting, {layout.file, 0, 0}, diags);
    break;
  }
  measure_artwork(*document, diags, artwork);  // sizes of advertisements and drawings
  return document;
}

std::optional<Document> read_and_fill(const std::filesystem::path& layout, const FontSet& fonts,
                                      Sources& sources, Diagnostics& diags) {
  const std::optional<PageLayout> read = read_layout_alone(layout, sources, diags);
  if (!read) return std::nullopt;
  return with_sample_copy(*read, fonts);
}

}  // namespace

std::optional<MadeEdition> make_edition(const std::filesystem::path& edition, const FontSet& fonts,
                                        Sources& sources, Diagnostics& diags, const PlaceOptions& options) {
  std::optional<Document> document = read_whole(edition, sources, diags, options.missing);
  if (!document) return std::nullopt;
  PlacedEdition placed = place_edition(*document, fonts, diags, options);  // shape, break, flow, place
  return MadeEdition{std::move(*document), std::move(placed)};
}

std::optional<MadeEdition> make_sample_page(const std::filesystem::path& layout, const FontSet& fonts,
                                            Sources& sources, Diagnostics& diags) {
  std::optional<Document> document = read_and_fill(layout, fonts, sources, diags);
  if (!document) return std::nullopt;
  Diagnostics about_the_sample;  // is not the user's copy
  PlacedEdition placed = place_edition(*document, fonts, about_the_sample);
  return MadeEdition{std::move(*document), std::move(placed)};
}

void make_live_edition(const std::filesystem::path& file, const std::shared_ptr<Sources>& sources,
                       ArtworkSizes& artwork, PageCache& cache, LiveEdition& live) {
  live.sources = sources;
  const bool layout = looks_like_layout(file);
  std::optional<Document> document =
      layout ? read_and_fill(file, *live.fonts, *sources, live.diags)
             : read_whole(file, *sources, live.diags, Missing::kPlaceholder, &artwork);
  if (!document) return;
  live.document = std::make_shared<const Document>(std::move(*document));
  const Diagnostics of_reading = live.diags;
  cache.place(live);  // place_edition, a page at a time
  if (layout) live.diags = of_reading;
}

}  // namespace banxin
