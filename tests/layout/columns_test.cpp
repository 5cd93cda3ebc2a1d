// The rows of typography.md 9 about columns: C03, C04, C09. C10 is in interlinear_test.cpp.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "support.h"

namespace banxin {
namespace {

using test::add_paragraph;
using test::han;
using test::newspaper;

/// A stretch of text with its column and row, both from 0.
struct Stand {
  int column = 0;
  double row = 0;
  Length x, y;
  std::string text;
};

std::vector<Stand> stands(const Document& document, Diagnostics& diags) {
  const PlacedEdition edition = place_edition(document, test::serif(), diags);
  const PageLayout& layout = document.layouts[0];
  std::vector<Stand> out;
  for (const DrawItem& item : edition.pages[0].items) {
    const DrawText* t = std::get_if<DrawText>(&item);
    if (t == nullptr || t->glyphs.empty()) continue;
    const Length x = t->glyphs.front().origin.x - layout.origin.x,
                 y = t->glyphs.front().origin.y - layout.origin.y;
    out.push_back(
        {static_cast<int>((x + 5_pt) / (layout.grid.span(1) + layout.grid.gap.at(layout.grid.size))),
         y / layout.grid.pitch, x, y, t->text});
  }
  return out;
}

std::vector<int> rows_of_columns(const Document& document) {
  Diagnostics diags;
  std::vector<std::set<std::int64_t>> rows(static_cast<std::size_t>(document.layouts[0].grid.columns));
  for (const Stand& s : stands(document, diags))
    rows.at(static_cast<std::size_t>(s.column)).insert(s.y.units());
  std::vector<int> out;
  for (const auto& column : rows) out.push_back(static_cast<int>(column.size()));
  return out;
}

TEST(Columns, TenLinesInThree) {  // C03
  Document d = newspaper(3, 10, 6);
  add_paragraph(d, han(10 * 9 + 5 - 1));
  EXPECT_EQ(rows_of_columns(d), (std::vector<int>{4, 4, 2}));
}

/// More than two lines are shared: no leg stays empty, and none is two lines shorter than another.
TEST(Columns, AShortStoryOverManyColumns) {
  struct Row {
    int lines;
    std::vector<int> columns;
  };
  for (const Row& row : {Row{9, {2, 1, 1, 1, 1, 1, 1, 1}}, Row{3, {1, 1, 1, 0, 0, 0, 0, 0}},
                         Row{26, {4, 4, 3, 3, 3, 3, 3, 3}}, Row{30, {4, 4, 4, 4, 4, 4, 4, 2}}}) {
    Document d = newspaper(8, 10, 6);
    d.layouts[0].frames[0].free_lines = false;
    add_paragraph(d, han(10 * (row.lines - 1) + 5 - 2));
    EXPECT_EQ(rows_of_columns(d), row.columns) << row.lines;
  }
}

/// Whatever the paragraphs: where the fit makes them shorter by as many lines as there are legs, the legs
/// share them too.
TEST(Columns, EndLevelWhateverTheParagraphs) {
  std::mt19937 random(7);
  std::uniform_int_distribution<int> legs(2, 7), paragraphs(3, 14), length(15, 120);
  for (int story = 0; story < 60; ++story) {
    Document d = newspaper(legs(random), 11, 40);
    for (int n = paragraphs(random); n > 0; --n) add_paragraph(d, han(length(random)));
    const std::vector<int> columns = rows_of_columns(d);
    const int most = *std::max_element(columns.begin(), columns.end());
    EXPECT_LE(most - *std::min_element(columns.begin(), columns.end() - 1), 1) << story;
    EXPECT_LE(most - columns.back(), 4) << story << testing::PrintToString(columns);
  }
}

TEST(Columns, HeadingMovesWithItsText) {  // C04: three free rows hold a heading of two, but no text after it
  Document d = newspaper(2, 12, 10);
  add_paragraph(d, han(12 * 7 - 2));
  add_paragraph(d, "小标题", Paragraph::Kind::kCrossHead);
  add_paragraph(d, han(12 * 8 - 2));
  Diagnostics diags;
  int column = -1;
  double row = -1;
  for (const Stand& s : stands(d, diags)) {
    if (s.text == "小标题") column = s.column, row = s.row;
  }
  EXPECT_EQ(column, 1);
  EXPECT_LT(row, 2);
}

TEST(Columns, NoIndentBehindAPicture) {  // C09
  Document d = newspaper(1, 12, 12);
  Photo photo;
  photo.file.value = photo.path = "p.jpg";
  photo.width = 300, photo.height = 200;
  d.articles[0].photos.push_back(photo);
  PhotoSlot slot;
  slot.columns.value = {1, 1}, slot.rows.value = 3;
  slot.at = PhotoSlot::At::kMiddle;
  d.layouts[0].frames[0].photos.push_back(slot);
  add_paragraph(d, han(12 * 8));
  Diagnostics diags;
  int indented = 0, lines = 0;
  for (const Stand& s : stands(d, diags)) ++lines, indented += s.x > 5_pt ? 1 : 0;
  EXPECT_GE(lines, 8);
  EXPECT_EQ(indented, 1) << "the first line alone";
}

TEST(Columns, ANumberThatNoLineHoldsIsAnError) {
  Document d = newspaper(1, 9, 10);
  add_paragraph(d, "圆周率是" + std::string(200, '3') + "。");
  Diagnostics diags;
  place_edition(d, test::serif(), diags);
  int wide = 0;
  for (const Diagnostic& finding : diags.all()) wide += finding.code == "line-too-wide" ? 1 : 0;
  EXPECT_EQ(wide, 1);
}

}  // namespace
}  // namespace banxin
