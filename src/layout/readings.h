// Room for readings beside the characters under them.
#pragma once

#include <vector>

#include "layout/looks.h"

namespace banxin {

/// 注音 stands at the right of each character and needs half an em there on a horizontal line. A reading over
/// a word that is narrower gets its room where the setting says `readings: spread`; else the reading is set
/// smaller (marked_line.h).
std::vector<Pad> pads_of(const std::vector<InterlinearMark>& marks, const Copy& copy, const Style& style,
                         const Setter& setter);

/// Room at the right of a character for its 注音.
inline constexpr Em kBopomofoRoom = Em::of(0.5);

}  // namespace banxin
