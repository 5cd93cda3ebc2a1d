#include "read/photo_file.h"

#include <algorithm>
#include <cstddef>

namespace banxin {

namespace {

class Bytes {
 public:
  explicit Bytes(std::string_view bytes) : bytes_(bytes) {}
  bool has(std::size_t at, std::size_t count) const {
    return at <= bytes_.size() && bytes_.size() - at >= count;
  }
  unsigned at(std::size_t i) const { return static_cast<unsigned char>(bytes_[i]); }
  std::size_t big(std::size_t at, int count) const {
    std::size_t out = 0;
    for (int i = 0; i < count; ++i) out = out << 8 | this->at(at + static_cast<std::size_t>(i));
    return out;
  }
  /// The first byte of this value from `i` on, or the end.
  std::size_t find(unsigned value, std::size_t i) const {
    return std::min(bytes_.find(static_cast<char>(value), i), bytes_.size());
  }

 private:
  std::string_view bytes_;
};

/// SOF0 to SOF15, without DHT, JPG and DAC.
bool is_frame_header(unsigned marker) {
  return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

/// The next marker after entropy-coded data: FF 00 is a byte of data, FF D0 to D7 are restarts.
std::size_t end_of_scan(const Bytes& b, std::size_t i) {
  for (i = b.find(0xFF, i); b.has(i, 2); i = b.find(0xFF, i + 1)) {
    const unsigned next = b.at(i + 1);
    if (next != 0 && next != 0xFF && (next < 0xD0 || next > 0xD7)) break;
  }
  return i;
}

PhotoFile walk_jpeg(const Bytes& b) {
  constexpr unsigned kEnd = 0xD9, kScan = 0xDA;
  PhotoFile out{.type = PhotoFile::Type::kJpeg};
  for (std::size_t i = 2; b.has(i, 2);) {
    if (b.at(i) != 0xFF) return out;
    const unsigned marker = b.at(i + 1);
    if (marker == 0xFF) {  // fill byte
      ++i;
      continue;
    }
    if (marker == kEnd) {
      out.whole = out.width > 0;
      return out;
    }
    if (!b.has(i, 4)) return out;
    const std::size_t length = b.big(i + 2, 2);
    if (length < 2 || !b.has(i + 2, length)) return out;
    if (is_frame_header(marker) && length >= 8) {
      out.height = static_cast<int>(b.big(i + 5, 2));
      out.width = static_cast<int>(b.big(i + 7, 2));
    }
    i += 2 + length;
    if (marker == kScan) i = end_of_scan(b, i);
  }
  return out;
}

PhotoFile walk_png(const Bytes& b) {
  PhotoFile out{.type = PhotoFile::Type::kPng};
  bool has_data = false;
  for (std::size_t i = 8; b.has(i, 12);) {
    const std::size_t length = b.big(i, 4), type = b.big(i + 4, 4);
    if (!b.has(i + 12, length)) return out;
    if (type == 0x49484452 && length == 13) {  // IHDR
      const std::size_t width = b.big(i + 8, 4), height = b.big(i + 12, 4);
      if (width > 0x7FFFFFFF || height > 0x7FFFFFFF) return out;
      out.width = static_cast<int>(width), out.height = static_cast<int>(height);
    }
    has_data |= type == 0x49444154;  // IDAT
    if (type == 0x49454E44) {        // IEND
      out.whole = has_data && out.width > 0;
      return out;
    }
    i += 12 + length;
  }
  return out;
}

}  // namespace

PhotoFile walk_photo(std::string_view bytes) {
  constexpr std::string_view kPng = "\x89PNG\r\n\x1A\n";
  if (bytes.starts_with("\xFF\xD8\xFF")) return walk_jpeg(Bytes(bytes));
  if (bytes.starts_with(kPng)) return walk_png(Bytes(bytes));
  return {};
}

}  // namespace banxin
