// Each hint, when applied, gives the promised line count.
#include "layout/hints.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <iterator>
#include <sstream>

#include "base/utf8.h"
#include "support.h"

namespace banxin {
namespace {

using test::add_paragraph;
using test::han;
using test::newspaper;

const Diagnostic* overset(const Diagnostics& diags) {
  for (const Diagnostic& d : diags.all()) {
    if (d.code == "overset") return &d;
  }
  return nullptr;
}

int over_lines(const Document& document) {
  Diagnostics diags;
  return place_edition(document, test::serif(), diags).pages[0].fits[0].over_lines;
}

struct Cut {
  std::size_t characters = 0, paragraph = 0;
};

/// Every "14 字 in paragraph 4" of the hint.
std::vector<Cut> cuts_in(const std::string& hint) {
  std::vector<Cut> cuts;
  std::istringstream words(hint);
  Cut cut;
  for (std::string word, before; words >> word; before = word) {
    if (word == "字") cut.characters = std::stoul(before);
    if (before == "paragraph") cut.paragraph = std::stoul(word), cuts.push_back(cut);
  }
  return cuts;
}

TEST(CutHints, EachSavesItsLine) {
  for (int seed = 0; seed < 20; ++seed) {
    Document d = newspaper(1, 13, 9);
    for (int i = 0; i < 4; ++i) add_paragraph(d, han(17 + (seed * 7 + i * 11) % 30, seed + i) + "。");
    const int over = over_lines(d);
    if (over == 0) continue;
    Diagnostics diags;
    place_edition(d, test::serif(), diags);
    ASSERT_NE(overset(diags), nullptr);
    const std::string hint = overset(diags)->hint;
    for (const auto& [characters, paragraph] : cuts_in(hint)) {
      Document shorter = d;
      std::string& text = shorter.articles[0].paragraphs[paragraph - 1].copy.text;
      const std::size_t bytes = characters * 3;    // every 字 here is Han
      text.erase(text.size() - 3 - bytes, bytes);  // before the full stop
      EXPECT_EQ(over_lines(shorter), over - 1) << hint;
    }
  }
}

/// A fixed sequence of numbers.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  int below(int n) {
    state_ = state_ * 6364136223846793005u + 1442695040888963407u;
    return static_cast<int>((state_ >> 33) % static_cast<std::uint64_t>(n));
  }

 private:
  std::uint64_t state_;
};

/// Copy with all that squeezes and stretches, ending in a full stop.
std::string random_copy(Random& random, int pieces) {
  static constexpr const char* kPieces[] = {
      "经济平稳运行", "他说",   "，", "、", "（上海）", "《日报》", "“十四五”", "12.5%",
      "2024年",       "editor", "：", "；", "同比增长", "！",       "——",       "中国"};
  std::string out = test::han(3 + random.below(9), random.below(90));
  for (int i = 0; i < pieces; ++i) {
    out += kPieces[random.below(static_cast<int>(std::size(kPieces)))];
    out += test::han(1 + random.below(5), random.below(90));
  }
  return out + "。";
}

/// Without the last `n` 字 before the closing mark.
std::string without(const std::string& text, std::size_t n) {
  std::vector<std::size_t> starts;
  for (std::size_t at = 0; at < text.size(); at += decode_utf8(text, at).bytes) starts.push_back(at);
  std::string out = text;
  out.erase(starts[starts.size() - 1 - n], starts[starts.size() - 1] - starts[starts.size() - 1 - n]);
  return out;
}

TEST(CutHints, KeepTheirWordInAnyArticle) {
  int tried = 0;
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    Random random(seed);
    Document d = newspaper(1, 9 + random.below(9), 8);
    const int paragraphs = 2 + random.below(3);
    for (int i = 0; i < paragraphs; ++i) add_paragraph(d, random_copy(random, 3 + random.below(8)));
    Diagnostics diags;
    const PlacedEdition placed = place_edition(d, test::serif(), diags);
    const int over = placed.pages[0].fits[0].over_lines;
    if (over == 0 || overset(diags) == nullptr) continue;
    const std::vector<Cut> cuts = cuts_in(overset(diags)->hint);
    Document all = d;
    for (const auto& [characters, paragraph] : cuts) {
      ++tried;
      Document shorter = d;
      std::string& text = shorter.articles[0].paragraphs[paragraph - 1].copy.text;
      text = without(text, characters);
      EXPECT_LE(over_lines(shorter), over - 1) << seed << ": " << overset(diags)->hint;
      all.articles[0].paragraphs[paragraph - 1].copy.text = text;
    }
    if (!cuts.empty()) {
      EXPECT_EQ(over_lines(all), 0) << seed << ": all cuts together; " << overset(diags)->hint;
    }
  }
  EXPECT_GT(tried, 30);
}

