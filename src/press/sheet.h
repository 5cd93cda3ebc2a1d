// The sheet round the page: boxes, output intent, and what no press wants (ISO 15930-4 and -7).
#pragma once

#include <qpdf/QPDF.hh>
#include <string>
#include <string_view>
#include <vector>

#include "document/press_profile.h"
#include "page/page.h"

namespace banxin {

/// TrimBox and BleedBox inside the MediaBox that was drawn: trim, bleed and the profile's room.
void set_boxes(QPDF& pdf, const std::vector<const PlacedPage*>& pages, Length room);

/// The printing condition with its ICC profile.
void add_output_intent(QPDF& pdf, const PressProfile& profile, std::string_view icc);

/// Looks that every picture is in inks and nothing is transparent. Returns what is wrong, or nothing.
std::string problem_of_pictures(QPDF& pdf);

}  // namespace banxin
