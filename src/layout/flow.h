// Text through slots: breaks each paragraph against the measures of the slots from where the last one ended.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "layout/interlinear.h"
#include "layout/setter.h"
#include "layout/slots.h"

namespace banxin {

/// A paragraph ready to flow.
struct FlowParagraph {
  Paragraph::Kind kind = Paragraph::Kind::kBody;
  ShapedCopy copy;
  int extra_lines = 0;            ///< asked for by the editor; the fit leaves the paragraph alone then
  std::vector<ShapedMark> marks;  ///< between its lines; they take no part in the flow
};

/// A set line in its slot.
struct FlowLine {
  std::size_t paragraph = 0;
  Line line;
  BreakOptions options;
  Slot slot;
  int half_rows = 0;  ///< by which it stands further on, for a cross-head in the middle of two rows
};

struct Flow {
  std::vector<FlowLine> lines;           ///< in reading order
  std::vector<std::size_t> line_counts;  ///< of each paragraph, placed or not
  std::size_t used = 0;                  ///< slots taken, or passed over to keep a cross-head with its text
  int over_lines = 0;                    ///< 行 that found no slot
  int over_characters = 0;               ///< 字 in them, spaces not counted
  std::string over_text;                 ///< the copy that did not fit, paragraphs on lines of their own
  SourceSpan over_where;                 ///< where it begins to the end of its paragraph
};

/// Rows that a cross-head takes 占行, and body lines that must follow it in the same column
/// (typography.md 6.5; JLREQ asks for one, we for two).
inline constexpr int kCrossHeadRows = 2;
inline constexpr int kLinesAfterHead = 2;

/// One paragraph set from a slot on.
struct FlowStep {
  std::vector<Line> lines;
  BreakOptions options;
  std::size_t first =
      0;  ///< slot of the first line; later than asked when a cross-head moved to the next column
  std::size_t next = 0;  ///< slot after the paragraph; may pass the end of the slots
  double cost = 0;       ///< demerits of its lines (break_lines)
};

/// Sets the paragraphs of one story in one sequence of slots. Pure: the same paragraphs in the same slots
/// give the same lines. What fits nowhere is counted, never dropped.
class Flower {
 public:
  /// All three must outlive it.
  Flower(const std::vector<FlowParagraph>& paragraphs, const std::vector<Slot>& slots, const Setter& setter);

  /// Paragraph `i` from slot `start` on, in `looseness` lines more than its best setting where that is
  /// feasible.
  FlowStep step(std::size_t i, std::size_t start, int looseness) const;
  /// The whole story; `looseness[i]` lines more or fewer for paragraph i, none where the list is shorter.
  Flow run(const std::vector<int>& looseness) const;

  const std::vector<Slot>& slots() const { return slots_; }
  std::size_t paragraphs() const { return paragraphs_.size(); }
  /// Whether the paragraph breaks alike wherever it starts: every slot has the same measure, and it has no
  /// word or name that a column end could divide.
  bool breaks_alike(std::size_t i) const {
    return uniform_ && !is_cross_head(i) && !paragraphs_[i].copy.shaped.minds_column_ends;
  }
  /// Whether the fit may choose the paragraph's line count.
  bool is_free(std::size_t i) const { return !is_cross_head(i) && paragraphs_[i].extra_lines == 0; }
  bool is_cross_head(std::size_t i) const { return paragraphs_[i].kind == Paragraph::Kind::kCrossHead; }

 private:
  std::span<const Length> measures_from(std::size_t slot) const;
  std::vector<std::uint32_t> column_ends_from(std::size_t slot) const;
  FlowStep cross_head_step(std::size_t i, std::size_t start) const;
  void take(std::size_t i, const FlowStep& step, Flow& flow) const;
  void overset(std::size_t i, const FlowStep& step, std::size_t line, Flow& flow) const;

  const std::vector<FlowParagraph>& paragraphs_;
  const std::vector<Slot>& slots_;
  const Setter& setter_;
  std::vector<Length> measures_;
  Length fallback_;
  bool uniform_ = true;
};

}  // namespace banxin
