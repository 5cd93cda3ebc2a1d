// What an editor and a press would say of placed pages: lint and preflight, for those who look at them live.
#pragma once

#include "document/press_profile.h"
#include "preview/live_edition.h"

namespace banxin {

/// Of all pages together, so that what two of them have in common is found. `profile`: of the press; null: no
/// preflight.
Review review_edition(const LiveEdition& edition, const PressProfile* profile);

}  // namespace banxin
