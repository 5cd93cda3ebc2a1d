// Content streams as operators with their operands (ISO 32000-1, 7.8.2).
#pragma once

#include <functional>
#include <qpdf/QPDFObjectHandle.hh>
#include <span>
#include <string>
#include <string_view>

namespace banxin {

/// One operator. `operands` are their texts as they stand in the stream, `written` all of it with the
/// operator; of an inline image (operator "EI") the operand is the image's data. All point into the stream's
/// text.
struct Operation {
  std::string_view name;
  std::span<const std::string_view> operands;
  std::string_view written;

  /// The operand as a number; 0 when it is none.
  double number(std::size_t index) const;
  /// "/Name"; empty when the operand is none.
  std::string name_at(std::size_t index) const;
  /// Null when there is no such operand, or none that can be read.
  QPDFObjectHandle at(std::size_t index) const;
};

/// Whether PDF knows an operator of this name (ISO 32000-1, annex A).
bool is_operator(std::string_view name);

/// Calls `see` for every operation of a content stream, a form or an array of streams. Operands that no
/// operator follows are given at the end under the name "".
void for_each_operation(QPDFObjectHandle contents, const std::function<void(const Operation&)>& see);
/// The same for the text of a stream.
void for_each_operation(const std::string& content, const std::function<void(const Operation&)>& see);

}  // namespace banxin
