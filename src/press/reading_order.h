// What PlacedEdition knows about the order of reading, in the words of PDF: which figures were drawn, and
// where the threads of the articles run.
#pragma once

#include <string>
#include <vector>

#include "page/page.h"

namespace banxin {

/// The pages that were drawn, in their order.
std::vector<const PlacedPage*> drawn_pages(const PlacedEdition& edition,
                                           const std::vector<std::size_t>& pages);

/// The figures in the order in which the drawing met them, as the tags do: a figure that is met again after
/// another element counts again.
std::vector<NodeId> drawn_figures(const PlacedEdition& edition, const std::vector<const PlacedPage*>& pages);

/// The elements of all kinds in the order in which the drawing met them; one that is met again after another
/// counts again.
std::vector<NodeId> drawn_elements(const PlacedEdition& edition, const std::vector<const PlacedPage*>& pages);

/// A piece of an article that is read without a jump of the eye: the headline group, or one run of lines down
/// one column.
struct Bead {
  std::size_t page = 0;  ///< index into the drawn pages
  Rect box;              ///< on that page, origin at the top left of the trim
};

struct Thread {
  std::string title;
  std::vector<Bead> beads;
};

/// One thread an article, in the order of their first lines. Captions and pictures are no part of it.
std::vector<Thread> article_threads(const PlacedEdition& edition,
                                    const std::vector<const PlacedPage*>& pages);

}  // namespace banxin
