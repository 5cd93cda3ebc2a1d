// How the cells of a vertical line stand: upright, turned, or two and three side by side in one 字
// (UAX #50; typography.md 5.5).
#pragma once

#include <vector>

#include "document/setting.h"
#include "text/shaped.h"

namespace banxin {

/// Vertical_Orientation of a character (UAX #50).
enum class VerticalOrientation : std::uint8_t {
  kUpright,
  kRotated,
  kTransformedUpright,  ///< Tu: a vertical glyph, without one upright
  kTransformedRotated,  ///< Tr: a vertical glyph, without one turned
};
VerticalOrientation vertical_orientation(char32_t cp);

/// Gives every cell its orientation, before fonts are asked: a mark that is `kUpright` here is turned when
/// its face has no vertical form of it. Short numbers and pairs of ？！ become one cell each, and so does a
/// text that is nothing but a number and its point. Depends on the whole word, never on where a run ends.
void orient_cells(std::vector<Cell>& cells, const TextToSet& text);

/// Upright in a vertical line though it is Western: a cell like a Han, without a gap beside it.
bool is_upright_western(const Cell& cell);

}  // namespace banxin
