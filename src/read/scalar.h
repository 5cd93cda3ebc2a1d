// Where a YAML scalar ends, and which bytes of it became which characters. yaml-cpp tells only where it
// starts.
#pragma once

#include <string_view>

#include "read/letters.h"

namespace banxin {

struct ScalarPlace {
  std::size_t begin = 0, end = 0;  ///< with quotes; without anchor and tag
  bool closed = true;              ///< false: an opening quote without its partner
};

/// `at`: where yaml-cpp says that the node starts, which is before its anchor and tag.
ScalarPlace place_scalar(std::string_view source, std::size_t at, std::string_view value);

/// Past the anchor and tag of a value that starts at `at`.
std::size_t skip_properties(std::string_view source, std::size_t at);
/// The end of a list or map in brackets whose last value ends at `at`; `at` when no bracket follows.
std::size_t past_bracket(std::string_view source, std::size_t at);

/// The characters of `value`, each with the bytes [begin, end) of `source` that it was written with. `place`
/// is that of place_scalar. A line break of the value is kHardBreak; a space that YAML made of a line end,
/// kSoftBreak.
Letters letters_of_scalar(std::string_view source, ScalarPlace place, std::string_view value);

}  // namespace banxin
