// The characters of a paragraph with their classes, each decided from its whole context (typography.md 1.3).
#pragma once

#include <string_view>
#include <vector>

#include "text/char_class.h"

namespace banxin {

struct Character {
  char32_t cp = 0;
  std::uint32_t begin = 0, end = 0;  ///< bytes
  CharClass c = CharClass::kLat;
  bool extends = false;  ///< belongs to the character before it
  /// U+FE00 or U+FE01 behind it: which form of a mark is asked for (UCD, StandardizedVariants). 0: none.
  char32_t variant = 0;
};

/// Decodes the text and classes every character. “ ” ‘ ’ — … · - ~ / and signs before numbers are decided per
/// occurrence: no class that is returned needs context any more. A variation selector has the last word.
std::vector<Character> read_characters(std::string_view text);

}  // namespace banxin
