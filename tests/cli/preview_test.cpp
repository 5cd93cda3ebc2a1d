// banxin preview and banxin watch from the outside.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdio>
#include <thread>

#include "project.h"
#include "run_program.h"

namespace banxin {
namespace {

using namespace std::chrono_literals;
using test::run_program;
using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;

constexpr const char* kSample = "preview samples/jinzhong/edition.yaml ";
constexpr const char* kLayout = "preview layouts/seed-package.yaml ";

TEST(Preview, DummyOfAnEditionAndOfALayout) {
  const test::Ran edition = run_program(std::string(kSample) + "--dummy");
  EXPECT_EQ(edition.status, 0);
  EXPECT_EQ(edition.err, "");
  EXPECT_THAT(edition.out, AllOf(StartsWith("第1版  270 × 290 mm\n"), HasSubstr("以奋力攀登谱晋中新篇"),
                                 HasSubstr("图 36字 × 17行"), HasSubstr("lead   74字 × 50行")));
  const test::Ran layout = run_program(std::string(kLayout) + "--dummy --width 60");
  EXPECT_EQ(layout.status, 0);
  EXPECT_EQ(layout.err, "");
  EXPECT_THAT(layout.out, HasSubstr("2091字"));
  EXPECT_EQ(layout.out, run_program(std::string(kLayout) + "--dummy --width 60").out);
}

TEST(Preview, DummyHasTheSignsOfTheTrade) {
  const std::string weekend = run_program("preview samples/weekend/edition.yaml --dummy").out;
  EXPECT_THAT(weekend, HasSubstr("│          O           │              Z  "));  // drawn nameplate, its words
  EXPECT_THAT(weekend, HasSubstr("O─ poem 29字 × 13行 ────O\n"));                // 花边
  EXPECT_THAT(weekend, HasSubstr("┌tower 14字─┤\n"));                            // no room for the rows
  EXPECT_THAT(weekend, HasSubstr("│  图 14字  │"));
  EXPECT_THAT(run_program("preview samples/vertical/edition.yaml --dummy").out, HasSubstr("   N   "));
}

TEST(Preview, Pictures) {
  const std::filesystem::path folder = test::fresh_folder();
  const std::string out = (folder / "p.png").string();
  for (const char* how :
       {"--ppi 40 --show grid,frames,slots,baselines,order", "--contact-sheet --ppi 20", "--ppi 30"}) {
    EXPECT_EQ(run_program(std::string(kSample) + how + " -o " + out).status, 0) << how;
    EXPECT_THAT(test::slurp(out), StartsWith("\x89PNG"));
    const std::string first = test::slurp(out);
    EXPECT_EQ(run_program(std::string(kSample) + how + " -o " + out).status, 0) << how;
    EXPECT_EQ(test::slurp(out), first) << "the same pixels every time: " << how;
  }
  std::filesystem::remove_all(folder);
}

constexpr const char* kSide = "  side: {kind: story, columns: 1-2, rows: 7-12}\n";

class Unbound : public test::Project {
 protected:
  Unbound() {
    write("layout.yaml", std::string(test::kSmallLayout) + kSide);
    change("layout.yaml", "columns: 1-2, rows: 1-12", "columns: 1-2, rows: 1-6");
    write("a.md", "---\ntitle: 春耕\n---\n\n春雨过后，田里一片新绿。\n");
    write("edition.yaml",
          "paper: 测试报\ndate: 2026-11-23\npages:\n"
          "  - {number: 1, layout: layout.yaml, frames: {lead: a.md}}\n");
  }
  /// The bytes that a preview writes.
  std::string written(const std::string& command, const std::string& name) const {
    const test::Ran ran = run(command + " -o " + name);
    EXPECT_EQ(ran.status, 0) << ran.err;
    EXPECT_THAT(ran.err, HasSubstr("warning[empty-frame]: frame 'side' of the layout has no article"));
    return test::slurp(folder_ / name);
  }
};

TEST_F(Unbound, FramesHaveAPlaceholderInPreviewsOnly) {
  const std::string preview = written("preview edition.yaml --ppi 72", "preview.png");
  const std::string sheet = written("preview edition.yaml --ppi 72 --contact-sheet", "sheet.png");
  for (const char* command : {"render edition.yaml -o x.png", "check edition.yaml"}) {
    const test::Ran ran = run(command);
    EXPECT_EQ(ran.status, 1) << command;
    EXPECT_THAT(ran.err, HasSubstr("error[empty-frame]: frame 'side' of the layout has no article"));
  }
  EXPECT_FALSE(std::filesystem::exists(folder_ / "x.png"));
  // Without the frame there is nothing to stand for.
  change("layout.yaml", kSide, "");
  EXPECT_EQ(run("preview edition.yaml --ppi 72 -o preview.png").status, 0);
  EXPECT_EQ(run("preview edition.yaml --ppi 72 --contact-sheet -o sheet.png").status, 0);
  EXPECT_EQ(run("render edition.yaml --ppi 72 -o bare.png").status, 0);
  EXPECT_TRUE(test::slurp(folder_ / "preview.png") == test::slurp(folder_ / "bare.png"));
  EXPECT_FALSE(test::slurp(folder_ / "preview.png") == preview);
  EXPECT_FALSE(test::slurp(folder_ / "sheet.png") == sheet);
}

TEST_F(Unbound, APreviewGoesOnWithoutAPieceThatCannotBeRead) {
  struct Lack {
    const char *article, *code;
  };
  write("photo.md", "---\ntitle: 夏收\nphotos: [{file: none.jpg, caption: 麦收}]\n---\n\n麦子黄了。\n");
  write("open.md", "---\ntitle: 夏收\n\n麦子黄了。\n");
  write("void.md", "---\ntitle: 夏收\n---\n");
  change("layout.yaml", "rows: 7-12}", "rows: 7-12, photos: [{columns: 2, rows: 2}]}");
  for (const Lack& lack : {Lack{"none.md", "not-found"}, Lack{"photo.md", "not-found"},
                           Lack{"open.md", "front-matter"}, Lack{"void.md", "no-text"}}) {
    write("edition.yaml", std::string("paper: 测试报\ndate: 2026-11-23\npages:\n  - {number: 1, layout: "
                                      "layout.yaml, frames: {lead: a.md, side: ") +
                              lack.article + "}}\n");
    std::filesystem::remove(folder_ / "p.png");
    const test::Ran ran = run("preview edition.yaml --ppi 72 -o p.png");
    EXPECT_EQ(ran.status, 1) << lack.article;
    EXPECT_THAT(ran.err, HasSubstr(std::string("error[") + lack.code));
    EXPECT_TRUE(std::filesystem::exists(folder_ / "p.png")) << ran.err;
    EXPECT_EQ(run("render edition.yaml -o r.png").status, 1);
    EXPECT_FALSE(std::filesystem::exists(folder_ / "r.png"));
  }
}

TEST(Preview, OnATerminalThatIsNone) {
  const test::Ran blocks = run_program(std::string(kSample) + "--terminal");
  EXPECT_EQ(blocks.status, 0);
  EXPECT_THAT(blocks.out, StartsWith("\x1b[38;2;255;255;255m"));
  EXPECT_THAT(run_program(std::string(kSample) + "--terminal --graphics kitty").out, StartsWith("\x1b_Ga=T"));
  EXPECT_THAT(run_program(std::string(kSample) + "--terminal --graphics sixel").out, StartsWith("\x1bP"));
}

TEST(Preview, WrongUsage) {
  EXPECT_EQ(run_program(kSample).status, 2);
  EXPECT_EQ(run_program(kSample).err,
            "banxin: say how to look at it: -o FILE.png, --terminal, --dummy or --serve\n");
  EXPECT_EQ(run_program(std::string(kSample) + "--dummy --terminal").status, 2);
  EXPECT_EQ(run_program(std::string(kSample) + "--dummy --contact-sheet").status, 2);
  EXPECT_EQ(run_program(std::string(kSample) + "--dummy --pages 7").err,
            "banxin: the edition has no page 7\n");
  EXPECT_EQ(run_program(std::string(kSample) + "-o /tmp/x.png --show fold").status, 2);
  EXPECT_EQ(run_program(std::string(kSample) + "--serve nowhere").err,
            "banxin: 'nowhere' is no address: write a port, or HOST:PORT\n");
  EXPECT_EQ(run_program("watch samples/jinzhong/edition.yaml -o x.doc").status, 2);
}

TEST(Preview, WhatCannotBeReadIsReported) {
  const std::filesystem::path folder = test::fresh_folder();
  std::ofstream(folder / "layout.yaml") << "grid: {size: 9pt}\n";
  const test::Ran ran = run_program("preview layout.yaml --dummy", folder);
  EXPECT_EQ(ran.status, 1);
  EXPECT_THAT(ran.err, HasSubstr("layout.yaml:1:"));
  EXPECT_EQ(ran.out, "");
  std::filesystem::remove_all(folder);
}

/// Runs `watch` for as long as `edits` takes, then ends it as Ctrl-C does.
template <class Edits>
test::Ran watched(const std::filesystem::path& folder, const std::string& out, const Edits& edits) {
  const std::string errors = (folder / "stderr.txt").string();
  const pid_t child = fork();
  if (child == 0) {
    if (chdir(folder.c_str()) == 0 && freopen(errors.c_str(), "w", stderr) != nullptr)
      execl(BANXIN_BINARY, BANXIN_BINARY, "watch", "edition.yaml", "-o", out.c_str(), nullptr);
    _exit(127);
  }
  edits();
  kill(child, SIGINT);
  int raw = 0;
  waitpid(child, &raw, 0);
  return {WIFEXITED(raw) ? WEXITSTATUS(raw) : -1, "", test::slurp(errors)};
}

/// Waits until the file holds something else than `before`.
std::string next_bytes(const std::filesystem::path& file, const std::string& before) {
  for (int i = 0; i < 600; ++i) {
    const std::string now = test::slurp(file);
    if (!now.empty() && now != before) return now;
    std::this_thread::sleep_for(50ms);
  }
  return before;
}

TEST(Watch, WritesOnlyWhatHasChanged) {
  const std::filesystem::path folder = test::fresh_folder();
  const auto write = [&](const std::string& name, const std::string& text) {
    std::ofstream(folder / name) << text;
  };
  write("layout.yaml", test::kSmallLayout);
  write("a.md", "---\ntitle: 春耕\n---\n\n春雨过后，田里一片新绿。\n");
  write("b.md", "---\ntitle: 夏种\n---\n\n夏日渐长，麦子黄了。\n");
  write("edition.yaml",
        "paper: 测试报\ndate: 2026-11-23\npages:\n"
        "  - {number: 1, layout: layout.yaml, frames: {lead: a.md}}\n"
        "  - {number: 2, layout: layout.yaml, frames: {lead: b.md}}\n");
  std::string first, second, after, broken;
  std::filesystem::file_time_type untouched, still;
  const test::Ran ran = watched(folder, "p-{page}.svg", [&] {
    first = next_bytes(folder / "p-1.svg", "");
    second = next_bytes(folder / "p-2.svg", "");
    untouched = std::filesystem::last_write_time(folder / "p-2.svg");
    write("a.md", "---\ntitle: 春耕\n---\n\n春雨过后，田里一片嫩绿。\n");
    after = next_bytes(folder / "p-1.svg", first);
    write("a.md", "---\ntitle: [\n---\n\n春雨。\n");
    std::this_thread::sleep_for(600ms);
    broken = test::slurp(folder / "p-1.svg");
    still = std::filesystem::last_write_time(folder / "p-2.svg");
  });
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_NE(first, after);
  EXPECT_EQ(after, broken) << "nothing is written while there are errors";
  EXPECT_EQ(untouched, still) << "the other page is not written again";
  EXPECT_THAT(ran.err, AllOf(HasSubstr("2 of 2 files written"), HasSubstr("1 of 2 files written"),
                             HasSubstr("a.md:")));
  const std::string watched_bytes = second;
  EXPECT_EQ(run_program("render edition.yaml -o q-{page}.svg --pages 2", folder).status,
            1);  // a.md is broken
  write("a.md", "---\ntitle: 春耕\n---\n\n春雨过后，田里一片嫩绿。\n");
  EXPECT_EQ(run_program("render edition.yaml -o q-{page}.svg", folder).status, 0);
  EXPECT_EQ(test::slurp(folder / "q-1.svg"), after) << "watch writes what render writes";
  EXPECT_EQ(test::slurp(folder / "q-2.svg"), watched_bytes);
  std::filesystem::remove_all(folder);
}

/// Nor does it once a target has become what the pages are made from, by whatever name it is called.
TEST(Watch, DoesNotWriteOverWhatPagesAreMadeFrom) {
  const std::filesystem::path folder = test::fresh_folder();
  const auto write = [&](const std::string& name, const std::string& text) {
    std::ofstream(folder / name) << text;
  };
  const std::string story = "---\ntitle: 春耕\n---\n\n春雨过后，田里一片新绿。\n";
  const std::string edition = "paper: 测试报\npages:\n  - {number: 1, layout: layout.yaml, frames: {lead: ";
  write("layout.yaml", test::kSmallLayout);
  write("a.md", story);
  write("1.svg", story);
  write("edition.yaml", edition + "a.md}}\n");
  std::filesystem::create_symlink("edition.yaml", folder / "link.svg");
  const auto next_words = [&] { return next_bytes(folder / "stderr.txt", ""); };
  test::Ran ran = watched(folder, "link.svg", next_words);
  EXPECT_EQ(ran.err, "banxin: 'link.svg' is what the pages are made from: write them to another file\n");
  EXPECT_EQ(test::slurp(folder / "edition.yaml"), edition + "a.md}}\n");
  std::filesystem::remove(folder / "stderr.txt");
  write("edition.yaml", edition + "1.svg}}\n");
  ran = watched(folder, "./{page}.svg", next_words);
  EXPECT_EQ(ran.err, "banxin: './1.svg' is what the pages are made from: write them to another file\n");
  EXPECT_EQ(test::slurp(folder / "1.svg"), story);
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace banxin
