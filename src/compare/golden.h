// Golden pages: what a desk has approved, and what it was made with.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "page/page.h"

namespace banxin {

/// What the pages of a golden were made with. Each list: a name and its version or digest, in a stable order.
struct GoldenLock {
  using List = std::vector<std::pair<std::string, std::string>>;
  List engine;   ///< "banxin": "0.1.0", "HarfBuzz": "6.0.0" …
  List fonts;    ///< "Noto Serif CJK SC": "2.001 1a2b3c4d"
  List layout;   ///< layouts and whatever they inherit
  List content;  ///< articles, the edition's own file
  List photos;
  List artwork;  ///< delivered advertisements and nameplates
  int ppi = 0;   ///< of the approved pictures; 0: there are none
};

/// banxin.lock: JSON, one entry a line.
std::string write_lock(const GoldenLock& lock);
/// nullopt and `problem` when it is none.
std::optional<GoldenLock> read_lock(std::string_view text, std::string& problem);

/// Why the pages may differ: "font changed: Noto Serif CJK SC 2.001 → 2.002", "layout changed:
/// ../layouts/front.yaml", … Empty when all is as it was.
std::vector<std::string> what_changed(const GoldenLock& before, const GoldenLock& after);

/// One page on its own: with the nodes, the photos and the stories that stand on it, counted anew, so that
/// its dump does not change when another page does.
PlacedEdition single_page(const PlacedEdition& edition, std::size_t page);

}  // namespace banxin
