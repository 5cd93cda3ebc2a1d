// The corpora through every target without libFuzzer: as they are, so that what was found stays mended, and a
// fixed number of times damaged by a fixed dice.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "targets.h"

namespace banxin::fuzz {
namespace {

namespace fs = std::filesystem;

class Replay : public testing::TestWithParam<Target> {
 protected:
  struct File {
    std::string path, bytes;
  };
  static std::vector<File> corpus() {
    const fs::path folder = fs::path(BANXIN_SOURCE_DIR) / "tests" / "fuzz" / "corpus" / GetParam().name;
    std::vector<File> files;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
      std::ifstream in(entry.path(), std::ios::binary);
      files.push_back({entry.path().string(), {std::istreambuf_iterator<char>(in), {}}});
    }
    std::sort(files.begin(), files.end(), [](const File& a, const File& b) { return a.path < b.path; });
    return files;
  }
};

TEST_P(Replay, BearsTheCorpus) {
  const std::vector<File> files = corpus();
  ASSERT_FALSE(files.empty());
  for (const auto& [path, bytes] : files) {
    SCOPED_TRACE(path);
    GetParam().feed(bytes);
    for (const std::size_t cut : {bytes.size() / 2, bytes.size() - bytes.size() / 8}) {
      GetParam().feed(std::string_view(bytes).substr(0, cut));
    }
  }
}

/// Wrong bytes, a piece left out, a piece twice, or a piece of another file in its place.
std::string damaged(std::string bytes, std::string_view other, std::mt19937& dice) {
  const auto below = [&](std::size_t n) { return n == 0 ? 0 : dice() % n; };
  for (std::size_t times = 1 + below(4); times > 0; --times) {
    const std::size_t at = below(bytes.size()),
                      length = below(std::min<std::size_t>(bytes.size() - at, 64) + 1);
    const std::size_t from = below(other.size());
    switch (below(4)) {
      case 0:
        if (!bytes.empty()) bytes[at] = static_cast<char>(below(256));
        break;
      case 1:
        bytes.erase(at, length);
        break;
      case 2:
        bytes.insert(at, bytes.substr(at, length));
        break;
      default:
        bytes.replace(at, length, other.substr(from, below(64)));
    }
  }
  return bytes;
}

TEST_P(Replay, BearsTheCorpusDamaged) {
  constexpr int kTimes = 300;
  const std::vector<File> files = corpus();
  std::mt19937 dice(1);
  for (int i = 0; i < kTimes; ++i) {
    const File& file = files[dice() % files.size()];
    SCOPED_TRACE(file.path + ", time " + std::to_string(i));
    GetParam().feed(damaged(file.bytes, files[dice() % files.size()].bytes, dice));
  }
}

INSTANTIATE_TEST_SUITE_P(Targets, Replay, testing::ValuesIn(targets()),
                         [](const auto& target) { return std::string(target.param.name); });

}  // namespace
}  // namespace banxin::fuzz
