// Where a headline may be divided so that each line can be read for itself.
#pragma once

#include <cstdint>
#include <vector>

#include "text/shaped.h"

namespace banxin {

/// A place where the rules of line breaking let a line of a headline end.
struct SenseBreak {
  std::uint32_t end = 0;  ///< behind the cells before this
  bool forced = false;    ///< U+2028, or the end
  bool divides = false;   ///< a word, name or number, or leaves 的 at a line start: only when all else fails
  double reluctance = 0;  ///< in em of unequal lines that one would accept to avoid it
  double missed = 0;      ///< in the same em: of a line that goes on here
};

/// All places, in order; the last is the end of the paragraph.
std::vector<SenseBreak> sense_breaks(const ShapedParagraph& paragraph);

}  // namespace banxin
