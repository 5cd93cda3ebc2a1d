// 版样: the dummy of a page in text, with the trade's signs: Z horizontal text, N vertical text, a box for a
// picture, O an ornament. Stable, so that a test or a commit can hold it.
#pragma once

#include <string>
#include <vector>

#include "font/font_set.h"
#include "page/page.h"

namespace banxin {

/// The pages with these indexes. `width`: columns of a terminal, 40 to 400; Chinese characters take two.
std::string dummy(const Document& document, const PlacedEdition& placed, const FontSet& fonts,
                  const std::vector<std::size_t>& pages, int width);

}  // namespace banxin
