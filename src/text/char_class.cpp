#include "text/char_class.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <iterator>
#include <string_view>

namespace banxin {

namespace {

struct ClassRow {
  CharClass c;
  std::u32string_view characters;
};

using enum CharClass;

constexpr ClassRow kRows[] = {
    {kOpen, U"（《〈「『【〔〖［｛〘〚〝｟"},
    {kClose, U"）》〉」』】〕〗］｝〙〛〞〟｠"},
    {kComma, U"，、"},
    {kColon, U"：；"},
    {kStop, U"。．"},
    {kExcl, U"！？"},
    {kExcl2, U"‼⁇⁈⁉"},
    {kDash, U"\u2E3A"},
    {kMid, U"\u30FB"},
    {kConn1, U"\u2013"},
    {kConn2, U"～\uFF0D\u301C"},
    {kSol, U"／"},
    {kPost, U"%％‰℃℉°′″￠"},
    {kAsciiPause, U",.;:!?)]}"},
    {kAsciiOpen, U"([{"},
    {kAsciiQuote, U"\"'"},
    {kSpace, U" \t"},
    {kNoBreakSpace, U"\u00A0\u202F"},
    {kIdeographicSpace, U"\u3000"},
    {kForcedBreak, U"\u2028\u2029\n\v\f\u0085"},
    {kQuoteOpen, U"“‘"},
    {kQuoteClose, U"”’"},
    {kEmDash, U"\u2014\u2015"},
    {kEllipsis, U"\u2026\u22EF"},
    {kMidDot, U"\u00B7\u2027\u2022"},
    {kHyphen, U"-"},
    {kTilde, U"~"},
    {kSolidus, U"/"},
    {kSign, U"¥￥$£€￡№+−±"},
};

/// Everything that no row names: by East Asian Width, as fonts draw it.
CharClass class_by_width(char32_t cp) {
  const auto c = static_cast<UChar32>(cp);
  const int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  if (width == U_EA_WIDE || width == U_EA_FULLWIDTH) return kHan;
  // ① → ★ Ⅷ: ambiguous by the book, one em in every Chinese font.
  const bool symbol = (U_MASK(u_charType(c)) & (U_GC_S_MASK | U_GC_NO_MASK | U_GC_NL_MASK)) != 0;
  return width == U_EA_AMBIGUOUS && symbol && cp >= 0x2100 ? kHan : kLat;
}

CharClass class_by_row(char32_t cp) {
  for (const ClassRow& row : kRows) {
    if (row.characters.find(cp) != std::u32string_view::npos) return row.c;
  }
  return class_by_width(cp);
}

constexpr bool is_common_han(char32_t cp) {
  return (cp >= 0x4E00 && cp <= 0x9FFF) || (cp >= 0x3400 && cp <= 0x4DBF);
}

constexpr bool is_ascii_digit(char32_t cp) { return cp >= U'0' && cp <= U'9'; }
constexpr bool is_ascii_letter(char32_t cp) {
  return (cp >= U'a' && cp <= U'z') || (cp >= U'A' && cp <= U'Z');
}

bool has_gap_script(char32_t cp) {
  if (is_common_han(cp)) return true;
  const auto c = static_cast<UChar32>(cp);
  if (cp >= 0xFF00 && cp <= 0xFFEF) return false;
  return u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC) || u_isalpha(c);  // of class HAN: kana, bopomofo, hangul
}

}  // namespace

CharClass base_class(char32_t cp) {
  if (is_common_han(cp)) return kHan;
  if (is_ascii_digit(cp)) return kNum;
  if (is_ascii_letter(cp)) return kLat;
  return class_by_row(cp);
}

bool is_opening(CharClass c) { return c == kOpen; }

bool is_closing(CharClass c) {
  return c == kClose || c == kComma || c == kColon || c == kStop || c == kExcl || c == kExcl2;
}

bool is_western(CharClass c) {
  switch (c) {
    case kPost:
    case kPre:
    case kNum:
    case kLat:
    case kAsciiPause:
    case kAsciiOpen:
    case kAsciiQuote:
    case kNoBreakSpace:
      return true;
    default:
      return false;
  }
}

bool is_cjk(CharClass c) {
  switch (c) {
    case kHan:
    case kOpen:
    case kClose:
    case kComma:
    case kColon:
    case kStop:
    case kExcl:
    case kExcl2:
    case kDash:
    case kConn2:
    case kSol:
    case kIdeographicSpace:
      return true;
    default:
      return false;
  }
}

GapSide gap_side(char32_t cp, CharClass c) {
  if (c == kNum) return GapSide::kDigit;
  if (c == kHan) return has_gap_script(cp) ? GapSide::kHan : GapSide::kNone;
  if (!is_western(c) || is_superscript(cp)) return GapSide::kNone;
  // ‰ is not in the draft's list; it goes with % here so that two percentages look alike.
  constexpr std::u32string_view kConditionals = U"!#%‰&,.:;?@\\¡§¶¿";
  if (kConditionals.find(cp) != std::u32string_view::npos) return GapSide::kConditional;
  if (is_ascii_letter(cp) || cp == 0xAA || cp == 0xB5 || cp == 0xBA) return GapSide::kWestern;
  if (cp < 0x80) return GapSide::kNone;
  const auto u = static_cast<UChar32>(cp);
  if (u_isdigit(u)) return GapSide::kDigit;
  return u_isalpha(u) ? GapSide::kWestern : GapSide::kNone;
}

bool extends_cluster(char32_t cp) {
  if (cp < 0xAD || is_common_han(cp)) return cp == U'\r';
  const auto c = static_cast<UChar32>(cp);
  return u_hasBinaryProperty(c, UCHAR_GRAPHEME_EXTEND) ||
         u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) ||
         u_hasBinaryProperty(c, UCHAR_EMOJI_MODIFIER) || u_charType(c) == U_COMBINING_SPACING_MARK;
}

bool is_nonstarter(char32_t cp, Language language) {
  if (is_common_han(cp)) return false;
  const int lb = u_getIntPropertyValue(static_cast<UChar32>(cp), UCHAR_LINE_BREAK);
  return lb == U_LB_NONSTARTER ||
         (language == Language::kJapanese && lb == U_LB_CONDITIONAL_JAPANESE_STARTER);
}

bool is_measure_word(char32_t cp) {
  constexpr std::u32string_view kWords =
      U"年月日号时点分秒元角万亿千百十人岁名位个次届家条项件张页版章节米吨克升里度倍级层户台部辆场天周期多余"
      U"回號時點萬億歲個屆條項張頁節噸級層戶臺輛場週餘";
  return kWords.find(cp) != std::u32string_view::npos;
}

bool is_superscript(char32_t cp) {
  return cp == 0xB2 || cp == 0xB3 || cp == 0xB9 || (cp >= 0x2070 && cp <= 0x209F);
}

}  // namespace banxin
