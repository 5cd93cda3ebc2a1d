// Which pages of an overlay differ from its base: those plates are made again.
#pragma once

#include <string>
#include <vector>

#include "cli/context.h"
#include "cli/make_edition.h"

namespace banxin {

struct PageChanges {
  std::string text;                    ///< a line a page: "page 1: changed"
  std::vector<std::size_t> different;  ///< indexes of the pages that are changed or new
};

/// Compares the dumps of the pages, by number.
PageChanges page_changes(const PlacedEdition& base, const PlacedEdition& edition, const FontCatalogue& faces);

/// Makes the base of an overlay and compares. nullopt when the edition has no base, and, with a warning, when
/// the base has errors.
std::optional<PageChanges> changes_against_base(const MadeEdition& made, const FontSet& fonts,
                                                Context& context);

}  // namespace banxin
