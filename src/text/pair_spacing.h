// The blanks between neighbouring cells: the pair rule, the Han-Western gap, who shrinks and who stretches.
#pragma once

#include "text/shaped.h"

namespace banxin {

/// Fills the blanks, gaps, tiers and stretching of all joints. Needs the line breaks: where a line may not
/// end, nothing is stretched (JLREQ table 6).
void space_joints(ShapedParagraph& paragraph, const TextToSet& text);

}  // namespace banxin
