// Text through slots: breaks each paragraph against the measures of the slots from where the last one ended.
#pragma once

#include <compare>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "layout/broken_paragraphs.h"
#include "layout/flow_paragraph.h"
#include "layout/slots.h"

namespace banxin {

/// A set line in its slot, or a row of a table.
struct FlowLine {
  std::size_t paragraph = 0;
  Line line;
  BreakOptions options;
  Slot slot;              ///< the room of the line itself, insets taken off
  Length down;            ///< of its em box below the slot's own
  int row = -1;           ///< of a table: this row stands here, no line
  bool repeated = false;  ///< the header again, at the top of another column
};

struct Flow {
  std::vector<FlowLine> lines;           ///< in reading order
  std::vector<std::size_t> line_counts;  ///< of each paragraph, placed or not
  std::size_t used = 0;                  ///< slots taken, or passed over to keep things together
  int over_lines = 0;                    ///< 行 that found no slot
  int over_characters = 0;               ///< 字 in them, spaces not counted
  std::string over_text;                 ///< the copy that did not fit, paragraphs on lines of their own
  SourceSpan over_where;                 ///< where it begins to the end of its paragraph
};

/// Body lines that must follow a cross-head in the same column (typography.md 6.5; JLREQ asks for one, we for
/// two).
inline constexpr int kLinesAfterHead = 2;

/// Where the text has got to: a slot, and how far below the grid lines stand until white space has added up
/// to whole rows.
struct FlowPoint {
  std::size_t slot = 0;
  Length down;
  constexpr auto operator<=>(const FlowPoint&) const = default;
};

/// A row of a table in its slot.
struct FlowRow {
  int row = 0;
  FlowPoint at;
  bool repeated = false;
};

/// One paragraph set from a point on.
struct FlowStep {
  std::vector<Line> lines;
  BreakOptions options;
  std::vector<FlowPoint> at;  ///< of each line
  std::vector<FlowRow> rows;  ///< of a table
  FlowPoint next;             ///< may pass the end of the slots
  std::size_t holes = 0;      ///< slots passed over to keep things together
  double cost = 0;            ///< demerits of its lines (break_lines)
};

/// Sets the paragraphs of one story in one sequence of slots. Pure: the same paragraphs in the same slots
/// give the same lines. What fits nowhere is counted, never dropped.
class Flower {
 public:
  /// All must outlive it. `broken`: of these paragraphs; shared by the tries to place one story.
  Flower(const std::vector<FlowParagraph>& paragraphs, const std::vector<Slot>& slots, const Setter& setter,
         BrokenParagraphs& broken);

  /// Paragraph `i` from `start` on, in `looseness` lines more than its best setting where that is feasible.
  FlowStep step(std::size_t i, FlowPoint start, int looseness) const;
  /// The whole story; `looseness[i]` lines more or fewer for paragraph i, none where the list is shorter.
  Flow run(const std::vector<int>& looseness) const;

  const std::vector<Slot>& slots() const { return slots_; }
  std::size_t paragraphs() const { return paragraphs_.size(); }
  bool flows(std::size_t i) const { return paragraphs_[i].flows(); }
  /// Whether the paragraph breaks alike wherever it starts: every slot has the same measure, and it has no
  /// word or name that a column end could divide, nothing to keep together and no white space.
  bool breaks_alike(std::size_t i) const;
  /// Whether the fit may choose the paragraph's line count.
  bool is_free(std::size_t i) const { return flows(i) && paragraphs_[i].extra_lines == 0; }

 private:
  std::span<const Length> measures_from(std::size_t slot) const;
  std::vector<std::uint32_t> column_ends_from(std::size_t slot) const;
  bool divides_at_column_end(std::size_t i, const std::vector<Line>& lines, std::size_t start) const;
  bool opens_leg(std::size_t slot) const;
  Length measure_at(std::size_t slot) const;
  std::size_t rows_together(std::size_t slot) const;
  std::size_t keep_with(std::size_t i) const;
  std::size_t count_rows(const FlowParagraph& p) const;
  FlowPoint after_white(FlowPoint at, Length white) const;
  FlowPoint find_room(FlowPoint from, std::size_t rows, std::size_t& holes) const;
  FlowPoint rounded(FlowPoint at, Length after) const;
  FlowStep simple_step(std::size_t i, std::size_t start, int looseness) const;
  FlowStep lines_step(std::size_t i, FlowPoint start, int looseness) const;
  FlowStep block_step(std::size_t i, FlowPoint start) const;
  FlowStep table_step(std::size_t i, FlowPoint start) const;
  void split_table(const TableBlock& table, FlowStep& step, FlowPoint at) const;
  void take(std::size_t i, const FlowStep& step, Flow& flow) const;
  void take_rows(std::size_t i, const FlowStep& step, Flow& flow) const;
  void overset(std::size_t i, const std::string& text, std::size_t from, int lines, Flow& flow) const;
  std::string text_before(std::size_t i) const;

  const std::vector<FlowParagraph>& paragraphs_;
  const std::vector<Slot>& slots_;
  const Setter& setter_;
  BrokenParagraphs& broken_;
  Length pitch_;
  std::vector<Length> measures_;
  std::vector<std::size_t> together_;  // of each slot: slots from it on without a gap
  std::size_t tallest_ = 0;            // most slots without a gap
  std::vector<std::size_t> rows_;      // of each paragraph that stands in rows of its own
  Length fallback_;
  bool uniform_ = true;
};

}  // namespace banxin
