// Characters that look like an ideograph but are another code point. They come out of PDFs by copy and paste;
// set as they stand, they are missing from fonts and cannot be searched for.
#pragma once

namespace banxin {

/// The ideograph of a Kangxi radical (U+2F00-2FD5), or 0.
char32_t unified_radical(char32_t cp);
/// The unified form of a CJK compatibility ideograph (U+F900-FAFF), or 0.
char32_t unified_compatibility(char32_t cp);

}  // namespace banxin
