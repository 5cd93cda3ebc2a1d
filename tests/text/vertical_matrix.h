// The test matrix of vertical lines: typography.md 5.5 and the V rows of its 9. `options` as in matrix.h,
// with
// --vertical understood.
#pragma once

#include <string_view>

#include "matrix.h"

namespace banxin::test {

inline constexpr WidthRow kVerticalWidthRows[] = {
    {"V01", "国。”国", "", 3.5},
    {"V04", "国——国", "", 4.0},
    {"V colon is rigid", "国：“国", "", 4.0},
    {"V colon before Han", "国：国", "", 3.0},
    {"V question mark is rigid", "国？（国", "", 4.0},
    {"V closing before a rigid mark", "国）：国", "", 3.5},
    {"V ？！ share one cell", "国？！国", "", 3.0},
    {"V ？！ share one cell in Taiwan", "國？！國", "--lang zh-Hant-TW", 3.0},
    {"V ！！！ take two", "国！！！国", "", 4.0},
    {"V ！！！！ take two", "国！！！！国", "", 4.0},
    {"V centred marks", "國。」國", "--lang zh-Hant-TW --pairs brackets", 3.75},
    {"V centred marks of Taiwan", "國，「國", "--lang zh-Hant-TW", 4.0},
    {"V 。 of Hans loses what is below", "国。（国", "", 3.5},
    {"V banjiao", "国，国。国“国”国", "--style banjiao", 7.0},
    {"V kaiming", "国，国。国“国”国", "--style kaiming", 7.5},
    {"V 间隔号", "国·国", "", 2.5},
    {"V one letter", "国A国", "", 3.0},
    {"V one small letter", "国a国", "", 3.0},
    {"V one digit", "国5国", "", 3.0},
    {"V two digits", "国25国", "", 3.0},
    {"V three digits", "国365国", "", 3.0},
    {"V four digits", "国2026国", "", 4.5},
    {"V four digits in Han", "国2026国", "--numbers han", 6.0},
    {"V a number with a point is turned", "国12.5国", "--numbers han", 4.5},
    {"V acronym", "国WTO国", "", 5.0},
    {"V acronym with a number", "国G20国", "", 4.0},
    {"V acronym with a hyphen", "国F-16国", "", 4.5},
    {"V long capitals are a word", "国UNESCOEU国", "", 6.5},
    {"V word", "国Word国", "", 4.5},
    {"V words", "国to be国", "", 4.8333},
    {"V percent after a short number", "国25%国", "", 4.0},
    {"V percent after a long number", "国12.5%国", "", 5.0},
    {"V degrees", "国25℃国", "", 4.0},
    {"V full-width letters", "国ＡＢ国", "", 4.0},
    {"V range", "国1-5国", "", 4.5},
    {"V a space beside an upright letter is kept", "国 A 国", "", 3.6667},
    {"V a space beside an upright letter is replaced", "国 A 国", "--spaces replace", 3.0},
    {"V a space beside a word is replaced", "国 Word 国", "--spaces replace", 4.5},
};

inline constexpr LineRow kVerticalLineRows[] = {
    {"V opening mark at the line start", "（国国国（国国国", "--measure 3.6 --ragged", "（国国国|（国国国|",
     "（ -.5 国 .5 国 1.5 国 2.5 @2 （ -.5 国 .5"},
    {"V 。 at the line end", "国国国国。", "--measure 5 --justify-last", "国国国国。|",
     "国 0 国 1.1667 国 2.3333 国 3.5 。 4.5"},
    {"V ： at the line end is whole", "国国国国：", "--measure 5 --justify-last", "国国国国：|",
     "国 0 国 1 国 2 国 3 ： 4"},
    {"V a rigid mark does not shrink", "国国！国国，国国", "--measure 7.5", "国国！国国，国国|",
     "！ 2 国 3 国 4 ， 5 国 5.5 国 6.5"},
    {"V centred marks pay on both sides", "國，國、國國。國", "--measure 7.5 --lang zh-Hant-TW --pairs none",
     "國，國、國國。國|", "國 0 ， .875 國 1.75 、 2.625 國 3.5 國 4.5 。 5.5 國 6.5"},
    {"V a short number widens like Han", "国国25国国", "--measure 6 --justify-last", "国国25国国|",
     "国 0 国 1.25 25 2.5 国 3.75 国 5"},
    {"V year, month and day", "国国2026年11月5日国", "--measure 11 --ragged", "国国2026年11月5日国|",
     "2 2.25 年 4.5 11 5.5 月 6.5 5 7.5 日 8.5 国 9.5"},
    {"V digits are not parted", "国国国国2026年", "--measure 5", "国国国国|2026年|", ""},
    {"V the % stays with its number", "国国国国25%", "--measure 5", "国国国国|25%|", ""},
    {"V a centred mark hangs", "國國國國。國國", "--measure 4 --lang zh-Hant-TW --hang allow",
     "國國國國。|國國|", "國 0 國 1 國 2 國 3 。 4"},
    {"V ！ does not hang", "國國國國！國國", "--measure 4 --hang force --lang zh-Hant-TW", "國國國|國！國國|",
     ""},
    {"V mainland 。 hangs", "国国国国。国国", "--measure 4 --hang allow", "国国国国。|国国|", "国 0 国 1 国 2 国 3 。 4"},
    {"V hyphen", "甲乙丙丁戊己editor庚辛壬癸子", "--measure 9 --hyphenate en",
     "甲乙丙丁戊己edi-|tor庚辛壬癸子|", "甲 0 乙 1.1 己 5.5 e 7 - 8.5"},
    {"V an acronym is not hyphenated", "国国国UNESCO国国", "--measure 6 --hyphenate en",
     "国国国|UNESCO|国国|", ""},
};

}  // namespace banxin::test
