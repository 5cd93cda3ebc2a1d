// Delivered PDF pages and drawings: looked into before the layout, put into the finished PDF as they are.
#pragma once

#include "base/diagnostic.h"
#include "document/document.h"

namespace banxin {

/// Opens every file of artwork that the document names and fills in its size. What cannot be used is an error
/// at its place ("not-found", "bad-artwork", "no-such-page") and stays unusable: the layout draws a
/// placeholder for it.
void measure_artwork(Document& document, Diagnostics& diags);

}  // namespace banxin
