#include "render/faces.h"

#include <cairo-ft.h>
#include <ft2build.h>

#include <algorithm>
#include FT_FREETYPE_H

namespace banxin {

namespace {

/// A FreeType face on bytes in memory. Cairo keeps the last faces that it used beyond the end of a render,
/// and drops them on whichever thread comes by; so each has a FreeType library of its own and shares nothing.
struct MemoryFace {
  explicit MemoryFace(std::string font) : bytes(std::move(font)) {}
  MemoryFace(const MemoryFace&) = delete;
  MemoryFace& operator=(const MemoryFace&) = delete;
  ~MemoryFace() {
    if (face != nullptr) FT_Done_Face(face);
    if (library != nullptr) FT_Done_FreeType(library);
  }

  bool open() {
    return FT_Init_FreeType(&library) == 0 &&
           FT_New_Memory_Face(library, reinterpret_cast<const FT_Byte*>(bytes.data()),
                              static_cast<FT_Long>(bytes.size()), 0, &face) == 0;
  }

  std::string bytes;
  FT_Library library = nullptr;
  FT_Face face = nullptr;
};

/// Null when FreeType or Cairo does not take the font.
FontFaceHandle cairo_face(std::string bytes) {
  auto memory = std::make_unique<MemoryFace>(std::move(bytes));
  if (!memory->open()) return nullptr;
  // Unhinted: the same outlines at every size, and what the press shows.
  constexpr int kLoad = FT_LOAD_NO_HINTING | FT_LOAD_NO_AUTOHINT | FT_LOAD_NO_BITMAP;
  FontFaceHandle face(cairo_ft_font_face_create_for_ft_face(memory->face, kLoad));
  static cairo_user_data_key_t key;
  const auto release = [](void* closure) { delete static_cast<MemoryFace*>(closure); };
  if (cairo_font_face_set_user_data(face.get(), &key, memory.get(), release) != CAIRO_STATUS_SUCCESS)
    return nullptr;
  static_cast<void>(memory.release());  // Cairo frees it
  return face;
}

/// The glyphs of each face on the pages, in order of number.
std::vector<std::vector<std::uint32_t>> used_glyphs(std::span<const PlacedPage* const> pages) {
  std::vector<std::vector<bool>> used;  // by face, by glyph
  for (const PlacedPage* page : pages) {
    for (const DrawItem& item : page->items) {
      const auto* text = std::get_if<DrawText>(&item);
      if (text == nullptr || text->face == kNoFace || text->glyphs.empty()) continue;
      if (used.size() <= text->face) used.resize(text->face + std::size_t{1});
      std::vector<bool>& of_face = used[text->face];
      for (const PlacedGlyph& glyph : text->glyphs) {
        if (of_face.size() <= glyph.id)
          of_face.resize(std::max<std::size_t>(glyph.id + std::size_t{1}, 65536));
        of_face[glyph.id] = true;
      }
    }
  }
  std::vector<std::vector<std::uint32_t>> lists(used.size());
  for (std::size_t face = 0; face < used.size(); ++face) {
    for (std::size_t id = 0; id < used[face].size(); ++id) {
      if (used[face][id]) lists[face].push_back(static_cast<std::uint32_t>(id));
    }
  }
  return lists;
}

}  // namespace

std::optional<Faces> Faces::load(std::span<const PlacedPage* const> pages, const FontSet& fonts,
                                 Diagnostics& diags) {
  Faces out;
  bool good = true;
  const std::vector<std::vector<std::uint32_t>> lists = used_glyphs(pages);
  out.faces_.resize(lists.size());
  for (std::size_t i = 0; i < lists.size(); ++i) {
    if (lists[i].empty()) continue;
    const auto id = static_cast<FaceId>(i);
    std::optional<FontSubset> subset = fonts.subset(id, lists[i], diags);
    if (!subset) {
      good = false;
      continue;
    }
    Face& face = out.faces_[i];
    face.font = cairo_face(std::move(subset->bytes));
    face.glyphs = std::move(subset->glyphs);
    face.subset_ids = std::move(subset->subset_ids);
    if (face.font) continue;
    diags.error("bad-font", {}, "the subset of font '" + fonts.path(id) + "' cannot be opened");
    good = false;
  }
  if (!good) return std::nullopt;
  return out;
}

std::uint32_t Faces::glyph(FaceId face, std::uint32_t id) const {
  const Face& f = faces_[face];
  const auto found = std::lower_bound(f.glyphs.begin(), f.glyphs.end(), id);
  if (found == f.glyphs.end() || *found != id) return 0;
  return f.subset_ids[static_cast<std::size_t>(found - f.glyphs.begin())];
}

}  // namespace banxin
