// What `--explain` says, whole, and that it says something sound of every line.
#include "text/explain.h"

#include <gtest/gtest.h>

#include "matrix.h"
#include "support.h"

namespace banxin::test {
namespace {

std::string explain(std::string_view text, std::string_view options) {
  const Job job = make_job(text, options);
  const ShapedParagraph p = nominal_paragraph(job.text);
  std::string out;
  for (const std::string& line :
       explain_lines(p, break_lines(p, job.measures, job.options).lines, job.options))
    out += line;
  return out;
}

TEST(Explain, SqueezedCommaAndNumberThatStaysWhole) {
  EXPECT_EQ(
      explain("他说OK，大家都同意了，于是出发。", "--measure 8"),
      "他说OK，大家都同\n"
      "  8 em, natural 8.25: squeezed by 0.25: 0.25 from ，、：； (1 place); badness 10\n"
      "  a break later, behind 意: too wide by 0.625 even when everything gives\n"
      "  a break earlier, behind 都: stretched by 0.75: 0.25 at gaps between Chinese and Western, 0.5 "
      "between characters at 3 joints, 0.167 each; badness 782: the paragraph would cost 648638 more\n"
      "意了，于是出发。\n"
      "  8 em, natural 7.5: the last line keeps its width, 0.5 stay free\n"
      "  。 gives up its blank at the line end\n"
      "  a break earlier, behind 出 (。 may not start a line): stretched by 2: 0.75 between characters at 3 "
      "joints, 0.25 each, 1.25 wherever a line might end at 4 joints, 0.313 each; badness 17578: the "
      "paragraph would cost 310862141 more\n");
}

TEST(Explain, EdgesHyphensAndPenalties) {
  const std::string hyphen = explain("甲乙丙丁戊己editor庚辛壬癸子", "--measure 9 --hyphenate en");
  EXPECT_NE(hyphen.find("  the word is divided with a hyphen\n"
                        "  breaking between i and t costs 50\n"),
            std::string::npos)
      << hyphen;
  const std::string opening = explain("上一句话。”“下一句话", "--measure 5");
  EXPECT_NE(opening.find("  “ gives up its blank at the line start\n"), std::string::npos) << opening;
  const std::string hanging = explain("国国国国，国国国国", "--measure 4 --hang allow");
  EXPECT_NE(hanging.find("fits as it is\n  ， hangs behind the line\n"), std::string::npos) << hanging;
  EXPECT_EQ(
      explain("国\u2028国", "--measure 4"),
      "国\u2028\n  4 em, natural 1: the last line keeps its width, 3 stay free\n  the text asks for a new "
      "line here\n国\n  4 em, natural 1: the last line keeps its width, 3 stay free\n");
}

TEST(Explain, NoNeighbourOfAChosenBreakIsCheaper) {
  for (const LineRow& row : kParagraphRows) {
    const std::string said = explain(row.text, row.options);
    EXPECT_EQ(said.find(" less "), std::string::npos) << row.id << "\n" << said;
    EXPECT_EQ(said, explain(row.text, row.options));
  }
}

}  // namespace
}  // namespace banxin::test
