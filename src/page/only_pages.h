// Some pages of an edition as an edition of their own.
#pragma once

#include <vector>

#include "page/page.h"

namespace banxin {

/// The pages (indexes, in order) with what they use: nodes, images and artwork numbered anew. So the dump of
/// a page does not depend on the other pages of its edition.
PlacedEdition only_pages(const PlacedEdition& edition, const std::vector<std::size_t>& pages);

}  // namespace banxin
