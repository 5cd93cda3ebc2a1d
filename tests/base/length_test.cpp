// Lengths and ems: exact, the same on every machine.
#include "base/length.h"

#include <gtest/gtest.h>

#include "base/geometry.h"
#include "base/ink.h"

namespace banxin {
namespace {

TEST(MulDiv, RoundsHalfAwayFromZero) {
  struct Case {
    std::int64_t a, b, c, want;
  };
  const Case kCases[] = {
      {7, 1, 2, 4},
      {-7, 1, 2, -4},
      {5, 1, 2, 3},
      {-5, 1, 2, -3},
      {6, 1, 4, 2},
      {5, 1, 4, 1},
      {-6, 1, 4, -2},
      {-5, 1, 4, -1},
      {0, 9, 7, 0},
      {9, 1, 3, 3},
      {1, 1, 3, 0},
      {2, 1, 3, 1},
      {std::int64_t{1} << 62, 8, 16, std::int64_t{1} << 61},
  };
  for (const auto& [a, b, c, want] : kCases) EXPECT_EQ(mul_div(a, b, c), want) << a << "*" << b << "/" << c;
}

TEST(Length, Units) {
  EXPECT_EQ((1_pt).units(), 65536);
  EXPECT_EQ((9.5_pt).units(), 622592);
  EXPECT_EQ(25.4_mm, 72_pt);
  EXPECT_EQ((1_mm).units(), 185771);
  EXPECT_EQ(Length::points(-0.5).units(), -32768);
  EXPECT_DOUBLE_EQ((36_pt).mm(), 12.7);
  EXPECT_DOUBLE_EQ((14.5_pt).pt(), 14.5);
}

TEST(Length, SumsDoNotDependOnOrder) {
  const Length parts[] = {1_mm, 0.3_pt, 17_mm, -Length(2.7_pt), 270_mm};
  Length forwards, backwards;
  for (int i = 0; i < 5; ++i) {
    forwards += parts[i];
    backwards += parts[4 - i];
  }
  EXPECT_EQ(forwards, backwards);
  forwards -= 1_mm;
  EXPECT_EQ(forwards + 1_mm, backwards);
}

TEST(Length, Arithmetic) {
  EXPECT_EQ(3_pt * 4, 12_pt);
  EXPECT_EQ(4 * 3_pt, 12_pt);
  EXPECT_EQ(9_pt / 2, 4.5_pt);
  EXPECT_EQ(-(3_pt), 0_pt - 3_pt);
  EXPECT_DOUBLE_EQ(9_pt / 12_pt, 0.75);
  EXPECT_LT(8_pt, 9_pt);
  EXPECT_EQ(Length(), 0_mm);
}

TEST(Em, OnPaper) {
  EXPECT_EQ((2_em).at(9.5_pt), 19_pt);
  EXPECT_EQ((0.25_em).at(9_pt), 2.25_pt);
  EXPECT_EQ((-Em::of(0.5)).at(9_pt), -Length(4.5_pt));
  EXPECT_EQ(in_em(19_pt, 9.5_pt), 2_em);
  EXPECT_EQ(in_em(1_pt, 3_pt).units(), 21845);
  EXPECT_EQ(in_em(2_pt, 3_pt).units(), 43691);
}

TEST(Em, Arithmetic) {
  EXPECT_EQ(2_em + 0.5_em, 2.5_em);
  EXPECT_EQ(2_em - 0.5_em, 1.5_em);
  EXPECT_EQ(0.25_em * 3, 0.75_em);
  EXPECT_EQ(1_em / 4, 0.25_em);
  EXPECT_EQ((1_em).units(), 65536);
  EXPECT_DOUBLE_EQ((0.25_em).em(), 0.25);
  Em em = 1_em;
  em += 0.5_em;
  em -= 0.25_em;
  EXPECT_EQ(em, 1.25_em);
  EXPECT_LT(0.5_em, 1_em);
}

TEST(Rect, TouchingIsNotOverlapping) {
  const Rect left{0_pt, 0_pt, 10_pt, 10_pt}, right{10_pt, 0_pt, 10_pt, 10_pt},
      middle{5_pt, 5_pt, 10_pt, 2_pt};
  EXPECT_FALSE(left.overlaps(right));
  EXPECT_TRUE(left.overlaps(middle));
  EXPECT_TRUE(middle.overlaps(right));
  EXPECT_EQ(left.right(), 10_pt);
  EXPECT_EQ(middle.bottom(), 7_pt);
  EXPECT_TRUE(united(left, right).contains(middle));
  EXPECT_FALSE(left.contains(middle));
  EXPECT_EQ(united(left, Rect{}), left);
  EXPECT_EQ(united(Rect{}, left), left);
  EXPECT_EQ(united(left, right), (Rect{0_pt, 0_pt, 20_pt, 10_pt}));
}

TEST(Ink, OnTheScreen) {
  EXPECT_EQ(kBlack, (Ink{0, 0, 0, 1000}));
  const ScreenColour black = screen_colour(kBlack), white = screen_colour(kWhite),
                     red = screen_colour({0, 1000, 1000, 0});
  EXPECT_EQ(black.r + black.g + black.b, 0);
  EXPECT_EQ(white.r + white.g + white.b, 3);
  EXPECT_EQ(red.r, 1);
  EXPECT_EQ(red.g, 0);
  EXPECT_DOUBLE_EQ(screen_colour({0, 0, 0, 400}).g, 0.6);
}

}  // namespace
}  // namespace banxin
