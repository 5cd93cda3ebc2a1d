// The preflight's checks of a file as a whole and of each page's frame; ISO 15930-4, -7 and ISO 32000-1.
#pragma once

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <string_view>

#include "press/findings.h"

namespace banxin {

/// A page's boxes in points; the trim is the MediaBox where there is none.
struct PageFrame {
  int page = 0;
  QPDFObjectHandle::Rectangle media, bleed, trim;
  FindingPlace place(double x, double y) const;
};

void check_file(QPDF& pdf, std::string_view bytes, Findings& findings);
PageFrame check_frame(QPDFPageObjectHelper& page, int number, Findings& findings);
void check_fonts(QPDFObjectHandle resources, int page, Findings& findings);
/// Whether the programs of the file's fonts are fonts; what is found is told of `page`.
void check_font_programs(QPDF& pdf, int page, Findings& findings);

}  // namespace banxin
