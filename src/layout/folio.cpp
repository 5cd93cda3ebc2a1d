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

/// On one page; `outer_right`: the right edge is its outer one.
void draw_on_page(const Frame& frame, const FieldValues& fields, const Rect& box, bool outer_right,
                  const Setter& setter, PlacedPage& page) {
  const Style& style = setter.style("folio");
  const FurnitureLook look{&style, &setter.style("folio-number"), &setter.style("folio-small"), &style, true};
  const std::pair<const FieldText*, Align> parts[] = {
      {&frame.left, Align::kStart},
      {&frame.centre, Align::kCentre},
      {&frame.right, Align::kEnd},
      {&frame.inner, outer_right ? Align::kStart : Align::kEnd},
      {&frame.outer, outer_right ? Align::kEnd : Align::kStart}};
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

}  // namespace

void draw_folio(const Frame& frame, const FieldValues& fields, const Setter& setter, const TextArea& grid,
                PlacedPage& page) {
  const PageLayout& layout = setter.layout();
  const Rect box = furniture_box(frame, grid, page.number);
  if (!page.spread) {
    return draw_on_page(frame, fields, box, fields.page_number() % 2 != 0, setter, page);
  }
  const int left = page.number + (layout.grid.writing == WritingMode::kVertical ? 1 : 0);
  const int right = 2 * page.number + 1 - left;
  const Rect fold = layout.fold_zone();
  if (box.x < fold.x) {
    const Length end = std::min(box.right(), fold.x);
    draw_on_page(frame, fields.on_page(left), {box.x, box.y, end - box.x, box.height}, false, setter, page);
  }
  if (box.right() > fold.right()) {
    const Length start = std::max(box.x, fold.right());
    draw_on_page(frame, fields.on_page(right), {start, box.y, box.right() - start, box.height}, true, setter,
                 page);
  }
}

}  // namespace banxin
