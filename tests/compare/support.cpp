#include "support.h"

#include "font/builtin_catalogue.h"
#include "layout/layout.h"
#include "read/read.h"

namespace banxin::test {

const FontSet& fonts() {
  static const FontSet set = [] {
    Sources sources;
    Diagnostics diags;
    FontSet all(*read_catalogue("built-in", std::string(builtin_catalogue()), sources, diags), diags);
    EXPECT_FALSE(diags.has_errors());
    return all;
  }();
  return set;
}

const Document& sample() {
  static Sources sources;
  static const Document document = [] {
    Diagnostics diags;
    const auto read = read_edition(BANXIN_SOURCE_DIR "/samples/jinzhong/edition.yaml", sources, diags);
    EXPECT_TRUE(read && !diags.has_errors());
    return *read;
  }();
  return document;
}

const Document& furniture_sample() {
  static Sources sources;
  static const Document document = [] {
    Diagnostics diags;
    auto read = read_edition(BANXIN_SOURCE_DIR "/samples/furniture/edition.yaml", sources, diags);
    EXPECT_TRUE(read && !diags.has_errors());
    for (PageSpec& page : read->edition.pages) {
      for (auto& [frame, advert] : page.adverts) {
        advert.art.usable = true;
        advert.art.width = Length::millimetres(100), advert.art.height = Length::millimetres(50);
      }
    }
    return *read;
  }();
  return document;
}

PlacedEdition place(const Document& document) {
  Diagnostics diags;
  return place_edition(document, fonts(), diags);
}

Scene scene_of(const PlacedEdition& edition) {
  std::string problem;
  const std::optional<Scene> scene = read_dump(dump(edition, fonts().catalogue()), problem);
  EXPECT_TRUE(scene) << problem;
  return *scene;
}

Scene scene_of(const Document& document) { return scene_of(place(document)); }

std::string kinds(const Comparison& comparison) {
  std::string out;
  for (const Change& change : comparison.changes) {
    out += change.kind + " (" + change.where + ": " + change.message + ")\n";
  }
  return out;
}

std::size_t count(const Comparison& comparison, Layer layer) {
  std::size_t n = 0;
  for (const Change& change : comparison.changes) n += change.layer == layer;
  return n;
}

}  // namespace banxin::test
