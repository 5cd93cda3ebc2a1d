// Total fit: the dynamic programme of typography.md 4.2 over (break, line
// number, fitness of the last line).
//
// After Knuth and Plass, "Breaking Paragraphs into Lines", 1981. Differs from
// it: a line is judged by tiers, not by one glue ratio; a first pass that
// leaves a single character on the last line is not taken when a second one
// does better.
#include "text/break_lines.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

#include "text/break_places.h"
#include "text/demerits.h"
#include "text/line_fit.h"
#include "text/measures.h"

namespace banxin {

namespace {

constexpr int kLineWindow = 4;  // line counts kept around the cheapest one,
                                // beyond the looseness asked for

constexpr Tolerance kFirstPass{};
constexpr Tolerance kSecondPass{std::numeric_limits<double>::infinity(), true, true};

/// The best way to one place with one line number and fitness.
struct Node {
  double cost = 0;
  std::uint32_t place = 0;  ///< index of the break; 0 is the paragraph's start
  std::int32_t line = 0;    ///< number of lines so far, as far as it matters for measures
  std::int32_t before = -1;
  bool overfull = false;
};

/// The nodes of one place and line number.
struct Group {
  std::uint32_t place = 0;
  std::int32_t line = 0;
  std::array<std::int32_t, kFitnesses> nodes{-1, -1, -1, -1};
  bool retired = false;
};

/// One pass over the paragraph. `looseness`: how far from the best one line
/// counts are looked for; 0: not at all.
class Search {
 public:
  Search(const ShapedParagraph& p, const Measures& measures, const BreakOptions& options, BreakPass pass,
         Tolerance tolerance, int looseness = 0)
      : p_(p),
        measures_(measures),
        options_(options),
        justify_(options.justify && !p.setting.strict_grid),
        tolerance_(tolerance),
        pass_(pass),
        emergency_(pass == BreakPass::kEmergency),
        looseness_(looseness),
        places_(break_places(p, measures, options, pass, tolerance)) {}

  /// Fills the nodes. Returns false when the paragraph cannot be set within the
  /// tolerance.
  bool run() {
    nodes_.push_back({});
    Group start;
    start.nodes[static_cast<std::size_t>(Fitness::kNormal)] = 0;
    active_.push_back(start);
    for (std::uint32_t to = 1; to < places_.size(); ++to) {
      pending_.clear();
      try_lines_to(to);
      if (pending_.empty() && head_ == active_.size()) {
        if (!emergency_) return false;
        accept_overfull(to);
      }
      if (places_[to].penalty == Joint::kForced) active_.clear(), head_ = 0;
      keep_pending();
    }
    return !active_.empty();
  }

  /// The cheapest end with `lines` lines, or with any number; -1: none.
  std::int32_t best_end(std::optional<int> lines = {}) const {
    std::int32_t best = -1;
    for (const Group& group : active_) {
      if (group.retired || (lines && group.line != *lines)) continue;
      for (const std::int32_t node : group.nodes) {
        if (node >= 0 && (best < 0 || cheaper(node, best))) best = node;
      }
    }
    return best;
  }

  bool ends_in_orphan(std::int32_t end) const { return is_orphan(places_[node(node(end).before).place].end); }

  Breaking lines_to(std::int32_t end) const {
    Breaking out;
    out.cost = node(end).cost;
    out.pass = pass_;
    for (std::int32_t at = end; node(at).before >= 0; at = node(at).before) {
      Line line;
      line.begin = places_[node(node(at).before).place].end;
      line.end = places_[node(at).place].end;
      line.last = places_[node(at).place].penalty == Joint::kForced;
      line.overfull = node(at).overfull;
      out.overfull = out.overfull || line.overfull;
      out.lines.push_back(line);
    }
    std::reverse(out.lines.begin(), out.lines.end());
    for (std::size_t i = 0; i < out.lines.size(); ++i) {
      Line& line = out.lines[i];
      line.measure = measures_.at(i);
      line.indent = measures_.indent(i);
      line.natural = line_edges(p_, line.begin, line.end, measures_.room(i)).natural;
    }
    return out;
  }

