// A project in a folder of its own, for tests that run the built program on it.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "run_program.h"

namespace banxin::test {

/// A small page of two columns: frame "lead" over all of it.
inline constexpr const char* kSmallLayout =
    "page: {size: [120mm, 100mm]}\n"
    "grid: {size: 9pt, pitch: 13pt, columns: 2, measure: 11字, gap: 1字, rows: 12}\n"
    "styles: {title: {size: 小二}}\n"
    "frames:\n  lead: {kind: story, columns: 1-2, rows: 1-12}\n";

class Project : public testing::Test {
 protected:
  Project() : folder_(fresh_folder()) {}
  ~Project() override { std::filesystem::remove_all(folder_); }

  void write(const std::string& name, const std::string& text) const {
    if (std::filesystem::path(name).has_parent_path()) {
      std::filesystem::create_directories((folder_ / name).parent_path());
    }
    std::ofstream(folder_ / name, std::ios::binary) << text;
  }
  void change(const std::string& name, const std::string& from, const std::string& to) const {
    std::string text = slurp(folder_ / name);
    const std::size_t at = text.find(from);
    ASSERT_NE(at, text.npos) << name << ": " << text;
    write(name, text.replace(at, from.size(), to));
  }
  bool made(const std::string& name) const { return std::filesystem::exists(folder_ / name); }
  Ran run(const std::string& arguments) const { return run_program(arguments, folder_); }

  std::filesystem::path folder_;
};

}  // namespace banxin::test
