// The preflight's checks of one picture at its place.
#pragma once

#include <qpdf/QPDFObjectHandle.hh>
#include <string>
#include <vector>

#include "press/findings.h"

namespace banxin {

/// How a stream is packed, in the order of unpacking: "/FlateDecode".
std::vector<std::string> filters_of(QPDFObjectHandle dictionary);

/// A picture on its page. `width` and `height` on paper, in points; `place` of a point of it, as fractions
/// from its top left.
struct PicturePlace {
  double width = 0, height = 0;
  std::function<FindingPlace(double x, double y)> place;
};
void check_picture(QPDFObjectHandle picture, const PicturePlace& where, Findings& findings);

}  // namespace banxin
