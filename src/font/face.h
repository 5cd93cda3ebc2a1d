// One face of one font file: mapped and opened when first asked for. Internal to font/.
#pragma once

#include <hb.h>

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <shared_mutex>
#include <string>
#include <unordered_map>

#include "font/font_set.h"

namespace banxin {

/// Lets a unique_ptr own a HarfBuzz object: HbPtr<hb_font_t, hb_font_destroy>.
template <auto destroy>
struct HbDelete {
  template <class T>
  void operator()(T* object) const {
    destroy(object);
  }
};
template <class T, auto destroy>
using HbPtr = std::unique_ptr<T, HbDelete<destroy>>;

/// Const functions may be called from several threads; the first of them opens the file.
class Face {
 public:
  /// Only looks which of the files exists.
  explicit Face(const CatalogueFace& entry);

  bool installed() const { return !path_.empty(); }
  Em scale() const { return scale_; }
  const std::string& path() const { return path_; }  ///< empty when no file of the entry exists
  /// nullptr when the file is not installed or damaged. Immutable; em = Em::kUnitsPerEm × scale; hb-ot
  /// functions.
  hb_font_t* font() const;
  /// What is wrong with the file; empty when all is well or nobody has asked for the face yet.
  std::string damage() const;

  std::uint32_t nominal_glyph(char32_t cp) const;            ///< 0: none
  bool has_sequence(char32_t cp, char32_t variation) const;  ///< in the cmap's format 14
  bool has_feature(const Feature& feature) const;            ///< in GSUB
  InkBox ink_box(std::uint32_t glyph) const;
  Em em_box_ascent() const;           ///< as if its scale were 1
  bool has_vertical_metrics() const;  ///< the table vmtx

 private:
  void open() const;
  std::string open_or_say_why() const;

  std::string path_;
  unsigned index_ = 0;
  Em scale_;
  mutable std::once_flag opened_, measured_;
  mutable HbPtr<hb_font_t, hb_font_destroy> font_;
  mutable std::string damage_;
  mutable std::atomic<bool> damaged_ = false;
  mutable Em em_box_ascent_ = Em::of(0.88);
  // Glyph + 1 of every BMP character asked for so far, kAbsent, or 0: not looked up yet. Every character of a
  // page is looked up before it is shaped, and HarfBuzz takes ten times as long to search the cmap.
  static constexpr std::uint16_t kAbsent = 0xFFFF;
  mutable std::unique_ptr<std::atomic<std::uint16_t>[]> known_;
  // CFF outlines are interpreted to find their box (some microseconds each), and layout asks for few glyphs
  // often.
  mutable std::shared_mutex ink_mutex_;
  mutable std::unordered_map<std::uint32_t, InkBox> ink_;
};

/// What a face without vertical metrics lacks on a vertical line; HarfBuzz would take hhea's line height for
/// the advance.
struct VerticalFallback {
  Em em_box_ascent;
};

/// `fallback`: of a face without vertical metrics. shape.cpp
std::vector<ShapedGlyph> shape_text(hb_font_t* font, const ShapeRequest& request,
                                    const std::optional<VerticalFallback>& fallback);

/// nullopt when HarfBuzz cannot cut the face or the result has no outlines. subset.cpp
std::optional<FontSubset> subset_face(hb_face_t* face, std::span<const std::uint32_t> glyphs);

}  // namespace banxin
