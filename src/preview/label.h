// Words of our own on a preview: frame names, capacities.
#pragma once

#include <string>
#include <vector>

#include "font/font_set.h"
#include "page/page.h"

namespace banxin {

/// One line in the catalogue's 黑体 (role "hei", else its first role) with its left end at `start` on the
/// baseline; characters that no face has are left out. Appends to `items` and returns the width.
Length draw_label(const std::string& text, Point start, Length size, Ink ink, const FontSet& fonts,
                  std::vector<DrawItem>& items);

}  // namespace banxin