 private:
  const Node& node(std::int32_t i) const { return nodes_[static_cast<std::size_t>(i)]; }

  /// Equal totals: longer earlier lines.
  bool cheaper(std::int32_t a, std::int32_t b) const {
    if (node(a).cost != node(b).cost) return node(a).cost < node(b).cost;
    return node(node(a).before).place > node(node(b).before).place;
  }

  bool is_end(const BreakPlace& place) const { return place.end == p_.cells.size(); }

  Fill fill_to(const BreakPlace& place) const {
    if (!justify_) return Fill::kRagged;
    if (place.penalty != Joint::kForced) return Fill::kJustified;
    return is_end(place) && options_.justify_last ? Fill::kJustified : Fill::kLast;
  }

  bool is_orphan(std::uint32_t begin) const {
    if (begin == 0 || options_.justify_last) return false;
    return p_.sums.back().weight - p_.sums[begin].weight < 2;
  }

  void try_lines_to(std::uint32_t to) {
    const BreakPlace& place = places_[to];
    const Fill fill = fill_to(place);
    Fit fit;
    std::optional<std::pair<std::uint32_t, Length>> fitted;  // from where and into what `fit` is
    for (std::size_t g = head_; g < active_.size(); ++g) {
      Group& group = active_[g];
      if (group.retired || is_set_aside(group, place)) continue;
      const Length room = measures_.room(static_cast<std::size_t>(group.line));
      // Ways of other line numbers to the same place stand behind each other:
      // one line serves them all.
      if (const std::pair line{group.place, room}; fitted != line) {
        fit = fit_line(p_, places_[group.place].end, place.end, room, fill, tolerance_);
        if (fill != Fill::kJustified) soften(fit, place);
        fitted = line;
      }
      // With a hyphen a line may be wider than one that ends a narrow letter
      // later.
      if (fit.too_wide && place.hyphen) continue;
      if (fit.too_wide) {
        group.retired = true;
        last_retired_ = group;
        continue;
      }
      if (fit.accepted && !is_forbidden(group, place)) relax(group, to, fit);
      // With one measure for all, the lines only get shorter from here on.
      if (fit.too_narrow && measures_.uniform()) break;
    }
    while (head_ < active_.size() && active_[head_].retired) ++head_;
  }

  /// The first line has been given its end, and this is another.
  bool is_set_aside(Group& group, const BreakPlace& place) {
    if (options_.first_end == 0 || group.place != 0 || place.end == options_.first_end) return false;
    if (place.end > options_.first_end) {
      group.retired = true;
      last_retired_ = group;
    }
    return true;
  }

  /// A divided word or name at a column end.
  bool is_forbidden(const Group& from, const BreakPlace& place) const {
    return place.stays_in_column && !emergency_ && ends_column(from);
  }
  bool ends_column(const Group& from) const {
    return measures_.ends_column(static_cast<std::size_t>(from.line));
  }

  /// Last lines count as normal, and a ragged one may be as short as it is.
  void soften(Fit& fit, const BreakPlace& place) const {
    fit.fitness = Fitness::kNormal;
    if (justify_ || place.penalty != Joint::kForced) return;
    fit.accepted = true;
    fit.badness = 0;
  }

  double line_cost(const Group& from, const BreakPlace& place, const Fit& fit) const {
    double cost = demerits(fit.badness, place.penalty == Joint::kForced ? 0 : place.penalty);
    if (place.emergency) cost += kEmergencyDemerits;
    if (place.hyphen && places_[from.place].hyphen) cost += kHyphensDemerits;
    if (place.hyphen && ends_column(from)) cost += kHyphenAtColumnEnd;
    if (is_end(place) && is_orphan(places_[from.place].end)) cost += kOrphanDemerits;
    return cost;
  }

