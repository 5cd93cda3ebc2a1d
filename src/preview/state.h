// What the browser is told, as JSON.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/geometry.h"
#include "preview/live_edition.h"

namespace banxin {

/// What has become another on a page since it was shown before.
struct PageChange {
  std::uint64_t before = 0;  ///< LivePage::key of the page that was there
  Rect area;                 ///< in which they differ; empty: they look the same
};

/// What is on the screen: pages that could be made, and what was found since.
struct Shown {
  std::uint64_t number = 0;                 ///< counts up with everything that is shown
  std::shared_ptr<const LiveEdition> last;  ///< as it is now: its findings
  std::shared_ptr<const LiveEdition> good;  ///< the last that could be read: its pages; null: none yet
  std::shared_ptr<const Review> review;     ///< of `last`; null: not yet
  /// Of each page of `good`, when it is another one than before and of the same size.
  std::vector<std::optional<PageChange>> changes = {};
};

/// Shows the pages of `edition`, which could be read, from now on: `changes` says what is another.
void show_pages(Shown& shown, std::shared_ptr<const LiveEdition> edition);

/// `{"number":…,"stale":…,"paper":…,"title":…,"reviewed":…,"pages":[…],"diagnostics":[…]}`; a finding is by
/// the "edition" (reading and placing), the "lint" or the "press", and has its places on the pages.
std::string state_json(const Shown& shown);
/// Everything that overlays of one page need, in points; `page` is an index into the pages of `good`.
std::string map_json(const Shown& shown, std::size_t page);

}  // namespace banxin
