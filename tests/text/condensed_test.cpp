// Condensed lines 长体: the same line, narrower by one factor in all that it is made of.
#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <string>
#include <vector>

#include "../font/faces.h"
#include "support.h"

namespace banxin::test {
namespace {

constexpr int kPercent = 92;
constexpr std::int64_t kRounding = 16;  // units of 1/65536 pt on a line: one a glyph and blank

struct Row {
  const char* name;
  std::string_view text, options;
};

constexpr Row kRows[] = {
    {"Han", "黄河两岸好风光", ""},
    {"Marks", "“一带”：《民法典》、（草案），说；", ""},
    {"SqueezedMarks", "甲，乙、丙；丁“戊”己（庚）辛，壬", "--measure 13.2"},
    {"Dash", "国——国……国", ""},
    {"Interpunct", "伊丽莎白·泰勒", ""},
    {"KernedLetters", "与AVATAR及To合作", ""},
    {"WordSpaces", "用 New York Times 的", ""},
    {"Digits", "二〇24年，增长12.5%", ""},
    {"MarksOfTaiwan", "國，國。國", "--lang zh-Hant-TW"},
    {"Stretched", "天地玄黄宇宙洪荒日月", "--measure 9.5 --justify-last"},
    {"Hyphens", "international understanding", "--hyphenate en --measure 8"},
};

std::vector<SetGlyph> glyphs_of(const Job& job) {
  const ShapedParagraph p = shape_paragraph(job.text, test_fonts());
  std::vector<SetGlyph> out;
  for (const Line& line : break_lines(p, job.measures, job.options).lines) {
    for (const SetGlyph& g : set_line(p, line, job.options)) out.push_back(g);
  }
  return out;
}

Job condensed(Job job) {
  job.text.size = job.text.size * kPercent / 100;
  for (TextRun& run : job.text.runs) run.width_percent = kPercent;
  for (Length& measure : job.measures) measure = measure * kPercent / 100;
  return job;
}

void expect_narrowed(Length narrow, Length wide, const char* what) {
  const std::int64_t wanted = wide.units() * kPercent / 100;
  EXPECT_LE(std::llabs(narrow.units() - wanted), kRounding) << what;
}

class Condensed : public testing::TestWithParam<Row> {};

TEST_P(Condensed, IsTheSameLineNarrower) {
  for (const char* role : {"song", "kai", "hei"}) {
    SCOPED_TRACE(role);
    Job job = make_job(GetParam().text, GetParam().options);
    job.text.runs[0].font.role = role;
    const std::vector<SetGlyph> wide = glyphs_of(job), narrow = glyphs_of(condensed(job));
    ASSERT_EQ(wide.size(), narrow.size());
    for (std::size_t i = 0; i < wide.size(); ++i) {
      SCOPED_TRACE(i);
      EXPECT_EQ(narrow[i].id, wide[i].id);
      EXPECT_EQ(narrow[i].text_begin, wide[i].text_begin);
      EXPECT_EQ(narrow[i].size, wide[i].size) << "the height stays";
      EXPECT_EQ(narrow[i].y, wide[i].y);
      EXPECT_EQ(narrow[i].width_percent, kPercent);
      expect_narrowed(narrow[i].x, wide[i].x, "x");
      expect_narrowed(narrow[i].start, wide[i].start, "start");
      expect_narrowed(narrow[i].advance, wide[i].advance, "advance");
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Text, Condensed, testing::ValuesIn(kRows),
                         [](const auto& row) { return std::string(row.param.name); });

}  // namespace
}  // namespace banxin::test
