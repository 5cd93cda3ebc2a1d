// Copy that found no room: how much, and what the desk may cut for it.
#pragma once

#include <string>

#include "layout/hints.h"
#include "layout/story.h"

namespace banxin {

/// The error "overset", when lines found no slot; of a story in several frames it names them all. Its hint
/// says what to cut: "cut 14 字 in paragraph 4 to save a line, 20 字 in paragraph 6 to save 2 行". Every cut
/// was made and the story fitted anew: each saves what is said of it, and with all of them the story fits.
/// Where a saved line only leaves a hole at the foot of a leg they are promised together: "cut 3 字 in
/// paragraph 2 and 5 字 in paragraph 7 to save 2 行". `also` of the finding has the paragraphs in that order.
/// The story stays as it is. Without budget for trials the hint is to cut as much as is over, no more.
void report_overset(Story& story, Diagnostics& diags, TrialBudget& budget);

/// Long text by its beginning and its end.
std::string in_short(const std::string& text);

}  // namespace banxin
