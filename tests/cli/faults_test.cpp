// A full disk, a target that cannot be written, runs that are killed or meet: no file is ever half written.
#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "project.h"

namespace banxin {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;

/// Two pages, so that PNG and golden pages are several files.
class Faults : public test::Project {
 protected:
  void SetUp() override {
    write("layout.yaml", test::kSmallLayout);
    write("a.md", "---\ntitle: 春耕\n---\n\n春雨过后，田里一片新绿。\n");
    write("b.md", "---\ntitle: 夏种\n---\n\n夏日渐长，麦子黄了。\n");
    write("edition.yaml",
          "paper: 测试报\ndate: 2026-11-23\npages:\n"
          "  - {number: 1, layout: layout.yaml, frames: {lead: a.md}}\n"
          "  - {number: 2, layout: layout.yaml, frames: {lead: b.md}}\n");
    fs::create_directories(folder_ / "out");
  }

  std::string bytes(const std::string& name) const { return test::slurp(folder_ / name); }
  std::set<std::string> names_in(const std::string& name) const {
    std::set<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder_ / name)) names.insert(entry.path().filename());
    return names;
  }

  /// Starts the program; its output goes nowhere.
  pid_t start(const std::vector<std::string>& arguments) const {
    const pid_t pid = ::fork();
    if (pid != 0) return pid;
    std::vector<char*> argv{const_cast<char*>(BANXIN_BINARY)};
    for (const std::string& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
    argv.push_back(nullptr);
    const int nowhere = ::open("/dev/null", O_RDWR);
    if (::chdir(folder_.c_str()) != 0 || ::dup2(nowhere, 1) < 0 || ::dup2(nowhere, 2) < 0) ::_exit(126);
    ::execv(BANXIN_BINARY, argv.data());
    ::_exit(127);
  }
  static void finish(pid_t pid) {
    int status = 0;
    ::waitpid(pid, &status, 0);
  }
  /// Ends it after `wait`, wherever it is.
  void start_and_kill(const std::vector<std::string>& arguments, std::chrono::microseconds wait) const {
    const pid_t pid = start(arguments);
    std::this_thread::sleep_for(wait);
    ::kill(pid, SIGKILL);
    finish(pid);
  }
  /// How long a whole run takes.
  std::chrono::microseconds time_of(const std::vector<std::string>& arguments) const {
    const auto from = std::chrono::steady_clock::now();
    finish(start(arguments));
    return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - from);
  }
};

TEST_F(Faults, AFullDiskIsToldAndTheOldFileStays) {
  write("out/p.pdf", "old");
  const test::Ran ran = run("render edition.yaml -o /dev/full --format pdf");
  EXPECT_EQ(ran.status, 3);
  EXPECT_EQ(ran.err, "banxin: cannot write '/dev/full': No space left on device\n");
}

TEST_F(Faults, FilesThatMayNotGrowAreToldAndTheOldFileStays) {
  write("out/p.pdf", "old");
  const std::string command = "cd '" + folder_.string() + "' && (ulimit -f 1; " + BANXIN_BINARY +
                              " render edition.yaml -o out/p.pdf 2>err; test $? -eq 3)";
  EXPECT_EQ(std::system(command.c_str()), 0);
  EXPECT_EQ(bytes("err"), "banxin: cannot write 'out/p.pdf': File too large\n");
  EXPECT_EQ(bytes("out/p.pdf"), "old");
  EXPECT_THAT(names_in("out"), ElementsAre("p.pdf"));
}

TEST_F(Faults, StandardOutputThatIsFullIsThree) {
  for (const char* command : {"check edition.yaml", "capacity edition.yaml", "schema layout", "--help",
                              "render edition.yaml -o - --format json", "diff edition.yaml edition.yaml"}) {
    const std::string line = "cd '" + folder_.string() + "' && " + BANXIN_BINARY + " " + command +
                             " >/dev/full 2>err; test $? -eq 3";
    EXPECT_EQ(std::system(line.c_str()), 0) << command;
    EXPECT_THAT(bytes("err"), HasSubstr("banxin: cannot write 'standard output'")) << command;
  }
}

