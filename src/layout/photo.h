// Photos in a story: their box on the grid, the crop round the focus, caption and credit below or beside it.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "layout/setter.h"
#include "layout/slots.h"

namespace banxin {

/// One line of a caption, at its place on the page.
struct CaptionLine {
  bool credit = false;  ///< of the credit, else of the caption
  Line line;
  BreakOptions options;
  Point start;
};

/// A picture at its place.
struct Picture {
  const Photo* photo = nullptr;
  DrawImage image;  ///< box and crop; image index and node are filled in when it is drawn
};

/// What stands in a photo slot: one picture or several 组照, and their caption.
struct PhotoBlock {
  std::vector<Picture> pictures;
  std::size_t place = 0;               ///< index of the story's place
  int rows = 0;                        ///< of the story that it takes with its caption
  bool caption_fits = true;            ///< beside its picture
  std::unique_ptr<Copy> words, names;  ///< captions and credits of all pictures
  ShapedCopy caption, credit;
  std::vector<CaptionLine> lines;
  std::vector<Obstacle> obstacles;  ///< what the text keeps out of
};

/// Puts the photos into their slot of a story whose body stands in `rows` of `area`. Their captions stand
/// together, one after the other; what all of them say stands once.
PhotoBlock set_photos(std::span<const Photo> photos, const PhotoSlot& slot, const Setter& setter,
                      const TextArea& area, Range rows);

/// The largest part of a width × height picture with the shape of `box`, as near round the focus as it can
/// be.
DrawImage crop_to(const Rect& box, int width, int height, double focus_x, double focus_y);

}  // namespace banxin
