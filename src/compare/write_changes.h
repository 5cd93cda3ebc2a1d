// A comparison in words, for people and for programs.
#pragma once

#include <string>

#include "compare/compare.h"

namespace banxin {

/// The two sides by the names that the user gave.
struct SideNames {
  std::string old_name, new_name;
};

/// One change a line, grouped by where; a last line that counts. "same" alone when nothing differs.
std::string changes_for_people(const Comparison& comparison);
/// One JSON object, one change a line. Lengths in points.
std::string changes_as_json(const Comparison& comparison, const Scene& old_scene, const Scene& new_scene,
                            const SideNames& names);
/// "2 in the words, 5 in the places, 1 page of pixels"
std::string count_in_words(const Comparison& comparison);

const char* layer_name(Layer layer);  ///< "text", "geometry", "pixels"

}  // namespace banxin
