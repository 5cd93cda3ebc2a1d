// Delivered PDF pages and drawings: looked into before the layout, put into the finished PDF as they are.
#pragma once

#include <compare>
#include <map>
#include <string>
#include <utility>

#include "base/diagnostic.h"
#include "base/file_stamp.h"
#include "document/document.h"

namespace banxin {

/// What of a file is shown.
struct ArtworkEntry {
  std::string path;
  int page = 0;
  Artwork::Box box = Artwork::Box::kTrim;
  auto operator<=>(const ArtworkEntry&) const = default;
};

/// Artwork as it was measured, with its file: what can be used and is still the same is not opened again.
using ArtworkSizes = std::map<ArtworkEntry, std::pair<FileStamp, Artwork>>;

/// Opens every file of artwork that the document names and fills in its size. What cannot be used is an error
/// at its place ("not-found", "bad-artwork", "no-such-page") and stays unusable: the layout draws a
/// placeholder for it.
void measure_artwork(Document& document, Diagnostics& diags, ArtworkSizes* sizes = nullptr);

}  // namespace banxin
