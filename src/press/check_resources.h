// The preflight's checks of what a page brings to draw with, whether or not it stands at a place.
#pragma once

#include "press/check_content.h"

namespace banxin {

/// Colour spaces of the resources, whether or not they are used: a press makes a plate of each spot colour.
void check_spaces(QPDFObjectHandle resources, int page, SeenInks& inks, Findings& findings);
/// The inks of one colour space, if it has any of its own (Separation, DeviceN, an index into one of them),
/// and whether its ICC profile is for as many channels as it says.
void check_space(QPDFObjectHandle space, int page, SeenInks& inks, Findings& findings);
/// Transparency in PDF/X-1a; what only the press itself may set.
void check_graphics_state(QPDFObjectHandle dictionary, int page, Findings& findings);
void check_group(QPDFObjectHandle group, int page, Findings& findings);
void check_shading(QPDFObjectHandle shading, int page, SeenInks& inks, Findings& findings);

}  // namespace banxin
