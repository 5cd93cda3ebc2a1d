#include "layout/folio.h"

#include <algorithm>

#include "layout/edges.h"
#include "layout/furniture_text.h"
#include "layout/headline.h"

namespace banxin {

namespace {

/// Its rows and columns, or the margin above the type area.
Rect folio_box(const Frame& frame, const Style& style, const TextArea& grid) {
  if (!frame.margin) return grid.area(frame.columns.value, frame.rows.value);
  const Rect type = grid.box();
  return {type.x, type.y - *frame.margin - style.pitch, type.width, style.pitch};
}

}  // namespace

void draw_folio(const Frame& frame, const FieldValues& fields, const Setter& setter, const TextArea& grid,
                PlacedPage& page) {
  const Style& style = setter.style("folio");
  const FurnitureLook look{&style, &setter.style("folio-number"), &setter.style("folio-small"), &style, true};
  const Rect box = folio_box(frame, style, grid);
  const bool odd = fields.page_number() % 2 != 0;
  const std::pair<const FieldText*, Align> parts[] = {{&frame.left, Align::kStart},
                                                      {&frame.centre, Align::kCentre},
                                                      {&frame.right, Align::kEnd},
                                                      {&frame.inner, odd ? Align::kStart : Align::kEnd},
                                                      {&frame.outer, odd ? Align::kEnd : Align::kStart}};
  std::vector<std::pair<FurnitureRow, Align>> rows;
  Length ascent = setter.ascent(style), size = style.size;
  for (const auto& [text, align] : parts) {
    if (text->value.empty()) continue;
    FurnitureRow row = set_one_line(*text, fields, look, setter);
    if (row.pieces.empty()) continue;
    ascent = std::max(ascent, row.ascent), size = std::max(size, row.size);
    rows.emplace_back(std::move(row), align);
  }
  for (const auto& [row, align] : rows) {
    const Length x = box.x + aligned(align, box.width, row.natural);
    draw_row(row, {x, box.y + ascent - row.ascent}, row.natural, kArtifact, page.items);
  }
  const Length y = box.y + size + (style.pitch - style.size) / 2;
  draw_rule_across(frame.rule, {box.x, y}, box.width, style.ink, page);
}

}  // namespace banxin
