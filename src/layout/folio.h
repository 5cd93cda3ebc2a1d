// 报眉: the line of page furniture with paper, date, section and page number.
#pragma once

#include <deque>

#include "layout/setter.h"
#include "layout/text_area.h"

namespace banxin {

/// Draws left, centre and right text on one baseline and the rule below it. Unknown fields {…} are an error
/// ("unknown-field").
void draw_folio(const Frame& frame, const Edition& edition, const PageSpec& page_spec, const Setter& setter,
                const TextArea& grid, Diagnostics& diags, PlacedPage& page);

}  // namespace banxin
