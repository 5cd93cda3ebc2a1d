// Whole files of pictures and artwork.
#pragma once

#include <string>

namespace banxin {

/// Returns what is wrong ("is not there", "is larger than 256 MB"), or nothing.
std::string read_file_bytes(const std::string& path, std::string& out);

}  // namespace banxin
