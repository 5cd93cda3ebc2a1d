// What may be written in an edition and in an overlay on it (keys.h).
#include <string_view>

#include "read/furniture.h"
#include "read/keys.h"

namespace banxin {

namespace {

using Words = std::string_view[];
using Kinds = const KindSpec* const[];
constexpr bool kRequired = true;

constexpr Kinds kPaletteInks = {&kInkKind};
constexpr Kinds kPageDigests = {&kDigestEntryKind}, kPageAdverts = {&kAdvertKind};
constexpr KeySpec kEditionPageKeys[] = {
    {"number", Shape::kInteger, "page number 版次; of a spread 跨版 the even one, the next is its too",
     kRequired, 1, 9999},
    {"section", Shape::kText, "name of the page 版名: 要闻, 副刊 …"},
    {"layout", Shape::kText, "layout file, seen from this file's folder", kRequired},
    {"frames", Shape::kTextByName, "frame of the layout -> article file, seen from this file's folder"},
    {"texts", Shape::kTextByName, "text frame of the layout -> its text, a line a paragraph"},
    {"digests",
     Shape::kObjectsByName,
     "digest frame of the layout -> its entries 导读",
     false,
     0,
     0,
     {},
     kPageDigests},
    {"adverts",
     Shape::kNamed,
     "advert frame of the layout -> what was booked for it 广告",
     false,
     0,
     0,
     {},
     kPageAdverts},
    {"credits", Shape::kTextByName, "who made the page: 责编, 版式, 校对 -> name"},
};

constexpr Kinds kEditionPages = {&kEditionPageKind};
constexpr KeySpec kEditionKeys[] = {
    {"paper", Shape::kText, "name of the paper", kRequired},
    {"title", Shape::kText, "title of the PDF; absent: the first headline"},
    {"author", Shape::kText, "author of the PDF"},
    {"date", Shape::kDate, "day of issue, 2024-01-08"},
    {"lint", Shape::kTextByName, "rule of the editorial lint -> error, warning or off"},
    {"issue", Shape::kText, "number of the issue 总第 n 期"},
    {"fields", Shape::kTextByName, "names of yours -> text, for {name} in the furniture"},
    {"credits", Shape::kTextByName, "who made the pages that name nobody: 责编, 版式, 校对 -> name"},
    {"inks",
     Shape::kNamed,
     "the palette of the whole edition: inks by a name of yours",
     false,
     0,
     0,
     {},
     kPaletteInks},
    {"pages", Shape::kObjects, "the pages, in their order", kRequired, 0, 0, {}, kEditionPages},
};

constexpr Kinds kOverlayPages = {&kOverlayPageKind};
constexpr KeySpec kOverlayPageKeys[] = {
    {"number", Shape::kInteger, "the page of the base that is changed, or a new one", kRequired, 1, 9999},
    {"remove", Shape::kFlag, "true: the page is left out"},
    {"section", Shape::kText, "name of the page 版名"},
    {"layout", Shape::kText, "layout file, seen from this file's folder; a new page needs one"},
    {"frames", Shape::kTextByName, "frame -> another article file"},
    {"texts", Shape::kTextByName, "text frame -> another text"},
    {"digests",
     Shape::kObjectsByName,
     "digest frame -> its entries, all of them",
     false,
     0,
     0,
     {},
     kPageDigests},
    {"adverts", Shape::kNamed, "advert frame -> another booking", false, 0, 0, {}, kPageAdverts},
    {"credits", Shape::kTextByName, "责编, 版式, 校对 -> another name"},
};

constexpr KeySpec kOverlayKeys[] = {
    {"base", Shape::kText, "the edition that this one changes, seen from this file's folder", kRequired},
    {"replace", Shape::kTextByName, "file of the base -> file that stands in for it wherever it is named"},
    {"paper", Shape::kText, "name of the paper"},
    {"title", Shape::kText, "title of the PDF"},
    {"author", Shape::kText, "author of the PDF"},
    {"date", Shape::kDate, "day of issue, 2024-01-08"},
    {"lint", Shape::kTextByName, "rule of the editorial lint -> another weight"},
    {"issue", Shape::kText, "number of the issue 总第 n 期"},
    {"fields", Shape::kTextByName, "names of yours -> text"},
    {"credits", Shape::kTextByName, "责编, 版式, 校对 -> name"},
    {"inks",
     Shape::kNamed,
     "inks that differ from the base's, or new ones, by a name of yours",
     false,
     0,
     0,
     {},
     kPaletteInks},
    {"pages", Shape::kObjects, "the pages that differ, by their numbers", false, 0, 0, {}, kOverlayPages},
};

}  // namespace

const KindSpec kEditionKind{"edition", "One issue of the paper", kEditionKeys};
const KindSpec kEditionPageKind{"page", "A page and what stands on it", kEditionPageKeys};
const KindSpec kOverlayKind{"overlay", "What an edition or zone changes of its base", kOverlayKeys};
const KindSpec kOverlayPageKind{"page", "A page and what differs on it", kOverlayPageKeys};

}  // namespace banxin
