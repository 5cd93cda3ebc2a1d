#include "viewers.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <iterator>
#include <sstream>

#include "../render/support.h"

namespace banxin::test {

namespace {

/// P6.
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

}  // namespace

Shown shown_by(const std::string& program, const std::string& pdf, int ppi) {
  const std::string dots = " -r " + std::to_string(ppi) + " ";
  const test::TempFolder folder;
  const std::string file = folder.write("a.pdf", pdf);
  const std::string out = folder.path("o.ppm");
  std::string said;
  if (program == "poppler")
    said = test::run("pdftoppm" + dots + "-singlefile " + file + " " + folder.path("o"));
  // Debian's MuPDF has no ICC and says so.
  if (program == "mupdf")
    said = test::run("{ mutool draw -q" + dots + "-o " + out + " " + file + " 1 2>" + folder.path("err") +
                     "; }");
  if (program == "ghostscript") {
    said = test::run("gs -q -dNOPAUSE -dBATCH -sDEVICE=ppmraw -r" + std::to_string(ppi) +
                     " -dTextAlphaBits=4 -dGraphicsAlphaBits=4 -dLastPage=1 "
                     "-sOutputFile=" +
                     out + " " + file);
  }
  EXPECT_EQ(said, "") << program;
  return read_ppm(test::run("cat " + out));
}

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

}  // namespace banxin::test
