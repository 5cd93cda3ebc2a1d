// What may be written of page furniture (keys.h).
#include "read/furniture.h"
#include "read/furniture_place.h"

namespace banxin {

namespace {

using Words = std::string_view[];
using Kinds = const KindSpec* const[];
constexpr bool kRequired = true;

constexpr Words kForms = {"plain", "thick-thin", "thin-thick", "double"};
constexpr Words kBoxes = {"trim", "crop", "bleed", "media"};
constexpr Words kDirections = {"horizontal", "stacked"};
constexpr Words kStands = {"top", "middle"};
constexpr Words kBlocks = {"below", "right", "left"};
constexpr Words kNameplateWord = {"nameplate"}, kTextWord = {"text"}, kDigestWord = {"digest"},
                kQrWord = {"qr"}, kAdvertWord = {"advert"};

constexpr const char* kColumns = "columns of the page";
constexpr const char* kRows = "rows of the page";
constexpr const char* kBox = "thickness of the box round the frame 线框; 0pt: none";
constexpr const char* kBoxForm = "thick-thin and thin-thick are 文武线, from outside to inside";
constexpr const char* kTint = "ink of the ground 底纹, as in 'K 8'";
constexpr const char* kPadding =
    "between the box or the edge of the tint and what stands in it; absent: half a 字";

constexpr const char* kOutsideMeans =
    "a place beside the type area, along its columns or rows, instead of in them";
constexpr Kinds kOutside = {&kOutsideKind};
constexpr Words kEdges = {"top", "bottom", "left", "right", "inner", "outer"};
constexpr KeySpec kOutsideKeys[] = {
    {"edge", Shape::kWord, "of the type area; inner is the left of odd pages and the right of even ones",
     kRequired, 0, 0, kEdges},
    {"gap", Shape::kSpace, "between the type area and the frame", false, 0, 500},
    {"depth", Shape::kSpace, "how far it reaches; absent: of a folio, its line", false, 1, 500},
};

constexpr KeySpec kArtworkKeys[] = {
    {"file", Shape::kText, "PDF, SVG, JPEG or PNG, seen from this file's folder", kRequired},
    {"page", Shape::kInteger, "page of a PDF", false, 1, 100000},
    {"box", Shape::kWord, "what of a PDF page is shown; trim: without its marks", false, 0, 0, kBoxes},
    {"alt", Shape::kText, "what it shows, for readers who cannot see it"},
};

constexpr Kinds kNameplateArt = {&kArtworkKind};
constexpr KeySpec kNameplateKeys[] = {
    {"kind", Shape::kWord, "nameplate: the paper's name with date, numbers and publisher 报头", kRequired, 0,
     0, kNameplateWord},
    {"columns", Shape::kRange, kColumns, kRequired},
    {"rows", Shape::kRange, kRows, kRequired},
    {"name", Shape::kText, "the name in type; absent: that of the edition"},
    {"art", Shape::kObject, "the name as a drawing, instead of type", false, 0, 0, {}, kNameplateArt},
    {"direction", Shape::kWord, "stacked: one character below the other", false, 0, 0, kDirections},
    {"text", Shape::kText, "the block of date and numbers: lines, '| a | b |' spread over the width"},
    {"block", Shape::kWord, "where the block stands", false, 0, 0, kBlocks},
    {"block-width", Shape::kSpace, "of a block beside the name; absent: as wide as its lines", false, 0,
     2000},
    {"qr", Shape::kText, "what the QR code beside the block says, an address as a rule"},
    {"qr-size", Shape::kSpace, "of the QR code with its quiet zone; absent: as large as there is room", false,
     0, 1000},
    {"box", Shape::kLength, kBox, false, 0, 20},
    {"box-form", Shape::kWord, kBoxForm, false, 0, 0, kForms},
    {"divider", Shape::kLength, "thickness of the rule between name and block; 0pt: none", false, 0, 20},
    {"divider-form", Shape::kWord, kBoxForm, false, 0, 0, kForms},
};

constexpr KeySpec kTextKeys[] = {
    {"kind", Shape::kWord, "text: notices, weather, credits, 报眼, 中缝", kRequired, 0, 0, kTextWord},
    {"columns", Shape::kRange, kColumns},
    {"rows", Shape::kRange, kRows},
    {"outside", Shape::kObject, kOutsideMeans, false, 0, 0, {}, kOutside},
    {"inside", Shape::kText, "the story frame that it stands in, whose text runs round it"},
    {"text", Shape::kText, "the text, a line a paragraph; absent: the edition's page gives it under `texts`",
     false, 0, kLongestFurniture},
    {"title", Shape::kText, "heading over the text"},
    {"style", Shape::kText, "style of the text; absent: furniture"},
    {"stand", Shape::kWord, "where text stands that does not fill its frame", false, 0, 0, kStands},
    {"legs", Shape::kInteger, "columns inside the frame", false, 1, 20},
    {"box", Shape::kLength, kBox, false, 0, 20},
    {"box-form", Shape::kWord, kBoxForm, false, 0, 0, kForms},
    {"tint", Shape::kInk, kTint},
    {"padding", Shape::kSpace, kPadding, false, 0, 500},
};

constexpr KeySpec kDigestKeys[] = {
    {"kind", Shape::kWord, "digest: what stands on which page 导读", kRequired, 0, 0, kDigestWord},
    {"columns", Shape::kRange, kColumns, kRequired},
    {"rows", Shape::kRange, kRows, kRequired},
    {"inside", Shape::kText, "the story frame that it stands in, whose text runs round it"},
    {"title", Shape::kText, "heading over the entries"},
    {"reference", Shape::kText, "how a page is named, {page} in it is its number; absent: 第{page}版"},
    {"leaders", Shape::kFlag, "…… between the entry and its page; absent: true"},
    {"box", Shape::kLength, kBox, false, 0, 20},
    {"box-form", Shape::kWord, kBoxForm, false, 0, 0, kForms},
    {"tint", Shape::kInk, kTint},
    {"padding", Shape::kSpace, kPadding, false, 0, 500},
};

constexpr KeySpec kQrKeys[] = {
    {"kind", Shape::kWord, "qr: a QR code", kRequired, 0, 0, kQrWord},
    {"columns", Shape::kRange, kColumns},
    {"rows", Shape::kRange, kRows},
    {"outside", Shape::kObject, kOutsideMeans, false, 0, 0, {}, kOutside},
    {"inside", Shape::kText, "the story frame that it stands in, whose text runs round it"},
    {"text", Shape::kText, "what it says, an address as a rule", kRequired},
};

constexpr KeySpec kAdvertFrameKeys[] = {
    {"kind", Shape::kWord, "advert: a booked space 广告", kRequired, 0, 0, kAdvertWord},
    {"columns", Shape::kRange, kColumns},
    {"rows", Shape::kRange, kRows},
    {"outside", Shape::kObject, kOutsideMeans, false, 0, 0, {}, kOutside},
    {"inside", Shape::kText, "the story frame that it stands in, whose text runs round it"},
    {"label", Shape::kText, "the word over it, as in 广告; takes one row"},
    {"box", Shape::kLength, kBox, false, 0, 20},
    {"box-form", Shape::kWord, kBoxForm, false, 0, 0, kForms},
};

constexpr KeySpec kDigestEntryKeys[] = {
    {"title", Shape::kText, "the entry", kRequired},
    {"line", Shape::kText, "a line more about it"},
    {"to", Shape::kText, "the article's file or the frame where it stands", kRequired},
};

constexpr KeySpec kAdvertKeys[] = {
    {"file", Shape::kText, "PDF, SVG, JPEG or PNG, seen from this file's folder", kRequired},
    {"page", Shape::kInteger, "page of a PDF", false, 1, 100000},
    {"box", Shape::kWord, "what of a PDF page is shown; trim: without its marks", false, 0, 0, kBoxes},
    {"alt", Shape::kText, "what it shows, for readers who cannot see it"},
    {"size", Shape::kSize, "the size as booked, [width, height]; absent: the frame's", false, 1, 10000},
    {"cols", Shape::kInteger, "the width as booked, in columns of the page; with `height`", false, 1, 50},
    {"height", Shape::kLength, "the height as booked", false, 1, 10000},
};

}  // namespace

const KindSpec kNameplateFrameKind{"nameplate frame", "The paper's name 报头", kNameplateKeys};
const KindSpec kTextFrameKind{"text frame", "Free text of the page's furniture", kTextKeys};
const KindSpec kDigestFrameKind{"digest frame", "What stands on which page 导读", kDigestKeys};
const KindSpec kQrFrameKind{"qr frame", "A QR code", kQrKeys};
const KindSpec kAdvertFrameKind{"advert frame", "A booked space 广告", kAdvertFrameKeys};
const KindSpec kOutsideKind{"place beside the type area", "In the margin of the page", kOutsideKeys};
const KindSpec kArtworkKind{"artwork", "A file that is placed as it is", kArtworkKeys};
const KindSpec kDigestEntryKind{"digest entry", "An entry of a digest 导读", kDigestEntryKeys};
const KindSpec kAdvertKind{"advert", "An advertisement as it was booked", kAdvertKeys};

}  // namespace banxin
