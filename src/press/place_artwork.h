// The pages that `render_pdf` left a mark for, as Form XObjects.
#pragma once

#include <qpdf/QPDF.hh>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "page/page.h"
#include "press/separate.h"

namespace banxin {

/// "/BxArtwork3": the name under which the rewritten content draws artwork 3, one unit a point from its lower
/// left corner.
std::string artwork_resource(std::uint32_t index);

/// Adds what those names stand for to the resources of the pages. Delivered PDF pages keep every number that
/// was delivered; drawings get inks by `inks`, or keep their colours where it is empty; what has none is an
/// error ("bad-artwork") and gives false.
bool place_artwork(QPDF& pdf, const PlacedEdition& edition, const std::vector<const PlacedPage*>& pages,
                   const InkOfColour& inks, Diagnostics& diags);

}  // namespace banxin
