// Our own plates against Ghostscript's, and what is read off them.
#include "press/plates.h"

#include <cmath>

#include "plates.h"
#include "press/ink_map.h"
#include "small_pdf.h"

namespace banxin {
namespace {

using test::SmallPdf;

std::unique_ptr<PlateFile> opened(const std::string& pdf) {
  std::string problem;
  std::unique_ptr<PlateFile> file = PlateFile::open(pdf, problem);
  EXPECT_NE(file, nullptr) << problem;
  return file;
}

PagePlates drawn(const std::string& pdf, double ppi = 72) {
  return opened(pdf)->draw(1, ppi, PlateArea::kTrim);
}

/// In percent, at a point of the trim from its top left.
int at(const PagePlates& page, std::size_t plate, int x, int y) {
  const auto i =
      static_cast<std::size_t>(y) * static_cast<std::size_t>(page.width) + static_cast<std::size_t>(x);
  return static_cast<int>(std::lround(page.plates.at(plate).ink.at(i) / 2.55));
}

TEST(PlateImages, OverprintAndKnockOutAsThePressDoes) {
  SmallPdf pdf;
  pdf.content =
      "/WHITE gs 0 1 0.9 0 k 40 100 100 50 re f 0 0 0 1 k 50 110 20 20 re f /BLACK gs 0 0 0 1 k 80 110 20 20 "
      "re f "
      "/WHITE gs 0 0 0 0 k 110 110 20 20 re f";
  const PagePlates page = drawn(pdf.bytes());
  EXPECT_EQ(page.width, 160);
  const auto plates = [&](int x, int y) {
    std::vector<int> out;
    for (std::size_t i = 0; i < 4; ++i) out.push_back(at(page, i, x, y));
    return out;
  };
  const int y = 180 - 120;
  EXPECT_EQ(plates(25, y), (std::vector<int>{0, 100, 90, 0}));
  EXPECT_EQ(plates(40, y), (std::vector<int>{0, 0, 0, 100})) << "knocks out";
  EXPECT_EQ(plates(70, y), (std::vector<int>{0, 100, 90, 100})) << "overprints";
  EXPECT_EQ(plates(100, y), (std::vector<int>{0, 0, 0, 0}));
}

TEST(PlateImages, GiveSpotColoursTheirOwnPlates) {
  SmallPdf pdf;
  pdf.resources =
      "/ColorSpace << /A [/Separation /Gold /DeviceCMYK << /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] "
      "/C1 [0 0.2 0.8 0.1] /N 1 >>] >>";
  pdf.content = "/A cs 0.5 scn 40 100 100 50 re f";
  const PagePlates page = drawn(pdf.bytes());
  ASSERT_EQ(page.plates.size(), 5u);
  EXPECT_EQ(page.plates[4].name, "Gold");
  EXPECT_EQ(at(page, 4, 40, 60), 50);
  EXPECT_EQ(at(page, 2, 40, 60), 0);
}

TEST(PlateImages, SurviveWhatIsNoPdf) {
  std::string problem;
  EXPECT_EQ(PlateFile::open("", problem), nullptr);
  EXPECT_EQ(PlateFile::open("%PDF-1.4 and no more", problem), nullptr);
  EXPECT_NE(problem, "");
}

TEST(PlateImages, TellWhatCouldNotBeDrawn) {
  SmallPdf pdf;
  pdf.content = "0 0 0 1 k 40 40 50 50 re fEMC";
  const std::string bytes = pdf.bytes();
  const auto file = opened(bytes);
  const std::vector<std::string> problems = file->draw(1, 36, PlateArea::kSheet).problems;
  ASSERT_FALSE(problems.empty());
  EXPECT_EQ(problems.back(), "Unknown operator 'fEMC'");
  EXPECT_EQ(file->draw(1, 36, PlateArea::kSheet).problems, problems) << "nothing is kept";
}

/// 230 % on half of the squares' height, 300 % on a patch of 4 mm whose middle is known.
TEST(InkLoads, FindTheWorstSquare) {
  SmallPdf pdf;
  pdf.content = "0.8 0.8 0.7 0 k 30 30 100 50 re f 1 1 1 0 k 100 120 12 12 re f 1 1 1 1 k 60 150 1 1 re f";
  const InkLoad load = ink_load(drawn(pdf.bytes(), 144));
  EXPECT_NEAR(load.square, 300, 0.5);
  EXPECT_NEAR(load.x, (100 + 6 - 20) * 25.4 / 72, 1.5);
  EXPECT_NEAR(load.y, (180 - 126) * 25.4 / 72, 1.5);
  EXPECT_NEAR(load.pixel, 400, 0.5);
  EXPECT_NEAR(load.pixel_x, 40.5 * 25.4 / 72, 0.3);
}

TEST(InkLoads, AreDrawnAsPictures) {
  SmallPdf pdf;
  const PagePlates page = drawn(pdf.bytes());
  const test::PngPixels map = test::read_png(ink_heat_map(page, 240));
  EXPECT_EQ(map.width, 160);
  EXPECT_EQ((std::vector<int>{map.at(100, 20, 0), map.at(100, 20, 1), map.at(100, 20, 2)}),
            (std::vector<int>{255, 255, 255}));
  const test::PngPixels plates = test::read_png(plates_picture(page));
  EXPECT_EQ(plates.width, 4 * 160 + 5 * 12);
}

}  // namespace
}  // namespace banxin
