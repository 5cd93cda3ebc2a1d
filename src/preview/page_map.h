// What stands where on a page, for overlays drawn or switched in the browser and for the dummy.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/geometry.h"
#include "document/document.h"
#include "font/font_set.h"
#include "page/page.h"

namespace banxin {

/// Every view is from the page's top left, like the page itself.
struct PageMap {
  struct Frame {
    std::string name;
    Rect box;
    bool furniture = false;  ///< 报眉 and the like: takes no article
    bool line = false;       ///< a line between stories: nothing stands in it, and overlays leave it out
    bool ornament = false;   ///< 花边: it stands in a box of ornament
    double wide = 0;         ///< 字
    int high = 0;            ///< 行
    int capacity = 0;        ///< 字 that its line slots hold, 0 when it has none
    const FrameFit* fit = nullptr;
    SourceSpan source;  ///< the article's title or first paragraph; without one, the frame's name
  };
  struct Slot {
    Rect box;
    bool vertical = false;
  };
  /// Reading order of one frame: from the headline through every run of slots.
  struct Path {
    std::string frame;
    std::vector<Point> points;
  };
  /// A piece of copy and where it was written.
  struct Text {
    Rect box;
    SourceSpan source;
  };
  std::vector<Rect> columns;      ///< basic columns 基本栏
  std::vector<Length> rows;       ///< tops of the em boxes of the grid's rows
  std::vector<Length> baselines;  ///< of body text in those rows
  std::vector<Frame> frames;
  std::vector<Slot> slots;
  std::vector<Path> order;
  std::vector<Text> texts;
};

/// `page`: index into the placed pages; the document has the page under its number. The map points into
/// `placed` and must not outlive it.
PageMap map_page(const Document& document, const PlacedEdition& placed, std::size_t page,
                 const FontSet& fonts);

/// Where on a page something of the user's files stands.
struct WrittenPlace {
  enum class Kind {
    kNowhere,
    kFrame,  ///< the frame that it concerns
    kCopy,   ///< the copy itself
  };
  Kind kind = Kind::kNowhere;
  Rect box;
};
/// `where`: as numbered by the document. The map is that of the page.
WrittenPlace place_of(const Document& document, const PlacedPage& page, const PageMap& map, SourceSpan where);

/// "74字 × 50行"
std::string measure_in_words(const PageMap::Frame& frame);

}  // namespace banxin
