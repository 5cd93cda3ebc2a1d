// Where a line may end: the pair table of typography.md 2.1 for everything Chinese, UAX #14 (by ICU) inside
// Western text, and what is never or only reluctantly divided (2.2, 4.3).
#pragma once

#include "text/shaped.h"

namespace banxin {

/// Whether a line may end between two neighbours of these classes, at least one of them Chinese.
bool pair_may_break(CharClass left, CharClass right, ProhibitionLevel level);

/// Fills penalty, emergency, hyphen and name of every joint. Does not look at widths.
void find_breaks(ShapedParagraph& paragraph, const std::vector<Hold>& holds = {});

}  // namespace banxin
