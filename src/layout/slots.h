// Line slots: the idea that carries the layout. A story's place is a sequence of slots, and everything that a
// page can do is a way of making that sequence; text then flows by one algorithm.
#pragma once

#include <vector>

#include "layout/grid.h"

namespace banxin {

/// Room for one line of body text.
struct Slot {
  int column = 1, row = 1;  ///< on the page's grid
  Length x;                 ///< where the line starts
  Length measure;           ///< how long it may be
};

/// Cells of the grid that the text of a story keeps out of: photos, captions.
struct Block {
  Range columns, rows;
};

/// The slots of columns × rows without those that a block covers, column by column, each from the top.
std::vector<Slot> make_slots(const PageGrid& grid, Range columns, Range rows,
                             const std::vector<Block>& blocks);

/// The height in rows, at most rows.count(), at which `lines` lines just fit: columns then end level, and
/// what is short is short in the last column (CLREQ: 10 lines in 3 columns stand 4, 4, 2). Blocks do not
/// move.
int level_rows(const PageGrid& grid, Range columns, Range rows, const std::vector<Block>& blocks, int lines);

}  // namespace banxin
