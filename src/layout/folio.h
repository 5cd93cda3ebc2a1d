// 报眉: the line of page furniture with paper, date, section and page number.
#pragma once

#include "layout/fields.h"
#include "layout/setter.h"
#include "layout/text_area.h"

namespace banxin {

/// Draws its texts on one baseline and the rule below it. **…** is set in the style "folio-number", *…* in
/// "folio-small".
void draw_folio(const Frame& frame, const FieldValues& fields, const Setter& setter, const TextArea& grid,
                PlacedPage& page);

}  // namespace banxin
