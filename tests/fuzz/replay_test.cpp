// The corpora once through every target, without libFuzzer: what was found stays mended.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "targets.h"

namespace banxin::fuzz {
namespace {

namespace fs = std::filesystem;

class Replay : public testing::TestWithParam<Target> {};

TEST_P(Replay, BearsTheCorpus) {
  const fs::path folder = fs::path(BANXIN_SOURCE_DIR) / "tests" / "fuzz" / "corpus" / GetParam().name;
  std::vector<fs::path> files;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  ASSERT_FALSE(files.empty());
  for (const fs::path& file : files) {
    SCOPED_TRACE(file.string());
    std::ifstream in(file, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    GetParam().feed(bytes);
    for (const std::size_t cut : {bytes.size() / 2, bytes.size() - bytes.size() / 8}) {
      GetParam().feed(std::string_view(bytes).substr(0, cut));
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Targets, Replay, testing::ValuesIn(targets()),
                         [](const auto& target) { return std::string(target.param.name); });

}  // namespace
}  // namespace banxin::fuzz
