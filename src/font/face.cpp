#include "font/face.h"

#include <hb-ot.h>

#include <algorithm>
#include <filesystem>

namespace banxin {

namespace {

constexpr std::size_t kBmp = 0x10000;  // characters of the Basic Multilingual Plane

using Blob = HbPtr<hb_blob_t, hb_blob_destroy>;

/// Big-endian reading that never leaves the blob: what is outside reads as 0.
class Bytes {
 public:
  explicit Bytes(hb_blob_t* blob) { data_ = hb_blob_get_data(blob, &size_); }
  std::uint64_t size() const { return size_; }
  std::uint32_t u16(std::uint64_t at) const { return byte(at) << 8 | byte(at + 1); }
  std::uint32_t u32(std::uint64_t at) const { return u16(at) << 16 | u16(at + 2); }
  int i16(std::uint64_t at) const { return static_cast<std::int16_t>(u16(at)); }

 private:
  std::uint32_t byte(std::uint64_t at) const {
    return at < size_ ? static_cast<unsigned char>(data_[at]) : 0u;
  }
  const char* data_ = nullptr;
  unsigned size_ = 0;
};

/// Whether every table of the face's directory lies inside the file. HarfBuzz reads a table that was cut off
/// as an empty one, so that a file of which half is missing would measure well and print white.
bool tables_complete(const Bytes& file, unsigned index) {
  constexpr std::uint32_t kCollection = 0x74746366;  // 'ttcf'
  const std::uint64_t start = file.u32(0) == kCollection ? file.u32(12 + 4 * std::uint64_t{index}) : 0;
  const std::uint32_t tables = file.u16(start + 4);
  for (std::uint32_t i = 0; i < tables; ++i) {
    const std::uint64_t record = start + 12 + 16 * std::uint64_t{i};
    if (std::uint64_t{file.u32(record + 8)} + file.u32(record + 12) > file.size()) return false;
  }
  return tables > 0;
}

bool has_table(hb_face_t* face, hb_tag_t tag) {
  const Blob table(hb_face_reference_table(face, tag));
  return hb_blob_get_length(table.get()) > 0;
}

/// What the font says: BASE 'ideo', else OS/2 typo. Never hhea (1.437 em in Noto CJK).
std::optional<Em> stated_em_box_ascent(hb_font_t* font) {
  hb_position_t bottom = 0;
  // ideo is the bottom of the em box; with it the top is known, whether or not idtp is written too.
  if (hb_ot_layout_get_baseline(font, HB_OT_LAYOUT_BASELINE_TAG_IDEO_EMBOX_BOTTOM_OR_LEFT, HB_DIRECTION_LTR,
                                HB_OT_TAG_DEFAULT_SCRIPT, HB_OT_TAG_DEFAULT_LANGUAGE, &bottom)) {
    return Em::units(Em::kUnitsPerEm + bottom);
  }
  hb_face_t* face = hb_font_get_face(font);
  const Blob table(hb_face_reference_table(face, HB_TAG('O', 'S', '/', '2')));
  const Bytes os2(table.get());
  constexpr std::uint64_t kTypoAscender = 68, kTypoDescender = 70;
  const int ascent = os2.i16(kTypoAscender), descent = os2.i16(kTypoDescender);
  if (ascent <= 0 || descent >= 0) return std::nullopt;
  // Fonts with a line gap of their own state a taller box: the em box is 1 em high around the same middle.
  const auto upem = static_cast<std::int64_t>(hb_face_get_upem(face));
  return Em::units(mul_div(ascent + descent + upem, Em::kUnitsPerEm, 2 * upem));
}

/// The em box around ideographs that fill theirs; nullopt in a face without them.
std::optional<Em> measured_em_box_ascent(hb_font_t* font) {
  std::int64_t middles = 0, count = 0;
  for (const char32_t cp : {U'囊', U'鷹', U'鬱', U'永'}) {
    hb_codepoint_t glyph = 0;
    hb_glyph_extents_t e{};
    if (!hb_font_get_nominal_glyph(font, cp, &glyph) || !hb_font_get_glyph_extents(font, glyph, &e)) continue;
    middles += e.y_bearing + e.height / 2;
    ++count;
  }
  if (count == 0) return std::nullopt;
  return Em::units(middles / count + Em::kUnitsPerEm / 2);
}

/// What the font says where its ideographs agree with it. The Fandol faces say .88, but sit in a box of .80:
/// taken at their word they would hang low in every line.
Em find_em_box_ascent(hb_font_t* font) {
  constexpr Em kUsual = 0.88_em, kLeast = 0.78_em, kMost = 0.94_em, kTolerance = 0.04_em;
  const std::optional<Em> stated = stated_em_box_ascent(font), measured = measured_em_box_ascent(font);
  const Em ascent = stated.value_or(measured.value_or(kUsual));
  if (measured && (*measured < ascent - kTolerance || *measured > ascent + kTolerance)) return *measured;
  // Latin faces have no em box; they stand on the baseline of the Han beside them.
  return ascent < kLeast || ascent > kMost ? kUsual : ascent;
}

HbPtr<hb_font_t, hb_font_destroy> font_at(hb_face_t* face, Em em) {
  HbPtr<hb_font_t, hb_font_destroy> font(hb_font_create(face));
  hb_font_set_scale(font.get(), static_cast<int>(em.units()), static_cast<int>(em.units()));
  hb_font_make_immutable(font.get());
  return font;
}

}  // namespace

Face::Face(const CatalogueFace& entry)
    : index_(static_cast<unsigned>(std::max(0, entry.index))), scale_(entry.scale) {
  for (const std::string& file : entry.files) {
    std::error_code ignored;
    if (std::filesystem::is_regular_file(file, ignored)) {
      path_ = file;
      return;
    }
  }
}

hb_font_t* Face::font() const {
  std::call_once(opened_, [this] { open(); });
  return font_.get();
}

std::string Face::damage() const { return damaged_ ? damage_ : std::string(); }

void Face::open() const {
  if (!installed()) return;
  damage_ = open_or_say_why();
  damaged_ = !damage_.empty();
}

std::string Face::open_or_say_why() const {
  const Blob blob(hb_blob_create_from_file_or_fail(path_.c_str()));
  if (!blob) return "cannot be read";
  hb_blob_make_immutable(blob.get());
  const unsigned faces = hb_face_count(blob.get());
  if (faces == 0) return "is not an OpenType font";
  if (index_ >= faces) return "has no face " + std::to_string(index_);
  if (!tables_complete(Bytes(blob.get()), index_)) return "is cut off or damaged";
  const HbPtr<hb_face_t, hb_face_destroy> face(hb_face_create(blob.get(), index_));
  if (!has_table(face.get(), HB_TAG('h', 'e', 'a', 'd')) ||
      !has_table(face.get(), HB_TAG('c', 'm', 'a', 'p'))) {
    return "lacks the table head or cmap";
  }
  if (!has_table(face.get(), HB_TAG('C', 'F', 'F', ' ')) &&
      !has_table(face.get(), HB_TAG('g', 'l', 'y', 'f'))) {
    return "has no outlines";
  }
  hb_face_make_immutable(face.get());
  font_ = font_at(face.get(), scale_);
  known_ = std::make_unique<std::atomic<std::uint16_t>[]>(kBmp);
  return {};
}

std::uint32_t Face::nominal_glyph(char32_t cp) const {
  hb_font_t* const f = font();
  if (!f) return 0;
  if (cp < kBmp) {
    if (const std::uint16_t known = known_[cp].load(std::memory_order_relaxed)) {
      return known == kAbsent ? 0 : known - 1u;
    }
  }
  hb_codepoint_t glyph = 0;
  if (!hb_font_get_nominal_glyph(f, cp, &glyph)) glyph = 0;
  if (cp < kBmp && glyph + 1 != kAbsent) {
    known_[cp].store(static_cast<std::uint16_t>(glyph == 0 ? kAbsent : glyph + 1), std::memory_order_relaxed);
  }
  return glyph;
}

bool Face::has_sequence(char32_t cp, char32_t variation) const {
  hb_font_t* const f = font();
  hb_codepoint_t glyph = 0;
  return f && hb_font_get_variation_glyph(f, cp, variation, &glyph) && glyph != 0;
}

bool Face::has_feature(const Feature& feature) const {
  hb_font_t* const f = font();
  if (!f) return false;
  const HbPtr<hb_set_t, hb_set_destroy> lookups(hb_set_create());
  const hb_tag_t features[] = {hb_tag_from_string(feature.tag, 4), HB_TAG_NONE};
  hb_ot_layout_collect_lookups(hb_font_get_face(f), HB_OT_TAG_GSUB, nullptr, nullptr, features,
                               lookups.get());
  return !hb_set_is_empty(lookups.get());
}

InkBox Face::ink_box(std::uint32_t glyph) const {
  hb_font_t* const f = font();
  if (!f) return {};
  {
    const std::shared_lock lock(ink_mutex_);
    if (const auto found = ink_.find(glyph); found != ink_.end()) return found->second;
  }
  hb_glyph_extents_t e{};
  hb_font_get_glyph_extents(f, glyph, &e);  // leaves zeros for a glyph without outlines
  const InkBox box{Em::units(e.x_bearing), Em::units(e.x_bearing + e.width),
                   Em::units(e.y_bearing + e.height), Em::units(e.y_bearing)};
  const std::unique_lock lock(ink_mutex_);
  return ink_.emplace(glyph, box).first->second;
}

bool Face::has_vertical_metrics() const {
  hb_font_t* const f = font();
  return f && has_table(hb_font_get_face(f), HB_TAG('v', 'm', 't', 'x'));
}

Em Face::em_box_ascent() const {
  if (hb_font_t* const f = font()) {
    std::call_once(measured_, [&] {
      em_box_ascent_ = find_em_box_ascent(font_at(hb_font_get_face(f), Em::of(1)).get());
    });
  }
  return em_box_ascent_;
}

}  // namespace banxin
