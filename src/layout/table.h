// A table in a column 表格: column widths in half 字, cells that wrap, numbers on their decimal points.
#pragma once

#include <vector>

#include "layout/interlinear.h"
#include "layout/setter.h"

namespace banxin {

/// A cell, broken to its column.
struct TableCell {
  ShapedCopy copy;  ///< of an empty cell: nothing
  std::vector<ShapedMark> marks;
  std::vector<Line> lines;
  BreakOptions options{.justify = false};
  Length point;  ///< of a number: from its start to the end of its whole part
  bool is_number = false;
};

struct TableRow {
  std::vector<TableCell> cells;
  int rows = 1;  ///< of the grid
};

struct TableColumn {
  Length start, width;
  Align align = Align::kStart;
  bool on_point = false;  ///< numbers stand on their decimal points
  Length before, number;  ///< of such: the widest whole part, the widest number with all points in one place
};

struct TableBlock {
  std::vector<TableColumn> columns;
  std::vector<TableRow> rows;  ///< the first is the header
  Length width;
  Length rule, inner_rule;
  Length ascent;  ///< of its em box
  Ink ink;
};

/// Sets a table on `width`, its cells in the styles `table` and `tablehead`. A column without an alignment in
/// which every cell is a number stands on the decimal point. Columns of words give way when the table is too
/// wide; when that does not do, the error "table-too-wide" says how wide it is.
TableBlock set_table(const Table& table, Length width, const Setter& setter);

/// Where a line of the cell starts, from the table's left edge.
Length cell_start(const TableColumn& column, const TableCell& cell, const Line& line);

/// The words of a row, cells apart.
std::string row_text(const TableRow& row);

}  // namespace banxin