TEST_F(Faults, ADeviceIsWrittenToAndNotReplaced) {
  ::mkfifo((folder_ / "pipe").c_str(), 0666);
  const std::string command = "cd '" + folder_.string() + "' && cat pipe >copy & cd '" + folder_.string() +
                              "' && " + BANXIN_BINARY + " render edition.yaml -o pipe --format json && wait";
  EXPECT_EQ(std::system(command.c_str()), 0);
  EXPECT_TRUE(fs::is_fifo(folder_ / "pipe"));
  EXPECT_EQ(run("render edition.yaml -o whole.json").status, 0);
  EXPECT_EQ(bytes("copy"), bytes("whole.json"));
}

/// By whatever name it is called.
TEST_F(Faults, WhatPagesAreMadeFromIsNotWrittenOver) {
  const std::string before = bytes("edition.yaml");
  fs::create_symlink("edition.yaml", folder_ / "link.pdf");
  for (const char* command :
       {"render edition.yaml --format pdf -o edition.yaml", "render edition.yaml -o link.pdf",
        "render edition.yaml --explain --format pdf -o ./out/../edition.yaml",
        "render edition.yaml -o out/p.pdf --changes edition.yaml", "preview edition.yaml -o edition.yaml"}) {
    const test::Ran ran = run(command);
    EXPECT_EQ(ran.status, 2) << command;
    EXPECT_NE(ran.err.find("' is what the pages are made from: write them to another file\n"), ran.err.npos)
        << command << ran.err;
    EXPECT_EQ(bytes("edition.yaml"), before);
  }
}

TEST_F(Faults, WhatDeadRunsLeftIsTakenAway) {
  write("out/p.pdf.banxin-7.part", "dead");
  write("out/other-1.png.banxin-4294967-2.part", "dead");
  write("out/.banxin-7.part", "has no name");
  write("out/mine.banxin-x.part", "is the user's");
  write("out/mine.part", "is the user's");
  write("out/alive.pdf.banxin-8.part", "being written");
  const int fd = ::open((folder_ / "out/alive.pdf.banxin-8.part").c_str(), O_WRONLY);
  ASSERT_EQ(::flock(fd, LOCK_EX), 0);
  EXPECT_EQ(run("render edition.yaml -o out/p.pdf").status, 0);
  EXPECT_THAT(names_in("out"), ElementsAre(".banxin-7.part", "alive.pdf.banxin-8.part", "mine.banxin-x.part",
                                           "mine.part", "p.pdf"));
  ::close(fd);
}

/// All that a run may leave: each file as it was before or as it is after, and nothing but parts beside.
class Kills : public Faults {
 protected:
  static constexpr int kKills = 12;

  void kill_often(const std::vector<std::string>& arguments, const std::string& into,
                  const std::vector<std::string>& files) {
    const auto whole = time_of(arguments);
    std::vector<std::string> fresh;
    for (const std::string& file : files) fresh.push_back(bytes(into + "/" + file));
    for (int i = 0; i < kKills; ++i) {
      for (const std::string& file : files) write(into + "/" + file, "old");
      // The moments lie closer where the files are written, at the end.
      const double share = i % 2 == 0 ? (i + 1.0) / kKills : 0.8 + 0.3 * i / kKills;
      start_and_kill(arguments, std::chrono::microseconds(
                                    static_cast<std::int64_t>(static_cast<double>(whole.count()) * share)));
      for (std::size_t f = 0; f < files.size(); ++f) {
        const std::string now = bytes(into + "/" + files[f]);
        EXPECT_TRUE(now == "old" || now == fresh[f]) << files[f] << " has " << now.size() << " bytes";
      }
    }
    finish(start(arguments));
    for (std::size_t f = 0; f < files.size(); ++f) EXPECT_EQ(bytes(into + "/" + files[f]), fresh[f]);
    for (const std::string& name : names_in(into)) EXPECT_FALSE(name.ends_with(".part")) << name;
  }
};

