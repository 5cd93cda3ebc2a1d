// Where words begin in simplified Chinese, by a list of 135,000 words and how often each was counted
// (jieba's, MIT): the likeliest way to read the characters as a row of words. ICU's dictionary knows few
// names and compounds.
#pragma once

#include <string_view>
#include <vector>

namespace banxin {

/// Lines "word count" of UTF-8, sorted by bytes; compiled in (cmake/ChineseWords.cmake).
std::string_view chinese_words();

/// What stands before a character of Chinese text.
enum class WordJoint : unsigned char {
  kInside,    ///< a word goes on
  kCompound,  ///< a long name of several words goes on with the next: 国务院|新闻办公室
  kBetween,   ///< a word begins
};

/// For each character of `text`, which holds ideographs only; the first is kBetween.
std::vector<WordJoint> chinese_word_joints(std::u32string_view text);

}  // namespace banxin
