// A photo in a story: its box on the grid, the crop round its focus, caption and credit below it.
#pragma once

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

struct PhotoBlock {
  const Photo* photo = nullptr;
  std::size_t place = 0;  ///< index of the story's place
  int rows = 0;           ///< of the story that it takes with its caption
  Rect box;               ///< of the picture, on paper
  DrawImage image;        ///< box and crop; image index and node are filled in when it is drawn
  ShapedCopy caption, credit;
  std::vector<CaptionLine> lines;
  std::vector<Obstacle> obstacles;  ///< what the text keeps out of
};

/// Puts the photo into its slot of a story whose body stands in `rows` of `area`.
PhotoBlock set_photo(const Photo& photo, const PhotoSlot& slot, const Setter& setter, const TextArea& area,
                     Range rows);

/// The largest part of a width × height picture with the shape of `box`, as near round the focus as it can
/// be.
DrawImage crop_to(const Rect& box, int width, int height, double focus_x, double focus_y);

}  // namespace banxin
