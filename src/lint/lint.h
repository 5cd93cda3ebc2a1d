// Editorial lint: what a chief sub-editor circles in red, decided from the placed pages alone. Every rule has
// a stable code and a weight that a paper sets in its edition (`lint: {gutter-through: off}`).
#pragma once

#include <span>
#include <string_view>

#include "document/document.h"
#include "page/page.h"

namespace banxin {

struct LintRule {
  std::string_view code;
  Weighting weight;       ///< unless the edition says otherwise
  std::string_view what;  ///< one clause, for help and docs
};

/// All rules, in the order in which they are tried.
std::span<const LintRule> lint_rules();

/// Tries every rule on every page. Findings go to the place of the copy that they are about, or of the page's
/// layout. Rules: newspaper.md 1.2, 1.6, 2 (碰题, 通线, 断版, 泣き別れ, heads, jumps, captions);
/// art-direction.md.
void lint_edition(const Document& document, const PlacedEdition& edition, Diagnostics& diags);

}  // namespace banxin
