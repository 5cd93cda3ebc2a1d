// Findings as the user sees them: the place, the line, the caret under the word.
#include "base/diagnostic.h"

#include <gtest/gtest.h>

namespace banxin {
namespace {

std::string shown(std::string_view text, std::uint32_t begin, std::uint32_t end,
                  const std::string& hint = {}) {
  Sources sources;
  const std::uint32_t file = sources.add("layouts/front.yaml", std::string(text));
  return render({Severity::kError, "unknown-frame", {file, begin, end}, "unknown frame 'lead2'", hint},
                sources);
}

TEST(RenderDiagnostic, PointsAtTheWord) {
  EXPECT_EQ(
      shown("page: x\nlead: {size: 12, frame: lead2}\nfoot: y\n", 32, 37, "frames here: lead, side, foot"),
      "layouts/front.yaml:2:25: error[unknown-frame]: unknown frame 'lead2'\n"
      "lead: {size: 12, frame: lead2}\n"
      "                        ^~~~~\n"
      "hint: frames here: lead, side, foot\n");
}

TEST(RenderDiagnostic, CountsWideCharactersAsTwoColumnsOfTheTerminal) {
  // 版面 before the word, 头条 as the word: columns are characters, carets are terminal cells.
  EXPECT_EQ(shown("版面: 头条 # é\n", 8, 14),
            "layouts/front.yaml:1:5: error[unknown-frame]: unknown frame 'lead2'\n"
            "版面: 头条 # é\n"
            "      ^~~~\n");
  EXPECT_EQ(shown("é: x\n", 4, 5),
            "layouts/front.yaml:1:4: error[unknown-frame]: unknown frame 'lead2'\n"
            "é: x\n"
            "   ^\n");
}

TEST(RenderDiagnostic, CombiningMarksTakeNoColumn) {
  EXPECT_EQ(shown("e\u0301: x\n", 5, 6),
            "layouts/front.yaml:1:5: error[unknown-frame]: unknown frame 'lead2'\n"
            "e\u0301: x\n"
            "   ^\n");
}

TEST(RenderDiagnostic, TabsAreOneSpace) {
  EXPECT_EQ(shown("\ta:\tb\n", 4, 5),
            "layouts/front.yaml:1:5: error[unknown-frame]: unknown frame 'lead2'\n"
            " a: b\n"
            "    ^\n");
}

TEST(RenderDiagnostic, AtTheEndOfTheFile) {
  EXPECT_EQ(shown("a: b", 4, 4),
            "layouts/front.yaml:1:5: error[unknown-frame]: unknown frame 'lead2'\n"
            "a: b\n"
            "    ^\n");
  EXPECT_EQ(shown("a: b\n", 5, 5),
            "layouts/front.yaml:2:1: error[unknown-frame]: unknown frame 'lead2'\n"
            "\n"
            "^\n");
  EXPECT_EQ(shown("", 0, 0),
            "layouts/front.yaml:1:1: error[unknown-frame]: unknown frame 'lead2'\n"
            "\n"
            "^\n");
  EXPECT_EQ(shown("a\n", 100, 200), shown("a\n", 2, 2)) << "a span behind the end is the end";
}

TEST(RenderDiagnostic, AtALineEnd) {
  EXPECT_EQ(shown("a: b\nc\n", 4, 5),
            "layouts/front.yaml:1:5: error[unknown-frame]: unknown frame 'lead2'\n"
            "a: b\n"
            "    ^\n");
}

TEST(RenderDiagnostic, OfSeveralLinesTheFirstIsShown) {
  EXPECT_EQ(shown("a: one\n  two\n", 3, 12),
            "layouts/front.yaml:1:4: error[unknown-frame]: unknown frame 'lead2'\n"
            "a: one\n"
            "   ^~~\n");
}

TEST(RenderDiagnostic, WindowsLineEndsAreNotShown) {
  EXPECT_EQ(shown("a: b\r\nc: d\r\n", 9, 10),
            "layouts/front.yaml:2:4: error[unknown-frame]: unknown frame 'lead2'\n"
            "c: d\n"
            "   ^\n");
}

TEST(RenderDiagnostic, BrokenBytesAndControlsAreReplaced) {
  EXPECT_EQ(shown("a\x01\xFF: b\n", 5, 6),
            "layouts/front.yaml:1:6: error[unknown-frame]: unknown frame 'lead2'\n"
            "a\uFFFD\uFFFD: b\n"
            "     ^\n");
}

TEST(RenderDiagnostic, LongLinesAreCutAroundTheWord) {
  const std::string line = std::string(500, 'a') + "WORD" + std::string(500, 'b');
  EXPECT_EQ(shown(line, 500, 504), "layouts/front.yaml:1:501: error[unknown-frame]: unknown frame 'lead2'\n" +
                                       std::string(120, 'a') + "WORD" + std::string(120, 'b') + "\n" +
                                       std::string(120, ' ') + "^~~~\n");
}

TEST(RenderDiagnostic, LongLinesAreCutBetweenCharacters) {
  std::string line;
  for (int i = 0; i < 200; ++i) line += "版";
  const std::string said = shown(line, 300, 303);
  EXPECT_EQ(said.find("\uFFFD"), std::string::npos);
  EXPECT_EQ(said, "layouts/front.yaml:1:101: error[unknown-frame]: unknown frame 'lead2'\n" +
                      line.substr(0, 243) + "\n" + std::string(80, ' ') + "^~\n");
}

TEST(RenderDiagnostic, LongWordsAreCutToTheirStart) {
  const std::string line = "k: " + std::string(5000, 'x');
  EXPECT_EQ(shown(line, 3, 5003), "layouts/front.yaml:1:4: error[unknown-frame]: unknown frame 'lead2'\nk: " +
                                      std::string(120, 'x') + "…\n   ^" + std::string(119, '~') + "\n");
}

TEST(RenderDiagnostic, WithoutAFileIsTheMessageAlone) {
  const Sources sources;
  EXPECT_EQ(render({Severity::kWarning, "no-font", {}, "no font has 版", "install fonts-noto-cjk"}, sources),
            "warning[no-font]: no font has 版\n"
            "hint: install fonts-noto-cjk\n");
}

TEST(RenderJson, IsOneLineWithBothEnds) {
  Sources sources;
  const std::uint32_t file = sources.add("版.yaml", "a: b\n版: \"头条\n二\"\n");
  EXPECT_EQ(render_json({Severity::kError, "c", {file, 10, 22}, "a \"b\"\n版", "h"}, sources),
            "{\"severity\":\"error\",\"code\":\"c\",\"message\":\"a "
            "\\\"b\\\"\\n版\",\"file\":\"版.yaml\",\"line\":2,"
            "\"column\":4,\"endLine\":3,\"endColumn\":3,\"hint\":\"h\"}\n");
  EXPECT_EQ(render_json({Severity::kWarning, "c", {}, "m", ""}, sources),
            "{\"severity\":\"warning\",\"code\":\"c\",\"message\":\"m\"}\n");
}

TEST(RenderDiagnostic, ShowsFurtherPlacesAndPages) {
  Sources sources;
  const std::uint32_t one = sources.add("one.md", "photo\n"), two = sources.add("two.md", "a\nb photo\n");
  const Diagnostic twice{Severity::kWarning, "photo-twice", {two, 4, 9}, "m", "h", {{one, 0, 5}}, {1, 3}};
  EXPECT_EQ(render(twice, sources),
            "two.md:2:3: warning[photo-twice]: m\n"
            "b photo\n"
            "  ^~~~~\n"
            "also: one.md:1:1\n"
            "hint: h\n");
  EXPECT_EQ(
      render_json(twice, sources),
      "{\"severity\":\"warning\",\"code\":\"photo-twice\",\"message\":\"m\",\"file\":\"two.md\",\"line\":2,"
      "\"column\":3,\"endLine\":2,\"endColumn\":8,\"also\":[{\"file\":\"one.md\",\"line\":1,\"column\":1}],"
      "\"pages\":[1,3],\"hint\":\"h\"}\n");
}

TEST(LineColumn, Table) {
  const std::string_view text = "a版\n\n\r\nb";
  struct Case {
    std::uint32_t offset;
    std::size_t line, column;
  };
  for (const auto& [offset, line, column] : {Case{0, 1, 1}, Case{1, 1, 2}, Case{4, 1, 3}, Case{5, 2, 1},
                                             Case{6, 3, 1}, Case{8, 4, 1}, Case{9, 4, 2}, Case{99, 4, 2}}) {
    const LineColumn at = line_column(text, offset);
    EXPECT_EQ(at.line, line) << offset;
    EXPECT_EQ(at.column, column) << offset;
  }
}

TEST(Diagnostics, OnlyErrorsMakeARunFail) {
  Diagnostics diags;
  diags.warning("a", {}, "one");
  EXPECT_FALSE(diags.has_errors());
  Diagnostics others;
  others.error("b", {}, "two");
  diags.append(others);
  EXPECT_TRUE(diags.has_errors());
  ASSERT_EQ(diags.all().size(), 2u);
  EXPECT_EQ(diags.all()[1].message, "two");
}

}  // namespace
}  // namespace banxin
