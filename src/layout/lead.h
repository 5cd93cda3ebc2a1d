// What stands in the first rows of a paragraph: a drop capital 首字下沉, a cut-in head 窗式标题.
#pragma once

#include <memory>

#include "layout/flow_paragraph.h"

namespace banxin {

/// Bytes of a drop capital at the start of the paragraph: an opening mark and the first character, a letter,
/// or a number of two digits. 0: it cannot have one (a longer number, a mark or reading on its first word).
std::size_t drop_cap_bytes(const Paragraph& paragraph);

/// A drop capital over `rows` rows in the style `dropcap`: its em box fills them, of a letter or number the
/// cap height; a mark before it stays small. `copy` must outlive it.
std::unique_ptr<Lead> set_drop_cap(const Copy& copy, int rows, const Setter& setter);

/// A head in a window of the paragraph behind it: six 字 in one line, twenty in two, more in three; two rows
/// for one line, else three (JIS X 4051; typography.md 5.3). nullptr when less than six 字 stay beside it on
/// `measure`.
std::unique_ptr<Lead> set_cut_in(const Paragraph& head, const Style& style, Length measure,
                                 const Setter& setter);

}  // namespace banxin
