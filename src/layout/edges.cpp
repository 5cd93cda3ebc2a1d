#include "layout/edges.h"

#include <algorithm>
#include <vector>

#include "document/style.h"

namespace banxin {

namespace {

constexpr Length kThin = kThinRule;  ///< the thin one of a pair

void add(const Rect& box, Ink ink, std::vector<DrawItem>& items) {
  items.emplace_back(DrawRule{kArtifact, box, ink});
}

}  // namespace

/// The pair stands as far apart as the thick one is thick, a point at least.
std::vector<RuleLine> lines_of(const EdgeRule& rule) {
  if (rule.thickness <= Length()) return {};
  const Length thick = rule.thickness, gap = std::max(thick, Length::points(1));
  switch (rule.form) {
    case EdgeRule::Form::kPlain:
      break;
    case EdgeRule::Form::kThickThin:
      return {{Length(), thick}, {thick + gap, kThin}};
    case EdgeRule::Form::kThinThick:
      return {{Length(), kThin}, {kThin + gap, thick}};
    case EdgeRule::Form::kDouble:
      return {{Length(), thick}, {thick + gap, thick}};
  }
  return {{Length(), thick}};
}

Rect inset(const Rect& area, Length by) {
  return {area.x + by, area.y + by, area.width - 2 * by, area.height - 2 * by};
}

Length depth_of(const EdgeRule& rule) {
  const std::vector<RuleLine> lines = lines_of(rule);
  return lines.empty() ? Length() : lines.back().from + lines.back().thickness;
}

void draw_box(const EdgeRule& rule, const Rect& area, Ink ink, std::vector<DrawItem>& items) {
  for (const RuleLine& line : lines_of(rule)) {
    const Rect edge = inset(area, line.from);
    const Length t = line.thickness;
    add({edge.x, edge.y, edge.width, t}, ink, items);
    add({edge.x, edge.bottom() - t, edge.width, t}, ink, items);
    add({edge.x, edge.y + t, t, edge.height - 2 * t}, ink, items);
    add({edge.right() - t, edge.y + t, t, edge.height - 2 * t}, ink, items);
  }
}

void draw_rule_across(const EdgeRule& rule, Point start, Length length, Ink ink, PlacedPage& page) {
  for (const RuleLine& line : lines_of(rule)) {
    add({start.x, start.y + line.from, length, line.thickness}, ink, page.items);
  }
}

void draw_rule_down(const EdgeRule& rule, Point start, Length length, Ink ink, PlacedPage& page) {
  for (const RuleLine& line : lines_of(rule)) {
    add({start.x + line.from, start.y, line.thickness, length}, ink, page.items);
  }
}

void draw_tint(const std::optional<Ink>& tint, const Rect& area, PlacedPage& page) {
  if (tint) add(area, *tint, page.items);
}

}  // namespace banxin
