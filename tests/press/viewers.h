// Pages as other people's programs show them.
#pragma once

#include <array>
#include <string>
#include <vector>

namespace banxin::test {

inline constexpr std::array kViewers = {"poppler", "mupdf", "ghostscript"};

/// The first page in grey, 0 to 255.
struct Shown {
  int width = 0, height = 0;
  std::vector<double> grey;
};
Shown shown_by(const std::string& viewer, const std::string& pdf, int ppi = 72);

/// Mean difference of two pictures of one size, 0 to 255; they may be a pixel larger or smaller.
double difference(const Shown& a, const Shown& b);

/// The share of what is dark in one picture that has nothing dark within a pixel in the other: objects that
/// are missing or elsewhere. Programs turn inks into screen colours in their own ways; that does not matter
/// here.
double missing(const Shown& a, const Shown& b);

}  // namespace banxin::test
