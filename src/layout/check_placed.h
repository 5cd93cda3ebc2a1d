// What must never be on a placed page, whatever the layout asked for: type on type, type outside the type
// area, type on the fold.
#pragma once

#include <vector>

#include "base/diagnostic.h"
#include "document/layout_spec.h"
#include "page/page.h"

namespace banxin {

/// The draw items that a frame made: [first, end).
struct FrameItems {
  const Frame* frame = nullptr;
  std::size_t first = 0, end = 0;
};

/// Findings, one a frame and kind: "type-on-type", "type-on-picture", "picture-on-picture",
/// "outside-type-area", "type-on-fold".
void check_placed(const PlacedPage& page, const std::vector<FrameItems>& frames, const PageLayout& layout,
                  Diagnostics& diags);

}  // namespace banxin
