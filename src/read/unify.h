// Characters that look like an ideograph but are another code point. They come out of PDFs by copy and paste;
// set as they stand, they are missing from fonts and cannot be searched for.
#pragma once

namespace banxin {

/// The ideograph of a Kangxi radical (U+2F00-2FD5), or 0.
char32_t unified_radical(char32_t cp);
/// The unified form of a CJK compatibility ideograph (U+F900-FAFF, U+2F800-2FA1D), or 0.
char32_t unified_compatibility(char32_t cp);
/// Where Unicode has a character that old GBK files put into the private use area, or 0.
char32_t assigned_private_use(char32_t cp);
/// Whether every font may draw the character as it likes.
bool is_private_use(char32_t cp);

}  // namespace banxin
