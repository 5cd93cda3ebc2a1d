// What a frame looks like: its cells, its legs, its box.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/ink.h"
#include "base/length.h"

namespace banxin {

/// Inclusive, 1-based.
struct Range {
  int first = 1, last = 1;
  constexpr int count() const { return last - first + 1; }
  constexpr bool overlaps(Range o) const { return first <= o.last && o.first <= last; }
  constexpr bool contains(Range o) const { return first <= o.first && o.last <= last; }
  constexpr bool operator==(const Range&) const = default;
};

/// A rectangle of the page's grid.
struct Cells {
  Spanned<Range> columns, rows;
  bool overlaps(const Cells& o) const {
    return columns.value.overlaps(o.columns.value) && rows.value.overlaps(o.rows.value);
  }
  bool contains(const Cells& o) const {
    return columns.value.contains(o.columns.value) && rows.value.contains(o.rows.value);
  }
};

/// A place beside the type area, in the margin of the page: 中缝, a folio at the foot.
struct Outside {
  enum class Edge {
    kTop,
    kBottom,
    kLeft,
    kRight,
    kInner,  ///< the left of odd pages, the right of even ones
    kOuter,
  };
  Edge edge = Edge::kTop;
  Length gap;    ///< between the type area and it
  Length depth;  ///< how far it reaches away from the type area
};

/// k legs of text over a width that is not k basic columns 破栏.
struct Legs {
  int count = 1;
  int measure = 0;   ///< 字 in each; under 1: they do not fit
  Length gaps;       ///< all gaps together: what the legs leave of the width
  Length remainder;  ///< by which that is more than the gaps asked for
};

/// The narrowest leg that is set, in 字.
inline constexpr int kNarrowestLeg = 6;

/// `count` legs of whole 字 over `width`, at least `gap` between them; what is left over widens the gaps.
Legs legs_over(Length width, int count, Length size, Em gap);
/// "2 of 23字, 3 of 15字, 4 of 11字 (gaps 1.25字)": every number of legs that leaves kNarrowestLeg 字.
std::string leg_choices(Length width, Length size, Em gap);

/// Where the paper is folded.
struct Fold {
  enum class Form {
    kAcross,  ///< a broadsheet, at half its height: nothing that matters should lie on it
    kSpread,  ///< 跨版: the page is two facing pages, the gutter in its middle
  };
  Form form = Form::kAcross;
  Length gutter;  ///< of a spread: what the two pages lose in the fold
};

/// 转版: a story that goes on on another page. The texts have the field {page}.
struct Jumps {
  Spanned<std::string> to{"下转第{page}版", {}};    ///< ends the first part
  Spanned<std::string> from{"上接第{page}版", {}};  ///< stands under the head of the second
  int least_before = 6, least_after = 8;            ///< 行 of text
};

/// The line round a box, or between stories.
struct Border {
  enum class Form {
    kNone,
    kLine,
    kPair,      ///< 文武线: a thick line, a thin one inside
    kDouble,    ///< 双线
    kWave,      ///< 水波边
    kDots,      ///< 点线
    kLozenges,  ///< 菱形花边
    kMeander,   ///< 回纹
  };
  Form form = Form::kLine;
  Length thickness = Length::points(0.5);  ///< of the thick line
  Ink ink = kBlack;
};

/// 线框 and 底纹.
struct FrameBox {
  Border border;
  std::optional<Ink> tint;
  int padding = 1;  ///< 字 at the sides, rows above and below
};

/// Where the headline group stands when not over all columns of its story.
struct HeadlinePlace {
  Spanned<Range> columns;  ///< of the story, counted from its start; no file: all
  int from = 1;            ///< first row of it, in rows of the story
  std::optional<FrameBox> box;
  bool over_photo = false;  ///< it stands on a picture; the text does not keep out of it
};

}  // namespace banxin
