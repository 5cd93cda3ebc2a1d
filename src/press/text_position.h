// Where the next letter of a content stream stands (ISO 32000-1, 9.4.2).
#pragma once

#include "press/content.h"
#include "press/paint_state.h"

namespace banxin {

class TextPosition {
 public:
  /// From the space of text to that of the page.
  const PdfMatrix& matrix() const { return matrix_; }

  /// Follows BT, Tm, TL, Td, TD and T*, and the new line that ' and " begin with. False: another operator.
  bool follow(const Operation& op);

 private:
  void next_line(double x, double y) { matrix_ = line_ = PdfMatrix{1, 0, 0, 1, x, y}.before(line_); }
  PdfMatrix matrix_, line_;
  double leading_ = 0;
};

}  // namespace banxin
