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

struct RenderOptions {
  std::vector<std::size_t> pages;  ///< indexes into PlacedEdition::pages, in order; empty: all
  int ppi = 150;                   ///< of PNG, 18 to 1200
  std::int64_t creation_time = 0;  ///< seconds since 1970-01-01 UTC, from the edition or SOURCE_DATE_EPOCH
};

/// The bytes of one output file; nullopt when an error was reported. PNG and SVG hold one page: the first chosen.
/// The same input gives the same bytes.
std::optional<std::string> render_pdf(const PlacedEdition&, const FontSet&, const RenderOptions&, Diagnostics&);
std::optional<std::string> render_png(const PlacedEdition&, const FontSet&, const RenderOptions&, Diagnostics&);
std::optional<std::string> render_svg(const PlacedEdition&, const FontSet&, const RenderOptions&, Diagnostics&);

}  // namespace banxin
