// What is told of the characters that no face of their role has.
#pragma once

#include <cstddef>
#include <functional>

#include "base/diagnostic.h"
#include "font/font_set.h"
#include "text/shaped.h"

namespace banxin {

/// Error "missing-glyph" for each of them, with what to do about it. `source_of` gives the place of bytes of
/// the text.
void report_missing(const TextToSet& text, const ShapedParagraph& shaped, const FontSet& fonts,
                    const std::function<SourceSpan(std::size_t, std::size_t)>& source_of, Diagnostics& diags);

}  // namespace banxin
