#include "text/chinese_words.h"

#include <gtest/gtest.h>

#include <string>

namespace banxin {
namespace {

/// `|` where a word begins, `+` where a name of several words goes on.
std::u32string words_of(std::u32string_view text) {
  std::u32string out;
  const std::vector<WordJoint> joints = chinese_word_joints(text);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i > 0 && joints[i] == WordJoint::kBetween) out += U'|';
    if (joints[i] == WordJoint::kCompound) out += U'+';
    out += text[i];
  }
  return out;
}

TEST(ChineseWords, LikeliestReading) {
  EXPECT_EQ(words_of(U"民法典的决定公布"), U"民法典|的|决定|公布");
  EXPECT_EQ(words_of(U"居民人均收入"), U"居民|人均收入");
  EXPECT_EQ(words_of(U"山西晋中"), U"山西|晋中") << "not 山|西晋|中: fewer words of the same likelihood";
  EXPECT_EQ(words_of(U"南京市长江大桥"), U"南京市|长江大桥");
}

TEST(ChineseWords, LongNamesAreMadeOfWords) {
  EXPECT_EQ(words_of(U"国务院新闻办公室举行"), U"国务院+新闻+办公室|举行");
}

TEST(ChineseWords, WhatNoListHasIsSingleCharacters) {
  EXPECT_EQ(words_of(U"龘龘"), U"龘|龘");
  EXPECT_EQ(words_of(U""), U"");
  EXPECT_EQ(words_of(U"\U0002A6D6一"), U"\U0002A6D6|一");
}

}  // namespace
}  // namespace banxin
