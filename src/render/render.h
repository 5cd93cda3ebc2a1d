// Players of PlacedEdition over Cairo: PDF, PNG, SVG. The only folder that sees Cairo and FreeType.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "font/font_set.h"
#include "page/page.h"
#include "render/raster.h"

namespace banxin {

enum class Format { kPdf, kPng, kSvg, kJson };

/// How the inks of text and rules are written to a PDF.
enum class InkUse {
  kScreen,  ///< as the RGB colours that `screen_colour` gives
  kKeys,    ///< as the numbers of `ink_key`, which mean nothing until press/ has put the inks in their place
};

/// What a PDF for a press wants of photos. press/ makes one.
struct PressPhotos {
  int ppi = 220, most_ppi = 300;  ///< photos of more than `most_ppi` are brought down to `ppi`
  int quality = 90;               ///< of JPEG
  /// Turns the pixels into inks: kBgrx into kCmyk or kGrey; kCmyk within its limit of ink. Returns what is
  /// wrong, or nothing. `icc`: the profile that the photo's file brings, or empty. Called from several
  /// threads.
  std::function<std::string(Raster& picture, std::string_view icc)> separate;
};

/// Fonts as files embed them: they may stay open from one file to the next.
class Faces;
std::shared_ptr<Faces> faces_to_keep();
/// Fonts to draw the pages with, one after the other or side by side; null when an error was reported.
std::shared_ptr<Faces> faces_to_draw(std::span<const PlacedPage* const> pages, const FontSet& fonts,
                                     Diagnostics& diags);

struct RenderOptions {
  std::vector<std::size_t> pages;  ///< indexes into PlacedEdition::pages, in order; empty: all
  int ppi = 150;                   ///< of PNG, 18 to 1200
  std::int64_t creation_time = 0;  ///< seconds since 1970-01-01 UTC, from the edition or SOURCE_DATE_EPOCH
  InkUse inks = InkUse::kScreen;   ///< of a PDF
  const PressPhotos* press = nullptr;  ///< of a PDF: for the photos; none: they stay as they are
  unsigned threads = 1;                ///< of a PDF: on which photos are prepared and contents completed
  Length slug;                         ///< of a PDF: room for marks around trim and bleed
  /// Of a PDF: kept by who writes it again and again, with the same FontSet; of a PNG: made by
  /// faces_to_draw() for this page among others. None: opened for this file.
  std::shared_ptr<Faces> faces;
};

/// The bytes of one output file; nullopt when an error was reported. PNG and SVG hold one page: the first
/// chosen. The same input gives the same bytes.
std::optional<std::string> render_pdf(const PlacedEdition&, const FontSet&, const RenderOptions&,
                                      Diagnostics&);
std::optional<std::string> render_png(const PlacedEdition&, const FontSet&, const RenderOptions&,
                                      Diagnostics&);
std::optional<std::string> render_svg(const PlacedEdition&, const FontSet&, const RenderOptions&,
                                      Diagnostics&);

}  // namespace banxin
