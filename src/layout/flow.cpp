#include "layout/flow.h"

#include <algorithm>

#include "layout/hints.h"

namespace banxin {

namespace {

/// Slots from `at` on that stand under one another without a gap.
std::size_t rows_together(const std::vector<Slot>& slots, std::size_t at) {
  std::size_t end = at;
  while (end < slots.size() && slots[end].same_leg(slots[at]) &&
         slots[end].row == slots[at].row + static_cast<int>(end - at)) {
    ++end;
  }
  return end - at;
}

/// First-line indent: that of the style, one 字 at most in columns under eleven (typography.md 6.1).
Length indent_in(const Style& style, Length measure) {
  const Length indent = style.indent.at(style.size);
  return measure < style.size * 11 ? std::min(indent, style.size) : indent;
}

}  // namespace

Flower::Flower(const std::vector<FlowParagraph>& paragraphs, const std::vector<Slot>& slots,
               const Setter& setter)
    : paragraphs_(paragraphs), slots_(slots), setter_(setter) {
  for (const Slot& slot : slots) {
    measures_.push_back(slot.measure);
    uniform_ = uniform_ && slot.measure == slots.front().measure;
  }
  fallback_ = slots.empty() ? setter.layout().grid.span(1) : slots.back().measure;
}

/// Past the end the last measure repeats, so that overset copy is counted in lines.
std::span<const Length> Flower::measures_from(std::size_t slot) const {
  return slot < measures_.size() ? std::span(measures_).subspan(slot) : std::span(&fallback_, 1);
}

/// Lines of a paragraph that starts at `slot`, counted from 0, that end a column or the story's page.
std::vector<std::uint32_t> Flower::column_ends_from(std::size_t slot) const {
  std::vector<std::uint32_t> ends;
  for (std::size_t i = slot; i < slots_.size(); ++i) {
    const bool last = i + 1 == slots_.size() || !slots_[i + 1].same_leg(slots_[i]);
    if (last) ends.push_back(static_cast<std::uint32_t>(i - slot));
  }
  return ends;
}

FlowStep Flower::step(std::size_t i, std::size_t start, int looseness) const {
  if (is_cross_head(i)) return cross_head_step(i, start);
  FlowStep step;
  const std::span<const Length> measures = measures_from(start);
  step.options = {.indent = indent_in(setter_.style("body"), measures.front()),
                  .looseness = looseness + paragraphs_[i].extra_lines};
  const ShapedParagraph& shaped = paragraphs_[i].copy.shaped;
  const std::vector<std::uint32_t> column_ends =
      shaped.minds_column_ends ? column_ends_from(start) : std::vector<std::uint32_t>();
  Breaking breaking = break_lines(shaped, measures, step.options, column_ends);
  step.lines = std::move(breaking.lines);
  step.cost = breaking.cost;
  step.first = start;
  step.next = start + step.lines.size();
  return step;
}

/// A cross-head stands in the middle of its rows and takes lines of its story with it; where the column has
/// no room for that, the next one begins with it.
FlowStep Flower::cross_head_step(std::size_t i, std::size_t start) const {
  FlowStep step;
  step.options = {.justify = false};
  step.lines = break_lines(paragraphs_[i].copy.shaped, measures_from(start), step.options).lines;
  const std::size_t rows = kCrossHeadRows + std::max<std::size_t>(step.lines.size(), 1) - 1;
  step.first = start;
  while (step.first < slots_.size() && rows_together(slots_, step.first) < rows + kLinesAfterHead) {
    step.first += rows_together(slots_, step.first);
  }
  step.next = step.first + rows;
  return step;
}

Flow Flower::run(const std::vector<int>& looseness) const {
  Flow flow;
  std::size_t at = 0;
  for (std::size_t i = 0; i < paragraphs_.size(); ++i) {
    const FlowStep s = step(i, at, i < looseness.size() ? looseness[i] : 0);
    take(i, s, flow);
    flow.line_counts.push_back(s.lines.size());
    at = s.next;
  }
  flow.used = std::min(at, slots_.size());
  return flow;
}

void Flower::take(std::size_t i, const FlowStep& step, Flow& flow) const {
  const bool head = is_cross_head(i);
  const int half_rows = head ? static_cast<int>(step.next - step.first - step.lines.size()) : 0;
  for (std::size_t n = 0; n < step.lines.size(); ++n) {
    if (step.first + n >= slots_.size()) {
      overset(i, step, n, flow);
      continue;
    }
    Slot slot = slots_[step.first + n];
    if (head && setter_.style("crosshead").align == Align::kCentre) {
      slot.u += (slot.measure - step.lines[n].natural) / 2;
    }
    flow.lines.push_back({i, step.lines[n], step.options, slot, half_rows});
  }
}

void Flower::overset(std::size_t i, const FlowStep& step, std::size_t line, Flow& flow) const {
  const ShapedCopy& copy = paragraphs_[i].copy;
  const auto [begin, end] = line_text(copy, step.lines[line], step.options);
  if (flow.over_lines == 0) {
    flow.over_where = copy.copy->source_of(begin, copy.text.text.size());
  } else if (line == 0) {
    flow.over_text += '\n';
  }
  const std::string text = copy.text.text.substr(begin, end - begin);
  flow.over_text += text;
  flow.over_characters += count_characters(text);
  ++flow.over_lines;
}

}  // namespace banxin
