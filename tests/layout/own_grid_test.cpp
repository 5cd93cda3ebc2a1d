// Blocks of text in a frame with a grid of its own stand on that grid, not on the page's.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "support.h"

namespace banxin {
namespace {

using test::add_paragraph;
using test::all;
using test::copy;
using test::han;
using test::newspaper;
using Kind = Paragraph::Kind;

/// 8 pt on 12 pt in a frame of a page of 10 pt on 15 pt. The rows of the frame: 20 · 15 pt − 5 pt are 287 pt
/// from the first em box to the last, 24 rows of the frame that stand 287 / 23 pt apart.
struct Desk {
  Desk() {
    Frame& frame = document.layouts[0].frames[0];
    frame.size = 8_pt, frame.pitch = 12_pt;
    for (const char* name : kStyleNames) {
      Style& style = frame.styles[name] = document.layouts[0].styles[name];
      style.size = 8_pt, style.pitch = 12_pt;
    }
  }

  double pitch() const { return 287.0 / 24; }

  PlacedPage page() const {
    Diagnostics diags;
    PlacedPage page = place_edition(document, test::serif(), diags).pages[0];
    EXPECT_TRUE(diags.all().empty()) << diags.all().front().message;
    return page;
  }

  Document document = newspaper(1, 20, 20);
};

/// Baselines of the text of the page, in pt from the first em box.
std::vector<std::pair<std::string, double>> baselines(const PlacedPage& page) {
  std::vector<std::pair<std::string, double>> out;
  for (const DrawItem& item : page.items) {
    const DrawText* t = std::get_if<DrawText>(&item);
    if (t != nullptr) out.emplace_back(t->text, (t->glyphs.front().origin.y - 20_pt).pt());
  }
  return out;
}

constexpr double kAscent = 0.88 * 8;

TEST(OwnGrid, ADropCapitalFillsRowsOfTheFrame) {
  Desk desk;
  desk.document.layouts[0].frames[0].drop_cap = 3;
  add_paragraph(desk.document, han(120));
  const PlacedPage page = desk.page();
  const DrawText* cap = std::get_if<DrawText>(&page.items.front());
  ASSERT_NE(cap, nullptr);
  EXPECT_EQ(cap->text, han(1));
  // Three rows of the frame, less at most .3 字 to save a 字.
  EXPECT_LE(cap->size.pt(), 2 * desk.pitch() + 8 + 0.01);
  EXPECT_GE(cap->size.pt(), 2 * desk.pitch() + 8 - 0.3 * 8);
  const auto lines = baselines(page);
  ASSERT_GE(lines.size(), 5u);
  for (std::size_t i = 1; i < lines.size(); ++i) {
    EXPECT_NEAR(lines[i].second, kAscent + static_cast<double>(i - 1) * desk.pitch(), 0.02) << i;
  }
}

TEST(OwnGrid, TablesStandOnRowsOfTheFrameWithRulesInTheirGaps) {
  Desk desk;
  desk.document.layouts[0].frames[0].styles["table"].rule = 1_pt;
  Paragraph p;
  p.kind = Kind::kTable;
  p.table.columns.resize(2);
  p.table.rows = {{{copy("甲"), {}, {}, {}}, {copy("乙"), {}, {}, {}}},
                  {{copy("丙"), {}, {}, {}}, {copy("1"), {}, {}, {}}},
                  {{copy("丁"), {}, {}, {}}, {copy("2"), {}, {}, {}}}};
  desk.document.articles[0].paragraphs.push_back(p);
  add_paragraph(desk.document, han(30));
  const PlacedPage page = desk.page();
  for (const auto& [text, y] : baselines(page)) {
    const double rows = (y - kAscent) / desk.pitch();
    EXPECT_NEAR(rows, std::round(rows), 0.01) << text;
  }
  std::vector<double> at;
  const double gap = desk.pitch() - 8;
  for (const DrawRule& r : all<DrawRule>(page)) at.push_back((r.box.y - 20_pt).pt() + gap / 2 + 0.5);
  ASSERT_EQ(at.size(), 3u);
  EXPECT_NEAR(at[0], 0, 0.01);
  EXPECT_NEAR(at[1], desk.pitch(), 0.01);
  EXPECT_NEAR(at[2], 3 * desk.pitch(), 0.01);
}

TEST(OwnGrid, ARuleBetweenPartsStandsInTheMiddleOfItsRow) {
  Desk desk;
  desk.document.layouts[0].frames[0].styles["separator"].rule = 1_pt;
  add_paragraph(desk.document, han(5));
  Paragraph rule;
  rule.kind = Kind::kRule;
  desk.document.articles[0].paragraphs.push_back(rule);
  add_paragraph(desk.document, han(5));
  const std::vector<DrawRule> found = all<DrawRule>(desk.page());
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].box.width, 8_pt * 6);
  EXPECT_NEAR((found[0].box.y - 20_pt).pt() + 0.5, desk.pitch() + 4, 0.01);
}

TEST(OwnGrid, HeadsAndWindowsTakeRowsOfTheFrame) {
  Desk desk;
  add_paragraph(desk.document, "小标题", Kind::kCrossHead);
  desk.document.articles[0].paragraphs.back().place = HeadPlace::kCutIn;
  add_paragraph(desk.document, han(100));
  add_paragraph(desk.document, "题", Kind::kCrossHead);
  add_paragraph(desk.document, han(60));
  for (const auto& [text, y] : baselines(desk.page())) {
    const double rows = (y - kAscent) / desk.pitch();
    // A head over two rows stands between them.
    EXPECT_NEAR(rows * 2, std::round(rows * 2), 0.02) << text;
  }
}

}  // namespace
}  // namespace banxin
