// The preflight's checks of one thing that is painted on a page: its colour, its overprinting, its size and
// where it ends. The walk through the page is check_content.cpp's.
#pragma once

#include <qpdf/QPDFObjectHandle.hh>

#include "press/check_file.h"
#include "press/content.h"
#include "press/paint_state.h"

namespace banxin {

class PaintChecks {
 public:
  PaintChecks(const PageFrame& frame, Findings& findings) : frame_(frame), findings_(findings) {}

  /// mm
  double trim_width() const { return (frame_.trim.urx - frame_.trim.llx) * 25.4 / 72; }
  double trim_height() const { return (frame_.trim.ury - frame_.trim.lly) * 25.4 / 72; }
  /// Something whose place is not known, in a pattern or a mask, is nowhere.
  bool in_trim(const FindingPlace& at) const;

  /// Anything painted with a colour of the state.
  void colour(const PlateColour& ink, const FindingPlace& at);
  /// Whether 100 K overprints as it should, where it is `small`, and white does not. `what`: "type", "rule",
  /// "area".
  void overprint(const PlateColour& ink, bool overprints, int mode, bool small, const FindingPlace& at,
                 const char* what);
  /// Type of `size` points in the state's colour.
  void type(const PaintState& state, double size, const FindingPlace& at);
  /// In the Identity encoding, code 0 is .notdef: the empty box.
  void glyphs(QPDFObjectHandle font, const Operation& show, const FindingPlace& at);
  /// `width` in points.
  void rule(const PlateColour& ink, double width, const FindingPlace& at);
  /// What ends between the trim and the edge of the bleed leaves a white sliver when the knife is off.
  void bleed(const FindingPlace& top_left, const FindingPlace& bottom_right);

 private:
  const PageFrame& frame_;
  Findings& findings_;
};

}  // namespace banxin
