#include "layout/border.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

#include "layout/edges.h"

namespace banxin {

namespace {

/// The rule that a straight border is; without thickness for none.
EdgeRule rule_of(const Border& border) {
  switch (border.form) {
    case Border::Form::kNone:
      return {};
    case Border::Form::kPair:
      return {border.thickness, EdgeRule::Form::kThickThin};
    case Border::Form::kDouble:
      return {border.thickness, EdgeRule::Form::kDouble};
    default:
      return {border.thickness, EdgeRule::Form::kPlain};
  }
}

bool is_ornament(Border::Form form) { return form >= Border::Form::kWave; }

void add_rule(const Rect& box, const Border& border, std::vector<DrawItem>& items) {
  items.emplace_back(DrawRule{kArtifact, box, border.ink});
}

/// One side of a border: `at` goes along it, `in` from it to the inside.
struct Side {
  Point start;
  int x, y;  ///< direction: one of them ±1
  Length length;
  Point at(Length along, Length in) const {
    return {start.x + along * x - in * y, start.y + along * y + in * x};
  }
};

/// The unit of an ornament is repeated a whole number of times. `size`: its width and depth.
class Ornament {
 public:
  Ornament(const Border& border, std::vector<DrawItem>& items)
      : border_(border), items_(items), size_(border.thickness * 6) {}

  Length size() const { return size_; }

  void side(const Side& side) {
    const auto count = std::max<std::int64_t>(1, (side.length + size_ / 2).units() / size_.units());
    if (border_.form == Border::Form::kWave) return wave(side, count);
    for (std::int64_t i = 0; i < count; ++i) {
      unit(side, side.length * i / count, side.length * (i + 1) / count - side.length * i / count);
    }
  }

 private:
  void stroke(std::vector<Point> points) {
    items_.emplace_back(DrawStroke{kArtifact, std::move(points), border_.thickness, border_.ink});
  }

  void wave(const Side& side, std::int64_t count) {
    constexpr int kSteps = 12;
    std::vector<Point> points;
    for (std::int64_t i = 0; i <= count * kSteps; ++i) {
      const double turn = 2 * std::numbers::pi * static_cast<double>(i % kSteps) / kSteps;
      const Length in =
          size_ / 2 - Length::units(std::llround(std::sin(turn) * 0.3 * static_cast<double>(size_.units())));
      points.push_back(side.at(side.length * i / (count * kSteps), in));
    }
    stroke(std::move(points));
  }

  /// One unit from `from` on, `length` long; fractions of it, across of its size.
  void unit(const Side& side, Length from, Length length) {
    const auto at = [&](int along, int in) {  // in eighths
      return side.at(from + length * along / 8, size_ * in / 8);
    };
    if (border_.form == Border::Form::kDots) {
      items_.emplace_back(DrawStroke{kArtifact, {at(4, 4)}, size_ / 3, border_.ink});
    } else if (border_.form == Border::Form::kLozenges) {
      stroke({at(1, 4), at(4, 1), at(7, 4), at(4, 7), at(1, 4)});
      items_.emplace_back(DrawStroke{kArtifact, {at(4, 4)}, border_.thickness * 3 / 2, border_.ink});
    } else {  // 回纹: in from the outer edge, round, and out again
      stroke({at(0, 7), at(0, 1), at(6, 1), at(6, 5), at(3, 5), at(3, 3)});
      stroke({at(0, 7), at(8, 7)});
    }
  }

  const Border& border_;
  std::vector<DrawItem>& items_;
  Length size_;
};

/// Corners are one unit of the ornament each: the sides run between them.
void draw_ornaments(const Border& border, const Rect& box, std::vector<DrawItem>& items) {
  Ornament ornament(border, items);
  const Length corner = border.form == Border::Form::kWave ? Length() : ornament.size();
  const Length inset = border.form == Border::Form::kWave ? ornament.size() / 2 : Length();
  const Length across = box.width - corner * 2, down = box.height - corner * 2;
  if (across <= Length() || down <= Length()) return;
  if (border.form == Border::Form::kWave) {  // the wave goes round: its middle on the four sides
    const Rect middle{box.x + inset, box.y + inset, box.width - inset * 2, box.height - inset * 2};
    const auto outward = [&](Point p, int x, int y) { return Point{p.x + inset * x, p.y + inset * y}; };
    ornament.side({outward({middle.x, middle.y}, 0, -1), 1, 0, middle.width});
    ornament.side({outward({middle.right(), middle.y}, 1, 0), 0, 1, middle.height});
    ornament.side({outward({middle.right(), middle.bottom()}, 0, 1), -1, 0, middle.width});
    ornament.side({outward({middle.x, middle.bottom()}, -1, 0), 0, -1, middle.height});
    return;
  }
  ornament.side({{box.x + corner, box.y}, 1, 0, across});
  ornament.side({{box.right() - corner, box.y}, 1, 0, corner});
  ornament.side({{box.right(), box.y + corner}, 0, 1, down});
  ornament.side({{box.right(), box.bottom() - corner}, 0, 1, corner});
  ornament.side({{box.right() - corner, box.bottom()}, -1, 0, across});
  ornament.side({{box.x + corner, box.bottom()}, -1, 0, corner});
  ornament.side({{box.x, box.bottom() - corner}, 0, -1, down});
  ornament.side({{box.x, box.y + corner}, 0, -1, corner});
}

}  // namespace

void draw_border(const Border& border, const Rect& box, std::vector<DrawItem>& items) {
  if (is_ornament(border.form)) return draw_ornaments(border, box, items);
  draw_box(rule_of(border), box, border.ink, items);
}

void draw_border_line(const Border& border, Point start, Length length, Heading heading,
                      std::vector<DrawItem>& items) {
  const bool across = heading == Heading::kAcross;
  if (is_ornament(border.form)) {
    Ornament ornament(border, items);
    const Length half = ornament.size() / 2;
    ornament.side(across ? Side{{start.x, start.y - half}, 1, 0, length}
                         : Side{{start.x + half, start.y}, 0, 1, length});
    return;
  }
  const std::vector<RuleLine> lines = lines_of(rule_of(border));
  if (lines.empty()) return;
  const Length half = depth_of(rule_of(border)) / 2;
  for (const RuleLine& line : lines) {
    const Length off = line.from - half;
    add_rule(across ? Rect{start.x, start.y + off, length, line.thickness}
                    : Rect{start.x + off, start.y, line.thickness, length},
             border, items);
  }
}

}  // namespace banxin
