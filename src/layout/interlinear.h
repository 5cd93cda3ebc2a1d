// Marks between the lines 行间标点 and readings, shaped before there are lines (typography.md 5.4);
// marked_line.h draws them. They take no part in breaking or setting a line, so the pitch and the line breaks
// are the same with and without them.
#pragma once

#include <vector>

#include "layout/setter.h"

namespace banxin {

inline bool is_reading(InterlinearMark::Kind kind) {
  return kind == InterlinearMark::Kind::kRuby || kind == InterlinearMark::Kind::kBopomofo;
}

/// A mark with what is known of it before the lines are.
struct ShapedMark {
  const InterlinearMark* mark = nullptr;
  Ink ink;
  Length size;                                   ///< of the em box of the line; all measures below are in it
  Length ascent;                                 ///< of that em box above the baseline
  int lines_over = 0;                            ///< lines that stand between the text and this mark below it
  bool dots_over = false, reading_over = false;  ///< of a frame: what shares its place
  ShapedCopy reading;                            ///< of a reading
  Length reading_descent;                        ///< of its em box below its baseline
};

/// `marks` must outlive the result. A reading is half as large as the text, in the 楷体 of *emphasis*.
std::vector<ShapedMark> shape_marks(const std::vector<InterlinearMark>& marks, const Style& style,
                                    const Setter& setter);

/// Marks want a gap of half an em between the lines. Warns once of each layout that has marks and less
/// ("tight-grid").
void warn_of_tight_grids(const Document& document, Diagnostics& diags);

}  // namespace banxin
