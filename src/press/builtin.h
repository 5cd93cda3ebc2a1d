// What is compiled in, so that the program needs no data directory: layouts/press/.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace banxin {

/// The YAML of a profile of ours by its name; nullopt for another name.
std::optional<std::string_view> builtin_press_profile(std::string_view name);
std::vector<std::string> builtin_press_names();

/// The ICC profile of coldset newsprint; layouts/press/icc/README.md says where it comes from.
std::string_view builtin_newsprint_icc();

}  // namespace banxin
