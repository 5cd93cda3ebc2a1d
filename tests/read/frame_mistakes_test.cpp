// What is wrong in the frames of a layout, as it is told.
#include "support.h"

namespace banxin {
namespace {

const Mistaken kMistakes[] = {
    {"FrameOutsideGrid",
     R"(page: {size: 四开}
grid: {size: 9pt, pitch: 13pt, columns: 4, measure: 17字, gap: 1字, rows: 50}
frames:
  lead: {kind: story, columns: 3-5, rows: 5-51}
)",
     R"(l.yaml:4:32: error[frame-outside-grid]: frame 'lead' takes columns 3-5; the grid has 4
  lead: {kind: story, columns: 3-5, rows: 5-51}
                               ^~~
l.yaml:4:43: error[frame-outside-grid]: frame 'lead' takes rows 5-51; the grid has 50
  lead: {kind: story, columns: 3-5, rows: 5-51}
                                          ^~~~
)"},
    {"Ranges",
     R"(page: {size: 四开}
grid: {size: 9pt, pitch: 13pt, columns: 4, measure: 17字, gap: 1字, rows: 50}
frames:
  lead: {kind: story, columns: 4-1, rows: 0-3}
  side: {kind: story, columns: a-b, rows: "1 - 3"}
)",
     R"(l.yaml:4:32: error[out-of-range]: '4-1' runs backwards
  lead: {kind: story, columns: 4-1, rows: 0-3}
                               ^~~
hint: write the smaller number first
l.yaml:4:43: error[out-of-range]: '0-3': counting starts at 1
  lead: {kind: story, columns: 4-1, rows: 0-3}
                                          ^~~
l.yaml:5:32: error[bad-range]: 'a-b' is not a range
  side: {kind: story, columns: a-b, rows: "1 - 3"}
                               ^~~
hint: write one number, or the first and the last as in 1-4
l.yaml:5:43: error[bad-range]: '1 - 3' is not a range
  side: {kind: story, columns: a-b, rows: "1 - 3"}
                                          ^~~~~~~
hint: write one number, or the first and the last as in 1-4
edition.yaml:6:5: error[empty-frame]: frame 'side' of the layout has no article
    frames: {lead: a.md}
    ^~~~~~
hint: write `side: FILE.md` under `frames`, or take a layout without it
)"},
    {"KeysOutsideTheirGroup",
     R"(page: {size: 四开}
grid: {size: 9pt, pitch: 13pt, columns: 4, measure: 17字, gap: 1字, rows: 50}
frames:
  lead: {kind: story, columns: 1-2, rows: 1-50, box: wave, photos: {columns: 1, rows: 5}}
  side: {kind: story, columns: 3-4, rows: 1-50, tint: K 5, photos: [{columns: 1, rows: 5, caption: left}]}
)",
     R"(l.yaml:4:68: error[wrong-type]: 'photos' is a group of keys; it must be a list of groups of keys
  lead: {kind: story, columns: 1-2, rows: 1-50, box: wave, photos: {columns: 1, rows: 5}}
                                                                   ^~~~~~~~~~~~~~~~~~~~~
hint: write it as a list: photos: [{…}]
l.yaml:4:54: error[bad-length]: 'box' is a length or a group of keys, not 'wave'
  lead: {kind: story, columns: 1-2, rows: 1-50, box: wave, photos: {columns: 1, rows: 5}}
                                                     ^~~~
hint: write box: {border: wave}
l.yaml:5:49: error[unknown-key]: unknown key 'tint' in story frame
  side: {kind: story, columns: 3-4, rows: 1-50, tint: K 5, photos: [{columns: 1, rows: 5, caption: left}]}
                                                ^~~~
hint: write it in its group, as box: {tint: …}
l.yaml:5:100: error[wrong-type]: 'caption' is a single value; it must be a group of keys
  side: {kind: story, columns: 3-4, rows: 1-50, tint: K 5, photos: [{columns: 1, rows: 5, caption: left}]}
                                                                                                   ^~~~
hint: the keys here are: at, width, columns, rows
edition.yaml:6:5: error[empty-frame]: frame 'side' of the layout has no article
    frames: {lead: a.md}
    ^~~~~~
hint: write `side: FILE.md` under `frames`, or take a layout without it
)"},
    {"VerticalFrames",
     R"(page: {size: 四开}
grid: {size: 9pt, pitch: 13pt, columns: 4, measure: 17字, gap: 1字, rows: 50}
frames:
  lead: {kind: story, columns: 1-2, rows: 1-20}
  side: {kind: story, columns: 3, rows: 1-20, head-at: right}
  foot: {kind: story, columns: 1, rows: 21-50, direction: vertical, head-at: left}
  flat: {kind: story, columns: 2, rows: 21-22, direction: vertical, legs: 3}
  line: {kind: folio, rows: 40}
  high: {kind: story, columns: 3-4, rows: 21-40, head-at: left, headline: {box: 1pt, columns: 1}}
)",
     R"(l.yaml:5:47: error[out-of-range]: the headline takes 1 columns of 1; none is left for the text
  side: {kind: story, columns: 3, rows: 1-20, head-at: right}
                                              ^~~~~~~
