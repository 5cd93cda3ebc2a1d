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

/// The characters of `value`, each with the bytes [begin, end) of `source` that it was written with. `place`
/// is that of place_scalar. A line break of the value is kHardBreak; a space that YAML made of a line end,
/// kSoftBreak.
Letters letters_of_scalar(std::string_view source, ScalarPlace place, std::string_view value);

}  // namespace banxin
