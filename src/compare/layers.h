// The parts of a comparison. Internal to compare/.
#pragma once

#include <vector>

#include "compare/compare.h"
#include "compare/match.h"

namespace banxin {

/// Two scenes and what is known of how they belong together.
struct Pairing {
  const Scene& old_scene;
  const Scene& new_scene;
  const Stories& old_stories;
  const Stories& new_stories;
  const Matched& matched;

  const CopyBlock& old_block(const CopyPair& pair) const { return old_stories.blocks[pair.old_block]; }
  const CopyBlock& new_block(const CopyPair& pair) const { return new_stories.blocks[pair.new_block]; }
  /// By how much a place may differ and still be the same: dumps are exact to 1/1000 pt, PDFs are not.
  Length tolerance() const {
    return old_scene.exact && new_scene.exact ? Length::points(0.0025) : Length::points(0.05);
  }
};

/// Words: which characters changed, moved or vanished.
void text_changes(const Pairing& pairing, std::vector<Change>& out);
/// Titles, dates, alternative texts: what is said and not seen.
void fact_changes(const Pairing& pairing, std::vector<Change>& out);
/// Lines that moved, were broken anew or spaced otherwise; size, face, ink.
void line_changes(const Pairing& pairing, std::vector<Change>& out);
/// Rules, strokes, photos and what else has a box.
void item_changes(const Pairing& pairing, std::vector<Change>& out);
/// Pages and frames.
void frame_changes(const Pairing& pairing, std::vector<Change>& out);

/// The em box of a character.
Rect box_of(const CopyCharacter& character);
/// Around characters [from, to) of a block as far as they stand on one page; a caret when there are none.
ChangePlace place_of(const CopyBlock& block, std::size_t from, std::size_t to);
/// Around the whole block, so far as it stands on its first page.
ChangePlace place_of(const CopyBlock& block);

}  // namespace banxin
