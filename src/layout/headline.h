// The headline group 标题组: kicker, title, subtitle, deck and byline stacked over the columns of a story, in
// a whole number of rows (占行).
#pragma once

#include <string>
#include <vector>

#include "layout/setter.h"
#include "layout/text_area.h"

namespace banxin {

/// One part of the group, shaped and broken to the group's width.
struct HeadPart {
  StructureNode::Kind kind = StructureNode::Kind::kHeadline;
  bool artifact = false;  ///< made by the layout, no part of what is read
  ShapedCopy copy;
  Style style;  ///< as set: its size, pitch and tracking may differ from the layout's
  BreakOptions options;
  std::vector<Line> lines;
  Length top;            ///< of the first line's em box, across the lines from the start of the group
  bool by_sense = true;  ///< no word is divided
  std::string note;      ///< as HeadBlock::note
};

struct HeadBlock {
  std::vector<HeadPart> parts;
  int rows = 0;           ///< of the grid, the air round it included
  bool too_wide = false;  ///< a part has a line that does not fit the width
  std::string note;  ///< what was done to fit: "title at 26 pt, not 36 pt, condensed to 95%"; empty: nothing
};

/// Stacks the parts that the article has. Kicker, title and subtitle are broken by sense; where the style
/// allows (`condense`, `min_size`, `spread`), they are set closer, narrower or smaller when they do not fit,
/// or opened when they are short.
/// `rows` > 0 fixes the height, and a title that is too high for it is set on fewer lines where it can be;
/// else it is what the parts need, rounded up to whole rows; the stack stands in the middle of it (JLREQ
/// gyo-dori; typography.md 5.3). `area`: whose rows they are.
HeadBlock set_headline(const Article& article, const Setter& setter, const TextArea& area, Length width,
                       int rows);

/// The head over the rest of a story: its title, and below that from where it comes.
HeadBlock set_jump_head(const Copy& title, const Copy& from, const Setter& setter, const TextArea& area,
                        Length width, int rows);

/// Where a line of `width` starts in a measure.
Length aligned(Align align, Length measure, Length width);

}  // namespace banxin
