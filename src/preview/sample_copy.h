// 随文: sample copy for layouts that have none yet, and grey boxes for their photos.
#pragma once

#include "document/document.h"
#include "font/font_set.h"
#include "page/page.h"

namespace banxin {

/// An edition of one page on this layout whose frames are full of sample copy.
Document with_sample_copy(const PageLayout& layout, const FontSet& fonts);

/// Turns the photos without a file into grey boxes with crossed diagonals; `page` is one of the edition's.
void draw_grey_photos(const PlacedEdition& edition, PlacedPage& page);

}  // namespace banxin
