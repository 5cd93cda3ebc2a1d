#include "compare/edit_script.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <random>
#include <string>

namespace banxin {
namespace {

using Items = std::vector<std::uint32_t>;

Items items(const std::string& text) { return {text.begin(), text.end()}; }

/// What is left when the edits are made.
Items applied(const Items& from, const Items& to, const std::vector<Edit>& edits) {
  Items out;
  std::size_t at = 0;
  for (const Edit& edit : edits) {
    out.insert(out.end(), from.begin() + static_cast<std::ptrdiff_t>(at),
               from.begin() + static_cast<std::ptrdiff_t>(edit.old_begin));
    out.insert(out.end(), to.begin() + static_cast<std::ptrdiff_t>(edit.new_begin),
               to.begin() + static_cast<std::ptrdiff_t>(edit.new_end));
    at = edit.old_end;
  }
  out.insert(out.end(), from.begin() + static_cast<std::ptrdiff_t>(at), from.end());
  return out;
}

std::size_t cost(const std::vector<Edit>& edits) {
  std::size_t sum = 0;
  for (const Edit& edit : edits) sum += edit.old_end - edit.old_begin + edit.new_end - edit.new_begin;
  return sum;
}

/// By the book: the table of all prefixes.
std::size_t least_cost(const Items& a, const Items& b) {
  std::vector<std::vector<std::size_t>> table(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0)
        table[i][j] = i + j;
      else if (a[i - 1] == b[j - 1])
        table[i][j] = table[i - 1][j - 1];
      else
        table[i][j] = 1 + std::min(table[i - 1][j], table[i][j - 1]);
    }
  }
  return table[a.size()][b.size()];
}

TEST(EditScript, FindsTheOneLetter) {
  EXPECT_EQ(edit_script(items("abcdef"), items("abXdef")), (std::vector<Edit>{{2, 3, 2, 3}}));
  EXPECT_EQ(edit_script(items("abcdef"), items("abdef")), (std::vector<Edit>{{2, 3, 2, 2}}));
  EXPECT_EQ(edit_script(items("abcdef"), items("abcdefg")), (std::vector<Edit>{{6, 6, 6, 7}}));
  EXPECT_EQ(edit_script(items(""), items("ab")), (std::vector<Edit>{{0, 0, 0, 2}}));
  EXPECT_TRUE(edit_script(items("abc"), items("abc")).empty());
  EXPECT_TRUE(edit_script({}, {}).empty());
}

TEST(EditScript, IsRightAndShortest) {
  std::mt19937 random(1);
  for (int round = 0; round < 2000; ++round) {
    Items a(random() % 14), b(random() % 14);
    for (auto& x : a) x = static_cast<std::uint32_t>(random() % 3);
    for (auto& x : b) x = static_cast<std::uint32_t>(random() % 3);
    const std::vector<Edit> edits = edit_script(a, b);
    ASSERT_EQ(applied(a, b, edits), b);
    ASSERT_EQ(cost(edits), least_cost(a, b));
  }
}

TEST(EditScript, EndsOnTextsWithNothingInCommon) {
  Items a(3000), b(2500);
  std::mt19937 random(2);
  for (auto& x : a) x = static_cast<std::uint32_t>(random() % 5000);
  for (auto& x : b) x = static_cast<std::uint32_t>(random() % 5000);
  EXPECT_EQ(applied(a, b, edit_script(a, b)), b);
}

TEST(EditScript, JoinsWhatStandsClose) {
  std::vector<Edit> edits{{0, 1, 0, 1}, {2, 3, 2, 3}, {9, 9, 9, 10}};
  join_edits(edits, 2);
  EXPECT_EQ(edits, (std::vector<Edit>{{0, 3, 0, 3}, {9, 9, 9, 10}}));
}

TEST(EditScript, KnowsWhichBecameWhich) {
  EXPECT_EQ(partners({{1, 2, 1, 3}}, 3, 4), (std::vector<std::size_t>{0, kGone, 3}));
}

}  // namespace
}  // namespace banxin