l.yaml:6:69: error[head-place]: vertical text begins at the right: its headline cannot follow it
  foot: {kind: story, columns: 1, rows: 21-50, direction: vertical, head-at: left}
                                                                    ^~~~~~~
hint: write 'right' or 'top'
l.yaml:7:41: error[frame-too-small]: the legs of frame 'flat' have no room for two 字
  flat: {kind: story, columns: 2, rows: 21-22, direction: vertical, legs: 3}
                                        ^~~~~
hint: give it more rows or fewer legs
l.yaml:8:3: error[missing-key]: frame 'line' needs columns and rows
  line: {kind: folio, rows: 40}
  ^~~~
hint: or `outside: {edge: left, depth: 8mm}`, which puts it beside the type area
l.yaml:9:86: error[head-place]: the headline of frame 'high' stands beside the text; it has no 'columns'
  high: {kind: story, columns: 3-4, rows: 21-40, head-at: left, headline: {box: 1pt, columns: 1}}
                                                                                     ^~~~~~~
hint: `head-columns:` says how many columns it takes, `head:` how many rows
edition.yaml:6:5: error[empty-frame]: frame 'side' of the layout has no article
    frames: {lead: a.md}
    ^~~~~~
hint: write `side: FILE.md` under `frames`, or take a layout without it
edition.yaml:6:5: error[empty-frame]: frame 'foot' of the layout has no article
    frames: {lead: a.md}
    ^~~~~~
hint: write `foot: FILE.md` under `frames`, or take a layout without it
edition.yaml:6:5: error[empty-frame]: frame 'flat' of the layout has no article
    frames: {lead: a.md}
    ^~~~~~
hint: write `flat: FILE.md` under `frames`, or take a layout without it
edition.yaml:6:5: error[empty-frame]: frame 'high' of the layout has no article
    frames: {lead: a.md}
    ^~~~~~
hint: write `high: FILE.md` under `frames`, or take a layout without it
)"},
    {"OverlappingFrames",
     R"(page: {size: 四开}
grid: {size: 9pt, pitch: 13pt, columns: 4, measure: 17字, gap: 1字, rows: 50}
frames:
  lead: {kind: story, columns: 1-4, rows: 5-50}
  folio: {kind: folio, columns: 1-4, rows: 1-5}
)",
     R"(l.yaml:5:3: error[overlapping-frames]: frame 'folio' covers frame 'lead'
  folio: {kind: folio, columns: 1-4, rows: 1-5}
  ^~~~~
hint: both take column 1, row 5
)"},
    {"FrameKind",
     R"(page: {size: 四开}
grid: {size: 9pt, pitch: 13pt, columns: 4, measure: 17字, gap: 1字, rows: 50}
frames:
  lead: {kind: storey, columns: 1-4, rows: 5-50}
)",
     R"(l.yaml:4:16: error[unknown-word]: 'kind' cannot be 'storey'
  lead: {kind: storey, columns: 1-4, rows: 5-50}
               ^~~~~~
