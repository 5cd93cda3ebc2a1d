#include "press/text_position.h"

namespace banxin {

bool TextPosition::follow(const Operation& op) {
  if (op.name == "BT") {
    matrix_ = line_ = PdfMatrix{};
  } else if (op.name == "Tm") {
    matrix_ = line_ = matrix_of(op);
  } else if (op.name == "TL") {
    leading_ = op.number(0);
  } else if (op.name == "Td" || op.name == "TD") {
    next_line(op.number(0), op.number(1));
    if (op.name == "TD") leading_ = -op.number(1);
  } else if (op.name == "T*" || op.name == "'" || op.name == "\"") {
    next_line(0, -leading_);
  } else {
    return false;
  }
  return true;
}

}  // namespace banxin
