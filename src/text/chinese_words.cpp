#include "text/chinese_words.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <limits>
#include <string>

#include "base/utf8.h"

namespace banxin {

namespace {

constexpr double kCounted = 6e7;          // all that was counted for the list
constexpr double kEachWord = 2;           // bits: of two readings that are as likely, the one of fewer words
constexpr std::size_t kLongest = 16;      // characters of its longest words
constexpr std::size_t kLongestWhole = 5;  // a longer entry is a name made of words

struct Counted {
  double times = 0;            ///< 0: it is not in the list
  bool begins_longer = false;  ///< a longer word of the list begins with it
};

Counted look_up(std::string_view word) {
  const std::string_view list = chinese_words();
  std::size_t low = 0, high = list.size();  // starts of lines: to the first entry that is not before the word
  while (low < high) {
    std::size_t at = (low + high) / 2;
    while (at > low && list[at - 1] != '\n') --at;
    const std::size_t end = std::min(list.find('\n', at), list.size() - 1);
    const std::string_view line = list.substr(at, end - at), entry = line.substr(0, line.find(' '));
    entry < word ? low = end + 1 : high = at;
  }
  Counted out;
  std::string_view rest = list.substr(low);
  if (rest.size() > word.size() && rest.starts_with(word) && rest[word.size()] == ' ') {
    std::from_chars(rest.data() + word.size() + 1, rest.data() + rest.size(), out.times);
    rest.remove_prefix(std::min(rest.find('\n'), rest.size() - 1) + 1);
  }
  out.begins_longer = rest.starts_with(word);
  return out;
}

/// Ends of the likeliest words of at most `longest` characters; `offsets`: of each character in `utf8`, and
/// its end.
std::vector<std::size_t> likeliest(std::string_view utf8, const std::vector<std::size_t>& offsets,
                                   std::size_t begin, std::size_t end, std::size_t longest) {
  std::vector<double> cost(end - begin + 1, std::numeric_limits<double>::infinity());
  std::vector<std::size_t> length(end - begin + 1, 1);
  cost[end - begin] = 0;
  for (std::size_t i = end; i-- > begin;) {
    for (std::size_t n = 1; n <= std::min(longest, end - i); ++n) {
      const Counted counted = look_up(utf8.substr(offsets[i], offsets[i + n] - offsets[i]));
      if (counted.times > 0 || n == 1) {
        const double all =
            std::log2(kCounted / std::max(counted.times, 1.0)) + kEachWord + cost[i + n - begin];
        if (all < cost[i - begin]) cost[i - begin] = all, length[i - begin] = n;
      }
      if (!counted.begins_longer) break;
    }
  }
  std::vector<std::size_t> ends;
  for (std::size_t i = begin; i < end; i += length[i - begin]) ends.push_back(i + length[i - begin]);
  return ends;
}

}  // namespace

std::vector<WordJoint> chinese_word_joints(std::u32string_view text) {
  std::string utf8;
  std::vector<std::size_t> offsets{0};
  for (const char32_t cp : text) utf8 += to_utf8(cp), offsets.push_back(utf8.size());
  std::vector<WordJoint> joints(text.size(), WordJoint::kInside);
  std::size_t begin = 0;
  for (const std::size_t end : likeliest(utf8, offsets, 0, text.size(), kLongest)) {
    if (end - begin > kLongestWhole) {
      for (const std::size_t inner : likeliest(utf8, offsets, begin, end, kLongestWhole)) {
        if (inner < end) joints[inner] = WordJoint::kCompound;
      }
    }
    joints[begin] = WordJoint::kBetween;
    begin = end;
  }
  return joints;
}

}  // namespace banxin
