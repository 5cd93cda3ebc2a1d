// Line slots: the idea that carries the layout. A story's place is a sequence of slots, and everything that a
// page can do is a way of making that sequence; text then flows by one algorithm.
#pragma once

#include <string>
#include <vector>

#include "layout/text_area.h"

namespace banxin {

/// Room for one line of body text, in the coordinates of its text area.
struct Slot {
  int place = 0;         ///< index of the TextPlace
  int leg = 1, row = 1;  ///< of its area
  Length u;              ///< where the line starts
  Length measure;        ///< how long it may be
  int part = 0;          ///< that of its place

  bool same_leg(const Slot& o) const { return place == o.place && leg == o.leg; }
};

/// What the text of a story keeps out of.
struct Obstacle {
  enum class Kind {
    kOwn,      ///< a photo, a caption, the headline group
    kForeign,  ///< of somebody else: no rule of ours runs along it
  };
  LocalRect box;
  Kind kind = Kind::kOwn;
};

/// A part of a story's room: one text area, less its obstacles.
struct TextPlace {
  TextArea area;
  std::vector<Obstacle> obstacles;
  std::string frame;   ///< name of the frame
  int first_row = 1;   ///< of the page's grid, counted on in rows of the area
  bool rules = false;  ///< 栏线
  int part = 0;        ///< 0: on the page where the story begins, then one more a jump
};

/// Text beside a picture keeps one 字 from it; where under kNarrowestLeg 字 are left, none stands there
/// (typography.md 6.6).
inline constexpr int kClearance = 1;

/// The slots of the places, one after the other: each leg by leg, from row 1 down. Where an obstacle takes a
/// part of a leg's width the slot is as wide as the larger part beside it. Of the last place only `last_rows`
/// rows are used.
std::vector<Slot> make_slots(const std::vector<TextPlace>& places, int last_rows);
std::vector<Slot> make_slots(const std::vector<TextPlace>& places);

/// Rows of a leg that stay empty because what is left beside an obstacle is too narrow.
int rows_too_narrow(const TextPlace& place);

/// The rows of the last place in which `lines` lines just fit, all of them if need be: its legs then end
/// level, and what is short is short in the last leg (CLREQ: 10 lines in 3 columns stand 4, 4, 2). Obstacles
/// do not move.
int level_rows(const std::vector<TextPlace>& places, int lines);

/// `slots` without the last row of the last place in `legs` of the legs that reach it, which are then a row
/// shorter than the others. Of those that keep it, `before` stand before them and the rest behind them.
std::vector<Slot> with_shorter_legs(const std::vector<Slot>& slots, int legs, int before);

/// How many legs of the last place reach its last row.
int legs_at_foot(const std::vector<Slot>& slots);

}  // namespace banxin
