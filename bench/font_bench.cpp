// What fonts cost: opening a face, looking characters up, shaping a page, cutting subsets.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <fstream>
#include <set>

#include "base/utf8.h"
#include "font/font_set.h"

namespace banxin {
namespace {

FontCatalogue catalogue() {
  const std::string noto = "/usr/share/fonts/opentype/noto/";
  FontCatalogue c;
  c.faces = {
      {{"song", {}}, "Noto Serif CJK SC", {noto + "NotoSerifCJK-Regular.ttc"}, 2, ""},
      {{"song-bold", {}}, "Noto Serif CJK SC Bold", {noto + "NotoSerifCJK-Bold.ttc"}, 2, ""},
      {{"hei-bold", {}}, "Noto Sans CJK SC Bold", {noto + "NotoSansCJK-Bold.ttc"}, 2, ""},
      {{"kai", {}}, "LXGW WenKai", {"/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf"}, 0, ""}};
  c.roles = {{{"song", {}}, Weight::kRegular, {0, 3}, {}, {}}};
  return c;
}

const FontSet& fonts() {
  static Diagnostics diags;
  static const FontSet set(catalogue(), diags);
  return set;
}

/// A page of copy: the lines of the sample's article over and over, 8,000 characters.
const std::vector<std::string>& page() {
  static const std::vector<std::string> lines = [] {
    std::vector<std::string> made;
    std::size_t characters = 0;
    while (characters < 8000) {
      std::ifstream article(BANXIN_SOURCE_DIR "/samples/jinzhong/articles/lead.md");
      if (!article) std::abort();
      for (std::string line; std::getline(article, line) && characters < 8000;) {
        for (std::size_t i = 0; i < line.size(); i += decode_utf8(line, i).bytes) ++characters;
        made.push_back(line);
      }
    }
    return made;
  }();
  return lines;
}

std::vector<std::uint32_t> glyphs(FaceId face, std::size_t most) {
  std::set<std::uint32_t> ids;
  for (const std::string& text : page()) {
    for (const ShapedGlyph& g : fonts().shape({.face = face, .text = text, .begin = 0, .end = text.size()})) {
      if (ids.size() < most) ids.insert(g.id);
    }
  }
  return {ids.begin(), ids.end()};
}

void OpenFaceAndShapeOneCharacter(benchmark::State& state) {
  for (auto _ : state) {
    Diagnostics diags;
    const FontSet set(catalogue(), diags);
    benchmark::DoNotOptimize(set.shape({.face = 0, .text = "国", .begin = 0, .end = 3}));
  }
}
BENCHMARK(OpenFaceAndShapeOneCharacter)->Unit(benchmark::kMicrosecond);

void ChooseFacesOfAPage(benchmark::State& state) {
  for (auto _ : state) {
    for (const std::string& text : page()) {
      for (std::size_t i = 0; i < text.size();) {
        const Decoded d = decode_utf8(text, i);
        benchmark::DoNotOptimize(fonts().face_for({}, FontSet::Part::kHan, d.cp));
        i += d.bytes;
      }
    }
  }
}
BENCHMARK(ChooseFacesOfAPage)->Unit(benchmark::kMicrosecond);

void ShapeAPage(benchmark::State& state) {
  for (auto _ : state) {
    for (const std::string& text : page()) {
      benchmark::DoNotOptimize(fonts().shape({.face = 0, .text = text, .begin = 0, .end = text.size()}));
    }
  }
}
BENCHMARK(ShapeAPage)->Unit(benchmark::kMicrosecond);

/// Arguments: face, number of glyphs.
void SubsetGlyphs(benchmark::State& state) {
  const auto face = static_cast<FaceId>(state.range(0));
  const std::vector<std::uint32_t> ids = glyphs(face, static_cast<std::size_t>(state.range(1)));
  std::size_t bytes = 0;
  for (auto _ : state) {
    Diagnostics diags;
    const auto subset = fonts().subset(face, ids, diags);
    bytes = subset ? subset->bytes.size() : 0;
  }
  state.counters["glyphs"] = static_cast<double>(ids.size());
  state.counters["bytes"] = static_cast<double>(bytes);
}
BENCHMARK(SubsetGlyphs)->ArgsProduct({{0, 1, 2, 3}, {20, 536}})->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace banxin
