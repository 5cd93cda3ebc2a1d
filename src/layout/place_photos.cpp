#include "layout/place_photos.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace banxin {

namespace {

/// Rows of the place that are free over all of these legs, from the first to the last.
Range free_rows(const TextPlace& place, Range legs) {
  const auto is_free = [&](int row) {
    const LocalRect cells = place.area.cells(legs, {row, row});
    return std::none_of(place.obstacles.begin(), place.obstacles.end(),
                        [&](const Obstacle& o) { return o.box.overlaps(cells); });
  };
  Range rows = place.area.all_rows();
  while (rows.first < rows.last && !is_free(rows.first)) ++rows.first;
  while (rows.last > rows.first && !is_free(rows.last)) --rows.last;
  return rows;
}

void report_high_photo(const Frame& frame, const PhotoSlot& slot, int rows, int free, Diagnostics& diags) {
  const int most = slot.rows.value - (rows - free);
  diags.error(
      "photo-too-high", slot.rows.where,
      "the photo with its caption takes " + std::to_string(rows) + " 行, frame '" + frame.name.value +
          "' has " + std::to_string(free) + " for it",
      most > 0 ? "give it " + std::to_string(most) + " rows, or the frame more" : "give the frame more rows");
}

bool overlap(const std::vector<Obstacle>& a, const std::vector<Obstacle>& b) {
  return std::any_of(a.begin(), a.end(), [&](const Obstacle& x) {
    return std::any_of(b.begin(), b.end(), [&](const Obstacle& y) { return x.box.overlaps(y.box); });
  });
}

void report_covered(const Frame& frame, const Photo& photo, const PhotoSlot& slot, const PhotoBlock& block,
                    const std::vector<Obstacle>& before, const std::vector<Obstacle>& photos,
                    Diagnostics& diags) {
  const std::string name = "photo '" + photo.file.value + "' covers ",
                    of = "frame '" + frame.name.value + "'";
  if (overlap(block.obstacles, photos)) {
    diags.error("overlapping-photos", slot.columns.where, name + "another photo of " + of,
                "give one of them fewer rows, or other columns");
  } else if (overlap(block.obstacles, before)) {
    diags.error("photo-in-the-way", slot.columns.where,
                name + "the headline group or a frame that stands inside " + of,
                "give it other columns or fewer rows, or let it stand at the top or bottom");
  }
}

}  // namespace

void place_photos(Story& story, const Setter& setter, Diagnostics& diags) {
  struct Place {
    std::size_t index;
    const PhotoSlot* slot;
  };
  std::vector<Place> slots;
  for (std::size_t i = 0; i < story.frames.size(); ++i) {
    for (const PhotoSlot& slot : story.frames[i]->photos) slots.push_back({i, &slot});
  }
  std::vector<std::vector<Obstacle>> taken(story.places.size());
  for (std::size_t i = 0; i < story.article->photos.size(); ++i) {
    const Photo& photo = story.article->photos[i];
    if (i >= slots.size()) {
      diags.error("photo-unplaced", photo.file.where,
                  "frame '" + story.frame->name.value + "' has no place for photo '" + photo.file.value + "'",
                  "add an entry to `photos:` of the frame, or take the photo out of the article");
      continue;
    }
    const std::size_t at = slots[i].index;
    const TextPlace& place = story.places[at];
    const PhotoSlot& slot = *slots[i].slot;
    const Range rows = free_rows(place, slot.columns.value);
    PhotoBlock block = set_photo(photo, slot, setter, place.area, rows);
    if (block.rows > rows.count()) {
      report_high_photo(*story.frames[at], slot, block.rows, rows.count(), diags);
      PhotoSlot lower = slot;  // so that a preview shows no overlap
      lower.rows.value = std::max(1, slot.rows.value - (block.rows - rows.count()));
      block = set_photo(photo, lower, setter, place.area, rows);
    }
    report_covered(*story.frames[at], photo, slot, block, place.obstacles, taken[at], diags);
    taken[at].insert(taken[at].end(), block.obstacles.begin(), block.obstacles.end());
    block.place = at;
    story.photos.push_back(std::move(block));
  }
  for (std::size_t i = 0; i < taken.size(); ++i) {
    std::vector<Obstacle>& obstacles = story.places[i].obstacles;
    obstacles.insert(obstacles.end(), taken[i].begin(), taken[i].end());
  }
}

}  // namespace banxin
