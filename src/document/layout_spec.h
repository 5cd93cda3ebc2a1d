// A page as an art director draws it: paper, grid in 字 and 行, styles and named frames.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "base/geometry.h"
#include "document/frame_shape.h"
#include "document/furniture.h"
#include "document/setting.h"
#include "document/style.h"

namespace banxin {

/// Which way the lines of a page or a frame run: horizontal 横排, vertical 竖排.
using WritingMode = Direction;

/// The character-and-line grid of a page (版心 in 字 × 行). In vertical text the columns are 段 that lie
/// below one another, and rows count from the right.
struct GridSpec {
  WritingMode writing = WritingMode::kHorizontal;
  Length size;      ///< one 字: the body size
  Length pitch;     ///< one 行: from baseline to baseline, for every column of the page
  int columns = 1;  ///< basic columns 基本栏
  int measure = 1;  ///< 字 in a column
  Em gap;           ///< between columns 栏距, in 字
  int rows = 1;     ///< 行 in the type area

  /// Width of `n` neighbouring columns: n·c + (n−1)·g.
  Length span(int n) const {
    return size * (static_cast<std::int64_t>(n) * measure) + (gap * (n - 1)).at(size);
  }
  /// Left edge of a column, from that of the type area.
  Length column_start(int column) const { return span(column) - span(1); }
  /// Height of `n` rows: n sizes and the n−1 gaps between them (JLREQ gyo-dori; typography.md 5.3).
  Length height(int n) const { return pitch * (n - 1) + size; }
};

/// Where a story's n-th photo goes, counted in the story's own columns and rows of body text.
struct PhotoSlot {
  enum class At { kTop, kMiddle, kBottom };
  enum class Side { kStart, kCentre, kEnd };
  enum class CaptionAt { kBelow, kLeft, kRight };
  enum class Row { kAcross, kDown };
  Spanned<Range> columns;
  Spanned<int> rows;             ///< that the picture takes; 0: all that its frame leaves it
  Spanned<int> pictures{1, {}};  ///< of the article's photos that stand in it, under one caption 组照
  Row row = Row::kAcross;        ///< how several stand
  At at = At::kTop;
  Spanned<int> width;        ///< of the picture, in 字; 0: all of its columns. Else text runs beside it
  Side side = Side::kStart;  ///< where a narrower picture stands in its columns
  std::optional<Range> caption_columns;  ///< default: as the photo
  Spanned<int> caption_rows;             ///< below the picture, 0: as many as the caption needs
  CaptionAt caption_at = CaptionAt::kBelow;
  Spanned<int> caption_width{8, {}};  ///< beside the picture, in 字 of the text

  std::size_t places() const { return static_cast<std::size_t>(pictures.value); }
};

/// One of the means by which a story may be made to fit its frame, and how far it may go.
struct FitMeans {
  enum class Kind {
    kLines,     ///< paragraphs take a line more or fewer than their best setting
    kHeadline,  ///< the title in another size
    kPhoto,     ///< a photo in more or fewer rows
    kOptional,  ///< optional paragraphs are left out, the last first
  };
  Kind kind = Kind::kLines;
  Length least, most;         ///< size of the title
  Spanned<Range> rows;        ///< of the picture
  Spanned<int> photo{1, {}};  ///< which of the frame's photo slots, from 1
};

/// Where the headline group stands.
enum class TitlePlace {
  kBefore,  ///< before the first line: above horizontal text, at the right of vertical
  kTop,
  kRight,
  kLeft,
};

/// A named place on the page.
struct Frame {
  enum class Kind {
    kStory,      ///< headline group, body in columns, photos
    kFolio,      ///< 报眉: one line of page furniture
    kRule,       ///< a line between stories: across the middle of its rows, or down a gap
    kFurniture,  ///< what `furniture` says
  };
  Spanned<std::string> name;
  Kind kind = Kind::kStory;
  Spanned<Range> columns, rows;  ///< on the page's grid; round a union of rectangles
  std::vector<Cells> area;       ///< the rectangles of a union, in the order in which they matter; else empty
  Spanned<int> legs;             ///< of text over its columns 破栏; 0: the basic columns
  Length size, pitch;            ///< of a grid of its own; 0: the page's
  std::map<std::string, Style> styles;  ///< those that differ from the page's
  std::optional<FrameBox> box;
  std::optional<HeadlinePlace> head_place;
  Spanned<std::string> to;      ///< the frame in which its text goes on; empty: none
  Spanned<std::string> inside;  ///< the frame that it may cover, whose text keeps out of it; empty: none
  bool continued = false;       ///< it takes the rest of a story from another page
  Border line;                  ///< of a kRule
  int gap_after = 0;            ///< of a kRule that stands in a gap: the column before it
  int head_rows = 0;            ///< 占行 of the headline group; 0: as many as it needs
  bool column_rules = true;     ///< 栏线
  int drop_cap = 0;             ///< lines of the drop capital 首字下沉 of its first paragraph; 0: none
  std::optional<WritingMode> writing;  ///< of its lines; absent: as the page's
  TitlePlace head_at = TitlePlace::kBefore;
  Spanned<int> head_columns{1, {}};  ///< columns that a headline group beside the text takes
  std::vector<PhotoSlot> photos;
  std::vector<FitMeans> fit;  ///< the ladder of its story, in its order; empty: kLines alone
  bool free_lines = true;     ///< whether kLines is in use
  /// Of a folio: text with fields. `outer` and `inner` stand on the right and left of odd pages, the other
  /// way round on even ones.
  FieldText left, centre, right, outer, inner;
  EdgeRule rule;  ///< of a folio: below it
  Furniture furniture;
  /// Of a folio or furniture: it stands beside the type area, along these columns or rows of it.
  std::optional<Outside> outside;

