#include "layout/placeholder.h"

#include <span>
#include <string>

#include "layout/headline.h"

namespace banxin {

void draw_placeholder(const Frame& frame, const Setter& setter, PlacedPage& page) {
  constexpr Ink kGrey{0, 0, 0, 200};
  const FrameArea area = frame_area(frame, setter.layout());
  TextPlace place{area.area, {}, frame.name.value, 1, false, 0};
  for (const LocalRect& hole : area.holes) place.obstacles.push_back({hole, Obstacle::Kind::kForeign});
  for (const Cells& cells : frame.cells()) {
    const Rect box = page_area(setter.layout()).area(cells.columns.value, cells.rows.value);
    page.items.emplace_back(DrawRule{kArtifact, box, kGrey});
  }
  const std::vector<Slot> slots = make_slots({place});
  if (slots.empty()) return;
  Length room;
  for (const Slot& slot : slots) room += slot.measure;
  const auto characters = room.units() / area.area.shape().size.units();
  const std::string capacity = std::to_string(slots.size()) + "行 " + std::to_string(characters) + "字";
  const Style& style = setter.style("strong");
  Length baseline = area.area.row_start(slots.front().row) + setter.ascent(style);
  for (const std::string& text : {frame.name.value, capacity}) {
    const Copy copy{text, {{0, frame.name.where}}};
    const TextToSet to_set{copy.text,
                           {{0, copy.text.size(), style.font, style.size, style.ink, style.tracking}},
                           style.size,
                           setter.layout().setting};
    ShapedCopy shaped{&copy, to_set, setter.shape_trial(to_set)};
    const Length measure = slots.front().measure;
    const BreakOptions options{.justify = false};
    for (const Line& line : break_lines(shaped.shaped, std::span(&measure, 1), options).lines) {
      draw_line(shaped, line, options, area.area.at(slots.front().u, baseline), kArtifact, page.items);
      baseline += area.area.shape().pitch;
    }
  }
}

}  // namespace banxin
