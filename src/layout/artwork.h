// Delivered files on the page: scaled as a whole, never distorted.
#pragma once

#include "layout/furniture.h"

namespace banxin {

struct ArtworkFit {
  Align align = Align::kCentre;  ///< across; down it is always the middle
};

/// As large as it fits into `room`; a placeholder where the file cannot be used. With an `alt` it is a
/// figure, else an artifact.
void draw_artwork(const Artwork& art, const Rect& room, ArtworkFit fit, const FurniturePlace& place);

/// A grey box with a cross-line and words in it, for what is missing.
void draw_placeholder(const std::string& words, const std::string& detail, const Rect& room,
                      const FurniturePlace& place);

/// "120 × 80 mm"
std::string in_millimetres(Length width, Length height);

}  // namespace banxin
