// An edition as it is at one moment, for those who look at it while it is being edited.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "base/diagnostic.h"
#include "base/geometry.h"
#include "document/document.h"
#include "font/font_set.h"
#include "layout/layout.h"
#include "page/page.h"

namespace banxin {

/// A page with everything that it was made from. It may be older than the edition that holds it: it is kept
/// as long as nothing that it depends on has changed.
struct LivePage {
  std::shared_ptr<const Sources> sources;       ///< for every place in the next three
  std::shared_ptr<const Document> document;     ///< the edition as it was then
  std::shared_ptr<const PlacedEdition> placed;  ///< this page, and those that share an article with it
  std::shared_ptr<const Diagnostics> diags;     ///< of placing them
  std::size_t page = 0;                         ///< index into `placed`
  std::uint64_t key = 0;                        ///< PageKeys::page
  std::vector<std::uint64_t> items;             ///< PageKeys::items

  const PlacedPage& shown() const { return placed->pages[page]; }
};

struct LiveEdition {
  std::shared_ptr<const Sources> sources = std::make_shared<Sources>();
  Diagnostics diags;                         ///< of reading and of placing, as places in `sources`
  std::shared_ptr<const FontSet> fonts;      ///< null when the catalogue could not be read
  std::shared_ptr<const Document> document;  ///< null when the files could not be read
  std::vector<LivePage> pages;               ///< as document->edition.pages
};

/// What a press would find on a page.
struct PressMark {
  Diagnostic said;              ///< its place in the sources of the edition
  std::size_t page = 0;         ///< index into LiveEdition::pages
  std::optional<Point> corner;  ///< top left of what it is about; nothing: the page as a whole
};

/// What is said of pages once they are placed, by an editor's eye and by a press.
struct Review {
  Diagnostics lint;  ///< as places in the sources of the edition
  std::vector<PressMark> press;
};

/// Makes the edition from its files as they are now.
using MakeLive = std::function<std::shared_ptr<LiveEdition>()>;

struct PageKeys {
  /// The same for pages that look the same and say the same in the same order: what is drawn, the structure
  /// that it belongs to, and the state of the files of photos and artwork.
  std::uint64_t page = 0;
  /// Of each item, the same for those that look the same.
  std::vector<std::uint64_t> items;
};
PageKeys page_keys(const PlacedEdition& edition, std::size_t page);

/// What has to be painted again when `after` takes the place of `before`: a box round all that is different.
/// Empty when they look the same; nothing when they are not of one size.
std::optional<Rect> changed_area(const LivePage& before, const LivePage& after);

/// Of each file of `from` its number in `to`, by its name; SourceSpan::kNoFile when it is not there.
std::vector<std::uint32_t> numbers_in(const Sources& from, const Sources& to);

/// The edition as place_edition would place it, put together from the pages that are there: places in the
/// edition's own sources, articles as its document numbers them.
PlacedEdition whole_edition(const LiveEdition& edition);

/// Places the pages of editions that follow one another, and of each only what is another: for an article
/// that has changed its own pages are put together again, of stories that were fitted before; a change of any
/// other file costs all.
class PageCache {
 public:
  explicit PageCache(Missing missing = Missing::kNothing) : missing_(missing) {}

  /// Fills `edition.pages` and adds the findings to `edition.diags`; document, sources and fonts are there.
  void place(LiveEdition& edition);

 private:
  struct Group {
    std::uint64_t key = 0;
    std::vector<LivePage> pages;
  };
  std::vector<LivePage> place_group(const LiveEdition& edition, const std::vector<std::size_t>& pages);

  Missing missing_;  // what stands in frames without an article
  std::uint64_t common_ = 0;
  std::shared_ptr<const FontSet> fonts_;  // of the next two, as is common_
  std::vector<Group> groups_;             // of the last edition
  StoryMemo stories_;                     // of the last editions
};

}  // namespace banxin
