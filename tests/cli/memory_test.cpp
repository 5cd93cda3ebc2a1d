// A photo of 36 megapixels on a small page takes a little memory in every output: it is brought down row by
// row. Whole it would be 144 MB.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "project.h"
#include "render/png_codec.h"

namespace banxin::test {
namespace {

using Memory = Project;

std::string large_png() {
  std::string png;
  PngEncoder encoder({6000, 6000, true, 300}, png);
  EXPECT_TRUE(encoder.start());
  const std::vector<unsigned char> row(6000, 90);
  for (int y = 0; y < 6000; ++y) EXPECT_TRUE(encoder.write_row(row.data()));
  EXPECT_TRUE(encoder.finish());
  return png;
}

TEST_F(Memory, OfAHugePhotoIsSmallInEveryOutput) {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  GTEST_SKIP() << "sanitizers take terabytes of addresses";
#endif
  write(
      "edition.yaml",
      "paper: 测试\ndate: 2024-01-08\npages:\n  - number: 1\n    layout: l.yaml\n    frames: {lead: a.md}\n");
  write(
      "l.yaml",
      "page: {size: [120mm, 100mm]}\n"
      "grid: {size: 9pt, pitch: 13pt, columns: 2, measure: 11字, gap: 1字, rows: 12}\n"
      "styles: {title: {size: 小二}}\n"
      "frames:\n  lead: {kind: story, columns: 1-2, rows: 1-12, photos: [{columns: 1, rows: 4, at: top}]}\n");
  write("a.md",
        "---\ntitle: 题目\nphotos:\n  - {file: photo.png, caption: 说明。, alt: 图}\n---\n\n正文。\n");
  write("photo.png", large_png());
  for (const char* output : {"-o a.pdf", "-o a.svg", "-o a.png", "-o b.pdf --press newspaper"}) {
    const std::string command = "cd '" + folder_.string() + "' && (ulimit -v 300000; " + BANXIN_BINARY +
                                " render edition.yaml " + output + " 2>err)";
    EXPECT_EQ(std::system(command.c_str()), 0) << output << ": " << slurp(folder_ / "err");
  }
}

}  // namespace
}  // namespace banxin::test
