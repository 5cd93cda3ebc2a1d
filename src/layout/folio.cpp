#include "layout/folio.h"

#include <algorithm>

#include "layout/edges.h"
#include "layout/frame_area.h"
#include "layout/furniture_text.h"
#include "layout/headline.h"

namespace banxin {

namespace {

using FolioPart = std::pair<FurnitureRow, Align>;

/// No part may meet another, or leave the folio.
void check_width(const Frame& frame, const std::vector<FolioPart>& parts, const Rect& box, Length gap,
                 const Setter& setter) {
  std::vector<std::pair<Length, Length>> taken;  // from, to
  for (const auto& [row, align] : parts) {
    const Length from = aligned(align, box.width, row.natural);
    taken.emplace_back(from, from + row.natural);
  }
  std::sort(taken.begin(), taken.end());
  bool meet = !taken.empty() && (taken.front().first < Length() || taken.back().second > box.width);
  for (std::size_t i = 1; i < taken.size(); ++i) meet |= taken[i - 1].second + gap / 2 > taken[i].first;
  if (!meet) return;
  setter.error("folio-too-wide", frame.name.where,
               "the parts of folio '" + frame.name.value + "' meet one another",
               "shorten them, set them smaller, or move one to another folio");
}

}  // namespace

void draw_folio(const Frame& frame, const FieldValues& fields, const Setter& setter, const TextArea& grid,
                PlacedPage& page) {
  const Style& style = setter.style("folio");
  const FurnitureLook look{&style, &setter.style("folio-number"), &setter.style("folio-small"), &style, true};
  const Rect box = furniture_box(frame, grid, page.number);
  const bool odd = fields.page_number() % 2 != 0;
  const std::pair<const FieldText*, Align> parts[] = {{&frame.left, Align::kStart},
                                                      {&frame.centre, Align::kCentre},
                                                      {&frame.right, Align::kEnd},
                                                      {&frame.inner, odd ? Align::kStart : Align::kEnd},
                                                      {&frame.outer, odd ? Align::kEnd : Align::kStart}};
  std::vector<FolioPart> rows;
  Length ascent = setter.ascent(style), size = style.size;
  for (const auto& [text, align] : parts) {
    if (text->value.empty()) continue;
    FurnitureRow row = set_one_line(*text, fields, look, setter);
    if (row.pieces.empty()) continue;
    ascent = std::max(ascent, row.ascent), size = std::max(size, row.size);
    rows.emplace_back(std::move(row), align);
  }
  check_width(frame, rows, box, style.size, setter);
  for (const auto& [row, align] : rows) {
    const Length x = box.x + aligned(align, box.width, row.natural);
    draw_row(row, {x, box.y + ascent - row.ascent}, row.natural, kArtifact, page.items);
  }
  const Length y = box.y + size + (style.pitch - style.size) / 2;
  draw_rule_across(frame.rule, {box.x, y}, box.width, style.ink, page);
}

}  // namespace banxin
