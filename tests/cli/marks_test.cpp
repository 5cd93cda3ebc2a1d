// Marks between the lines, from Markdown to the text of the PDF.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "run_program.h"

namespace banxin {
namespace {

TEST(Marks, ReadingsComeOutOfThePdfBehindTheirWords) {
  const std::filesystem::path folder = test::fresh_folder();
  std::ofstream(folder / "l.yaml") << "page: {size: [110mm, 80mm]}\n"
                                      "grid: {size: 10pt, pitch: 16pt, columns: 1, measure: 24字, gap: 1字, "
                                      "rows: 6}\n"
                                      "frames: {lead: {kind: story, columns: 1-1, rows: 1-6}}\n";
  std::ofstream(folder / "e.yaml")
      << "paper: 试验\npages: [{number: 1, layout: l.yaml, frames: {lead: a.md}}]\n";
  std::ofstream(folder / "a.md")
      << "读{汉字|hàn zì}，[张三]{.name}说[史记]{.title}[要读]{.dots}，[李四]{.mourning}听。\n";
  const test::Ran ran = test::run_program("render e.yaml --format pdf -o a.pdf", folder);
  ASSERT_EQ(ran.status, 0) << ran.err;
  EXPECT_EQ(ran.err, "");
  ASSERT_EQ(std::system(
                ("pdftotext -raw '" + (folder / "a.pdf").string() + "' '" + (folder / "a.txt").string() + "'")
                    .c_str()),
            0);
  std::string text = test::slurp(folder / "a.txt");
  std::erase_if(text, [](char c) { return c == '\n' || c == '\f' || c == ' '; });
  EXPECT_EQ(text, "读汉字hànzì，张三说史记要读，李四听。");
}

}  // namespace
}  // namespace banxin
