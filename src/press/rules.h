// The rules of type, lines and inks that hold for a placed edition and for a PDF alike. Where the numbers
// come from: docs/press.md.
#pragma once

#include "press/findings.h"
#include "press/paint_state.h"

namespace banxin {

/// Type of `size` points in a colour: too small, in several inks, tinted, white.
void check_type(const PlateColour& colour, double size, const FindingPlace& at, Findings& findings);
/// A line of `width` points.
void check_line(const PlateColour& colour, double width, const FindingPlace& at, Findings& findings);
/// More ink in one colour than the paper takes.
void check_ink(const PlateColour& colour, const FindingPlace& at, Findings& findings);

/// The resolution of a photo at its place: too coarse.
void check_resolution(double ppi, const FindingPlace& at, Findings& findings);

/// A spot colour 专色 by its name: does the press have it, and is another one called nearly so? `known`: the
/// names that were met before.
void check_spot_name(const std::string& name, const FindingPlace& at, std::vector<std::string>& known,
                     Findings& findings);

/// The size of a page against the one that the profile wants, in points.
void check_page_size(double width, double height, const FindingPlace& at, Findings& findings);

}  // namespace banxin
