// A dump back into pages that can be drawn: with the fonts of this machine, and the photos where they can be
// found.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "compare/scene.h"
#include "document/catalogue.h"
#include "page/page.h"

namespace banxin {

/// `photos`, `artworks`: name in the dump -> file; one that is missing becomes a grey box. Text in a face
/// that the catalogue does not have, and items of kinds that are not known here, are left out: the picture is
/// to look at, not to judge by.
PlacedEdition to_placed(const Scene& scene, const FontCatalogue& faces,
                        const std::map<std::string, PlacedImage>& photos,
                        const std::vector<Artwork>& artworks);

}  // namespace banxin
