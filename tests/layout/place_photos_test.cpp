// Photos that the layout has no room for are errors, never on one another.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "support.h"

namespace banxin {
namespace {

using test::add_paragraph;
using test::add_photo;
using test::boxes;
using test::copy;
using test::han;
using test::newspaper;
using test::place;
using test::Placed;
using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> errors(const Placed& p) {
  std::vector<std::string> out;
  for (const Diagnostic& d : p.diags.all()) {
    if (d.severity == Severity::kError) out.push_back(d.code + ": " + d.message + "; " + d.hint);
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
  EXPECT_LE(boxes<DrawImage>(p.page()).at(0).bottom(), p.page().type_area.bottom()) << "in a preview too";
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

/// Text of the captions and credits, in reading order.
std::string captions(const Placed& p) {
  std::string out;
  for (const DrawItem& item : p.page().items) {
    const auto* text = std::get_if<DrawText>(&item);
    if (text == nullptr || text->node == kArtifact) continue;
    if (p.edition.structure[text->node].kind == StructureNode::Kind::kCaption) out += text->text;
  }
  return out;
}

TEST(PlacePhotos, SeveralShareASlotAndACaption) {
  Document d = newspaper(3, 12, 10);
  add_photo(d, {1, 3}, 6), add_photo(d, {1, 1}, 1), add_photo(d, {1, 1}, 1);
  std::vector<PhotoSlot>& slots = d.layouts[0].frames[0].photos;
  slots.resize(1);
  slots[0].pictures.value = 3;
  std::vector<Photo>& photos = d.articles[0].photos;
  photos[0].caption = copy("左图：桥。"), photos[1].caption = copy("右图：江。");
  for (Photo& photo : photos) photo.credit = copy("杨洋摄");
  const Placed p = place(d);
  EXPECT_THAT(errors(p), IsEmpty());
  const std::vector<Rect> boxes = test::boxes<DrawImage>(p.page());
  ASSERT_EQ(boxes.size(), 3u);
  EXPECT_EQ(boxes[1].x - boxes[0].right(), 10_pt) << "one 字 apart";
  EXPECT_EQ(boxes[2].right(), p.page().type_area.right());
  EXPECT_EQ(boxes[0].height, boxes[2].height);
  EXPECT_EQ(captions(p), "左图：桥。\u3000右图：江。杨洋摄") << "a credit that all share stands once";

  slots[0].row = PhotoSlot::Row::kDown;
  const std::vector<Rect> stacked = test::boxes<DrawImage>(place(d).page());
  EXPECT_EQ(stacked[1].y - stacked[0].bottom(), 10_pt);
  EXPECT_EQ(stacked[0].width, boxes[0].width * 3 + 20_pt);
}

/// The picture is 250pt wide, 31 ems of the caption's 8pt and a quarter.
TEST(PlacePhotos, ACreditEndsWithThePictureOrWithFullLines) {
  for (const auto& [caption, edge] :
       {std::pair{"天地玄黄。", 250_pt}, std::pair{"", 250_pt}, std::pair{"长", 248_pt}}) {
    Document d = newspaper(2, 12, 20);
    for (const char* name : {"caption", "credit"}) d.layouts[0].styles[name].size = 8_pt;
    add_photo(d, {1, 2}, 6);
    Photo& photo = d.articles[0].photos[0];
    photo.caption = copy(caption == std::string("长") ? han(40) : caption);
    photo.credit = copy("杨洋摄");
    const Placed p = place(d);
    EXPECT_THAT(errors(p), IsEmpty());
    const Rect picture = boxes<DrawImage>(p.page()).at(0);
    EXPECT_EQ(picture.width, 250_pt);
    const DrawText credit = test::all<DrawText>(p.page()).back();
    EXPECT_EQ(credit.text, "杨洋摄");
    EXPECT_EQ(credit.glyphs.back().origin.x + credit.size - picture.x, edge) << caption;
  }
}

TEST(PlacePhotos, ACaptionOfOneLineFillsTheWidthOfItsPicture) {
  Document d = newspaper(1, 6, 20);  // 60pt: seven and a half characters of the caption's 8pt
  for (const char* name : {"caption", "credit"}) d.layouts[0].styles[name].size = 8_pt;
  add_photo(d, {1, 1}, 6);
  d.articles[0].photos[0].caption = copy("港口的早晨很美。");
  const Placed p = place(d);
  const std::vector<DrawText> lines = test::all<DrawText>(p.page());
  ASSERT_EQ(lines.size(), 1u);
  EXPECT_EQ(lines[0].glyphs.front().origin.x, p.page().type_area.x);
}

TEST(PlacePhotos, ACreditTearsNoName) {
  Document d = newspaper(1, 6, 20);  // the picture holds seven characters of the credit's 8pt
  for (const char* name : {"caption", "credit"}) d.layouts[0].styles[name].size = 8_pt;
  add_photo(d, {1, 1}, 6);
  d.articles[0].photos[0].credit = copy("本报记者 苏小念 摄");
  std::vector<std::string> lines;
  Length last;
  for (const DrawText& text : test::all<DrawText>(place(d).page())) {
    const Length y = text.glyphs.front().origin.y;
    if (lines.empty() || y != last) lines.emplace_back();
    lines.back() += text.text, last = y;
  }
  EXPECT_THAT(lines, ElementsAre("本报记者", "苏小念 摄"));
}

TEST(PlacePhotos, ACaptionBesideItsPicture) {
  for (const PhotoSlot::CaptionAt at : {PhotoSlot::CaptionAt::kLeft, PhotoSlot::CaptionAt::kRight}) {
    Document d = newspaper(2, 12, 10);
    add_photo(d, {1, 2}, 6);
    PhotoSlot& slot = d.layouts[0].frames[0].photos[0];
    slot.caption_at = at, slot.caption_width.value = 6;
    d.articles[0].photos[0].caption = copy("天地玄黄宇宙洪荒");
    const Placed p = place(d);
    EXPECT_THAT(errors(p), IsEmpty());
    const Rect picture = test::boxes<DrawImage>(p.page()).at(0);
    EXPECT_EQ(picture.width, 250_pt - 70_pt);
    EXPECT_EQ(picture.x - p.page().type_area.x, at == PhotoSlot::CaptionAt::kLeft ? 70_pt : 0_pt);
    EXPECT_EQ(p.page().fits[0].slots, 8) << "the text begins below the six rows, in both columns";
    for (const DrawItem& item : p.page().items) {
      const auto* text = std::get_if<DrawText>(&item);
      if (text == nullptr) continue;
      const Point start = text->glyphs.front().origin;
      EXPECT_TRUE(start.x >= picture.right() + 10_pt || start.x < picture.x);
      EXPECT_LE(start.y, picture.bottom());
    }
    slot.rows.value = 1;
    EXPECT_THAT(
        errors(place(d)),
        ElementsAre("caption-too-long: the caption is longer than the picture that it stands beside is "
                    "high; cut it, or give it more 字 with `caption: {width: …}`"));
  }
}

TEST(PlacePhotos, APictureStoryFillsItsFrame) {
  Document d = newspaper(2, 12, 10);
  d.articles[0].title = copy("题");
  add_photo(d, {1, 2}, 0);
  d.articles[0].photos[0].caption = copy("天地玄黄");
  const Placed p = place(d);
  EXPECT_THAT(errors(p), IsEmpty());
  const Rect picture = test::boxes<DrawImage>(p.page()).at(0);
  EXPECT_EQ(picture.y, p.page().type_area.y + 15_pt) << "below its headline";
  EXPECT_LT(picture.bottom(), p.page().type_area.bottom() - 15_pt) << "above its caption";
  EXPECT_EQ(p.page().fits[0].slots, 0);
  add_paragraph(d, han(5));
  EXPECT_THAT(errors(place(d)), testing::SizeIs(1)) << "no word is lost: text finds no room";
}

}  // namespace
}  // namespace banxin
