// {key=value .class} at the end of a paragraph or heading: what the editor says of it as a whole.
//
//   … 到处都有日新月异的创造！ {lines=+1}    one line more than its best setting (−1: one fewer)
//   … {.drop} or {drop=3}                    a drop capital over two lines, or three
//   … {.continued}                           goes on with the paragraph before a list or quotation: no indent
//   … {.optional}                            may be left out when the story is over, where its frame allows it
//   … {.note} {.caption}                     a note below a table, a title above it
//   ## 标题 {.run-in} {.cut-in} {.rows}       where a cross-head stands
#pragma once

#include "document/article.h"
#include "read/letters.h"

namespace banxin {

/// Takes the attributes off the end of the letters and puts them into the paragraph. Braces that hold neither
/// key=value nor a class of the list above are copy; an unknown key is an error ("unknown-attribute"), so is
/// a value out of range or an attribute of another kind of paragraph ("bad-attribute").
void take_attributes(Letters& letters, Paragraph& paragraph, std::uint32_t file, Reading& in);

}  // namespace banxin
