// Cairo builds the structure from the order of drawing: a story that goes on after another one, or on a later
// page, gets a second Art there, and a paragraph that runs over such a jump a second P. Here they become one
// again (ISO 32000-1, 14.7.2).
#pragma once

#include <qpdf/QPDF.hh>
#include <vector>

#include "press/reading_order.h"

namespace banxin {

/// Joins what belongs to one node.
void merge_structure(QPDF& pdf, const PlacedEdition& edition, const std::vector<const PlacedPage*>& pages);

}  // namespace banxin
