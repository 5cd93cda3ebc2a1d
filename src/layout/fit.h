// Article fit 拼版: how many lines each paragraph takes, so that columns end level, no line is left alone and
// copy that is a few lines over or under fits without visible change.
#pragma once

#include <vector>

#include "layout/flow.h"

namespace banxin {

/// What a story costs beside the demerits of its lines (break_lines.h); the same unit.
struct FitCosts {
  enum class Lines { kFree, kBest };
  Lines lines = Lines::kFree;  ///< kBest: no paragraph takes a line more or fewer than its best setting
  double widow =
      2e6;  ///< last line of a paragraph opens a column 孤行 (typography.md 6.2: hard in newspapers)
  double orphan = 250000;   ///< first line of a paragraph closes one (500²: not dearer than three slots left
                            ///< empty)
  double in_short = 22500;  ///< either in a column of fewer than 8 lines (soft: 150²)
  double short_column = 1e5;  ///< each slot left empty at the end of the last column
  double hole = 1e6;          ///< each slot passed over to keep a cross-head with its text
  double over = 1e10;         ///< each line that finds no slot
  double jump_at_end = 3e5;   ///< a story jumps at the end of a paragraph, where it might be over
};

struct Fit {
  std::vector<int> looseness;  ///< of each paragraph: −1, 0 or +1 lines against its best setting
  double cost = 0;
  bool natural =
      false;  ///< every paragraph at its best and nothing to pay beside: no other rows can be better
};

/// One dynamic programme over paragraphs and the slot where each starts; the costs of a paragraph's line
/// counts come from the line breaker. Ties go to the paragraph's best setting. (typography.md 6.3; TeX has
/// \looseness alone.)
Fit fit_article(const Flower& flower, const FitCosts& costs = {});

}  // namespace banxin
