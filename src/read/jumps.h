// Both ends of every jump.
#pragma once

#include "document/document.h"
#include "read/reading.h"

namespace banxin {

/// A frame for the rest of a story needs the beginning on an earlier page, and there is one rest only.
void check_jumps(const Document& document, Reading& in);

}  // namespace banxin
