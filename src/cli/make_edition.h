// The one function that knows the order of the stages.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>

#include "base/diagnostic.h"
#include "document/document.h"
#include "font/font_set.h"
#include "layout/layout.h"
#include "page/page.h"
#include "press/artwork.h"
#include "preview/live_edition.h"

namespace banxin {

struct MadeEdition {
  Document document;     ///< all that was asked
  PlacedEdition placed;  ///< all that was decided
};

/// Reads and places an edition; nullopt when it could not be read. Findings of the layout (overset copy,
/// missing characters) are errors in `diags` but leave the pages to look at.
std::optional<MadeEdition> make_edition(const std::filesystem::path& edition, const FontSet& fonts,
                                        Sources& sources, Diagnostics& diags,
                                        const PlaceOptions& options = {});

/// The same for a layout without an edition: one page full of sample copy, its photos without a file.
std::optional<MadeEdition> make_sample_page(const std::filesystem::path& layout, const FontSet& fonts,
                                            Sources& sources, Diagnostics& diags);

/// Either of the two, again and again: only pages that have changed are placed, and artwork that has been
/// delivered anew is measured. `live` has its fonts;
/// `sources` become its own. Without an error in reading it has a document.
void make_live_edition(const std::filesystem::path& file, const std::shared_ptr<Sources>& sources,
                       ArtworkSizes& artwork, PageCache& cache, LiveEdition& live);

}  // namespace banxin
