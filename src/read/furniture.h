// Page furniture in layouts and editions -> document/furniture.h.
#pragma once

#include <span>
#include <string_view>

#include "document/document.h"
#include "read/fields.h"
#include "read/file.h"
#include "read/overlay.h"

namespace banxin {

extern const KindSpec kNameplateFrameKind, kTextFrameKind, kDigestFrameKind, kQrFrameKind, kAdvertFrameKind;
extern const KindSpec kArtworkKind, kDigestEntryKind, kAdvertKind;

/// A kind of frame that holds furniture.
struct FurnitureKind {
  std::string_view name;  ///< as the key `kind` has it
  const KindSpec* keys;
  void (*read)(const Fields& keys, const PageLayout& layout, Frame& frame, Reading& in);
};
std::span<const FurnitureKind> furniture_kinds();
/// nullptr for a word that is none of them.
const FurnitureKind* furniture_kind(std::string_view name);

/// `key` and `key`-form: a line along an edge.
void read_edge(const Fields& keys, std::string_view key, std::string_view form, EdgeRule& out);

/// Finds the files of the artwork inside the project. A file that is not there is no error yet: the measuring
/// of artwork reports it, so that a preview can show the rest of the page.
void resolve_artwork(Artwork& art, const Project& project, Reading& in);

/// The furniture of one page of an edition: texts, digests, adverts, credits, each bound to a frame of
/// `layout` (nullptr: it could not be read).
void read_page_furniture(const Fields& keys, const PageLayout* layout, const Project& project, PageSpec& page,
                         Reading& in);
/// `role: name`, in order; a role that is there already is replaced.
void read_credits(const Fields& keys, std::vector<Credit>& credits, Reading& in);

/// Checks every field of the furniture, and replaces {page:…} and the references of digests by the numbers of
/// the pages where the articles and frames stand. `taken`: where an overlay takes one away, it is told there.
void fill_references(Document& document, std::span<const TakenAway> taken, Reading& in);

}  // namespace banxin
