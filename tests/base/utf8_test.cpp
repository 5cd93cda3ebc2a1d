// UTF-8, terminal widths, JSON text.
#include "base/utf8.h"

#include <gtest/gtest.h>

#include <limits>

#include "base/json.h"

namespace banxin {
namespace {

TEST(Utf8, GoesRound) {
  for (const char32_t cp : {U'\0', U'a', U'\x7F', U'\x80', U'é', U'\u07FF', U'\u0800', U'版', U'\uFFFD',
                            U'\uFFFF', U'\U00010000', U'\U00020000', U'\U0010FFFF'}) {
    const std::string text = to_utf8(cp);
    const Decoded decoded = decode_utf8(text, 0);
    EXPECT_EQ(decoded.cp, cp);
    EXPECT_EQ(decoded.bytes, text.size());
    EXPECT_EQ(invalid_utf8_at(text), std::string_view::npos);
  }
}

TEST(Utf8, TheFirstBrokenByteIsFound) {
  struct Case {
    std::string_view text;
    std::size_t at;
  };
  const Case kCases[] = {
      {"ab\x80", 2},            // a tail without a head
      {"\xC0\xAF", 0},          // overlong '/'
      {"\xC1\xBF", 0},          // overlong
      {"\xE0\x9F\xBF", 0},      // overlong
      {"\xF0\x8F\xBF\xBF", 0},  // overlong
      {"\xED\xA0\x80", 0},      // a surrogate
      {"\xF4\x90\x80\x80", 0},  // behind U+10FFFF
      {"\xF8\x88\x80\x80\x80", 0},
      {"\xFF", 0},
      {"版\xE7\x89", 3},  // cut off
      {"\xE7\x89z", 0},
      {"\xEF\xBF\xBDx", std::string_view::npos},  // U+FFFD itself is good
      {"", std::string_view::npos},
  };
  for (const auto& [text, at] : kCases) EXPECT_EQ(invalid_utf8_at(text), at) << testing::PrintToString(text);
}

TEST(Utf8, ABrokenByteIsOneReplacement) {
  const Decoded decoded = decode_utf8("\xE7\x89", 0);
  EXPECT_EQ(decoded.cp, U'\uFFFD');
  EXPECT_EQ(decoded.bytes, 1u);
}

TEST(TerminalWidth, Table) {
  struct Case {
    char32_t cp;
    int width;
  };
  for (const auto& [cp, width] :
       {Case{U'a', 1}, Case{U'é', 1}, Case{U'版', 2}, Case{U'，', 2}, Case{U'。', 2}, Case{U'か', 2},
        Case{U'한', 2}, Case{U'“', 1}, Case{U'\u0301', 0}, Case{U'\u200B', 0}, Case{U'\uFE0F', 0},
        Case{U'\U00020000', 2}, Case{U'\u3000', 2}}) {
    EXPECT_EQ(terminal_width(cp), width) << code_point_name(cp);
  }
}

TEST(CodePointName, Table) {
  EXPECT_EQ(code_point_name(U'中'), "U+4E2D");
  EXPECT_EQ(code_point_name(0x1), "U+0001");
  EXPECT_EQ(code_point_name(0x20000), "U+20000");
}

TEST(Json, Numbers) {
  EXPECT_EQ(json_number(0.1 + 0.2, 6), "0.3");
  EXPECT_EQ(json_number(14.5, 3), "14.5");
  EXPECT_EQ(json_number(1.0 / 3, 3), "0.333");
  EXPECT_EQ(json_number(-0.0001, 3), "0");
  EXPECT_EQ(json_number(1e6, 3), "1000000");
  EXPECT_EQ(json_number(1e300, 3).size(), 301u);
  EXPECT_EQ(json_number(std::numeric_limits<double>::max(), 3).size(), 309u);
  EXPECT_EQ(json_number(std::numeric_limits<double>::infinity(), 3), "null");
}

TEST(Json, Strings) {
  EXPECT_EQ(json_string("版\"\n\\"), "\"版\\\"\\n\\\\\"");
  EXPECT_EQ(json_string("a\xFF"), "\"a\uFFFD\"");
}

TEST(Json, IsWrittenInTheOrderGiven) {
  JsonWriter json;
  json.begin_object().member("z", 1).key("a").begin_array().value("x").value(true).value(9.5_pt).end_array();
  json.key("e").begin_object().end_object().line().member("n", -3).line().end_object();
  EXPECT_EQ(json.text(), "{\"z\":1,\"a\":[\"x\",true,9.5],\"e\":{},\n\"n\":-3\n}");
}

TEST(Utf8, IsMadePrintable) {
  EXPECT_EQ(printable("专红 a\"\\"), "专红 a\"\\");
  EXPECT_EQ(printable("\x1B[31m\n\x7F"), "\\x1B[31m\\x0A\\x7F");
  EXPECT_EQ(printable("\xFF\xE4\xB8"), "\\xFF\\xE4\\xB8");
  EXPECT_EQ(printable("\xC2\x9B"), "\\xC2\\x9B");
}

}  // namespace
}  // namespace banxin
