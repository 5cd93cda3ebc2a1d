// The faces of one run: chosen by role and coverage, opened when first asked for, shaped and measured with
// HarfBuzz's own font functions, subset for the players. The only folder that sees HarfBuzz.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/length.h"
#include "document/catalogue.h"
#include "document/setting.h"

namespace banxin {

/// Index into FontSet's faces; the same numbers as FontCatalogue::faces.
using FaceId = std::uint16_t;
inline constexpr FaceId kNoFace = 0xFFFF;

/// Ink box of a glyph in em, y up from the baseline.
struct InkBox {
  Em left, right, bottom, top;
  bool empty() const { return left >= right; }
};

/// One shaped glyph, in em of the run's size. The advance is along the line, positive; dx (to the right) and
/// dy (up) lead from the pen to the glyph's origin, as in HarfBuzz: on a vertical line the pen stands at the
/// top centre of the cell, so that an upright Han has dx −.5, dy −.88.
struct ShapedGlyph {
  std::uint32_t id = 0;
  std::uint32_t cluster = 0;  ///< byte offset in the text given to `shape`
  Em advance, dx, dy;
  bool unsafe_to_break = false;  ///< breaking before this cluster needs a reshape (HarfBuzz)
};

/// OpenType feature to switch, e.g. {"hwid", true}.
struct Feature {
  char tag[5] = {};
  bool on = true;
};

/// What switches to the forms on: smcp, c2sc, onum.
std::vector<Feature> letter_features(const LetterForms& forms);
/// The one of them that changes this letter or digit; none: `on` is false.
Feature feature_for(const LetterForms& forms, char32_t cp);

struct ShapeRequest {
  FaceId face = kNoFace;
  std::string_view text;             ///< the whole paragraph, so that contexts are right
  std::size_t begin = 0, end = 0;    ///< bytes to shape
  std::string_view script = "Hani";  ///< ISO 15924
  Language language = Language::kHans;
  /// Set in the Latin script with language "en". Curly quotes of a CJK face stay 1 em wide all the same,
  /// unless the feature pwid is asked for.
  bool western = false;
  /// Shaped from right to left, in the script of its own letters; only horizontal.
  bool right_to_left = false;
  Direction direction = Direction::kHorizontal;
  std::span<const Feature> features;
};

/// A face cut down to the glyphs that a document uses: unhinted, desubroutinized, so that Cairo 1.16 has
/// little to embed (limits.md 0).
struct FontSubset {
  std::string bytes;                      ///< an OpenType font with one face
  std::vector<std::uint32_t> glyphs;      ///< the glyph ids asked for, sorted; the i-th …
  std::vector<std::uint32_t> subset_ids;  ///< … is this glyph of the subset
};

/// Not copyable; const functions may be called from several threads.
class FontSet {
 public:
  /// Never opens a file yet; a role without any installed face is an error naming the Debian package.
  FontSet(FontCatalogue catalogue, Diagnostics& diags);
  ~FontSet();
  FontSet(FontSet&&) noexcept;
  FontSet& operator=(FontSet&&) noexcept;

  const FontCatalogue& catalogue() const;
  bool has_role(std::string_view role) const;

  /// What part of a role's chain a character is looked up in first.
  enum class Part { kHan, kLatin, kMarks };
  /// The first face of the role (in its weight, else in the regular one) that has `cp`; kNoFace when none
  /// has. `variation` is a variation selector that follows, or 0: a face that knows the sequence is
  /// preferred.
  /// Western letters in special forms take the first face that has those.
  FaceId face_for(const FontChoice& choice, Part part, char32_t cp, char32_t variation = 0) const;
  bool has_glyph(FaceId face, char32_t cp) const;
  bool has_feature(FaceId face, Feature feature) const;  ///< among its substitutions
  /// How the role can come to a face with this feature, as the hint of a finding.
  std::string how_to_get(Feature feature, const FontChoice& choice) const;
  /// Debian packages of the role's faces that are not installed, most wanted first, " or " between them;
  /// empty when all are.
  std::string packages_missing(const FontChoice& choice) const;
  std::uint32_t nominal_glyph(FaceId face, char32_t cp) const;  ///< 0: none

  /// Clusters are graphemes or ligatures (—— is one glyph of 2 em) and never go back, not even in text that
  /// reads from right to left: there the first glyph is the rightmost. Characters that are
  /// never seen (variation selectors, U+200B, U+00AD) leave no glyph; their bytes belong to a neighbouring
  /// cluster.
  /// The scale and raise of the face are in all measures: letters grow from the baseline, Han and their marks
  /// round the middle of their 字.
  std::vector<ShapedGlyph> shape(const ShapeRequest& request) const;
  Em scale(FaceId face) const;  ///< what a glyph is drawn at, of the run's size
  InkBox ink_box(FaceId face, std::uint32_t glyph) const;
  /// Top of the em box above the baseline, whatever the scale: BASE ideo, OS/2 typo (never hhea), the ink of
  /// ideographs where they contradict it, .88 for faces without any.
  Em em_box_ascent(FaceId face) const;

  /// nullopt and an error when HarfBuzz cannot subset the face.
  std::optional<FontSubset> subset(FaceId face, std::span<const std::uint32_t> glyphs,
                                   Diagnostics& diags) const;
  /// What came up since: font files that turned out damaged (errors; their faces have no characters), roles
  /// that were asked for and are set in a stand-in (warnings). In the order of the catalogue.
  void report(Diagnostics& diags) const;
  /// Path of the face's file; empty when it is not installed.
  const std::string& path(FaceId face) const;

 private:
  FaceId face_with_forms(const CatalogueRole& role, const FontChoice& choice, char32_t cp) const;
  Em raise_of(const ShapeRequest& request) const;

  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace banxin
