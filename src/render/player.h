// What the three players have in common: which pages, what they draw with, and whether Cairo was content.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "render/faces.h"
#include "render/paint.h"
#include "render/photos.h"
#include "render/render.h"

namespace banxin {

/// The chosen pages in the chosen order; empty and an error when there is none.
std::vector<const PlacedPage*> chosen_pages(const PlacedEdition& edition, const RenderOptions& options,
                                            Diagnostics& diags);

/// Reports what Cairo could not do; true when all was well.
bool drawn_well(cairo_status_t status, Diagnostics& diags);

/// Runs a player. No exception leaves this folder: one that arrives here means that memory ran out.
template <class Player>
std::optional<std::string> play(Diagnostics& diags, const Player& player) {
  try {
    const std::size_t findings = diags.all().size();
    std::optional<std::string> bytes = player();
    for (std::size_t i = findings; i < diags.all().size(); ++i) {
      if (diags.all()[i].severity == Severity::kError) return std::nullopt;
    }
    return bytes;
  } catch (const std::exception& e) {
    diags.error("cannot-draw", {}, std::string("the page could not be drawn: ") + e.what());
    return std::nullopt;
  }
}

}  // namespace banxin
