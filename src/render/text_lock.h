// One thread at a time where Cairo looks up glyphs or lets go of a font.
#pragma once

#include <mutex>

namespace banxin {

/// Cairo 1.16 waits for ever when one thread lets go of a font while another makes room among the glyphs that
/// are kept, for each holds the lock that the other wants (cairo-scaled-font.c:
/// _cairo_scaled_font_reset_cache takes the font's and then the glyphs', _cairo_scaled_glyph_page_pluck the
/// other way round). 16,384 glyphs are kept, those of a few pages. So this is held through every call that
/// draws text or may be the last that uses a font; not while anything else is waited for. A process is copied
/// while no thread holds it, so that the copy finds it free, and Cairo's locks too.
[[nodiscard]] std::unique_lock<std::mutex> text_lock();

}  // namespace banxin
