// Text through slots: breaks each paragraph against the measures of the slots from where the last one ended.
#pragma once

#include <string>
#include <vector>

#include "layout/setter.h"
#include "layout/slots.h"

namespace banxin {

/// A paragraph ready to flow.
struct FlowParagraph {
  Paragraph::Kind kind = Paragraph::Kind::kBody;
  ShapedCopy copy;
};

/// A set line in its slot.
struct FlowLine {
  std::size_t paragraph = 0;
  Line line;
  BreakOptions options;
  Slot slot;
  Length drop;  ///< of the baseline below the slot's own, for a cross-head in the middle of two rows
};

struct Flow {
  std::vector<FlowLine> lines;  ///< in reading order
  std::size_t used = 0;         ///< slots taken, or passed over to keep a cross-head with its text
  int over_lines = 0;           ///< 行 that found no slot
  int over_characters = 0;      ///< 字 in them, spaces not counted
  std::string over_text;        ///< the copy that did not fit, paragraphs on lines of their own
  SourceSpan over_where;        ///< where it begins to the end of its paragraph
};

/// Rows that a cross-head takes 占行, and body lines that must follow it in the same column
/// (typography.md 6.5; JLREQ asks for one, we for two).
inline constexpr int kCrossHeadRows = 2;
inline constexpr int kLinesAfterHead = 2;

/// Pure: the same paragraphs in the same slots give the same lines. What fits nowhere is counted, never
/// dropped.
Flow flow_paragraphs(const std::vector<FlowParagraph>& paragraphs, const std::vector<Slot>& slots,
                     const Setter& setter);

}  // namespace banxin
