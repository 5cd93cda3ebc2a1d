// Where a frame's text stands: from cells of the page's grid to a text area.
#pragma once

#include <string>
#include <vector>

#include "layout/slots.h"

namespace banxin {

/// Where a frame stands: in its cells, or a piece of furniture beside the type area.
Rect furniture_box(const Frame& frame, const TextArea& page_area, int page);

struct FrameArea {
  TextArea area;                 ///< inside the box
  Rect box;                      ///< of the line round it, where it has one; else all its cells
  std::vector<LocalRect> holes;  ///< of a union: parts of the area that are not the frame's
  std::string note;              ///< how its legs come out: "3 legs of 15字 over columns 1-4, gaps 1字"
};

/// Legs of whole 字; rows that start and end on rows of the page, with a grid of its own too: its pitch
/// gives.
FrameArea frame_area(const Frame& frame, const PageLayout& layout);

/// The part of `area` that another frame takes, for the text to keep out of.
std::vector<Obstacle> obstacles_of(const Frame& other, const TextArea& area, const PageLayout& layout);

}  // namespace banxin
