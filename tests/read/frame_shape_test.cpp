// The shape of a frame: how it is written, and what is said when it is wrong.
#include "support.h"

namespace banxin {
namespace {

const std::string kHead = "page: {size: 四开}\n" + std::string(Desk::kGrid) + "frames:\n";

TEST(FrameShape, IsRead) {
  Desk desk;
  desk.write("l.yaml", kHead +
                           "  lead:\n    kind: story\n    area:\n      - {columns: 1-2, rows: 5-40}\n"
                           "      - {columns: 3, rows: 20-40}\n    to: side\n"
                           "    styles: {title: {size: 26pt}}\n"
                           "  side:\n    kind: story\n    columns: 3-4\n    rows: 1-18\n    legs: 3\n"
                           "    grid: {size: 10pt, pitch: 15pt}\n"
                           "    box: {border: pair, thickness: 1.5pt, tint: K 8, pad: 2字}\n"
                           "  line: {kind: rule, columns: 1-4, rows: 41}\n"
                           "  gap: {kind: rule, between: 3-4, rows: 42-50, border: wave}\n");
  const auto document = desk.read();
  ASSERT_TRUE(document) << desk.findings();
  EXPECT_EQ(desk.findings(), "");
  const PageLayout& layout = document->layouts[0];
  const Frame& lead = layout.frames[0];
  EXPECT_EQ(lead.area.size(), 2u);
  EXPECT_EQ(lead.columns.value, (Range{1, 3}));
  EXPECT_EQ(lead.rows.value, (Range{5, 40}));
  EXPECT_EQ(lead.styles.at("title").size, 26_pt);
  EXPECT_EQ(layout.chain(lead).size(), 2u);
  const Frame& side = layout.frames[1];
  EXPECT_TRUE(layout.is_continuation(side));
  EXPECT_EQ(side.legs.value, 3);
  EXPECT_EQ(side.styles.at("body").size, 10_pt);
  EXPECT_EQ(side.styles.at("crosshead").size, 10_pt);
  ASSERT_TRUE(side.box);
  EXPECT_EQ(side.box->padding, 2);
  EXPECT_EQ(side.box->border.form, Border::Form::kPair);
  EXPECT_EQ(side.box->tint->k, 80);
  EXPECT_EQ(layout.frames[2].kind, Frame::Kind::kRule);
  EXPECT_EQ(layout.frames[3].gap_after, 3);
  EXPECT_EQ(layout.frames[3].line.form, Border::Form::kWave);
}

TEST(FrameShape, ABoxMayBeAThicknessAlone) {
  Desk desk;
  desk.write("l.yaml", "page: {size: 四开}\n" + std::string(Desk::kGrid) +
                           "frames:\n  lead: {kind: story, columns: 1-4, rows: 5-50, box: 1.5pt, "
                           "headline: {box: 1pt}}\n");
  const auto document = desk.read();
  ASSERT_TRUE(document) << desk.findings();
  const Frame& lead = document->layouts[0].frames[0];
  ASSERT_TRUE(lead.box && lead.head_place && lead.head_place->box);
  EXPECT_EQ(lead.box->border.thickness, 1.5_pt);
  EXPECT_EQ(lead.box->border.form, Border::Form::kLine);
  EXPECT_EQ(lead.head_place->box->border.thickness, 1_pt);
}

TEST(FrameShape, TwoPortraitsStandAtTheSidesOfOneColumn) {
  for (const auto& [side, stands] : {std::pair{"right", true}, std::pair{"left", false}}) {
    Desk desk;
    desk.write("l.yaml", kHead +
                             "  lead:\n    kind: story\n    columns: 1-4\n    rows: 1-50\n    legs: 1\n    photos:\n"
                             "      - {columns: 1, rows: 8, width: 9字, side: left}\n"
                             "      - {columns: 1, rows: 8, width: 9字, side: " +
                             side + "}\n");
    EXPECT_EQ(desk.read().has_value(), stands) << desk.findings();
  }
}

TEST(FrameShape, ALadderAndPlacesForPhotos) {
  Desk desk;
  desk.write("l.yaml", kHead +
                           "  lead:\n    kind: story\n    columns: 1-4\n    rows: 5-30\n    photos:\n"
                           "      - {columns: 1-2, rows: 8, caption: {at: right, width: 6字}}\n"
                           "      - {columns: 3-4, rows: 8, pictures: 2, row: down}\n"
                           "    fit:\n      - {by: lines}\n      - {by: headline, from: 20pt}\n"
                           "      - {by: photo, photo: 2, rows: 6-10}\n      - {by: optional}\n"
                           "  picture: {kind: photo, columns: 2-4, rows: 32-50, pictures: 3}\n");
  desk.write("edition.yaml",
             "paper: 晋中日报\ndate: 2024-01-08\npages:\n  - number: 1\n    layout: l.yaml\n    frames: "
             "{lead: a.md, picture: photo.md}\n");
  const auto document = desk.read();
  ASSERT_TRUE(document) << desk.findings();
  const Frame& lead = document->layouts[0].frames[0];
  ASSERT_EQ(lead.fit.size(), 4u);
  EXPECT_EQ(lead.fit[1].least, 20_pt);
  EXPECT_EQ(lead.fit[1].most, Length()) << "never larger than it is";
  EXPECT_EQ(lead.fit[2].rows.value, (Range{6, 10}));
  EXPECT_EQ(lead.fit[3].kind, FitMeans::Kind::kOptional);
  EXPECT_EQ(lead.photos[0].caption_at, PhotoSlot::CaptionAt::kRight);
  EXPECT_EQ(lead.photos[1].places(), 2u);
  const Frame& picture = document->layouts[0].frames[1];
  EXPECT_EQ(picture.kind, Frame::Kind::kStory);
  ASSERT_EQ(picture.photos.size(), 1u);
  EXPECT_EQ(picture.photos[0].columns.value, (Range{1, 3}));
  EXPECT_EQ(picture.photos[0].rows.value, 0);
}

const Mistaken kMistakes[] = {
    {"LadderWithoutRange", "  lead: {kind: story, columns: 1-4, rows: 5-50, fit: [{by: headline}]}\n",
     R"(l.yaml:4:56: error[fit-range]: the headline has no range
  lead: {kind: story, columns: 1-4, rows: 5-50, fit: [{by: headline}]}
                                                       ^~
hint: write from: 24pt, to: 30pt or both
)"},
    {"LadderOfNoPhoto", "  lead: {kind: story, columns: 1-4, rows: 5-50, fit: [{by: photo, rows: 3-9}]}\n",
     R"(l.yaml:4:56: error[fit-range]: frame 'lead' has no photo 1
  lead: {kind: story, columns: 1-4, rows: 5-50, fit: [{by: photo, rows: 3-9}]}
                                                       ^~
hint: it has 0 photo slots
)"},
    {"RangeOfAnotherMeans",
     "  lead: {kind: story, columns: 1-4, rows: 5-50, fit: [{by: lines, rows: 3-9}]}\n",
     R"(l.yaml:4:67: error[fit-range]: 'rows' belongs to another means
  lead: {kind: story, columns: 1-4, rows: 5-50, fit: [{by: lines, rows: 3-9}]}
                                                                  ^~~~
hint: from and to are sizes of the headline, rows and photo say how high which photo is
)"},
    {"CaptionBesideWithColumns",
     "  lead: {kind: photo, columns: 1-4, rows: 5-50, caption: {at: left, columns: 1}}\n",
     R"(l.yaml:4:69: error[caption-place]: a caption beside its picture has a width, not 'columns'
  lead: {kind: photo, columns: 1-4, rows: 5-50, caption: {at: left, columns: 1}}
                                                                    ^~~~~~~
hint: write width: 8字
)"},
    {"AreaBesideColumns", "  lead: {kind: story, columns: 1-2, area: [{columns: 1, rows: 5-9}]}\n",
     R"(l.yaml:4:23: error[two-areas]: 'columns' beside 'area'
  lead: {kind: story, columns: 1-2, area: [{columns: 1, rows: 5-9}]}
                      ^~~~~~~
hint: write one or the other
)"},
    {"AreaCoversItself",
     "  lead: {kind: story, area: [{columns: 1-2, rows: 5-9}, {columns: 2-3, rows: 9-12}]}\n",
     R"(l.yaml:4:57: error[overlapping-area]: rectangle 2 of the area covers rectangle 1
  lead: {kind: story, area: [{columns: 1-2, rows: 5-9}, {columns: 2-3, rows: 9-12}]}
                                                        ^~~~~~~~~~~~~~~~~~~~~~~~~~
hint: both take column 2, row 9
)"},
    {"AreaOutsideGrid",
     "  lead: {kind: story, area: [{columns: 1-2, rows: 5-9}, {columns: 3-5, rows: 10-51}]}\n",
     R"(l.yaml:4:67: error[frame-outside-grid]: frame 'lead' takes columns 3-5; the grid has 4
  lead: {kind: story, area: [{columns: 1-2, rows: 5-9}, {columns: 3-5, rows: 10-51}]}
                                                                  ^~~
l.yaml:4:78: error[frame-outside-grid]: frame 'lead' takes rows 10-51; the grid has 50
  lead: {kind: story, area: [{columns: 1-2, rows: 5-9}, {columns: 3-5, rows: 10-51}]}
                                                                             ^~~~~
)"},
    {"UnionsOverlap",
     "  lead: {kind: story, area: [{columns: 1, rows: 5-40}, {columns: 2-4, rows: 20-40}]}\n"
     "  low: {kind: story, columns: 2-3, rows: 18-20}\n",
     R"(l.yaml:5:3: error[overlapping-frames]: frame 'low' covers frame 'lead'
  low: {kind: story, columns: 2-3, rows: 18-20}
  ^~~
hint: both take column 2, row 20
edition.yaml:6:5: error[empty-frame]: frame 'low' of the layout has no article
    frames: {lead: a.md}
    ^~~~~~
hint: write `low: FILE.md` under `frames`, or take a layout without it
)"},
    {"UnionWithLegs",
     "  lead: {kind: story, legs: 2, area: [{columns: 1, rows: 5-40}, {columns: 2-4, rows: 20-40}]}\n",
     R"(l.yaml:4:23: error[union-on-grid]: a frame of several rectangles stands on the basic columns; it cannot have 'legs'
  lead: {kind: story, legs: 2, area: [{columns: 1, rows: 5-40}, {columns: 2-4, rows: 20-40}]}
                      ^~~~
hint: make a frame of each rectangle, and let the text go on with `to:`
)"},
    {"TooManyLegs", "  lead: {kind: story, columns: 1-2, rows: 5-40, legs: 6}\n",
     R"(l.yaml:4:55: error[legs-too-narrow]: 6 legs over columns 1-2 have 5字 each; a leg needs 6
  lead: {kind: story, columns: 1-2, rows: 5-40, legs: 6}
                                                      ^
hint: legs that fit here: 1 of 35字, 2 of 17字, 3 of 11字, 4 of 8字, 5 of 6字 (gaps 1.25字)
)"},
    {"BoxWithoutRoom", "  lead: {kind: story, columns: 1-2, rows: 5-6, box: {pad: 1字}}\n",
     R"(l.yaml:4:54: error[out-of-range]: the box leaves no row of 2 for its text
  lead: {kind: story, columns: 1-2, rows: 5-6, box: {pad: 1字}}
                                                     ^~~
hint: give the frame more rows, or a smaller pad
)"},
    {"BoxIsNoThickness", "  lead: {kind: story, columns: 1-2, rows: 5-40, box: true}\n",
     R"(l.yaml:4:54: error[bad-length]: 'box' is a length here, not 'true'
  lead: {kind: story, columns: 1-2, rows: 5-40, box: true}
                                                     ^~~~
hint: say how much, as in box: 0.5pt
)"},
    {"Links",
     "  lead: {kind: story, columns: 1, rows: 5-6, to: sid}\n"
     "  side: {kind: story, columns: 2, rows: 5-6, to: side}\n"
     "  low: {kind: story, columns: 3, rows: 5-6, to: last}\n"
     "  lower: {kind: story, columns: 3, rows: 7-9, to: last}\n"
     "  last: {kind: story, columns: 4, rows: 7-9, to: low}\n",
     R"(l.yaml:4:50: error[unknown-frame]: there is no story frame 'sid'
  lead: {kind: story, columns: 1, rows: 5-6, to: sid}
                                                 ^~~
hint: did you mean 'side'?
l.yaml:5:50: error[unknown-frame]: frame 'side' names itself
  side: {kind: story, columns: 2, rows: 5-6, to: side}
                                                 ^~~~
l.yaml:6:49: error[frame-circle]: the text of frame 'low' comes back to it
  low: {kind: story, columns: 3, rows: 5-6, to: last}
                                                ^~~~
hint: let the last frame go on nowhere
l.yaml:7:51: error[linked-twice]: the text of frame 'low' goes on in 'last' already
  lower: {kind: story, columns: 3, rows: 7-9, to: last}
                                                  ^~~~
hint: that is said at line 6, column 49
l.yaml:8:50: error[frame-circle]: the text of frame 'last' comes back to it
  last: {kind: story, columns: 4, rows: 7-9, to: low}
                                                 ^~~
hint: let the last frame go on nowhere
edition.yaml:6:5: error[empty-frame]: frame 'lower' of the layout has no article
    frames: {lead: a.md}
    ^~~~~~
hint: write `lower: FILE.md` under `frames`, or take a layout without it
)"},
    {"Inside",
     "  lead: {kind: story, columns: 1-2, rows: 5-20}\n"
     "  facts: {kind: story, columns: 2-3, rows: 6-9, inside: lead}\n",
     R"(l.yaml:5:57: error[not-inside]: frame 'facts' does not stand inside frame 'lead'
  facts: {kind: story, columns: 2-3, rows: 6-9, inside: lead}
                                                        ^~~~
hint: give it cells of that frame, or leave out `inside:`
edition.yaml:6:5: error[empty-frame]: frame 'facts' of the layout has no article
    frames: {lead: a.md}
    ^~~~~~
hint: write `facts: FILE.md` under `frames`, or take a layout without it
)"},
    {"HeadlineOutside",
     "  lead: {kind: story, columns: 1-2, rows: 5-20, headline: {columns: 2-3, from: 40}}\n",
     R"(l.yaml:4:69: error[headline-outside-frame]: the headline takes columns 2-3 of a story of 2
  lead: {kind: story, columns: 1-2, rows: 5-20, headline: {columns: 2-3, from: 40}}
                                                                    ^~~
hint: columns of a headline count from the story's left
l.yaml:4:74: error[headline-outside-frame]: the headline begins in row 40 of 16
  lead: {kind: story, columns: 1-2, rows: 5-20, headline: {columns: 2-3, from: 40}}
                                                                         ^~~~
hint: rows of a headline count from the story's top
)"},
    {"WidePicture",
     "  lead: {kind: story, columns: 1-2, rows: 5-20, photos: [{columns: 1, rows: 3, width: 18字}]}\n",
     R"(l.yaml:4:87: error[slot-outside-frame]: the picture is wider than columns 1 of the story
  lead: {kind: story, columns: 1-2, rows: 5-20, photos: [{columns: 1, rows: 3, width: 18字}]}
                                                                                      ^~~~
hint: leave the width out, and it fills them
)"},
    {"Rules",
     "  lead: {kind: story, columns: 1-2, rows: 5-20}\n"
     "  a: {kind: rule, rows: 22}\n"
     "  b: {kind: rule, between: 2-4, rows: 22}\n"
     "  c: {kind: rule, columns: 1, rows: 20}\n",
     R"(l.yaml:5:3: error[missing-key]: a rule needs 'columns' or 'between'
  a: {kind: rule, rows: 22}
  ^
hint: columns: 1-4 crosses them, between: 4-5 runs down the gap
l.yaml:6:28: error[out-of-range]: 2-4 are not two neighbouring columns
  b: {kind: rule, between: 2-4, rows: 22}
                           ^~~
hint: write them as 4-5
l.yaml:7:3: error[overlapping-frames]: frame 'c' covers frame 'lead'
  c: {kind: rule, columns: 1, rows: 20}
  ^
hint: both take column 1, row 20
)"},
};

class FrameShapeMistakes : public testing::TestWithParam<Mistaken> {};

TEST_P(FrameShapeMistakes, AreTold) {
  Desk desk;
  desk.write("l.yaml", kHead + GetParam().text);
  desk.read();
  EXPECT_EQ(desk.findings(), GetParam().said);
}

INSTANTIATE_TEST_SUITE_P(All, FrameShapeMistakes, testing::ValuesIn(kMistakes),
                         [](const auto& row) { return row.param.name; });

TEST(FrameShape, ALinkedFrameTakesNoArticle) {
  Desk desk;
  desk.write("l.yaml", kHead +
                           "  lead: {kind: story, columns: 1, rows: 5-6, to: side}\n"
                           "  side: {kind: story, columns: 2, rows: 5-6}\n");
  desk.write(
      "edition.yaml",
      "paper: 晋中日报\npages:\n  - number: 1\n    layout: l.yaml\n    frames: {lead: a.md, side: b.md}\n");
  desk.read();
  EXPECT_EQ(desk.findings(),
            R"(edition.yaml:5:26: error[linked-frame]: frame 'side' takes the text of another frame
    frames: {lead: a.md, side: b.md}
                         ^~~~
hint: let no other frame go on `to:` it, or give it no article
)");
}

}  // namespace
}  // namespace banxin
