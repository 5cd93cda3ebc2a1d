#include "layout/frame_area.h"

#include <algorithm>

#include "base/json.h"

namespace banxin {

namespace {

/// A union of rectangles stands on the basic columns: its outline, less the cells that are not in it.
FrameArea area_of_union(const Frame& frame, const TextArea& page) {
  FrameArea out;
  const Range columns = frame.columns.value, rows = frame.rows.value;
  out.area = page.part(columns, rows);
  out.box = out.area.box();
  const auto taken = [&](int column, int row) {
    return std::any_of(frame.area.begin(), frame.area.end(), [&](const Cells& c) {
      return c.columns.value.contains({column, column}) && c.rows.value.contains({row, row});
    });
  };
  for (int column = columns.first; column <= columns.last; ++column) {
    for (int row = rows.first; row <= rows.last;) {
      int end = row;
      while (end <= rows.last && taken(column, end) == taken(column, row)) ++end;
      const int leg = column - columns.first + 1;
      if (!taken(column, row)) {
        out.holes.push_back(out.area.cells({leg, leg}, {row - rows.first + 1, end - rows.first}));
      }
      row = end;
    }
  }
  return out;
}

std::string note_of(const Frame& frame, const Legs& legs, Length size) {
  std::string out = std::to_string(legs.count) + (legs.count == 1 ? " leg of " : " legs of ") +
                    std::to_string(legs.measure) + "字 over columns " +
                    std::to_string(frame.columns.value.first) + "-" +
                    std::to_string(frame.columns.value.last);
  if (legs.count > 1) out += ", gaps " + json_number(legs.gaps / (legs.count - 1) / size, 2) + "字";
  return out;
}

/// Lines that run another way than the page's, in the same cells.
FrameArea turned_area(const Frame& frame, const PageLayout& layout, const TextArea& cells) {
  FrameArea out;
  out.box = cells.box();
  const TextArea::Shape& grid = cells.shape();
  const int padding = frame.box ? frame.box->padding : 0;
  const Length aside = grid.size * padding;
  const Length v = cells.row_start(1 + padding);
  const Rect inner =
      cells.rect({aside, v, cells.length() - aside * 2, cells.row_end(grid.rows - padding) - v});
  const TextShape room = turned_shape(layout.grid, frame, inner.width, inner.height);
  TextArea::Shape shape{.writing = room.writing, .size = grid.size, .pitch = grid.pitch};
  if (frame.has_own_grid()) shape.size = frame.size, shape.pitch = frame.pitch;
  shape.measure = room.measure, shape.gaps = room.gaps, shape.legs = room.legs, shape.rows = room.rows;
  out.area = area_in(inner, shape);
  return out;
}

}  // namespace

FrameArea frame_area(const Frame& frame, const PageLayout& layout) {
  const TextArea page = page_area(layout);
  if (!frame.area.empty()) return area_of_union(frame, page);
  const TextArea cells = page.part(frame.columns.value, frame.rows.value);
  if (frame.writing.value_or(layout.grid.writing) != layout.grid.writing) {
    return turned_area(frame, layout, cells);
  }
  FrameArea out;
  out.area = cells;
  out.box = cells.box();
  if (frame.legs.value == 0 && !frame.has_own_grid() && !frame.box) return out;

  const TextArea::Shape& grid = cells.shape();
  const int padding = frame.box ? frame.box->padding : 0;
  const Length aside = grid.size * padding, width = cells.length() - aside * 2;
  const Range rows{1 + padding, grid.rows - padding};
  const Length height = cells.row_end(rows.last) - cells.row_start(rows.first);
  TextArea::Shape shape = grid;
  if (frame.has_own_grid()) shape.size = frame.size, shape.pitch = frame.pitch;
  const int count = frame.legs.value > 0 ? frame.legs.value : grid.legs;
  const Legs legs = legs_over(width, count, shape.size, layout.grid.gap);
  shape.legs = count;
  shape.measure = shape.size * legs.measure;
  shape.gaps = count > 1 ? legs.gaps : Length();
  shape.rows = rows.count();
  if (frame.has_own_grid()) {
    const auto gaps = static_cast<int>((height - shape.size + shape.pitch / 2).units() / shape.pitch.units());
    shape.rows = gaps + 1;
    if (gaps > 0) shape.pitch = Length::units((height - shape.size).units() / gaps);
  }
  // One leg that is not as wide as the box stands in its middle.
  const Length shift = count == 1 && frame.box ? legs.remainder / 2 : Length();
  out.area = {shape, cells.at(aside + shift, cells.row_start(rows.first))};
  out.note = note_of(frame, legs, shape.size);
  return out;
}

Rect furniture_box(const Frame& frame, const TextArea& page_area, int page) {
  Rect box = page_area.area(frame.columns.value, frame.rows.value);
  if (!frame.outside) return box;
  const Rect type = page_area.box();
  const Length gap = frame.outside->gap, depth = frame.outside->depth;
  switch (PageLayout::edge_of(*frame.outside, page)) {
    case Outside::Edge::kTop:
      return {box.x, type.y - gap - depth, box.width, depth};
    case Outside::Edge::kBottom:
      return {box.x, type.bottom() + gap, box.width, depth};
    case Outside::Edge::kLeft:
    case Outside::Edge::kInner:
      return {type.x - gap - depth, box.y, depth, box.height};
    case Outside::Edge::kRight:
    case Outside::Edge::kOuter:
      break;
  }
  return {type.right() + gap, box.y, depth, box.height};
}

std::vector<Obstacle> obstacles_of(const Frame& other, const TextArea& area, const PageLayout& layout) {
  const TextArea page = page_area(layout);
  std::vector<Obstacle> out;
  for (const Cells& c : other.cells()) {
    const Rect taken = page.area(c.columns.value, c.rows.value);
    out.push_back({area.local(taken), Obstacle::Kind::kForeign});
  }
  return out;
}

}  // namespace banxin
