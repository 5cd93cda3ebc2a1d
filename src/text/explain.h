// Why a line ends where it does, in plain words: what was squeezed or stretched, and what the neighbouring
// breaks would have cost.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "text/break_lines.h"

namespace banxin {

/// One text a line of the setting, each of several rows that end in a newline:
///
///     他说OK，大家都同
///       8 em, natural 8.5: squeezed by 0.5: 0.5 from ，、：； (1 place); badness 40
///       a break later, behind 意: too wide by 0.5 even when everything gives
///       a break earlier, behind 都: stretched by …; badness 155: the paragraph would cost 6216 more
///
/// Lengths are in em of the paragraph. Costs are demerits (typography.md 4.3), rounded; what a neighbouring
/// break would cost is the best setting of the paragraph with it. `lines` are all lines of the paragraph that
/// have a place. Pure, and the same on every machine.
std::vector<std::string> explain_lines(const ShapedParagraph& paragraph, std::span<const Line> lines,
                                       const BreakOptions& options,
                                       std::span<const std::uint32_t> column_ends = {});

}  // namespace banxin
