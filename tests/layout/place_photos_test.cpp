// Photos that the layout has no room for are errors, never on one another.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <variant>
#include <vector>

#include "support.h"

namespace banxin {
namespace {

using test::add_paragraph;
using test::copy;
using test::han;
using test::newspaper;
using test::place;
using test::Placed;
using testing::ElementsAre;
using testing::IsEmpty;

void add_photo(Document& d, Range columns, int rows, PhotoSlot::At at = PhotoSlot::At::kTop) {
  PhotoSlot slot;
  slot.columns.value = columns, slot.rows.value = rows, slot.at = at;
  d.layouts[0].frames[0].photos.push_back(slot);
  const std::string name = std::string(1, static_cast<char>('a' + d.articles[0].photos.size())) + ".jpg";
  d.articles[0].photos.push_back({{name, {}}, name, 300, 200, {}, {}, {}, .5, .5});
}

std::vector<std::string> errors(const Placed& p) {
  std::vector<std::string> out;
  for (const Diagnostic& d : p.diags.all()) {
    if (d.severity == Severity::kError) out.push_back(d.code + ": " + d.message + "; " + d.hint);
  }
  return out;
}

std::vector<Rect> pictures(const PlacedPage& page) {
  std::vector<Rect> out;
  for (const DrawItem& item : page.items) {
    if (const auto* image = std::get_if<DrawImage>(&item)) out.push_back(image->box);
  }
  return out;
}

TEST(PlacePhotos, APhotoStaysInItsFrame) {
  Document d = newspaper(2, 12, 10);
  d.articles[0].title = copy("题");
  add_photo(d, {1, 2}, 10);
  const Placed p = place(d);
  EXPECT_THAT(errors(p),
              ElementsAre("photo-too-high: the photo with its caption takes 10 行, frame 'lead' has 9 "
                          "for it; give it 9 rows, or the frame more"));
  EXPECT_LE(pictures(p.page()).at(0).bottom(), p.page().type_area.bottom()) << "in a preview too";
}

TEST(PlacePhotos, PhotosDoNotMeet) {
  Document d = newspaper(3, 12, 10);
  add_photo(d, {1, 2}, 6);
  add_photo(d, {2, 3}, 5, PhotoSlot::At::kBottom);
  EXPECT_THAT(errors(place(d)), ElementsAre("overlapping-photos: photo 'b.jpg' covers another photo of frame "
                                            "'lead'; give one of them fewer rows, or other columns"));
  d.layouts[0].frames[0].photos[0].rows.value = 5;
  EXPECT_THAT(errors(place(d)), IsEmpty());
}

TEST(PlacePhotos, APhotoKeepsOffAFrameInsideItsStory) {
  Document d = newspaper(3, 12, 12);
  Frame inside;
  inside.name.value = "fact", inside.inside.value = "lead";
  inside.columns.value = {2, 2}, inside.rows.value = {5, 8};
  d.layouts[0].frames.push_back(inside);
  add_photo(d, {1, 2}, 4, PhotoSlot::At::kMiddle);
  EXPECT_THAT(
      errors(place(d)),
      ElementsAre("photo-in-the-way: photo 'a.jpg' covers the headline group or a frame that stands "
                  "inside frame 'lead'; give it other columns or fewer rows, or let it stand at the top or "
                  "bottom"));
  d.layouts[0].frames[0].photos[0].at = PhotoSlot::At::kTop;
  EXPECT_THAT(errors(place(d)), IsEmpty());
}

}  // namespace
}  // namespace banxin
