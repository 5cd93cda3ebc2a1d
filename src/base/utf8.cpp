#include "base/utf8.h"

#include <algorithm>
#include <cstdio>

namespace banxin {

Decoded decode_utf8(std::string_view text, std::size_t offset) {
  const auto byte = [&](std::size_t i) -> unsigned {
    return offset + i < text.size() ? static_cast<unsigned char>(text[offset + i]) : 0u;
  };
  const unsigned b0 = byte(0);
  const auto tail = [](unsigned b) { return (b & 0xC0) == 0x80; };
  if (b0 < 0x80) return {b0, 1};
  if (b0 >= 0xC2 && b0 <= 0xDF && tail(byte(1))) return {(b0 & 0x1F) << 6 | (byte(1) & 0x3F), 2};
  if ((b0 & 0xF0) == 0xE0 && tail(byte(1)) && tail(byte(2))) {
    const char32_t cp = (b0 & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F);
    if (cp >= 0x800 && (cp < 0xD800 || cp > 0xDFFF)) return {cp, 3};
  }
  if (b0 >= 0xF0 && b0 <= 0xF4 && tail(byte(1)) && tail(byte(2)) && tail(byte(3))) {
    const char32_t cp = (b0 & 0x07) << 18 | (byte(1) & 0x3F) << 12 | (byte(2) & 0x3F) << 6 | (byte(3) & 0x3F);
    if (cp >= 0x10000 && cp <= 0x10FFFF) return {cp, 4};
  }
  return {0xFFFD, 1};
}

void append_utf8(std::string& out, char32_t cp) {
  const auto put = [&](char32_t b) { out += static_cast<char>(b); };
  if (cp < 0x80) {
    put(cp);
  } else if (cp < 0x800) {
    put(0xC0 | cp >> 6), put(0x80 | (cp & 0x3F));
  } else if (cp < 0x10000) {
    put(0xE0 | cp >> 12), put(0x80 | (cp >> 6 & 0x3F)), put(0x80 | (cp & 0x3F));
  } else {
    put(0xF0 | cp >> 18), put(0x80 | (cp >> 12 & 0x3F)), put(0x80 | (cp >> 6 & 0x3F)),
        put(0x80 | (cp & 0x3F));
  }
}

std::string to_utf8(char32_t cp) {
  std::string out;
  append_utf8(out, cp);
  return out;
}

std::size_t invalid_utf8_at(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const Decoded d = decode_utf8(text, i);
    if (d.cp == 0xFFFD && d.bytes == 1) return i;
    i += d.bytes;
  }
  return std::string_view::npos;
}

int terminal_width(char32_t cp) {
  if ((cp >= 0x300 && cp <= 0x36F) || (cp >= 0xFE00 && cp <= 0xFE0F) || cp == 0x200B || cp == 0x200D)
    return 0;
  const bool wide = (cp >= 0x1100 && cp <= 0x115F) || (cp >= 0x2E80 && cp <= 0x303E) ||
                    (cp >= 0x3041 && cp <= 0xA4CF) || (cp >= 0xAC00 && cp <= 0xD7A3) ||
                    (cp >= 0xF900 && cp <= 0xFAFF) || (cp >= 0xFE30 && cp <= 0xFE6F) ||
                    (cp >= 0xFF00 && cp <= 0xFF60) || (cp >= 0xFFE0 && cp <= 0xFFE6) ||
                    (cp >= 0x1F300 && cp <= 0x1FAFF) || (cp >= 0x20000 && cp <= 0x3FFFD);
  return wide ? 2 : 1;
}

std::string code_point_name(char32_t cp) {
  char buffer[16];
  std::snprintf(buffer, sizeof buffer, "U+%04X", static_cast<unsigned>(cp));
  return buffer;
}

int terminal_width(std::string_view text) {
  int width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded d = decode_utf8(text, at);
    width += terminal_width(d.cp);
    at += d.bytes;
  }
  return width;
}

std::string padded(std::string text, int width) {
  text.append(static_cast<std::size_t>(std::max(1, width - terminal_width(text))), ' ');
  return text;
}

std::string printable(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded character = decode_utf8(text, at);
    const bool broken = character.cp == 0xFFFD && character.bytes == 1;
    const bool control = character.cp < 0x20 || (character.cp >= 0x7F && character.cp < 0xA0);
    for (const char byte : text.substr(at, character.bytes)) {
      constexpr std::string_view kDigits = "0123456789ABCDEF";
      const auto value = static_cast<unsigned char>(byte);
      if (broken || control) {
        out += "\\x";
        out += kDigits[value >> 4];
        out += kDigits[value & 15];
      } else {
        out += byte;
      }
    }
    at += character.bytes;
  }
  return out;
}

}  // namespace banxin
