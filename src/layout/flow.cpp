#include "layout/flow.h"

#include <algorithm>

#include "layout/hints.h"

namespace banxin {

namespace {

using Kind = Paragraph::Kind;

/// How many slots from each on stand under one another without a gap.
std::vector<std::size_t> runs_of(const std::vector<Slot>& slots) {
  std::vector<std::size_t> out(slots.size(), 1);
  for (std::size_t i = slots.size(); i-- > 1;) {
    const Slot &a = slots[i - 1], &b = slots[i];
    if (a.same_leg(b) && b.row == a.row + 1) out[i - 1] = out[i] + 1;
  }
  return out;
}

std::size_t whole_rows(Length height, Length pitch) {
  return static_cast<std::size_t>((height.units() + pitch.units() - 1) / pitch.units());
}

}  // namespace

Flower::Flower(const std::vector<FlowParagraph>& paragraphs, const std::vector<Slot>& slots,
               const Setter& setter, BrokenParagraphs& broken)
    : paragraphs_(paragraphs),
      slots_(slots),
      setter_(setter),
      broken_(broken),
      pitch_(setter.pitch()),
      together_(runs_of(slots)) {
  for (const Slot& slot : slots) {
    measures_.push_back(slot.measure);
    uniform_ = uniform_ && slot.measure == slots.front().measure;
  }
  for (const std::size_t rows : together_) tallest_ = std::max(tallest_, rows);
  fallback_ = slots.empty() ? setter.layout().grid.span(1) : slots.back().measure;
  for (const FlowParagraph& p : paragraphs) rows_.push_back(p.flows() ? 0 : count_rows(p));
}

/// Past the end the last measure repeats, so that overset copy is counted in lines.
std::span<const Length> Flower::measures_from(std::size_t slot) const {
  return slot < measures_.size() ? std::span(measures_).subspan(slot) : std::span(&fallback_, 1);
}

Length Flower::measure_at(std::size_t slot) const {
  return slot < measures_.size() ? measures_[slot] : fallback_;
}

/// Past the end there is room for everything.
std::size_t Flower::rows_together(std::size_t slot) const {
  return slot < slots_.size() ? together_[slot] : static_cast<std::size_t>(-1);
}

bool Flower::opens_leg(std::size_t slot) const {
  return slot == 0 || slot >= slots_.size() || !slots_[slot].same_leg(slots_[slot - 1]);
}

/// Lines of a paragraph that starts at `slot`, counted from 0, that end a leg or the story's page.
std::vector<std::uint32_t> Flower::column_ends_from(std::size_t slot) const {
  std::vector<std::uint32_t> ends;
  for (std::size_t i = slot; i < slots_.size(); ++i) {
    if (i + 1 == slots_.size() || opens_leg(i + 1)) ends.push_back(static_cast<std::uint32_t>(i - slot));
  }
  return ends;
}

bool Flower::breaks_alike(std::size_t i) const {
  const FlowParagraph& p = paragraphs_[i];
  return uniform_ && p.flows() && !p.lead && p.before == Length() && p.after == Length() &&
         !p.copy.shaped.minds_column_ends;
}

// ---- white space and room

/// White space above a block: none at the top of a leg (typography.md 5.3).
FlowPoint Flower::after_white(FlowPoint at, Length white) const {
  if (opens_leg(at.slot)) return {at.slot, Length()};
  Length down = at.down + white;
  while (down >= pitch_) {
    down -= pitch_;
    if (opens_leg(++at.slot)) return {at.slot, Length()};
  }
  return {at.slot, down};
}

/// The first place from here on where `rows` rows stand together; more than any leg has are not looked for.
FlowPoint Flower::find_room(FlowPoint from, std::size_t rows, std::size_t& holes) const {
  rows = std::min(rows, tallest_);
  while (from.slot < slots_.size()) {
    const std::size_t room = rows_together(from.slot) - (from.down > Length() ? 1 : 0);
    if (room >= rows) return from;
    holes += rows_together(from.slot);
    from = {from.slot + rows_together(from.slot), Length()};
  }
  return from;
}

/// White space below a block, filled up to whole rows; none at the foot of a leg.
FlowPoint Flower::rounded(FlowPoint at, Length after) const {
  const Length down = at.down + after;
  for (std::size_t rows = whole_rows(down, pitch_); rows > 0 && !opens_leg(at.slot); --rows) ++at.slot;
  return {at.slot, Length()};
}

/// Rows of a paragraph that stands in rows of its own, in the narrowest slots that there are.
std::size_t Flower::count_rows(const FlowParagraph& p) const {
  if (p.table) {
    std::size_t rows = 0;
    for (const TableRow& row : p.table->rows) rows += static_cast<std::size_t>(row.rows);
    return rows;
  }
  std::size_t lines = 1;
  if (p.copy.copy != nullptr) {
    const Length least =
        measures_.empty() ? fallback_ : *std::min_element(measures_.begin(), measures_.end());
    const Length measure = least - p.inset_start - p.inset_end;
    const BreakOptions options{.justify = p.align == Align::kJustify};
    lines =
        std::max<std::size_t>(1, break_lines(p.copy.shaped, std::span(&measure, 1), options).lines.size());
  }
  const auto more = static_cast<std::int64_t>(lines) - 1;
  if (p.kind == Kind::kNote) return whole_rows(p.pitch * (more + 1), pitch_);
  return static_cast<std::size_t>(std::max(p.rows, 1)) + whole_rows(p.pitch * more, pitch_);
}

/// Rows that must follow paragraph `i` in the same column: text after a head, the table after its title, the
/// notes after their table.
std::size_t Flower::keep_with(std::size_t i) const {
  const std::size_t next = i + 1;
  if (next >= paragraphs_.size()) return 0;
  const Kind kind = paragraphs_[i].kind, behind = paragraphs_[next].kind;
  const bool head = kind == Kind::kCrossHead || kind == Kind::kCaption;
  if (kind == Kind::kTable || kind == Kind::kNote)
    return behind == Kind::kNote ? rows_[next] + keep_with(next) : 0;
  if (!head) return 0;
  if (behind == Kind::kBody) {
    return std::max<std::size_t>(kLinesAfterHead, paragraphs_[next].lead ? paragraphs_[next].lead->rows : 0);
  }
  return rows_[next] + keep_with(next);
}

// ---- steps

FlowStep Flower::step(std::size_t i, FlowPoint start, int looseness) const {
  const FlowParagraph& p = paragraphs_[i];
  if (p.table) return table_step(i, start);
  if (!p.flows()) return block_step(i, start);
  const bool simple = !p.lead && start.down == Length() && p.before == Length() && p.after == Length() &&
                      p.inset_start == Length() && p.inset_end == Length();
  return simple ? simple_step(i, start.slot, looseness) : lines_step(i, start, looseness);
}

/// Whether a line that ends a column would divide a word, a name or a number.
bool Flower::divides_at_column_end(std::size_t i, const std::vector<Line>& lines, std::size_t start) const {
  const ShapedParagraph& shaped = paragraphs_[i].copy.shaped;
  for (std::size_t n = 0; n < lines.size() && start + n < slots_.size(); ++n) {
    const Joint& joint = shaped.joints[lines[n].end - 1];
    if (joint.stays_in_column() && opens_leg(start + n + 1)) return true;
  }
  return false;
}

/// Where all slots are alike, what a column end forbids matters only where the best lines would do it.
FlowStep Flower::simple_step(std::size_t i, std::size_t start, int looseness) const {
  const FlowParagraph& p = paragraphs_[i];
  FlowStep step;
  step.options = {.indent = p.indent, .looseness = looseness + p.extra_lines};
  Breaking breaking;
  if (uniform_) breaking = broken_.get(i, measure_at(start), step.options);
  if (!uniform_ || (p.copy.shaped.minds_column_ends && divides_at_column_end(i, breaking.lines, start))) {
    const std::vector<std::uint32_t> column_ends =
        p.copy.shaped.minds_column_ends ? column_ends_from(start) : std::vector<std::uint32_t>();
    breaking = break_lines(p.copy.shaped, measures_from(start), step.options, column_ends);
  }
  step.lines = std::move(breaking.lines);
  step.cost = breaking.cost;
  for (std::size_t n = 0; n < step.lines.size(); ++n) step.at.push_back({start + n, Length()});
  step.next = {start + step.lines.size(), Length()};
  return step;
}

/// Lines with insets, a lead, or white space round them: the slots are looked up one by one.
FlowStep Flower::lines_step(std::size_t i, FlowPoint start, int looseness) const {
  const FlowParagraph& p = paragraphs_[i];
  FlowStep step;
  FlowPoint at = after_white(start, p.before);
  if (p.lead) at = find_room(at, static_cast<std::size_t>(p.lead->rows), step.holes);
  std::vector<FlowPoint> points;
  std::vector<Length> measures;
  std::vector<std::uint32_t> column_ends;
  const std::size_t lead_rows = p.lead ? static_cast<std::size_t>(p.lead->rows) : 0;
  for (FlowPoint point = at; point.slot < slots_.size() || points.size() <= lead_rows; ++point.slot) {
    if (opens_leg(point.slot)) point.down = Length();
    if (point.down > Length() && rows_together(point.slot) < 2) continue;  // it would stand across the foot
    points.push_back(point);
    const Length lead = points.size() <= lead_rows ? p.lead->width : Length();
    measures.push_back(measure_at(point.slot) - p.inset_start - p.inset_end - lead);
    if (point.slot + 1 >= slots_.size() || opens_leg(point.slot + 1)) {
      column_ends.push_back(static_cast<std::uint32_t>(points.size() - 1));
    }
  }
  if (!p.copy.shaped.minds_column_ends) column_ends.clear();
  step.options = {.indent = p.indent, .looseness = looseness + p.extra_lines};
  Breaking breaking = break_lines(p.copy.shaped, measures, step.options, column_ends);
  step.lines = std::move(breaking.lines);
  step.cost = breaking.cost;
  const std::size_t taken = std::max(step.lines.size(), lead_rows);
  while (points.size() < taken) points.push_back({std::max(points.back().slot + 1, slots_.size()), Length()});
  step.next = rounded({points[taken - 1].slot + 1, points[taken - 1].down}, p.after);
  if (p.after == Length() && points[taken - 1].down > Length()) {  // the block goes on
    step.next = {points[taken - 1].slot + 1, points[taken - 1].down};
  }
  points.resize(step.lines.size());
  step.at = std::move(points);
  return step;
}

/// Cross-heads, captions, notes, separators: in the middle of their rows, with what must follow them.
FlowStep Flower::block_step(std::size_t i, FlowPoint start) const {
  const FlowParagraph& p = paragraphs_[i];
  FlowStep step;
  const std::size_t rows = rows_[i];
  const FlowPoint at = find_room(after_white(start, p.before), rows + keep_with(i), step.holes);
  step.options = {.justify = p.align == Align::kJustify};
  if (p.copy.copy != nullptr) {
    std::vector<Length> measures(1, measure_at(at.slot) - p.inset_start - p.inset_end);
    step.lines = break_lines(p.copy.shaped, measures, step.options).lines;
  }
  const auto lines = static_cast<std::int64_t>(step.lines.size());
  const Length room = setter_.height(static_cast<int>(rows));
  Length down = at.down;
  if (p.kind != Kind::kNote) down += (room - p.pitch * (lines - 1) - p.copy.text.size) / 2;
  for (std::int64_t n = 0; n < lines; ++n) step.at.push_back({at.slot, down + p.pitch * n});
  if (lines == 0) step.at.push_back(at);
  step.next = rounded({at.slot + rows, at.down}, p.after);
  return step;
}

/// In one column if there is one that holds it; else row by row, under its header again in each column.
FlowStep Flower::table_step(std::size_t i, FlowPoint start) const {
  const FlowParagraph& p = paragraphs_[i];
  FlowStep step;
  const FlowPoint at = after_white(start, p.before);
  const std::size_t rows = rows_[i];
  if (rows <= tallest_ || tallest_ == 0) {
    FlowPoint found = find_room(at, rows + keep_with(i), step.holes);
    for (std::size_t r = 0; r < p.table->rows.size(); ++r) {
      step.rows.push_back({static_cast<int>(r), found, false});
      found.slot += static_cast<std::size_t>(p.table->rows[r].rows);
    }
    step.next = found;
  } else {
    split_table(*p.table, step, at);
  }
  step.next = rounded(step.next, p.after);
  return step;
}

void Flower::split_table(const TableBlock& table, FlowStep& step, FlowPoint at) const {
  const auto height = [&](std::size_t r) { return static_cast<std::size_t>(table.rows[r].rows); };
  std::size_t left = 0;  // rows of the grid still free in this run
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    // The header takes the first row along; so does its repetition.
    const std::size_t wanted = height(r) + (r == 0 && table.rows.size() > 1 ? height(1) : 0);
    if (r == 0 || left < wanted) {
      if (r > 0) step.holes += left, at = {at.slot + left, Length()};
      const std::size_t again = r > 0 ? height(0) : 0;
      at = find_room(at, wanted + again, step.holes);
      left = rows_together(at.slot) - (at.down > Length() && at.slot < slots_.size() ? 1 : 0);
      if (again > 0 && at.slot < slots_.size() && left > again) {
        step.rows.push_back({0, at, true});
        at.slot += again, left -= again;
      }
    }
    step.rows.push_back({static_cast<int>(r), at, false});
    at.slot += height(r);
    left -= std::min(left, height(r));
  }
  step.next = at;
}

