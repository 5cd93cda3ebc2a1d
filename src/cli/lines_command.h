// The options of `banxin lines`.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "document/setting.h"

namespace CLI {
class App;
}

namespace banxin {

struct LinesCommand {
  std::vector<double> measures{13};
  double indent = 0;
  ProhibitionLevel level = ProhibitionLevel::kBasic;
  PunctuationStyle style = PunctuationStyle::kHangmoBanjiao;
  std::optional<LineStart> start;  // unset: as the style says
  std::optional<LineEnd> end;
  Hanging hanging = Hanging::kNone;
  Language language = Language::kHans;
  PairRule pairs = PairRule::kByLanguage;
  bool replace_spaces = false;
  Hyphenation hyphenate = Hyphenation::kNone;
  Expand expand = Expand::kAttached;
  double min_blank = 0;
  bool fixed_gap = false, fixed_stops = false;
  bool strict_grid = false, half_width_digits = true;
  double western_gap = 0.25, number_gap = 0.25;
  std::vector<std::string> names, nobreaks;  // words to hold together wherever they stand
  std::vector<double> column_ends;
  bool nominal = false, ragged = false, justify_last = false, breaks = false, explain = false;
  int looseness = 0;
  bool vertical = false;
  VerticalQuotes quotes = VerticalQuotes::kOfFont;
  VerticalNumbers numbers = VerticalNumbers::kTurned;
  std::string font = "song", format = "text";
};

/// Options that fill `command`, each with its check.
void add_options(CLI::App& sub, LinesCommand& command);

}  // namespace banxin
