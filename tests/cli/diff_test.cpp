// banxin diff from the outside: what it takes, what it says, how it ends.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "project.h"

namespace banxin {
namespace {

using test::run_program;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

/// Two editions of one page in a folder of their own; `b` says 秋收 where `a` says 夏种.
class Diff : public test::Project {
 protected:
  void SetUp() override {
    write("layout.yaml", test::kSmallLayout);
    write("a.md", "---\ntitle: 春耕\n---\n\n春雨过后，田里一片新绿。夏种也快了。\n");
    write("b.md", "---\ntitle: 春耕\n---\n\n春雨过后，田里一片新绿。秋收也快了。\n");
    for (const char* name : {"a", "b"}) {
      write(std::string(name) + ".yaml",
            "paper: 测试报\ndate: 2026-11-23\npages:\n  - {number: 1, layout: layout.yaml, frames: {lead: " +
                std::string(name) + ".md}}\n");
    }
  }
};

TEST_F(Diff, SaysNothingOfTheSame) {
  const test::Ran ran = run("diff a.yaml a.yaml");
  EXPECT_EQ(ran.status, 0);
  EXPECT_EQ(ran.out, "the same\n");
  EXPECT_EQ(ran.err, "");
}

TEST_F(Diff, NamesTheWordsThatChanged) {
  const test::Ran ran = run("diff a.yaml b.yaml");
  EXPECT_EQ(ran.status, 1);
  EXPECT_THAT(ran.out, StartsWith("page 1, ‘春耕’, paragraph 1\n"
                                  "  ‘夏种’ became ‘秋收’: …，田里一片新绿。[秋收]也快了。…\n"));
  EXPECT_THAT(ran.out, HasSubstr("1 change in the words, 0 in the places, 1 page with other pixels\n"));
}

TEST_F(Diff, FuzzIsForPixelsOnly) {
  EXPECT_THAT(run("diff a.yaml b.yaml --fuzz 255,100000").out,
              HasSubstr("1 change in the words, 0 in the places, 0 pages with other pixels\n"));
  EXPECT_EQ(run("diff a.yaml b.yaml --fuzz 2").status, 2);
  EXPECT_EQ(run("diff a.yaml b.yaml --fuzz 2,x").err, "banxin: --fuzz is two numbers, LEVEL,PIXELS: 2,100\n");
}

/// A dump of many pages is quickly written; drawn, each of them takes its time.
TEST_F(Diff, DrawsTheFirstHundredPagesOfAReport) {
  for (const std::string name : {"a", "b"}) {
    ASSERT_EQ(run("render " + name + ".yaml -o " + name + ".json").status, 0);
    const std::string dump = test::slurp(folder_ / (name + ".json")), opens = "\"pages\":[\n";
    const std::size_t begin = dump.find(opens) + opens.size(), end = dump.rfind("\n]");
    std::string many = dump.substr(0, end);
    for (int i = 1; i < 130; ++i) many += ",\n" + dump.substr(begin, end - begin);
    write(name + ".json", many + dump.substr(end));
  }
  const test::Ran ran = run("diff a.json b.json --report out --ppi 18");
  EXPECT_EQ(ran.status, 1);
  EXPECT_EQ(ran.err,
            "warning[report-pictures]: the report has pictures of the first 100 pages that differ; of 30 "
            "more it has "
            "the words\nreport: out/index.html\n");
  const std::string html = test::slurp(folder_ / "out/index.html");
  std::size_t pictures = 0;
  for (std::size_t at = html.find("data:image/png"); at != html.npos;
       at = html.find("data:image/png", at + 1)) {
    ++pictures;
  }
  EXPECT_EQ(pictures, 200u);
  EXPECT_THAT(html, HasSubstr("\"oldIndex\":129"));
}

TEST_F(Diff, TakesDumps) {
  ASSERT_EQ(run("render a.yaml -o a.json").status, 0);
  ASSERT_EQ(run("render b.yaml -o b.json").status, 0);
  EXPECT_EQ(run("diff a.json a.yaml").status, 0);
  const test::Ran ran = run("diff a.json b.json --format json");
  EXPECT_EQ(ran.status, 1);
  EXPECT_THAT(ran.out,
              StartsWith("{\n\"banxin_diff\":1,\n\"old\":\"a.json\",\n\"new\":\"b.json\",\n\"same\":false,\n"
                         "\"changes\":[\n{\"layer\":\"text\",\"kind\":\"text-changed\","));
}

TEST_F(Diff, TakesPdfs) {
  ASSERT_EQ(run("render a.yaml -o a.pdf").status, 0);
  ASSERT_EQ(run("render b.yaml -o b.pdf").status, 0);
  EXPECT_EQ(run("diff a.pdf a.pdf").out, "the same\n");
  EXPECT_EQ(run("diff a.yaml a.pdf").out, "the same\n");
  EXPECT_THAT(run("diff a.pdf b.pdf").out, HasSubstr("‘夏种’ became ‘秋收’"));
}

TEST_F(Diff, TakesAPdfAndADump) {
  ASSERT_EQ(run("render a.yaml -o a.pdf").status, 0);
  ASSERT_EQ(run("render a.yaml -o a.json").status, 0);
  ASSERT_EQ(run("render b.yaml -o b.json").status, 0);
  const test::Ran same = run("diff a.json a.pdf");
  EXPECT_EQ(same.out, "the same\n");
  EXPECT_EQ(same.err, "");
  EXPECT_THAT(run("diff a.pdf b.json").out, HasSubstr("‘夏种’ became ‘秋收’"));
}

/// Turned and narrowed type, photos and adverts that are not beside the dump.
TEST_F(Diff, ADumpDrawsAsItsEditionDoes) {
  for (const std::string name : {"vertical", "furniture"}) {
    const std::string edition = "samples/" + name + "/edition.yaml", out = (folder_ / name).string();
    ASSERT_EQ(run_program("render " + edition + " -o " + out + ".pdf").status, 0);
    ASSERT_EQ(run_program("render " + edition + " -o " + out + ".json").status, 0);
    const test::Ran ran = run_program("diff " + out + ".pdf " + out + ".json");
    EXPECT_EQ(ran.out, "the same\n");
    EXPECT_THAT(ran.err,
                HasSubstr("warning[not-compared]: pictures of '" + out + ".json' are not where it says"));
  }
}

/// A word more moves lines from column to column; read by their places, the columns would be woven together.
TEST_F(Diff, ReadsTheColumnsOfAPdfOneAfterAnother) {
  std::string copy;
  for (int i = 0; i < 7; ++i) copy += "春雨过后，田里一片新绿，农机手们忙着检修农具。";
  write("a.md", "---\ntitle: 春耕\n---\n\n" + copy + "\n");
  write("b.md", "---\ntitle: 春耕\n---\n\n昨夜的" + copy + "\n");
  ASSERT_EQ(run("render a.yaml -o a.pdf").status, 0);
  const std::string out = run("diff a.pdf b.yaml").out;
  EXPECT_THAT(out, StartsWith("page 1\n  ‘昨夜的’ is new: …春耕[昨夜的]春雨过后，田里一…\n"));
  EXPECT_THAT(out, HasSubstr("\n1 change in the words, "));
}

TEST_F(Diff, CountsPagesThatCameAndWent) {
  write(
      "two.yaml",
      "paper: 测试报\ndate: 2026-11-23\npages:\n  - {number: 1, layout: layout.yaml, frames: {lead: a.md}}\n"
      "  - {number: 2, layout: layout.yaml, frames: {lead: b.md}}\n");
  const test::Ran ran = run("diff a.yaml two.yaml");
  EXPECT_EQ(ran.status, 1);
  EXPECT_THAT(ran.out, HasSubstr("page 2\n  the page is new\n"));
  EXPECT_THAT(run("diff two.yaml a.yaml").out, HasSubstr("page 2\n  the page is gone\n"));
}

TEST_F(Diff, SaysThatThePaperIsAnother) {
  ASSERT_EQ(run("render a.yaml -o a.pdf").status, 0);
  write("layout.yaml",
        "page: {size: [130mm, 110mm]}\n"
        "grid: {size: 9pt, pitch: 13pt, columns: 2, measure: 11字, gap: 1字, rows: 12}\n"
        "styles: {title: {size: 小二}}\n"
        "frames:\n  lead: {kind: story, columns: 1-2, rows: 1-12}\n");
  const test::Ran ran = run("diff a.pdf a.yaml");
  EXPECT_EQ(ran.status, 1);
  EXPECT_THAT(ran.out, HasSubstr("the page was 340.157 × 283.465 pt, is 368.504 × 311.811 pt"));
  EXPECT_THAT(ran.out, HasSubstr("0 change"));
}

TEST_F(Diff, ASideThatCannotBeReadIsTwo) {
  write("bad.json", "{\"banxin_page\":1,\"pages\":[{\"number\":-3}]}");
  write("bad.pdf", "%PDF-1.7\nnothing more");
  ASSERT_EQ(run("render a.yaml -o a.pdf").status, 0);
  std::system(("qpdf --encrypt secret owner 256 -- '" + (folder_ / "a.pdf").string() + "' '" +
               (folder_ / "locked.pdf").string() + "'")
                  .c_str());
  const auto says = [&](const std::string& sides, const std::string& message) {
    const test::Ran ran = run("diff " + sides);
    EXPECT_EQ(ran.status, 2) << sides;
    EXPECT_THAT(ran.err, HasSubstr(message));
    EXPECT_EQ(ran.out, "");
  };
  says("none.yaml a.yaml", "error[not-found]: cannot read 'none.yaml'");
  says(". a.yaml", "error[not-found]: cannot read '.'");
  says("bad.json a.yaml",
       "error[bad-dump]: 'bad.json' cannot be read as a dump: pages[0]: a whole number is missing");
  says("bad.pdf a.yaml", "error[bad-pdf]: 'bad.pdf' is damaged");
  says("locked.pdf a.yaml", "error[bad-pdf]: 'locked.pdf' is encrypted\nhint: save it without a password");
  says("a.md a.yaml", "a.md:");
  EXPECT_EQ(run("diff a.yaml").status, 2);
}

TEST_F(Diff, WritesAReportThatNeedsNothingElse) {
  write("a.md", "---\ntitle: 春</script>耕\n---\n\n春雨过后，田里一片新绿。\n");
  const test::Ran ran = run("diff a.yaml b.yaml --report out");
  EXPECT_EQ(ran.status, 1);
  EXPECT_EQ(ran.err, "report: out/index.html\n");
  const std::string html = test::slurp(folder_ / "out/index.html");
  EXPECT_THAT(html, StartsWith("<!doctype html>"));
  EXPECT_THAT(html, HasSubstr("data:image/png;base64,iVBOR"));
  EXPECT_THAT(html, Not(HasSubstr("{{")));
  EXPECT_THAT(html, Not(HasSubstr("http://")));
  EXPECT_THAT(html, Not(HasSubstr("https://")));
  EXPECT_THAT(html, Not(HasSubstr("src=\"/")));
  EXPECT_THAT(html, HasSubstr("\\u003c/script>"));  // of the copy: it does not end ours
}

/// What an edition has against itself is told, and changes nothing of what the comparison ends with.
TEST_F(Diff, AnEditionWithErrorsIsComparedAllTheSame) {
  std::string copy;  // more than it is worth to say where to cut
  for (int i = 0; i < 2000; ++i) copy += "春";
  write("wide.md", "---\ntitle: 春耕春耕春耕春耕春耕春耕春耕春耕春耕\n---\n\n" + copy + "\n");
  write("wide.yaml",
        "paper: 测试报\ndate: 2026-11-23\npages:\n  - {number: 1, layout: layout.yaml, frames: {lead: "
        "wide.md}}\n");
  test::Ran ran = run("diff a.yaml wide.yaml");
  EXPECT_THAT(ran.err, HasSubstr("error["));
  EXPECT_EQ(ran.status, 1);
  EXPECT_EQ(run("diff wide.yaml a.yaml --report out").status, 1);
  ran = run("diff wide.yaml wide.yaml");
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_EQ(ran.out, "the same\n");
}

/// The same names, crops and places: the files alone differ.
TEST_F(Diff, FindsFilesThatWereWorkedOver) {
  const std::string to = folder_.string();
  std::system(("cp -r " BANXIN_SOURCE_DIR "/samples/furniture '" + to + "/one' && cp -r '" + to + "/one' '" +
               to + "/two' && cp -r " BANXIN_SOURCE_DIR "/layouts '" + to + "/layouts'")
                  .c_str());
  EXPECT_EQ(run("diff one/edition.yaml two/edition.yaml --ppi 0").out, "the same\n");
  std::system(("printf '%% worked over' >> '" + to + "/two/delivered/tea.pdf'").c_str());
  EXPECT_EQ(run("diff one/edition.yaml two/edition.yaml --ppi 0").out,
            "page 2\n  artwork ‘delivered/tea.pdf’: the file is another\n"
            "page 3\n  artwork ‘delivered/tea.pdf’: the file is another\n"
            "0 changes in the words, 2 in the places, 0 pages with other pixels\n");
}

/// As PDF, as dump and as edition, words, places and pixels.
TEST_F(Diff, EverySampleRenderedTwiceIsTheSame) {
  for (const char* sample : {"blocks/edition", "daily/edition", "evening/edition", "furniture/edition",
                             "furniture/zone", "jinzhong/edition", "mastheads/edition", "mastheads/morning",
                             "pictures/edition", "technology/edition", "vertical/edition"}) {
    const std::string edition = BANXIN_SOURCE_DIR "/samples/" + std::string(sample) + ".yaml";
    for (const char* name : {"a.pdf", "b.pdf", "a.json", "b.json"})
      ASSERT_EQ(run("render " + edition + " -o " + name).status, 0) << sample;
    for (const std::string& pair : {std::string("a.pdf b.pdf"), std::string("a.json b.json"),
                                    "a.json " + edition, edition + " " + edition}) {
      const test::Ran ran = run("diff " + pair + " --ppi 40");
      EXPECT_EQ(ran.status, 0) << sample << " " << pair;
      EXPECT_EQ(ran.out, "the same\n") << sample << " " << pair;
    }
  }
}

TEST_F(Diff, AReportThatCannotBeWrittenIsThree) {
  write("taken", "a file, not a folder");
  EXPECT_EQ(run("diff a.yaml b.yaml --report taken").status, 3);
}

}  // namespace
}  // namespace banxin
