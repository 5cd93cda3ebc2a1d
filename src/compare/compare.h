// What differs between two scenes, in three layers: the words, the places, the pixels.
#pragma once

#include <string>
#include <vector>

#include "compare/scene.h"

namespace banxin {

enum class Layer { kText, kGeometry, kPixels };

/// A place on a page of one of the two scenes.
struct ChangePlace {
  std::size_t page = kNoNode;  ///< index into Scene::pages; kNoNode: nowhere
  Rect box;
};

/// One thing that is not as it was.
struct Change {
  Layer layer = Layer::kText;
  std::string kind;                           ///< stable, kebab-case: docs/testing-your-pages.md lists them
  std::string where;                          ///< "page 1, ‘以奋力攀登…’, paragraph 3"
  std::string message;                        ///< in the desk's words
  std::string before, after;                  ///< of the text layer: the words
  std::string context_before, context_after;  ///< some characters beside them
  ChangePlace old_place, new_place;
};

/// A rectangle in which pixels differ.
struct PixelRegion {
  Rect box;  ///< on the page
  std::size_t count = 0;
  int largest = 0;
};

struct PagePixels {
  std::size_t old_page = kNoNode, new_page = kNoNode;
  std::size_t count = 0;  ///< pixels that differ at all
  int largest = 0;        ///< difference of a channel, 0 to 255
  std::vector<PixelRegion> regions;
};

/// Channel differences of at most `level` on at most `pixels` pixels of a page count as equal, as in
/// browsers' reftests.
struct Fuzz {
  int level = 0;
  std::size_t pixels = 0;
};

struct Comparison {
  std::vector<Change> changes;     ///< text, then geometry, then pixels, each in page order
  std::vector<PagePixels> pixels;  ///< of the pages that were drawn
  bool same() const { return changes.empty(); }
};

/// The pages of the two that belong together, by number; kNoNode where one has no such page.
struct PagePair {
  std::size_t old_page = kNoNode, new_page = kNoNode;
};
std::vector<PagePair> pair_pages(const Scene& old_scene, const Scene& new_scene);

/// The text and geometry layers. Both scenes must outlive nothing: the result holds copies.
Comparison compare_scenes(const Scene& old_scene, const Scene& new_scene);

/// Adds the pixel layer of one pair of pages to the result.
void compare_pixels(const Scene& new_scene, PagePair pages, const Raster& old_raster,
                    const Raster& new_raster, Fuzz fuzz, Comparison& result);

/// "2字 (19 pt, 6.7 mm)": a distance along the lines, and across them in 行.
std::string across_in_words(Length distance, const ScenePage& page);
std::string down_in_words(Length distance, const ScenePage& page);
/// "right 2字 (…), down 1行 (…)"; empty when the vector is nothing.
std::string shift_in_words(Point shift, const ScenePage& page);

}  // namespace banxin
