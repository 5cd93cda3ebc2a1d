#include "read/furniture_place.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "base/json.h"

namespace banxin {

namespace {

using Edge = Outside::Edge;

std::string millimetres(Length length) { return json_number(length.mm(), 1) + "mm"; }

bool is_across(Edge edge) { return edge == Edge::kTop || edge == Edge::kBottom; }

/// What the page leaves beside its type area at that edge; of inner and outer the smaller of both.
Length margin_at(Edge edge, const PageLayout& layout) {
  const Rect type = layout.type_area();
  const Length right = layout.width - type.right();
  switch (edge) {
    case Edge::kTop:
      return type.y;
    case Edge::kBottom:
      return layout.height - type.bottom();
    case Edge::kLeft:
      return type.x;
    case Edge::kRight:
      return right;
    case Edge::kInner:
    case Edge::kOuter:
      break;
  }
  return std::min(type.x, right);
}

/// It runs along columns or rows of the type area, all of them as a rule.
void read_along(const Fields& keys, const GridSpec& grid, Frame& frame, Reading& in) {
  const bool columns = is_across(frame.outside->edge) == (grid.writing == WritingMode::kHorizontal);
  const char* const along = columns ? "columns" : "rows";
  const char* const other = columns ? "rows" : "columns";
  frame.columns.value = {1, grid.columns}, frame.rows.value = {1, grid.rows};
  keys.range(along, columns ? frame.columns : frame.rows);
  if (!keys.has(other)) return;
  in.error(
      "outside-cells", keys.where(other),
      "frame " + in_quotes(frame.name.value) + " stands outside the type area and takes none of its " + other,
      std::string("leave `") + other + "` out; `" + along + "` says how far it runs along the edge");
}

void read_outside(const Fields& place, const PageLayout& layout, Length line, Frame& frame, Reading& in) {
  const Units units{.character = layout.grid.size, .row = layout.grid.pitch};
  frame.outside->depth = line;
  place.word("edge", frame.outside->edge);
  const Edge edge = frame.outside->edge;
  if (layout.is_spread() && (edge == Edge::kInner || edge == Edge::kOuter)) {
    in.error("outside-on-spread", place.where("edge"),
             "a spread is two pages, whose type area goes over the fold: it has no inner and outer edge",
             "write left or right; what stands in the fold takes columns");
  }
  place.length("gap", units, frame.outside->gap);
  const bool has_depth = place.length("depth", units, frame.outside->depth);
  if (!has_depth && line == Length()) {
    in.error("missing-key", place.where("edge"),
             "frame " + in_quotes(frame.name.value) + " needs a depth: how far it reaches from the type area",
             "write depth: 8mm");
  }
}

void check_on_page(SourceSpan where, const PageLayout& layout, const Frame& frame, Reading& in) {
  const Length wanted = frame.outside->gap + frame.outside->depth;
  const Length room = margin_at(frame.outside->edge, layout);
  if (wanted <= room || layout.grid.size <= Length()) return;
  in.error("off-page", where,
           "frame " + in_quotes(frame.name.value) + " takes " + millimetres(wanted) +
               " beside the type area; the margin there is " + millimetres(room),
           "make it less deep, or move the type area by the page's margins");
}

}  // namespace

void read_place(const Fields& keys, const PageLayout& layout, Length line, Frame& frame, Reading& in) {
  const YamlNode* node = keys.node("outside");
  if (node == nullptr) {
    const bool has_columns = keys.range("columns", frame.columns), has_rows = keys.range("rows", frame.rows);
    if (has_columns && has_rows) return;
    if ((has_columns || !keys.was_written("columns")) && (has_rows || !keys.was_written("rows"))) {
      in.error("missing-key", frame.name.where,
               "frame " + in_quotes(frame.name.value) + " needs columns and rows",
               "or `outside: {edge: left, depth: 8mm}`, which puts it beside the type area");
    }
    return;
  }
  frame.outside.emplace();
  read_outside(Fields(*node, keys.where("outside"), kOutsideKind, in), layout, line, frame, in);
  read_along(keys, layout.grid, frame, in);
  check_on_page(keys.where("outside"), layout, frame, in);
}

void read_margin(const Fields& keys, const PageLayout& layout, Length line, Frame& frame, Reading& in) {
  frame.outside = Outside{Edge::kTop, {}, line};
  keys.length("margin", {}, frame.outside->gap);
  read_along(keys, layout.grid, frame, in);
  check_on_page(keys.where("margin"), layout, frame, in);
}

}  // namespace banxin
