#include "layout/slots.h"

#include <algorithm>
#include <optional>

namespace banxin {

namespace {

/// A part of a leg's width.
struct Piece {
  Length from, to;
  Length length() const { return to - from; }
};

/// What the obstacles leave of a row of a leg: the longest piece.
Piece free_piece(const TextPlace& place, int leg, int row) {
  const LocalRect cell = place.area.cells({leg, leg}, {row, row});
  const Piece whole{cell.u, cell.u + cell.length};
  const auto meets = [&](const Obstacle& o) { return o.box.overlaps(cell); };
  if (std::none_of(place.obstacles.begin(), place.obstacles.end(), meets)) return whole;
  const Length clearance = place.area.shape().size * kClearance;
  std::vector<Piece> free{whole};
  for (const Obstacle& o : place.obstacles) {
    if (!meets(o)) continue;
    std::vector<Piece> rest;
    for (const Piece& p : free) {
      rest.push_back({p.from, std::min(p.to, o.box.u - clearance)});
      rest.push_back({std::max(p.from, o.box.u + o.box.length + clearance), p.to});
    }
    std::erase_if(rest, [](const Piece& p) { return p.length() <= Length(); });
    free = std::move(rest);
  }
  const auto longest = std::max_element(
      free.begin(), free.end(), [](const Piece& a, const Piece& b) { return a.length() < b.length(); });
  return longest == free.end() ? Piece{} : *longest;
}

std::optional<Slot> slot_at(const TextPlace& place, int index, int leg, int row) {
  const TextArea& area = place.area;
  const Piece piece = free_piece(place, leg, row);
  Slot slot{index, leg, row, piece.from, piece.length(), place.part};
  if (piece.length() == area.shape().measure) return slot;
  const std::int64_t characters = piece.length().units() / area.shape().size.units();
  if (characters < kNarrowestLeg) return std::nullopt;
  slot.measure = area.shape().size * characters;
  if (piece.from != area.leg_start(leg)) slot.u = piece.to - slot.measure;
  return slot;
}

/// The last row of the last place.
int foot_of(const std::vector<Slot>& slots) {
  int row = 0;
  for (const Slot& slot : slots) row = std::max(row, slot.place == slots.back().place ? slot.row : 0);
  return row;
}

}  // namespace

std::vector<Slot> make_slots(const std::vector<TextPlace>& places, int last_rows) {
  std::vector<Slot> slots;
  for (std::size_t i = 0; i < places.size(); ++i) {
    const TextArea::Shape& shape = places[i].area.shape();
    const int rows = i + 1 == places.size() ? last_rows : shape.rows;
    for (int leg = 1; leg <= shape.legs; ++leg) {
      for (int row = 1; row <= rows; ++row) {
        if (const auto slot = slot_at(places[i], static_cast<int>(i), leg, row)) slots.push_back(*slot);
      }
    }
  }
  return slots;
}

std::vector<Slot> make_slots(const std::vector<TextPlace>& places) {
  return make_slots(places, places.empty() ? 0 : places.back().area.shape().rows);
}

int rows_too_narrow(const TextPlace& place) {
  int rows = 0;
  for (int leg = 1; leg <= place.area.shape().legs; ++leg) {
    for (int row = 1; row <= place.area.shape().rows; ++row) {
      const Length room = free_piece(place, leg, row).length();
      if (room > Length() && room < place.area.shape().size * kNarrowestLeg) ++rows;
    }
  }
  return rows;
}

int level_rows(const std::vector<TextPlace>& places, int lines) {
  const int last = static_cast<int>(places.size()) - 1, all = places.back().area.shape().rows;
  std::vector<int> in_row(static_cast<std::size_t>(all) + 1);
  for (const Slot& slot : make_slots(places)) {
    if (slot.place == last) {
      ++in_row[static_cast<std::size_t>(slot.row)];
    } else {
      --lines;
    }
  }
  for (int row = 1; row < all; ++row) {
    lines -= in_row[static_cast<std::size_t>(row)];
    if (lines <= 0) return row;
  }
  return all;
}

std::vector<Slot> with_shorter_legs(const std::vector<Slot>& slots, int legs, int before) {
  std::vector<Slot> out;
  const int foot = foot_of(slots);
  int feet = 0;
  for (const Slot& slot : slots) {
    const bool at_foot = slot.place == slots.back().place && slot.row == foot;
    if (at_foot) ++feet;
    if (!at_foot || feet <= before || feet > before + legs) out.push_back(slot);
  }
  return out;
}

int legs_at_foot(const std::vector<Slot>& slots) {
  const int foot = foot_of(slots);
  return static_cast<int>(std::count_if(slots.begin(), slots.end(), [&](const Slot& slot) {
    return slot.place == slots.back().place && slot.row == foot;
  }));
}

}  // namespace banxin
