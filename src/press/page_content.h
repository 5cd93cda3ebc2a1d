// Rewrites the drawing operators of a page: inks in place of the RGB that Cairo wrote, overprint, and
// artifacts.
#pragma once

#include <cstdint>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
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

/// The content stream written anew; where a box is filled with an `artwork_key`, it draws that artwork
/// (place_artwork.h). `problem` when a colour is no ink of ours. `spots`, if given: the numbers of the named
/// inks that it uses.
std::string rewrite_content(QPDFObjectHandle contents, const Inks& inks, const std::vector<Artwork>& artworks,
                            std::string& problem, std::set<std::uint8_t>* spots = nullptr);

/// Rewrites the page's content, adds what its new operators need to the resources, and takes the transparency
/// group in DeviceRGB off, which alone would make four inks of black text (print.md 2.2). Returns what is
/// wrong, or nothing.
std::string rewrite_page(QPDFPageObjectHelper& page, const Inks& inks, const std::vector<Artwork>& artworks);

}  // namespace banxin
