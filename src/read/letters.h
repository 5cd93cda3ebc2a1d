// Copy while it is being read: characters that each know the bytes they were written with. All that import
// does to copy (joins, normal forms, emphasis) is done on these, so that no step can lose the way back to the
// source.
#pragma once

#include <cstdint>
#include <vector>

#include "document/article.h"
#include "read/reading.h"

namespace banxin {

struct Letter {
  char32_t cp = 0;
  std::uint32_t begin = 0, end = 0;  ///< bytes of the source file
  bool strong = false, italic = false;
  bool literal = false;  ///< escaped or out of an entity: never markup
};
using Letters = std::vector<Letter>;

/// A line break of the source inside a paragraph, before `join_lines` decides what becomes of it.
inline constexpr char32_t kSoftBreak = U'\n';
inline constexpr char32_t kHardBreak = U'\u2028';

/// Ideographs, kana, bopomofo and the marks that only CJK copy has.
bool is_cjk(char32_t cp);

/// Soft breaks between Western words become one space; beside a CJK character they go (“ ” ‘ ’ — … · are what
/// the text behind them is).
void join_lines(Letters& letters);
/// Western text in full-width characters becomes ASCII (full_width.h); Kangxi radicals, compatibility
/// ideographs and characters of GBK's private use area become the character that is meant (with warnings
/// "kangxi-radical", "compatibility-ideograph", "private-use"); tabs become spaces; leading and trailing
/// spaces, ideographic ones too, are the desk's indent and go. Control characters are errors.
void normalise(Letters& letters, std::uint32_t file, Reading& in);
/// Text and origin.
Copy to_copy(const Letters& letters, std::uint32_t file);
/// The stretches of `strong` and `italic` letters as byte ranges of the copy's text.
std::vector<Emphasis> emphasis_of(const Letters& letters);

}  // namespace banxin