/// A quotation, a list and a drop capital have lines of their own lengths.
TEST(CutHints, CountWithInsetsAndDropCapitals) {
  int tried = 0;
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    Random random(seed);
    Document d = newspaper(1, 11 + random.below(9), 12);
    d.layouts[0].frames[0].drop_cap = random.below(4);
    d.layouts[0].styles["quote"].inset_start = d.layouts[0].styles["quote"].inset_end = 20_pt;
    add_paragraph(d, random_copy(random, 6 + random.below(6)));
    add_paragraph(d, random_copy(random, 4 + random.below(8)));
    d.articles[0].paragraphs.back().inside = {{Container::Kind::kQuote, 1}};
    add_paragraph(d, random_copy(random, 3 + random.below(6)));
    d.articles[0].paragraphs.back().inside = {{Container::Kind::kList, 2}, {Container::Kind::kItem, 3}};
    d.articles[0].paragraphs.back().label = test::copy("1.");
    add_paragraph(d, random_copy(random, 5));
    Diagnostics diags;
    const int over = place_edition(d, test::serif(), diags).pages[0].fits[0].over_lines;
    if (over == 0 || overset(diags) == nullptr) continue;
    for (const auto& [characters, paragraph] : cuts_in(overset(diags)->hint)) {
      ++tried;
      Document shorter = d;
      std::string& text = shorter.articles[0].paragraphs[paragraph - 1].copy.text;
      text = without(text, characters);
      EXPECT_LE(over_lines(shorter), over - 1) << seed << ": " << overset(diags)->hint;
    }
  }
  EXPECT_GT(tried, 20);
}

/// In several legs a single cut may only fill a hole that a last line leaves at the foot
/// of one; what is promised is that all of them together make the story fit.
TEST(CutHints, FitTogetherInSeveralLegs) {
  int tried = 0;
  for (std::uint64_t seed = 1; seed <= 150; ++seed) {
    Random random(seed * 7919);
    Document d = newspaper(2 + random.below(3), 9 + random.below(9), 7 + random.below(4));
    d.layouts[0].setting.hyphenate = random.below(2) == 0 ? Hyphenation::kNone : Hyphenation::kEnglish;
    const int paragraphs = 4 + random.below(8);
    for (int i = 0; i < paragraphs; ++i) {
      add_paragraph(d, random_copy(random, 3 + random.below(8)));
    }
    Diagnostics diags;
    const int over = place_edition(d, test::serif(), diags).pages[0].fits[0].over_lines;
    if (over == 0 || overset(diags) == nullptr) continue;
    const std::vector<Cut> cuts = cuts_in(overset(diags)->hint);
    Document shorter = d;
    for (const auto& [characters, paragraph] : cuts) {
      ASSERT_EQ(shorter.articles[0].paragraphs[paragraph - 1].kind, Paragraph::Kind::kBody);
      std::string& text = shorter.articles[0].paragraphs[paragraph - 1].copy.text;
      text = without(text, characters);
    }
    if (cuts.empty()) continue;
    ++tried;
    EXPECT_EQ(over_lines(shorter), 0) << seed << ": " << overset(diags)->hint;
  }
  EXPECT_GT(tried, 5);
}

TEST(CutHints, Words) {
  EXPECT_EQ(describe_cuts({{3, 2}}, 1), "cut 2 字 in paragraph 4 to save a line");
  EXPECT_EQ(describe_cuts({{3, 2}, {0, 5}, {8, 6}}, 3),
            "cut 5 字 in paragraph 1, 2 字 in paragraph 4 and 6 字 in paragraph 9 to save 3 行");
  EXPECT_EQ(describe_cuts({{3, 2}}, 2), "");
  EXPECT_EQ(count_characters("他 说　好。"), 4);
}

}  // namespace
}  // namespace banxin
