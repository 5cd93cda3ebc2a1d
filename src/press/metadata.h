// The info dictionary and the XMP packet, which must agree (ISO 32000-1, 14.3; ISO 15930-7, 6.9).
#pragma once

#include <cstdint>
#include <qpdf/QPDF.hh>
#include <string>
#include <string_view>

namespace banxin {

/// What a PDF/X part wants to be said; empty strings are left out.
struct MetadataMarks {
  std::string info_version;  ///< GTS_PDFXVersion of the info dictionary: "PDF/X-1a:2003"
  std::string xmp_version;   ///< pdfxid:GTS_PDFXVersion: "PDF/X-4"
  bool trapped = false;      ///< whether to say that the file is not trapped
};

/// Completes the info dictionary and makes the XMP packet out of it. `original`: the bytes that the document
/// came from; its identifier is made of them.
void add_metadata(QPDF& pdf, std::string_view original, std::int64_t creation_time,
                  const std::string& language, const MetadataMarks& marks);

}  // namespace banxin
