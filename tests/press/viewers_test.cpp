// Other people's programs look at our files: the two standards look the same in each of them, and our figures
// of ink are theirs.
#include <algorithm>
#include <array>
#include <cmath>
#include <sstream>

#include "plates.h"
#include "press/plates.h"

namespace banxin {
namespace {

using test::finished;
using test::line;
using test::profile_named;
using Kind = StructureNode::Kind;

/// Grey values of a PPM (P6), 0 to 255.
struct Shown {
  int width = 0, height = 0;
  std::vector<double> grey;
};

Shown read_ppm(const std::string& bytes) {
  Shown out;
  std::istringstream in(bytes);
  std::string magic, word;
  int most = 0;
  in >> magic;
  EXPECT_EQ(magic, "P6") << bytes.substr(0, 200);
  std::array<int*, 3> numbers = {&out.width, &out.height, &most};
  for (std::size_t i = 0; i < 3 && in >> word;) {
    if (word[0] == '#') {
      std::getline(in, word);
      continue;
    }
    *numbers[i++] = std::stoi(word);
  }
  in.get();
  std::string pixels{std::istreambuf_iterator<char>(in), {}};
  for (std::size_t i = 0; i + 2 < pixels.size(); i += 3) {
    const auto at = [&](std::size_t k) { return static_cast<unsigned char>(pixels[i + k]); };
    out.grey.push_back(0.3 * at(0) + 0.59 * at(1) + 0.11 * at(2));
  }
  return out;
}

Shown shown_by(const std::string& program, const std::string& pdf) {
  const test::TempFolder folder;
  const std::string file = folder.write("a.pdf", pdf);
  const std::string out = folder.path("o.ppm");
  std::string said;
  if (program == "poppler") said = test::run("pdftoppm -r 72 -singlefile " + file + " " + folder.path("o"));
  // Debian's MuPDF has no ICC and says so.
  if (program == "mupdf")
    said = test::run("{ mutool draw -q -r 72 -o " + out + " " + file + " 1 2>" + folder.path("err") + "; }");
  if (program == "ghostscript") {
    said = test::run(
        "gs -q -dNOPAUSE -dBATCH -sDEVICE=ppmraw -r72 -dTextAlphaBits=4 -dGraphicsAlphaBits=4 -dLastPage=1 "
        "-sOutputFile=" +
        out + " " + file);
  }
  EXPECT_EQ(said, "") << program;
  return read_ppm(test::run("cat " + out));
}

/// Mean difference of two pictures of one size, 0 to 255; they may be a pixel larger or smaller.
double difference(const Shown& a, const Shown& b) {
  EXPECT_LE(std::abs(a.width - b.width), 1);
  EXPECT_LE(std::abs(a.height - b.height), 1);
  const int width = std::min(a.width, b.width), height = std::min(a.height, b.height);
  double sum = 0;
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      sum += std::abs(a.grey.at(static_cast<std::size_t>(y * a.width + x)) -
                      b.grey.at(static_cast<std::size_t>(y * b.width + x)));
    }
  }
  return sum / (width * height);
}

/// The share of what is dark in one picture that has nothing dark within a pixel in the other: objects that
/// are missing or elsewhere. Programs turn inks into screen colours in their own ways; that does not matter
/// here.
double missing(const Shown& a, const Shown& b) {
  const auto has_ink_near = [&](int x, int y) {
    for (int dy = -1; dy <= 1; ++dy) {
      for (int dx = -1; dx <= 1; ++dx) {
        const int px = std::clamp(x + dx, 0, b.width - 1), py = std::clamp(y + dy, 0, b.height - 1);
        if (b.grey[static_cast<std::size_t>(py * b.width + px)] < 240) return true;
      }
    }
    return false;
  };
  int dark = 0, lost = 0;
  for (int y = 0; y < a.height; ++y) {
    for (int x = 0; x < a.width; ++x) {
      if (a.grey[static_cast<std::size_t>(y * a.width + x)] > 200) continue;
      ++dark, lost += !has_ink_near(x, y);
    }
  }
  EXPECT_GT(dark, 1000);
  return static_cast<double>(lost) / dark;
}

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
  for (const char* program : {"poppler", "mupdf", "ghostscript"}) {
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
    EXPECT_TRUE(file->take_problems().empty());
  }
}

}  // namespace
}  // namespace banxin
