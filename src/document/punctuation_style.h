// The named styles as one switch (typography.md 3.2).
#pragma once

#include "document/setting.h"

namespace banxin {

/// `setting` in the style, with the line edges that belong to it: `quanjiao` and `plain` keep every blank,
/// the others trim both edges.
constexpr Setting with_style(Setting setting, PunctuationStyle style) {
  const bool full = style == PunctuationStyle::kQuanjiao || style == PunctuationStyle::kPlain;
  setting.style = style;
  setting.start = full ? LineStart::kFull : LineStart::kTrim;
  setting.end = full ? LineEnd::kFull : LineEnd::kTrim;
  return setting;
}

/// `setting` with every character in a cell of one em; a stop that has no cell left hangs, as CLREQ "Grid
/// Alignment" advises.
constexpr Setting in_strict_grid(Setting setting) {
  setting = with_style(setting, PunctuationStyle::kPlain);
  setting.strict_grid = true;
  if (setting.hanging == Hanging::kNone) setting.hanging = Hanging::kAllow;
  return setting;
}

}  // namespace banxin
