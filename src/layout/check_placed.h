// What must never be on a placed page: type on type or on a picture, pictures on one another, anything outside
// the type area that the layout has not put there, type on the fold.
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

/// Errors, one a frame and kind: "type-on-type", "type-on-picture", "picture-on-picture",
/// "outside-type-area", "off-page" (of frames that stand outside the type area), "type-on-fold".
void check_placed(const PlacedPage& page, const std::vector<FrameItems>& frames, const PageLayout& layout,
                  Diagnostics& diags);

}  // namespace banxin
