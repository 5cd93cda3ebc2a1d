// The keys of layouts/press/*.yaml; see keys.h.
#include "read/press_profile.h"

namespace banxin {

namespace {

using Words = std::string_view[];
using Kinds = const KindSpec* const[];

constexpr KeySpec kOutputKeys[] = {
    {"icc", Shape::kText,
     "ICC profile of the press, seen from this file's folder; absent: coldset newsprint"},
    {"identifier", Shape::kText, "name of the printing condition in the registry"},
    {"condition", Shape::kText, "the printing condition, for people"},
    {"registry", Shape::kText, "where the identifier is registered"},
};

constexpr Words kIntents = {"perceptual", "relative"};
constexpr KeySpec kPhotosKeys[] = {
    {"intent", Shape::kWord, "how colours that ink cannot show are brought in", false, 0, 0, kIntents},
    {"black-point", Shape::kFlag, "black-point compensation"},
    {"ppi", Shape::kInteger, "resolution that photos are brought down to", false, 72, 2400},
    {"most-ppi", Shape::kInteger, "resolution up to which they are left alone", false, 72, 4800},
    {"ink", Shape::kInteger, "total area coverage, percent", false, 100, 400},
    {"quality", Shape::kInteger, "of JPEG", false, 50, 100},
};

constexpr KeySpec kMarksKeys[] = {
    {"room", Shape::kLength, "around the bleed, for marks", false, 0, 200},
    {"crop", Shape::kFlag, "where to trim"},
    {"bleed", Shape::kFlag, "where the bleed ends"},
    {"registration", Shape::kFlag, "crosses on every plate"},
    {"bar", Shape::kFlag, "patches of each ink, and grey balance"},
    {"fold", Shape::kFlag, "where the sheet is folded across"},
    {"slug", Shape::kFlag, "title, page, date and plates"},
};

constexpr KeySpec kLimitsKeys[] = {
    {"ink", Shape::kInteger, "total area coverage, percent: more is an error", false, 100, 400},
    {"ink-warning", Shape::kInteger, "more is worth a warning", false, 100, 400},
    {"ppi", Shape::kInteger, "effective resolution of photos: less is an error", false, 1, 2400},
    {"ppi-warning", Shape::kInteger, "less is worth a warning", false, 1, 2400},
    {"most-ppi", Shape::kInteger, "more is a waste", false, 1, 4800},
    {"line-art-ppi", Shape::kInteger, "of pictures with one bit a pixel", false, 1, 4800},
    {"type", Shape::kLength, "smaller type is an error", false, 0, 72},
    {"type-warning", Shape::kLength, "smaller type is worth a warning", false, 0, 72},
    {"coloured-type", Shape::kLength, "smallest type in two or more inks", false, 0, 72},
    {"reversed-type", Shape::kLength, "smallest white type", false, 0, 72},
    {"tinted-type", Shape::kLength, "smallest type in one ink that is not solid", false, 0, 72},
    {"rule", Shape::kLength, "thinner rules are an error", false, 0, 72},
    {"rule-warning", Shape::kLength, "thinner rules are worth a warning", false, 0, 72},
    {"coloured-rule", Shape::kLength, "thinnest rule in two or more inks, or white", false, 0, 72},
    {"margin", Shape::kLength, "between type and trim", false, 0, 200},
    {"width", Shape::kLength, "of the trim; absent: any", false, 72, 5000},
    {"height", Shape::kLength, "of the trim; absent: any", false, 72, 5000},
    {"fonts", Shape::kInteger, "faces in a file: more is worth a warning", false, 1, 1000},
    {"photo-black", Shape::kInteger, "percent of K in photos: more fills in", false, 50, 100},
    {"highlight", Shape::kInteger, "percent: smaller dots of photos do not print", false, 0, 20},
};

const KindSpec kOutputKind{"output", "The printing condition", kOutputKeys};
const KindSpec kPhotosKind{"photos", "How photos are separated", kPhotosKeys};
const KindSpec kMarksKind{"marks", "What stands around the page", kMarksKeys};
const KindSpec kLimitsKind{"limits", "What the preflight holds pages against", kLimitsKeys};

constexpr Words kStandards = {"plain", "x1a", "x4"};
constexpr Kinds kPressOutput = {&kOutputKind}, kPressPhotos = {&kPhotosKind}, kPressMarks = {&kMarksKind},
                kPressLimits = {&kLimitsKind};
constexpr KeySpec kPressKeys[] = {
    {"standard", Shape::kWord, "PDF/X-1a:2003, PDF/X-4, or neither", true, 0, 0, kStandards},
    {"output", Shape::kObject, "the printing condition", false, 0, 0, {}, kPressOutput},
    {"photos", Shape::kObject, "how photos are separated", false, 0, 0, {}, kPressPhotos},
    {"marks", Shape::kObject, "what stands around the page", false, 0, 0, {}, kPressMarks},
    {"spots", Shape::kTexts, "names of the spot colours that the press has a plate for"},
    {"colour-pages", Shape::kTexts, "numbers of the pages that print in colour; absent: all"},
    {"limits", Shape::kObject, "what the preflight holds pages against", false, 0, 0, {}, kPressLimits},
    {"weights", Shape::kTextByName, "code of a finding -> error, warning or off"},
};

}  // namespace

const KindSpec kPressKind{"press profile", "What a press asks for", kPressKeys};

}  // namespace banxin
