// banxin check and the plates from the outside.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "project.h"

namespace banxin {
namespace {

using test::run_program;
using testing::HasSubstr;

/// A page with its title in a spot colour, on a small sheet.
class PressCommands : public test::Project {
 protected:
  void SetUp() override {
    write("layout.yaml",
          "page: {size: [120mm, 100mm]}\n"
          "grid: {size: 9pt, pitch: 13pt, columns: 2, measure: 11字, gap: 1字, rows: 12}\n"
          "inks: {报红: {spot: PANTONE 485 C, cmyk: M95 Y100}, 网页蓝: {rgb: \"#0055aa\"}}\n"
          "styles: {title: {size: 小二, ink: 报红}}\n"
          "frames:\n  lead: {kind: story, columns: 1-2, rows: 1-12}\n");
    write("a.md", "---\ntitle: 春耕\n---\n\n春雨过后，田里一片新绿。\n");
    write("b.md", "---\ntitle: 夏种\n---\n\n夏日渐长，麦子黄了。\n");
    write("edition.yaml",
          "paper: 测试报\ndate: 2026-11-23\nlint: {empty-slots: off}\npages:\n"
          "  - {number: 1, layout: layout.yaml, frames: {lead: a.md}}\n"
          "  - {number: 2, layout: layout.yaml, frames: {lead: b.md}}\n");
  }
};

TEST_F(PressCommands, CheckAnEditionBeforeItIsDrawn) {
  const test::Ran ran = run("check edition.yaml --format short");
  EXPECT_EQ(ran.status, 0) << ran.out;
  EXPECT_EQ(ran.out,
            "layout.yaml:3:8: warning[spot-colour]: page 1: the spot colour 'PANTONE 485 C' needs a plate of "
            "its own\n"
            "layout.yaml:3:8: warning[spot-colour]: page 2: the spot colour 'PANTONE 485 C' needs a plate of "
            "its own\n");
  EXPECT_EQ(ran.err, "");
}

/// On a terminal both streams are read together.
TEST_F(PressCommands, WhatCannotBeReadIsSaidOnce) {
  write("edition.yaml", "paper: x\ndat: 2024\n");
  const test::Ran ran = run("check edition.yaml --format short");
  EXPECT_EQ(ran.status, 1);
  EXPECT_THAT(ran.out, HasSubstr("unknown-key"));
  EXPECT_EQ(ran.err, "");
}

TEST_F(PressCommands, PointAtWhatIsWrongInTheCopy) {
  change("layout.yaml", "size: 小二, ink: 报红", "size: 4pt");
  const test::Ran ran = run("check edition.yaml");
  EXPECT_EQ(ran.status, 1);
  EXPECT_THAT(ran.out, HasSubstr("a.md:2:8: error[small-type]: page 1, "));
  EXPECT_THAT(ran.out, HasSubstr("title: 春耕\n       ^~~~\nhint: set it larger\n"));
  EXPECT_THAT(ran.out, HasSubstr("b.md:2:8: error[small-type]: page 2, "));
  EXPECT_THAT(run("check edition.yaml --format json").out,
              HasSubstr("\"file\":\"a.md\",\"line\":2,\"column\":8,"));
}

TEST_F(PressCommands, TellAProgramAllOfIt) {
  std::string copy;
  for (int i = 0; i < 100; ++i) copy += "夏日渐长，麦子黄了。";
  change("b.md", "夏日渐长，麦子黄了。", copy);
  const test::Ran ran = run("check edition.yaml --format json");
  EXPECT_EQ(ran.status, 1);
  EXPECT_EQ(ran.err, "");
  EXPECT_THAT(ran.out,
              HasSubstr("{\"file\":\"edition.yaml\",\"code\":\"fit\",\"severity\":\"note\",\"page\":1,"
                        "\"frame\":\"lead\","));
  EXPECT_THAT(ran.out, HasSubstr("\"code\":\"overset\",\"severity\":\"error\""));
  EXPECT_THAT(ran.out, HasSubstr("\"code\":\"spot-colour\""));
  EXPECT_THAT(run("check edition.yaml --format short").out, HasSubstr("b.md:5:"));
}

TEST_F(PressCommands, TellAProgramWhyThereIsNoPage) {
  change("layout.yaml", "columns: 2", "colums: 2");
  const test::Ran ran = run("check edition.yaml --format json");
  EXPECT_EQ(ran.status, 1);
  EXPECT_THAT(ran.out,
              HasSubstr("\"file\":\"layout.yaml\",\"line\":2,\"column\":32,\"code\":\"unknown-key\""));
  EXPECT_THAT(ran.err, HasSubstr("error[unknown-key]"));
  const test::Ran by_program = run("--diagnostics json check edition.yaml --format json");
  EXPECT_EQ(by_program.status, 1);
  EXPECT_EQ(by_program.out, ran.out);
  EXPECT_EQ(by_program.err, "");
}

TEST_F(PressCommands, RefuseColoursForScreensOnAPress) {
  change("layout.yaml", "ink: 报红", "ink: 网页蓝");
  EXPECT_EQ(run("render edition.yaml -o p.pdf").status, 0);
  const test::Ran ran = run("render edition.yaml -o q.pdf --press newspaper");
  EXPECT_EQ(ran.status, 1);
  EXPECT_THAT(ran.err, HasSubstr("layout.yaml:3:"));
  EXPECT_THAT(ran.err, HasSubstr("error[screen-colour]: the ink '网页蓝' is for screens alone"));
  EXPECT_FALSE(made("q.pdf"));
}

TEST_F(PressCommands, MakeTheSameBytesEverywhere) {
  for (const char* press : {"newspaper", "x1a"}) {
    const std::string with = std::string(" --press ") + press;
    ASSERT_EQ(run("render edition.yaml -o one.pdf --jobs 1" + with).status, 0);
    ASSERT_EQ(run("render edition.yaml -o two.pdf --jobs 2" + with).status, 0);
    ASSERT_EQ(test::run_program("render " + (folder_ / "edition.yaml").string() + " -o " +
                                    (folder_ / "three.pdf").string() + with,
                                "/")
                  .status,
              0);
    EXPECT_EQ(test::slurp(folder_ / "one.pdf"), test::slurp(folder_ / "two.pdf")) << press;
    EXPECT_EQ(test::slurp(folder_ / "one.pdf"), test::slurp(folder_ / "three.pdf")) << press;
  }
}

TEST_F(PressCommands, ListPlatesAndWhatHasChanged) {
  EXPECT_EQ(run("check edition.yaml --plates").out,
            "page\tCyan\tMagenta\tYellow\tBlack\tPANTONE 485 "
            "C\n1\t-\t-\t-\tneeded\tneeded\n2\t-\t-\t-\tneeded\tneeded\n"
            "4 plates, 4 to be made\n");
  ASSERT_EQ(run("render edition.yaml -o old.pdf --press newspaper").status, 0);
  EXPECT_THAT(run("check edition.yaml --plates --against old.pdf").out,
              HasSubstr("4 plates, 0 to be made\n"));
  change("b.md", "麦子黄了", "麦子熟了");
  EXPECT_EQ(run("check edition.yaml --plates --against old.pdf").out,
            "page\tCyan\tMagenta\tYellow\tBlack\tPANTONE 485 C\n1\t-\t-\t-\tunchanged\tunchanged\n"
            "2\t-\t-\t-\tchanged\tunchanged\n4 plates, 1 to be made\n");
  change("layout.yaml", "ink: 报红", "ink: M95");
  const std::string after = run("check edition.yaml --plates --against old.pdf --format json").out;
  EXPECT_THAT(after, HasSubstr("{\"page\":1,\"plate\":\"Magenta\",\"state\":\"changed\""));
  EXPECT_THAT(after, HasSubstr("\"plate\":\"PANTONE 485 C\",\"state\":\"dropped\",\"coverage\":0}"));
}

TEST_F(PressCommands, ShowPlatesSideBySide) {
  const test::Ran ran = run("preview edition.yaml --plates -o p.png --ppi 36");
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_TRUE(made("p-1.png") && made("p-2.png"));
  EXPECT_THAT(ran.out, HasSubstr("page 1, from left to right: Cyan 0 %, Magenta 0 %, Yellow 0 %, Black "));
  EXPECT_THAT(ran.out, HasSubstr("PANTONE 485 C "));
}

TEST_F(PressCommands, MapTheInk) {
  const test::Ran ran = run("check edition.yaml --heat-map {page}.png");
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_TRUE(made("1.png") && made("2.png"));
  EXPECT_THAT(ran.err, HasSubstr("page 1: most ink in 1.5 mm: "));
}

/// Nothing of what the plates library says reaches the user as an accident.
TEST_F(PressCommands, SayWhatCannotBeDrawn) {
  write("bad.pdf", "%PDF-1.4\nno more");
  const test::Ran ran = run("preview bad.pdf --plates -o p.png");
  EXPECT_EQ(ran.status, 1);
  EXPECT_THAT(ran.err, HasSubstr("error[broken-file]: 'bad.pdf' cannot be drawn: "));
  EXPECT_EQ(run("check nowhere.pdf --plates").status, 1);
}

}  // namespace
}  // namespace banxin
