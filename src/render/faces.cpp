#include "render/faces.h"

#include <cairo-ft.h>
#include <ft2build.h>

#include <algorithm>
#include <array>
#include <bit>
#include <memory>
#include FT_FREETYPE_H
#include FT_INCREMENTAL_H

#include "render/render.h"

namespace banxin {

namespace {

/// The outline that FreeType sees for every glyph of a face that is only embedded: the box of the whole font.
/// Cairo asks FreeType for the extent of each glyph at each size, to leave out what lies off the page, and
/// reads the font program itself for the file; running the outlines of a page for that took a third of its
/// time.
class BoxOutlines {
 public:
  /// No further than one em from the origin: round boxes that reach as far out as the widest glyph of a font,
  /// Cairo 1.16 writes clips that nothing needs.
  void set_box(const FT_FaceRec& face) {
    const FT_Pos reach = face.units_per_EM;
    const auto within = [reach](FT_Pos v) { return std::clamp(v, -reach, reach); };
    const FT_BBox box{within(face.bbox.xMin), within(face.bbox.yMin), within(face.bbox.xMax),
                      within(face.bbox.yMax)};
    bytes_.clear();
    left_ = box.xMin;
    const FT_Pos width = box.xMax - box.xMin, height = box.yMax - box.yMin;
    for (const FT_Pos v : {FT_Pos{1}, box.xMin, box.yMin, box.xMax, box.yMax, FT_Pos{3}, FT_Pos{0}}) word(v);
    bytes_.insert(bytes_.end(), 4, FT_Byte{1});  // four points, all on the curve
    for (const FT_Pos x : {box.xMin, FT_Pos{0}, width, FT_Pos{0}}) word(x);
    for (const FT_Pos y : {box.yMin, height, FT_Pos{0}, -height}) word(y);
  }

  FT_Incremental_InterfaceRec* interface() { return &interface_; }

 private:
  void word(FT_Pos value) {
    bytes_.push_back(static_cast<FT_Byte>(value >> 8 & 0xFF));
    bytes_.push_back(static_cast<FT_Byte>(value & 0xFF));
  }
  static FT_Error get(FT_Incremental outlines, FT_UInt, FT_Data* data) {
    const auto* self = reinterpret_cast<const BoxOutlines*>(outlines);
    data->pointer = self->bytes_.data();
    data->length = static_cast<FT_UInt>(self->bytes_.size());
    return 0;
  }
  static void free(FT_Incremental, FT_Data*) {}
  /// The widths are the font's own. TrueType faces lose them where nobody answers.
  static FT_Error keep(FT_Incremental outlines, FT_UInt, FT_Bool vertical,
                       FT_Incremental_MetricsRec* metrics) {
    if (vertical == 0) metrics->bearing_x = reinterpret_cast<const BoxOutlines*>(outlines)->left_;
    return 0;
  }

  FT_Pos left_ = 0;
  std::vector<FT_Byte> bytes_;  // while the face is opened: an empty outline
  FT_Incremental_FuncsRec functions_{get, free, keep};
  FT_Incremental_InterfaceRec interface_{&functions_, reinterpret_cast<FT_Incremental>(this)};
};

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

  bool open_bytes(std::string font, FaceUse use) {
    bytes = std::move(font);
    FT_Parameter parameter{FT_PARAM_TAG_INCREMENTAL, boxes.interface()};
    FT_Open_Args args{};
    args.flags = FT_OPEN_MEMORY;
    if (use == FaceUse::kEmbed) {
      args.flags |= FT_OPEN_PARAMS;
      args.num_params = 1;
      args.params = &parameter;
      // A font with CFF outlines passes for a TrueType font, whose outlines are what BoxOutlines gives. Cairo
      // asks for the tables, not for what kind of font it is.
      bytes.replace(0, 4, std::string_view("\0\1\0\0", 4));
    }
    args.memory_base = reinterpret_cast<const FT_Byte*>(bytes.data());
    args.memory_size = static_cast<FT_Long>(bytes.size());
    if (FT_Init_FreeType(&library) != 0 || FT_Open_Face(library, &args, 0, &face) != 0) return false;
    boxes.set_box(*face);
    return true;
  }
  bool open_file(const std::string& path, int index) {
    return FT_Init_FreeType(&library) == 0 && FT_New_Face(library, path.c_str(), index, &face) == 0;
  }

