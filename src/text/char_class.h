// What a character is for Chinese line setting: the rows of typography.md 1.1.
#pragma once

#include <cstdint>

#include "document/setting.h"

namespace banxin {

enum class CharClass : std::uint8_t {
  kHan,         ///< ideographs, kana, bopomofo, full-width letters, symbols of one em
  kOpen,        ///< opening brackets and, in Chinese context, opening quotes
  kClose,       ///< closing ones
  kComma,       ///< ，、
  kColon,       ///< ：；
  kStop,        ///< 。．
  kExcl,        ///< ！？
  kExcl2,       ///< ‼⁇⁈⁉
  kDash,        ///< —— ⸺
  kEll,         ///< …… and a single …
  kMid,         ///< ·
  kConn1,       ///< – and - as connectors, half an em
  kConn2,       ///< ～ and a single —, one em
  kSol,         ///< ／
  kPost,        ///< % ℃: stays with the number before it
  kPre,         ///< ¥ № −: stays with the number after it
  kNum,         ///< ASCII digits
  kLat,         ///< letters and signs of other scripts
  kAsciiPause,  ///< , . ; : ! ? and ) ] } of ASCII
  kAsciiOpen,   ///< ( [ {
  kAsciiQuote,  ///< " and ', which do not say whether they open or close
  kSpace,       ///< U+0020 and its like
  kNoBreakSpace,
  kIdeographicSpace,
  kForcedBreak,  ///< U+2028
  // Only before the context is known (characters.cpp):
  kQuoteOpen,   ///< “ ‘
  kQuoteClose,  ///< ” ’
  kEmDash,      ///< —
  kEllipsis,    ///< …
  kMidDot,      ///< ·
  kHyphen,      ///< - ~ / ¥ …: what it is depends on its neighbours
  kTilde,
  kSolidus,
  kSign,
};

/// Class of the character alone.
CharClass base_class(char32_t cp);

/// Whether the character belongs to Chinese text wherever it stands.
bool is_cjk(CharClass c);
/// OPEN, CLOSE and PAUSE: the one-em marks that have a blank.
bool is_opening(CharClass c);
bool is_closing(CharClass c);  ///< CLOSE, COMMA, COLON, STOP, EXCL, EXCL2
/// Letters, digits and what is set with them; their line breaks are UAX #14's.
bool is_western(CharClass c);

/// How a character takes part in the gap between Han and Western (UTR #59 draft; typography.md 2.6).
enum class GapSide : std::uint8_t {
  kNone,
  kHan,          ///< ideographs, kana, bopomofo
  kWestern,      ///< letters, ª º µ
  kDigit,        ///< digits: the gap may differ
  kConditional,  ///< ! # % & , .: when they belong to a Western run
};
GapSide gap_side(char32_t cp, CharClass c);

/// A character that never has a cell of its own: combining marks, variation selectors, joiners.
bool extends_cluster(char32_t cp);
/// Not to start a line at any level but `none`: 々 and, in Japanese, small kana.
bool is_nonstarter(char32_t cp, Language language);
/// 年 月 日 元 …: kept with the number before it where possible (typography.md 2.2, soft).
bool is_measure_word(char32_t cp);
/// Raised digits and letters: footnote marks and exponents stay with their base and have no gap.
bool is_superscript(char32_t cp);

}  // namespace banxin
