// Vertical lines: orientation, cells, and what fonts make of them.
#include <gtest/gtest.h>

#include <cmath>

#include "../font/faces.h"
#include "base/utf8.h"
#include "support.h"
#include "text/orientation.h"
#include "vertical_matrix.h"

namespace banxin::test {
namespace {

Job vertical_job(std::string_view text, std::string_view options) {
  return make_job(text, "--vertical " + std::string(options));
}

Length natural(const ShapedParagraph& p, const Job& job) {
  const Breaking breaking = break_lines(p, job.measures, job.options);
  return breaking.lines.size() == 1 ? breaking.lines[0].natural : Length();
}

void expect_lines(const LineRow& row, const Job& job) {
  const ShapedParagraph p = nominal_paragraph(job.text);
  const Breaking breaking = break_lines(p, job.measures, job.options);
  EXPECT_EQ(lines_text(p, breaking, job.options), row.lines);
  EXPECT_EQ(check_origins(p, breaking, job.options, row.origins), "");
}

TEST(Vertical, Widths) {
  for (const WidthRow& row : kVerticalWidthRows) {
    SCOPED_TRACE(row.id);
    const Job job = vertical_job(row.text, row.options);
    EXPECT_NEAR(natural(nominal_paragraph(job.text), job) / kEm, row.want, 0.001);
  }
}

TEST(Vertical, Lines) {
  for (const LineRow& row : kVerticalLineRows) {
    SCOPED_TRACE(row.id);
    expect_lines(row, vertical_job(row.text, row.options));
  }
}

TEST(Vertical, RunBoundariesDoNotMatter) {
  for (const WidthRow& row : kVerticalWidthRows) {
    for (const std::size_t cut : character_starts(row.text)) {
      SCOPED_TRACE(std::string(row.id) + " cut at " + std::to_string(cut));
      Job job = vertical_job(row.text, row.options);
      cut_runs(job, {cut});
      EXPECT_NEAR(natural(nominal_paragraph(job.text), job) / kEm, row.want, 0.001);
    }
  }
  for (const LineRow& row : kVerticalLineRows) {
    SCOPED_TRACE(row.id);
    Job job = vertical_job(row.text, row.options);
    cut_runs(job, character_starts(row.text));
    expect_lines(row, job);
  }
}

/// Whether a line reads the same turned: no mark that is rigid on vertical lines, no digit or capital that
/// stands upright.
bool mirrors(std::string_view text) {
  constexpr std::u32string_view kOther = U"：；！？／";
  for (std::size_t at = 0; at < text.size();) {
    const Decoded d = decode_utf8(text, at);
    if ((d.cp >= U'0' && d.cp <= U'9') || (d.cp >= U'A' && d.cp <= U'Z') || kOther.find(d.cp) != kOther.npos)
      return false;
    at += d.bytes;
  }
  return true;
}

TEST(Vertical, TheHorizontalMatrixHolds) {
  std::size_t rows = 0;
  for (const WidthRow& row : kWidthRows) {
    if (!mirrors(row.text)) continue;
    SCOPED_TRACE(row.id);
    const Job job = vertical_job(row.text, row.options);
    EXPECT_NEAR(natural(nominal_paragraph(job.text), job) / kEm, row.want, 0.001);
    ++rows;
  }
  const auto all = [&](const auto& table) {
    for (const LineRow& row : table) {
      if (!mirrors(row.text)) continue;
      SCOPED_TRACE(row.id);
      expect_lines(row, vertical_job(row.text,
                                     std::string(row.options) + (row.id[0] == 'A' ? " --justify-last" : "")));
      ++rows;
    }
  };
  all(kEdgeRows);
  all(kAdjustRows);
  all(kParagraphRows);
  EXPECT_GT(rows, 50u);
}

// ---- Orientation (V06 and UAX #50)

struct Stands {
  std::string_view text, options, want;  ///< a letter a cell: upright, turned, combined
};

std::string orientations(const ShapedParagraph& p) {
  std::string out;
  for (const Cell& cell : p.cells) {
    out += cell.orientation == Orientation::kUpright  ? 'u'
           : cell.orientation == Orientation::kTurned ? 't'
                                                      : 'c';
  }
  return out;
}

constexpr Stands kStands[] = {
    {"／", "", "u"},
    {"/", "", "t"},
    {"％", "", "u"},
    {"%", "", "t"},
    {"国", "", "u"},
    {"－", "", "t"},
    {"→", "", "t"},
    {"①", "", "u"},
    {"℃", "", "u"},
    {"（国）", "", "uuu"},
    {"“国”", "", "uuu"},
    {"——……", "", "uu"},
    {"～", "", "u"},
    {"·", "", "t"},
    {"，。、：；！", "", "uuuuuu"},
    {"WTO", "", "uuu"},
    {"Wto", "", "ttt"},
    {"A", "", "u"},
    {"a", "", "u"},
    {"é", "", "u"},
    {"A B", "", "ttt"},
    {"12", "", "c"},
    {"1.", "", "c"},  // the label of a list item
    {"12.", "", "c"},
    {"第1.", "", "utt"},
    {"1.2", "", "ttt"},
    {"1", "", "u"},
    {"1234", "", "tttt"},
    {"1234", "--numbers han", "uuuu"},
    {"12.5%", "", "ttttt"},
    {"25%", "", "cu"},
    {"25℃", "", "cu"},
    {"2026年8月15日", "", "ttttuuucu"},
    {"1-15", "", "utc"},
    {"1–15", "", "utc"},
    {"2020-24", "", "ttttttt"},
    {"$50", "", "ttt"},
    {"COVID-19", "", "tttttttt"},
    {"don’t", "", "ttttt"},
    {"iPhone 17", "", "ttttttttt"},
    {"©", "", "u"},
    {"3×5", "", "uuu"},
    {"？！", "", "c"},
    {"‼", "", "u"},
    {"５", "", "u"},
    {"5G", "", "uu"},
    {"A4、B5", "", "uuuuu"},
};

TEST(Vertical, Orientation) {
  for (const Stands& row : kStands) {
    SCOPED_TRACE(std::string(row.text) + " " + std::string(row.options));
    const Job job = vertical_job(row.text, row.options);
    EXPECT_EQ(orientations(shape_paragraph(job.text, test_fonts())), row.want);
  }
}

// ---- Glyphs

const CellGlyph& glyph(const ShapedParagraph& p, std::size_t cell, std::size_t i = 0) {
  return p.glyphs[p.cells[cell].first_glyph + i];
}

std::uint32_t upright_glyph(std::string_view text, std::string_view role, std::string_view options = {}) {
  Job job = vertical_job(text, options);
  job.text.runs[0].font.role = role;
  const ShapedParagraph p = shape_paragraph(job.text, test_fonts());
  EXPECT_EQ(p.cells.size(), 1u);
  EXPECT_EQ(p.cells[0].glyph_count, 1u);
  return glyph(p, 0).id;
}

/// A raised or smaller digit is no part of a short number: 10³ is not 103.
TEST(Vertical, NumbersOfTwoSizesAreTurned) {
  struct Case {
    std::string_view text, want;
    std::size_t cut;
  };
  for (const Case& c : {Case{"10国", "cu", 1}, Case{"103", "ttt", 2}, Case{"H2O", "ttt", 1}}) {
    Job job = vertical_job(c.text, "");
    cut_runs(job, {c.cut});
    EXPECT_NE(orientations(nominal_paragraph(job.text)), "ttt") << "cut, but in one look";
    if (c.text != "10国") job.text.runs[1].size = kEm * 6 / 10, job.text.runs[1].raise = kEm / 3;
    EXPECT_EQ(orientations(nominal_paragraph(job.text)), c.want) << c.text;
  }
}

TEST(Vertical, QuotesAreCornerBrackets) {  // V03
  for (const char* role : {"song", "hei"}) {
    SCOPED_TRACE(role);
    EXPECT_EQ(upright_glyph("“", role), upright_glyph("『", role));
    EXPECT_EQ(upright_glyph("”", role), upright_glyph("』", role));
    EXPECT_EQ(upright_glyph("‘", role), upright_glyph("「", role));
    EXPECT_EQ(upright_glyph("’", role), upright_glyph("」", role));
  }
}

TEST(Vertical, TaiwanWritesSingleCornersFirst) {
  constexpr std::string_view kTaiwan = "--lang zh-Hant-TW";
  EXPECT_NE(upright_glyph("“", "song", kTaiwan), upright_glyph("「", "song", kTaiwan));
  constexpr std::string_view kCorners = "--lang zh-Hant-TW --quotes corner";
  EXPECT_EQ(upright_glyph("“", "song", kCorners), upright_glyph("「", "song", kTaiwan));
  EXPECT_EQ(upright_glyph("’", "song", kCorners), upright_glyph("』", "song", kTaiwan));
}

TEST(Vertical, ADashIsOneGlyph) {  // V04
  const Job job = vertical_job("国——国", "");
  const ShapedParagraph p = shape_paragraph(job.text, test_fonts());
  ASSERT_EQ(p.cells.size(), 3u);
  EXPECT_EQ(p.cells[1].glyph_count, 1u);
  EXPECT_EQ(glyph(p, 1).turn, Turn::kNone);
  EXPECT_NEAR(natural(p, job) / kEm, 4, 0.001);
}

/// Ink of the first glyph of a cell in em: `along` from the start of the cell's body, `across` from the
/// middle of the line to the right.
struct Ink2 {
  double begin, end, left, right;
};
Ink2 ink_of(const ShapedParagraph& p, std::size_t cell, std::size_t i = 0) {
  const CellGlyph& g = glyph(p, cell, i);
  const InkBox box = test_fonts().ink_box(g.face, g.id);
  const double along = g.dx / kEm, across = g.dy / kEm;
  if (g.turn == Turn::kClockwise) {
    return {along + box.left.em(), along + box.right.em(), across + box.bottom.em(), across + box.top.em()};
  }
  return {along - box.top.em(), along - box.bottom.em(), across + box.left.em(), across + box.right.em()};
}

ShapedParagraph set_in(const char* role, std::string_view text, std::string_view options) {
  Job job = vertical_job(text, options);
  job.text.runs[0].font.role = role;
  return shape_paragraph(job.text, test_fonts());
}

TEST(Vertical, MainlandMarksStandInTheUpperRight) {  // V01
  for (const char* role : {"song", "hei", "kai"}) {
    for (const char* mark : {"，", "。", "、"}) {
      SCOPED_TRACE(std::string(role) + mark);
      const Ink2 ink = ink_of(set_in(role, std::string("国") + mark + "国", ""), 1);
      EXPECT_LT(ink.end, 0.5);
      EXPECT_GT(ink.begin, 0);
      EXPECT_GT(ink.left, 0);
      EXPECT_LT(ink.right, 0.5);
    }
  }
}

TEST(Vertical, TaiwanMarksStandInTheMiddle) {
  for (const char* mark : {"，", "。", "、", "：", "；", "！", "？"}) {
    SCOPED_TRACE(mark);
    const ShapedParagraph p = set_in("song", std::string("國") + mark + "國", "--lang zh-Hant-TW");
    const Ink2 ink = ink_of(p, 1);
    EXPECT_NEAR((ink.left + ink.right) / 2, 0, 0.06);
    EXPECT_NEAR((ink.begin + ink.end) / 2 + p.cells[1].inset / kEm, 0.5, 0.1);  // ； has a tail
    EXPECT_EQ(glyph(p, 1).turn, Turn::kNone);
  }
}

// Each kana has its 字, and a small one stands in the upper right of it.
TEST(Vertical, KanaDoNotCollide) {
  for (const char* role : {"song", "hei"}) {
    for (const char* language : {"--lang ja", ""}) {
      SCOPED_TRACE(std::string(role) + language);
      const ShapedParagraph p = set_in(role, "きゃットーくゥしぃノへ、ー。", language);
      double pen = 0, reached = -1;
      for (std::size_t k = 0; k < p.cells.size(); ++k) {
        const Ink2 ink = ink_of(p, k);
        EXPECT_GE(pen + ink.begin, reached) << "cell " << k;
        reached = pen + ink.end;
        pen += p.cells[k].body / kEm + p.joints[k].width() / kEm;
        EXPECT_GE(ink.left, -0.5);
        EXPECT_LE(ink.right, 0.5);
      }
      const Ink2 small = ink_of(p, 1), large = ink_of(p, 0), bar = ink_of(p, 4);
      EXPECT_GT((small.left + small.right) / 2, (large.left + large.right) / 2 + 0.03) << "ゃ";
      EXPECT_GT(bar.end - bar.begin, 2 * (bar.right - bar.left)) << "ー runs down";
    }
  }
}

TEST(Vertical, TurnedWordsStandOnTheMiddleOfTheLine) {
  const ShapedParagraph p = set_in("song", "国Hxg国", "");
  const Ink2 capital = ink_of(p, 1), small = ink_of(p, 2);
  EXPECT_EQ(glyph(p, 1).turn, Turn::kClockwise);
  EXPECT_NEAR((capital.left + capital.right) / 2, 0, 0.06);
  EXPECT_NEAR(small.left, capital.left, 0.02);  // one baseline, on the left
  EXPECT_NEAR(p.joints[0].gap / kEm, 0.25, 0.001);
}

TEST(Vertical, DigitsShareOneCell) {
  for (const char* role : {"song", "hei"}) {
    for (const char* digits : {"25", "365"}) {
      SCOPED_TRACE(std::string(role) + digits);
      const ShapedParagraph p = set_in(role, std::string("国") + digits + "国", "");
      ASSERT_EQ(p.cells.size(), 3u);
      EXPECT_EQ(p.cells[1].glyph_count, std::string_view(digits).size());
      const Ink2 first = ink_of(p, 1), last = ink_of(p, 1, p.cells[1].glyph_count - 1);
      const double width = glyph(p, 1).width_percent / 100.0;
      const double from = glyph(p, 1).dy / kEm, to = glyph(p, 1, p.cells[1].glyph_count - 1).dy / kEm;
      EXPECT_GT(from, -0.56);
      EXPECT_LT(to + 0.5 * width, 0.56);
      EXPECT_GE(width, 0.7);
      EXPECT_NEAR((first.begin + first.end) / 2, 0.5, 0.06);  // in the middle of the 字
      EXPECT_NEAR(first.begin, last.begin, 0.06);
    }
  }
}

// A reader of the PDF that does not know ActualText found no character behind a digit that stood in such
// cells alone.
TEST(Vertical, EachGlyphOfAnUprightNumberIsOneDigit) {
  const ShapedParagraph p = set_in("song", "国365国？！", "");
  const Length measure = kEm * 20;
  const Line line = break_lines(p, std::span(&measure, 1), {}).lines.at(0);
  std::string out;
  for (const SetGlyph& g : set_line(p, line, {})) {
    out += p.text.substr(g.text_begin, g.text_end - g.text_begin) + "|";
  }
  EXPECT_EQ(out, "国|3|6|5|国|？|！|");
}

TEST(Vertical, PairsOfMarksShareOneCell) {
  const ShapedParagraph p = set_in("song", "国？！国", "");
  ASSERT_EQ(p.cells[1].glyph_count, 2u);
  const Ink2 first = ink_of(p, 1), second = ink_of(p, 1, 1);
  EXPECT_NEAR((first.left + first.right) / 2, -0.25, 0.01);
  EXPECT_NEAR((second.left + second.right) / 2, 0.25, 0.01);
  EXPECT_LT(first.right, second.left);
}

TEST(Vertical, FontsAgreeWithTheMatrix) {
  for (const WidthRow& row : kVerticalWidthRows) {
    if (row.text.find_first_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ. -%") != row.text.npos)
      continue;
    for (const char* role : {"song", "hei", "kai", "fangsong"}) {
      const bool taiwan = row.options.find("Hant") != row.options.npos;
      if (taiwan && std::string_view(role) != "song" && std::string_view(role) != "hei") continue;
      SCOPED_TRACE(std::string(row.id) + " " + role);
      Job job = vertical_job(row.text, row.options);
      job.text.runs[0].font.role = role;
      EXPECT_NEAR(natural(shape_paragraph(job.text, test_fonts()), job) / kEm, row.want, 0.001);
    }
  }
}

}  // namespace
}  // namespace banxin::test
