// The ladder of a frame: its means are used in their order, no further than needed, and told.
#include "layout/fit_story.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "support.h"

namespace banxin {
namespace {

using test::add_paragraph;
using test::copy;
using test::han;
using test::newspaper;
using test::place;
using test::Placed;

/// Two columns of 12 字 × 12 rows with a photo of 4 rows over both and a title of 20 pt (2 rows): 6 rows, 12
/// lines.
Document story(int lines) {
  Document d = newspaper(2, 12, 12);
  Style& title = d.layouts[0].styles["title"];
  title.size = 20_pt, title.pitch = 24_pt;
  d.articles[0].title = copy("题");
  test::add_photo(d, {1, 2}, 4);
  add_paragraph(d, han(10 + 12 * (lines - 1)));
  return d;
}

FitMeans photo(Range rows) {
  FitMeans means;
  means.kind = FitMeans::Kind::kPhoto, means.rows.value = rows;
  return means;
}

FitMeans headline(Length least, Length most) {
  FitMeans means;
  means.kind = FitMeans::Kind::kHeadline, means.least = least, means.most = most;
  return means;
}

FitMeans optional() {
  FitMeans means;
  means.kind = FitMeans::Kind::kOptional;
  return means;
}

std::string note(const Placed& p) { return p.page().fits[0].note; }

TEST(FitStory, APhotoOfALinkedFrameIsReachedToo) {
  Document d = newspaper(2, 12, 24);
  std::vector<Frame>& frames = d.layouts[0].frames;
  frames[0].rows.value = {1, 10};
  frames.push_back(frames[0]);
  frames[0].to.value = "side";
  frames[1].name.value = "side", frames[1].rows.value = {13, 24};
  test::add_photo(d, {1, 2}, 4);
  frames[1].photos = frames[0].photos;  // the photo stands in the second frame
  frames[0].photos.clear();
  frames[0].fit = {photo({1, 8})};
  add_paragraph(d, han(10 + 12 * 38));  // 39 lines; 20 and, with 4 rows of photo, 16 of them have a place
  const Placed p = place(d);
  EXPECT_EQ(p.page().fits[1].over_lines, 0);
  EXPECT_EQ(note(p), "to fit: photo 1 in 2 行 instead of 4");
}

TEST(FitStory, WhatFitsIsLeftAlone) {
  Document d = story(12);
  d.layouts[0].frames[0].fit = {photo({1, 8})};
  const Placed p = place(d);
  EXPECT_EQ(p.page().fits[0].over_lines, 0);
  EXPECT_EQ(note(p), "");
}

TEST(FitStory, APhotoGivesRowsNoFurtherThanNeeded) {
  Document d = story(16);
  EXPECT_EQ(place(d).page().fits[0].over_lines, 4);
  d.layouts[0].frames[0].fit = {photo({1, 8})};
  const Placed p = place(d);
  EXPECT_EQ(p.page().fits[0].over_lines, 0);
  EXPECT_EQ(note(p), "to fit: photo 1 in 2 行 instead of 4");
  EXPECT_FALSE(p.diags.has_errors());
}

TEST(FitStory, APhotoTakesWhatTheCopyLeaves) {
  Document d = story(6);
  d.layouts[0].frames[0].fit = {photo({1, 6})};
  EXPECT_EQ(note(place(d)), "to fit: photo 1 in 6 行 instead of 4");
}

TEST(FitStory, TheOrderIsThatOfTheLadder) {
  Document d = story(14);
  d.layouts[0].frames[0].fit = {headline(10_pt, 20_pt), photo({1, 8})};
  EXPECT_EQ(note(place(d)), "to fit: title at 15 pt instead of 20 pt");
  d.layouts[0].frames[0].fit = {photo({1, 8}), headline(10_pt, 20_pt)};
  EXPECT_EQ(note(place(d)), "to fit: photo 1 in 3 行 instead of 4");
  d = story(18);
  d.layouts[0].frames[0].fit = {headline(10_pt, 20_pt), photo({3, 8})};
  const Placed p = place(d);
  EXPECT_EQ(note(p), "to fit: title at 15 pt instead of 20 pt, photo 1 in 3 行 instead of 4");
  EXPECT_EQ(p.page().fits[0].over_lines, 2) << "and what no means could gain is reported";
}

TEST(FitStory, OptionalParagraphsAreLeftOutAndTold) {
  Document d = story(11);
  add_paragraph(d, han(20, 30));
  add_paragraph(d, han(20, 60));
  d.articles[0].paragraphs[1].optional = true;
  EXPECT_EQ(place(d).page().fits[0].over_lines, 3);
  d.layouts[0].frames[0].fit = {optional()};
  const Placed p = place(d);
  EXPECT_EQ(note(p), "to fit: without paragraph 2");
  EXPECT_THAT(p.picture, testing::Not(testing::HasSubstr(han(10, 30))));
  bool told = false;
  for (const Diagnostic& finding : p.diags.all()) {
    told |= finding.code == "left-out" &&
            finding.message == "frame 'lead' leaves out paragraph 2 (20 字), which is optional";
  }
  EXPECT_TRUE(told);
  d.articles[0].paragraphs[1].optional = false;
  EXPECT_TRUE(place(d).diags.has_errors()) << "what is not optional is never left out";
}

}  // namespace
}  // namespace banxin
