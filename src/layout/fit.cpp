#include "layout/fit.h"

#include <algorithm>
#include <limits>
#include <map>
#include <tuple>
#include <utility>

namespace banxin {

namespace {

/// Widows and orphans are soft in columns of fewer lines (typography.md 6.2).
constexpr int kShortColumn = 8;
constexpr int kChoices[] = {0, -1, 1};  // the best setting first: it wins ties

/// The best way to reach a slot after some paragraphs.
struct State {
  double cost = std::numeric_limits<double>::infinity();
  FlowPoint from;     ///< before the last paragraph
  int looseness = 0;  ///< of the last paragraph
};

using Layer = std::map<FlowPoint, State>;  // by where the next paragraph starts

/// What the fit needs of a step.
struct Outcome {
  FlowPoint next;
  std::size_t holes = 0, lines = 0;
  std::size_t second = 0, last = 0;  ///< slots of the second and the last line
  double cost = 0;
};

class Fitter {
 public:
  Fitter(const Flower& flower, const FitCosts& costs) : flower_(flower), costs_(costs) {
    for (const Slot& slot : flower.slots()) ++column_lines_[{slot.place, slot.leg}];
  }

  Fit run() {
    if (Fit fit = natural(); fit.natural) return fit;
    std::vector<Layer> layers(flower_.paragraphs() + 1);
    layers[0][{}] = {0, {}, 0};
    for (std::size_t i = 0; i < flower_.paragraphs(); ++i) {
      for (const auto& [start, state] : layers[i]) extend(i, start, state.cost, layers[i + 1]);
    }
    return best(layers);
  }

 private:
  /// All paragraphs at their best. Costs beside the demerits are never negative, so with none of them this is
  /// the optimum, and no paragraph need be broken in other ways.
  Fit natural() {
    Fit fit{std::vector<int>(flower_.paragraphs()), 0, true};
    FlowPoint at;
    for (std::size_t i = 0; i < flower_.paragraphs(); ++i) {
      const Outcome o = outcome(i, at, 0);
      fit.natural = fit.natural && penalty(i, o, at) == 0;
      fit.cost += o.cost;
      at = o.next;
    }
    fit.natural = fit.natural && at.slot == flower_.slots().size();
    return fit;
  }

  void extend(std::size_t i, FlowPoint start, double cost, Layer& next) {
    const std::size_t natural = outcome(i, start, 0).lines;
    for (const int looseness : kChoices) {
      const bool fixed = costs_.lines == FitCosts::Lines::kBest || !flower_.is_free(i);
      if (looseness != 0 && fixed) continue;
      const Outcome o = outcome(i, start, looseness);
      if (looseness != 0 && o.lines == natural) continue;  // it cannot be done
      const double total = cost + o.cost + penalty(i, o, start);
      State& state = next[within(o.next)];
      if (total < state.cost) state = {total, start, looseness};
    }
  }

  /// Behind the last slot it is all one where a paragraph starts: a line over costs the same anywhere. Else a
  /// story of a book's length would have as many ways to go on as it has lines.
  FlowPoint within(FlowPoint point) const {
    const std::size_t end = flower_.slots().size();
    return point.slot >= end ? FlowPoint{end, Length()} : point;
  }

  /// In slots of one measure a paragraph breaks alike wherever it starts, so it is broken once a choice.
  Outcome outcome(std::size_t i, FlowPoint start, int looseness) {
    const bool anywhere = flower_.breaks_alike(i) && start.down == Length();
    const FlowPoint from = anywhere ? FlowPoint() : start;
    const auto [it, fresh] = outcomes_.try_emplace({i, from, looseness});
    if (fresh) {
      const FlowStep step = flower_.step(i, from, looseness);
      Outcome& o = it->second;
      o = {.next = step.next, .holes = step.holes, .lines = step.lines.size(), .cost = step.cost};
      if (step.at.size() > 1) o.second = step.at[1].slot, o.last = step.at.back().slot;
    }
    Outcome o = it->second;
    if (anywhere) o.next.slot += start.slot, o.second += start.slot, o.last += start.slot;
    return o;
  }

  bool opens_column(std::size_t slot) const {
    const std::vector<Slot>& slots = flower_.slots();
    return slot > 0 && slot < slots.size() && !slots[slot].same_leg(slots[slot - 1]);
  }

  double penalty(std::size_t i, const Outcome& o, FlowPoint start) const {
    const std::size_t end = flower_.slots().size();
    double cost = costs_.hole * static_cast<double>(o.holes);
    if (o.next.slot > end) cost += costs_.over * static_cast<double>(o.next.slot - std::max(end, start.slot));
    if (jumps_before(o.next.slot)) cost += costs_.jump_at_end;
    if (!flower_.flows(i) || o.lines < 2) return cost;
    if (opens_column(o.last)) cost += short_column(o.last) ? costs_.in_short : costs_.widow;
    if (opens_column(o.second)) cost += short_column(o.second - 1) ? costs_.in_short : costs_.orphan;
    return cost;
  }

  bool jumps_before(std::size_t slot) const {
    const std::vector<Slot>& slots = flower_.slots();
    return slot > 0 && slot < slots.size() && slots[slot].part != slots[slot - 1].part;
  }

  bool short_column(std::size_t slot) const {
    const Slot& s = flower_.slots()[slot];
    return column_lines_.at({s.place, s.leg}) < kShortColumn;
  }

  Fit best(const std::vector<Layer>& layers) const {
    const State* last = nullptr;
    FlowPoint at;
    Fit fit{{}, std::numeric_limits<double>::infinity()};
    for (const auto& [next, state] : layers.back()) {
      const std::size_t end = flower_.slots().size();
      const double left = next.slot < end ? costs_.short_column * static_cast<double>(end - next.slot) : 0;
      if (state.cost + left < fit.cost) fit.cost = state.cost + left, last = &state, at = next;
    }
    fit.looseness.resize(flower_.paragraphs());
    for (std::size_t i = flower_.paragraphs(); i-- > 0 && last != nullptr;) {
      fit.looseness[i] = last->looseness;
      at = last->from;
      last = &layers[i].at(at);
    }
    return fit;
  }

  const Flower& flower_;
  const FitCosts& costs_;
  std::map<std::pair<int, int>, int> column_lines_;  // by place and leg
  std::map<std::tuple<std::size_t, FlowPoint, int>, Outcome> outcomes_;
};

}  // namespace

Fit fit_article(const Flower& flower, const FitCosts& costs) { return Fitter(flower, costs).run(); }

}  // namespace banxin
