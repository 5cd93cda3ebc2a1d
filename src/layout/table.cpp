#include "layout/table.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string>

#include "base/utf8.h"
#include "layout/looks.h"

namespace banxin {

namespace {

constexpr Em kGap = 1_em;          // between columns
constexpr Em kTightGap = 0.5_em;   // when the table is too wide
constexpr Em kLeastColumn = 3_em;  // of a column of words that gives way
constexpr Em kStep = 0.5_em;

bool is_sign(char32_t cp) { return cp == U'+' || cp == U'-' || cp == U'\u2212' || cp == U'±' || cp == U'–'; }
bool is_digit(char32_t cp) { return cp >= U'0' && cp <= U'9'; }

/// A cell that says that there is no number.
bool is_blank(const std::string& text) {
  return text.empty() || text == "—" || text == "——" || text == "–" || text == "-" || text == "…" ||
         text == "……";
}

/// Bytes of the whole part of a number; 0: it is none. "−1,234.5%" has a whole part of five characters.
std::size_t whole_part(const std::string& text) {
  std::size_t i = 0, digits = 0, end = 0;
  bool fraction = false;
  while (i < text.size()) {
    const Decoded d = decode_utf8(text, i);
    if (is_digit(d.cp)) {
      ++digits;
    } else if (d.cp == U'.' && !fraction && digits > 0) {
      fraction = true, end = i;
    } else if (d.cp == U',' && !fraction && digits > 0) {
    } else if (is_sign(d.cp) && i == 0) {
    } else {
      const bool unit = d.cp == U'%' || d.cp == U'‰' || d.cp == U'℃';
      if (!unit || digits == 0 || i + d.bytes != text.size()) return 0;
      return fraction ? end : i;
    }
    i += d.bytes;
  }
  if (digits == 0) return 0;
  return fraction ? end : text.size();
}

Length natural_width(const ShapedCopy& copy) {
  const Length wide = copy.text.size * 1000;
  Length widest;
  for (const Line& line : break_lines(copy.shaped, std::span(&wide, 1), {.justify = false}).lines) {
    widest = std::max(widest, line.natural);
  }
  return widest;
}

/// From the start of the line to the glyph of byte `at`, or to its end.
Length start_of_byte(const ShapedCopy& copy, std::size_t at, Length width) {
  const Length wide = copy.text.size * 1000;
  const BreakOptions options{.justify = false};
  for (const Line& line : break_lines(copy.shaped, std::span(&wide, 1), options).lines) {
    for (const SetGlyph& g : set_line(copy.shaped, line, options)) {
      if (g.text_begin >= at) return g.x;
    }
  }
  return width;
}

Length round_up(Length length, Length step) {
  return step * ((length.units() + step.units() - 1) / step.units());
}

/// 23 or 23.5
std::string in_ems(Length length, Length em) {
  std::array<char, 32> text;
  std::snprintf(text.data(), text.size(), "%.1f", length / em);
  std::string out = text.data();
  return out.ends_with(".0") ? out.substr(0, out.size() - 2) : out;
}

class TableSetter {
 public:
  TableSetter(const Table& table, Length width, const Setter& setter)
      : table_(table), width_(width), setter_(setter), body_(setter.style("table")), em_(body_.size) {
    block_.width = width;
    block_.rule = body_.rule, block_.inner_rule = body_.inner_rule;
    block_.ascent = setter.ascent(body_) + (setter.em() - em_) / 2, block_.ink = body_.ink;
  }

  TableBlock set() {
    for (std::size_t r = 0; r < table_.rows.size(); ++r) shape_row(r);
    block_.columns.resize(table_.columns.size());
    for (std::size_t c = 0; c < block_.columns.size(); ++c) measure_column(c);
    fit_columns();
    for (TableRow& row : block_.rows) break_row(row);
    return std::move(block_);
  }

 private:
  void shape_row(std::size_t r) {
    Style style = setter_.style(r == 0 ? "tablehead" : "table");
    style.size = body_.size;
    TableRow row;
    for (const MarkedCopy& cell : table_.rows[r]) {
      TableCell out;
      if (!cell.copy.empty()) {
        out.copy = setter_.shape_runs(cell.copy, style,
                                      looks_of(cell.copy, cell.emphasis, cell.spans, style, setter_),
                                      holds_of(cell.marks, cell.copy));
        out.marks = shape_marks(cell.marks, style, setter_);
        const std::size_t whole = whole_part(cell.copy.text);
        out.is_number = whole > 0;
        if (out.is_number) out.point = start_of_byte(out.copy, whole, natural_width(out.copy));
      }
      row.cells.push_back(std::move(out));
    }
    block_.rows.push_back(std::move(row));
  }

  bool is_empty(const TableCell& cell) const {
    return cell.copy.copy == nullptr || is_blank(cell.copy.copy->text);
  }

  bool all_numbers(std::size_t c) const {
    bool any = false;
    for (std::size_t r = 1; r < block_.rows.size(); ++r) {
      const TableCell& cell = block_.rows[r].cells[c];
      if (!cell.is_number && !is_empty(cell)) return false;
      any = any || cell.is_number;
    }
    return any;
  }

