#pragma once

#include <string>

namespace banxin {

std::string cairo_version_name();
std::string freetype_version_name();

}  // namespace banxin
