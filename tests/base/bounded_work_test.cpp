#include "base/bounded_work.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstddef>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <future>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace banxin {
namespace {

using namespace std::chrono_literals;

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

/// A child's processor time, not what it waits.
TEST(BoundedWork, TellsWhatItTook) {
  std::string problem;
  double used = 1;
  bounded_work([] { return std::this_thread::sleep_for(300ms), ""; }, problem, {}, &used);
  EXPECT_GE(used, 1);
  EXPECT_LT(used, 1.25);
  const auto spin = [] {
    const std::clock_t until = std::clock() + CLOCKS_PER_SEC / 2;
    while (std::clock() < until) continue;
    return "";
  };
  const double before = used;
  bounded_work(spin, problem, {}, &used);
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  EXPECT_GE(used - before, 0.04);  // counted as the tenth
#else
  EXPECT_GE(used - before, 0.4);
#endif
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

/// As when a library takes a lock that it has.
TEST(BoundedWork, EndsWhatWaitsForNothing) {
  const auto start = std::chrono::steady_clock::now();
  const auto sleep = []() -> std::string {
    for (;;) ::pause();
  };
  EXPECT_EQ(problem_of(sleep), "makes its reader wait for ever: it is damaged");
  EXPECT_LT(std::chrono::steady_clock::now() - start, 10s);
}

/// A child of its own may work for longer than a child may wait.
TEST(BoundedWork, WaitsForWorkInside) {
  std::string problem;
  const auto inner = [] {
    for (int i = 0; i < 40; ++i) {
      const auto until = std::chrono::steady_clock::now() + 10ms;
      while (std::chrono::steady_clock::now() < until) continue;
      std::this_thread::sleep_for(50ms);
    }
    return "done";
  };
  const auto outer = [&] {
    std::string wrong;
    return bounded_work(inner, wrong).value_or("not done: " + wrong);
  };
  EXPECT_EQ(bounded_work(outer, problem), "done");
  EXPECT_EQ(problem, "");
}

/// The child has no copy of the thread that would let go.
TEST(BoundedWork, MeetsALockOfAnotherThread) {
  std::mutex mutex;
  std::promise<void> taken;
  std::jthread other([&] {
    const std::lock_guard lock(mutex);
    taken.set_value();
    std::this_thread::sleep_for(300ms);
  });
  taken.get_future().wait();
  std::string problem;
  const auto work = [&] {
    const std::lock_guard lock(mutex);
    return "done";
  };
  EXPECT_EQ(bounded_work(work, problem), "done");
  EXPECT_EQ(problem, "");
}

std::size_t deep(std::size_t levels) {
  volatile char frame[4096];
  frame[0] = static_cast<char>(levels);
  return levels == 0 ? 0 : deep(levels - 1) + static_cast<std::size_t>(frame[0] != 0);
}

/// What is only just not too deep there is not too deep here.
TEST(BoundedWork, HasASmallerStack) {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  GTEST_SKIP() << "frames are larger there";
#endif
  constexpr std::size_t kLevels = 1300;  // 5 MB
  EXPECT_EQ(problem_of([] { return std::to_string(deep(kLevels)); }),
            "makes its reader fail: it is damaged, or takes more than 512 MB");
  EXPECT_GT(deep(kLevels), 0u);  // afterwards: a stack that has grown once stays as large
}

}  // namespace
}  // namespace banxin
