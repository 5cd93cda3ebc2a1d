// An edition as it is at one moment, for those who look at it while it is being edited.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "base/diagnostic.h"
#include "document/document.h"
#include "font/font_set.h"
#include "page/page.h"

namespace banxin {

struct LiveEdition {
  Sources sources;
  Diagnostics diags;
  std::shared_ptr<const FontSet> fonts;  ///< null when the catalogue could not be read
  std::optional<Document> document;      ///< nothing when the files could not be read
  PlacedEdition placed;
};

/// Makes the edition from its files as they are now.
using MakeLive = std::function<std::shared_ptr<LiveEdition>()>;

/// The same number for pages that look the same and say the same in the same order: what is drawn, the
/// structure that it belongs to, and the state of the photo files.
std::uint64_t page_key(const PlacedEdition& edition, std::size_t page);

}  // namespace banxin