  void relax(const Group& from, std::uint32_t to, const Fit& fit) {
    const double cost = line_cost(from, places_[to], fit);
    const auto fitness = static_cast<std::size_t>(fit.fitness);
    for (std::size_t f = 0; f < kFitnesses; ++f) {
      if (from.nodes[f] < 0) continue;
      const bool jump = f > fitness + 1 || fitness > f + 1;
      Node made;
      made.cost = node(from.nodes[f]).cost + cost + (jump ? kFitnessDemerits : 0);
      made.place = to;
      made.line = next_line(from.line);
      made.before = from.nodes[f];
      offer(made, fitness);
    }
  }

  std::int32_t next_line(std::int32_t line) const {
    if (looseness_ > 0) return line + 1;
    // Line 0 alone is indented, so it is never one with those behind it.
    const auto settled = static_cast<std::int32_t>(std::max<std::size_t>(measures_.settled(), 1));
    return std::min(line + 1, settled);
  }

  /// Keeps the cheaper node; of two that cost the same the one whose last line
  /// starts later.
  void offer(const Node& made, std::size_t fitness) {
    Group& group = pending_group(made);
    std::int32_t& slot = group.nodes[fitness];
    if (slot < 0) {
      slot = static_cast<std::int32_t>(nodes_.size());
      nodes_.push_back(made);
      return;
    }
    Node& old = nodes_[static_cast<std::size_t>(slot)];
    const bool later = node(made.before).place > node(old.before).place;
    if (made.cost < old.cost || (made.cost == old.cost && later)) old = made;
  }

  Group& pending_group(const Node& made) {
    for (Group& group : pending_) {
      if (group.line == made.line) return group;
    }
    Group group;
    group.place = made.place, group.line = made.line;
    pending_.push_back(group);
    return pending_.back();
  }

  /// Nothing reaches this place: the shortest line to it, too wide as it is.
  void accept_overfull(std::uint32_t to) {
    const Group from = last_retired_;
    const Length room = measures_.room(static_cast<std::size_t>(from.line));
    const LineEdges edges = line_edges(p_, places_[from.place].end, places_[to].end, room);
    const double excess = (edges.natural - room) / p_.size;
    Fit fit;
    relax(from, to, fit);
    for (Group& group : pending_) {
      for (const std::int32_t n : group.nodes) {
        if (n < 0) continue;
        nodes_[static_cast<std::size_t>(n)].overfull = true;
        nodes_[static_cast<std::size_t>(n)].cost += kOverfullDemerits * (1 + excess);
      }
    }
  }

  void keep_pending() {
    if (head_ > 1024 && head_ * 2 > active_.size()) {
      active_.erase(active_.begin(), active_.begin() + static_cast<std::ptrdiff_t>(head_));
      head_ = 0;
    }
    if (looseness_ > 0 && pending_.size() > 1) keep_line_window();
    active_.insert(active_.end(), pending_.begin(), pending_.end());
  }

  double cheapest_in(const Group& group) const {
    double cost = std::numeric_limits<double>::infinity();
    for (const std::int32_t n : group.nodes) {
      if (n >= 0) cost = std::min(cost, node(n).cost);
    }
    return cost;
  }

  /// Line counts far from the cheapest one are given up, so that long
  /// paragraphs stay linear.
  void keep_line_window() {
    const auto best = std::min_element(pending_.begin(), pending_.end(), [&](const Group& a, const Group& b) {
      return cheapest_in(a) < cheapest_in(b);
    });
    const int centre = best->line, window = kLineWindow + looseness_;
    std::erase_if(pending_, [&](const Group& g) { return std::abs(g.line - centre) > window; });
  }

  const ShapedParagraph& p_;
  const Measures& measures_;
  const BreakOptions& options_;
  bool justify_;
  Tolerance tolerance_;
  BreakPass pass_;
  bool emergency_;
  int looseness_;  ///< lines more or fewer that are looked for; 0: lines are not
                   ///< counted

