// What may be written about the looks of type, its setting in lines and its inks (keys.h).
#include <string_view>

#include "read/keys.h"

namespace banxin {

namespace {

using Words = std::string_view[];

// The words of an enumeration stand in the order of its C++ values.
constexpr Words kPunctuationStyles = {"quanjiao", "hangmo-banjiao", "kaiming", "banjiao", "plain"};
constexpr Words kLevels = {"none", "basic", "gb", "strict"};
constexpr Words kStarts = {"trim", "full"};
constexpr Words kEnds = {"trim", "allow", "full"};
constexpr Words kHangings = {"none", "allow", "force"};
constexpr Words kDigits = {"proportional", "half"};
constexpr Words kSpaces = {"keep", "replace"};
constexpr Words kPairs = {"by-language", "none", "brackets"};
constexpr Words kHyphenations = {"none", "en"};
constexpr Words kExpands = {"attached", "all"};
constexpr Words kVerticalQuotes = {"font", "corner"};
constexpr Words kVerticalNumbers = {"turned", "han"};
constexpr Words kReadings = {"shrink", "spread"};
constexpr Words kLanguages = {"zh-Hans", "zh-Hant-TW", "zh-Hant-HK", "ja"};

constexpr KeySpec kSettingKeys[] = {
    {"style", Shape::kWord, "width of punctuation marks: 全身, 行末半角, 开明, 对开, as the font has them",
     false, 0, 0, kPunctuationStyles},
    {"level", Shape::kWord, "which marks may not start or end a line 避头尾", false, 0, 0, kLevels},
    {"start", Shape::kWord, "blank of an opening mark at the line start", false, 0, 0, kStarts},
    {"end", Shape::kWord, "blank of a mark at the line end", false, 0, 0, kEnds},
    {"hanging", Shape::kWord, "stops outside the line 悬挂", false, 0, 0, kHangings},
    {"western-gap", Shape::kEm, "between Chinese and Western letters", false, 0, 1},
    {"number-gap", Shape::kEm, "between Chinese and digits", false, 0, 1},
    {"digits", Shape::kWord, "half: two digits fill one 字", false, 0, 0, kDigits},
    {"spaces", Shape::kWord, "a typed space between Chinese and Western: replaced by the gap, or kept", false,
     0, 0, kSpaces},
    {"pairs", Shape::kWord, "squeezing of neighbouring marks; by-language: as the tradition does it", false,
     0, 0, kPairs},
    {"language", Shape::kWord, "writing tradition: decides the forms of characters and marks", false, 0, 0,
     kLanguages},
    {"hyphenate", Shape::kWord, "words of justified text that may be divided: en, or none", false, 0, 0,
     kHyphenations},
    {"min-blank", Shape::kEm, "what shrinking leaves of the blank of a mark inside a line", false, 0, 0.5},
    {"fixed-gap", Shape::kFlag, "the gap between Chinese and Western keeps its width"},
    {"fixed-stops", Shape::kFlag, "。？！ keep their blanks inside a line"},
    {"vertical-quotes", Shape::kWord, "“” in vertical lines: as the font has them, or as 「」", false, 0, 0,
     kVerticalQuotes},
    {"vertical-numbers", Shape::kWord, "long numbers in vertical lines: turned, or as 二〇二六", false, 0, 0,
     kVerticalNumbers},
    {"strict-grid", Shape::kFlag,
     "纵横对齐: every character stands in a cell of one 字, in both axes; marks as with style: plain"},
    {"readings", Shape::kWord, "a reading wider than its word is set smaller, or spreads it", false, 0, 0,
     kReadings},
    {"expand", Shape::kWord, "joints that widen in a loose line; attached: where a line may end", false, 0, 0,
     kExpands},
};

constexpr Words kHeadPlaces = {"rows", "run-in", "cut-in"};
constexpr Words kAligns = {"start", "centre", "end", "justify"};
constexpr KeySpec kStyleKeys[] = {
    {"font", Shape::kFont, "role of the font catalogue and weight: 'song bold', 'hei', 'kai'"},
    {"size", Shape::kTypeSize, "type size", false, 3, 1000},
    {"min-size", Shape::kTypeSize, "to which a kicker, title or subtitle may go when it does not fit", false,
     3, 1000},
    {"condense", Shape::kPercent,
     "of its width by which a kicker, title or subtitle may be narrowed when it does not fit 长体; 0: never",
     false, 0, 20},
    {"pitch", Shape::kPitch, "from line to line; 字 are of this style's size", false, 3, 2000},
    {"align", Shape::kWord, "where lines stand in their width", false, 0, 0, kAligns},
    {"indent", Shape::kEm, "of the first line, in 字 of this style", false, -20, 50},
    {"tracking", Shape::kEm, "added after every character 字距, in 字 of this style", false, -0.2, 5},
    {"spread", Shape::kEm,
     "by which a kicker, title or subtitle of 2 to 6 字 may be opened to fill its width 均排", false, 0, 5},
    {"before", Shape::kSpace, "white space above", false, 0, 2000},
    {"after", Shape::kSpace, "white space below", false, 0, 2000},
    {"ink", Shape::kInk,
     "black, white, percents of plates ('K 60', 'C0 M100 Y100 K5'), or a name of the palette ('报红 40')"},
    {"inset-start", Shape::kSpace, "of a list, quotation, table or note: from the column's left edge", false,
     0, 2000},
    {"inset-end", Shape::kSpace, "the same, from its right edge", false, 0, 2000},
    {"rows", Shape::kRows, "of a cross-head of one line, or of a separator 占行", false, 1, 20},
    {"place", Shape::kWord,
     "of a cross-head: rows of its own, run in at the start of its paragraph, or cut into it 窗式标题", false,
     0, 0, kHeadPlaces},
    {"rule", Shape::kLength, "thickness of the rules of a table, or of a short rule; 0pt: none", false, 0,
     20},
    {"inner-rule", Shape::kLength, "thickness of the rules between the rows of a table; 0pt: none", false, 0,
     20},
};

constexpr Words kCapitals = {"usual", "small", "all-small"}, kNumerals = {"lining", "oldstyle"};
constexpr KeySpec kSpanStyleKeys[] = {
    {"font", Shape::kFont, "role of the font catalogue and weight; absent: that of the text around"},
    {"size", Shape::kTypeSize, "type size; absent: by scale", false, 3, 1000},
    {"scale", Shape::kEm, "size, in 字 of the text around", false, 0.2, 2},
    {"raise", Shape::kEm, "of the baseline, in 字 of the text around; below it when negative", false, -1, 1},
    {"tracking", Shape::kEm, "added after every character 字距", false, -0.2, 5},
    {"ink", Shape::kInk,
     "black, white, percents of plates, or a name of the palette; absent: that of the text around"},
    {"caps", Shape::kWord, "small letters as small capitals; all-small: capitals too", false, 0, 0,
     kCapitals},
    {"numerals", Shape::kWord, "digits as high as capitals, or with parts above and below", false, 0, 0,
     kNumerals},
    {"digits", Shape::kWord, "half: two digits fill one 字; absent: as the setting says", false, 0, 0,
     kDigits},
};

constexpr KeySpec kInkKeys[] = {
    {"spot", Shape::kText, "name of the plate of its own, as the press knows it: 'PANTONE 485 C'"},
    {"cmyk", Shape::kInk, "percents of plates; of a spot colour: how it looks, and prints without its ink"},
    {"rgb", Shape::kText, "for screens alone: '#d0021b'"},
};

}  // namespace

const KindSpec kSettingKind{"setting", "How lines are set", kSettingKeys};
const KindSpec kStyleKind{"style", "The look of a piece of type", kStyleKeys};
const KindSpec kSpanStyleKind{"character style", "What a character style changes", kSpanStyleKeys};
const KindSpec kInkKind{"ink", "An ink of the palette", kInkKeys};

}  // namespace banxin
