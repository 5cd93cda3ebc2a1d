// Compressing what Cairo and we leave plain.
#pragma once

#include <qpdf/QPDF.hh>
#include <string>
#include <string_view>

namespace banxin {

/// For the filter FlateDecode.
std::string packed(std::string_view bytes);
void replace_packed(QPDFObjectHandle stream, const std::string& packed);

/// Packs every stream that has no filter yet, on so many threads; but metadata, which are read without a PDF
/// library too.
void pack_streams(QPDF& pdf, unsigned threads);

}  // namespace banxin
