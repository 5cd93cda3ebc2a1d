// Writes JSON: keys in the order given, numbers in the shortest form that reads back the same, and line
// breaks only where asked for, so that dumps are stable and can be compared line by line.
#pragma once

#include <concepts>
#include <string>
#include <string_view>
#include <vector>

#include "base/length.h"

namespace banxin {

class JsonWriter {
 public:
  JsonWriter& begin_object();
  JsonWriter& end_object();
  JsonWriter& begin_array();
  JsonWriter& end_array();
  JsonWriter& key(std::string_view name);
  JsonWriter& value(std::string_view text);
  JsonWriter& value(const char* text) { return value(std::string_view(text)); }
  JsonWriter& value(bool flag);
  JsonWriter& value(double number);
  template <std::integral T>
  requires(!std::same_as<T, bool>) JsonWriter& value(T number) {
    return integer(static_cast<std::int64_t>(number));
  }
  /// In points, three decimals (about 1/2800 mm).
  JsonWriter& value(Length length);
  /// Starts a new line before the next element of the innermost array or object.
  JsonWriter& line();

  template <class T>
  JsonWriter& member(std::string_view name, const T& v) {
    return key(name).value(v);
  }
  const std::string& text() const { return out_; }

 private:
  JsonWriter& integer(std::int64_t number);
  void separate();
  std::string out_;
  std::vector<bool> first_;  // per open array or object: is the next element its first
  bool after_key_ = false, newline_ = false;
};

/// `text` as a JSON string with its quotes; broken UTF-8 becomes U+FFFD.
std::string json_string(std::string_view text);
/// `number` rounded to `decimals` places, without trailing zeros.
std::string json_number(double number, int decimals);

}  // namespace banxin
