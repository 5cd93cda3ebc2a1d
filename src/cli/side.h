// One side of a comparison: a PDF, an edition or a dump.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cli/context.h"
#include "cli/make_edition.h"
#include "compare/compare.h"
#include "render/read_pdf.h"

namespace banxin {

/// A photo or a delivered page that a dump names, and that is not there to be compared with a PDF.
struct Unseen {
  std::size_t page = 0;
  Rect box;
  bool artwork = false;  ///< its type is unknown as well
};

struct Side {
  enum class Kind { kPdf, kEdition, kDump };
  std::string name;  ///< as the user gave it
  Kind kind = Kind::kEdition;
  std::string bytes;                          ///< of the file
  std::optional<MadeEdition> made;            ///< of an edition
  std::optional<PdfFile> pdf;                 ///< of a PDF, or of what is held against one
  std::map<std::string, PlacedImage> photos;  ///< by the names in the dump, for drawing
  std::vector<Artwork> artworks;              ///< likewise
  std::vector<Unseen> unseen;                 ///< what neither side is judged by
  Scene scene;
};

/// Fonts that are opened when first asked for: comparing PDFs needs none.
class LazyFonts {
 public:
  explicit LazyFonts(Context& context) : context_(context) {}
  /// nullptr and a finding when there are none.
  const FontSet* get();

 private:
  Context& context_;
  std::optional<FontSet> fonts_;
  bool tried_ = false;
};

/// Reads both; false and a finding when one of them cannot be read. What is held against a PDF is made a PDF
/// too, so that both are read by the same reader.
bool open_sides(Side& old_side, Side& new_side, LazyFonts& fonts, Context& context);

/// The pixels of a page; nullopt when it cannot be drawn. `through_dump`: an edition is drawn from its dump,
/// because the other side has nothing else.
std::optional<Raster> draw_side(const Side& side, std::size_t page, int ppi, bool through_dump,
                                LazyFonts& fonts, Context& context);

/// A page of a placed edition, as pixels.
std::optional<Raster> draw_placed(const PlacedEdition& edition, std::size_t page, int ppi,
                                  const FontSet& fonts, Diagnostics& diags);
/// The photos that are there, by the names that a dump gives them.
std::map<std::string, PlacedImage> photos_by_name(const PlacedEdition& edition);

}  // namespace banxin
