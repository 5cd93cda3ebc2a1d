// The rules, by what they look at.
#pragma once

#include <span>

#include "lint/findings.h"
#include "lint/parts.h"

namespace banxin {

void lint_headlines(const PageParts& page, LintFindings& findings);  ///< 碰题, the lead, heads and their text
void lint_page_shape(const PageParts& page, LintFindings& findings);  ///< 通线, 断版
void lint_lines(const PageParts& page, LintFindings& findings);  ///< 孤字, 孤行, column turns, empty slots
void lint_jumps(std::span<const PageParts> pages, LintFindings& findings);  ///< 孤行 on both sides of a jump
void lint_photos(const Document& document, const PlacedEdition& edition, LintFindings& findings);
void lint_copy(const Document& document, LintFindings& findings);  ///< weekdays, page references in the copy
void lint_torn_copy(const Document& document, LintFindings& findings);  ///< paragraphs cut in two

}  // namespace banxin
