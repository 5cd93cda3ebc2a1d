// The measures of a paragraph's lines, as the line breaker asks for them.
// Internal to text/.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>

#include "base/length.h"

namespace banxin {

/// The room of each line of one paragraph: its slot's measure without its
/// indent. The last measure repeats.
class Measures {
 public:
  Measures(std::span<const Length> measures, Length indent, std::span<const std::uint32_t> column_ends)
      : measures_(measures), indent_(indent), column_ends_(column_ends) {
    while (settled_ > 1 && at(settled_ - 1) == at(settled_ - 2)) --settled_;
    if (settled_ > 0) --settled_;
    uniform_ = settled_ == 0;
    if (!column_ends.empty()) settled_ = std::max<std::size_t>(settled_, column_ends.back() + 1);
  }
  Length at(std::size_t line) const { return measures_[std::min(line, measures_.size() - 1)]; }
  Length indent(std::size_t line) const { return line == 0 ? indent_ : Length(); }
  Length room(std::size_t line) const { return at(line) - indent(line); }
  bool ends_column(std::size_t line) const {
    return std::binary_search(column_ends_.begin(), column_ends_.end(), line);
  }
  bool uniform() const { return uniform_; }
  /// From this line on all lines are equal.
  std::size_t settled() const { return settled_; }
  Length narrowest() const { return *std::min_element(measures_.begin(), measures_.end()); }

 private:
  std::span<const Length> measures_;
  Length indent_;
  std::span<const std::uint32_t> column_ends_;
  std::size_t settled_ = measures_.size();
  bool uniform_ = false;
};

}  // namespace banxin
