#include "press/check_paint.h"

#include <algorithm>
#include <string>

#include "press/rules.h"

namespace banxin {

namespace {

using Object = QPDFObjectHandle;
using Kind = PlateColour::Kind;

constexpr double kOverprintBelow = 12;  ///< pt; row 12

}  // namespace

bool PaintChecks::in_trim(const FindingPlace& at) const {
  return at.known && at.x > 0.1 && at.y > 0.1 && at.x < trim_width() - 0.1 && at.y < trim_height() - 0.1;
}

void PaintChecks::colour(const PlateColour& ink, const FindingPlace& at) {
  if (ink.kind == Kind::kRgb) {
    findings_.add("colour-space", at, "a colour is in " + ink.space);
  } else if (ink.kind == Kind::kSpot && ink.spot == "All" && in_trim(at)) {
    findings_.add("marks-in-trim", at, "something on the page prints on every plate");
  } else if (in_trim(at)) {
    check_ink(ink, at, findings_);
  }
}

void PaintChecks::overprint(const PlateColour& ink, bool overprints, int mode, bool small,
                            const FindingPlace& at, const char* what) {
  if (ink.white() && overprints) {
    findings_.add("white-overprints", at, std::string("white ") + what + " overprints");
  }
  if (ink.pure_black() && small && !(overprints && mode == 1)) {
    findings_.add("black-knocks-out", at, std::string("black ") + what + " knocks out");
  }
  if (ink.kind == Kind::kGrey && ink.k >= 0.99 && small) {
    findings_.add("grey-black", at, std::string("black ") + what + " is in DeviceGray");
  }
}

void PaintChecks::type(const PaintState& state, double size, const FindingPlace& at) {
  const PlateColour& ink = state.text_mode == 1 ? state.stroke : state.fill;
  colour(ink, at);
  overprint(ink, state.overprint_fill, state.overprint_mode, size < kOverprintBelow, at, "type");
  if (!in_trim(at)) return;
  check_type(ink, size, at, findings_);
  const double nearest = std::min({at.x, at.y, trim_width() - at.x, trim_height() - at.y});
  const double margin = findings_.profile().limits.margin.mm();
  if (nearest < margin - 0.1)
    findings_.add("near-trim", at, "type is near the trim", {nearest, margin, "mm"});
}

void PaintChecks::glyphs(QPDFObjectHandle font, const Operation& show, const FindingPlace& at) {
  if (!font.isDictionary() || !font.getKey("/Encoding").isNameAndEquals("/Identity-H")) return;
  std::string bytes;
  Object operand = show.at(show.operands.empty() ? 0 : show.operands.size() - 1);
  if (operand.isString()) bytes = operand.getStringValue();
  if (operand.isArray()) {
    for (Object item : operand.getArrayAsVector()) {
      if (item.isString()) bytes += item.getStringValue();
    }
  }
  for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
    if (bytes[i] == 0 && bytes[i + 1] == 0) findings_.add("missing-glyph", at, "a character has no glyph");
  }
}

void PaintChecks::rule(const PlateColour& ink, double width, const FindingPlace& at) {
  if (in_trim(at)) check_line(ink, width, at, findings_);
}

void PaintChecks::bleed(const FindingPlace& top_left, const FindingPlace& bottom_right) {
  const Object::Rectangle &trim = frame_.trim, &outer = frame_.bleed;
  const auto mm = [](double points) { return points * 25.4 / 72; };
  const double beyond[] = {-top_left.x, -top_left.y, bottom_right.x - trim_width(),
                           bottom_right.y - trim_height()};
  const double allowed[] = {mm(trim.llx - outer.llx), mm(outer.ury - trim.ury), mm(outer.urx - trim.urx),
                            mm(trim.lly - outer.lly)};
  const bool here =
      bottom_right.x > 0 && bottom_right.y > 0 && top_left.x < trim_width() && top_left.y < trim_height();
  for (int i = 0; here && i < 4; ++i) {
    if (allowed[i] <= 0.1 || beyond[i] <= -0.1 || beyond[i] >= allowed[i] - 0.1) continue;
    findings_.add("bleed", top_left, "something ends between the trim and the edge of the bleed",
                  {beyond[i], allowed[i], "mm"});
    return;
  }
}

}  // namespace banxin
