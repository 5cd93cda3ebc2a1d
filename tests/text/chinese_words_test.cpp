#include "text/chinese_words.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/utf8.h"

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

/// Where words begin when every stretch of up to sixteen characters is looked up.
std::vector<bool> sought_everywhere(std::u32string_view text,
                                    const std::unordered_map<std::string_view, double>& list) {
  std::vector<double> cost(text.size() + 1, std::numeric_limits<double>::infinity());
  std::vector<std::size_t> length(text.size(), 1);
  cost.back() = 0;
  for (std::size_t i = text.size(); i-- > 0;) {
    std::string word;
    for (std::size_t n = 1; n <= std::min<std::size_t>(16, text.size() - i); ++n) {
      word += to_utf8(text[i + n - 1]);
      const auto found = list.find(word);
      if (n > 1 && found == list.end()) continue;
      const double all = std::log2(6e7 / (found == list.end() ? 1 : found->second)) + 2 + cost[i + n];
      if (all < cost[i]) cost[i] = all, length[i] = n;
    }
  }
  std::vector<bool> begins(text.size());
  for (std::size_t i = 0; i < text.size(); i += length[i]) begins[i] = true;
  return begins;
}

/// Words of the list in a row, so that long ones come that begin with no word, and their ends run together.
TEST(ChineseWords, NoWordIsOverlooked) {
  std::unordered_map<std::string_view, double> list;
  std::vector<std::string_view> words;
  for (std::string_view rest = chinese_words(); !rest.empty(); rest.remove_prefix(rest.find('\n') + 1)) {
    const std::size_t blank = rest.find(' ');
    words.push_back(rest.substr(0, blank));
    list[words.back()] = std::strtod(rest.data() + blank, nullptr);
  }
  ASSERT_GT(words.size(), 100'000u);
  std::uint64_t dice = 1;
  for (int text = 0; text < 1000; ++text) {
    std::string utf8;
    for (int i = 0; i < 5; ++i) {
      dice = dice * 6364136223846793005u + 1442695040888963407u;
      utf8 += words[(dice >> 33) % words.size()];
    }
    std::u32string characters;
    for (std::size_t i = 0; i < utf8.size();) {
      const Decoded d = decode_utf8(utf8, i);
      characters += d.cp, i += d.bytes;
    }
    const std::vector<bool> begins = sought_everywhere(characters, list);
    const std::vector<WordJoint> joints = chinese_word_joints(characters);
    for (std::size_t i = 0; i < begins.size(); ++i) {
      ASSERT_EQ(joints[i] == WordJoint::kBetween, begins[i]) << utf8 << " at " << i;
    }
  }
}

}  // namespace
}  // namespace banxin
