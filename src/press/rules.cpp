#include "press/rules.h"

#include <algorithm>
#include <cctype>
#include <cmath>

#include "base/json.h"

namespace banxin {

namespace {

constexpr double kRichBlackBelow = 18;  ///< pt; row 13 of print.md 6
constexpr double kRounding = 0.01;      ///< pt: Cairo writes paths in 1/256 pt
constexpr double kSizeSlack = 0.1;      ///< mm

/// Without case, blanks and the signs that people put in their place.
std::string folded(const std::string& name) {
  std::string out;
  for (const char c : name) {
    if (c != ' ' && c != '-' && c != '_')
      out += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  return out;
}

std::string millimetres(double points) { return json_number(points * 25.4 / 72, 1) + " mm"; }

}  // namespace

void check_type(const PlateColour& colour, double size, const FindingPlace& at, Findings& findings) {
  const PressLimits& limits = findings.profile().limits;
  const auto measured = [&](Length limit) { return Measure{size, limit.pt(), "pt"}; };
  const auto below = [&](Length limit) { return size < limit.pt() - kRounding; };
  if (below(limits.type))
    findings.add("small-type", at, "type is too small", measured(limits.type));
  else if (below(limits.type_warning))
    findings.warn("small-type", at, "type is small", measured(limits.type_warning));
  if (colour.rich_black() && size < kRichBlackBelow) {
    findings.add("rich-black", at, "black type is in more than one ink", {size, kRichBlackBelow, "pt"});
  } else if (colour.inks() > 1 && below(limits.coloured_type)) {
    findings.add("coloured-type", at, "type in several inks is small", measured(limits.coloured_type));
  } else if (colour.tint() && below(limits.tinted_type)) {
    findings.add("tinted-type", at, "type in a tint is small", measured(limits.tinted_type));
  }
  if (colour.white() && below(limits.reversed_type)) {
    findings.add("reversed-type", at, "white type is small", measured(limits.reversed_type));
  }
}

void check_line(const PlateColour& colour, double width, const FindingPlace& at, Findings& findings) {
  const PressLimits& limits = findings.profile().limits;
  const auto measured = [&](Length limit) { return Measure{width, limit.pt(), "pt"}; };
  const auto below = [&](Length limit) { return width < limit.pt() - kRounding; };
  if (below(limits.rule))
    findings.add("hairline", at, "a rule is too thin", measured(limits.rule));
  else if (below(limits.rule_warning))
    findings.warn("hairline", at, "a rule is thin", measured(limits.rule_warning));
  if ((colour.inks() > 1 || colour.white()) && below(limits.coloured_rule)) {
    findings.add("coloured-rule", at,
                 colour.white() ? "a white rule is thin" : "a rule in several inks is thin",
                 measured(limits.coloured_rule));
  }
}

void check_ink(const PlateColour& colour, const FindingPlace& at, Findings& findings) {
  if (colour.kind != PlateColour::Kind::kCmyk) return;
  const double ink = (colour.c + colour.m + colour.y + colour.k) * 100, limit = findings.profile().limits.ink;
  if (ink > limit)
    findings.add("too-much-ink", at, "a colour has more ink than the paper takes", {ink, limit, "%"});
}

void check_resolution(double ppi, const FindingPlace& at, Findings& findings) {
  const PressLimits& limits = findings.profile().limits;
  const auto say = [&](double limit) { return Measure{ppi, limit, "ppi"}; };
  if (ppi < limits.ppi) {
    findings.add("picture-resolution", at, "the picture is too coarse", say(limits.ppi));
  } else if (ppi < limits.ppi_warning) {
    findings.warn("picture-resolution", at, "the picture is coarse", say(limits.ppi_warning));
  }
}

void check_spot_name(const std::string& name, const FindingPlace& at, std::vector<std::string>& known,
                     Findings& findings) {
  const std::vector<std::string>& have = findings.profile().spots;
  if (std::find(have.begin(), have.end(), name) == have.end()) {
    findings.add("spot-colour", at, "the spot colour '" + name + "' needs a plate of its own");
  }
  for (const std::string& other : known) {
    if (other != name && folded(other) == folded(name)) {
      findings.add("spot-alike", at,
                   "the spot colours '" + other + "' and '" + name + "' differ in writing alone");
    }
  }
  known.push_back(name);
}

void check_page_size(double width, double height, const FindingPlace& at, Findings& findings) {
  const PressLimits& limits = findings.profile().limits;
  const auto differs = [](double points, Length wanted) {
    return wanted > Length() && std::abs(points - wanted.pt()) * 25.4 / 72 > kSizeSlack;
  };
  if (!differs(width, limits.width) && !differs(height, limits.height)) return;
  findings.add("trim-size", at,
               "the page is " + millimetres(width) + " × " + millimetres(height) + "; this press wants " +
                   millimetres(limits.width > Length() ? limits.width.pt() : width) + " × " +
                   millimetres(limits.height > Length() ? limits.height.pt() : height));
}

}  // namespace banxin
