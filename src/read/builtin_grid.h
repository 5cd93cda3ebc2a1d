// The grids that every project can extend by their names: layouts/grids/, compiled in.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace banxin {

/// The YAML of a grid of ours by its name, "broadsheet" or "对开"; nullopt for another name.
std::optional<std::string_view> builtin_grid(std::string_view name);

/// Whether `written` can only be the name of a grid: a file has a folder or an ending.
bool is_grid_name(std::string_view written);

/// What to write instead of a wrong name: the nearest, and all of them.
std::string hint_for_grid(std::string_view wrong);

}  // namespace banxin
