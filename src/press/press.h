// From the PDF that Cairo wrote to the PDF that goes out: languages and alternative texts, article threads,
// metadata, inks instead of screen colours, and what a press asks for. The only folder that sees qpdf and
// lcms2.
//
// Every pass reads the file as it is and changes it at once: qpdf's own lazy token filters swallow exceptions
// while writing and would then write the page unchanged (print.md 3.5).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "document/press_profile.h"
#include "page/page.h"

namespace banxin {

struct FinishOptions {
  std::vector<std::size_t> pages;       ///< as they were drawn: indexes into PlacedEdition::pages; empty: all
  std::int64_t creation_time = 0;       ///< seconds since 1970-01-01 UTC
  const PressProfile* press = nullptr;  ///< none: a PDF for screens
  std::string_view icc;                 ///< the output profile of the press
  unsigned threads = 1;                 ///< the bytes are the same for any number
};

/// Makes the PDF of `render_pdf` complete. For screens and readers: black and greys become DeviceGray, so
/// that text prints on the black plate alone. For a press, drawn with InkUse::kKeys and the profile's room as
/// slug: plates, boxes, output intent and the marks of PDF/X. nullopt when an error was reported; that is
/// always a mistake of ours.
std::optional<std::string> finish_pdf(std::string_view cairo, const PlacedEdition& edition,
                                      const FinishOptions& options, Diagnostics& diags);

}  // namespace banxin
