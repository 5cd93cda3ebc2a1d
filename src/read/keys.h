// What may be written in each kind of file, as tables: they drive the checks (fields.h), the JSON Schemas
// (schema.cpp) and so the editors' completion. A key that is not here does not exist.
#pragma once

#include <span>
#include <string_view>

namespace banxin {

/// The form of a value. How it is read: unit.h; how it is said in messages and in JSON Schema: shape.h.
enum class Shape {
  kText,
  kWord,  ///< one of KeySpec::words
  kFlag,  ///< true or false
  kInteger,
  kCharacters,  ///< a whole number of 字
  kRows,        ///< a whole number of 行
  kRange,       ///< "1-4"
  kLength,      ///< pt, mm, cm, Q
  kTypeSize,    ///< the same or 小五
  kPitch,       ///< the same or in 字 of the type's size
  kSpace,       ///< pt, mm, cm, Q, in 字 or 行 of the grid
  kEm,          ///< in 字
  kPercent,     ///< a whole number of %
  kInk,
  kFont,
  kDate,
  kPaper,          ///< a name of a paper size, or [width, height]
  kPoint,          ///< [x, y], fractions of a picture
  kSize,           ///< [width, height], lengths
  kTexts,          ///< a list of texts
  kObject,         ///< keys of KeySpec::kinds
  kBox,            ///< the same, or a length alone: the thickness of a line
  kObjects,        ///< a list of such
  kNamed,          ///< names of the user's (or `words`) -> keys of one of KeySpec::kinds
  kTextByName,     ///< names of the user's -> text
  kObjectsByName,  ///< names of the user's -> a list of groups with keys of KeySpec::kinds
};

struct KindSpec;

struct KeySpec {  // NOLINT(clang-analyzer-optin.performance.Padding): in the order that the table reads best
  std::string_view name;
  Shape shape;
  std::string_view what;  ///< one clause, for messages and editors
  bool required = false;
  double least = 0, most = 0;  ///< of a number, a length in pt, a text in characters; both 0: no bounds
  std::span<const std::string_view> words = {};
  std::span<const KindSpec* const> kinds = {};
};

struct KindSpec {
  std::string_view name;  ///< "grid", as in "unknown key 'x' in grid"
  std::string_view what;
  std::span<const KeySpec> keys;

  const KeySpec* find(std::string_view key) const;
};

extern const KindSpec kLayoutKind, kPageKind, kMarginsKind, kGridKind, kSettingKind, kStyleKind,
    kSpanStyleKind, kStoryFrameKind, kPhotoFrameKind, kFolioFrameKind, kPhotoSlotKind, kCaptionKind, kInkKind;
extern const KindSpec kFitKind, kCellsKind, kFrameGridKind, kBoxKind, kRuleFrameKind, kJumpsKind,
    kHeadlineKind;
extern const KindSpec kEditionKind, kEditionPageKind, kOverlayKind, kOverlayPageKind;
extern const KindSpec kArticleKind, kPhotoKind;
extern const KindSpec kCatalogueKind, kFaceKind, kRoleKind;

/// A name of Shape::kPaper: trim sizes in mm.
struct PaperSize {
  std::string_view name;
  double width, height;
};
std::span<const PaperSize> paper_sizes();

/// The kinds of file, in the order of `schema_names`.
struct FileKind {
  std::string_view name;
  const KindSpec* kind;
};
std::span<const FileKind> file_kinds();

}  // namespace banxin
