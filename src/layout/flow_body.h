// The body of a story in the rows that its frames give: its legs end level.
#pragma once

#include "layout/fit.h"
#include "layout/story.h"

namespace banxin {

/// What a fit of this story costs: vertical text runs on, its legs do not end level (typography.md 6.4).
FitCosts costs_of(const Story& story);

/// Flows the body in the rows that the frame gives. Copy that is shorter ends level, in as many rows as it
/// needs; one row more or less is tried too, and the fit that costs least is taken.
void flow_body(Story& story, const Setter& setter);

}  // namespace banxin
