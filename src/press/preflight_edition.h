// The preflight of an edition before it is drawn: what a press would find wrong, at its place in the YAML,
// the article or on the page. docs/press.md lists the checks.
#pragma once

#include <map>
#include <vector>

#include "base/file_stamp.h"
#include "document/document.h"
#include "page/page.h"
#include "press/artwork.h"
#include "press/preflight.h"

namespace banxin {

/// What a press finds in a delivered page as long as its file is the same.
struct InspectedArtwork {
  FileStamp file;
  bool upright = true;
  std::vector<PressFinding> findings;
};
/// Of one profile.
using ArtworkMemo = std::map<ArtworkEntry, InspectedArtwork>;

/// By page. `placed` as place_edition made it of `document`, without marks. Photos are opened for their
/// headers alone, delivered pages as `preflight` would open them, unless `memo` knows them.
std::vector<PressFinding> preflight_edition(const Document& document, const PlacedEdition& placed,
                                            const PressProfile& profile, ArtworkMemo* memo = nullptr);

/// What would stop or change the pages when they are drawn for this press, as findings of the run: colours
/// that are for screens alone, and delivered pages whose colours, transparency or fonts the standard does not
/// allow (errors, unless the profile weighs them less); photos with transparency, which are flattened on
/// white (warnings).
void report_for_press(const Document& document, const PlacedEdition& placed, const PressProfile& profile,
                      Diagnostics& diags);

}  // namespace banxin
