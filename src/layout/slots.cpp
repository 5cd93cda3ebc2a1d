#include "layout/slots.h"

#include <algorithm>

namespace banxin {

namespace {

bool covered(const std::vector<Block>& blocks, int leg, int row) {
  return std::any_of(blocks.begin(), blocks.end(), [&](const Block& b) {
    return b.legs.overlaps({leg, leg}) && b.rows.overlaps({row, row});
  });
}

}  // namespace

std::vector<Slot> make_slots(const std::vector<TextPlace>& places, int last_rows) {
  std::vector<Slot> slots;
  for (std::size_t i = 0; i < places.size(); ++i) {
    const TextArea& area = places[i].area;
    const int rows = i + 1 == places.size() ? last_rows : area.shape().rows;
    for (int leg = 1; leg <= area.shape().legs; ++leg) {
      for (int row = 1; row <= rows; ++row) {
        if (covered(places[i].blocks, leg, row)) continue;
        slots.push_back({static_cast<int>(i), leg, row, area.leg_start(leg), area.shape().measure});
      }
    }
  }
  return slots;
}

std::vector<Slot> make_slots(const std::vector<TextPlace>& places) {
  return make_slots(places, places.empty() ? 0 : places.back().area.shape().rows);
}

int level_rows(const std::vector<TextPlace>& places, int lines) {
  const int all = places.back().area.shape().rows;
  for (int rows = 1; rows < all; ++rows) {
    if (static_cast<int>(make_slots(places, rows).size()) >= lines) return rows;
  }
  return all;
}

}  // namespace banxin
