#include "render/faces.h"

#include <cairo-ft.h>
#include <ft2build.h>

#include <algorithm>
#include <memory>
#include FT_FREETYPE_H

namespace banxin {

namespace {

/// A FreeType face on bytes in memory or on a file. Cairo keeps the last faces that it used beyond the end of
/// a render, and drops them on whichever thread comes by; so each has a FreeType library of its own and
/// shares nothing.
struct OwnFace {
  OwnFace() = default;
  OwnFace(const OwnFace&) = delete;
  OwnFace& operator=(const OwnFace&) = delete;
  ~OwnFace() {
    if (face != nullptr) FT_Done_Face(face);
    if (library != nullptr) FT_Done_FreeType(library);
  }

  bool open_bytes(std::string font) {
    bytes = std::move(font);
    return FT_Init_FreeType(&library) == 0 &&
           FT_New_Memory_Face(library, reinterpret_cast<const FT_Byte*>(bytes.data()),
                              static_cast<FT_Long>(bytes.size()), 0, &face) == 0;
  }
  bool open_file(const std::string& path, int index) {
    return FT_Init_FreeType(&library) == 0 && FT_New_Face(library, path.c_str(), index, &face) == 0;
  }

  std::string bytes;
  FT_Library library = nullptr;
  FT_Face face = nullptr;
};

/// Null when Cairo does not take the font.
FontFaceHandle cairo_face(std::unique_ptr<OwnFace> own) {
  // Unhinted: the same outlines at every size, and what the press shows.
  constexpr int kLoad = FT_LOAD_NO_HINTING | FT_LOAD_NO_AUTOHINT | FT_LOAD_NO_BITMAP;
  FontFaceHandle face(cairo_ft_font_face_create_for_ft_face(own->face, kLoad));
  static cairo_user_data_key_t key;
  const auto release = [](void* closure) { delete static_cast<OwnFace*>(closure); };
  if (cairo_font_face_set_user_data(face.get(), &key, own.get(), release) != CAIRO_STATUS_SUCCESS)
    return nullptr;
  static_cast<void>(own.release());  // Cairo frees it
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
    auto own = std::make_unique<OwnFace>();
    if (own->open_bytes(std::move(subset->bytes))) face.font = cairo_face(std::move(own));
    face.glyphs = std::move(subset->glyphs);
    face.subset_ids = std::move(subset->subset_ids);
    if (face.font) continue;
    diags.error("bad-font", {}, "the subset of font '" + fonts.path(id) + "' cannot be opened");
    good = false;
  }
  if (!good) return std::nullopt;
  return out;
}

bool Faces::open_whole(const PlacedPage& page, const FontSet& fonts, Diagnostics& diags) {
  bool good = true;
  for (const DrawItem& item : page.items) {
    const auto* text = std::get_if<DrawText>(&item);
    if (text == nullptr || text->face == kNoFace) continue;
    if (faces_.size() <= text->face) faces_.resize(text->face + std::size_t{1});
    Face& face = faces_[text->face];
    if (face.whole) continue;
    face.whole = true;
    auto own = std::make_unique<OwnFace>();
    const int index = fonts.catalogue().faces[text->face].index;
    if (own->open_file(fonts.path(text->face), index)) face.font = cairo_face(std::move(own));
    if (face.font) continue;
    diags.error("bad-font", {}, "font file '" + fonts.path(text->face) + "' cannot be opened");
    good = false;
  }
  return good;
}

std::uint32_t Faces::glyph(FaceId face, std::uint32_t id) const {
  const Face& f = faces_[face];
  if (f.whole) return id;
  const auto found = std::lower_bound(f.glyphs.begin(), f.glyphs.end(), id);
  if (found == f.glyphs.end() || *found != id) return 0;
  return f.subset_ids[static_cast<std::size_t>(found - f.glyphs.begin())];
}

}  // namespace banxin