TEST_F(Kills, APdf) { kill_often({"render", "edition.yaml", "-o", "out/p.pdf"}, "out", {"p.pdf"}); }

TEST_F(Kills, APictureAPage) {
  kill_often({"render", "edition.yaml", "-o", "out/p.png", "--ppi", "40", "--jobs", "2"}, "out",
             {"p-1.png", "p-2.png"});
}

TEST_F(Kills, APreview) {
  kill_often({"preview", "edition.yaml", "-o", "out/{page}.png"}, "out", {"1.png", "2.png"});
}

TEST_F(Kills, AReport) {
  write("old.yaml", bytes("edition.yaml"));
  write("c.md", "---\ntitle: 春耕\n---\n\n春雨过后，田里两片新绿。\n");
  write("old.yaml", "paper: 测试报\npages:\n  - {number: 1, layout: layout.yaml, frames: {lead: c.md}}\n");
  kill_often({"diff", "old.yaml", "edition.yaml", "--report", "out"}, "out", {"index.html"});
}

TEST_F(Kills, GoldenPages) {
  const std::vector<std::string> update{"test", "edition.yaml", "--update"};
  finish(start(update));
  kill_often(update, "edition.golden", {"banxin.lock", "page-1.json", "page-2.json"});
}

/// Random moments seldom meet the few in which a file is written: here the run ends at every step of it.
TEST_F(Kills, AtEverySystemCallThatWrites) {
  const auto traced = [&](const std::string& call, const std::string& options) {
    const std::string command =
        "cd '" + folder_.string() + "' && ASAN_OPTIONS=detect_leaks=0 strace -f -qq -e trace=" + call + " " +
        options + " " + BANXIN_BINARY + " render edition.yaml -o out/p.pdf >/dev/null 2>&1";
    return std::system(command.c_str());
  };
  if (traced("write", "-o log") != 0) GTEST_SKIP() << "strace cannot trace here";
  const std::string fresh = bytes("out/p.pdf");
  constexpr int kLast = 6;  // sanitizers write a hundred times before
  for (const std::string call : {"write", "ftruncate", "fsync", "rename", "flock"}) {
    ASSERT_EQ(traced(call, "-o log"), 0) << call;
    const std::string log = bytes("log");
    const int calls = static_cast<int>(std::count(log.begin(), log.end(), '\n'));
    EXPECT_GT(calls, 0) << call;
    for (int time = std::max(1, calls - kLast); time <= calls; ++time) {
      write("out/p.pdf", "old");
      traced(call, "-o /dev/null -e inject=" + call + ":signal=KILL:when=" + std::to_string(time));
      const std::string now = bytes("out/p.pdf");
      EXPECT_TRUE(now == "old" || now == fresh) << call << " " << time << ": " << now.size() << " bytes";
    }
  }
  ASSERT_EQ(run("render edition.yaml -o out/p.pdf").status, 0);
  EXPECT_THAT(names_in("out"), ElementsAre("p.pdf"));
}

TEST_F(Faults, TwoRunsThatWriteTheSameTargetDoNotMix) {
  write("other.yaml",
        "paper: 测试报\ndate: 2026-11-23\npages:\n"
        "  - {number: 2, layout: layout.yaml, frames: {lead: b.md}}\n");
  ASSERT_EQ(run("render edition.yaml -o one.pdf").status, 0);
  ASSERT_EQ(run("render other.yaml -o two.pdf").status, 0);
  for (int i = 0; i < 4; ++i) {
    std::vector<pid_t> runs;
    for (int k = 0; k < 4; ++k) {
      runs.push_back(start({"render", k % 2 == 0 ? "edition.yaml" : "other.yaml", "-o", "out/p.pdf"}));
    }
    for (const pid_t pid : runs) finish(pid);
    const std::string now = bytes("out/p.pdf");
    EXPECT_TRUE(now == bytes("one.pdf") || now == bytes("two.pdf"));
    EXPECT_THAT(names_in("out"), ElementsAre("p.pdf"));
  }
}

}  // namespace
}  // namespace banxin
