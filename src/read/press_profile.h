// Press profiles: YAML text -> PressProfile.
#pragma once

#include <optional>
#include <string>

#include "base/diagnostic.h"
#include "document/press_profile.h"
#include "read/keys.h"

namespace banxin {

extern const KindSpec kPressKind;

/// Reads a press profile from text; `name` is shown in messages. nullopt when an error was reported.
std::optional<PressProfile> read_press_profile(const std::string& name, std::string text, Sources& sources,
                                               Diagnostics& diags);

}  // namespace banxin
