// Values one behind the other in a string, for bounded_work: written and read by the same program.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>

namespace banxin {

class PackedWriter {
 public:
  void whole(std::int64_t value) { raw(&value, sizeof value); }
  void number(double value) { raw(&value, sizeof value); }
  void text(std::string_view value) {
    whole(static_cast<std::int64_t>(value.size()));
    out_.append(value);
  }
  std::string take() { return std::move(out_); }

 private:
  void raw(const void* value, std::size_t size) { out_.append(static_cast<const char*>(value), size); }
  std::string out_;
};

/// What is not there is 0 or empty.
class PackedReader {
 public:
  explicit PackedReader(std::string_view bytes) : left_(bytes) {}

  std::int64_t whole() {
    std::int64_t value = 0;
    raw(&value, sizeof value);
    return value;
  }
  double number() {
    double value = 0;
    raw(&value, sizeof value);
    return value;
  }
  std::string_view text() {
    const std::int64_t size = whole();
    const std::string_view value = left_.substr(0, size > 0 ? static_cast<std::size_t>(size) : 0);
    left_.remove_prefix(value.size());
    return value;
  }

 private:
  void raw(void* value, std::size_t size) {
    if (left_.size() < size) return;
    std::memcpy(value, left_.data(), size);
    left_.remove_prefix(size);
  }
  std::string_view left_;
};

}  // namespace banxin
