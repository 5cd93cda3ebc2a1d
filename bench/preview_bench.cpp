// From save to picture: what the live preview does after one character of a full broadsheet page has changed.
#include <benchmark/benchmark.h>

#include <memory>
#include <optional>
#include <string>

#include "font/builtin_catalogue.h"
#include "lint/lint.h"
#include "press/preflight_edition.h"
#include "preview/live_edition.h"
#include "preview/sample_copy.h"
#include "preview/state.h"
#include "read/read.h"
#include "render/screen.h"

namespace banxin {
namespace {

std::shared_ptr<const FontSet> open_fonts() {
  Sources sources;
  Diagnostics diags;
  return std::make_shared<const FontSet>(
      *read_catalogue("built-in catalogue", std::string(builtin_catalogue()), sources, diags), diags);
}

/// 对开: eight columns of 13 字 by 107 行, 11,128 characters, full of sample copy in six frames.
Document broadsheet(const FontSet& fonts) {
  PageLayout layout;
  Sources sources;
  Diagnostics diags;
  layout = *read_layout_alone(BANXIN_SOURCE_DIR "/layouts/seed-package.yaml", sources, diags);
  layout.grid = {.size = 9_pt, .pitch = 13_pt, .columns = 8, .measure = 13, .gap = 1_em, .rows = 107};
  layout.width = 390_mm, layout.height = 545_mm;
  layout.origin = {19_mm, 27_mm};
  const Frame model = layout.frames.back();
  layout.frames.clear();
  const Range columns[] = {{1, 4}, {5, 8}}, rows[] = {{1, 36}, {37, 72}, {73, 107}};
  for (const Range& across : columns) {
    for (const Range& down : rows) {
      Frame frame = model;
      frame.name.value = "frame" + std::to_string(layout.frames.size());
      frame.columns.value = across, frame.rows.value = down;
      frame.photos.clear();
      layout.frames.push_back(frame);
    }
  }
  return with_sample_copy(layout, fonts);
}

/// The edition, and the same with one more character in one paragraph.
struct Edited {
  explicit Edited(const std::shared_ptr<const FontSet>& font_set) {
    for (int i = 0; i < 2; ++i) {
      auto sources = std::make_shared<Sources>();
      LiveEdition& edition = editions[i];
      edition.fonts = font_set;
      Document document = broadsheet(*font_set);
      for (Article& article : document.articles) {
        const bool edited = i == 1 && &article == &document.articles[0];
        const auto number = std::to_string(&article - document.articles.data());
        article.file = sources->add("article" + number + ".md", edited ? "after" : "before");
        if (edited) article.paragraphs[1].copy.text += "新";
      }
      edition.sources = sources;
      edition.document = std::make_shared<const Document>(std::move(document));
    }
  }
  LiveEdition editions[2];
};

/// One of six stories has changed; the others are taken over.
void PlaceAfterAnEdit(benchmark::State& state) {
  Edited edited(open_fonts());
  PageCache cache;
  int i = 0;
  for (auto _ : state) {
    LiveEdition edition = edited.editions[++i % 2];
    cache.place(edition);
    benchmark::DoNotOptimize(edition.pages);
  }
  std::size_t characters = 0;
  for (const Article& article : edited.editions[0].document->articles) {
    for (const Paragraph& p : article.paragraphs) characters += p.copy.text.size() / 3;
  }
  state.counters["characters"] = static_cast<double>(characters);
}
BENCHMARK(PlaceAfterAnEdit)->Unit(benchmark::kMillisecond);

/// The same when nothing of the page is known yet.
void PlaceThePage(benchmark::State& state) {
  Edited edited(open_fonts());
  for (auto _ : state) {
    LiveEdition edition = edited.editions[0];
    PageCache().place(edition);
    benchmark::DoNotOptimize(edition.pages);
  }
}
BENCHMARK(PlaceThePage)->Unit(benchmark::kMillisecond);

/// What the browser asks for after the edit: the part of the page that has changed, at 96 pixels an inch.
void PaintWhatHasChanged(benchmark::State& state) {
  Edited edited(open_fonts());
  PageCache cache;
  for (LiveEdition& edition : edited.editions) cache.place(edition);
  const LivePage &before = edited.editions[0].pages[0], &after = edited.editions[1].pages[0];
  Screen screen(*edited.editions[1].fonts);
  Diagnostics diags;
  std::size_t bytes = 0;
  for (auto _ : state) {
    const std::optional<Rect> area = changed_area(before, after);
    const auto picture = screen.paint(*after.placed, after.shown(), *area, 96, diags);
    bytes = encode_png(*picture, 96, diags)->size();
  }
  state.counters["bytes"] = static_cast<double>(bytes);
}
BENCHMARK(PaintWhatHasChanged)->Unit(benchmark::kMillisecond);

void NothingChanged(benchmark::State& state) {
  Edited edited(open_fonts());
  PageCache cache;
  for (auto _ : state) {
    LiveEdition edition = edited.editions[0];
    cache.place(edition);
    benchmark::DoNotOptimize(edition.pages);
  }
}
BENCHMARK(NothingChanged)->Unit(benchmark::kMillisecond);

/// The whole page at so many pixels an inch, and as PNG: six tiles of a window are about that at 96.
void PaintAndEncode(benchmark::State& state) {
  Edited edited(open_fonts());
  LiveEdition& edition = edited.editions[0];
  PageCache().place(edition);
  const PlacedEdition& placed = *edition.pages[0].placed;
  const PlacedPage& page = placed.pages[0];
  Screen screen(*edition.fonts);
  Diagnostics diags;
  const auto ppi = static_cast<int>(state.range(0));
  for (auto _ : state) {
    const auto picture =
        screen.paint(placed, page, {Length(), Length(), page.width, page.height}, ppi, diags);
    benchmark::DoNotOptimize(encode_png(*picture, ppi, diags));
  }
}
BENCHMARK(PaintAndEncode)->Arg(48)->Arg(96)->Arg(150)->Unit(benchmark::kMillisecond);

/// What is said of a page once it is there: the lint, and the preflight of a press.
void Lint(benchmark::State& state) {
  Edited edited(open_fonts());
  LiveEdition& edition = edited.editions[0];
  PageCache().place(edition);
  for (auto _ : state) {
    Diagnostics diags;
    lint_edition(*edition.document, *edition.pages[0].placed, diags);
    benchmark::DoNotOptimize(diags);
  }
}
BENCHMARK(Lint)->Unit(benchmark::kMillisecond);

void Preflight(benchmark::State& state) {
  Edited edited(open_fonts());
  LiveEdition& edition = edited.editions[0];
  PageCache().place(edition);
  const PressProfile profile;
  for (auto _ : state) {
    benchmark::DoNotOptimize(preflight_edition(*edition.document, *edition.pages[0].placed, profile));
  }
}
BENCHMARK(Preflight)->Unit(benchmark::kMillisecond);

void CopyOfThePage(benchmark::State& state) {
  Edited edited(open_fonts());
  LiveEdition& edition = edited.editions[0];
  PageCache().place(edition);
  for (auto _ : state) {
    PlacedEdition copy = *edition.pages[0].placed;
    benchmark::DoNotOptimize(copy);
  }
}
BENCHMARK(CopyOfThePage)->Unit(benchmark::kMillisecond);

void TellTheBrowser(benchmark::State& state) {
  Edited edited(open_fonts());
  auto edition = std::make_shared<LiveEdition>(edited.editions[0]);
  PageCache().place(*edition);
  const Shown shown{1, edition, edition};
  for (auto _ : state) {
    benchmark::DoNotOptimize(state_json(shown));
    benchmark::DoNotOptimize(map_json(shown, 0));
  }
}
BENCHMARK(TellTheBrowser)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace banxin
