// Each hint, when applied, gives the promised line count.
#include "layout/hints.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <sstream>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "blocks.h"
#include "layout/overset.h"
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

/// So many 字 of the paragraph of text with this number.
struct Cutting {
  std::size_t characters = 0, paragraph = 0;
};

/// "14 字 in paragraph 4 to save a line": cuts, and the lines that they are said to save together.
struct Promise {
  std::vector<Cutting> cuts;
  int lines = 0;
};

std::vector<Promise> promises_in(const std::string& hint) {
  std::vector<Promise> promises;
  std::istringstream words(hint.substr(0, hint.find(';')));
  Cutting cut;
  Promise promise;
  for (std::string word, before; words >> word; before = word) {
    if (word == "字") cut.characters = std::stoul(before);
    if (before == "paragraph") cut.paragraph = std::stoul(word), promise.cuts.push_back(cut);
    if (before == "save") {
      promise.lines = word == "a" ? 1 : std::stoi(word);
      promises.push_back(std::exchange(promise, {}));
    }
  }
  EXPECT_TRUE(promise.cuts.empty()) << hint;
  return promises;
}

std::vector<Cutting> cuts_in(const std::string& hint) {
  std::vector<Cutting> cuts;
  for (const Promise& p : promises_in(hint)) cuts.insert(cuts.end(), p.cuts.begin(), p.cuts.end());
  return cuts;
}

