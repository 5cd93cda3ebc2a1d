// What playing a page costs: a broadsheet of 8,000 characters in six columns, with and without display faces
// and a photo, as PDF, PNG and SVG. Every iteration starts from nothing: subset, faces, photo, file.
#include <benchmark/benchmark.h>

#include <filesystem>
#include <fstream>

#include "base/utf8.h"
#include "render/jpeg_codec.h"
#include "render/png_codec.h"
#include "render/render.h"

namespace banxin {
namespace {

constexpr FaceId kSong = 0, kSongBold = 1, kHei = 2, kKai = 3;

FontCatalogue catalogue() {
  FontCatalogue c;
  const auto add = [&](const char* name, const char* file, int index) {
    CatalogueFace& face = c.faces.emplace_back();
    face.name.value = name;
    face.files.emplace_back(file);
    face.index = index;
  };
  add("song", "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc", 2);
  add("song-bold", "/usr/share/fonts/opentype/noto/NotoSerifCJK-Bold.ttc", 2);
  add("hei-bold", "/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc", 2);
  add("kai", "/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf", 0);
  CatalogueRole& role = c.roles.emplace_back();
  role.name.value = "song";
  role.han = {kSong, kSongBold, kHei, kKai};
  return c;
}

const FontSet& fonts() {
  static Diagnostics diags;
  static const FontSet set(catalogue(), diags);
  return set;
}

DrawText line(NodeId node, FaceId face, const std::string& text, Point at, Length size, Ink ink = kBlack) {
  DrawText draw;
  draw.node = node, draw.face = face, draw.size = size, draw.text = text, draw.ink = ink;
  for (std::size_t i = 0; i < text.size();) {
    const Decoded d = decode_utf8(text, i);
    const auto end = static_cast<std::uint32_t>(i + d.bytes);
    draw.glyphs.push_back({fonts().nominal_glyph(face, d.cp), at, static_cast<std::uint32_t>(i), end});
    at.x += size;
    i = end;
  }
  return draw;
}

/// Characters of everyday spread: 520 distinct ones.
class Copy {
 public:
  std::string characters(int count) {
    std::string text;
    for (int i = 0; i < count; ++i) {
      random_ = random_ * 1664525u + 1013904223u;
      append_utf8(text, 0x4E00 + (random_ >> 16) % 520 * 38);
    }
    return text;
  }

