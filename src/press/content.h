// Content streams as operators with their operands (ISO 32000-1, 7.8.2).
#pragma once

#include <functional>
#include <qpdf/QPDFObjectHandle.hh>
#include <string>
#include <string_view>
#include <vector>

namespace banxin {

/// One operator. `written` are its bytes with those of its operands, as they stand in the stream; of an
/// inline image (operator "EI") the operand is the image's data.
struct Operation {
  std::string_view name;
  const std::vector<QPDFObjectHandle>& operands;
  std::string_view written;

  /// The operand as a number; 0 when it is none.
  double number(std::size_t index) const {
    QPDFObjectHandle operand = at(index);
    return operand.isNumber() ? operand.getNumericValue() : 0;
  }
  /// "/Name"; empty when the operand is none.
  std::string name_at(std::size_t index) const {
    QPDFObjectHandle operand = at(index);
    return operand.isName() ? operand.getName() : "";
  }
  QPDFObjectHandle at(std::size_t index) const {
    return index < operands.size() ? operands[index] : QPDFObjectHandle::newNull();
  }
};

/// Whether PDF knows an operator of this name (ISO 32000-1, annex A).
bool is_operator(std::string_view name);

/// Calls `see` for every operation of a content stream, a form or an array of streams. Operands that no
/// operator follows are given at the end under the name "".
void for_each_operation(QPDFObjectHandle contents, const std::function<void(const Operation&)>& see);

}  // namespace banxin