  std::string bytes;
  BoxOutlines boxes;
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

/// Glyphs by number: one bit for each.
class GlyphBits {
 public:
  void add(std::uint32_t glyph) {
    if (words_.size() <= glyph / 64) words_.resize(std::max<std::size_t>(glyph / 64 + std::size_t{1}, 1024));
    words_[glyph / 64] |= std::uint64_t{1} << glyph % 64;
  }
  /// In order.
  std::vector<std::uint32_t> list() const {
    std::vector<std::uint32_t> out;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      for (std::uint64_t rest = words_[i]; rest != 0; rest &= rest - 1)
        out.push_back(static_cast<std::uint32_t>(i * 64) +
                      static_cast<std::uint32_t>(std::countr_zero(rest)));
    }
    return out;
  }

 private:
  std::vector<std::uint64_t> words_;
};

/// The glyphs of each face on the pages, in order of number.
std::vector<std::vector<std::uint32_t>> used_glyphs(std::span<const PlacedPage* const> pages) {
  std::vector<GlyphBits> used;  // by face
  for (const PlacedPage* page : pages) {
    for (const DrawItem& item : page->items) {
      const auto* text = std::get_if<DrawText>(&item);
      if (text == nullptr || text->face == kNoFace || text->glyphs.empty()) continue;
      if (used.size() <= text->face) used.resize(text->face + std::size_t{1});
      for (const PlacedGlyph& glyph : text->glyphs) used[text->face].add(glyph.id);
    }
  }
  std::vector<std::vector<std::uint32_t>> lists;
  lists.reserve(used.size());
  for (const GlyphBits& face : used) lists.push_back(face.list());
  return lists;
}

}  // namespace

std::shared_ptr<Faces> faces_to_keep() { return std::make_shared<Faces>(); }

std::shared_ptr<Faces> faces_to_draw(std::span<const PlacedPage* const> pages, const FontSet& fonts,
                                     Diagnostics& diags) {
  auto faces = std::make_shared<Faces>();
  return faces->open_subsets(pages, FaceUse::kDraw, fonts, diags) ? faces : nullptr;
}

bool Faces::open_subsets(std::span<const PlacedPage* const> pages, FaceUse use, const FontSet& fonts,
                         Diagnostics& diags) {
  bool good = true;
  const std::vector<std::vector<std::uint32_t>> lists = used_glyphs(pages);
  if (faces_.size() < lists.size()) faces_.resize(lists.size());
  for (std::size_t i = 0; i < lists.size(); ++i) {
    Face& face = faces_[i];
    if (lists[i].empty() || face.glyphs == lists[i]) continue;
    face = {};
    const auto id = static_cast<FaceId>(i);
    std::optional<FontSubset> subset = fonts.subset(id, lists[i], diags);
    if (!subset) {
      good = false;
      continue;
    }
    auto own = std::make_unique<OwnFace>();
    if (own->open_bytes(std::move(subset->bytes), use)) face.font = cairo_face(std::move(own));
    face.subset_ids.resize(lists[i].back() + std::size_t{1});
    for (std::size_t k = 0; k < subset->glyphs.size(); ++k)
      face.subset_ids[subset->glyphs[k]] = subset->subset_ids[k];
    if (face.font) {
      face.glyphs = lists[i];
      continue;
    }
    diags.error("bad-font", {}, "the subset of font '" + fonts.path(id) + "' cannot be opened");
    good = false;
  }
  return good;
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
  return id < f.subset_ids.size() ? f.subset_ids[id] : 0;
}

}  // namespace banxin
