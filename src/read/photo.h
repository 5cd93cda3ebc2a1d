// Photo files: what they are, how large, and what they say about themselves.
#pragma once

#include "document/article.h"
#include "read/reading.h"

namespace banxin {

/// Fills size, caption and credit of the photo from the file `photo.path`; a caption or credit that the
/// article gives stays. False, and an error at `photo.file.where`, when it cannot be printed.
bool read_photo(Photo& photo, Reading& in);

}  // namespace banxin
