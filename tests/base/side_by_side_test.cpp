#include "base/side_by_side.h"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>
#include <vector>

namespace banxin {
namespace {

TEST(SideBySide, DoesEachOnce) {
  for (const unsigned threads : {0u, 1u, 2u, 7u}) {
    for (const std::size_t count : {0u, 1u, 5u, 100u}) {
      std::vector<int> done(count);
      side_by_side(count, threads, [&](std::size_t i) { ++done[i]; });
      EXPECT_EQ(done, std::vector<int>(count, 1)) << threads;
    }
  }
}

TEST(SideBySide, OneThreadKeepsTheOrder) {
  std::vector<std::size_t> order;
  side_by_side(4, 1, [&](std::size_t i) { order.push_back(i); });
  EXPECT_EQ(order, (std::vector<std::size_t>{0, 1, 2, 3}));
}

TEST(SideBySide, HandsOnWhatWasThrown) {
  for (const unsigned threads : {1u, 3u}) {
    std::atomic<int> done{0};
    const auto work = [&](std::size_t i) {
      if (i == 2) throw std::runtime_error("third");
      ++done;
    };
    EXPECT_THROW(side_by_side(1000, threads, work), std::runtime_error);
    EXPECT_LT(done, 1000);
  }
}

}  // namespace
}  // namespace banxin