hint: did you mean 'story'?
)"},
    {"FrameWithoutKind",
     R"(page: {size: 四开}
grid: {size: 9pt, pitch: 13pt, columns: 4, measure: 17字, gap: 1字, rows: 50}
frames:
  lead: {columns: 1-4, rows: 5-50}
)",
     R"(l.yaml:4:3: error[missing-key]: missing key 'kind' in story frame
  lead: {columns: 1-4, rows: 5-50}
  ^~~~
hint: kind: story: headline group, body in columns, photos
)"},
    {"KeyOfAnotherKindOfFrame",
     R"(page: {size: 四开}
grid: {size: 9pt, pitch: 13pt, columns: 4, measure: 17字, gap: 1字, rows: 50}
frames:
  folio: {kind: folio, columns: 1-4, rows: 1-2, photos: []}
)",
     R"(l.yaml:4:49: error[unknown-key]: unknown key 'photos' in folio frame
  folio: {kind: folio, columns: 1-4, rows: 1-2, photos: []}
                                                ^~~~~~
hint: the keys here are: kind, columns, rows, outside, margin, left, centre, right, outer, inner, rule, rule-form
edition.yaml:6:14: error[unknown-frame]: unknown frame 'lead'
    frames: {lead: a.md}
             ^~~~
)"},
    {"FolioFields",
     R"(page: {size: 四开}
grid: {size: 9pt, pitch: 13pt, columns: 4, measure: 17字, gap: 1字, rows: 50}
frames:
  folio: {kind: folio, columns: 1-4, rows: 1-2, left: "{papr}", centre: "{", right: "{issue}"}
)",
     R"(edition.yaml:6:14: error[unknown-frame]: unknown frame 'lead'
    frames: {lead: a.md}
             ^~~~
l.yaml:4:56: error[unknown-field]: unknown field '{papr}'
  folio: {kind: folio, columns: 1-4, rows: 1-2, left: "{papr}", centre: "{", right: "{issue}"}
                                                       ^~~~~~
hint: did you mean 'paper'?
l.yaml:4:74: error[unknown-field]: a '{' without its '}'
  folio: {kind: folio, columns: 1-4, rows: 1-2, left: "{papr}", centre: "{", right: "{issue}"}
                                                                         ^
hint: the fields are {paper, date, weekday, section, page, pages, issue, credits, lunar, ganzhi, year, month, day}
l.yaml:4:86: error[field-without-value]: the edition gives no 'issue' for '{issue}'
  folio: {kind: folio, columns: 1-4, rows: 1-2, left: "{papr}", centre: "{", right: "{issue}"}
                                                                                     ^~~~~~~
hint: add `issue:` to the edition
)"},
    {"FieldsWithoutQuotes",
     R"(page: {size: 四开}
grid: {size: 9pt, pitch: 13pt, columns: 4, measure: 17字, gap: 1字, rows: 50}
frames:
  lead: {kind: story, columns: 1-4, rows: 5-50}
  folio:
    kind: folio
    columns: 1-4
    rows: 1-2
    left: {paper}
)",
     R"(l.yaml:9:11: error[wrong-type]: 'left' is a group of keys; it must be text
    left: {paper}
          ^~~~~~~
hint: put text that starts with '{' in quotes
)"},
    {"HeadTakesAll",
     R"(page: {size: 四开}
grid: {size: 9pt, pitch: 13pt, columns: 4, measure: 17字, gap: 1字, rows: 50}
frames:
  lead: {kind: story, columns: 1-4, rows: 5-14, head: 10行}
)",
     R"(l.yaml:4:55: error[out-of-range]: the headline takes 10 rows of 10; none is left for the text
  lead: {kind: story, columns: 1-4, rows: 5-14, head: 10行}
                                                      ^~~~
)"},
    {"FlagIsAWord",
     R"(page: {size: 四开}
grid: {size: 9pt, pitch: 13pt, columns: 4, measure: 17字, gap: 1字, rows: 50}
frames:
  lead: {kind: story, columns: 1-4, rows: 5-14, rules: yes}
)",
     R"(l.yaml:4:56: error[wrong-type]: 'rules' is 'yes'; it must be true or false
  lead: {kind: story, columns: 1-4, rows: 5-14, rules: yes}
                                                       ^~~
)"},
    {"PhotoOutsideFrame",
     R"(page: {size: 四开}
grid: {size: 9pt, pitch: 13pt, columns: 4, measure: 17字, gap: 1字, rows: 50}
frames:
  lead:
    kind: story
    columns: 2-4
    rows: 11-50
    head: 8
    photos:
      - {columns: 2-4, rows: 17}
      - {columns: 1, rows: 30, caption: {rows: 3}}
)",
     R"(l.yaml:10:19: error[slot-outside-frame]: the photo takes columns 2-4 of a story of 3
      - {columns: 2-4, rows: 17}
                  ^~~
