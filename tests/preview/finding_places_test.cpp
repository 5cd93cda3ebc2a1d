// Where findings get their markers.
#include "preview/finding_places.h"

#include <gmock/gmock.h>

#include "pages.h"
#include "preview/state.h"

namespace banxin {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class FindingPlaces : public test::Pages {
 protected:
  void SetUp() override {
    test::Pages::SetUp();
    edition_ = make();
  }
  /// Where one finding has places.
  std::vector<std::size_t> pages_of(const Diagnostic& finding) {
    Diagnostics one;
    one.add(finding);
    places_ = places_of(*edition_, one).at(0);
    std::vector<std::size_t> out;
    for (const FindingPlace& place : places_) out.push_back(place.page);
    return out;
  }
  /// A place in the text of the n-th article.
  static SourceSpan in_article(std::uint32_t n) { return {n, 0, 3}; }
  static Diagnostic about(SourceSpan where, std::vector<SourceSpan> also = {}, std::vector<int> pages = {}) {
    return {Severity::kWarning, "code", where, "message", "", std::move(also), std::move(pages)};
  }

  std::shared_ptr<LiveEdition> edition_;
  std::vector<FindingPlace> places_;
};

TEST_F(FindingPlaces, CopyCountsWhereverItStands) {
  EXPECT_THAT(pages_of(about(in_article(1))), ElementsAre(0));
  EXPECT_THAT(pages_of(about(in_article(2))), ElementsAre(1, 3)) << "the article stands on two pages";
  EXPECT_THAT(pages_of(about(in_article(1), {in_article(3)})), ElementsAre(0, 2));
  EXPECT_THAT(pages_of(about({})), IsEmpty());
}

TEST_F(FindingPlaces, NamedPagesEachHaveOne) {
  EXPECT_THAT(pages_of(about(in_article(2), {}, {4})), ElementsAre(3)) << "on that page alone";
  EXPECT_THAT(pages_of(about(in_article(1), {in_article(3)}, {1, 3})), ElementsAre(0, 2));
  EXPECT_THAT(pages_of(about(in_article(1), {}, {1, 2})), ElementsAre(0, 1));
  EXPECT_EQ(places_[1].box, edition_->pages[1].shown().type_area) << "nothing of it stands there";
  EXPECT_LT(places_[0].box.height, places_[1].box.height);
}

TEST_F(FindingPlaces, WhatIsNotCopyIsItsFrame) {
  EXPECT_THAT(pages_of(about({2, 500, 501})), ElementsAre(1)) << "the first frame of the article";
  EXPECT_EQ(places_[0].box, edition_->pages[1].shown().fits[0].box);
}

TEST_F(FindingPlaces, PlacesAreThoseOfTheEditionThatIsShown) {
  texts_.insert(texts_.begin() + 1, "立春");  // files are numbered otherwise now, kept pages are older
  edition_ = make();
  EXPECT_THAT(pages_of(about(in_article(1))), ElementsAre(0));
  EXPECT_THAT(pages_of(about(in_article(3))), ElementsAre(2));
}

TEST_F(FindingPlaces, APressMarksTheItemAtItsCorner) {
  const PlacedPage& page = edition_->pages[0].shown();
  PressMark mark;
  EXPECT_EQ(box_of(mark, page), (Rect{Length(), Length(), page.width, page.height}));
  const Rect frame = page.fits[0].box;
  PlacedPage drawn = page;
  drawn.items.assign({DrawRule{kArtifact, frame, {}}, DrawRule{kArtifact, {frame.x, frame.y, 9_pt, 3_pt}, {}},
                      DrawRule{kArtifact, {frame.x + 20_pt, frame.y + 20_pt, 30_pt, 30_pt}, {}}});
  mark.corner = Point{frame.x + 20.1_pt, frame.y + 20_pt};
  EXPECT_EQ(box_of(mark, drawn).width, 30_pt);
  mark.corner = Point{frame.x + 30_pt, frame.y + 30_pt};
  EXPECT_EQ(box_of(mark, drawn).width, 30_pt) << "inside the smallest";
  mark.corner = Point{frame.x + 2_pt, frame.y + 10_pt};
  EXPECT_EQ(box_of(mark, drawn), frame);
  mark.corner = Point{page.width + 5_pt, Length()};
  EXPECT_EQ(box_of(mark, drawn).x, page.width + 5_pt) << "a pin where nothing is";
}

TEST_F(FindingPlaces, TheBrowserIsToldWhoFoundWhat) {
  edition_->diags.warning("of-reading", in_article(1), "m");
  Shown shown{1, edition_, edition_, nullptr};
  EXPECT_THAT(state_json(shown), HasSubstr("\"reviewed\":false"));
  EXPECT_THAT(state_json(shown),
              HasSubstr("{\"by\":\"edition\",\"severity\":\"warning\",\"code\":\"of-reading\""));
  Review review;
  review.lint.add(about(in_article(1), {in_article(3)}, {1, 3}));
  review.press.push_back({about({}), 2, {}});
  shown.review = std::make_shared<const Review>(std::move(review));
  const std::string state = state_json(shown);
  EXPECT_THAT(state, HasSubstr("\"reviewed\":true"));
  EXPECT_THAT(state, testing::ContainsRegex("\"by\":\"lint\".*\"places\":.\\{\"page\":0,.*\\{\"page\":2,"));
  EXPECT_THAT(state, testing::ContainsRegex("\"by\":\"press\".*\"places\":.\\{\"page\":2,\"box\":.0,0,"));
}

}  // namespace
}  // namespace banxin