  std::vector<BreakPlace> places_;
  std::vector<Node> nodes_;
  std::vector<Group> active_;  // by place; those before head_ are retired
  std::size_t head_ = 0;
  std::vector<Group> pending_;  // of the place being reached, by line number
  Group last_retired_;
};

Breaking best_setting(const ShapedParagraph& p, const Measures& measures, const BreakOptions& options) {
  Search first(p, measures, options, BreakPass::kFirst, kFirstPass);
  // A 孤字 is worth a second look: it may be avoided by a line that the first
  // pass found too loose.
  if (first.run() && !first.ends_in_orphan(first.best_end())) return first.lines_to(first.best_end());
  Search second(p, measures, options, BreakPass::kSecond, kSecondPass);
  if (second.run()) return second.lines_to(second.best_end());
  Search emergency(p, measures, options, BreakPass::kEmergency, kSecondPass);
  emergency.run();
  return emergency.lines_to(emergency.best_end());
}

/// What has to be tolerated to set the paragraph at all.
Tolerance tolerance_of(const ShapedParagraph& p, const Breaking& best, const Measures& measures) {
  Tolerance tolerance = best.pass == BreakPass::kFirst ? kFirstPass : kSecondPass;
  tolerance.badness = kFirstPass.badness;
  for (std::size_t i = 0; i < best.lines.size(); ++i) {
    const Line& line = best.lines[i];
    if (line.last) continue;
    const Fit fit = fit_line(p, line.begin, line.end, measures.room(i), Fill::kJustified, kSecondPass);
    tolerance.badness = std::max(tolerance.badness, fit.badness);
  }
  return tolerance;
}

/// The settings in more or fewer lines than the best one. One search serves
/// `most` either way.
class OtherCounts {
 public:
  OtherCounts(const ShapedParagraph& p, const Measures& measures, const BreakOptions& options,
              const Breaking& best, int most)
      : best_(best), search_(p, measures, options, best.pass, tolerance_of(p, best, measures), most) {
    found_ = search_.run();
  }

  /// The setting whose number of lines comes nearest to what is asked for, on
  /// that side of the best one.
  Breaking at(int looseness) const {
    const int natural = static_cast<int>(best_.lines.size());
    const int step = looseness > 0 ? -1 : 1;
    for (int lines = natural + looseness; found_ && lines != natural; lines += step) {
      if (const std::int32_t end = search_.best_end(lines); end >= 0) return search_.lines_to(end);
    }
    return best_;
  }

 private:
  const Breaking& best_;
  Search search_;
  bool found_ = false;
};

Measures measures_of(std::span<const Length> measures, const BreakOptions& options,
                     std::span<const std::uint32_t> column_ends) {
  static constexpr Length kEndless = Length::units(std::int64_t{1} << 60);
  return {measures.empty() ? std::span(&kEndless, 1) : measures, options.indent, column_ends};
}

}  // namespace

Breaking break_lines(const ShapedParagraph& paragraph, std::span<const Length> measures,
                     const BreakOptions& options, std::span<const std::uint32_t> column_ends) {
  if (paragraph.cells.empty()) return {};
  const Measures rooms = measures_of(measures, options, column_ends);
  Breaking best = best_setting(paragraph, rooms, options);
  if (options.looseness == 0) return best;
  return OtherCounts(paragraph, rooms, options, best, std::abs(options.looseness)).at(options.looseness);
}

OtherBreakings break_lines_otherwise(const ShapedParagraph& paragraph, std::span<const Length> measures,
                                     const BreakOptions& options, const Breaking& best,
                                     std::span<const std::uint32_t> column_ends) {
  if (paragraph.cells.empty()) return {};
  const Measures rooms = measures_of(measures, options, column_ends);
  const OtherCounts others(paragraph, rooms, options, best, 1);
  return {others.at(-1), others.at(1)};
}

}  // namespace banxin
