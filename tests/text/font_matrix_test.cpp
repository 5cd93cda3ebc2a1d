// Every row of the matrix, cut into runs at every place, with real fonts: where the runs end changes nothing,
// not in one face and not in several sizes of ink (typography.md 0.5, 9).
#include <gtest/gtest.h>

#include <string_view>
#include <utility>
#include <vector>

#include "../font/faces.h"
#include "matrix.h"
#include "support.h"
#include "vertical_matrix.h"

namespace banxin::test {
namespace {

constexpr const char* kTwoFonts[] = {"song", "hei"};  // Noto Serif, Noto Sans

/// All that one sees of a setting.
struct Seen {
  std::string breaks, lines;
  std::vector<std::int64_t> places;
  double cost = 0;
  bool operator==(const Seen&) const = default;
};

Seen see(const Job& job) {
  const ShapedParagraph p = shape_paragraph(job.text, test_fonts());
  const Breaking breaking = break_lines(p, job.measures, job.options);
  Seen out{show_breaks(p), lines_text(p, breaking, job.options), {}, breaking.cost};
  for (const Line& line : breaking.lines) {
    for (const SetGlyph& g : set_line(p, line, job.options)) {
      out.places.push_back(static_cast<std::int64_t>(g.id));
      out.places.push_back(g.x.units());
      out.places.push_back(g.advance.units());
    }
  }
  return out;
}

void expect_the_same(std::string_view id, std::string_view text, const std::string& options,
                     const char* role) {
  Job whole = make_job(text, options);
  whole.text.runs[0].font.role = role;
  const Seen want = see(whole);
  const std::vector<std::size_t> starts = character_starts(text);
  for (const std::size_t cut : starts) {
    Job job = whole;
    cut_runs(job, {cut});
    EXPECT_EQ(see(job), want) << id << " in " << role << " cut at " << cut;
  }
  Job job = whole;
  cut_runs(job, starts);
  EXPECT_EQ(see(job), want) << id << " in " << role << " cut everywhere";
}

template <class Rows>
void expect_rows(const Rows& rows, const char* more = "") {
  for (const char* role : kTwoFonts) {
    for (const auto& row : rows) expect_the_same(row.id, row.text, std::string(row.options) + more, role);
  }
}

TEST(FontMatrix, Breaks) { expect_rows(kBreakRows); }
TEST(FontMatrix, Widths) { expect_rows(kWidthRows); }
TEST(FontMatrix, Edges) { expect_rows(kEdgeRows); }
TEST(FontMatrix, Adjustment) { expect_rows(kAdjustRows, " --justify-last"); }
TEST(FontMatrix, Paragraphs) { expect_rows(kParagraphRows); }

TEST(FontMatrix, Vertical) {
  expect_rows(kVerticalWidthRows, " --vertical");
  expect_rows(kVerticalLineRows, " --vertical");
  expect_rows(kEdgeRows, " --vertical");
  expect_rows(kAdjustRows, " --vertical --justify-last");
  expect_rows(kParagraphRows, " --vertical");
}

/// Runs in two fonts: widths of Chinese text and all its breaks are those of one font.
TEST(FontMatrix, RunsOfTwoFonts) {
  for (const WidthRow& row : kWidthRows) {
    if (row.text.find_first_of("A %") != std::string_view::npos) continue;
    for (const std::size_t cut : character_starts(row.text)) {
      Job job = make_job(row.text, row.options);
      cut_runs(job, {cut});
      job.text.runs[1].font.role = "hei";
      const ShapedParagraph p = shape_paragraph(job.text, test_fonts());
      EXPECT_NEAR(break_lines(p, job.measures, job.options).lines.at(0).natural / kEm, row.want, 0.001)
          << row.id << " cut at " << cut;
    }
  }
  for (const BreakRow& row : kBreakRows) {
    for (const std::size_t cut : character_starts(row.text)) {
      Job job = make_job(row.text, row.options);
      cut_runs(job, {cut});
      job.text.runs[1].font.role = "hei";
      EXPECT_EQ(show_breaks(shape_paragraph(job.text, test_fonts())), row.want)
          << row.id << " cut at " << cut;
    }
  }
}

/// Where Western letters of another face begin and end there is the gap all the same.
TEST(FontMatrix, TheGapIsThereBetweenTwoFonts) {
  for (const auto& [text, cuts] : std::vector<std::pair<std::string_view, std::vector<std::size_t>>>{
           {"国A国", {3, 4}}, {"国5国", {3, 4}}, {"国A国", {3}}, {"国A国", {4}}}) {
    Job job = make_job(text);
    cut_runs(job, cuts);
    job.text.runs[1].font.role = "hei";
    const ShapedParagraph p = shape_paragraph(job.text, test_fonts());
    ASSERT_EQ(p.cells.size(), 3u);
    EXPECT_EQ(p.joints[0].gap, kEm / 4);
    EXPECT_EQ(p.joints[1].gap, kEm / 4);
  }
}

}  // namespace
}  // namespace banxin::test
