// Emphasis that CommonMark does not see in Chinese copy.
#pragma once

#include "read/letters.h"

namespace banxin {

/// CommonMark wants a space or a mark outside `**` when there is a mark inside it: in `**“156”**战略` the
/// closing `**` closes nothing, and the asterisks would be printed. Pairs that are left over so become
/// emphasis; a `**` without its partner stays and is warned of.
void repair_emphasis(Letters& letters, std::uint32_t file, Reading& in);

}  // namespace banxin
