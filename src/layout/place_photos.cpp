#include "layout/place_photos.h"

#include <algorithm>
#include <span>
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

void report_height(const Frame& frame, const PhotoSlot& slot, const PhotoBlock& block, int free,
                   Diagnostics& diags) {
  if (block.rows > free) {
    const int most = slot.rows.value - (block.rows - free);
    diags.error("photo-too-high", slot.rows.where,
                "the photo with its caption takes " + std::to_string(block.rows) + " 行, frame '" +
                    frame.name.value + "' has " + std::to_string(free) + " for it",
                most > 0 ? "give it " + std::to_string(most) + " rows, or the frame more"
                         : "give the frame more rows");
  }
  if (!block.caption_fits) {
    diags.error("caption-too-long", block.pictures.front().photo->caption.where(),
                "the caption is longer than the picture that it stands beside is high",
                "cut it, or give it more 字 with `caption: {width: …}`");
  }
}

bool overlap(const std::vector<Obstacle>& a, const std::vector<Obstacle>& b) {
  return std::any_of(a.begin(), a.end(), [&](const Obstacle& x) {
    return std::any_of(b.begin(), b.end(), [&](const Obstacle& y) { return x.box.overlaps(y.box); });
  });
}

void report_covered(const Frame& frame, const PhotoSlot& slot, const PhotoBlock& block,
                    const std::vector<Obstacle>& before, const std::vector<Obstacle>& photos,
                    Diagnostics& diags) {
  const std::string name = "photo '" + block.pictures.front().photo->file.value + "' covers ",
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
  const std::span<const Photo> photos = story.article->photos;
  std::vector<std::vector<Obstacle>> taken(story.places.size());
  std::size_t next = 0;
  for (std::size_t at = 0; at < story.frames.size(); ++at) {
    const TextPlace& place = story.places[at];
    for (const PhotoSlot& slot : story.frames[at]->photos) {
      if (next >= photos.size()) break;
      const std::size_t count = std::min(photos.size() - next, slot.places());
      const std::span<const Photo> here = photos.subspan(next, count);
      next += count;
      const Range rows = free_rows(place, slot.columns.value);
      PhotoBlock block = set_photos(here, slot, setter, place.area, rows);
      report_height(*story.frames[at], slot, block, rows.count(), diags);
      if (block.rows > rows.count()) {
        PhotoSlot lower = slot;  // so that a preview shows no overlap
        lower.rows.value = std::max(1, slot.rows.value - (block.rows - rows.count()));
        block = set_photos(here, lower, setter, place.area, rows);
      }
      report_covered(*story.frames[at], slot, block, place.obstacles, taken[at], diags);
      taken[at].insert(taken[at].end(), block.obstacles.begin(), block.obstacles.end());
      block.place = at;
      story.photos.push_back(std::move(block));
    }
  }
  for (const Photo& photo : photos.subspan(next)) {
    diags.error("photo-unplaced", photo.file.where,
                "frame '" + story.frame->name.value + "' has no place for photo '" + photo.file.value + "'",
                "add an entry to `photos:` of the frame, or take the photo out of the article");
  }
  for (std::size_t i = 0; i < taken.size(); ++i) {
    std::vector<Obstacle>& obstacles = story.places[i].obstacles;
    obstacles.insert(obstacles.end(), taken[i].begin(), taken[i].end());
  }
}

}  // namespace banxin
