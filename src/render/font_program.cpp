#include "render/font_program.h"

#include <ft2build.h>
#include FT_FREETYPE_H

namespace banxin {

bool is_font_program(std::string_view bytes) {
  FT_Library library = nullptr;
  if (FT_Init_FreeType(&library) != 0) return false;
  FT_Face face = nullptr;
  const bool good = FT_New_Memory_Face(library, reinterpret_cast<const FT_Byte*>(bytes.data()),
                                       static_cast<FT_Long>(bytes.size()), 0, &face) == 0;
  if (good) FT_Done_Face(face);
  FT_Done_FreeType(library);
  return good;
}

}  // namespace banxin
