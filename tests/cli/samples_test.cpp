// Every sample is clean: an editor and a press would mark nothing that its edition does not say is meant.
#include <algorithm>
#include <cctype>
#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include "run_program.h"

namespace banxin {
namespace {

namespace fs = std::filesystem;

/// The editions that stand beside their approved pages.
std::vector<std::string> editions() {
  std::vector<std::string> out;
  const fs::path root = BANXIN_SOURCE_DIR;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root / "samples")) {
    if (entry.path().extension() == ".golden")
      out.push_back(fs::path(entry.path()).replace_extension(".yaml").lexically_relative(root).string());
  }
  std::sort(out.begin(), out.end());
  return out;
}

class Samples : public testing::TestWithParam<std::string> {};

TEST_P(Samples, CheckFindsNothing) {
  const test::Ran check = test::run_program("check " + GetParam() + " --format short");
  EXPECT_EQ(check.status, 0);
  // The zone's story has a paragraph more than its frame takes, to show what becomes of it.
  const bool zone = GetParam() == "samples/furniture/zone.yaml";
  EXPECT_EQ(check.out + check.err, zone ? "samples/furniture/articles/east.md:14:1: warning[left-out]: frame "
                                          "'side' leaves out paragraph 5 (54 "
                                          "字), which is optional\n"
                                        : "");
}

TEST_P(Samples, WhatTheLintIsToldHasAReason) {
  std::istringstream text(test::slurp(fs::path(BANXIN_SOURCE_DIR) / GetParam()));
  bool inside = false;
  for (std::string line; std::getline(text, line);) {
    if (line.empty() || line[0] != ' ') inside = line.rfind("lint:", 0) == 0;
    if (inside && line != "lint:") {
      EXPECT_NE(line.find(" # "), line.npos) << line;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(All, Samples, testing::ValuesIn(editions()), [](const auto& sample) {
  std::string name = sample.param;
  std::replace_if(
      name.begin(), name.end(), [](char c) { return std::isalnum(c) == 0; }, '_');
  return name;
});

}  // namespace
}  // namespace banxin
