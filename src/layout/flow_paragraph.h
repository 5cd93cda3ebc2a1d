// A paragraph ready to flow: shaped, with all that its kind asks of the rows it will stand in.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "layout/interlinear.h"
#include "layout/setter.h"
#include "layout/table.h"

namespace banxin {

/// What stands in the first rows of a paragraph, whose lines are narrower there.
struct Lead {
  enum class Kind {
    kDropCap,  ///< 首字下沉
    kCutIn,    ///< 窗式标题
  };
  Kind kind = Kind::kDropCap;
  ShapedCopy copy;
  std::vector<ShapedMark> marks;
  std::vector<Line> lines;
  BreakOptions options{.justify = false};
  Length ascent;  ///< of its em box
  Length pitch;   ///< from line to line
  Length u, v;    ///< of the first line's em box, from the start of the paragraph's first row
  int rows = 0;   ///< of the grid that it takes
  Length width;   ///< whole 字 that it takes from each of them
  int level = 2;  ///< of a cut-in head
};

struct FlowParagraph {
  Paragraph::Kind kind = Paragraph::Kind::kBody;
  ShapedCopy copy;                ///< of a table, separator: nothing
  int extra_lines = 0;            ///< asked for by the editor; the fit leaves the paragraph alone then
  std::vector<ShapedMark> marks;  ///< between its lines; they take no part in the flow
  const Paragraph* source = nullptr;
  Length indent;                  ///< of the first line
  Length inset_start, inset_end;  ///< of all lines, from the edges of their slots
  Length before, after;           ///< white space round it; whole blocks add up to whole rows
  Align align = Align::kJustify;
  Length ascent;                      ///< of the em box of its lines
  Length pitch;                       ///< of its lines, where it is not the grid's
  int rows = 0;                       ///< 占行: of a head of one line, of a separator
  std::size_t head_end = 0;           ///< bytes up to the end of a run-in head
  const Paragraph* run_in = nullptr;  ///< that head
  std::unique_ptr<Lead> lead;
  std::unique_ptr<ShapedCopy> label;  ///< of a list item
  Length label_start;                 ///< of it, from the start of its lines: negative
  std::unique_ptr<TableBlock> table;

  /// Whether its lines run from slot to slot; else it stands in rows of its own.
  bool flows() const { return kind == Paragraph::Kind::kBody; }
};

/// All that stands in the columns, in order. `made` keeps the paragraphs that had to be put together or cut.
/// `measure` is that of the story's legs; `drop_cap` the lines of the drop capital of the first paragraph.
std::vector<FlowParagraph> shape_paragraphs(const Article& article, Length measure, int drop_cap,
                                            const Setter& setter,
                                            std::vector<std::unique_ptr<Paragraph>>& made);

/// First-line indent of a style: one 字 at most in columns under eleven (typography.md 6.1).
Length indent_in(const Style& style, Length measure);

}  // namespace banxin
