#include "base/bounded_work.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <csignal>
#include <cstddef>
#include <cstdlib>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace banxin {
namespace {

std::string problem_of(const std::function<std::string()>& work, WorkBounds bounds = {}) {
  std::string problem;
  EXPECT_FALSE(bounded_work(work, problem, bounds).has_value());
  return problem;
}

TEST(BoundedWork, GivesWhatWasWorkedOut) {
  std::string problem;
  const std::string large(3'000'000, 'x');
  EXPECT_EQ(bounded_work([] { return std::string("a\0b", 3); }, problem), std::string("a\0b", 3));
  EXPECT_EQ(bounded_work([&] { return large; }, problem), large);
  EXPECT_EQ(bounded_work([] { return ""; }, problem), "");
  EXPECT_EQ(problem, "");
}

TEST(BoundedWork, ChangesNothingHere) {
  int here = 1;
  std::string problem;
  bounded_work([&] { return std::to_string(here = 2); }, problem);
  EXPECT_EQ(here, 1);
}

TEST(BoundedWork, EndsWhatHasNoEnd) {
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
  volatile bool forever = true;
  const auto spin = [&] {
    while (forever) continue;
    return "";
  };
  EXPECT_EQ(problem_of(spin, {.seconds = 1}), "takes more than 1 s to read");
#endif
  EXPECT_EQ(problem_of([] { return ::raise(SIGKILL), ""; }), "takes more than 4 s to read");
}

TEST(BoundedWork, TakesItsTimeFromTheEnvironment) {
  EXPECT_EQ(WorkBounds().seconds, 4);
  const std::pair<const char*, int> rows[] = {{"9", 9},  {"600", 600}, {"0", 4},
                                              {"-1", 4}, {"601", 4},   {"x", 4}};
  for (const auto& [said, seconds] : rows) {
    ::setenv("BANXIN_READ_SECONDS", said, 1);
    EXPECT_EQ(WorkBounds().seconds, seconds) << said;
  }
  ::unsetenv("BANXIN_READ_SECONDS");
}

TEST(BoundedWork, EndsWhatEatsTheMemory) {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  GTEST_SKIP() << "sanitizers take terabytes of addresses";
#endif
  const auto eat = [] {
    std::vector<std::string> all;
    for (;;) all.emplace_back(std::size_t{1} << 20, 'x');
    return "";
  };
  EXPECT_EQ(problem_of(eat, {.megabytes = 32}), "takes more than 32 MB to read");
}

TEST(BoundedWork, OutlivesALibraryThatFails) {
  const std::string fails = "makes its reader fail: it is damaged, or takes more than 512 MB";
  EXPECT_EQ(problem_of([]() -> std::string { std::abort(); }), fails);
  EXPECT_EQ(problem_of([]() -> std::string { ::_exit(1); }), fails);
  EXPECT_EQ(problem_of([]() -> std::string { throw 1; }), fails);
}

}  // namespace
}  // namespace banxin
