// Compressing what Cairo left plain.
#pragma once

#include <qpdf/QPDF.hh>

namespace banxin {

/// Packs every stream that has no filter yet, but metadata, which tools read without a PDF library.
void pack_streams(QPDF& pdf);

}  // namespace banxin