hint: columns of a photo count from the story's left
l.yaml:11:28: error[slot-outside-frame]: the photo with its caption takes 33 rows of 32
      - {columns: 1, rows: 30, caption: {rows: 3}}
                           ^~
)"},
    {"PhotosOverlap",
     R"(page: {size: 四开}
grid: {size: 9pt, pitch: 13pt, columns: 4, measure: 17字, gap: 1字, rows: 50}
frames:
  lead:
    kind: story
    columns: 1-4
    rows: 11-50
    photos:
      - {columns: 1-2, rows: 17}
      - {columns: 2-3, rows: 10}
      - {columns: 1, rows: 25, at: bottom}
)",
     R"(l.yaml:10:19: error[overlapping-photos]: photo slot 2 covers photo slot 1
      - {columns: 2-3, rows: 10}
                  ^~~
hint: the other is at line 9, column 19
l.yaml:11:19: error[overlapping-photos]: photo slot 3 covers photo slot 1
      - {columns: 1, rows: 25, at: bottom}
                  ^
hint: the other is at line 9, column 19
)"},
    {"CaptionBesidePhoto",
     R"(page: {size: 四开}
grid: {size: 9pt, pitch: 13pt, columns: 4, measure: 17字, gap: 1字, rows: 50}
frames:
  lead: {kind: story, columns: 1-4, rows: 5-50, photos: [{columns: 2-3, rows: 17, caption: {columns: 4, rows: 3}}]}
)",
     R"(l.yaml:4:102: error[slot-outside-frame]: the caption is not below its photo
  lead: {kind: story, columns: 1-4, rows: 5-50, photos: [{columns: 2-3, rows: 17, caption: {columns: 4, rows: 3}}]}
                                                                                                     ^
hint: give it columns of the photo
)"},
    {"EmptyPhotoSlot",
     R"(page: {size: 四开}
grid: {size: 9pt, pitch: 13pt, columns: 4, measure: 17字, gap: 1字, rows: 50}
frames:
  lead:
    kind: story
    columns: 1-4
    rows: 5-50
    photos:
      -
)",
     R"(l.yaml:8:5: error[wrong-type]: the photo slot is empty; it must be a group of keys
    photos:
    ^~~~~~
hint: the keys here are: columns, rows, at, width, side, pictures, row, caption
)"},
    {"TwoFramesOfOneName",
     R"(page: {size: 四开}
grid: {size: 9pt, pitch: 13pt, columns: 4, measure: 17字, gap: 1字, rows: 50}
frames:
  lead: {kind: story, columns: 1-2, rows: 5-50}
  lead: {kind: story, columns: 3-4, rows: 5-50}
)",
     R"(l.yaml:5:3: error[duplicate-key]: 'lead' is given twice
  lead: {kind: story, columns: 3-4, rows: 5-50}
  ^~~~
hint: the first is at line 4, column 3
)"},
};

struct FrameMistakes : testing::TestWithParam<Mistaken> {};

TEST_P(FrameMistakes, AreTold) {
  Desk desk;
  desk.write("l.yaml", GetParam().text);
  desk.read();
  EXPECT_EQ(desk.findings(), GetParam().said);
}

INSTANTIATE_TEST_SUITE_P(Table, FrameMistakes, testing::ValuesIn(kMistakes),
                         [](const auto& row) { return std::string(row.param.name); });

}  // namespace
}  // namespace banxin
