#include "render/jpeg_header.h"

#include <cstdint>
#include <cstring>
#include <map>

namespace banxin {

namespace {

// Markers, ITU-T T.81 table B.1.
constexpr int kSof0 = 0xC0, kSof1 = 0xC1, kSof2 = 0xC2, kDht = 0xC4, kJpg = 0xC8, kDac = 0xCC, kSof15 = 0xCF;
constexpr int kRst0 = 0xD0, kRst7 = 0xD7, kSoi = 0xD8, kEoi = 0xD9, kSos = 0xDA, kApp0 = 0xE0, kApp1 = 0xE1;
constexpr int kApp14 = 0xEE, kTem = 0x01;

/// A picture made to keep a decoder busy repeats its scans; honest progressive files have about ten.
constexpr int kMostScans = 200;

int byte_at(std::string_view bytes, std::size_t i) { return static_cast<unsigned char>(bytes[i]); }

/// Numbers of a TIFF block, in its own byte order; outside of it everything is 0.
class Tiff {
 public:
  explicit Tiff(std::string_view bytes) : bytes_(bytes), little_(bytes.starts_with("II")) {}
  std::uint32_t number(std::size_t at, std::size_t count) const {
    if (at > bytes_.size() || bytes_.size() - at < count) return 0;
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < count; ++i) {
      value = value << 8 | static_cast<std::uint32_t>(byte_at(bytes_, little_ ? at + count - 1 - i : at + i));
    }
    return value;
  }

