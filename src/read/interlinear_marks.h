// Marks between the lines, as the desk writes them (docs/markup.md):
//
//   {汉字|hàn zì}      a reading over a word
//   [文字]{.dots}      着重号; likewise .name .title .underline .mourning, several with spaces between
#pragma once

#include <vector>

#include "document/article.h"
#include "read/letters.h"

namespace banxin {

/// A mark before its paragraph is finished: what it covers is said in bytes of the source, so that whatever
/// is still done to the letters leaves it right.
struct MarkedStretch {
  InterlinearMark::Kind kind = InterlinearMark::Kind::kDots;
  std::uint32_t begin = 0, end = 0;  ///< bytes of the source file
  Letters reading;                   ///< of kRuby
  SourceSpan where;
};

/// Takes the markup and the readings out of the letters. Brackets and braces without a partner or without
/// such a content are copy. Errors: "unknown-mark", "nested-reading"; a known class behind no brackets stays
/// copy with the warning "stray-mark".
std::vector<MarkedStretch> take_marks(Letters& letters, std::uint32_t file, Reading& in);

/// The marks of the finished paragraph, by begin, the longer one first.
std::vector<InterlinearMark> marks_of(std::vector<MarkedStretch> stretches, const Letters& letters,
                                      std::uint32_t file, Reading& in);

}  // namespace banxin
