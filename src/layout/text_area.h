// The one place where lines and legs become paper: a text area of legs × rows, in coordinates of its own.
//
// Stories are set in local coordinates, u along the line and v across the lines:
//
//   horizontal 横排                      vertical 竖排
//   u → right, v ↓ down                  u ↓ down, v ← leftwards
//   ┌ corner: top left                           corner: top right ┐
//   │ leg 1     leg 2     leg 3                    row 3 row 2 row 1│
//   │ row 1 ──  row 1 ──  row 1 ──                   │     │     │  │ leg 1 (段)
//   │ row 2 ──  row 2 ──  row 2 ──                   │     │     │  │ leg 2
//
// Legs follow one another along u with a gap, rows along v at the pitch, in either mode; so slots, flow, fit,
// headline groups and blocks never ask which mode it is. at() and rect() are the whole mapping.
#pragma once

#include "base/geometry.h"
#include "document/layout_spec.h"

namespace banxin {

/// A rectangle in the coordinates of a text area.
struct LocalRect {
  Length u, v;
  Length length;  ///< along u
  Length depth;   ///< along v
  /// Whether the two share an area; rectangles that only touch do not.
  constexpr bool overlaps(const LocalRect& o) const {
    return u < o.u + o.length && o.u < u + length && v < o.v + o.depth && o.v < v + depth;
  }
};

/// Legs and rows are 1-based. A row is the em box of a body line: it starts a whole number of pitches from
/// the corner, whatever face stands in it (leading comes from the grid, never from a font).
class TextArea {
 public:
  /// `gaps`: all gaps between the legs together, shared out evenly.
  struct Shape {
    WritingMode writing = WritingMode::kHorizontal;
    Length size;     ///< one 字
    Length pitch;    ///< one 行
    Length measure;  ///< of one leg
    Length gaps;     ///< all gaps between the legs together, shared out evenly
    int legs = 1, rows = 1;
  };

  TextArea() = default;
  /// `corner`: top left on paper of horizontal text, top right of vertical.
  TextArea(const Shape& shape, Point corner) : shape_(shape), corner_(corner) {}

  const Shape& shape() const { return shape_; }
  Range all_legs() const { return {1, shape_.legs}; }
  Range all_rows() const { return {1, shape_.rows}; }

  Length leg_start(int leg) const {
    const Length gaps =
        shape_.legs > 1 ? Length::units(mul_div(shape_.gaps.units(), leg - 1, shape_.legs - 1)) : Length();
    return shape_.measure * (leg - 1) + gaps;
  }
  Length leg_end(int leg) const { return leg_start(leg) + shape_.measure; }
  Length row_start(int row) const { return shape_.pitch * (row - 1); }
  Length row_end(int row) const { return row_start(row) + shape_.size; }
  /// From the start of the first leg to the end of the last.
  Length span(Range legs) const { return leg_end(legs.last) - leg_start(legs.first); }
  Length length() const { return span(all_legs()); }
  /// Em boxes of the rows and the gaps between them.
  LocalRect cells(Range legs, Range rows) const {
    const Length u = leg_start(legs.first), v = row_start(rows.first);
    return {u, v, leg_end(legs.last) - u, row_end(rows.last) - v};
  }

  /// On paper.
  Point at(Length u, Length v) const {
    return shape_.writing == WritingMode::kVertical ? Point{corner_.x - v, corner_.y + u}
                                                    : Point{corner_.x + u, corner_.y + v};
  }
  Rect rect(const LocalRect& r) const {
    const Point start = at(r.u, r.v);
    return shape_.writing == WritingMode::kVertical ? Rect{start.x - r.depth, start.y, r.depth, r.length}
                                                    : Rect{start.x, start.y, r.length, r.depth};
  }
  Rect area(Range legs, Range rows) const { return rect(cells(legs, rows)); }
  /// The way back.
  LocalRect local(const Rect& r) const {
    return shape_.writing == WritingMode::kVertical
               ? LocalRect{r.y - corner_.y, corner_.x - r.right(), r.height, r.width}
               : LocalRect{r.x - corner_.x, r.y - corner_.y, r.width, r.height};
  }
  Rect box() const { return area(all_legs(), all_rows()); }

  /// The part of it that these legs and rows are, with its own leg 1 and row 1.
  TextArea part(Range legs, Range rows) const {
    Shape shape = shape_;
    shape.legs = legs.count(), shape.rows = rows.count();
    shape.gaps = span(legs) - shape_.measure * shape.legs;
    return {shape, at(leg_start(legs.first), row_start(rows.first))};
  }

  /// One leg that keeps `characters` 字 from the ends of its lines and as many rows from the first and last.
  TextArea inset(int characters) const {
    Shape shape = shape_;
    shape.measure = length() - shape_.size * (2 * characters), shape.gaps = Length();
    shape.legs = 1, shape.rows = shape_.rows - 2 * characters;
    return {shape, at(shape_.size * characters, row_start(1 + characters))};
  }

 private:
  Shape shape_;
  Point corner_;
};

/// Legs of the same measure and rows of a pitch in a box on paper; what the rows leave over is at the end.
TextArea area_in(const Rect& box, const TextArea::Shape& shape);

/// The type area 版心 of a page: its basic columns are the legs.
TextArea page_area(const PageLayout& layout);

}  // namespace banxin
