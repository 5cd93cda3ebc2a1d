#include "base/json.h"

#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>

namespace banxin {

std::string json_string(std::string_view text) {
  return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string json_number(double number, int decimals) {
  if (!std::isfinite(number)) return "null";
  const double unit = std::pow(10.0, decimals);
  double rounded = std::round(number * unit) / unit + 0.0;  // + 0.0: no "-0"
  if (!std::isfinite(rounded)) rounded = number;            // too large to have decimals
  char buffer[400];                                         // the largest double has 309 digits
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, rounded, std::chars_format::fixed).ptr;
  return {buffer, end};
}

void JsonWriter::separate() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (!first_.empty()) {
    if (!first_.back()) out_ += ',';
    first_.back() = false;
  }
  if (newline_) out_ += '\n';
  newline_ = false;
}

JsonWriter& JsonWriter::begin_object() {
  separate();
  out_ += '{';
  first_.push_back(true);
  return *this;
}

JsonWriter& JsonWriter::end_object() {
  if (newline_) out_ += '\n';
  newline_ = false;
  out_ += '}';
  first_.pop_back();
  return *this;
}

JsonWriter& JsonWriter::begin_array() {
  separate();
  out_ += '[';
  first_.push_back(true);
  return *this;
}

JsonWriter& JsonWriter::end_array() {
  if (newline_) out_ += '\n';
  newline_ = false;
  out_ += ']';
  first_.pop_back();
  return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  separate();
  out_ += json_string(name);
  out_ += ':';
  after_key_ = true;
  return *this;
}

JsonWriter& JsonWriter::value(std::string_view text) {
  separate();
  out_ += json_string(text);
  return *this;
}

JsonWriter& JsonWriter::value(bool flag) {
  separate();
  out_ += flag ? "true" : "false";
  return *this;
}

JsonWriter& JsonWriter::value(double number) {
  separate();
  out_ += json_number(number, 6);
  return *this;
}

JsonWriter& JsonWriter::value(Length length) {
  separate();
  out_ += json_number(length.pt(), 3);
  return *this;
}

JsonWriter& JsonWriter::line() {
  newline_ = true;
  return *this;
}

JsonWriter& JsonWriter::integer(std::int64_t number) {
  separate();
  out_ += std::to_string(number);
  return *this;
}

}  // namespace banxin
