// Whether a file that is not UTF-8 is in the encoding that Chinese desks still send.
#pragma once

#include <string_view>

namespace banxin {

/// Whether every byte fits the form of GB18030 and most two-byte characters are in the range of the common
/// ideographs, so that a broken UTF-8 or Latin-1 file is not taken for one.
bool looks_like_gb18030(std::string_view text);

}  // namespace banxin
