// Points and rectangles on the page. Origin: top left of the trim box; x to the right, y down.
#pragma once

#include <algorithm>

#include "base/length.h"

namespace banxin {

struct Point {
  Length x, y;
  constexpr bool operator==(const Point&) const = default;
};

/// How a glyph stands on the paper.
enum class Turn {
  kNone,
  kClockwise,  ///< by 90°, its top to the right: Western words on a vertical line
};

struct Rect {
  Length x, y, width, height;

  constexpr Length right() const { return x + width; }
  constexpr Length bottom() const { return y + height; }
  constexpr bool empty() const { return width <= Length() || height <= Length(); }
  constexpr bool contains(const Rect& o) const {
    return o.x >= x && o.y >= y && o.right() <= right() && o.bottom() <= bottom();
  }
  /// Whether the two share an area; rectangles that only touch do not.
  constexpr bool overlaps(const Rect& o) const {
    return x < o.right() && o.x < right() && y < o.bottom() && o.y < bottom();
  }
  constexpr bool operator==(const Rect&) const = default;
};

/// The smallest rectangle around both; an empty one counts for nothing.
constexpr Rect united(const Rect& a, const Rect& b) {
  if (a.empty()) return b;
  if (b.empty()) return a;
  const Length left = std::min(a.x, b.x), top = std::min(a.y, b.y);
  return {left, top, std::max(a.right(), b.right()) - left, std::max(a.bottom(), b.bottom()) - top};
}

}  // namespace banxin
