#include "read/gb18030.h"

#include <cstddef>

namespace banxin {

bool looks_like_gb18030(std::string_view text) {
  const auto byte = [&](std::size_t i) -> unsigned {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u;
  };
  const auto in = [](unsigned b, unsigned low, unsigned high) { return b >= low && b <= high; };
  std::size_t common = 0, others = 0;
  for (std::size_t i = 0; i < text.size();) {
    const unsigned a = byte(i), b = byte(i + 1);
    if (a < 0x80) {
      i += 1;
    } else if (in(a, 0x81, 0xFE) && in(b, 0x30, 0x39) && in(byte(i + 2), 0x81, 0xFE) &&
               in(byte(i + 3), 0x30, 0x39)) {
      ++others, i += 4;
    } else if (in(a, 0x81, 0xFE) && (in(b, 0x40, 0x7E) || in(b, 0x80, 0xFE))) {
      // Rows 16-55 of GB 2312 (level 1) and rows 1-3 (marks, full-width letters).
      const bool usual = b >= 0xA1 && (in(a, 0xB0, 0xD7) || in(a, 0xA1, 0xA3));
      ++(usual ? common : others), i += 2;
    } else {
      return false;
    }
  }
  return common > others;
}

}  // namespace banxin