 private:
  std::string_view bytes_;
  bool little_;
};

/// Tag 0x0112 of the first directory (Exif 2.3, 4.6.4); 1 when it is not there or makes no sense.
int exif_orientation(std::string_view segment) {
  constexpr std::string_view kName("Exif\0\0", 6);
  if (!segment.starts_with(kName)) return 1;
  const Tiff tiff(segment.substr(kName.size()));
  const std::size_t directory = tiff.number(4, 4);
  const std::uint32_t entries = tiff.number(directory, 2);
  for (std::uint32_t i = 0; i < entries; ++i) {
    const std::size_t entry = directory + 2 + std::size_t{12} * i;
    if (tiff.number(entry, 2) != 0x0112) continue;
    const auto value = static_cast<int>(tiff.number(entry + 8, 2));
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}

class Walker {
 public:
  Walker(std::string_view bytes, std::string& problem) : bytes_(bytes), problem_(problem) {}

  std::optional<JpegHeader> walk() {
    at_ = 2;
    for (;;) {
      const int marker = next_marker();
      if (marker < 0) return fail("ends in the middle of the picture");
      if (marker == kEoi) break;
      if (marker == kSoi || marker == kTem || (marker >= kRst0 && marker <= kRst7)) continue;
      if (!segment(marker)) return std::nullopt;
    }
    if (header_.components == 0 || scans_ == 0) return fail("holds no picture");
    header_.plain_rgb = rgb_names_ && !header_.adobe && !jfif_;
    header_.size = at_;
    return header_;
  }

 private:
  std::nullopt_t fail(std::string why) {
    problem_ = std::move(why);
    return std::nullopt;
  }

  /// Skips whatever is no marker (after a scan: its coded data); -1 at the end of the file.
  int next_marker() {
    while (at_ + 1 < bytes_.size()) {
      const void* found = std::memchr(bytes_.data() + at_, 0xFF, bytes_.size() - at_ - 1);
      if (found == nullptr) break;
      at_ = static_cast<std::size_t>(static_cast<const char*>(found) - bytes_.data()) + 1;
      const int marker = byte_at(bytes_, at_);
      if (marker == 0xFF) continue;
      ++at_;
      if (marker != 0) return marker;
    }
    return -1;
  }

  bool segment(int marker) {
    const std::size_t left = bytes_.size() - at_;
    const std::size_t length =
        left < 2 ? 0 : static_cast<std::size_t>(byte_at(bytes_, at_) << 8 | byte_at(bytes_, at_ + 1));
    if (length > left) return fail("ends in the middle of the picture"), false;
    if (length < 2) return fail("has a broken segment"), false;
    const std::string_view body = bytes_.substr(at_ + 2, length - 2);
    at_ += length;
    const bool frame =
        marker >= kSof0 && marker <= kSof15 && marker != kDht && marker != kJpg && marker != kDac;
    if (frame) return frame_header(marker, body);
    if (marker == kSos && ++scans_ > kMostScans) return fail("has too many scans"), false;
    if (marker == kApp0 && body.starts_with("JFIF")) jfif_ = true;
    if (marker == kApp1) header_.orientation = exif_orientation(body);
    if (marker == kApp14 && body.starts_with("Adobe")) header_.adobe = true;
    return true;
  }

  bool frame_header(int marker, std::string_view body) {
    if (header_.components != 0) return fail("holds more than one picture"), false;
    if (marker != kSof0 && marker != kSof1 && marker != kSof2) {
      return fail("is coded in a way that PDF does not know (lossless or arithmetic)"), false;
    }
    if (body.size() < 6) return fail("has a broken segment"), false;
    if (byte_at(body, 0) != 8)
      return fail("has " + std::to_string(byte_at(body, 0)) + " bits a channel, not 8"), false;
    header_.height = byte_at(body, 1) << 8 | byte_at(body, 2);
    header_.width = byte_at(body, 3) << 8 | byte_at(body, 4);
    const int components = byte_at(body, 5);
    if (header_.width == 0 || header_.height == 0) return fail("does not say how large it is"), false;
    if (components != 1 && components != 3 && components != 4) {
      return fail("has " + std::to_string(components) + " colour channels"), false;
    }
    if (body.size() < 6 + 3 * static_cast<std::size_t>(components))
      return fail("has a broken segment"), false;
    header_.components = components;
    rgb_names_ = components == 3 && body[6] == 'R' && body[9] == 'G' && body[12] == 'B';
    return true;
  }

  std::string_view bytes_;
  std::string& problem_;
  JpegHeader header_;
  std::size_t at_ = 0;
  int scans_ = 0;
  bool jfif_ = false, rgb_names_ = false;
};

}  // namespace

bool looks_like_jpeg(std::string_view bytes) { return bytes.starts_with("\xFF\xD8\xFF"); }

std::optional<JpegHeader> read_jpeg_header(std::string_view bytes, std::string& problem) {
  if (looks_like_jpeg(bytes)) return Walker(bytes, problem).walk();
  problem = "is no JPEG";
  return std::nullopt;
}

std::string jpeg_icc_profile(std::string_view bytes) {
  constexpr std::string_view kName("ICC_PROFILE\0", 12);
  std::map<int, std::string_view> pieces;
  int pieces_told = 0;
  // Segments up to the first scan; each is FF, marker, two bytes of length that count themselves.
  for (std::size_t at = 2; at + 4 <= bytes.size() && byte_at(bytes, at) == 0xFF;) {
    const int marker = byte_at(bytes, at + 1);
    if (marker == 0xFF) {  // a fill byte
      ++at;
      continue;
    }
    const auto length = static_cast<std::size_t>(byte_at(bytes, at + 2) << 8 | byte_at(bytes, at + 3));
    if (marker == kSos || length < 2 || at + 2 + length > bytes.size()) break;
    const std::string_view segment = bytes.substr(at + 4, length - 2);
    if (marker == kApp0 + 2 && segment.starts_with(kName) && segment.size() >= kName.size() + 2) {
      pieces.emplace(byte_at(segment, 12), segment.substr(kName.size() + 2));
      pieces_told = byte_at(segment, 13);
    }
    at += 2 + length;
  }
  if (pieces.empty() || static_cast<int>(pieces.size()) != pieces_told ||
      pieces.rbegin()->first != pieces_told) {
    return {};
  }
  std::string out;
  for (const auto& [number, piece] : pieces) out += piece;
  return out;
}

}  // namespace banxin
