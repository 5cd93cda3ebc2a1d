// Says whether bytes are the same as they were: for locks and caches, not against an enemy.
#pragma once

#include <string>
#include <string_view>

namespace banxin {

/// 128 bits of XXH3 as 32 hexadecimal digits; the same on every machine.
std::string digest(std::string_view bytes);

}  // namespace banxin
