#include "base/file_stamp.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

namespace banxin {
namespace {

/// As an editor writes that saves in place, faster than the clock of the files goes.
TEST(FileStamps, AWriteOfTheSameSizeAtOnceIsAnother) {
  const std::string path =
      (std::filesystem::temp_directory_path() / ("banxin-stamp-" + std::to_string(::getpid()))).string();
  const auto write = [&](const char* text) { std::ofstream(path) << text; };
  for (int i = 0; i < 20; ++i) {
    write("one");
    const FileStamp before = stamp_of(path);
    write("two");
    EXPECT_NE(stamp_of(path), before) << i;
  }
  std::filesystem::remove(path);
  EXPECT_FALSE(stamp_of(path).there);
}

}  // namespace
}  // namespace banxin
