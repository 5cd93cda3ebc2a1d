#include "render/player.h"

#include <cassert>

namespace banxin {

std::vector<const PlacedPage*> chosen_pages(const PlacedEdition& edition, const RenderOptions& options,
                                            Diagnostics& diags) {
  std::vector<const PlacedPage*> pages;
  for (const std::size_t i : options.pages) {
    assert(i < edition.pages.size());
    pages.push_back(&edition.pages[i]);
  }
  if (options.pages.empty()) {
    for (const PlacedPage& page : edition.pages) pages.push_back(&page);
  }
  if (pages.empty()) diags.error("no-pages", {}, "there is no page to draw");
  return pages;
}

bool drawn_well(cairo_status_t status, Diagnostics& diags) {
  if (status == CAIRO_STATUS_SUCCESS) return true;
  diags.error("cannot-draw", {},
              std::string("the page could not be drawn: ") + cairo_status_to_string(status));
  return false;
}

}  // namespace banxin
