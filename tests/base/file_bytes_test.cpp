// Files that have no end, that nobody writes to, or that are none.
#include "base/file_bytes.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>

namespace banxin {
namespace {

namespace fs = std::filesystem;

class FileBytes : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = (fs::temp_directory_path() / "banxin-bytes-XXXXXX").string();
    folder_ = ::mkdtemp(name.data());
  }
  void TearDown() override { fs::remove_all(folder_); }

  std::string path(const std::string& name) const { return (folder_ / name).string(); }
  void write(const std::string& name, const std::string& bytes) const {
    std::ofstream(path(name), std::ios::binary) << bytes;
  }

  fs::path folder_;
  std::string bytes_;
};

TEST_F(FileBytes, WholeFiles) {
  for (const std::size_t size : {0, 1, 65535, 65536, 65537, 200000}) {
    write("a", std::string(size, 'x'));
    EXPECT_EQ(read_file_bytes(path("a"), bytes_), "");
    EXPECT_EQ(bytes_.size(), size);
  }
}

TEST_F(FileBytes, WhatCannotBeReadIsSaid) {
  write("large", std::string((1u << 20) + 1, 'x'));
  fs::create_symlink("loop", path("loop"));
  fs::create_symlink("nowhere", path("dangling"));
  ::mkfifo(path("pipe").c_str(), 0666);
  const struct {
    std::string path, problem;
  } rows[] = {
      {path("none"), "is not there"},
      {path("large") + "/x", "is not there"},
      {path("dangling"), "is not there"},
      {path("loop"), "cannot be read: its symbolic links run in a circle"},
      {path(std::string(300, 'n')), "cannot be read: the name is too long"},
      {path("large"), "is larger than 1 MB"},
      {path(""), "is not a file"},
      {path("pipe"), "is not a file"},
      {"/dev/zero", "is not a file"},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(read_file_bytes(row.path, bytes_, Readable::kFile, 1u << 20), row.problem) << row.path;
    EXPECT_EQ(bytes_, "");
  }
  EXPECT_EQ(read_file_bytes("/dev/zero", bytes_, Readable::kFileOrPipe), "is not a file");
}

TEST_F(FileBytes, APipeThatNobodyWritesToIsEmpty) {
  ::mkfifo(path("pipe").c_str(), 0666);
  EXPECT_EQ(read_file_bytes(path("pipe"), bytes_, Readable::kFileOrPipe), "");
  EXPECT_EQ(bytes_, "");
}

TEST_F(FileBytes, APipeIsReadToItsEnd) {
  int ends[2];
  ASSERT_EQ(::pipe(ends), 0);
  const std::string sent(300000, 'y');
  std::thread writer([&] {
    std::size_t done = 0;
    while (done < sent.size()) {
      const ssize_t n = ::write(ends[1], sent.data() + done, sent.size() - done);
      if (n <= 0) break;
      done += static_cast<std::size_t>(n);
    }
    ::close(ends[1]);
  });
  const std::string name = "/dev/fd/" + std::to_string(ends[0]);
  EXPECT_EQ(read_file_bytes(name, bytes_, Readable::kFileOrPipe), "");
  EXPECT_EQ(bytes_, sent);
  ::close(ends[0]);
  writer.join();
}

}  // namespace
}  // namespace banxin
