// The files behind artwork: drawings as PDF, pictures by their headers.
#pragma once

#include <string>

#include "document/furniture.h"

namespace banxin {

/// The PDF that holds the artwork: the file itself, or what was or is now made of a drawing, one page of its
/// size.
/// Returns what is wrong, or nothing.
std::string artwork_pdf(const Artwork& art, std::string& bytes);

/// Sets the pixels of a picture, as it is shown. Returns what is wrong, or nothing.
std::string measure_picture(Artwork& art);

}  // namespace banxin
