#include "preview/overlay.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "preview/label.h"

namespace banxin {

namespace {

constexpr Length kHair = Length::points(0.35), kLine = Length::points(0.8);
constexpr Ink kColumnTint{60, 10, 0, 0}, kSlotTint{0, 40, 120, 0};
constexpr Ink kGridInk{350, 80, 0, 0}, kSlotInk{0, 180, 500, 0}, kBaselineInk{0, 450, 150, 0};
constexpr Ink kFrameInk{850, 350, 0, 0}, kFurnitureInk{0, 0, 0, 450}, kOrderInk{100, 750, 700, 0};

class Overlayer {
 public:
  Overlayer(const PageMap& map, const FontSet& fonts, Length label)
      : map_(map), fonts_(fonts), label_(label) {}

  void grid() {
    for (const Rect& column : map_.columns) {
      below(column, kColumnTint);
      outline(column, kHair, kGridInk);
    }
    for (const Length row : map_.rows) across(map_.columns.front().x, row, right(), kHair, kGridInk);
  }

  void slots() {
    for (const PageMap::Slot& slot : map_.slots) {
      below(slot.box, kSlotTint);
      outline(slot.box, kHair, kSlotInk);
    }
  }

  void baselines() {
    for (const Length y : map_.baselines) across(map_.columns.front().x, y, right(), kHair, kBaselineInk);
  }

  void frames() {
    for (const PageMap::Frame& frame : map_.frames) {
      if (frame.line) continue;
      outline(frame.box, kLine, frame.furniture ? kFurnitureInk : kFrameInk);
      std::string label = frame.name + "  " + measure_in_words(frame);
      if (frame.capacity > 0) label += "  " + std::to_string(frame.capacity) + "字";
      flag(label, {frame.box.x, frame.box.y}, frame.furniture ? kFurnitureInk : kFrameInk);
    }
  }

  void order() {
    for (const PageMap::Path& path : map_.order) {
      for (std::size_t i = 0; i + 1 < path.points.size(); ++i) arrow(path.points[i], path.points[i + 1]);
      const Point start = path.points.front();
      above_.emplace_back(DrawStroke{kArtifact, {start}, label_, kOrderInk});
    }
  }

  void into(PlacedPage& page) {
    page.items.insert(page.items.begin(), below_.begin(), below_.end());
    page.items.insert(page.items.end(), above_.begin(), above_.end());
  }

 private:
  Length right() const { return map_.columns.back().right(); }
  void below(const Rect& box, Ink ink) { below_.emplace_back(DrawRule{kArtifact, box, ink}); }
  void rule(const Rect& box, Ink ink) { above_.emplace_back(DrawRule{kArtifact, box, ink}); }
  void across(Length x, Length y, Length end, Length width, Ink ink) {
    rule({x, y - width / 2, end - x, width}, ink);
  }
  void outline(const Rect& box, Length width, Ink ink) {
    across(box.x, box.y, box.right(), width, ink);
    across(box.x, box.bottom(), box.right(), width, ink);
    rule({box.x - width / 2, box.y, width, box.height}, ink);
    rule({box.right() - width / 2, box.y, width, box.height}, ink);
  }

  /// A label in a white flag with its foot on `corner`, or inside when it would leave the page.
  void flag(const std::string& text, Point corner, Ink ink) {
    std::vector<DrawItem> words;
    const Length pad = label_ / 4, high = label_ + pad * 2;
    const Length top = corner.y >= high ? corner.y - high : corner.y;
    const Length wide = draw_label(text, {corner.x + pad, top + pad + Em::of(0.86).at(label_)}, label_,
                                   kWhite, fonts_, words);
    rule({corner.x - kLine / 2, top, wide + pad * 2, high}, ink);
    above_.insert(above_.end(), words.begin(), words.end());
  }

  void arrow(Point from, Point to) {
    above_.emplace_back(DrawStroke{kArtifact, {from, to}, kLine, kOrderInk});
    const double dx = (to.x - from.x).pt(), dy = (to.y - from.y).pt();
    const double length = std::max(std::hypot(dx, dy), 1e-6), head = 6;
    const auto barb = [&](double side) {
      const double bx = -dx + side * dy, by = -dy - side * dx, scale = head / (length * std::hypot(1, side));
      return Point{to.x + Length::points(bx * scale), to.y + Length::points(by * scale)};
    };
    above_.emplace_back(DrawStroke{kArtifact, {barb(0.45), to, barb(-0.45)}, kLine, kOrderInk});
  }

  const PageMap& map_;
  const FontSet& fonts_;
  Length label_;
  std::vector<DrawItem> below_, above_;
};

}  // namespace

std::optional<Overlays> overlays_named(const std::string& list, std::string& problem) {
  Overlays out;
  const std::array<std::pair<const char*, bool Overlays::*>, 5> names = {{{"grid", &Overlays::grid},
                                                                          {"frames", &Overlays::frames},
                                                                          {"slots", &Overlays::slots},
                                                                          {"baselines", &Overlays::baselines},
                                                                          {"order", &Overlays::order}}};
  for (std::size_t begin = 0; begin < list.size();) {
    const std::size_t end = std::min(list.find(',', begin), list.size());
    const std::string word = list.substr(begin, end - begin);
    bool known = false;
    for (const auto& [name, member] : names) {
      if (word == name) out.*member = known = true;
    }
    if (!known) {
      problem = "there is no overlay '" + word + "': write grid, frames, slots, baselines, order";
      return std::nullopt;
    }
    begin = end + 1;
  }
  return out;
}

void add_overlays(const Overlays& overlays, const PageMap& map, const FontSet& fonts, PlacedPage& page,
                  Length label) {
  Overlayer overlayer(map, fonts, label);
  if (overlays.grid) overlayer.grid();
  if (overlays.slots) overlayer.slots();
  if (overlays.baselines) overlayer.baselines();
  if (overlays.frames) overlayer.frames();
  if (overlays.order) overlayer.order();
  overlayer.into(page);
}

}  // namespace banxin
