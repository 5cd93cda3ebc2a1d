// What the boxes of forms leave to be seen: the marks round a delivered page stay away.
#pragma once

#include <algorithm>

#include "press/findings.h"

namespace banxin {

/// All of the page at first. Corners in mm from the trim's top left, in any order.
class VisiblePart {
 public:
  /// A form shows nothing outside its box.
  void cut_to(const FindingPlace& a, const FindingPlace& b) {
    left_ = std::max(left_, std::min(a.x, b.x)), right_ = std::min(right_, std::max(a.x, b.x));
    top_ = std::max(top_, std::min(a.y, b.y)), bottom_ = std::min(bottom_, std::max(a.y, b.y));
  }
  /// Whether nothing is seen between these two corners.
  bool hides(const FindingPlace& a, const FindingPlace& b) const {
    return std::max(a.x, b.x) < left_ || std::min(a.x, b.x) > right_ || std::max(a.y, b.y) < top_ ||
           std::min(a.y, b.y) > bottom_;
  }

 private:
  double left_ = -1e12, top_ = -1e12, right_ = 1e12, bottom_ = 1e12;
};

}  // namespace banxin
