#include "text/line_fit.h"

#include <algorithm>
#include <cmath>

#include "text/cells.h"

namespace banxin {

namespace {

using enum CharClass;

constexpr double kShrinkWeights[kTiers] = {.3, .5, .6, .8, 1.2, 1.5};  // S2 … S7
constexpr double kStretchWeight = 40;                                  // E1, E2
constexpr double kSolidUnit = 0.06;  // em that a joint may grow before one sees it
constexpr double kSolidWeight = 100, kAllWeight = 200;
constexpr double kLooseAbove = 0.06, kVeryLooseAbove = 0.12;
constexpr double kRaggedWeight = 100;

bool is_mark(CharClass c) {
  return is_opening(c) || is_closing(c) || c == kDash || c == kEll || c == kMid || c == kConn1 ||
         c == kConn2 || c == kSol || c == kAsciiPause;
}

/// 、，。 and, where they are left-aligned, the other pause marks; never centred ones in horizontal lines,
/// never ：；！？ in vertical ones, never two marks (typography.md 2.7).
bool may_hang(const ShapedParagraph& p, std::uint32_t begin, std::uint32_t last) {
  if (p.setting.hanging == Hanging::kNone || last <= begin) return false;
  const Cell& cell = p.cells[last];
  if (is_mark(p.cells[last - 1].c)) return false;
  if (p.setting.direction == Direction::kVertical) return cell.c == kComma || cell.c == kStop;
  const bool pause = cell.c == kComma || cell.c == kStop || cell.c == kColon || cell.c == kExcl;
  return pause && cell.side == InkSide::kLeft;
}

/// Width from the left edge of the body of cell `begin` to the right edge of the body of cell `last`.
Length bodies(const ShapedParagraph& p, std::uint32_t begin, std::uint32_t last) {
  return p.sums[last].width - p.sums[begin].width + p.cells[last].body;
}

/// Whether the mark gives up its blank at the line end whatever the width: one-sided marks and the
/// interpunct. Centred ones stay full unless shrinking is needed (typography.md 2.3).
bool always_trimmed(const Cell& cell) { return cell.side != InkSide::kBoth || cell.c == kMid; }

bool is_trimmable(const Cell& cell) { return is_closing(cell.c) || cell.c == kMid; }

/// Width that shrinking could take away if every tier were used.
Length all_shrink(const ShapedParagraph& p, const LineEdges& edges) {
  return flexibility(p, edges).shrinkable();
}

/// Strict grid: Western text at the line start fills whole cells as it does inside the line.
void grid_edge(const ShapedParagraph& p, LineEdges& e) {
  std::uint32_t stop = e.begin;
  while (stop < e.end && is_in_western_run(p.cells[stop])) ++stop;
  if (stop == e.begin || stop == e.end) return;
  const Length width = p.sums[stop].width - p.sums[e.begin].width;  // with the gap behind it
  const std::int64_t em = p.size.units();
  const Length missing = Length::units((width.units() + em - 1) / em * em) - width;
  if (e.begin == 0 || !is_in_western_run(p.cells[e.begin - 1]))
    e.left += missing;
  else
    e.filler = missing, e.filler_joint = stop - 1;
}

void end_edge(const ShapedParagraph& p, LineEdges& e, Length room) {
  const std::uint32_t last = e.end - 1;
  const Cell& cell = p.cells[last];
  e.right = cell.right;
  e.natural = e.left + e.filler + bodies(p, e.begin, last) + e.right;
  if (!is_trimmable(cell) || p.setting.end == LineEnd::kFull) return;
  const bool trim = p.setting.end == LineEnd::kTrim && always_trimmed(cell);
  if (!trim && e.natural <= room) return;
  e.natural -= e.right;
  e.right = Length();
  if (cell.side == InkSide::kBoth) {  // both sides, so that the ink stays in the middle
    e.last_left_cut = last > e.begin ? p.joints[last - 1].right : e.left;
    if (last == e.begin) e.left = Length();
    e.natural -= e.last_left_cut;
  }
}

/// A word that is divided here ends in a hyphen.
void hyphen_edge(const ShapedParagraph& p, LineEdges& e) {
  const std::uint32_t last = e.end - 1;
  if (!p.joints[last].hyphen) return;
  e.hyphen = p.hyphens[p.cells[last].run].width;
  e.natural += e.hyphen;
}

void hang_edge(const ShapedParagraph& p, LineEdges& e, Length room) {
  const std::uint32_t last = e.end - 1;
  if (!may_hang(p, e.begin, last)) return;
  const bool fits = e.natural - all_shrink(p, e) <= room;
  if (p.setting.hanging == Hanging::kAllow && fits) return;
  e.hangs = true;
  e.last_left_cut = Length();  // a centred mark hangs whole
  e.right = p.cells[last - 1].right;
  e.natural = e.left + e.filler + bodies(p, e.begin, last - 1) + e.right;
}

double em_of(Length length, Length em) { return length / em; }
double squared(double x) { return x * x; }

double shrink_badness(const Adjustment& a, const Flexibility& line, Length em) {
  double sum = 0;
  for (std::size_t t = 0; t < kTiers; ++t) {
    if (a.shrink[t] == Length()) continue;
    const double u = em_of(a.shrink[t], em), c = em_of(line.shrink[t], em);
    sum += kShrinkWeights[t] * u * u / c;
  }
  return 100 * sum;
}

/// Badness of a joint grown by `g` em.
double joint_badness(double weight, double g) { return weight * squared(g / kSolidUnit); }

struct Stretch {
  double badness = 0, growth = 0;  ///< growth of a joint in em
};

Stretch stretch_badness(const Adjustment& a, const Flexibility& line, Length em) {
  Stretch s;
  const auto capped = [&](Length used, Length capacity) {
    if (used == Length()) return 0.0;
    const double u = em_of(used, em), c = em_of(capacity, em);
    return kStretchWeight * u * u / c;
  };
  s.badness = capped(a.e1, line.e1) + capped(a.e2, line.e2);
  const Length beyond = a.e4 + a.rest;
  if (beyond > Length()) {
    s.growth = em_of(beyond, em) / std::max(line.e4, 1) + 0.25;
    s.badness += joint_badness(kAllWeight, s.growth);
  } else if (a.e3 > Length()) {
    s.growth = em_of(a.e3, em) / line.e3;
    s.badness += joint_badness(kSolidWeight, s.growth);
  }
  return s;
}

/// More than the line can grow within the tolerance, by an em: the edges of one that begins later may differ.
Length most_stretch(const Flexibility& line, Length em, const Tolerance& tolerance) {
  const double all = kAllWeight * squared(0.25 / kSolidUnit);  // what E4 costs at least
  if (tolerance.stretch_all && tolerance.badness >= all) return Length::units(std::int64_t{1} << 60);
  const double joint = std::min(0.25, kSolidUnit * std::sqrt(tolerance.badness / kSolidWeight));
  return line.e1 + line.e2 +
         Length::units(static_cast<std::int64_t>(joint * line.e3 * static_cast<double>(em.units()))) + em;
}

Fitness fitness_of_growth(double growth) {
  if (growth > kVeryLooseAbove) return Fitness::kVeryLoose;
  return growth > kLooseAbove ? Fitness::kLoose : Fitness::kNormal;
}

Fit fit_shrunk(Fit fit, const Flexibility& line, Length em, const Tolerance& tolerance) {
  const auto stops = static_cast<std::size_t>(Tier::kS7);
  const Length available = line.shrinkable() - (tolerance.squeeze_stops ? Length() : line.shrink[stops]);
  fit.too_wide = -fit.missing > available;
  if (fit.too_wide) return fit;
  const Adjustment a = adjustment(line, fit.missing, em);
  fit.badness = shrink_badness(a, line, em);
  fit.accepted = fit.badness <= tolerance.badness;
  const auto from_commas = static_cast<std::size_t>(Tier::kS5);
  const bool tight =
      std::any_of(a.shrink + from_commas, a.shrink + kTiers, [](Length l) { return l > Length(); });
  fit.fitness = tight ? Fitness::kTight : Fitness::kNormal;
  return fit;
}

Fit fit_stretched(Fit fit, const Flexibility& line, Length em, const Tolerance& tolerance) {
  const Adjustment a = adjustment(line, fit.missing, em);
  const Stretch s = stretch_badness(a, line, em);
  fit.badness = s.badness;
  fit.fitness = fitness_of_growth(s.growth);
  const bool solid_only = a.e4 + a.rest == Length();
  fit.accepted = (solid_only || tolerance.stretch_all) && fit.badness <= tolerance.badness;
  return fit;
}

}  // namespace

LineEdges line_edges(const ShapedParagraph& p, std::uint32_t begin, std::uint32_t end, Length room) {
  LineEdges e;
  e.begin = begin;
  e.end = std::max(begin, p.sums[end].visible_end);
  if (e.begin == e.end) return e;
  const Cell& first = p.cells[begin];
  e.left = is_opening(first.c) && p.setting.start == LineStart::kTrim ? Length() : first.left;
  if (p.setting.strict_grid) grid_edge(p, e);
  end_edge(p, e, room);
  if (p.setting.hanging != Hanging::kNone) hang_edge(p, e, room);
  if (!p.hyphens.empty()) hyphen_edge(p, e);
  return e;
}

Flexibility flexibility(const ShapedParagraph& p, const LineEdges& e) {
  Flexibility f;
  if (e.end - e.begin < 2 || p.setting.strict_grid) return f;
  // Joints strictly inside the line; the one before a hanging mark is not: the mark stands at the measure.
  const std::uint32_t last = e.end - (e.hangs ? 2 : 1);
  const LineSums &a = p.sums[e.begin], &b = p.sums[last];
  for (std::size_t t = 0; t < kTiers; ++t) f.shrink[t] = b.shrink[t] - a.shrink[t];
  f.e1 = b.e1 - a.e1, f.e2 = b.e2 - a.e2;
  f.e3 = b.e3 - a.e3, f.e4 = b.e4 - a.e4;
  // The left half of a centred mark at the end is part of the edge: gone or full.
  const Cell& end = p.cells[last];
  if (!e.hangs && end.side == InkSide::kBoth && is_trimmable(end) && last > e.begin) {
    const Joint& joint = p.joints[last - 1];
    if (joint.right_tier != Tier::kNone)
      f.shrink[static_cast<std::size_t>(joint.right_tier)] -= right_shrink(p, last - 1);
  }
  return f;
}

Length Flexibility::shrinkable() const {
  Length sum;
  for (const Length tier : shrink) sum += tier;
  return sum;
}

Adjustment adjustment(const Flexibility& line, Length amount, Length em) {
  Adjustment a;
  if (amount < Length()) {
    a.rest = -amount;
    for (std::size_t t = 0; t < kTiers; ++t) {
      a.shrink[t] = std::min(a.rest, line.shrink[t]);
      a.rest -= a.shrink[t];
    }
    return a;
  }
  a.rest = amount;
  const auto take = [&](Length& step, Length most) {
    step = std::min(a.rest, most);
    a.rest -= step;
  };
  take(a.e1, line.e1);
  take(a.e2, line.e2);
  take(a.e3, em / 4 * line.e3);
  if (line.e4 > 0) take(a.e4, a.rest);
  return a;
}

Fit fit_line(const ShapedParagraph& p, std::uint32_t begin, std::uint32_t end, Length room, Fill fill,
             const Tolerance& tolerance) {
  const LineEdges edges = line_edges(p, begin, end, room);
  Fit fit;
  fit.missing = room - edges.natural;
  if (fit.missing < Length()) {
    fit.too_wide = true;
    const bool natural_only = fill == Fill::kRagged && !tolerance.squeeze_stops;
    return natural_only ? fit : fit_shrunk(fit, flexibility(p, edges), p.size, tolerance);
  }
  if (fill == Fill::kJustified) {
    const Flexibility flex = flexibility(p, edges);
    fit.too_narrow = fit.missing > most_stretch(flex, p.size, tolerance);
    return fit.too_narrow ? fit : fit_stretched(fit, flex, p.size, tolerance);
  }
  if (fill == Fill::kRagged) fit.badness = kRaggedWeight * squared(em_of(fit.missing, p.size));
  fit.accepted = fit.badness <= tolerance.badness;
  return fit;
}

}  // namespace banxin
