#include "layout/slots.h"

#include <algorithm>

namespace banxin {

namespace {

bool covered(const std::vector<Block>& blocks, int column, int row) {
  return std::any_of(blocks.begin(), blocks.end(), [&](const Block& b) {
    return b.columns.overlaps({column, column}) && b.rows.overlaps({row, row});
  });
}

}  // namespace

std::vector<Slot> make_slots(const PageGrid& grid, Range columns, Range rows,
                             const std::vector<Block>& blocks) {
  std::vector<Slot> slots;
  for (int column = columns.first; column <= columns.last; ++column) {
    for (int row = rows.first; row <= rows.last; ++row) {
      if (!covered(blocks, column, row))
        slots.push_back({column, row, grid.column_left(column), grid.spec().span(1)});
    }
  }
  return slots;
}

int level_rows(const PageGrid& grid, Range columns, Range rows, const std::vector<Block>& blocks, int lines) {
  for (int n = 1; n < rows.count(); ++n) {
    const Range part{rows.first, rows.first + n - 1};
    if (static_cast<int>(make_slots(grid, columns, part, blocks).size()) >= lines) return n;
  }
  return rows.count();
}

}  // namespace banxin
