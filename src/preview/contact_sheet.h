// All pages of an edition on one picture.
#pragma once

#include <optional>
#include <vector>

#include "preview/page_map.h"
#include "render/screen.h"

namespace banxin {

/// The pages with these indexes side by side at `ppi`, numbers and sections below them, about as wide as
/// high.
std::optional<Raster> contact_sheet(const PlacedEdition& edition, const std::vector<std::size_t>& pages,
                                    const std::vector<std::string>& captions, int ppi, const FontSet& fonts,
                                    Screen& screen, Diagnostics& diags);

}  // namespace banxin
