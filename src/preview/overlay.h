// Overlays in a picture of a page: grid, frames, slots, baselines, reading order.
#pragma once

#include <optional>
#include <string>

#include "preview/page_map.h"

namespace banxin {

struct Overlays {
  bool grid = false, frames = false, slots = false, baselines = false, order = false;
};

/// "grid,frames"; nullopt and `problem` when a name is unknown.
std::optional<Overlays> overlays_named(const std::string& list, std::string& problem);

/// Draws them into the page in light inks: tints go below what is there, lines and labels above it. `label`:
/// the size of letters.
void add_overlays(const Overlays& overlays, const PageMap& map, const FontSet& fonts, PlacedPage& page,
                  Length label = Length::points(8));

}  // namespace banxin
