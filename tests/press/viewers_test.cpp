// Other people's programs look at our files: the two standards look the same in each of them, and our figures
// of ink are theirs.
#include "viewers.h"

#include "plates.h"
#include "press/plates.h"

namespace banxin {
namespace {

using test::finished;
using test::line;
using test::profile_named;
using test::Shown;
using test::shown_by;
using Kind = StructureNode::Kind;

/// Type, a tint, a spot colour, white and black on red, a photo.
PlacedEdition sample(const test::TempFolder& folder) {
  PlacedEdition page = test::edition(200_pt, 160_pt);
  const NodeId text = test::add_node(page, Kind::kParagraph), figure = test::add_node(page, Kind::kFigure);
  page.spots = {{"PANTONE 485 C", Ink{0, 950, 1000, 0}, false, {}}};
  page.images = {
      test::image_of(folder.write("photo.jpg", test::make_jpeg({.width = 400, .height = 300})), 400, 300)};
  DrawText white = line(text, "一版", {160_pt, 100_pt}, 12_pt, test::kSans);
  white.ink = kWhite;
  page.pages[0].items = {line(text, "太谷饼香", {10_pt, 36_pt}, 24_pt, test::kSans),
                         line(text, "名扬四海用心做饼是老字号的", {10_pt, 56_pt}),
                         DrawRule{kArtifact, {10_pt, 130_pt, 40_pt, 20_pt}, Ink{0, 0, 0, 400}},
                         DrawRule{kArtifact, {60_pt, 130_pt, 40_pt, 20_pt}, Ink{0, 950, 1000, 0, 1, 1000}},
                         DrawRule{kArtifact, {140_pt, 86_pt, 50_pt, 24_pt}, Ink{0, 1000, 900, 50}},
                         white,
                         DrawImage{figure, {10_pt, 66_pt, 64_pt, 48_pt}, 0}};
  return page;
}

TEST(Viewers, ShowBothStandardsAlike) {
  const test::TempFolder folder;
  const PlacedEdition page = sample(folder);
  PressProfile x4 = profile_named("x4"), x1a = profile_named("x1a");
  x1a.fold_mark = x4.fold_mark;
  const std::string a = finished(page, &x4), b = finished(page, &x1a);
  std::vector<Shown> all;
  for (const char* program : test::kViewers) {
    all.push_back(shown_by(program, a));
    EXPECT_LT(difference(all.back(), shown_by(program, b)), 0.1) << program;
  }
  for (const Shown& one : all) {
    for (const Shown& other : all) EXPECT_LT(missing(one, other), 0.01);
  }
}

/// Print.md asks for 1 %: of the area, on every plate.
TEST(Viewers, AgreeOnTheInk) {
  const test::TempFolder folder;
  const PlacedEdition page = sample(folder);
  PressProfile profile = profile_named("newspaper");
  for (const char* name : {"newspaper", "x1a"}) {
    profile = profile_named(name);
    const std::string pdf = finished(page, &profile);
    std::string problem;
    const auto file = PlateFile::open(pdf, problem);
    ASSERT_NE(file, nullptr) << problem;
    const PagePlates ours = file->draw(1, 150, PlateArea::kSheet);
    const test::Plates theirs(pdf);
    ASSERT_EQ(ours.plates.size(), 5u);
    for (const PlateImage& plate : ours.plates) {
      EXPECT_NEAR(ours.coverage(plate), theirs.coverage(plate.name), 1.0) << name << ", " << plate.name;
    }
    EXPECT_TRUE(ours.problems.empty());
  }
}

}  // namespace
}  // namespace banxin
