// The colours of the press: its ICC profile, and photos turned into its inks.
#pragma once

#include <array>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "document/press_profile.h"
#include "render/render.h"

namespace banxin {

/// Returns why a press cannot use this as its output profile, or nothing.
std::string problem_of_output_profile(std::string_view icc);

/// The most ink that the profile's own separations take, percent of area; 0 when it cannot be told.
double ink_limit_of(std::string_view icc);

/// How photos are made ready for the press with this profile. `icc` must be good.
PressPhotos press_photos(const PressProfile& profile, const std::string& icc);

/// An sRGB colour, each channel 0 to 1, as C, M, Y and K, each 0 to 1. Empty: there is no press.
using InkOfColour = std::function<std::array<double, 4>(double r, double g, double b)>;

/// How drawings get their inks: greys become black alone, colours what the profile gives. `icc` must be good.
InkOfColour press_colours(const PressProfile& profile, std::string_view icc);

}  // namespace banxin
