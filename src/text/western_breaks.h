// Line breaks inside Western text: UAX #14 by ICU, and URLs.
#pragma once

#include <cstdint>
#include <vector>

#include "text/shaped.h"

namespace banxin {

class WesternBreaks {
 public:
  /// Asks ICU only when two Western cells follow each other.
  explicit WesternBreaks(const ShapedParagraph& paragraph);

  /// Behind cell k, by UAX #14.
  bool may_break(std::size_t k) const { return has(k, kUax14); }
  /// Behind / . - _ ? & = inside a URL, without a hyphen (typography.md 7.1).
  bool may_break_url(std::size_t k) const { return has(k, kUrl); }
  /// Cell k is part of a URL.
  bool in_url(std::size_t k) const { return has(k, kInUrl); }

 private:
  enum Mark : std::uint8_t { kUax14 = 1, kUrl = 2, kInUrl = 4 };
  bool has(std::size_t k, Mark mark) const { return k < marks_.size() && (marks_[k] & mark) != 0; }
  void ask_icu(const ShapedParagraph& paragraph);
  void find_urls(const ShapedParagraph& paragraph);

  std::vector<std::uint8_t> marks_;  // by cell; empty when there is no Western text
};

}  // namespace banxin
