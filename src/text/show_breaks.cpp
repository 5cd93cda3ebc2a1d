#include "text/shaped.h"

namespace banxin {

std::string show_breaks(const ShapedParagraph& p) {
  std::string out;
  for (std::size_t k = 0; k < p.cells.size(); ++k) {
    out.append(p.text, p.cells[k].text_begin, p.cells[k].text_end - p.cells[k].text_begin);
    if (k + 1 < p.cells.size() && p.joints[k].may_break()) out += "｜";
  }
  return out;
}

}  // namespace banxin
