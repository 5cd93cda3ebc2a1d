// The rules, by what they look at.
#pragma once

#include <span>
#include <string>

#include "lint/findings.h"
#include "lint/parts.h"

namespace banxin {

void lint_headlines(const PageParts& page, LintFindings& findings);  ///< 碰题, the lead, heads and their text
void lint_page_shape(const PageParts& page, LintFindings& findings);  ///< 通线, 断版
void lint_lines(const PageParts& page, LintFindings& findings);       ///< 孤字, 孤行, column turns
/// Lines that a story leaves empty in all of its frames together.
void lint_empty_slots(std::span<const PageParts> pages, LintFindings& findings);
/// 孤行 and too few lines on either side of a jump.
void lint_jumps(std::span<const PageParts> pages, LintFindings& findings);
void lint_photos(const Document& document, const PlacedEdition& edition, LintFindings& findings);
void lint_copy(const Document& document, LintFindings& findings);  ///< weekdays, page references in the copy
void lint_torn_copy(const Document& document, LintFindings& findings);  ///< paragraphs cut in two

/// The findings "single-line" and "single-first-line"; `where`: "at the head of a column".
void add_single_line(const PageParts& page, const Part& part, const std::string& where,
                     LintFindings& findings);
void add_single_first_line(const PageParts& page, const Part& part, const std::string& where,
                           LintFindings& findings);

}  // namespace banxin
