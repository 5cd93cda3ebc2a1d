// banxin render from the outside: files, exit statuses, messages.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <string>

#include "project.h"

namespace banxin {
namespace {

using test::run_program;
using testing::HasSubstr;
using testing::StartsWith;

/// A project of two pages in a folder of its own.
class Render : public test::Project {
 protected:
  void SetUp() override {
    write("layout.yaml", test::kSmallLayout);
    write("a.md", "---\ntitle: 春耕\n---\n\n春雨过后，田里一片新绿。\n");
    write("b.md", "---\ntitle: 夏种\n---\n\n夏日渐长，麦子黄了。\n");
    write("edition.yaml",
          "paper: 测试报\ndate: 2026-11-23\npages:\n"
          "  - {number: 1, layout: layout.yaml, frames: {lead: a.md}}\n"
          "  - {number: 3, layout: layout.yaml, frames: {lead: b.md}}\n");
  }

  test::Ran render(const std::string& arguments) const {
    return run_program("render edition.yaml " + arguments, folder_);
  }
};

TEST_F(Render, FormatFollowsTheEnding) {
  for (const auto& [name, start] : {std::pair{"p.pdf", "%PDF-1"}, {"p.json", "{\n\"banxin_page\""}}) {
    EXPECT_EQ(render("-o " + std::string(name)).status, 0);
    EXPECT_THAT(test::slurp(folder_ / name), StartsWith(start));
  }
}

TEST_F(Render, OnePictureAPage) {
  EXPECT_EQ(render("-o p.png --ppi 40").status, 0);
  EXPECT_TRUE(made("p-1.png") && made("p-3.png") && !made("p.png"));
  EXPECT_EQ(render("-o {page}/x.svg --pages 3").status, 0);
  EXPECT_TRUE(made("3/x.svg") && !made("1/x.svg"));
}

/// 转版: a story in three parts is in the outline once, where it begins; so it is in a file of a later part.
TEST_F(Render, AStoryThatGoesOnHasOneBookmark) {
  const std::string small = test::kSmallLayout;
  write("rest.yaml", std::string(small).insert(small.size() - 2, ", continued: true"));
  std::string copy = "---\ntitle: 春耕\n---\n\n";
  for (int line = 0; line < 42; ++line) copy += "春雨过后，田里一片新绿。";
  write("a.md", copy + "\n");
  write("edition.yaml",
        "paper: 测试报\ndate: 2026-11-23\npages:\n"
        "  - {number: 1, layout: layout.yaml, frames: {lead: a.md}}\n"
        "  - {number: 2, layout: rest.yaml, frames: {lead: a.md}}\n"
        "  - {number: 3, layout: rest.yaml, frames: {lead: a.md}}\n");
  for (const char* pages : {"1-3", "2-3"}) {
    const test::Ran ran = render("-o p.pdf --pages " + std::string(pages));
    ASSERT_EQ(ran.status, 0) << ran.err;
    ASSERT_EQ(
        std::system(
            ("cd '" + folder_.string() + "' && qpdf --json=2 --json-key=outlines p.pdf > o.json").c_str()),
        0);
    const std::string outline = test::slurp(folder_ / "o.json");
    EXPECT_NE(outline.find("\"title\": \"春耕\""), outline.npos) << outline;
    EXPECT_EQ(outline.find("\"title\""), outline.rfind("\"title\"")) << pages << outline;
    EXPECT_NE(outline.find("\"destpageposfrom1\": 1"), outline.npos) << pages << outline;
  }
}

TEST_F(Render, SplitWritesOneFileAPage) {
  EXPECT_EQ(render("-o p.pdf --split --jobs 2").status, 0);
  EXPECT_TRUE(made("p-1.pdf") && made("p-3.pdf") && !made("p.pdf"));
}

/// Stories are set ahead and side by side: the page and the order of what is told are those of one thread.
TEST_F(Render, AnyNumberOfJobsTellsTheSame) {
  std::string pages = "paper: 测试报\ndate: 2026-11-23\npages:\n";
  for (int page = 1; page <= 24; ++page) {
    const std::string number = std::to_string(page), name = "s" + number + ".md";
    std::string text = "---\ntitle: 春耕" + number + "\n---\n\n";
    for (int line = 0; line < page * 8; ++line) text += "春雨过后，田里一片新绿。";
    write(name, text + "\n");
    pages += "  - {number: " + number + ", layout: layout.yaml, frames: {lead: " + name + "}}\n";
  }
  write("edition.yaml", pages);
  const test::Ran one = render("-o one.pdf --jobs 1"), four = render("-o four.pdf --jobs 4");
  EXPECT_EQ(one.status, 1);
  EXPECT_THAT(one.err, HasSubstr("s24.md"));
  EXPECT_EQ(four.status, one.status);
  EXPECT_EQ(four.err, one.err);
}

TEST_F(Render, StandardOutputCarriesTheResult) {
  const test::Ran ran = render("-o - --format pdf --pages 1");
  EXPECT_EQ(ran.status, 0);
  EXPECT_THAT(ran.out, StartsWith("%PDF-1"));
  EXPECT_EQ(ran.err, "");
}

constexpr const char* kWhy =
    "page 1\n"
    "frame lead\n"
    "headline, 1 line, broken by sense\n"
    "  春耕\n"
    "paragraph 1, 2 lines\n"
    "column 1, row 3: 春雨过后，田里一片\n"
    "  9 em behind an indent of 2, natural 9: fits as it is\n"
    "  a break later, behind 新: too wide by 0.5 even when everything gives\n"
    "  a break earlier, behind 一: stretched by 1: 1 between characters at 5 joints, 0.2 each; badness 1111: "
    "the "
    "paragraph would cost 1276790 more\n"
    "column 2, row 3: 新绿。\n"
    "  11 em, natural 3: the last line keeps its width, 8 stay free\n"
    "  a break earlier, behind 新 (。 may not start a line): stretched by 10: 10 that nothing can take; "
    "badness "
    "5836806: the paragraph would cost 34068417349575 more\n";

TEST_F(Render, ExplainSaysWhyLinesEnd) {
  const test::Ran ran = render("--explain --pages 1");
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_EQ(ran.out, kWhy);
  EXPECT_EQ(render("--explain --pages 1 -o why.txt").out, "");
  EXPECT_EQ(test::slurp(folder_ / "why.txt"), ran.out);
  const test::Ran both = render("--explain --pages 1 -o p.pdf");
  EXPECT_EQ(both.out, ran.out);
  EXPECT_TRUE(made("p.pdf"));
  EXPECT_EQ(render("--explain -o -").status, 2);
  EXPECT_EQ(render("--explain --pages 9").status, 2);
}

/// What has no lines of words is told by its place.
TEST_F(Render, ExplainsTablesAndRules) {
  write("a.md", "---\ntitle: 春耕\n---\n\n| 菜 | 价 |\n| --- | --- |\n| 葱 | 2 |\n\n---\n\n春雨过后。\n");
  const test::Ran ran = render("--explain --pages 1");
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_THAT(ran.out, HasSubstr("\ntable, paragraph 1\ncolumn 1, row 3: the header\ncolumn 1, row 4: row 1\n"
                                 "rule, paragraph 2\ncolumn 2, row 3: the rule\nparagraph 3, 1 line\n"));
}

TEST_F(Render, WrongUsageIsTwo) {
  EXPECT_EQ(render("-o p.xyz").status, 2);
  EXPECT_EQ(render("-o p.xyz").err, "banxin: what format is 'p.xyz'? give --format pdf, png, svg or json\n");
  EXPECT_EQ(render("-o p.pdf --pages 2").err, "banxin: the edition has no page 2\n");
  EXPECT_EQ(render("-o p.pdf --pages 2").status, 2);
  EXPECT_EQ(render("").status, 2);
  EXPECT_EQ(run_program("").status, 2);
  EXPECT_EQ(run_program("rendr x").status, 2);
  EXPECT_EQ(run_program("--version").status, 0);
  EXPECT_THAT(run_program("--version").out, StartsWith("banxin 0."));
  EXPECT_THAT(run_program("render --help").out, HasSubstr("--pages"));
}

TEST_F(Render, AMachineThatFailsIsThree) {
  write("taken", "a file, not a folder");
  const test::Ran ran = render("-o taken/p.pdf");
  EXPECT_EQ(ran.status, 3);
  EXPECT_EQ(ran.err, "banxin: cannot write 'taken/p.pdf': Not a directory\n");
}

TEST_F(Render, ErrorsAreOneAndNothingIsWritten) {
  write("a.md", "---\ntitel: 春耕\n---\n\n春雨过后。\n");
  const test::Ran ran = render("-o p.pdf");
  EXPECT_EQ(ran.status, 1);
  EXPECT_THAT(ran.err, HasSubstr("a.md:2:1: error[unknown-key]: unknown key 'titel'"));
  EXPECT_FALSE(made("p.pdf"));
}

TEST_F(Render, OversetCopyIsAnErrorWithWhatToCut) {
  std::string text;
  for (int i = 0; i < 30; ++i) text += "春雨过后田里一片新绿";
  write("a.md", text + "。\n");
  const test::Ran ran = render("-o p.pdf --pages 1");
  EXPECT_EQ(ran.status, 1);
  EXPECT_THAT(ran.err, HasSubstr("error[overset]: frame 'lead' is over by "));
  EXPECT_THAT(ran.err, HasSubstr("this did not fit: "));
  EXPECT_FALSE(made("p.pdf"));
}

TEST_F(Render, DiagnosticsCanBeJson) {
  write("a.md", "---\ntitel: 春耕\n---\n\n春雨过后。\n");
  const test::Ran ran = run_program("--diagnostics json render edition.yaml -o p.pdf", folder_);
  EXPECT_EQ(ran.status, 1);
  EXPECT_THAT(ran.err, StartsWith("{\"severity\":\"error\",\"code\":\"unknown-key\""));
}

TEST_F(Render, AMissingCharacterIsNamedAtItsPlace) {
  write("a.md", "春雨𒀀过后。\n");
  const test::Ran ran = render("-o p.pdf");
  EXPECT_EQ(ran.status, 1);
  EXPECT_THAT(ran.err,
              StartsWith("a.md:1:3: error[missing-glyph]: no font of role 'song' has '𒀀' (U+12000)\n"));
}

}  // namespace
}  // namespace banxin
