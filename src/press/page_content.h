// Rewrites the drawing operators of a page: inks in place of the RGB that Cairo wrote, overprint, and
// artifacts.
#pragma once

#include <cstdint>
#include <qpdf/QPDF.hh>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "document/furniture.h"
#include "document/named_ink.h"

namespace banxin {

/// What becomes of colours.
enum class Colours {
  kScreen,  ///< greys, black and white become DeviceGray, so that text is on the black plate; others stay RGB
  kPlates,  ///< keys of `ink_key` become CMYK, black overprints; any other colour is a mistake
};

/// How a page's colours are to be written.
struct Inks {
  Colours colours = Colours::kScreen;
  std::span<const NamedInk> spots;  ///< as PlacedEdition::spots; kPlates only
};

/// A content stream written anew.
struct Rewritten {
  std::string content;
  std::set<std::uint8_t> spots;  ///< the numbers of the named inks that it uses
  std::string problem;           ///< a colour is no ink of ours
};

/// Where a box is filled with an `artwork_key`, the new content draws that artwork (place_artwork.h).
Rewritten rewrite_content(const std::string& content, const Inks& inks, const std::vector<Artwork>& artworks);

/// Rewrites the contents of all pages, on so many threads, adds what their new operators need to the
/// resources, and takes the transparency group in DeviceRGB off, which alone would make four inks of black
/// text (print.md 2.2). Returns what is wrong, or nothing.
std::string rewrite_pages(QPDF& pdf, const Inks& inks, const std::vector<Artwork>& artworks,
                          unsigned threads);

}  // namespace banxin
