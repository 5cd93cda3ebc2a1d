// What a golden page was set with: versions of HarfBuzz and of font files.
#pragma once

#include <string>

namespace banxin {

std::string harfbuzz_version();

/// "2.001", as the font says it, and the checksum that its maker left in it (eight hexadecimal digits). Both
/// empty when the file cannot be read.
struct FontVersion {
  std::string version, checksum;
};
FontVersion font_version(const std::string& path, unsigned index);

}  // namespace banxin
