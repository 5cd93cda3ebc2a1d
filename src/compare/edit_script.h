// The shortest way from one sequence to another (Myers, "An O(ND) Difference Algorithm and Its Variations",
// 1986, in linear space).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace banxin {

/// Elements [old_begin, old_end) gave way to [new_begin, new_end); one of the two may be empty.
struct Edit {
  std::size_t old_begin = 0, old_end = 0, new_begin = 0, new_end = 0;
  bool operator==(const Edit&) const = default;
};

/// In order, none touching the next. Of sequences that have little in common the way found may not be the
/// shortest: the search gives up after some 2000 steps in one place and takes what it has.
std::vector<Edit> edit_script(std::span<const std::uint32_t> old_items,
                              std::span<const std::uint32_t> new_items);

/// Joins edits that less than `least` equal elements part: words rather than letters that happen to be the
/// same.
void join_edits(std::vector<Edit>& edits, std::size_t least);

/// For every old element the new one that it became, kGone where there is none.
inline constexpr std::size_t kGone = static_cast<std::size_t>(-1);
std::vector<std::size_t> partners(const std::vector<Edit>& edits, std::size_t old_count,
                                  std::size_t new_count);

}  // namespace banxin
