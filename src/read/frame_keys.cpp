// What may be written about the shape of a frame (keys.h).
#include "read/keys.h"

namespace banxin {

namespace {

constexpr bool kRequired = true;

constexpr KeySpec kCellsKeys[] = {
    {"columns", Shape::kRange, "columns of the page", kRequired},
    {"rows", Shape::kRange, "rows of the page", kRequired},
};

constexpr KeySpec kFrameGridKeys[] = {
    {"size", Shape::kTypeSize, "one 字 in this frame", kRequired, 3, 200},
    {"pitch", Shape::kPitch, "one 行; it gives a little, so that the first and last row stand on the page's",
     kRequired, 3, 400},
};

// The words of an enumeration stand in the order of its C++ values.
constexpr std::string_view kBorders[] = {"none", "line", "pair",     "double",
                                         "wave", "dots", "lozenges", "meander"};

constexpr KeySpec kBoxKeys[] = {
    {"border", Shape::kWord, "线框: a line, a pair of lines 文武线 or an ornament 花边", false, 0, 0,
     kBorders},
    {"thickness", Shape::kLength, "of the line", false, 0.1, 20},
    {"ink", Shape::kInk, "of the line"},
    {"tint", Shape::kInk, "底纹 under the box: K 5 to K 10"},
    {"pad", Shape::kCharacters, "字 between line and text at the sides, 行 above and below", false, 0, 10},
};

constexpr const KindSpec* kHeadlineBox[] = {&kBoxKind};
constexpr KeySpec kHeadlineKeys[] = {
    {"columns", Shape::kRange,
     "columns of the story that it stands over, counted from its left; absent: all"},
    {"from", Shape::kInteger, "its first row, in rows of the story", false, 1, 1000},
    {"box", Shape::kBox, "a box round it", false, 0.1, 20, {}, kHeadlineBox},
    {"over-photo", Shape::kFlag, "it stands on a picture"},
};

constexpr std::string_view kRuleWord[] = {"rule"};
constexpr KeySpec kRuleFrameKeys[] = {
    {"kind", Shape::kWord, "rule: a line between stories", kRequired, 0, 0, kRuleWord},
    {"columns", Shape::kRange, "columns of the page that it crosses, in the middle of its rows"},
    {"between", Shape::kRange, "two columns, as 4-5: it runs down the gap between them"},
    {"rows", Shape::kRange, "rows of the page", kRequired},
    {"border", Shape::kWord, "a line, a pair of lines 文武线 or an ornament 花边", false, 0, 0, kBorders},
    {"thickness", Shape::kLength, "of the line", false, 0.1, 20},
    {"ink", Shape::kInk, "of the line"},
};

constexpr std::string_view kMeans[] = {"lines", "headline", "photo", "optional"};
constexpr KeySpec kFitKeys[] = {
    {"by", Shape::kWord,
     "lines: paragraphs a line longer or shorter; headline: the title's size; photo: a photo's rows; "
     "optional: "
     "paragraphs marked {.optional} are left out",
     kRequired, 0, 0, kMeans},
    {"from", Shape::kTypeSize, "smallest size of the title", false, 3, 1000},
    {"to", Shape::kTypeSize, "largest size of the title", false, 3, 1000},
    {"rows", Shape::kRange, "fewest and most rows of the photo"},
    {"photo", Shape::kInteger, "which of the frame's photo slots; absent: the first", false, 1, 100},
};

constexpr KeySpec kJumpsKeys[] = {
    {"to", Shape::kText, "ends the first part; {page} is the page of the rest"},
    {"from", Shape::kText, "stands over the rest; {page} is the page of the beginning"},
    {"least-before", Shape::kRows, "lines of text before the jump", false, 0, 1000},
    {"least-after", Shape::kRows, "lines of text after it", false, 0, 1000},
};

}  // namespace

const KindSpec kJumpsKind{"jumps", "Stories that go on on another page", kJumpsKeys};
const KindSpec kFitKind{"means", "A means by which a story may be made to fit", kFitKeys};
const KindSpec kCellsKind{"area", "A rectangle of the page's grid", kCellsKeys};
const KindSpec kFrameGridKind{"grid of a frame", "A grid of its own", kFrameGridKeys};
const KindSpec kBoxKind{"box", "The box round a story", kBoxKeys};
const KindSpec kHeadlineKind{"headline", "Where the headline group stands", kHeadlineKeys};
const KindSpec kRuleFrameKind{"rule", "A line between stories", kRuleFrameKeys};

}  // namespace banxin
