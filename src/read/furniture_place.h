// Where a folio or a piece of furniture stands: in cells of the grid, or beside the type area.
#pragma once

#include "document/layout_spec.h"
#include "read/fields.h"

namespace banxin {

extern const KindSpec kOutsideKind;

/// Reads columns and rows, or `outside` and the one of them that runs along its edge. `line`: the depth that
/// it has when none is written; 0: one must be.
void read_place(const Fields& keys, const PageLayout& layout, Length line, Frame& frame, Reading& in);
/// `margin`, the short form: above the type area, that far from it.
void read_margin(const Fields& keys, const PageLayout& layout, Length line, Frame& frame, Reading& in);

}  // namespace banxin
