#include "layout/overset.h"

#include <algorithm>
#include <limits>
#include <span>
#include <utility>
#include <vector>

#include "layout/fit.h"
#include "layout/flow_body.h"

namespace banxin {

namespace {

/// Cuts of one story, tried one and several at a time; the story stays as it is.
class CutTrials {
 public:
  CutTrials(Story& story, TrialBudget& budget)
      : story_(story),
        setter_(story.parts.front().end.setter->on(story.areas.front().area.shape())),
        budget_(budget) {
    for (const FlowParagraph& p : story.paragraphs) text_ += p.copy.text.text.size();
  }

  /// The fewest lines to save with which the story fits, all of them tried together: holes at the foot of a
  /// leg may need more than are over, blocks that go to another leg as a whole fewer. Empty when none do.
  std::vector<Cut> cuts_that_fit() {
    constexpr std::size_t kMore = 6;  // lines beside those that are over
    constexpr int kMostLines = 60;    // more is no matter of a few 字
    if (story_.flow.over_lines > kMostLines || story_.slots.empty()) return {};
    const auto over = static_cast<std::size_t>(story_.flow.over_lines);
    CheapestCuts cheapest(story_.paragraphs, story_.flow, story_.slots.back().measure, setter_, budget_);
    std::vector<Cut> steps;
    const auto have = [&](std::size_t n) {
      for (Cut step; steps.size() < n; steps.push_back(step)) {
        if (step = cheapest.next(); step.characters == 0) return false;
      }
      return true;
    };
    const auto fits_with = [&](std::size_t n) { return leave(0, together(std::span(steps).first(n))); };
    std::size_t enough = over;
    while (have(enough) && !fits_with(enough)) {
      if (++enough > over + kMore) return {};
    }
    if (steps.size() < enough) {  // there are no more
      enough = steps.size();
      if (enough == 0 || enough >= over || !fits_with(enough)) return {};
    }
    for (std::size_t too_few = 0; enough - too_few > 1;) {
      const std::size_t half = (too_few + enough) / 2;
      (fits_with(half) ? enough : too_few) = half;
    }
    return together(std::span(steps).first(enough));
  }

  /// Whether at most so many lines are over, wherever the 字 are taken out.
  bool leave(int over, std::span<const Cut> cuts) {
    return std::all_of(std::begin(kEveryCut), std::end(kEveryCut),
                       [&](CutAt at) { return over_after(cuts, at) <= over; });
  }

 private:
  /// Lines that are over with these cuts made.
  int over_after(std::span<const Cut> cuts, CutAt at) {
    if (!budget_.spend(text_)) return std::numeric_limits<int>::max();
    std::vector<ShapedCopy> whole;
    for (const Cut& cut : cuts) {
      ShapedCopy& copy = story_.paragraphs[cut.paragraph].copy;
      whole.push_back(copy);
      copy.text = without(copy.text, cut.characters, at).value_or(copy.text);
      copy.shaped = setter_.shape_trial(copy.text);
    }
    BrokenParagraphs broken(story_.paragraphs);
    const Flower flower(story_.paragraphs, story_.slots, setter_, broken);
    const int over = flower.run(fit_article(flower, costs_of(story_)).looseness).over_lines;
    for (std::size_t i = 0; i < cuts.size(); ++i) {
      story_.paragraphs[cuts[i].paragraph].copy = std::move(whole[i]);
    }
    return over;
  }

  Story& story_;
  Setter setter_;
  TrialBudget& budget_;
  std::size_t text_ = 0;  // bytes
};

std::string lines_saved(int lines) {
  return " to save " + (lines == 1 ? "a line" : std::to_string(lines) + " 行");
}

/// Each cut with what it saves, when each alone keeps its word; else all with what they save together.
std::string describe(const std::vector<Cut>& cuts, const Story& story, CutTrials& trials) {
  const int over = story.flow.over_lines;
  int lines = 0;
  for (const Cut& cut : cuts) lines += cut.lines;
  const bool each = lines == over && std::all_of(cuts.begin(), cuts.end(), [&](const Cut& cut) {
                      return trials.leave(over - cut.lines, std::span(&cut, 1));
                    });
  std::string out = "cut ";
  for (std::size_t i = 0; i < cuts.size(); ++i) {
    if (i > 0) out += !each && i + 1 == cuts.size() ? " and " : ", ";
    out += describe_cut(cuts[i], story.paragraphs);
    if (each) out += lines_saved(cuts[i].lines);
  }
  return each ? out : out + lines_saved(over);
}

/// "frame 'lead' is", or of a story that goes on in other frames "story “大桥合龙”, frames lead → more → rest
/// on page 3, is": the copy ends in the last one.
std::string who_is(const Story& story) {
  if (story.frames.size() == 1) return "frame '" + story.frame->name.value + "' is";
  std::string out = "story “" + story.article->title.text + "”, frames ";
  for (std::size_t part = 0; part < story.parts.size(); ++part) {
    const auto [first, end] = story.places_of(part);
    for (std::size_t i = first; i < end; ++i) {
      out += (i > 0 ? " → " : "") + story.frames[i]->name.value;
    }
    if (story.parts.size() > 1) out += " on page " + std::to_string(story.parts[part].end.page_number);
  }
  return out + ", is";
}

std::string fallback_hint(const Story& story) {
  return "cut that much, or give " +
         (story.frames.size() == 1 ? "the frame" : "frame '" + story.frames.back()->name.value + "'") +
         " more rows";
}

}  // namespace

std::string in_short(const std::string& text) {
  constexpr std::size_t kWhole = 600, kPart = 240;  // bytes
  if (text.size() <= kWhole) return text;
  const auto start_of_character = [&](std::size_t i) {
    while (i < text.size() && (static_cast<unsigned char>(text[i]) & 0xC0) == 0x80) ++i;
    return i;
  };
  return text.substr(0, start_of_character(kPart)) + " … " +
         text.substr(start_of_character(text.size() - kPart));
}

void report_overset(Story& story, Diagnostics& diags, TrialBudget& budget) {
  const Flow& flow = story.flow;
  if (flow.over_lines == 0) return;
  CutTrials trials(story, budget);
  const std::vector<Cut> cuts = trials.cuts_that_fit();
  const std::string hint = cuts.empty() ? fallback_hint(story) : describe(cuts, story, trials);
  Diagnostic& finding = diags.error("overset", flow.over_where,
                                    who_is(story) + " over by " + std::to_string(flow.over_characters) +
                                        " 字 (" + std::to_string(flow.over_lines) + " 行)",
                                    hint + "; this did not fit: " + in_short(flow.over_text));
  for (const Cut& cut : cuts) {
    const ShapedCopy& copy = story.paragraphs[cut.paragraph].copy;
    finding.also.push_back(copy.copy->source_of(0, copy.text.text.size()));
  }
}

}  // namespace banxin
