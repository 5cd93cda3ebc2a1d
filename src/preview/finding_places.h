// Where findings stand on the pages: for the markers of the live preview.
#pragma once

#include <vector>

#include "preview/live_edition.h"

namespace banxin {

struct FindingPlace {
  std::size_t page = 0;  ///< index into LiveEdition::pages
  Rect box;
};

/// Of each finding the places on the pages, in page order; none when nothing on them was written there. A
/// finding that names pages has a place on each of them, if only the type area; without such names the copy
/// that it is about counts wherever it stands, else the first frame that it concerns.
std::vector<std::vector<FindingPlace>> places_of(const LiveEdition& edition, const Diagnostics& findings);

/// The piece of the page that begins at the corner of the mark; else the smallest around it; the whole page
/// when the mark has none.
Rect box_of(const PressMark& mark, const PlacedPage& page);

}  // namespace banxin