// ---- the whole story

Flow Flower::run(const std::vector<int>& looseness) const {
  Flow flow;
  FlowPoint at;
  for (std::size_t i = 0; i < paragraphs_.size(); ++i) {
    const FlowStep s = step(i, at, i < looseness.size() ? looseness[i] : 0);
    take(i, s, flow);
    flow.line_counts.push_back(s.lines.size());
    at = s.next;
  }
  flow.used = std::min(at.slot, slots_.size());
  return flow;
}

void Flower::take(std::size_t i, const FlowStep& step, Flow& flow) const {
  const FlowParagraph& p = paragraphs_[i];
  if (p.table) return take_rows(i, step, flow);
  if (p.kind == Kind::kRule && step.at.front().slot < slots_.size()) {
    flow.lines.push_back(
        {.paragraph = i, .slot = slots_[step.at.front().slot], .down = step.at.front().down});
  }
  const std::size_t lead_rows = p.lead ? static_cast<std::size_t>(p.lead->rows) : 0;
  for (std::size_t n = 0; n < step.lines.size(); ++n) {
    const Line& line = step.lines[n];
    if (step.at[n].slot >= slots_.size()) {
      const auto [begin, end] = line_text(p.copy, line, step.options);
      std::string text = (n == 0 ? text_before(i) : "") + p.copy.text.text.substr(begin, end - begin);
      if (p.kind == Kind::kOrnament) text.clear();  // nobody's words
      overset(i, text, begin, 1, flow);
      continue;
    }
    Slot slot = slots_[step.at[n].slot];
    slot.u += p.inset_start + (n < lead_rows ? p.lead->width : Length());
    slot.measure = line.measure;
    if (p.align == Align::kCentre) slot.u += (line.measure - line.natural) / 2;
    if (p.align == Align::kEnd) slot.u += line.measure - line.natural;
    flow.lines.push_back(
        {.paragraph = i, .line = line, .options = step.options, .slot = slot, .down = step.at[n].down});
  }
}

