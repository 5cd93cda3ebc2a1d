// The preflight of a delivered PDF page, at its place in an edition.
#pragma once

#include <qpdf/QPDFPageObjectHelper.hh>

#include "base/geometry.h"
#include "document/furniture.h"
#include "press/findings.h"
#include "press/preflight_edition.h"

namespace banxin {

/// Whether anything on the page is transparent; its own group is not looked at.
bool shines_through(QPDFPageObjectHelper& page);

/// Adds what a press would have against the page of a PDF that stands in `box` of page `page`, each at the
/// line where the file is named. What concerns its file as a whole or its frame (title, boxes, marks outside
/// its box) does not print and is not told; drawings and pictures get their inks here and are not looked at.
/// `memo`: what was found before in files that are still the same.
void check_artwork(const Artwork& art, const Rect& box, int page, Findings& findings,
                   ArtworkMemo* memo = nullptr);

}  // namespace banxin
