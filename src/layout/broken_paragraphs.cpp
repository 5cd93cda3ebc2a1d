#include "layout/broken_paragraphs.h"

#include <cstdlib>
#include <span>

namespace banxin {

Breaking BrokenParagraphs::get(std::size_t i, Length measure, const BreakOptions& options) {
  const ShapedParagraph& shaped = paragraphs_[i].copy.shaped;
  const std::span<const Length> measures(&measure, 1);
  if (std::abs(options.looseness) > 1)
    return break_lines(shaped, measures, options);  // asked for by the editor
  Broken& broken = broken_[{i, measure}];
  BreakOptions natural = options;
  natural.looseness = 0;
  if (!broken.best) broken.best = break_lines(shaped, measures, natural);
  if (options.looseness == 0) return *broken.best;
  if (!broken.others) broken.others = break_lines_otherwise(shaped, measures, natural, *broken.best);
  return options.looseness < 0 ? broken.others->fewer : broken.others->more;
}

}  // namespace banxin
