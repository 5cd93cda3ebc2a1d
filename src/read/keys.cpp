#include "read/keys.h"

#include "read/furniture.h"
#include "read/furniture_place.h"

namespace banxin {

const KeySpec* KindSpec::find(std::string_view key) const {
  for (const KeySpec& spec : keys) {
    if (spec.name == key) return &spec;
  }
  return nullptr;
}

namespace {

using Words = std::string_view[];
using Kinds = const KindSpec* const[];
constexpr bool kRequired = true;

// ---- layout
// ---------------------------------------------------------------------------------------------------

constexpr KeySpec kMarginsKeys[] = {
    {"top", Shape::kSpace,
     "from the top of the trimmed page to the type area 版心; absent: the same as below it", false, 0, 2000},
    {"left", Shape::kSpace,
     "from the left edge of the trimmed page to the type area; absent: the same as right of it", false, 0,
     2000},
    {"right", Shape::kSpace, "from the type area to the right edge; with left: the least that must be left",
     false, 0, 2000},
    {"bottom", Shape::kSpace, "from the type area to the foot; with top: the least that must be left", false,
     0, 2000},
};

constexpr Words kFolds = {"across", "spread"};  // in the order of Fold::Form
constexpr Kinds kPageMargins = {&kMarginsKind};
constexpr KeySpec kPageKeys[] = {
    {"size", Shape::kPaper, "trim size: 对开 or broadsheet, 四开 or tabloid, berliner, or [width, height]",
     kRequired, 72, 10000},
    {"margins", Shape::kObject, "where the type area stands on the page", false, 0, 0, {}, kPageMargins},
    {"bleed", Shape::kLength, "how far pictures run over the trim 出血", false, 0, 60},
    {"fold", Shape::kWord, "across: at half the height; spread 跨版: two facing pages of this size as one",
     false, 0, 0, kFolds},
    {"gutter", Shape::kLength, "of a spread: the strip in the fold that no type may stand on", false, 0, 300},
};

constexpr Words kDirections = {"horizontal", "vertical"};
constexpr KeySpec kGridKeys[] = {
    {"direction", Shape::kWord,
     "which way lines run; vertical: the columns are 段 below one another, rows count from the right", false,
     0, 0, kDirections},
    {"size", Shape::kTypeSize, "one 字: the size of body text", kRequired, 3, 200},
    {"pitch", Shape::kPitch, "one 行: from baseline to baseline", kRequired, 3, 400},
    {"columns", Shape::kInteger, "number of basic columns 基本栏", kRequired, 1, 50},
    {"measure", Shape::kCharacters, "字 in one column", kRequired, 2, 200},
    {"gap", Shape::kEm, "between columns 栏距, in 字", false, 0, 20},
    {"rows", Shape::kRows, "行 in the type area", kRequired, 1, 1000},
};

constexpr Words kCaptionPlaces = {"below", "left", "right"}, kRows = {"across", "down"};
constexpr KeySpec kCaptionKeys[] = {
    {"at", Shape::kWord, "below the picture, or left or right of it, in its own part of the columns", false,
     0, 0, kCaptionPlaces},
    {"width", Shape::kCharacters, "字 of a caption beside the picture", false, 4, 60},
    {"columns", Shape::kRange, "columns of the story that the caption takes; absent: as the photo"},
    {"rows", Shape::kRows, "rows below the picture; 0: as many as the caption needs", false, 0, 100},
};

constexpr Words kPlaces = {"top", "middle", "bottom"}, kSides = {"left", "centre", "right"};
constexpr Kinds kSlotCaption = {&kCaptionKind};
constexpr KeySpec kPhotoSlotKeys[] = {
    {"columns", Shape::kRange, "columns of the story, counted from its left", kRequired},
    {"rows", Shape::kRows, "rows of body text that the picture takes", kRequired, 1, 1000},
    {"at", Shape::kWord, "where in its columns", false, 0, 0, kPlaces},
    {"width", Shape::kCharacters, "字 of a picture that is narrower than its columns: text runs beside it",
     false, 1, 1000},
    {"side", Shape::kWord, "where a narrower picture stands in its columns", false, 0, 0, kSides},
    {"pictures", Shape::kInteger, "photos of the article that stand here together, under one caption 组照",
     false, 1, 12},
    {"row", Shape::kWord, "how several pictures stand: side by side, or below one another", false, 0, 0,
     kRows},
    {"caption", Shape::kObject, "where the caption goes", false, 0, 0, {}, kSlotCaption},
};

constexpr Words kStyleWords = {
    "body", "kicker", "title", "subtitle", "deck", "byline", "dateline", "strong", "emphasis", "crosshead",
    "minorhead", "dropcap", "list", "quote", "table", "tablehead", "tablecaption", "note", "separator",
    "caption", "credit", "folio", "jump", "jump-head",
    // Page furniture:
    "folio-number", "folio-small", "nameplate", "nameplate-block", "nameplate-strong", "furniture",
    "furniture-title", "digest-title", "digest-line", "digest-page", "advert-label"};
constexpr Words kTitlePlaces = {"before", "top", "right", "left"};
constexpr Words kStoryWord = {"story"}, kFolioWord = {"folio"};
constexpr Kinds kStoryPhotos = {&kPhotoSlotKind}, kStoryArea = {&kCellsKind}, kStoryGrid = {&kFrameGridKind},
                kStoryBox = {&kBoxKind}, kStoryHeadline = {&kHeadlineKind}, kStoryFit = {&kFitKind},
                kStoryStyles = {&kStyleKind};
constexpr KeySpec kStoryFrameKeys[] = {
    {"kind", Shape::kWord, "story: headline group, body in columns, photos", kRequired, 0, 0, kStoryWord},
    {"columns", Shape::kRange, "columns of the page"},
    {"rows", Shape::kRange, "rows of the page"},
    {"area",
     Shape::kObjects,
     "instead of columns and rows: the rectangles of an L or T 穿插; the headline stands in the first",
     false,
     0,
     0,
     {},
     kStoryArea},
    {"legs", Shape::kInteger, "columns of text over the frame's columns 破栏; absent: the basic columns",
     false, 1, 50},
    {"grid", Shape::kObject, "another type size and pitch", false, 0, 0, {}, kStoryGrid},
    {"styles", Shape::kNamed, "styles that differ from the page's", false, 0, 0, kStyleWords, kStoryStyles},
    {"box", Shape::kBox, "a box round the story 线框", false, 0.1, 20, {}, kStoryBox},
    {"to", Shape::kText, "the frame in which the text goes on"},
    {"continued", Shape::kFlag, "it takes the rest of a story that begins on an earlier page 转版"},
    {"inside", Shape::kText, "the frame that this one stands in, whose text runs round it"},
    {"direction", Shape::kWord, "which way the story's lines run; absent: as the page's", false, 0, 0,
     kDirections},
    {"head", Shape::kRows, "rows of the headline group 占行; absent: as many as it needs", false, 0, 1000},
    {"headline",
     Shape::kObject,
     "where the headline group stands when not over all columns",
     false,
     0,
     0,
     {},
     kStoryHeadline},
    {"head-at", Shape::kWord,
     "before the text, or beside it: right or left of horizontal text as vertical lines 竖题, top of "
     "vertical text "
     "as horizontal ones",
     false, 0, 0, kTitlePlaces},
    {"head-columns", Shape::kInteger, "columns of the story that a headline group beside the text takes",
     false, 1, 50},
    {"rules", Shape::kFlag, "rules between the columns 栏线"},
    {"drop-cap", Shape::kRows, "lines of the drop capital 首字下沉 of the first paragraph; 0: none", false, 0,
     5},
    {"photos", Shape::kObjects, "where the story's photos go, in their order", false, 0, 0, {}, kStoryPhotos},
    {"fit",
     Shape::kObjects,
     "the means by which the story may be made to fit, in the order in which they are tried; absent: lines",
     false,
     0,
     0,
     {},
     kStoryFit},
};

constexpr Words kPhotoWord = {"photo"};
constexpr KeySpec kPhotoFrameKeys[] = {
    {"kind", Shape::kWord, "photo: a picture story 图片新闻; the photos of its article fill the frame",
     kRequired, 0, 0, kPhotoWord},
    {"columns", Shape::kRange, "columns of the page", kRequired},
    {"rows", Shape::kRange, "rows of the page, for the headline, the pictures and the caption", kRequired},
    {"inside", Shape::kText, "the story frame that it stands in, whose text runs round it"},
    {"pictures", Shape::kInteger, "photos of the article that stand here together, under one caption 组照",
     false, 1, 12},
    {"row", Shape::kWord, "how several pictures stand: side by side, or below one another", false, 0, 0,
     kRows},
    {"caption", Shape::kObject, "where the caption goes", false, 0, 0, {}, kSlotCaption},
    {"styles", Shape::kNamed, "styles that differ from the page's", false, 0, 0, kStyleWords, kStoryStyles},
};

constexpr Words kEdgeForms = {"plain", "thick-thin", "thin-thick", "double"};
constexpr Kinds kFolioOutside = {&kOutsideKind};
constexpr KeySpec kFolioFrameKeys[] = {
    {"kind", Shape::kWord, "folio: one line of page furniture 报眉", kRequired, 0, 0, kFolioWord},
    {"columns", Shape::kRange, "columns of the page; with rows, unless it stands outside the type area"},
    {"rows", Shape::kRange, "rows of the page"},
    {"outside",
     Shape::kObject,
     "a place beside the type area, along its columns or rows, instead of in them",
     false,
     0,
     0,
     {},
     kFolioOutside},
    {"margin", Shape::kLength, "short for outside: {edge: top, gap: …}", false, 0, 500},
    {"left", Shape::kText, "text with fields such as {paper} {date} {section} {page}; **large**, *small*"},
    {"centre", Shape::kText, "the same, in the middle"},
    {"right", Shape::kText, "the same, at the right"},
    {"outer", Shape::kText, "the same, at the right of odd pages and the left of even ones"},
    {"inner", Shape::kText, "the same, on the other side"},
    {"rule", Shape::kLength, "thickness of the rule below; 0pt: none", false, 0, 20},
    {"rule-form", Shape::kWord, "thick-thin and thin-thick are 文武线, from outside to inside", false, 0, 0,
     kEdgeForms},
};

constexpr Kinds kLayoutPage = {&kPageKind}, kLayoutGrid = {&kGridKind}, kLayoutSetting = {&kSettingKind},
                kLayoutStyles = {&kStyleKind}, kLayoutSpans = {&kSpanStyleKind},
                kLayoutFrames = {&kStoryFrameKind,  &kPhotoFrameKind,     &kFolioFrameKind,
                                 &kRuleFrameKind,   &kNameplateFrameKind, &kTextFrameKind,
                                 &kDigestFrameKind, &kQrFrameKind,        &kAdvertFrameKind},
                kLayoutJumps = {&kJumpsKind}, kPaletteInks = {&kInkKind};
constexpr KeySpec kLayoutKeys[] = {
    {"extends", Shape::kText,
     "what holds where this one says nothing: a layout file, or a grid by its name (broadsheet, tabloid, "
     "berliner, 对开, 四开)"},
    {"page", Shape::kObject, "the paper", kRequired, 0, 0, {}, kLayoutPage},
    {"grid", Shape::kObject, "the type area 版心 in 字 and 行", kRequired, 0, 0, {}, kLayoutGrid},
    {"setting", Shape::kObject, "how lines are set", false, 0, 0, {}, kLayoutSetting},
    {"inks", Shape::kNamed, "the palette: inks by a name of yours", false, 0, 0, {}, kPaletteInks},
    {"styles", Shape::kNamed, "the look of each piece of type; what is absent keeps its default", false, 0, 0,
     kStyleWords, kLayoutStyles},
    {"spans",
     Shape::kNamed,
     "character styles by a name of yours: [文字]{.name} in an article",
     false,
     0,
     0,
     {},
     kLayoutSpans},
    {"frames", Shape::kNamed, "named places on the page", kRequired, 0, 0, {}, kLayoutFrames},
    {"jumps", Shape::kObject, "stories that go on on another page 转版", false, 0, 0, {}, kLayoutJumps},
};

// ---- article
// --------------------------------------------------------------------------------------------------

constexpr KeySpec kPhotoKeys[] = {
    {"file", Shape::kText, "JPEG or PNG, seen from this file's folder", kRequired},
    {"caption", Shape::kText, "图片说明; absent: what the photo file says"},
    {"credit", Shape::kText, "摄影署名; absent: what the photo file says"},
    {"alt", Shape::kText, "what the picture shows, for readers who cannot see it"},
    {"focus", Shape::kPoint, "the point that a crop keeps, as fractions of width and height", false, 0, 1},
};

constexpr Kinds kArticlePhotos = {&kPhotoKind};
constexpr KeySpec kArticleKeys[] = {
    {"kicker", Shape::kText, "引题"},
    {"title", Shape::kText, "主题"},
    {"subtitle", Shape::kText, "副题"},
    {"deck", Shape::kText, "提要"},
    {"byline", Shape::kText, "署名"},
    {"dateline", Shape::kText, "电头, run in at the start of the text"},
    {"jump-title", Shape::kText, "over the part on another page; absent: the title"},
    {"photos",
     Shape::kObjects,
     "the photos, in the order of the frame's photo slots",
     false,
     0,
     0,
     {},
     kArticlePhotos},
};

// ---- font catalogue
// -------------------------------------------------------------------------------------------

constexpr KeySpec kFaceKeys[] = {
    {"family", Shape::kText, "name of the family, for people", kRequired},
    {"files", Shape::kTexts, "where the font file may be; the first that exists is taken", kRequired},
    {"index", Shape::kInteger, "number of the face in a collection (.ttc), from 0", false, 0, 1000},
    {"package", Shape::kText, "Debian package that brings it"},
    {"scale", Shape::kEm, "what its glyphs are drawn at, of the size of the text", false, 0.5, 2},
    {"raise", Shape::kEm, "of its glyphs, in 字 of the text; lower when negative", false, -0.5, 0.5},
};

constexpr KeySpec kRoleKeys[] = {
    {"han", Shape::kTexts, "faces for Chinese, by coverage: the first that has the character is taken",
     kRequired},
    {"latin", Shape::kTexts, "faces tried first for Western letters and digits"},
    {"italic", Shape::kTexts, "faces tried first for Western letters and digits in *emphasis*"},
    {"forms", Shape::kTexts,
     "faces tried for old-style digits and small capitals, where those of latin and han have none"},
    {"marks", Shape::kTexts, "faces tried first for quotation marks, dashes and ellipses"},
};

constexpr Kinds kCatalogueFaces = {&kFaceKind}, kCatalogueRoles = {&kRoleKind};
constexpr KeySpec kCatalogueKeys[] = {
    {"faces", Shape::kNamed, "faces of font files, by a name of yours", kRequired, 0, 0, {}, kCatalogueFaces},
    {"roles",
     Shape::kNamed,
     "what styles ask for: 'song', 'song bold', 'hei' …",
     kRequired,
     0,
     0,
     {},
     kCatalogueRoles},
};

}  // namespace

const KindSpec kLayoutKind{"layout", "A page as an art director draws it", kLayoutKeys};
const KindSpec kPageKind{"page", "The paper", kPageKeys};
const KindSpec kMarginsKind{"margins", "Where the type area stands", kMarginsKeys};
const KindSpec kGridKind{"grid", "The character-and-line grid", kGridKeys};
const KindSpec kStoryFrameKind{"story frame", "A place for an article", kStoryFrameKeys};
const KindSpec kPhotoFrameKind{"photo frame", "A picture story", kPhotoFrameKeys};
const KindSpec kFolioFrameKind{"folio frame", "A line of page furniture", kFolioFrameKeys};
const KindSpec kPhotoSlotKind{"photo slot", "A place for a photo of the story", kPhotoSlotKeys};
const KindSpec kCaptionKind{"caption", "A place for the caption", kCaptionKeys};
const KindSpec kArticleKind{"front matter", "The front matter of an article: YAML between two lines '---'",
                            kArticleKeys};
const KindSpec kPhotoKind{"photo", "A photo of the article", kPhotoKeys};
const KindSpec kCatalogueKind{"font catalogue", "Which font files stand behind the roles 宋 黑 楷 仿宋",
                              kCatalogueKeys};
const KindSpec kFaceKind{"face", "One face of one font file", kFaceKeys};
const KindSpec kRoleKind{"role", "What a role is set in", kRoleKeys};

std::span<const PaperSize> paper_sizes() {
  static constexpr PaperSize kSizes[] = {{"对开", 390, 545},
                                         {"broadsheet", 390, 545},
                                         {"四开", 270, 390},
                                         {"tabloid", 270, 390},
                                         {"berliner", 315, 470}};
  return kSizes;
}

std::span<const FileKind> file_kinds() {
  static constexpr FileKind kFiles[] = {{"layout", &kLayoutKind},
                                        {"edition", &kEditionKind},
                                        {"overlay", &kOverlayKind},
                                        {"article", &kArticleKind},
                                        {"catalogue", &kCatalogueKind}};
  return kFiles;
}

}  // namespace banxin