/// The text of the paragraph that the hint numbers: heads, tables, their titles and notes do not count.
std::string& text_of(Document& d, std::size_t number) {
  for (Paragraph& p : d.articles[0].paragraphs) {
    if (p.kind == Paragraph::Kind::kBody && --number == 0) return p.copy.text;
  }
  ADD_FAILURE() << "no such paragraph";
  return d.articles[0].title.text;
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
    for (const Promise& promise : promises_in(hint)) {
      ASSERT_EQ(promise.cuts.size(), 1u) << hint;  // in one leg every cut keeps its word
      Document shorter = d;
      std::string& text = text_of(shorter, promise.cuts[0].paragraph);
      const std::size_t bytes = promise.cuts[0].characters * 3;  // every 字 here is Han
      text.erase(text.size() - 3 - bytes, bytes);                // before the full stop
      EXPECT_EQ(over_lines(shorter), over - promise.lines) << hint;
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

/// Without `n` 字 in its middle.
std::string without_middle(const std::string& text, std::size_t n) {
  std::vector<std::size_t> starts;
  for (std::size_t at = 0; at < text.size(); at += decode_utf8(text, at).bytes) starts.push_back(at);
  const std::size_t first = (starts.size() - n) / 2;
  std::string out = text;
  out.erase(starts[first], starts[first + n] - starts[first]);
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
    const std::vector<Promise> promises = promises_in(overset(diags)->hint);
    Document all = d;
    for (const auto& [cuts, lines] : promises) {
      ++tried;
      ASSERT_EQ(cuts.size(), 1u) << overset(diags)->hint;
      Document shorter = d;
      std::string& text = text_of(shorter, cuts[0].paragraph);
      text = without(text, cuts[0].characters);
      EXPECT_LE(over_lines(shorter), over - lines) << seed << ": " << overset(diags)->hint;
      text_of(all, cuts[0].paragraph) = text;
    }
    if (!promises.empty()) {
      EXPECT_EQ(over_lines(all), 0) << seed << ": all cuts together; " << overset(diags)->hint;
    }
  }
  EXPECT_GT(tried, 30);
}

/// Thousands of stories that do not fit, or a word that nothing divides, would keep us for minutes: 9,998
/// pages over by ten lines each, 40 stories of one word of 1,500 letters.
TEST(CutHints, SayLessWithoutBudgetAndKeepTheirWord) {
  Document d = newspaper(1, 13, 9);
  for (int i = 0; i < 4; ++i) add_paragraph(d, han(32 + i * 5, i) + "。");
  const Frame& frame = d.layouts[0].frames[0];
  Diagnostics diags;
  const Setter setter(d.layouts[0], test::serif(), diags, &frame);
  Story story = set_story({{&frame, &setter, 1}}, d.articles[0], diags);
  const int over = story.flow.over_lines;
  ASSERT_GT(over, 1);
  std::size_t most = 0;
  for (std::size_t bytes = 1; bytes < 1'000'000; bytes *= 3) {
    TrialBudget budget{bytes};
    Diagnostics told;
    report_overset(story, told, budget);
    ASSERT_EQ(told.all().size(), 1u);
    const std::vector<Promise> promises = promises_in(told.all()[0].hint);
    if (bytes < 100) {
      EXPECT_THAT(told.all()[0].hint, testing::StartsWith("cut that much, or give the frame more"));
      EXPECT_FALSE(budget.spend(1));
    }
    Document shorter = d;
    int lines = 0;
    for (const Promise& promise : promises) {
      lines += promise.lines;
      for (const Cutting& cut : promise.cuts)
        text_of(shorter, cut.paragraph) = without(text_of(shorter, cut.paragraph), cut.characters);
    }
    EXPECT_LE(over_lines(shorter), over - lines) << bytes << ": " << told.all()[0].hint;
    most = std::max(most, promises.size());
  }
  EXPECT_GT(most, 0u);
  EXPECT_EQ(story.flow.over_lines, over);
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
    for (const auto& [cuts, lines] : promises_in(overset(diags)->hint)) {
      ++tried;
      Document shorter = d;
      for (const auto& [characters, paragraph] : cuts) {
        std::string& text = text_of(shorter, paragraph);
        text = without(text, characters);
      }
      EXPECT_LE(over_lines(shorter), over - lines) << seed << ": " << overset(diags)->hint;
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
    const std::vector<Cutting> cuts = cuts_in(overset(diags)->hint);
    Document shorter = d;
    for (const auto& [characters, paragraph] : cuts) {
      std::string& text = text_of(shorter, paragraph);
      text = without(text, characters);
    }
    if (cuts.empty()) continue;
    ++tried;
    EXPECT_EQ(over_lines(shorter), 0) << seed << ": " << overset(diags)->hint;
  }
  EXPECT_GT(tried, 5);
}

/// Tables, notes and heads move to the next leg as a whole: a cut before them may save many lines or none.
/// Wherever the desk takes the 字 out, what is said of them comes true.
TEST(CutHints, KeepTheirWordBesideTablesAndHeads) {
  int tried = 0, together = 0, many = 0;
  for (std::uint64_t seed = 1; seed <= 150; ++seed) {
    Random random(seed * 104729);
    Document d = newspaper(1 + random.below(4), 10 + random.below(9), 8 + random.below(7));
    for (int i = 3 + random.below(6); i > 0; --i) {
      add_paragraph(d, random_copy(random, 1 + random.below(9)));
      if (random.below(3) == 0) test::add(d, "小标题", Paragraph::Kind::kCrossHead);
      if (random.below(4) == 0) {
        test::add_table(d, std::vector<std::vector<std::string>>(
                               static_cast<std::size_t>(2 + random.below(4)), {"品种", "12.5"}));
        if (random.below(2) == 0) test::add(d, test::han(5 + random.below(20), 3), Paragraph::Kind::kNote);
      }
      if (random.below(5) == 0) test::add_item(d, "1.", random_copy(random, 2), i * 2 + 1, i * 2 + 2);
    }
    add_paragraph(d, random_copy(random, 3));
    Diagnostics diags;
    const int over = place_edition(d, test::serif(), diags).pages[0].fits[0].over_lines;
    if (over == 0 || overset(diags) == nullptr) continue;
    const std::vector<Promise> promises = promises_in(overset(diags)->hint);
    Document all = d;
    for (const Promise& promise : promises) {
      ++tried, together += promise.cuts.size() > 1 ? 1 : 0, many += promise.lines > 1 ? 1 : 0;
      for (const bool at_end : {true, false}) {
        Document shorter = d;
        for (const auto& [characters, paragraph] : promise.cuts) {
          std::string& text = text_of(shorter, paragraph);
          if (at_end) text_of(all, paragraph) = without(text, characters);
          text = at_end ? without(text, characters) : without_middle(text, characters);
        }
        EXPECT_LE(over_lines(shorter), over - promise.lines) << seed << ": " << overset(diags)->hint;
      }
    }
    if (!promises.empty()) {
      EXPECT_EQ(over_lines(all), 0) << seed << ": " << overset(diags)->hint;
    }
  }
  EXPECT_GT(tried, 40);
  EXPECT_GT(together, 5);
  EXPECT_GT(many, 5);
}

/// A frame with a rule round it, its text a character inside: the measure is not that of the grid.
Document boxed(int columns, int measure, int rows) {
  Document d = newspaper(columns, measure, rows + 2);
  d.layouts[0].frames[0].box.emplace();
  return d;
}

using MakePaper = Document (*)(int, int, int);

/// Whatever shape the place of the story has (the 段 of vertical lines are legs that fill one after the
/// other): with all cuts made, wherever the 字 are taken out, it fits; and a cut that is said to save lines
/// by itself does.
class CutHintsInAnyPlace : public testing::TestWithParam<MakePaper> {};

TEST_P(CutHintsInAnyPlace, KeepTheirWord) {
  int tried = 0, alone = 0;
  for (std::uint64_t seed = 1; seed <= 16; ++seed) {
    Random random(seed * 15485863);
    Document d = GetParam()(1 + random.below(3), 10 + random.below(9), 7 + random.below(5));
    const int paragraphs = 2 + random.below(6);
    for (int i = 0; i < paragraphs; ++i) add_paragraph(d, random_copy(random, 2 + random.below(8)));
    Diagnostics diags;
    const int over = place_edition(d, test::serif(), diags).pages[0].fits[0].over_lines;
    if (over == 0 || overset(diags) == nullptr) continue;
    const std::string& hint = overset(diags)->hint;
    const std::vector<Promise> promises = promises_in(hint);
    if (promises.empty()) continue;
    ++tried, alone += promises[0].cuts.size() == 1 ? 1 : 0;
    for (const bool at_end : {true, false}) {
      Document all = d;
      for (const Promise& promise : promises) {
        Document shorter = d;
        for (const auto& [characters, paragraph] : promise.cuts) {
          const std::string& text = text_of(d, paragraph);
          text_of(all, paragraph) = text_of(shorter, paragraph) =
              at_end ? without(text, characters) : without_middle(text, characters);
        }
        EXPECT_LE(over_lines(shorter), over - promise.lines) << seed << ": " << hint;
      }
      EXPECT_EQ(over_lines(all), 0) << seed << ": " << hint;
    }
  }
  EXPECT_GT(tried, 3);
  EXPECT_GT(alone, 0);
}

INSTANTIATE_TEST_SUITE_P(Places, CutHintsInAnyPlace, testing::Values(&test::vertical_newspaper, &boxed),
                         [](const auto& place) {
                           return std::string(place.param == &boxed ? "Boxed" : "Vertical");
                         });

/// A paragraph that is long enough saves more than one line.
TEST(CutHints, TellOfSeveralLinesInOneParagraph) {
  Document d = newspaper(1, 10, 5);
  add_paragraph(d, test::han(70) + "。");
  Diagnostics diags;
  place_edition(d, test::serif(), diags);
  ASSERT_NE(overset(diags), nullptr);
  EXPECT_EQ(overset(diags)->message, "frame 'lead' is over by 23 字 (3 行)");
  EXPECT_THAT(overset(diags)->hint, testing::StartsWith("cut 22 字 in paragraph 1 to save 3 行; "));
}

TEST(CutHints, Characters) { EXPECT_EQ(count_characters("他 说　好。"), 4); }

}  // namespace
}  // namespace banxin
