// Runs the built program and catches what it says.
#pragma once

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace banxin::test {

struct Ran {
  int status = -1;
  std::string out, err;
};

inline std::string slurp(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// The path of a folder of its own for the running test; two runs of the tests side by side do not meet.
inline std::filesystem::path folder_of_test() {
  const auto* info = testing::UnitTest::GetInstance()->current_test_info();
  const std::string name =
      info == nullptr ? "suite" : std::string(info->test_suite_name()) + "-" + info->name();
  return std::filesystem::path(testing::TempDir()) / ("banxin-" + name + "-" + std::to_string(getpid()));
}

/// That folder, empty.
inline std::filesystem::path fresh_folder() {
  std::filesystem::remove_all(folder_of_test());
  std::filesystem::create_directories(folder_of_test());
  return folder_of_test();
}

/// `arguments` go through the shell; run in the folder `in`.
inline Ran run_program(const std::string& arguments, const std::filesystem::path& in = BANXIN_SOURCE_DIR) {
  const std::filesystem::path scratch = folder_of_test().string() + ".io";
  std::filesystem::create_directories(scratch);
  const std::string command = "cd '" + in.string() + "' && " + BANXIN_BINARY + " " + arguments + " >'" +
                              (scratch / "out").string() + "' 2>'" + (scratch / "err").string() + "'";
  const int raw = std::system(command.c_str());
  Ran ran{WIFEXITED(raw) ? WEXITSTATUS(raw) : -1, slurp(scratch / "out"), slurp(scratch / "err")};
  std::filesystem::remove_all(scratch);
  return ran;
}

}  // namespace banxin::test
