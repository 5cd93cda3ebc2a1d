// The preflight's checks of one picture at its place.
#pragma once

#include <qpdf/QPDFObjectHandle.hh>

#include "press/findings.h"

namespace banxin {

/// `width`, `height`: on paper, in points.
void check_picture(QPDFObjectHandle picture, double width, double height, PdfPlace place, Findings& findings);

}  // namespace banxin
