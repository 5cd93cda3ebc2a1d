// Boxes and edge rules of furniture: 线框, 文武线, 底纹.
#pragma once

#include <optional>
#include <vector>

#include "document/furniture.h"
#include "page/page.h"

namespace banxin {

/// One line of a rule: how far its outer edge is from the rule's, and how thick it is.
struct RuleLine {
  Length from, thickness;
};

/// The lines that it is made of, from outside to inside; none when it has no thickness.
std::vector<RuleLine> lines_of(const EdgeRule& rule);

/// How far the rule reaches from its outer edge inwards.
Length depth_of(const EdgeRule& rule);

/// Along the inside of the four edges of `area`.
void draw_box(const EdgeRule& rule, const Rect& area, Ink ink, std::vector<DrawItem>& items);
/// From `start` to the right, its outer edge up.
void draw_rule_across(const EdgeRule& rule, Point start, Length length, Ink ink, PlacedPage& page);
/// From `start` down, its outer edge on the left.
void draw_rule_down(const EdgeRule& rule, Point start, Length length, Ink ink, PlacedPage& page);
void draw_tint(const std::optional<Ink>& tint, const Rect& area, PlacedPage& page);

/// `area` without `by` at each edge.
Rect inset(const Rect& area, Length by);

}  // namespace banxin
