// The text of fonts/catalogue.yaml, compiled in so that the program works from anywhere.
#pragma once

#include <string_view>

namespace banxin {

std::string_view builtin_catalogue();

}  // namespace banxin
