#include "cli/output_file.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

namespace banxin {
namespace {

namespace fs = std::filesystem;

std::string content(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

class WriteWhole : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::path(testing::TempDir()) / "banxin-output";
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }
  fs::path folder_;
};

TEST_F(WriteWhole, ReplacesTheFileAndLeavesNothingBeside) {
  EXPECT_EQ(write_whole(folder_ / "a.pdf", "old"), "");
  EXPECT_EQ(write_whole(folder_ / "a.pdf", "new"), "");
  EXPECT_EQ(content(folder_ / "a.pdf"), "new");
  EXPECT_EQ(std::distance(fs::directory_iterator(folder_), {}), 1);
}

TEST_F(WriteWhole, MakesTheFolders) {
  EXPECT_EQ(write_whole(folder_ / "b" / "c" / "a.pdf", "x"), "");
  EXPECT_EQ(content(folder_ / "b" / "c" / "a.pdf"), "x");
}

TEST_F(WriteWhole, KeepsTheOldThingWhenItFails) {
  fs::create_directories(folder_ / "taken" / "inside");
  EXPECT_EQ(write_whole(folder_ / "taken", "x"),
            "cannot write '" + (folder_ / "taken").string() + "': Is a directory");
  EXPECT_TRUE(fs::exists(folder_ / "taken" / "inside"));
  EXPECT_EQ(std::distance(fs::directory_iterator(folder_), {}), 1);
}

}  // namespace
}  // namespace banxin
