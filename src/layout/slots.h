// Line slots: the idea that carries the layout. A story's place is a sequence of slots, and everything that a
// page can do is a way of making that sequence; text then flows by one algorithm.
#pragma once

#include <vector>

#include "layout/text_area.h"

namespace banxin {

/// Room for one line of body text, in the coordinates of its text area.
struct Slot {
  int place = 0;         ///< index of the TextPlace
  int leg = 1, row = 1;  ///< of its area
  Length u;              ///< where the line starts
  Length measure;        ///< how long it may be

  bool same_leg(const Slot& o) const { return place == o.place && leg == o.leg; }
};

/// Cells of a text area that the text of a story keeps out of: photos, captions, other frames.
struct Block {
  Range legs, rows;
};

/// A part of a story's room: one text area, less its blocks.
struct TextPlace {
  TextArea area;
  std::vector<Block> blocks;
};

/// The slots of the places, one after the other: each leg by leg, from row 1 down. Of the last place only
/// `last_rows` rows are used.
std::vector<Slot> make_slots(const std::vector<TextPlace>& places, int last_rows);
std::vector<Slot> make_slots(const std::vector<TextPlace>& places);

/// The rows of the last place in which `lines` lines just fit, all of them if need be: its legs then end
/// level, and what is short is short in the last leg (CLREQ: 10 lines in 3 columns stand 4, 4, 2). Blocks do
/// not move.
int level_rows(const std::vector<TextPlace>& places, int lines);

}  // namespace banxin
