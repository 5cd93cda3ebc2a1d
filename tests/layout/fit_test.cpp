// Article fit: what one line more or less in a paragraph can mend.
#include "layout/fit.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "layout/setter.h"
#include "layout/story.h"
#include "support.h"

namespace banxin {
namespace {

using test::add_paragraph;
using test::han;
using test::newspaper;

/// Places the document and returns the lines of each column.
std::vector<int> column_lines(const Document& document, Diagnostics& diags) {
  const PlacedEdition edition = place_edition(document, test::serif(), diags);
  std::vector<int> lines(static_cast<std::size_t>(document.layouts[0].grid.columns));
  std::map<std::pair<int, std::int64_t>, int> seen;
  const GridSpec& grid = document.layouts[0].grid;
  for (const DrawItem& item : edition.pages[0].items) {
    const DrawText* text = std::get_if<DrawText>(&item);
    if (text == nullptr) continue;
    const Length x = text->glyphs.front().origin.x + 5_pt - document.layouts[0].origin.x;
    const int column = static_cast<int>(x / (grid.span(1) + grid.gap.at(grid.size)));
    if (seen[{column, text->glyphs.front().origin.y.units()}]++ == 0)
      ++lines[static_cast<std::size_t>(column)];
  }
  return lines;
}

/// A paragraph of the sample page: fourteen lines of seventeen characters at its best, thirteen when its
/// commas give.
const char* const kElastic =
    "“这次会议，奏响了民营经济的‘回春曲’，标志着我市经济发展拉开了新的序幕，我"
    "们的心安了，动力也足了，相信在市委、市政府的坚强领导下，全市民营企业一定能够"
    "实现快速成长。”巩志义表示，将坚决贯彻执行好会议精神，认真做好宣传宣讲，及时"
    "把会议精神传达到公司的各个角落。公司将抢抓转型发展的重大机遇，锚定自主创新，"
    "发挥示范引领，以企业技术研发平台为依托，进一步加快科技成果转化，打牢企业创新"
    "基础，加快发展新技术、新工艺、新装备、新产品，努力做大做强制造业特色优势产业"
    "。";

TEST(Fit, ALineOverIsSqueezedIn) {
  for (const int rows : {13, 14}) {
    Document d = newspaper(1, 17, rows);
    add_paragraph(d, kElastic);
    Diagnostics diags;
    EXPECT_EQ(column_lines(d, diags), std::vector<int>{rows});
    EXPECT_FALSE(diags.has_errors());
  }
}

/// Behind the last slot too every paragraph takes as few lines as it can: what is over is told as it is.
TEST(Fit, WhatIsOverTakesTheFewestLines) {
  Document d = newspaper(1, 17, 13);
  constexpr int kParagraphs = 60;
  for (int i = 0; i < kParagraphs; ++i) add_paragraph(d, kElastic);
  Diagnostics diags;
  EXPECT_EQ(place_edition(d, test::serif(), diags).pages[0].fits[0].over_lines, 13 * (kParagraphs - 1));
}

TEST(Fit, NoLastLineOpensAColumn) {
  // Natural lines 3 + 4 + 2 over two columns of five or six rows: whatever the fit does, the first line of a
  // column is not the last of its paragraph.
  for (int n = 1; n <= 12; ++n) {
    Document d = newspaper(2, 12, 10);
    for (const int characters : {9 + 12 * 2 + n, 30 + n, 20}) add_paragraph(d, han(characters, n) + "。");
    const PlacedEdition edition = place_edition(d, test::serif(), *std::make_unique<Diagnostics>());
    const NodeId kNone = kArtifact;
    std::map<NodeId, std::vector<const DrawText*>> paragraphs;
    for (const DrawItem& item : edition.pages[0].items) {
      if (const DrawText* t = std::get_if<DrawText>(&item); t != nullptr && t->node != kNone) {
        paragraphs[t->node].push_back(t);
      }
    }
    for (const auto& [node, lines] : paragraphs) {
      if (lines.size() < 2) continue;
      const Length before = lines[lines.size() - 2]->glyphs.front().origin.y;
      EXPECT_GT(lines.back()->glyphs.front().origin.y, before) << n << ": the last line stands alone on top";
    }
  }
}

/// The elastic paragraph is 14 lines, or 13, and the next one would begin in the last of the 15 rows.
TEST(Fit, NoFirstLineClosesAColumn) {
  Document d = newspaper(2, 17, 15);
  add_paragraph(d, kElastic);
  add_paragraph(d, han(15 + 17 * 14 + 5) + "。");
  const auto first_line_closes = [&] {
    Diagnostics diags;
    const PlacedEdition edition = place_edition(d, test::serif(), diags);
    const DrawText* last = nullptr;
    for (const DrawItem& item : edition.pages[0].items) {
      const DrawText* t = std::get_if<DrawText>(&item);
      if (t == nullptr) continue;
      if (last != nullptr && t->glyphs.front().origin.y < last->glyphs.front().origin.y)
        return last->text.starts_with(han(1));
      last = t;
    }
    return false;
  };
  d.layouts[0].frames[0].free_lines = false;
  EXPECT_TRUE(first_line_closes()) << "the case is not what it should be";
  d.layouts[0].frames[0].free_lines = true;
  EXPECT_FALSE(first_line_closes());
}

TEST(Fit, LeavesAFullFrameAlone) {
  Document d = newspaper(2, 12, 4);
  add_paragraph(d, han(10 + 12 * 7));
  Diagnostics diags;
  EXPECT_EQ(column_lines(d, diags), (std::vector<int>{4, 4}));
}

const char* const kSentences[] = {
    "记者昨日从市统计局获悉，今年前三季度全市工业用电量稳步回升，外贸进出口好于预期。",
    "据介绍，该项目自去年三月开工以来，累计完成投资12.5亿元，预计明年底建成通车。",
    "“老街的早市又热闹起来了。”摊主李桂芳一边招呼客人，一边把刚出锅的豆花端上桌。",
    "会议强调，要坚持问题导向，把工作做细、做实。",
    "入秋以来，山里的柿子红了，游客一天比一天多；",
    "合作社负责人算了一笔账：每亩增收800元，带动农户300多户。",
};

/// What a story costs with these line counts, counted from its lines alone; infinite where a paragraph cannot
/// be set so.
double cost_of(const Flower& flower, const std::vector<int>& looseness) {
  const FitCosts costs;
  const std::vector<Slot>& slots = flower.slots();
  std::map<int, int> rows;  // of each leg
  for (const Slot& slot : slots) ++rows[slot.leg];
  const auto opens = [&](std::size_t slot) {
    return slot > 0 && slot < slots.size() && slots[slot].leg != slots[slot - 1].leg;
  };
  double cost = 0;
  FlowPoint at;
  for (std::size_t i = 0; i < looseness.size(); ++i) {
    const FlowStep best = flower.step(i, at, 0), step = flower.step(i, at, looseness[i]);
    if (looseness[i] != 0 && step.lines.size() == best.lines.size())
      return std::numeric_limits<double>::infinity();
    cost += step.cost;
    for (const FlowPoint& line : step.at) cost += line.slot >= slots.size() ? costs.over : 0;
    if (step.at.size() > 1) {
      const std::size_t second = step.at[1].slot, last = step.at.back().slot;
      if (opens(last)) cost += rows[slots[last].leg] < 8 ? costs.in_short : costs.widow;
      if (opens(second)) cost += rows[slots[second - 1].leg] < 8 ? costs.in_short : costs.orphan;
    }
    at = step.next;
  }
  const std::size_t used = std::min(at.slot, slots.size());
  return cost + costs.short_column * static_cast<double>(slots.size() - used);
}

/// The programme against all the ways there are: 3 line counts for each paragraph.
TEST(Fit, NoWayOfAllIsBetter) {
  std::mt19937 random(11);
  const auto below = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
  int mended = 0;
  for (int story = 0; story < 60; ++story) {
    Document d = newspaper(2 + below(2), 11 + below(7), 5 + below(8));
    const int paragraphs = 2 + below(4);
    for (int i = 0; i < paragraphs; ++i) {
      std::string text;
      for (int n = 1 + below(3); n > 0; --n) text += kSentences[below(6)];
      add_paragraph(d, text);
    }
    Diagnostics diags;
    const Setter setter(d.layouts[0], test::serif(), diags, &d.layouts[0].frames[0]);
    const Story set = set_story({{&d.layouts[0].frames[0], &setter, 1}}, d.articles[0], diags);
    const std::vector<Slot> slots = make_slots(set.places);
    BrokenParagraphs broken(set.paragraphs);
    const Flower flower(set.paragraphs, slots, setter, broken);
    double least = std::numeric_limits<double>::infinity();
    std::vector<int> looseness(static_cast<std::size_t>(paragraphs), -1);
    for (bool more = true; more;) {
      least = std::min(least, cost_of(flower, looseness));
      more = false;
      for (std::size_t i = 0; i < looseness.size() && !more; ++i) {
        more = ++looseness[i] <= 1;
        if (!more) looseness[i] = -1;
      }
    }
    const Fit fit = fit_article(flower);
    EXPECT_NEAR(fit.cost, least, 1e-6 * least) << story;
    mended += least < cost_of(flower, std::vector<int>(looseness.size())) * 0.999 ? 1 : 0;
  }
  EXPECT_GT(mended, 5) << "in too few of them was there anything to choose";
}

TEST(Fit, TheEditorsExtraLineIsKept) {
  for (const int extra : {0, 1}) {
    Document d = newspaper(1, 12, 12);
    add_paragraph(d, han(10 + 12 * 4 + 11) + "。");
    d.articles[0].paragraphs[0].extra_lines.value = extra;
    Diagnostics diags;
    EXPECT_EQ(column_lines(d, diags)[0], 6 + extra);
  }
}

/// The last stretch of text of each column; a hyphen, which is no text, is written behind it.
std::vector<std::string> column_ends(const Document& document) {
  Diagnostics diags;
  const PlacedEdition edition = place_edition(document, test::serif(), diags);
  std::vector<std::string> ends(static_cast<std::size_t>(document.layouts[0].grid.columns));
  std::vector<Length> lowest(ends.size());
  const GridSpec& grid = document.layouts[0].grid;
  for (const DrawItem& item : edition.pages[0].items) {
    const DrawText* text = std::get_if<DrawText>(&item);
    if (text == nullptr) continue;
    const Length x = text->glyphs.front().origin.x + 5_pt - document.layouts[0].origin.x;
    const auto column = static_cast<std::size_t>(x / (grid.span(1) + grid.gap.at(grid.size)));
    if (text->glyphs.front().origin.y < lowest[column]) continue;
    lowest[column] = text->glyphs.front().origin.y, ends[column] = text->text;
    if (text->glyphs.back().text_begin == text->glyphs.back().text_end) ends[column] += '-';
  }
  return ends;
}

TEST(Fit, NoWordIsDividedAtAColumnEnd) {
  int divided = 0;
  for (int n = 0; n < 24; ++n) {
    for (const int rows : {2, 3}) {
      Document d = newspaper(2, 12, rows);
      d.layouts[0].setting.hyphenate = Hyphenation::kEnglish;
      for (auto& [name, style] : d.layouts[0].styles) style.align = Align::kJustify;
      add_paragraph(d, han(10 + n, n) + "development of newspapers" + han(30, n));
      for (const std::string& end : column_ends(d)) {
        EXPECT_FALSE(end.ends_with('-')) << end;
        divided += end.ends_with("development") || end.ends_with("newspapers") ? 1 : 0;
      }
    }
  }
  EXPECT_GT(divided, 0) << "no case came near a column end";
}

TEST(Fit, NoRangeIsDividedAtAColumnEnd) {
  for (const char* range : {"1958—1962", "300～500", "10-20"}) {
    for (int n = 0; n < 24; ++n) {
      Document d = newspaper(2, 12, 2);
      add_paragraph(d, han(10 + n, n) + range + han(30, n));
      for (const std::string& end : column_ends(d)) {
        EXPECT_FALSE(end.ends_with("—") || end.ends_with("～") || end.ends_with("-")) << end;
      }
    }
  }
}

}  // namespace
}  // namespace banxin
