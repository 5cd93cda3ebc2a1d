#include "cli/review.h"

#include <algorithm>
#include <utility>

#include "lint/lint.h"
#include "press/preflight.h"
#include "press/preflight_edition.h"

namespace banxin {

Review review_edition(const LiveEdition& edition, const PressProfile* profile) {
  Review review;
  if (!edition.document) return review;
  const PlacedEdition whole = whole_edition(edition);
  lint_edition(*edition.document, whole, review.lint);
  if (profile == nullptr) return review;
  for (const PressFinding& finding : preflight_edition(*edition.document, whole, *profile)) {
    const auto page = std::find_if(whole.pages.begin(), whole.pages.end(),
                                   [&](const PlacedPage& p) { return p.number == finding.page; });
    if (page == whole.pages.end()) continue;
    PressMark mark;
    mark.said = {finding.severity, finding.code, finding.where, said_of(finding), finding.hint};
    mark.page = static_cast<std::size_t>(page - whole.pages.begin());
    if (finding.has_place)
      mark.corner = Point{Length::millimetres(finding.x), Length::millimetres(finding.y)};
    review.press.push_back(std::move(mark));
  }
  return review;
}

}  // namespace banxin
