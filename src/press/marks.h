// What stands around the page on the sheet: for the people at the press, never inside the trim.
#pragma once

#include "document/press_profile.h"
#include "font/font_set.h"
#include "page/page.h"

namespace banxin {

/// Adds the marks that the profile wants to every page, as artifacts in the registration ink.
void add_marks(PlacedEdition& edition, const FontSet& fonts, const PressProfile& profile);

}  // namespace banxin
