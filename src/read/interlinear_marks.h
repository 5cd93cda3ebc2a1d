// Marks between the lines, as the desk writes them (docs/markup.md):
//
//   {汉字|hàn zì}      a reading over a word; in 注音符号 ({漢字|ㄏㄢˋ ㄗˋ}) at the right of each character
//   [文字]{.dots}      着重号; likewise .name .title .underline .mourning, several with spaces between
//   [文字]{.price}     any other name is that of a character style
#pragma once

#include <string>
#include <vector>

#include "document/article.h"
#include "read/letters.h"

namespace banxin {

/// A mark before its paragraph is finished: what it covers is said in bytes of the source, so that whatever
/// is still done to the letters leaves it right.
struct MarkedStretch {
  InterlinearMark::Kind kind = InterlinearMark::Kind::kDots;
  std::uint32_t begin = 0, end = 0;  ///< bytes of the source file
  Letters reading;                   ///< of kRuby and kBopomofo
  SourceSpan where;
  std::string style;  ///< of a character style, without the dot; empty: it is a mark
};

/// Takes the markup and the readings out of the letters. Brackets and braces without a partner or without
/// such a content are copy. Errors: "nested-reading", "reading-count" (注音 for
/// more or fewer characters than there are); the class of a mark behind no brackets stays copy with
/// the warning "stray-mark". Whether there is a character style of a name, only the layout knows.
std::vector<MarkedStretch> take_marks(Letters& letters, std::uint32_t file, Reading& in);

/// Puts the marks and character styles of the finished copy into it, by begin, the longer one first.
void add_marks(std::vector<MarkedStretch> stretches, const Letters& letters, std::uint32_t file,
               MarkedCopy& out, Reading& in);

/// The names of the marks, without their dots.
std::vector<std::string> mark_names();

}  // namespace banxin
