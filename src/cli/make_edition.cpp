#include "cli/make_edition.h"

#include "layout/layout.h"
#include "preview/sample_copy.h"
#include "read/read.h"
#include "text/hyphenation.h"

namespace banxin {

std::optional<MadeEdition> make_edition(const std::filesystem::path& edition, const FontSet& fonts,
                                        Sources& sources, Diagnostics& diags) {
  std::optional<Document> document = read_edition(edition, sources, diags);  // YAML, Markdown, photo headers
  if (!document) return std::nullopt;
  for (const PageLayout& layout : document->layouts) {
    if (layout.setting.hyphenate == Hyphenation::kNone) continue;
    report_hyphenation(layout.setting, {layout.file, 0, 0}, diags);
    break;
  }
  PlacedEdition placed = place_edition(*document, fonts, diags);  // shape, break, flow, place
  return MadeEdition{std::move(*document), std::move(placed)};
}

std::optional<MadeEdition> make_sample_page(const std::filesystem::path& layout, const FontSet& fonts,
                                            Sources& sources, Diagnostics& diags) {
  const std::optional<PageLayout> read = read_layout_alone(layout, sources, diags);
  if (!read) return std::nullopt;
  Document document = with_sample_copy(*read, fonts);
  Diagnostics about_the_sample;  // is not the user's copy
  PlacedEdition placed = place_edition(document, fonts, about_the_sample);
  return MadeEdition{std::move(document), std::move(placed)};
}

}  // namespace banxin
