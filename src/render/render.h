// Players of PlacedEdition over Cairo: PDF, PNG, SVG. The only folder that sees Cairo and FreeType.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "font/font_set.h"
#include "page/page.h"

namespace banxin {

enum class Format { kPdf, kPng, kSvg, kJson };

/// How the inks of text and rules are written to a PDF.
enum class InkUse {
  kScreen,  ///< as the RGB colours that `screen_colour` gives
  kKeys,    ///< as the numbers of `ink_key`, which mean nothing until press/ has put the inks in their place
};

struct RenderOptions {
  std::vector<std::size_t> pages;  ///< indexes into PlacedEdition::pages, in order; empty: all
  int ppi = 150;                   ///< of PNG, 18 to 1200
  std::int64_t creation_time = 0;  ///< seconds since 1970-01-01 UTC, from the edition or SOURCE_DATE_EPOCH
  InkUse inks = InkUse::kScreen;   ///< of a PDF
  Length slug;                     ///< of a PDF: room for marks around trim and bleed
};

/// The bytes of one output file; nullopt when an error was reported. PNG and SVG hold one page: the first chosen.
/// The same input gives the same bytes.
std::optional<std::string> render_pdf(const PlacedEdition&, const FontSet&, const RenderOptions&, Diagnostics&);
std::optional<std::string> render_png(const PlacedEdition&, const FontSet&, const RenderOptions&, Diagnostics&);
std::optional<std::string> render_svg(const PlacedEdition&, const FontSet&, const RenderOptions&, Diagnostics&);

}  // namespace banxin
