// Document -> PlacedEdition: the grid becomes slots, stories flow through them, copy that does not fit is
// reported.
#pragma once

#include <cstddef>
#include <vector>

#include "base/diagnostic.h"
#include "document/document.h"
#include "document/missing.h"
#include "font/font_set.h"
#include "layout/story_memo.h"
#include "page/page.h"

namespace banxin {

/// Whether PlacedPage::explanation is to be written.
enum class Explain { kNo, kYes };

struct PlaceOptions {
  /// What stands in frames without an article: a placeholder is for those who look, never for the press.
  Missing missing = Missing::kNothing;
  Explain explain = Explain::kNo;
  /// Which pages to place: indexes, rising; empty: all. A story that goes on on another page has to have both
  /// among them.
  std::vector<std::size_t> pages = {};
  unsigned threads = 1;       ///< on which stories are set; the result is the same for any number
  StoryMemo* memo = nullptr;  ///< stories to take over, and where those are kept that had to be set
};

/// Places every page. Overset copy is an error (code "overset") with the number of 字 and 行 and the text
/// that did not fit, and is still in the FrameFit; a character that no font has is an error (code
/// "missing-glyph").
PlacedEdition place_edition(const Document& document, const FontSet& fonts, Diagnostics& diags,
                            const PlaceOptions& options = {});

}  // namespace banxin
