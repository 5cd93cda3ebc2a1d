// One candidate line against its measure, in constant time: how wide it is, whether it can be made to fit,
// and what that would cost (typography.md 4.2, 4.3). break_lines and set_line ask the same questions here.
#pragma once

#include <cstdint>

#include "text/shaped.h"

namespace banxin {

/// How a line is filled.
enum class Fill : std::uint8_t {
  kJustified,  ///< shrunk or stretched to the measure
  kLast,       ///< never stretched; shrunk where needed
  kRagged,     ///< natural; shrunk only when it does not fit
};

/// The edges of a line, after the edge rules.
struct LineEdges {
  std::uint32_t begin = 0, end = 0;  ///< cells that are seen; empty when begin == end
  Length left, right;                ///< blanks kept at the two edges
  Length last_left_cut;              ///< taken from the left blank of a centred mark at the line end
  Length hyphen;                     ///< width of the hyphen behind the last cell
  Length filler;                     ///< strict grid: behind the Western text that the line starts in the …
  std::uint32_t filler_joint = 0;    ///< … middle of, so that what follows is back on the grid
  bool hangs = false;                ///< the last cell hangs behind the measure
  Length natural;                    ///< width before shrinking and stretching, without what hangs
};

/// `room` is the measure less the indent.
LineEdges line_edges(const ShapedParagraph& paragraph, std::uint32_t begin, std::uint32_t end, Length room);

/// What the interior of a line can give and take.
struct Flexibility {
  Length shrink[kTiers];
  Length e1, e2;
  std::int32_t e3 = 0, e4 = 0;  ///< joints
  Length shrinkable() const;
};
Flexibility flexibility(const ShapedParagraph& paragraph, const LineEdges& edges);

enum class Fitness : std::uint8_t { kTight, kNormal, kLoose, kVeryLoose };
inline constexpr std::size_t kFitnesses = 4;

/// What one pass of the breaker accepts (typography.md 4.2).
struct Tolerance {
  double badness = 400;
  bool squeeze_stops = false;  ///< S7
  bool stretch_all = false;    ///< E4
};

struct Fit {
  bool too_wide = false;    ///< even when shrunk; so is every longer line
  bool too_narrow = false;  ///< even when stretched; so is every line to the same end that begins later
  bool accepted = false;
  double badness = 0;
  Fitness fitness = Fitness::kNormal;
  Length missing;  ///< measure less natural width
};
Fit fit_line(const ShapedParagraph& paragraph, std::uint32_t begin, std::uint32_t end, Length room, Fill fill,
             const Tolerance& tolerance);

/// How much of each tier and step a line needs: `amount` < 0 to shrink, > 0 to stretch.
struct Adjustment {
  Length shrink[kTiers];
  Length e1, e2, e3, e4;
  Length rest;  ///< what nothing could take
};
Adjustment adjustment(const Flexibility& line, Length amount, Length em);

}  // namespace banxin
