// UTF-8, the only encoding inside. Everything that reads a file has checked it with `valid_utf8`.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace banxin {

/// One code point and the bytes that it takes.
struct Decoded {
  char32_t cp = 0;
  std::size_t bytes = 1;
};

/// Decodes the character at `offset` (< text.size()). A broken byte gives U+FFFD and 1 byte.
Decoded decode_utf8(std::string_view text, std::size_t offset);
void append_utf8(std::string& out, char32_t cp);
std::string to_utf8(char32_t cp);
/// Offset of the first byte that is not UTF-8 (overlong forms and surrogates count), or npos.
std::size_t invalid_utf8_at(std::string_view text);
/// Columns that a terminal gives the character: 2 for East Asian wide ones, 0 for combining marks, else 1.
int terminal_width(char32_t cp);
int terminal_width(std::string_view text);
/// The text with blanks behind it, one at least, so that a terminal gives it `width` columns.
std::string padded(std::string text, int width);
/// What others wrote as text that a terminal and JSON can take: control characters and broken bytes as \x1B.
std::string printable(std::string_view text);
/// "U+4E2D"
std::string code_point_name(char32_t cp);

}  // namespace banxin
