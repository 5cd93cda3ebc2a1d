// Western text that was typed in full-width characters (ＧＤＰ, １２．５％), as input methods have them.
#pragma once

#include "read/letters.h"

namespace banxin {

/// Full-width letters and digits become ASCII (CLREQ; typography.md 7.2), and with them the signs that stand
/// in such text: the point of １２．５, the comma of １，２３４, the colon of ９：３０, ％ behind a digit,
/// the signs of addresses, － ／ ＆ ＠ between letters or digits, ＋ and ＃ behind them, a space between two
/// words. Marks that may be meant for the Chinese beside them stay. What was written as an entity (&#xFF12;)
/// is meant.
void narrow_full_width(Letters& letters);

}  // namespace banxin
