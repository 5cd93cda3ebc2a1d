// {key=value} at the end of a paragraph: what the editor says of it as a whole.
//
//   … 到处都有日新月异的创造！ {lines=+1}    one line more than its best setting (−1: one fewer)
#pragma once

#include "document/article.h"
#include "read/letters.h"

namespace banxin {

/// Takes the attributes off the end of the letters and puts them into the paragraph. Braces that do not hold
/// key=value are copy; an unknown key is an error ("unknown-attribute"), so is a value out of range
/// ("bad-attribute").
void take_attributes(Letters& letters, Paragraph& paragraph, std::uint32_t file, Reading& in);

}  // namespace banxin
