#include "layout/flow_body.h"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <utility>
#include <vector>

#include "layout/flow.h"

namespace banxin {

FitCosts costs_of(const Story& story) {
  FitCosts costs;
  costs.lines = story.frame->free_lines ? FitCosts::Lines::kFree : FitCosts::Lines::kBest;
  if (story.writing() == WritingMode::kVertical) costs.short_column = 0;
  return costs;
}

namespace {

void run_on(Story& story, const Setter& setter) {
  story.slots = make_slots(story.places);
  BrokenParagraphs broken(story.paragraphs);
  const Flower flower(story.paragraphs, story.slots, setter, broken);
  story.flow = flower.run(fit_article(flower, costs_of(story)).looseness);
}

/// What is short is short in the last leg, by two lines at most (CLREQ: 10 lines in 3 columns stand 4, 4, 2).
constexpr int kInLastLeg = 2;

/// A last leg that is shorter than that: each line is as dear as two first lines left alone at a turn, so
/// that the lines are shared where they can be.
double cost_of_ragged_foot(int left) {
  constexpr double kALine = 6e5;
  return left > kInLastLeg ? kALine * (left - kInLastLeg) : 0;
}

/// The ways in which a body has been set, and the one that costs least.
class BodyTrials {
 public:
  BodyTrials(Story& story, const Setter& setter)
      : story_(story), setter_(setter), costs_(costs_of(story)), broken_(story.paragraphs) {}

  Flow natural(const std::vector<Slot>& slots) {
    return Flower(story_.paragraphs, slots, setter_, broken_).run({});
  }

  /// Whether no other way can be better.
  bool take(std::vector<Slot> slots) {
    const Flower flower(story_.paragraphs, slots, setter_, broken_);
    const Fit fit = fit_article(flower, costs_);
    Flow flow = flower.run(fit.looseness);
    left_ = flow.over_lines > 0 ? 0 : static_cast<int>(slots.size() - flow.used);
    const double cost = fit.cost + cost_of_ragged_foot(left_);
    if (cost >= cost_) return false;
    cost_ = cost;
    story_.flow = std::move(flow);
    story_.slots = std::move(slots);
    return fit.natural;
  }

  /// Slots that the last way left empty.
  int left() const { return left_; }

 private:
  Story& story_;
  const Setter& setter_;
  const FitCosts costs_;
  BrokenParagraphs broken_;
  double cost_ = std::numeric_limits<double>::infinity();
  int left_ = 0;
};

/// More than the two lines are shared, so that no leg is more than a line shorter than another: by the last
/// legs, unless others leave fewer lines alone. Where the fit has left as many as there are legs, one a leg
/// but the first is shared. `level`: the slots that were tried last.
void share_short_lines(const std::vector<Slot>& level, BodyTrials& trials) {
  const int left = trials.left(), legs = legs_at_foot(level);
  if (left <= kInLastLeg) return;
  const int shared = std::min(left, legs - 1);
  for (int before = legs - shared; before >= 0; --before) {
    trials.take(with_shorter_legs(level, shared, before));
  }
  if (shared == left) trials.take(with_shorter_legs(level, left - 1, legs - left + 1));
}

}  // namespace

void flow_body(Story& story, const Setter& setter) {
  if (setter.writing() == WritingMode::kVertical) return run_on(story, setter);
  const int full = story.places.back().area.shape().rows;
  BodyTrials trials(story, setter);
  const Flow natural = trials.natural(make_slots(story.places));
  int level = full;
  if (natural.over_lines == 0) {
    level = level_rows(story.places, static_cast<int>(natural.used));
  }
  constexpr int kMore = 12;  // rows that what is kept together may ask for beside them
  for (int n = 0; n <= kMore; ++n) {
    const int rows = n == 1 ? level - 1 : n == 0 ? level : level + n - 1;
    if (n > 2 && story.flow.over_lines == 0) break;
    if (rows < 1 || rows > full) continue;
    const std::vector<Slot> slots = make_slots(story.places, rows);
    if (trials.take(slots)) return;
    share_short_lines(slots, trials);
  }
}

}  // namespace banxin
