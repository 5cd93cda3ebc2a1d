#include "layout/photo.h"

#include <gtest/gtest.h>

namespace banxin {
namespace {

TEST(CropTo, KeepsTheShapeAndTheFocus) {
  struct Case {
    int width, height;    // of the picture, pixels
    double box_w, box_h;  // points
    double focus_x, focus_y;
    double x, y, w, h;  // wanted part, fractions
  };
  const Case cases[] = {
      {300, 200, 150, 100, .5, .5, 0, 0, 1, 1},     // the same shape: all of it
      {400, 200, 100, 100, .5, .5, .25, 0, .5, 1},  // too wide: cut left and right
      {400, 200, 100, 100, .9, .5, .5, 0, .5, 1},   // focus near the edge: the window stays inside
      {400, 200, 100, 100, .1, .5, 0, 0, .5, 1},
      {200, 400, 100, 100, .5, .25, 0, 0, 1, .5},  // too high: cut top and bottom
      {200, 400, 100, 100, .5, .5, 0, .25, 1, .5},
  };
  for (const Case& c : cases) {
    const Rect box{0_pt, 0_pt, Length::points(c.box_w), Length::points(c.box_h)};
    const DrawImage got = crop_to(box, c.width, c.height, c.focus_x, c.focus_y);
    EXPECT_NEAR(got.crop_x, c.x, 1e-9);
    EXPECT_NEAR(got.crop_y, c.y, 1e-9);
    EXPECT_NEAR(got.crop_width, c.w, 1e-9);
    EXPECT_NEAR(got.crop_height, c.h, 1e-9);
    // Never distorted: the part has the shape of the box.
    EXPECT_NEAR(got.crop_width * c.width / (got.crop_height * c.height), c.box_w / c.box_h, 1e-9);
  }
}

}  // namespace
}  // namespace banxin
