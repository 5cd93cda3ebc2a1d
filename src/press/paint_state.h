// What the operators of a content stream have set so far, as far as a press cares (ISO 32000-1, 8.4).
#pragma once

#include <cmath>
#include <qpdf/QPDFObjectHandle.hh>
#include <string>

#include "press/content.h"

namespace banxin {

struct PdfMatrix {
  double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;

  /// First this one, then `then`.
  PdfMatrix before(const PdfMatrix& then) const {
    return {a * then.a + b * then.c, a * then.b + b * then.d,          c * then.a + d * then.c,
            c * then.b + d * then.d, e * then.a + f * then.c + then.e, e * then.b + f * then.d + then.f};
  }
  double x(double px, double py) const { return a * px + c * py + e; }
  double y(double px, double py) const { return b * px + d * py + f; }
  double scale() const { return std::sqrt(std::abs(a * d - b * c)); }
};

/// The six numbers of cm and Tm.
inline PdfMatrix matrix_of(const Operation& op) {
  return {op.number(0), op.number(1), op.number(2), op.number(3), op.number(4), op.number(5)};
}

/// A colour as the plates get it.
struct PlateColour {
  enum class Kind { kGrey, kRgb, kCmyk, kSpot, kOther };
  Kind kind = Kind::kGrey;
  double c = 0, m = 0, y = 0, k = 1;  ///< kGrey and kCmyk; of a spot its tint in k
  std::string spot;                   ///< its name
  std::string space;                  ///< as the file calls it, for messages: "DeviceRGB"

  bool white() const { return (kind == Kind::kCmyk || kind == Kind::kGrey) && c + m + y + k < 0.005; }
  bool pure_black() const { return kind == Kind::kCmyk && k >= 0.99 && c + m + y < 0.005; }
  bool rich_black() const { return kind == Kind::kCmyk && k >= 0.85 && c + m + y > 0.005; }
  /// One ink, but not solid.
  bool tint() const { return inks() == 1 && c + m + y + k < 0.995; }
  int inks() const {
    if (kind == Kind::kSpot) return 1;
    return (c > 0.005) + (m > 0.005) + (y > 0.005) + (k > 0.005);
  }
};

struct PaintState {
  PdfMatrix ctm;
  PlateColour fill, stroke;
  std::string fill_space = "/DeviceGray", stroke_space = "/DeviceGray";  ///< resource name or device space
  double line_width = 1, font_size = 0;
  std::string font;
  int text_mode = 0;  ///< Tr
  bool overprint_fill = false, overprint_stroke = false;
  int overprint_mode = 0;
};

/// What a colour space of a file comes to; `space` is its name or array.
PlateColour::Kind kind_of_space(QPDFObjectHandle space);
/// "DeviceRGB", "ICCBased", …
std::string name_of_space(QPDFObjectHandle space);
/// Sets fill or stroke from one of g rg k cs sc scn and their capitals; other operators do nothing.
void follow_colour(const Operation& op, QPDFObjectHandle resources, PaintState& state);
/// Takes over what an ExtGState says.
void follow_graphics_state(QPDFObjectHandle dictionary, PaintState& state);

}  // namespace banxin
