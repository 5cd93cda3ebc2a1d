// The form of JPEG and PNG files, walked without decoding a pixel: what the file is, how large the picture
// is, and whether it is all there.
#pragma once

#include <string>
#include <string_view>

namespace banxin {

struct PhotoFile {
  enum class Type { kUnknown, kJpeg, kPng };
  Type type = Type::kUnknown;
  int width = 0, height = 0;  ///< pixels as stored
  bool whole = false;         ///< the end of the picture is in the file
};

/// By the first bytes, whatever the file is called (ISO/IEC 10918-1, B.1; ISO/IEC 15948, 5).
PhotoFile walk_photo(std::string_view bytes);

}  // namespace banxin
