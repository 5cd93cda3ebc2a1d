#include "base/module.h"

#include <gtest/gtest.h>

#include <string>

namespace banxin {
namespace {

TEST(Module, SaysWhichPartOfTheProgramIsMissing) {
  std::string problem;
  EXPECT_EQ(Module("banxin-nothing.so").table("banxin_nothing", problem), nullptr);
  EXPECT_EQ(problem, "without banxin-nothing.so, a part of banxin that is not installed");
}

}  // namespace
}  // namespace banxin
