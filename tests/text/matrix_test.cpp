// The test matrix through the library, in the font-free metrics.
#include "matrix.h"

#include <gtest/gtest.h>

#include "support.h"

namespace banxin::test {
namespace {

/// A line of A stands for a full one.
std::string options_of(const LineRow& row) {
  return std::string(row.options) + (row.id[0] == 'A' ? " --justify-last" : "");
}

void expect_lines(const LineRow& row, const Job& job) {
  const ShapedParagraph p = nominal_paragraph(job.text);
  const Breaking breaking = break_lines(p, job.measures, job.options);
  EXPECT_EQ(lines_text(p, breaking, job.options), row.lines);
  EXPECT_EQ(check_origins(p, breaking, job.options, row.origins), "");
}

TEST(Matrix, Breaks) {
  for (const BreakRow& row : kBreakRows) {
    SCOPED_TRACE(row.id);
    EXPECT_EQ(show_breaks(nominal_paragraph(make_job(row.text, row.options).text)), row.want);
  }
}

TEST(Matrix, Widths) {
  for (const WidthRow& row : kWidthRows) {
    SCOPED_TRACE(row.id);
    const Job job = make_job(row.text, row.options);
    const Breaking breaking = break_lines(nominal_paragraph(job.text), job.measures, job.options);
    ASSERT_EQ(breaking.lines.size(), 1u);
    EXPECT_NEAR(breaking.lines[0].natural / kEm, row.want, 0.001);
  }
}

template <class Rows>
void expect_all(const Rows& rows) {
  for (const LineRow& row : rows) {
    SCOPED_TRACE(row.id);
    expect_lines(row, make_job(row.text, options_of(row)));
  }
}

TEST(Matrix, Edges) { expect_all(kEdgeRows); }
TEST(Matrix, Adjustment) { expect_all(kAdjustRows); }
TEST(Matrix, Paragraphs) { expect_all(kParagraphRows); }

/// Where the mark at the end of a full line stands.
double end_mark(std::string_view mark, std::string_view options) {
  const Job job = make_job("国国国国" + std::string(mark), std::string(options) + " --justify-last");
  const ShapedParagraph p = nominal_paragraph(job.text);
  const Breaking breaking = break_lines(p, job.measures, job.options);
  EXPECT_EQ(breaking.lines.size(), 1u);
  return set_line(p, breaking.lines[0], job.options).back().start / kEm;
}

// All marks of one em give up their blank at the line end, not brackets alone (typography.md 2.3).
TEST(Matrix, EveryMarkAtTheLineEnd) {
  for (const char* mark : {"，", "、", "：", "；", "。", "．", "！", "？", "）", "》", "〉", "」", "』", "】",
                           "〕", "］", "｝", "”", "’"}) {
    SCOPED_TRACE(mark);
    EXPECT_NEAR(end_mark(mark, "--measure 5 --end trim"), 4.5, 0.001);
    EXPECT_NEAR(end_mark(mark, "--measure 5 --end allow"), 4, 0.001) << "it fits as it is";
    EXPECT_NEAR(end_mark(mark, "--measure 4.5 --end allow"), 4, 0.001) << "it fits without its blank";
    EXPECT_NEAR(end_mark(mark, "--measure 5 --end full"), 4, 0.001);
  }
  for (const char* mark : {"，", "、", "：", "；", "。"}) {  // in the middle: whole, or both sides go
    SCOPED_TRACE(mark);
    EXPECT_NEAR(end_mark(mark, "--measure 5 --end trim --lang zh-Hant-TW"), 4, 0.001);
    EXPECT_NEAR(end_mark(mark, "--measure 4.5 --end trim --lang zh-Hant-TW"), 3.75, 0.001);
  }
}

// Marks, links and footnote anchors cut the text into runs; nothing may change (typography.md 0.5).
TEST(Matrix, RunBoundariesDoNotMatter) {
  for (const BreakRow& row : kBreakRows) {
    SCOPED_TRACE(row.id);
    for (const std::size_t cut : character_starts(row.text)) {
      Job job = make_job(row.text, row.options);
      cut_runs(job, {cut});
      EXPECT_EQ(show_breaks(nominal_paragraph(job.text)), row.want) << "cut at " << cut;
    }
  }
  for (const WidthRow& row : kWidthRows) {
    SCOPED_TRACE(row.id);
    Job job = make_job(row.text, row.options);
    cut_runs(job, character_starts(row.text));
    const Breaking breaking = break_lines(nominal_paragraph(job.text), job.measures, job.options);
    EXPECT_NEAR(breaking.lines[0].natural / kEm, row.want, 0.001);
  }
}

template <class Rows>
void expect_cut(const Rows& rows) {
  for (const LineRow& row : rows) {
    for (const std::size_t cut : character_starts(row.text)) {
      SCOPED_TRACE(std::string(row.id) + " cut at " + std::to_string(cut));
      Job job = make_job(row.text, options_of(row));
      cut_runs(job, {cut});
      expect_lines(row, job);
    }
    SCOPED_TRACE(std::string(row.id) + " cut everywhere");
    Job job = make_job(row.text, options_of(row));
    cut_runs(job, character_starts(row.text));
    expect_lines(row, job);
  }
}

TEST(Matrix, RunBoundariesDoNotMatterToLines) {
  expect_cut(kEdgeRows);
  expect_cut(kAdjustRows);
  expect_cut(kParagraphRows);
}

}  // namespace
}  // namespace banxin::test