  /// On vertical lines a short number stands upright in one 字 and a long one is turned. Of a column either
  /// all stand or all are turned.
  void turn_alike(std::size_t c) {
    bool stands = false, turned = false;
    for (std::size_t r = 1; r < block_.rows.size(); ++r) {
      for (const Cell& cell : block_.rows[r].cells[c].copy.shaped.cells) {
        if (cell.c != CharClass::kNum) continue;
        (cell.orientation == Orientation::kTurned ? turned : stands) = true;
      }
    }
    if (!stands || !turned) return;
    for (std::size_t r = 1; r < block_.rows.size(); ++r) {
      TableCell& cell = block_.rows[r].cells[c];
      if (!cell.is_number) continue;
      cell.copy.text.setting.vertical_numbers = VerticalNumbers::kAllTurned;
      cell.copy.shaped = setter_.shape_trial(cell.copy.text);
      cell.point = start_of_byte(cell.copy, whole_part(cell.copy.copy->text), natural_width(cell.copy));
    }
  }

  void measure_column(std::size_t c) {
    TableColumn& column = block_.columns[c];
    const Table::Align asked = table_.columns[c];
    const bool numbers = all_numbers(c);
    if (numbers && setter_.writing() == WritingMode::kVertical) turn_alike(c);
    column.on_point = numbers && asked == Table::Align::kAutomatic;
    column.align = asked == Table::Align::kRight                       ? Align::kEnd
                   : asked == Table::Align::kCentre || column.on_point ? Align::kCentre
                                                                       : Align::kStart;
    gives_way_.push_back(!numbers);
    Length after, widest;
    for (const TableRow& row : block_.rows) {
      const TableCell& cell = row.cells[c];
      if (cell.copy.copy == nullptr) continue;
      const Length width = natural_width(cell.copy);
      widest = std::max(widest, width);
      if (!cell.is_number || &row == &block_.rows.front()) continue;
      column.before = std::max(column.before, cell.point);
      after = std::max(after, width - cell.point);
    }
    column.number = column.before + after;
    if (column.on_point) widest = std::max(widest, column.number);
    column.width = round_up(widest, kStep.at(em_));
  }

  Length needed(Length gap) const {
    Length sum = gap * (static_cast<std::int64_t>(block_.columns.size()) - 1);
    for (const TableColumn& column : block_.columns) sum += column.width;
    return sum;
  }

  /// The widest column of words that is wider than it must be.
  TableColumn* widest_that_gives() {
    TableColumn* widest = nullptr;
    for (std::size_t c = 0; c < block_.columns.size(); ++c) {
      TableColumn& column = block_.columns[c];
      if (!gives_way_[c] || column.width <= kLeastColumn.at(em_)) continue;
      if (widest == nullptr || column.width > widest->width) widest = &column;
    }
    return widest;
  }

  void fit_columns() {
    Length gap = kGap.at(em_);
    while (needed(gap) > width_) {
      if (TableColumn* column = widest_that_gives()) {
        column->width -= kStep.at(em_);
      } else if (gap > kTightGap.at(em_)) {
        gap = kTightGap.at(em_);
      } else {
        too_wide(needed(gap));
        break;
      }
    }
    const auto gaps = static_cast<std::int64_t>(block_.columns.size()) - 1;
    Length rest = std::max(Length(), width_ - needed(gap));
    if (gaps > 0) {  // in half ems into the gaps, what is left goes to the first column
      const Length more = kStep.at(em_) * (rest.units() / gaps / kStep.at(em_).units());
      gap += more, rest -= more * gaps;
    }
    block_.columns.front().width += rest;
    Length at;
    for (TableColumn& column : block_.columns) column.start = at, at += column.width + gap;
  }

  void too_wide(Length least) {
    const TableColumn* widest = &block_.columns.front();
    std::size_t at = 0;
    for (std::size_t c = 0; c < block_.columns.size(); ++c) {
      if (block_.columns[c].width > widest->width) widest = &block_.columns[c], at = c;
    }
    setter_.error("table-too-wide", table_.where,
                  "the table needs " + in_ems(least, em_) + " 字, its column has " + in_ems(width_, em_),
                  "take a column out, shorten column " + std::to_string(at + 1) + " (" +
                      in_ems(widest->width, em_) +
                      " 字), set `table` smaller, or give the story wider columns");
  }

  void break_row(TableRow& row) {
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
      TableCell& cell = row.cells[c];
      if (cell.copy.copy == nullptr) continue;
      const Length width = block_.columns[c].width;
      cell.lines = break_lines(cell.copy.shaped, std::span(&width, 1), cell.options).lines;
      row.rows = std::max(row.rows, static_cast<int>(cell.lines.size()));
    }
  }

  const Table& table_;
  Length width_;
  const Setter& setter_;
  const Style& body_;
  Length em_;
  TableBlock block_;
  std::vector<bool> gives_way_;
};

}  // namespace

TableBlock set_table(const Table& table, Length width, const Setter& setter) {
  return TableSetter(table, width, setter).set();
}

Length cell_start(const TableColumn& column, const TableCell& cell, const Line& line) {
  const Length rest = column.width - line.natural;
  if (column.on_point && cell.is_number) {
    return column.start + (column.width - column.number) / 2 + column.before - cell.point;
  }
  if (column.align == Align::kEnd) return column.start + rest;
  return column.start + (column.align == Align::kCentre ? rest / 2 : Length());
}

std::string row_text(const TableRow& row) {
  std::string out;
  for (const TableCell& cell : row.cells) {
    if (!out.empty()) out += "\u3000";
    if (cell.copy.copy != nullptr) out += cell.copy.copy->text;
  }
  return out;
}

}  // namespace banxin
