// Which plates the pages of a file need, and which have changed against an earlier one 改版换版: what a plate
// room asks before it makes plates.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace banxin {

enum class PlateState {
  kNone,       ///< the page has nothing on this plate
  kNeeded,     ///< there is no earlier file to compare with
  kUnchanged,  ///< the plate is the same
  kChanged,    ///< the plate must be made anew; also when the page is new
  kDropped,    ///< the earlier page needed it, this one does not
};

struct PlateMatrix {
  std::vector<std::string> plates;             ///< the process inks, then the spot colours of all pages
  std::vector<std::vector<PlateState>> pages;  ///< by page, by plate
  std::vector<std::vector<double>> coverage;   ///< the same, percent of the sheet
};

/// Draws both files and compares plate with plate. `before` may be null. nullopt and `problem` when a file
/// cannot be drawn.
std::optional<PlateMatrix> plate_matrix(std::string_view now, const std::string* before,
                                        std::string& problem);

/// A row a page, a column a plate.
std::string matrix_table(const PlateMatrix& matrix);
std::string matrix_json(const PlateMatrix& matrix);

}  // namespace banxin
