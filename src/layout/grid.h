// The character-and-line grid of a page on paper: where columns start and rows stand.
#pragma once

#include "base/geometry.h"
#include "document/layout_spec.h"

namespace banxin {

/// Columns and rows are 1-based. A row is the em box of a body line: its top is a whole number of pitches
/// below the top of the type area, whatever face stands in it (leading comes from the grid, never from a
/// font).
class PageGrid {
 public:
  explicit PageGrid(const PageLayout& layout) : spec_(layout.grid), origin_(layout.origin) {}

  const GridSpec& spec() const { return spec_; }
  Length column_left(int column) const { return origin_.x + spec_.span(column) - spec_.span(1); }
  Length column_right(int column) const { return origin_.x + spec_.span(column); }
  Length row_top(int row) const { return origin_.y + spec_.pitch * (row - 1); }
  Length row_bottom(int row) const { return row_top(row) + spec_.size; }

  Rect area(Range columns, Range rows) const {
    const Length left = column_left(columns.first), top = row_top(rows.first);
    return {left, top, column_right(columns.last) - left, row_bottom(rows.last) - top};
  }

 private:
  GridSpec spec_;
  Point origin_;
};

}  // namespace banxin
