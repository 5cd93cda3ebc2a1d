// Each hint, when applied, gives the promised line count.
#include "layout/hints.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

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

TEST(CutHints, Words) {
  EXPECT_EQ(describe_cuts({{3, 2}}, 1), "cut 2 字 in paragraph 4 to save a line");
  EXPECT_EQ(describe_cuts({{3, 2}, {0, 5}, {8, 6}}, 3),
            "cut 5 字 in paragraph 1, 2 字 in paragraph 4 and 6 字 in paragraph 9 to save 3 行");
  EXPECT_EQ(describe_cuts({{3, 2}}, 2), "");
  EXPECT_EQ(count_characters("他 说　好。"), 4);
}

}  // namespace
}  // namespace banxin
