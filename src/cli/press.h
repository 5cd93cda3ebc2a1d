// The press of --press: a profile of ours by its name, or the user's own.
#pragma once

#include <optional>
#include <string>

#include "cli/commands.h"
#include "document/press_profile.h"
#include "render/render.h"

namespace banxin {

struct Press {
  PressProfile profile;
  std::string icc;     ///< bytes of the output profile
  PressPhotos photos;  ///< how photos are made ready for it
};

/// "newspaper", "x4", "x1a" or a YAML file; nullopt for "none", and when an error was reported. `icc`: a file
/// instead of the profile's own, or empty.
std::optional<Press> open_press(const std::string& name, const std::string& icc, Context& context);
std::optional<PressProfile> open_press_profile(const std::string& name, Context& context);

}  // namespace banxin
