// banxin test from the outside: approve, hold against, say why.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "project.h"

namespace banxin {
namespace {

using test::run_program;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

class Golden : public test::Project {
 protected:
  void SetUp() override {
    write("layouts/l.yaml", layout("13pt"));
    write("news/a.md", "---\ntitle: 春耕\n---\n\n春雨过后，田里一片新绿。\n");
    write("news/b.md", "---\ntitle: 夏种\n---\n\n夏日渐长，麦子黄了。\n");
    write("news/e.yaml",
          "paper: 测试报\ndate: 2026-11-23\npages:\n"
          "  - {number: 1, layout: ../layouts/l.yaml, frames: {lead: a.md}}\n"
          "  - {number: 2, layout: ../layouts/l.yaml, frames: {lead: b.md}}\n");
  }

  static std::string layout(const std::string& pitch) {
    return "page: {size: [120mm, 100mm]}\n"
           "grid: {size: 9pt, pitch: " +
           pitch +
           ", columns: 2, measure: 11字, gap: 1字, rows: 12}\n"
           "styles: {title: {size: 小二}}\n"
           "frames:\n  lead: {kind: story, columns: 1-2, rows: 1-12}\n";
  }
  test::Ran run(const std::string& arguments) const { return run_program("test " + arguments, folder_); }
};

/// Whatever it is written in, it is an edition: what is wrong with it is told, and it is not "wrong usage".
TEST_F(Golden, AnEditionInAnotherEncodingIsBroken) {
  std::string wide = "\xFF\xFE";
  for (const char c : std::string("paper: X\npages:\n")) wide += c, wide += '\0';
  write("news/e.yaml", wide);
  const test::Ran ran = run("");
  EXPECT_EQ(ran.status, 1);
  EXPECT_THAT(ran.err, HasSubstr("UTF-16"));
  EXPECT_THAT(ran.out, HasSubstr("broken   news/e.yaml\n"));
  write("news/e.yaml", "\xEF\xBB\xBFpages:\n");
  EXPECT_EQ(run("").status, 1);
}

TEST_F(Golden, TellsHowToMakeWhatIsMissing) {
  const test::Ran ran = run("");
  EXPECT_EQ(ran.status, 1);
  EXPECT_EQ(
      ran.out,
      "missing  news/e.yaml has no approved pages; look at them, then: banxin test --update news/e.yaml\n"
      "1 edition, 2 pages: 0 the same, 1 without approved pages\n");
}

TEST_F(Golden, ApprovesAndHoldsAgainst) {
  EXPECT_EQ(run("--update").out,
            "missing  news/e.yaml has no approved pages yet\n"
            "approved news/e.yaml: 2 pages\n"
            "1 edition, 2 pages: 1 the same\n");
  EXPECT_TRUE(made("news/e.golden/page-1.json") && made("news/e.golden/page-2.json") &&
              made("news/e.golden/banxin.lock") && !made("news/e.golden/page-1.png"));
  const test::Ran again = run("news");
  EXPECT_EQ(again.status, 0);
  EXPECT_EQ(again.out, "1 edition, 2 pages: 1 the same\n");
  EXPECT_EQ(run("news/e.yaml").status, 0);
}

TEST_F(Golden, SaysThatTheCopyIsWhy) {
  run("--update");
  write("news/b.md", "---\ntitle: 夏种\n---\n\n夏日渐长，麦子熟了。\n");
  const test::Ran ran = run("--report out");
  EXPECT_EQ(ran.status, 1);
  EXPECT_EQ(ran.out,
            "changed  news/e.yaml\n"
            "  because: content changed: b.md\n"
            "  page 2, ‘夏种’, paragraph 1\n"
            "    ‘黄’ became ‘熟’: …夏日渐长，麦子[熟]了。…\n"
            "  1 change in the words, 0 in the places, 0 pages with other pixels\n"
            "1 edition, 2 pages: 0 the same, 1 changed\n"
            "when it is as it should be: banxin test --update\n");
  EXPECT_EQ(ran.err, "report: out/index.html\n");
  EXPECT_THAT(test::slurp(folder_ / "out/index.html"), HasSubstr("content changed: b.md"));
  EXPECT_THAT(run("--update").out, HasSubstr("became ‘熟’"));  // shown before it is approved
  EXPECT_EQ(run("").status, 0);
}

/// Of what goes into a page, the golden of another page knows nothing.
TEST_F(Golden, APageDoesNotSeeTheOthers) {
  run("--update");
  const std::string second = test::slurp(folder_ / "news/e.golden/page-2.json");
  write("news/a.md", "---\ntitle: 春耕\n---\n\n春雨过后。\n\n田里一片新绿。\n");
  run("--update");
  EXPECT_EQ(test::slurp(folder_ / "news/e.golden/page-2.json"), second);
}

TEST_F(Golden, SaysThatTheLayoutIsWhy) {
  run("--update");
  write("layouts/l.yaml", layout("13.5pt"));
  const test::Ran ran = run("");
  EXPECT_EQ(ran.status, 1);
  EXPECT_THAT(ran.out, HasSubstr("  because: layout changed: ../layouts/l.yaml\n"));
  EXPECT_THAT(ran.out, Not(HasSubstr("content")));
}

TEST_F(Golden, SaysThatAFontOrTheEngineIsWhy) {
  run("--update");
  change("news/e.golden/banxin.lock", "Noto Serif CJK SC\":\"", "Noto Serif CJK SC\":\"1.");
  change("news/e.golden/banxin.lock", "\"HarfBuzz\":\"", "\"HarfBuzz\":\"0.");
  const test::Ran same = run("");
  EXPECT_EQ(same.status, 0);  // made with something else, yet the same
  EXPECT_THAT(same.out, StartsWith("same     news/e.yaml, but made with something else:\n  font changed: "));
  change("news/e.golden/page-1.json", "\"number\":1,\"width\":", "\"number\":1,\"width\":9");
  const test::Ran ran = run("");
  EXPECT_EQ(ran.status, 1);
  EXPECT_THAT(ran.out, HasSubstr("  because: font changed: noto-serif-sc, Noto Serif CJK SC 1."));
  EXPECT_THAT(ran.out, HasSubstr("  because: engine changed: HarfBuzz 0."));
}

TEST_F(Golden, SaysThatTheProgramIsWhy) {
  run("--update");
  change("news/e.golden/page-1.json", "\"number\":1,\"width\":", "\"number\":1,\"width\":9");
  EXPECT_THAT(run("").out,
              HasSubstr("  because: banxin itself sets the same copy otherwise, or an approved page was "
                        "changed by hand\n"));
}

TEST_F(Golden, KeepsPicturesWhenAsked) {
  EXPECT_EQ(run("--update --ppi 30").status, 0);
  EXPECT_TRUE(made("news/e.golden/page-1.png"));
  EXPECT_EQ(run("").status, 0);
  write("news/b.md", "---\ntitle: 夏种\n---\n\n夏日渐长，麦子熟了。\n");
  EXPECT_THAT(run("").out, HasSubstr("1 page with other pixels"));
}

TEST_F(Golden, ForgetsPagesThatAreNoMore) {
  run("--update");
  change("news/e.yaml", "  - {number: 2, layout: ../layouts/l.yaml, frames: {lead: b.md}}\n", "");
  EXPECT_THAT(run("").out, HasSubstr("page 2\n    the page is gone"));
  run("--update");
  EXPECT_FALSE(made("news/e.golden/page-2.json"));
}

TEST_F(Golden, NamesWhatIsBroken) {
  run("--update");
  write("news/e.golden/page-1.json", "{\"banxin_page\":1");
  const test::Ran ran = run("");
  EXPECT_EQ(ran.status, 1);
  EXPECT_THAT(ran.out, StartsWith("broken   news/e.yaml: page-1.json cannot be read: it is not JSON"));
  write("news/e.golden/banxin.lock", "");
  EXPECT_THAT(run("").out, StartsWith("broken   news/e.yaml: 'news/e.golden/banxin.lock' cannot be read"));
  write("news/a.md", "---\ntitel: 春耕\n---\n\n春雨过后。\n");
  const test::Ran errors = run("");
  EXPECT_EQ(errors.status, 1);
  EXPECT_THAT(errors.err, HasSubstr("error[unknown-key]: unknown key 'titel'"));
}

TEST_F(Golden, SaysWhichApprovedPageIsNotThere) {
  run("--update");
  std::filesystem::remove(folder_ / "news/e.golden/page-2.json");
  EXPECT_THAT(run("").out, StartsWith("changed  news/e.yaml\n"
                                      "  because: page-2.json is not among the approved pages\n"));
}

/// A typing mistake in the edition, or a file that was renamed, does not make the test pass.
TEST_F(Golden, ApprovedPagesWithoutTheirEditionAreBroken) {
  write("other.yaml",
        "paper: 测试报\ndate: 2026-11-23\npages:\n  - {number: 1, layout: layouts/l.yaml, frames: {lead: "
        "news/a.md}}\n");
  run("--update");
  change("news/e.yaml", "pages:", "pagse:");
  test::Ran ran = run("");
  EXPECT_EQ(ran.status, 1);
  EXPECT_THAT(ran.err, HasSubstr("error[unknown-key]: unknown key 'pagse'"));
  EXPECT_THAT(ran.out, HasSubstr("broken   news/e.yaml\n2 editions, 1 page: 1 the same, 1 broken\n"));
  std::filesystem::remove(folder_ / "news/e.yaml");
  ran = run("");
  EXPECT_EQ(ran.status, 1);
  EXPECT_THAT(ran.err, HasSubstr("e.yaml"));
}

TEST_F(Golden, AsManyJobsAsYouLike) {
  for (int i = 0; i < 7; ++i)
    write("more/" + std::to_string(i) + ".yaml",
          "paper: 测试报\ndate: 2026-11-23\npages:\n"
          "  - {number: 1, layout: ../layouts/l.yaml, frames: {lead: ../news/a.md}}\n");
  EXPECT_EQ(run("--update --jobs 3").status, 0);
  change("more/4.yaml", "number: 1", "number: 2");
  const test::Ran one = run("--jobs 1"), many = run("--jobs 8");
  EXPECT_EQ(one.status, 1);
  EXPECT_EQ(many.out, one.out);
  EXPECT_THAT(one.out, HasSubstr("8 editions, 9 pages: 7 the same, 1 changed\n"));
}

TEST_F(Golden, WrongUsageIsTwo) {
  std::filesystem::create_directories(folder_ / "empty");
  EXPECT_EQ(run("empty").status, 2);
  EXPECT_EQ(run("empty").err, "banxin: no edition found: a YAML file with the key 'pages'\n");
  EXPECT_EQ(run("--jobs 0").status, 2);
}

}  // namespace
}  // namespace banxin
