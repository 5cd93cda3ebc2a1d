#include "layout/edges.h"

#include <algorithm>
#include <vector>

namespace banxin {

namespace {

constexpr Length kThin = Length::points(0.25);  ///< the thin one of a pair

/// One line of a rule: how far its outer edge is from the rule's, and how thick it is.
struct Stroke {
  Length from, thickness;
};

/// The pair stands as far apart as the thick one is thick, a point at least.
std::vector<Stroke> strokes_of(const EdgeRule& rule) {
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

void add(const Rect& box, Ink ink, PlacedPage& page) {
  page.items.emplace_back(DrawRule{kArtifact, box, ink});
}

}  // namespace

Rect inset(const Rect& area, Length by) {
  return {area.x + by, area.y + by, area.width - 2 * by, area.height - 2 * by};
}

Length depth_of(const EdgeRule& rule) {
  if (rule.thickness <= Length()) return {};
  const Stroke last = strokes_of(rule).back();
  return last.from + last.thickness;
}

void draw_box(const EdgeRule& rule, const Rect& area, Ink ink, PlacedPage& page) {
  if (rule.thickness <= Length()) return;
  for (const Stroke& stroke : strokes_of(rule)) {
    const Rect edge = inset(area, stroke.from);
    const Length t = stroke.thickness;
    add({edge.x, edge.y, edge.width, t}, ink, page);
    add({edge.x, edge.bottom() - t, edge.width, t}, ink, page);
    add({edge.x, edge.y + t, t, edge.height - 2 * t}, ink, page);
    add({edge.right() - t, edge.y + t, t, edge.height - 2 * t}, ink, page);
  }
}

void draw_rule_across(const EdgeRule& rule, Point start, Length length, Ink ink, PlacedPage& page) {
  if (rule.thickness <= Length()) return;
  for (const Stroke& stroke : strokes_of(rule)) {
    add({start.x, start.y + stroke.from, length, stroke.thickness}, ink, page);
  }
}

void draw_rule_down(const EdgeRule& rule, Point start, Length length, Ink ink, PlacedPage& page) {
  if (rule.thickness <= Length()) return;
  for (const Stroke& stroke : strokes_of(rule)) {
    add({start.x + stroke.from, start.y, stroke.thickness, length}, ink, page);
  }
}

void draw_tint(const std::optional<Ink>& tint, const Rect& area, PlacedPage& page) {
  if (tint) add(area, *tint, page);
}

}  // namespace banxin
