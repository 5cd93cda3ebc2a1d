// The short word lists of headline breaks, and of numbers in the text: what kind of word it is that a line
// would end or start with.
#pragma once

#include <span>
#include <string_view>

namespace banxin {

using Word = std::u32string_view;

/// Words that dictionaries cut and a reader does not, list by list.
std::span<const std::span<const Word>> whole_words();

bool is_particle(Word word);       ///< 的 了 们 …: never starts a line
bool starts_predicate(Word word);  ///< 将 被 已 …
bool is_leaning(Word word);        ///< 在 关于 首次 …: leans on what follows
bool is_transitive(Word word);     ///< 扩大 看 …: wants an object
bool is_long_verb(Word word);      ///< of two characters, so that it starts a line well
bool is_attribute(Word word);      ///< 首届 涉外 …: says of which kind what follows is
bool is_kind(Word word);           ///< 情况 工作 …: says of what kind the thing before is
bool is_address(Word word);        ///< 先生 总理 …: behind a name
bool is_surname(Word word);

bool is_numeral(char32_t cp);   ///< 三 百 两 …
bool is_number(Word word);      ///< of digits or numerals alone
bool is_counted_in(Word word);  ///< 名 公里 …: a measure word or a unit

bool sounds_foreign(Word word);     ///< each character is one that foreign names are written with
bool ends_foreign_name(Word word);  ///< 龙 斯 …: one character

}  // namespace banxin
