#include "read/builtin_grid.h"

#include <array>
#include <string>
#include <vector>

#include "read/reading.h"

namespace banxin {

// Made by the build from the files of these names.
std::string_view builtin_grid_broadsheet();
std::string_view builtin_grid_tabloid();
std::string_view builtin_grid_berliner();
std::string_view builtin_grid_duikai();
std::string_view builtin_grid_sikai();

namespace {

struct NamedGrid {
  std::string_view name;
  std::string_view (*text)();
};

constexpr std::array<NamedGrid, 7> kGrids = {{{"broadsheet", builtin_grid_broadsheet},
                                              {"tabloid", builtin_grid_tabloid},
                                              {"berliner", builtin_grid_berliner},
                                              {"duikai", builtin_grid_duikai},
                                              {"对开", builtin_grid_duikai},
                                              {"sikai", builtin_grid_sikai},
                                              {"四开", builtin_grid_sikai}}};

}  // namespace

std::optional<std::string_view> builtin_grid(std::string_view name) {
  for (const NamedGrid& grid : kGrids) {
    if (grid.name == name) return grid.text();
  }
  return std::nullopt;
}

bool is_grid_name(std::string_view written) {
  return written.find_first_of("./\\") == std::string_view::npos;
}

std::string hint_for_grid(std::string_view wrong) {
  std::vector<std::string> names;
  for (const NamedGrid& grid : kGrids) names.emplace_back(grid.name);
  const std::string near = nearest(wrong, names);
  return (near.empty() ? "" : "did you mean " + in_quotes(near) + "? ") + "the grids are: " + listed(names) +
         "; a file of your own is written with its ending, as " + in_quotes(std::string(wrong) + ".yaml");
}

}  // namespace banxin
