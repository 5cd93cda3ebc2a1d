#include <thread>

#include "support.h"

namespace banxin {
namespace {

std::string svg_of(const PlacedEdition& edition) {
  Diagnostics diags;
  return test::must(render_svg(edition, test::fonts(), {}, diags), diags);
}

class Svg : public ::testing::Test {
 protected:
  PlacedEdition page_with(const std::string& name, const std::string& photo) {
    PlacedEdition page = test::edition(200_pt, 100_pt);
    page.images = {test::image_of(folder_.write(name, photo), 64, 48)};
    page.pages[0].items = {test::line(kArtifact, "太谷饼——香飘四海", {10_pt, 20_pt}),
                           DrawRule{kArtifact, {10_pt, 24_pt, 100_pt, 0.5_pt}, kBlack},
                           DrawImage{kArtifact, {10_pt, 30_pt, 64_pt, 48_pt}, 0},
                           DrawImage{kArtifact, {90_pt, 30_pt, 32_pt, 24_pt}, 0, 0.25, 0.25, 0.5, 0.5}};
    return page;
  }
  test::TempFolder folder_;
};

TEST_F(Svg, HoldsOutlinesAndPhotosInTheirOwnForm) {
  const std::string jpeg = svg_of(page_with("p.jpg", test::make_jpeg({})));
  EXPECT_EQ(jpeg.substr(0, 5), "<?xml");
  EXPECT_NE(jpeg.find("width=\"200pt\" height=\"100pt\""), std::string::npos);
  EXPECT_NE(jpeg.find("data:image/jpeg;base64,"), std::string::npos);
  EXPECT_NE(jpeg.find("<symbol"), std::string::npos);
  EXPECT_NE(svg_of(page_with("p.png", test::make_png(64, 48, false, false))).find("data:image/png;base64,"),
            std::string::npos);
  EXPECT_NE(svg_of(page_with("p.jpg", test::make_jpeg({.kind = test::JpegKind::kAdobeCmyk})))
                .find("data:image/jpeg"),
            std::string::npos);
}

TEST_F(Svg, IsTheSameFromRunToRunAndOnTwoThreads) {
  const PlacedEdition page = page_with("p.jpg", test::make_jpeg({}));
  const std::string first = svg_of(page);
  EXPECT_EQ(svg_of(page), first);
  std::string results[4];
  std::vector<std::thread> threads;
  for (std::string& result : results) threads.emplace_back([&] { result = svg_of(page); });
  for (std::thread& thread : threads) thread.join();
  for (const std::string& result : results) EXPECT_EQ(result, first);
}

}  // namespace
}  // namespace banxin