  /// Whether the headline group's lines run another way than the text's, so that it stands in columns of its
  /// own: 竖题 beside horizontal text, 横题 over vertical.
  bool head_is_turned(WritingMode text) const {
    if (head_at == TitlePlace::kBefore) return false;
    return (head_at == TitlePlace::kTop) == (text == WritingMode::kVertical);
  }
  bool has_own_grid() const { return size > Length(); }
  /// The rectangles that it takes.
  std::vector<Cells> cells() const { return area.empty() ? std::vector<Cells>{{columns, rows}} : area; }
  bool covers(const Frame& o) const {
    for (const Cells& a : cells()) {
      for (const Cells& b : o.cells()) {
        if (a.overlaps(b)) return true;
      }
    }
    return false;
  }
};

/// Columns and rows of a story's text.
struct TextShape {
  WritingMode writing = WritingMode::kHorizontal;
  int legs = 1, rows = 1;
  Length measure;  ///< of a leg
  Length gaps;     ///< between all legs together
};
/// What the frame has room for when its lines run another way than the page's: legs of whole 字 and rows of
/// its pitch in a box of this size on paper; what is left over widens the gaps.
TextShape turned_shape(const GridSpec& grid, const Frame& frame, Length width, Length height);

/// One layouts/*.yaml.
struct PageLayout {
  std::uint32_t file = SourceSpan::kNoFile;
  Length width, height;  ///< trim size
  Length bleed;
  std::optional<Fold> fold;
  Point origin;  ///< top left of the type area 版心 on the trimmed page
  GridSpec grid;
  Setting setting;
  std::map<std::string, Style> styles;           ///< every name of `kStyleNames`, defaults filled in
  std::map<std::string, SpanStyle> span_styles;  ///< character styles: those of every layout, and its own
  std::vector<Frame> frames;
  Jumps jumps;

  const Frame* frame(std::string_view name) const {
    for (const Frame& f : frames) {
      if (f.name.value == name) return &f;
    }
    return nullptr;
  }
  /// The frame and those in which its text goes on.
  std::vector<const Frame*> chain(const Frame& first) const;
  /// Whether the text of another frame goes on in it.
  bool is_continuation(const Frame& f) const;

  /// Whether an edge of the page is its left or right one, for inner and outer edges.
  static Outside::Edge edge_of(const Outside& outside, int page) {
    const bool odd = page % 2 != 0;
    if (outside.edge == Outside::Edge::kInner) return odd ? Outside::Edge::kLeft : Outside::Edge::kRight;
    if (outside.edge == Outside::Edge::kOuter) return odd ? Outside::Edge::kRight : Outside::Edge::kLeft;
    return outside.edge;
  }

  /// The gutter of a spread, or the line of the fold. `fold` is there.
  Rect fold_zone() const {
    if (fold->form == Fold::Form::kAcross) return {{}, height / 2, width, {}};
    return {width / 2 - fold->gutter / 2, {}, fold->gutter, height};
  }

  bool is_spread() const { return fold && fold->form == Fold::Form::kSpread; }

  /// The left and right ends of a frame on paper.
  std::pair<Length, Length> sides_of(const Frame& frame) const;

  Rect type_area() const {
    const Length along = grid.span(grid.columns), across = grid.height(grid.rows);
    return grid.writing == WritingMode::kVertical ? Rect{origin.x, origin.y, across, along}
                                                  : Rect{origin.x, origin.y, along, across};
  }
};

/// The styles that the engine asks for; a layout may change each, and name no other.
inline constexpr const char* kStyleNames[] = {
    "body", "kicker", "title", "subtitle", "deck", "byline", "dateline", "strong", "emphasis", "crosshead",
    "minorhead", "dropcap", "list", "quote", "table", "tablehead", "tablecaption", "note", "separator",
    "caption", "credit", "folio", "jump", "jump-head",
    // Page furniture:
    "folio-number", "folio-small", "nameplate", "nameplate-block", "nameplate-strong", "furniture",
    "furniture-title", "digest-title", "digest-line", "digest-page", "advert-label"};

}  // namespace banxin
