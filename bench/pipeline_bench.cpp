// The stages of one page, and the whole run: the sample page from its files to its bytes.
#include <benchmark/benchmark.h>

#include <filesystem>
#include <optional>
#include <string>

#include "font/builtin_catalogue.h"
#include "layout/layout.h"
#include "pages.h"
#include "press/press.h"
#include "read/read.h"
#include "render/render.h"
#include "text/break_lines.h"

namespace banxin {
namespace {

const std::filesystem::path kEdition =
    std::filesystem::path(BANXIN_SOURCE_DIR) / "samples" / "jinzhong" / "edition.yaml";

FontSet open_fonts() {
  Sources sources;
  Diagnostics diags;
  return FontSet(*read_catalogue("built-in catalogue", std::string(builtin_catalogue()), sources, diags),
                 diags);
}

Document read_sample() {
  Sources sources;
  Diagnostics diags;
  return *read_edition(kEdition, sources, diags);
}

/// The sample's body as one paragraph, `times` over.
TextToSet sample_text(int times) {
  const Document document = read_sample();
  const PageLayout& layout = document.layouts[0];
  const Style& body = layout.styles.at("body");
  std::string text;
  for (int i = 0; i < times; ++i) {
    for (const Paragraph& p : document.articles[0].paragraphs) text += p.copy.text;
  }
  return {text, {{0, text.size(), body.font, body.size, body.ink, {}}}, body.size, layout.setting};
}

void Read(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(read_sample());
}
BENCHMARK(Read)->Unit(benchmark::kMicrosecond);

void Break(benchmark::State& state) {
  const FontSet fonts = open_fonts();
  const TextToSet text = sample_text(static_cast<int>(state.range(0)));
  const ShapedParagraph shaped = shape_paragraph(text, fonts);
  const Length measure = text.size * 13;
  std::size_t lines = 0;
  for (auto _ : state) {
    const Breaking breaking = break_lines(shaped, std::span(&measure, 1), {.indent = text.size * 2});
    lines += breaking.lines.size();
  }
  state.counters["characters"] = static_cast<double>(shaped.cells.size());
  state.counters["lines/s"] = benchmark::Counter(static_cast<double>(lines), benchmark::Counter::kIsRate);
}
BENCHMARK(Break)->Arg(1)->Arg(10)->Arg(50)->Unit(benchmark::kMillisecond);

void Place(benchmark::State& state) {
  const FontSet fonts = open_fonts();
  const Document document = read_sample();
  for (auto _ : state) {
    Diagnostics diags;
    benchmark::DoNotOptimize(place_edition(document, fonts, diags));
  }
}
BENCHMARK(Place)->Unit(benchmark::kMillisecond);

using Player = std::optional<std::string> (*)(const PlacedEdition&, const FontSet&, const RenderOptions&,
                                              Diagnostics&);

void Play(benchmark::State& state, Player player) {
  const FontSet fonts = open_fonts();
  Diagnostics diags;
  const PlacedEdition placed = place_edition(read_sample(), fonts, diags);
  for (auto _ : state) benchmark::DoNotOptimize(player(placed, fonts, {}, diags));
}
BENCHMARK_CAPTURE(Play, pdf, render_pdf)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(Play, png, render_png)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(Play, svg, render_svg)->Unit(benchmark::kMillisecond);

/// Everything that `banxin render` does but starting the process and writing the file.
void WholeRun(benchmark::State& state) {
  for (auto _ : state) {
    const FontSet fonts = open_fonts();
    Diagnostics diags;
    const PlacedEdition placed = place_edition(read_sample(), fonts, diags);
    benchmark::DoNotOptimize(render_pdf(placed, fonts, {}, diags));
  }
}
BENCHMARK(WholeRun)->Unit(benchmark::kMillisecond);

/// The same for an edition of so many pages that share no paragraph, with its PDF completed for readers.
void WholeEdition(benchmark::State& state) {
  const auto pages = static_cast<int>(state.range(0));
  const std::filesystem::path folder =
      std::filesystem::temp_directory_path() / ("banxin-bench-" + std::to_string(pages));
  const std::filesystem::path edition = bench::write_edition(folder, pages);
  std::size_t bytes = 0;
  for (auto _ : state) {
    Sources sources;
    Diagnostics diags;
    const FontSet fonts = open_fonts();
    const std::optional<Document> document = read_edition(edition, sources, diags);
    const PlacedEdition placed = place_edition(*document, fonts, diags);
    const std::optional<std::string> drawn = render_pdf(placed, fonts, {}, diags);
    const std::optional<std::string> pdf = drawn ? finish_pdf(*drawn, placed, {}, diags) : std::nullopt;
    if (!pdf) return state.SkipWithError("no PDF");
    bytes = pdf->size();
  }
  state.counters["pages/s"] = benchmark::Counter(pages, benchmark::Counter::kIsIterationInvariantRate);
  state.counters["bytes"] = static_cast<double>(bytes);
  std::filesystem::remove_all(folder);
}
BENCHMARK(WholeEdition)->Arg(1)->Arg(8)->Arg(100)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace banxin