void Flower::take_rows(std::size_t i, const FlowStep& step, Flow& flow) const {
  const FlowParagraph& p = paragraphs_[i];
  for (const FlowRow& row : step.rows) {
    const TableRow& set = p.table->rows[static_cast<std::size_t>(row.row)];
    const auto rows = static_cast<std::size_t>(set.rows);
    if (row.at.slot + rows > slots_.size() || rows_together(row.at.slot) < rows) {
      if (!row.repeated) overset(i, row_text(set), 0, set.rows, flow);
      continue;
    }
    Slot slot = slots_[row.at.slot];
    slot.u += p.inset_start;
    flow.lines.push_back(
        {.paragraph = i, .slot = slot, .down = row.at.down, .row = row.row, .repeated = row.repeated});
  }
}

/// What stands before the lines of a paragraph and goes with the first of them.
std::string Flower::text_before(std::size_t i) const {
  const FlowParagraph& p = paragraphs_[i];
  if (!p.lead) return "";
  return p.lead->copy.text.text + (p.lead->kind == Lead::Kind::kCutIn ? "\n" : "");
}

void Flower::overset(std::size_t i, const std::string& text, std::size_t from, int lines, Flow& flow) const {
  const FlowParagraph& p = paragraphs_[i];
  if (flow.over_lines == 0) {
    flow.over_where = p.copy.copy != nullptr ? p.copy.copy->source_of(from, p.copy.text.text.size())
                      : p.source != nullptr  ? p.source->table.where
                                             : SourceSpan{};
  } else if (from == 0) {
    flow.over_text += '\n';
  }
  flow.over_text += text;
  flow.over_characters += count_characters(text);
  flow.over_lines += lines;
}

}  // namespace banxin
