#pragma once

#include <string>

namespace banxin {

/// Of ICU, whose tables say where Western words break.
std::string icu_version();

}  // namespace banxin