 private:
  std::uint32_t random_ = 1;
};

/// 6 columns × 88 lines × 15 characters of 9.5 pt: 7,920 characters.
PlacedEdition page_of_text() {
  PlacedEdition out;
  out.title = "测量";
  out.structure = {{StructureNode::Kind::kDocument, kArtifact, "", {}},
                   {StructureNode::Kind::kArticle, 0, "测量", {}}};
  PlacedPage page;
  page.width = 390_mm, page.height = 546_mm;
  Copy copy;
  NodeId paragraph = kArtifact;
  for (int column = 0; column < 6; ++column) {
    for (int row = 0; row < 88; ++row) {
      if (row % 6 == 0) {
        paragraph = static_cast<NodeId>(out.structure.size());
        out.structure.push_back({StructureNode::Kind::kParagraph, 1, "", {}});
      }
      const Point at{Length::points(60 + 160 * column), Length::points(150 + 15.5 * row)};
      page.items.emplace_back(line(paragraph, kSong, copy.characters(15), at, 9.5_pt));
    }
  }
  out.pages.push_back(page);
  return out;
}

/// The same with headlines in three more faces, rules and a photo, some of it in red.
PlacedEdition whole_page(const std::string& photo) {
  PlacedEdition out = page_of_text();
  Copy copy;
  const auto head = static_cast<NodeId>(out.structure.size());
  out.structure.push_back({StructureNode::Kind::kHeadline, 1, "", {}});
  std::vector<DrawItem>& items = out.pages[0].items;
  for (const FaceId face : {kSongBold, kHei, kKai}) {
    items.emplace_back(line(head, face, copy.characters(20), {60_pt, Length::points(24 + 36 * face)}, 32_pt,
                            face == kHei ? Ink{0, 1000, 900, 0} : kBlack));
  }
  for (int i = 0; i < 5; ++i) {
    items.emplace_back(
        DrawRule{kArtifact, {Length::points(211 + 160 * i), 150_pt, 0.25_pt, 1370_pt}, kBlack});
  }
  out.images = {{photo, "photo.jpg", 1800, 1200}};
  items.emplace_back(DrawImage{kArtifact, {220_pt, 600_pt, 302_pt, 201_pt}, 0});
  return out;
}

const std::string& photo() {
  static const std::string path = [] {
    Raster raster;
    raster.allocate(1800, 1200);
    std::uint32_t noise = 1;
    for (int y = 0; y < raster.height; ++y) {
      for (int x = 0; x < raster.width; ++x) {
        noise = noise * 1664525u + 1013904223u;
        const unsigned grain = noise >> 28;
        unsigned char* to = raster.row(y) + 4 * x;
        to[0] = static_cast<unsigned char>(x / 8 + static_cast<int>(grain));
        to[1] = static_cast<unsigned char>(y / 6 + static_cast<int>(grain));
        to[2] = static_cast<unsigned char>((x + y) / 14 + static_cast<int>(grain));
      }
    }
    std::string bytes, problem;
    encode_jpeg(raster, 90, bytes, problem);
    const std::string file = (std::filesystem::temp_directory_path() / "banxin-render-bench.jpg").string();
    std::ofstream(file, std::ios::binary) << bytes;
    return file;
  }();
  return path;
}

using Player = std::optional<std::string> (*)(const PlacedEdition&, const FontSet&, const RenderOptions&,
                                              Diagnostics&);

void play(benchmark::State& state, Player player, const PlacedEdition& edition) {
  std::size_t size = 0;
  for (auto _ : state) {
    Diagnostics diags;
    const std::optional<std::string> bytes = player(edition, fonts(), {}, diags);
    if (!bytes) {
      state.SkipWithError(diags.all().empty() ? "nothing drawn" : diags.all()[0].message.c_str());
      return;
    }
    size = bytes->size();
  }
  state.counters["bytes"] = static_cast<double>(size);
}

void RenderPdfText(benchmark::State& state) { play(state, render_pdf, page_of_text()); }
void RenderPdfWhole(benchmark::State& state) { play(state, render_pdf, whole_page(photo())); }
void RenderPngText(benchmark::State& state) { play(state, render_png, page_of_text()); }
void RenderPngWhole(benchmark::State& state) { play(state, render_png, whole_page(photo())); }
void RenderSvgText(benchmark::State& state) { play(state, render_svg, page_of_text()); }
void RenderSvgWhole(benchmark::State& state) { play(state, render_svg, whole_page(photo())); }
BENCHMARK(RenderPdfText)->Unit(benchmark::kMillisecond);
BENCHMARK(RenderPdfWhole)->Unit(benchmark::kMillisecond);
BENCHMARK(RenderPngText)->Unit(benchmark::kMillisecond);
BENCHMARK(RenderPngWhole)->Unit(benchmark::kMillisecond);
BENCHMARK(RenderSvgText)->Unit(benchmark::kMillisecond);
BENCHMARK(RenderSvgWhole)->Unit(benchmark::kMillisecond);

void RenderPdfHundredPages(benchmark::State& state) {
  PlacedEdition edition = page_of_text();
  const PlacedPage page = edition.pages[0];
  while (edition.pages.size() < 100) edition.pages.push_back(page);
  play(state, render_pdf, edition);
}
BENCHMARK(RenderPdfHundredPages)->Unit(benchmark::kMillisecond);

/// The encoder alone, on a page that was drawn before.
void EncodePng(benchmark::State& state) {
  const bool grey = state.range(0) != 0;
  Diagnostics diags;
  const std::optional<std::string> drawn = render_png(page_of_text(), fonts(), {}, diags);
  Raster page;
  std::string problem;
  if (!drawn || !decode_png(*drawn, page, problem)) return state.SkipWithError("nothing drawn");
  std::vector<unsigned char> greys(static_cast<std::size_t>(page.width));
  for (auto _ : state) {
    std::string out;
    PngEncoder encoder({page.width, page.height, grey, 150}, out);
    encoder.start();
    for (int y = 0; y < page.height; ++y) {
      for (std::size_t x = 0; grey && x < greys.size(); ++x) greys[x] = page.row(y)[4 * x + 1];
      encoder.write_row(grey ? greys.data() : page.row(y));
    }
    encoder.finish();
    state.counters["bytes"] = static_cast<double>(out.size());
  }
}
BENCHMARK(EncodePng)->Arg(0)->Arg(1)->ArgName("grey")->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace banxin
