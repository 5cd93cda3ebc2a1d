// `banxin lines` over the matrix of typography.md 9, and what it answers to bad input.
#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "../text/vertical_matrix.h"
#include "run_program.h"

namespace banxin::test {
namespace {

using nlohmann::json;

Ran run_lines(std::string_view text, const std::string& options) {
  const std::filesystem::path input = fresh_folder().string() + ".txt";
  std::ofstream(input, std::ios::binary) << text << "\n";
  const Ran ran = run_program("lines --nominal " + options + " <'" + input.string() + "'");
  std::filesystem::remove(input);
  return ran;
}

json set_lines(std::string_view text, const std::string& options) {
  const Ran ran = run_lines(text, options + " --format json");
  EXPECT_EQ(ran.status, 0) << ran.err;
  return json::parse(ran.out);
}

TEST(Lines, Breaks) {
  for (const BreakRow& row : kBreakRows) {
    SCOPED_TRACE(row.id);
    const Ran ran = run_lines(row.text, std::string(row.options) + " --breaks");
    EXPECT_EQ(ran.status, 0);
    EXPECT_EQ(ran.out, std::string(row.want) + "\n");
  }
}

TEST(Lines, Widths) {
  for (const WidthRow& row : kWidthRows) {
    SCOPED_TRACE(row.id);
    const json out = set_lines(row.text, std::string(row.options) + " --measure 100");
    ASSERT_EQ(out["lines"].size(), 1u);
    EXPECT_NEAR(out["lines"][0]["natural"].get<double>(), row.want, 0.001);
    EXPECT_EQ(out["lines"][0]["measure"].get<double>(), 100);
  }
}

std::string text_of(const json& out) {
  std::string text;
  for (const json& line : out["lines"]) text += line["text"].get<std::string>() + "|";
  return text;
}

struct Glyph {
  std::size_t line;
  std::string text;
  double x;
};

std::vector<Glyph> glyphs_of(const json& out) {
  std::vector<Glyph> glyphs;
  for (std::size_t i = 0; i < out["lines"].size(); ++i) {
    for (const json& g : out["lines"][i]["glyphs"]) glyphs.push_back({i + 1, g["text"], g["x"]});
  }
  return glyphs;
}

void expect_origins(const json& out, std::string_view origins) {
  const std::vector<Glyph> glyphs = glyphs_of(out);
  std::size_t at = 0;
  std::istringstream words{std::string(origins)};
  for (std::string text, x; words >> text;) {
    if (text.size() > 1 && text[0] == '@') {
      const auto line = static_cast<std::size_t>(std::atoi(text.c_str() + 1));
      while (at < glyphs.size() && glyphs[at].line < line) ++at;
      continue;
    }
    words >> x;
    while (at < glyphs.size() && glyphs[at].text != text) ++at;
    ASSERT_LT(at, glyphs.size()) << text;
    EXPECT_NEAR(glyphs[at].x, std::strtod(x.c_str(), nullptr), 0.001) << text;
    ++at;
  }
}

template <class Rows>
void expect_rows(const Rows& rows, const std::string& more) {
  for (const LineRow& row : rows) {
    SCOPED_TRACE(row.id);
    const json out = set_lines(row.text, std::string(row.options) + more);
    EXPECT_EQ(text_of(out), row.lines);
    expect_origins(out, row.origins);
    EXPECT_FALSE(out["overfull"].get<bool>());
  }
}

TEST(Lines, Edges) { expect_rows(kEdgeRows, ""); }
TEST(Lines, Adjustment) { expect_rows(kAdjustRows, " --justify-last"); }
TEST(Lines, Paragraphs) { expect_rows(kParagraphRows, ""); }

TEST(Lines, Vertical) {
  expect_rows(kVerticalLineRows, " --vertical");
  for (const WidthRow& row : kVerticalWidthRows) {
    SCOPED_TRACE(row.id);
    const json out = set_lines(row.text, std::string(row.options) + " --vertical --measure 100");
    EXPECT_NEAR(out["lines"][0]["natural"].get<double>(), row.want, 0.001);
  }
}

TEST(Lines, VerticalOrientation) {
  const json out = set_lines("用25%的iOS", "--vertical");
  std::string stands;
  for (const json& glyph : out["lines"][0]["glyphs"]) {
    stands += glyph["text"].get<std::string>() + " " + glyph["orientation"].get<std::string>() + " ";
  }
  EXPECT_EQ(stands, "用 upright 25 combined % upright 的 upright i turned O turned S turned ");
  EXPECT_FALSE(set_lines("国", "")["lines"][0]["glyphs"][0].contains("orientation"));
}

TEST(Lines, PlainText) { EXPECT_EQ(run_lines("国国国。国国。", "--measure 4").out, "国国国。\n国国。\n"); }

TEST(Lines, Hyphens) {
  EXPECT_EQ(run_lines("甲乙丙丁戊己editor庚辛壬癸子", "--measure 9 --hyphenate en").out,
            "甲乙丙丁戊己edi-\ntor庚辛壬癸子\n");
  EXPECT_EQ(run_lines("国editor国", "--breaks --hyphenate en").out, "国｜ed｜i｜tor｜国\n");
}

TEST(Lines, OneNewlineIsNotCopy) { EXPECT_EQ(run_lines("国国", "").out, "国国\n"); }

TEST(Lines, NothingIn) {
  EXPECT_EQ(run_lines("", "--format json").out, "{\"lines\":[],\"overfull\":false}\n");
}

TEST(Lines, NotUtf8) {
  const Ran ran = run_lines("国\xFF", "");
  EXPECT_EQ(ran.status, 1);
  EXPECT_EQ(ran.out, "");
  EXPECT_EQ(ran.err.substr(0, ran.err.find('\n')), "<stdin>:1:2: error[not-utf8]: this is not UTF-8");
}

TEST(Lines, TooWide) { EXPECT_TRUE(set_lines("国国12345678国国", "--measure 2")["overfull"].get<bool>()); }

TEST(Lines, WrongUsage) {
  for (const char* options :
       {"--measure", "--measure x", "--measure -1", "--measure nan", "--measure 1e30", "--measures 8,,5",
        "--measures 8 --measure 8", "--level hard", "--format xml", "--style none", "--hyphenate fr",
        "--min-blank x", "--expand most", "--end half", "--colour", "--looseness 1.5"}) {
    SCOPED_TRACE(options);
    const Ran ran = run_lines("国", options);
    EXPECT_EQ(ran.status, 2);
    EXPECT_EQ(ran.out, "");
    EXPECT_NE(ran.err, "");
  }
}

TEST(Lines, AMissingCharacterIsToldWithAHint) {
  const std::filesystem::path input = fresh_folder().string() + ".txt";
  std::ofstream(input, std::ios::binary) << "国\U0010FFFD国\n";
  const Ran ran = run_program("lines <'" + input.string() + "'");
  std::filesystem::remove(input);
  EXPECT_NE(
      ran.err.find("<stdin>:1:2: error[missing-glyph]: no font of role 'song' has '\U0010FFFD' (U+10FFFD)\n"),
      ran.err.npos)
      << ran.err;
  EXPECT_NE(
      ran.err.find("add a face that has it to the role in the font catalogue, or write another character\n"),
      ran.err.npos)
      << ran.err;
}

TEST(Lines, HugeMeasures) {
  EXPECT_EQ(run_lines("国国", "--measure 1e9 --justify-last").status, 0);
  EXPECT_EQ(run_lines("国国", "--measure 0.001").status, 0);
  EXPECT_EQ(run_lines("国国", "--indent 1e9").status, 0);
}

}  // namespace
}  // namespace banxin::test
