// Fonts as other people's files carry them.
#pragma once

#include <string_view>

namespace banxin {

/// Whether the bytes are a font of any kind that FreeType knows: TrueType, Type 1, bare or wrapped CFF.
bool is_font_program(std::string_view bytes);

}  // namespace banxin
