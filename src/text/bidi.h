// Hebrew and Arabic words in Chinese lines: which cells read from right to left, and in which order the cells
// of a line stand (UAX #9, by ICU). The paragraph as a whole reads from left to right.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "text/shaped.h"

namespace banxin {

/// Fills Cell::level. Returns at once when the text has no character that reads from right to left.
void find_levels(std::vector<Cell>& cells, std::string_view text);

/// The cells [begin, end) of a line from left to right.
std::vector<std::uint32_t> visual_order(std::span<const Cell> cells, std::uint32_t begin, std::uint32_t end);

}  // namespace banxin
