// Where words of Western text may be divided with a hyphen (typography.md 7.1). Internal to text/.
#pragma once

#include "text/western_breaks.h"

namespace banxin {

/// An ASCII letter of a word; none of an acronym that stands upright in a vertical line.
bool is_plain_letter(const Cell& cell);

/// Allows lines to end in English words: at soft hyphens, else where the dictionary divides them. Proper
/// names and what belongs to a number or an address stay whole.
void find_hyphens(ShapedParagraph& paragraph, const WesternBreaks& western);

}  // namespace banxin
