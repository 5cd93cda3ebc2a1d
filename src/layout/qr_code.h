// QR codes (ISO/IEC 18004) as rules on a grid of whole modules. The only door to libqrencode.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/geometry.h"

namespace banxin {

struct QrCode {
  Rect box;                ///< with its quiet zone
  Length module;           ///< side of one square
  std::vector<Rect> dark;  ///< rectangles of dark modules, all on the module grid; they may overlap
};

/// As large as `box` allows in whole modules of a hundredth of a millimetre, in its middle, with four modules
/// of quiet zone on each side and error correction M. nullopt when the text is too long for any code.
std::optional<QrCode> qr_code(const std::string& text, const Rect& box);

}  // namespace banxin
