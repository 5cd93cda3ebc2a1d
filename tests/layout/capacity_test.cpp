// What `banxin capacity` promises before a word is written holds to the line when Han copy of that length
// comes.
#include <gtest/gtest.h>

#include <random>
#include <string>

#include "support.h"

namespace banxin {
namespace {

using test::add_paragraph;
using test::copy;
using test::han;
using test::newspaper;
using test::place;

class Dice {
 public:
  explicit Dice(unsigned seed) : engine_(seed) {}
  int roll(int least, int most) {
    return least + static_cast<int>(engine_() % static_cast<unsigned>(most - least + 1));
  }

 private:
  std::mt19937 engine_;  // the same numbers everywhere; a std::distribution is not
};

/// A frame over all of a small page: columns or legs, perhaps a headline, a box, photos.
Document some_frame(Dice& dice) {
  Document d = newspaper(dice.roll(1, 5), dice.roll(9, 20), dice.roll(12, 30));
  d.layouts[0].styles["body"].indent = Em();
  Frame& frame = d.layouts[0].frames[0];
  const int columns = frame.columns.value.count();
  int legs = columns;
  if (columns > 2 && dice.roll(0, 2) == 0) frame.legs.value = legs = columns - 1;
  if (dice.roll(0, 3) == 0) frame.box.emplace();
  if (frame.box && columns == 1) frame.box.reset();
  if (dice.roll(0, 2) > 0) {
    Style& title = d.layouts[0].styles["title"];
    title.size = Length::points(dice.roll(14, 36)), title.pitch = title.size + 6_pt;
    d.articles[0].title = copy(han(dice.roll(2, 4)));
  }
  if (dice.roll(0, 2) > 0) {
    PhotoSlot slot;
    const int first = dice.roll(1, legs);
    slot.columns.value = {first, dice.roll(first, legs)}, slot.rows.value = dice.roll(2, 4);
    slot.at = static_cast<PhotoSlot::At>(dice.roll(0, 2));
    if (dice.roll(0, 3) == 0) slot.width.value = dice.roll(3, 8);
    frame.photos.push_back(slot);
    d.articles[0].photos.push_back({{"a.jpg", {}}, "a.jpg", 300, 200, {}, {}, {}, .5, .5});
    if (dice.roll(0, 1) == 0) d.articles[0].photos[0].caption = copy(han(6));
  }
  return d;
}

TEST(Capacity, IsRightToTheLine) {
  int tried = 0;
  for (unsigned seed = 0; seed < 40; ++seed) {
    Dice dice(seed);
    Document d = some_frame(dice);
    add_paragraph(d, han(1));
    const test::Placed empty = place(d);
    if (empty.diags.has_errors()) continue;  // no such frame
    const FrameFit promised = empty.page().fits[0];
    if (promised.slots < 2) continue;
    ++tried;
    d.articles[0].paragraphs.clear();
    add_paragraph(d, han(promised.characters));
    const FrameFit full = place(d).page().fits[0];
    EXPECT_EQ(full.over_lines, 0) << "seed " << seed;
    EXPECT_EQ(full.lines, promised.slots) << "seed " << seed;
    d.articles[0].paragraphs.clear();
    add_paragraph(d, han(promised.characters + 1));
    EXPECT_EQ(place(d).page().fits[0].over_lines, 1) << "seed " << seed;
  }
  EXPECT_GT(tried, 25);
}

}  // namespace
}  // namespace banxin
