#include "layout/text_area.h"

namespace banxin {

TextArea page_area(const PageLayout& layout) {
  const GridSpec& grid = layout.grid;
  const Rect type = layout.type_area();
  const TextArea::Shape shape{.writing = grid.writing,
                              .size = grid.size,
                              .pitch = grid.pitch,
                              .measure = grid.span(1),
                              .gaps = grid.span(grid.columns) - grid.span(1) * grid.columns,
                              .legs = grid.columns,
                              .rows = grid.rows};
  return area_in(type, shape);
}

TextArea area_in(const Rect& box, const TextArea::Shape& shape) {
  return {shape, shape.writing == WritingMode::kVertical ? Point{box.right(), box.y} : Point{box.x, box.y}};
}

}  // namespace banxin
