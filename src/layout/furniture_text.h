// Lines of page furniture: Markdown-light with fields, set in the styles of the furniture.
#pragma once

#include <memory>
#include <vector>

#include "layout/fields.h"
#include "layout/setter.h"

namespace banxin {

/// Which styles the marks of the text choose.
struct FurnitureLook {
  const Style* base = nullptr;
  const Style* strong = nullptr;    ///< **…**
  const Style* emphasis = nullptr;  ///< *…*
  const Style* heading = nullptr;   ///< "# …"
  bool own_sizes = false;  ///< strong and emphasis are set in their own sizes, else in that of the base
};

/// A part of a row, at its place.
struct FurniturePiece {
  std::shared_ptr<const Copy> copy;
  std::shared_ptr<const ShapedCopy> shaped;  ///< of the whole paragraph, shared by its lines
  Line line;
  BreakOptions options;
  Length x;  ///< from the start of the row
};

/// A line set, or a rule across the measure.
struct FurnitureRow {
  std::vector<FurniturePiece> pieces;  ///< none: a rule
  std::size_t paragraph = 0;           ///< rows of one paragraph share it
  bool heading = false;
  Length before;       ///< white space above
  Length pitch, size;  ///< the largest of its styles
  Length ascent;       ///< of its em box above the baseline
  Length natural;      ///< width of its text
};

/// Every line of the text is a paragraph; "| a | b |" is spread over the measure, "# …" is a heading, "---" a
/// rule. Blank lines are passed over.
std::vector<FurnitureRow> set_furniture(const FieldText& text, const FieldValues& fields,
                                        const FurnitureLook& look, const Setter& setter, Length measure);

/// One piece of text on one line, for folios, labels and headings.
FurnitureRow set_one_line(const FieldText& text, const FieldValues& fields, const FurnitureLook& look,
                          const Setter& setter);

/// Rows from `from` on, each below the other; the height from the first em box to the last.
Length height_of(const std::vector<FurnitureRow>& rows, std::size_t from, std::size_t count);

/// Draws a row whose em box begins at `top`.
void draw_row(const FurnitureRow& row, Point top, Length measure, NodeId node, std::vector<DrawItem>& items);

}  // namespace banxin
