// What stands on the pages of a PDF: characters with their boxes, and where the pictures are.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/geometry.h"
#include "base/ink.h"
#include "render/read_pdf.h"

namespace banxin {

/// How a stretch of a PDF's text looks.
struct PdfTextStyle {
  std::string font;  ///< as the PDF names it, without the prefix of a subset; may be empty
  Length size;
  ScreenColour colour;
};

struct PdfCharacter {
  std::string text;       ///< one code point in UTF-8
  Rect box;               ///< from the top left of the page as it is shown
  std::size_t style = 0;  ///< index into PdfText::styles
};

/// The text of a page in the order of its content stream, which is that of reading in most files. No line is
/// empty.
struct PdfText {
  std::vector<PdfTextStyle> styles;
  std::vector<std::vector<PdfCharacter>> lines;
};

/// `page` is 1-based; a page that is not there has nothing on it.
PdfText read_pdf_text(const PdfFile& file, int page);
/// Where the pictures of the page stand, in paint order.
std::vector<Rect> read_pdf_pictures(const PdfFile& file, int page);

}  // namespace banxin
