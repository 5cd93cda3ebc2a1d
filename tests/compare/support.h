// The sample pages in memory: read once, changed at will, placed, dumped, read back.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "compare/compare.h"
#include "document/document.h"
#include "font/font_set.h"
#include "page/page.h"

namespace banxin::test {

const FontSet& fonts();
/// samples/jinzhong/edition.yaml, as read.
const Document& sample();
/// samples/furniture/edition.yaml with its adverts, of which only the files' names and pages count.
const Document& furniture_sample();
PlacedEdition place(const Document& document);
Scene scene_of(const PlacedEdition& edition);
Scene scene_of(const Document& document);

/// "text-changed ‘…’ | lines-moved …": kinds in order, for messages.
std::string kinds(const Comparison& comparison);
std::size_t count(const Comparison& comparison, Layer layer);

}  // namespace banxin::test
