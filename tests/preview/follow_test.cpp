// Waiting for files to change, and for half-written ones to be whole.
#include "preview/follow.h"

#include <gtest/gtest.h>

#include <atomic>
#include <fstream>
#include <iterator>
#include <mutex>
#include <thread>

namespace banxin {
namespace {

using namespace std::chrono_literals;
namespace fs = std::filesystem;

/// Follows one file in a thread; an "edition" is readable when the file ends in a full stop.
class Follow : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::path(testing::TempDir()) /
              (std::string("banxin-follow-") + testing::UnitTest::GetInstance()->current_test_info()->name());
    fs::remove_all(folder_);
    fs::create_directories(folder_ / "articles");
    write("edition.yaml", "articles/a.md");
    write("articles/a.md", "one.");
  }
  void TearDown() override {
    watcher_.stop();
    if (thread_.joinable()) thread_.join();
    fs::remove_all(folder_);
  }

  void write(const std::string& name, const std::string& text) const {
    std::ofstream(folder_ / name) << text;
  }

  std::shared_ptr<LiveEdition> make() {
    ++made_;
    auto live = std::make_shared<LiveEdition>();
    auto sources = std::make_shared<Sources>();
    for (const char* name : {"edition.yaml", "articles/a.md"}) {
      std::ifstream file(folder_ / name);
      if (file) sources->add((folder_ / name).string(), {std::istreambuf_iterator<char>(file), {}});
    }
    const bool whole = sources->size() == 2 && sources->at(1).text.ends_with('.');
    live->sources = sources;
    if (whole) {
      live->document = std::make_shared<const Document>();
    } else {
      live->diags.error("broken", {}, "not whole");
    }
    return live;
  }

  void start() {
    thread_ = std::thread([this] {
      FollowOptions options;
      options.edition = folder_ / "edition.yaml";
      follow(
          options, [this] { return make(); },
          [this](const std::shared_ptr<const LiveEdition>& edition) {
            const std::lock_guard lock(mutex_);
            shown_.push_back(!edition->document ? "broken" : edition->sources->at(1).text);
          },
          watcher_);
    });
    ASSERT_EQ(wait_for(1), "one.");
  }

  /// The n-th thing shown; empty when it does not come.
  std::string wait_for(std::size_t n) {
    for (int i = 0; i < 300; ++i) {
      {
        const std::lock_guard lock(mutex_);
        if (shown_.size() >= n) return shown_[n - 1];
      }
      std::this_thread::sleep_for(10ms);
    }
    return "";
  }
  std::size_t shown() {
    const std::lock_guard lock(mutex_);
    return shown_.size();
  }

  fs::path folder_;
  Watcher watcher_;
  std::thread thread_;
  std::mutex mutex_;
  std::vector<std::string> shown_;
  std::atomic<int> made_ = 0;
};

TEST_F(Follow, EveryWayToSave) {
  start();
  write("articles/a.md", "two.");
  EXPECT_EQ(wait_for(2), "two.");
  write("articles/b.new", "three.");
  fs::rename(folder_ / "articles/b.new", folder_ / "articles/a.md");  // as most editors do
  EXPECT_EQ(wait_for(3), "three.");
  fs::remove(folder_ / "articles/a.md");
  EXPECT_EQ(wait_for(4), "broken");
  write("articles/a.md", "four.");
  EXPECT_EQ(wait_for(5), "four.");
}

TEST_F(Follow, HalfWrittenFilesAreWaitedFor) {
  start();
  write("articles/a.md", "half");
  std::this_thread::sleep_for(60ms);
  write("articles/a.md", "whole.");
  EXPECT_EQ(wait_for(2), "whole.");
}

TEST_F(Follow, WhatStaysBrokenIsShown) {
  start();
  write("articles/a.md", "half");
  EXPECT_EQ(wait_for(2), "broken");
}

TEST_F(Follow, OtherFilesWakeNobody) {
  for (const char* name : {"edition.yaml", "articles/a.md"})  // not written just now
    fs::last_write_time(folder_ / name, fs::file_time_type::clock::now() - 60s);
  start();
  const int before = made_;
  write("articles/other.md", "x");
  write("articles/.a.md.swp", "x");
  write("page.pdf", "x");
  std::this_thread::sleep_for(150ms);
  EXPECT_EQ(made_, before);
  EXPECT_EQ(shown(), 1u);
}

TEST_F(Follow, ManyFilesSavedTogetherAreOneChange) {
  start();
  for (int i = 0; i < 20; ++i) write("articles/a.md", "many " + std::to_string(i) + ".");
  std::this_thread::sleep_for(200ms);
  EXPECT_LT(shown(), 15u);
  const std::lock_guard lock(mutex_);
  EXPECT_EQ(shown_.back(), "many 19.");
}

}  // namespace
}  // namespace banxin
