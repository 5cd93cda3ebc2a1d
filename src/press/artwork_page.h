// One page of a delivered PDF.
#pragma once

#include <memory>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <string>

#include "document/furniture.h"

namespace banxin {

/// Throws nothing. `problem` says why the file cannot be used: "is encrypted", "is damaged: …".
std::unique_ptr<QPDF> open_artwork(const std::string& bytes, std::string& problem);

/// The box of the page that the artwork shows, in the page's own units.
QPDFObjectHandle::Rectangle box_of(QPDFPageObjectHelper& page, Artwork::Box box);

}  // namespace banxin
