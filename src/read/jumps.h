// Both ends of every jump.
#pragma once

#include <span>

#include "document/document.h"
#include "read/overlay.h"
#include "read/reading.h"

namespace banxin {

/// A frame for the rest of a story needs the beginning on an earlier page, and there is one rest only.
/// `taken`: where an overlay takes the beginning away, it is told there.
void check_jumps(const Document& document, std::span<const TakenAway> taken, Reading& in);

}  // namespace banxin
