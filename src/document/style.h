// The look of a piece of type.
#pragma once

#include <string>

#include "base/ink.h"
#include "base/length.h"

namespace banxin {

enum class Weight { kRegular, kBold };

/// A role of the catalogue (宋 黑 楷 仿宋) in a weight; which face that is, the catalogue says.
struct FontChoice {
  std::string role = "song";
  Weight weight = Weight::kRegular;
  bool operator==(const FontChoice&) const = default;
};

enum class Align { kStart, kCentre, kEnd, kJustify };

/// A style of the layout, with everything resolved to paper units.
struct Style {
  FontChoice font;
  Length size;  ///< of the em box
  /// To which a headline may go, two sizes 号 at most, when it does not fit; 0: it is reported instead.
  Length min_size;
  Length pitch;  ///< from line to line; body text follows the grid instead
  Align align = Align::kStart;
  Em indent;    ///< of the first line, in this style's em (首行缩进)
  Em tracking;  ///< added after every character 字距, headings only
  Em spread;    ///< by which a headline of 2 to 6 字 may be opened to fill its measure 均排
  Length space_before, space_after;
  Ink ink;
};

}  // namespace banxin
