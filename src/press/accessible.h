// What Cairo 1.16 leaves out for readers who listen, search or follow a story (ISO 32000-1, 12.4.3
// and 14.7-14.9).
#pragma once

#include <qpdf/QPDF.hh>

#include "press/reading_order.h"

namespace banxin {

/// /Lang, /Alt on every figure, /Tabs /S on every page, the title in the window's bar. Returns what is wrong,
/// or nothing.
std::string add_meaning(QPDF& pdf, const PlacedEdition& edition, const std::vector<const PlacedPage*>& pages);

/// A thread an article. `around`: from the edge of each page's sheet to its trim, beside the bleed.
void add_threads(QPDF& pdf, const PlacedEdition& edition, const std::vector<const PlacedPage*>& pages,
                 Length around);

}  // namespace banxin
