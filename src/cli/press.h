// The press of --press: a profile of ours by its name, or the user's own.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "cli/context.h"
#include "document/press_profile.h"
#include "page/page.h"
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

/// Seconds since 1970-01-01 UTC. The edition's own date wins; SOURCE_DATE_EPOCH stands in where it gives
/// none. Never the clock.
std::int64_t creation_time(const PlacedEdition& edition);

/// Draws the pages of `options` and completes what Cairo leaves out, for the press if there is one; nullopt
/// when an error was reported.
std::optional<std::string> make_pdf(const PlacedEdition& edition, const FontSet& fonts,
                                    const RenderOptions& options, const std::optional<Press>& press,
                                    Diagnostics& diags);
/// The same, of an edition of which nothing more will be drawn: most of it is freed before the file is
/// completed, so that the two do not stand in memory together.
std::optional<std::string> make_only_pdf(PlacedEdition& edition, const FontSet& fonts,
                                         const RenderOptions& options, const std::optional<Press>& press,
                                         Diagnostics& diags);

}  // namespace banxin
