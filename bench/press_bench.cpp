// What a press costs beside drawing: a page of three photos drawn for screens, where photos go into the PDF
// as they are; drawn for the press, which separates them; and what Cairo has drawn turned into PDF/X.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <string>
#include <variant>
#include <vector>

#include "font/builtin_catalogue.h"
#include "layout/layout.h"
#include "press/builtin.h"
#include "press/press.h"
#include "press/separate.h"
#include "read/press_profile.h"
#include "read/read.h"
#include "render/render.h"

namespace banxin {
namespace {

/// The sample page with three photos, each a file of its own: one as wide as in the sample and, beside it,
/// two of half that width.
struct Page {
  Sources sources;
  Diagnostics diags;
  FontSet fonts;
  PressProfile profile;
  PressPhotos photos;
  PlacedEdition placed;
  RenderOptions options;
  std::filesystem::path folder = std::filesystem::temp_directory_path() / "banxin-press-bench";

  Page()
      : fonts(*read_catalogue("built-in catalogue", std::string(builtin_catalogue()), sources, diags), diags),
        profile(*read_press_profile("x4", std::string(builtin_press_profile("x4").value()), sources, diags)),
        photos(press_photos(profile, std::string(builtin_newsprint_icc()))) {
    const auto sample = std::filesystem::path(BANXIN_SOURCE_DIR) / "samples" / "jinzhong" / "edition.yaml";
    placed = place_edition(*read_edition(sample, sources, diags), fonts, diags);
    std::vector<DrawItem>& items = placed.pages[0].items;
    const auto found = std::find_if(items.begin(), items.end(), [](const DrawItem& item) {
      return std::holds_alternative<DrawImage>(item);
    });
    DrawImage photo = std::get<DrawImage>(*found);
    std::filesystem::create_directories(folder);
    for (int more = 1; more <= 2; ++more) {
      PlacedImage copy = placed.images[0];
      copy.path = (folder / (std::to_string(more) + ".jpg")).string();
      std::filesystem::copy_file(placed.images[0].path, copy.path,
                                 std::filesystem::copy_options::overwrite_existing);
      placed.images.push_back(copy);
      photo.image = static_cast<std::uint32_t>(more);
      if (more == 1) photo.box.width = photo.box.width / 2, photo.box.height = photo.box.height / 2;
      photo.box.x += photo.box.width;
      items.push_back(photo);
    }
    options.creation_time = 1704672000;  // 2024-01-08T00:00:00Z
  }
  ~Page() { std::filesystem::remove_all(folder); }

  std::string draw(bool for_press, unsigned threads = 1) {
    RenderOptions with = options;
    with.threads = threads;
    if (for_press) with.inks = InkUse::kKeys, with.press = &photos, with.slug = profile.room;
    return render_pdf(placed, fonts, with, diags).value();
  }
};

void DrawForScreens(benchmark::State& state) {
  Page page;
  for (auto _ : state) benchmark::DoNotOptimize(page.draw(false));
}
BENCHMARK(DrawForScreens)->Unit(benchmark::kMillisecond);

/// The page as a proof of what the press will show: its photos decoded, at the resolution at which the press
/// gets them. With DrawForScreens and DrawForThePress it says what conversion costs beside drawing: the two
/// for the press and for screens differ by decoding, separating and coding the photos.
void DrawToPixels(benchmark::State& state) {
  Page page;
  RenderOptions options = page.options;
  options.ppi = page.profile.photo_ppi;
  for (auto _ : state) benchmark::DoNotOptimize(render_png(page.placed, page.fonts, options, page.diags));
}
BENCHMARK(DrawToPixels)->Unit(benchmark::kMillisecond);

/// With its photos brought down to the press' resolution and separated.
void DrawForThePress(benchmark::State& state) {
  Page page;
  for (auto _ : state) benchmark::DoNotOptimize(page.draw(true));
}
BENCHMARK(DrawForThePress)->Unit(benchmark::kMillisecond);

/// The same with two photos at a time, as --jobs does on two cores.
void DrawForThePressOnTwoThreads(benchmark::State& state) {
  Page page;
  for (auto _ : state) benchmark::DoNotOptimize(page.draw(true, 2));
}
BENCHMARK(DrawForThePressOnTwoThreads)->Unit(benchmark::kMillisecond)->UseRealTime();

/// The first photo of a run has to wait for the table of its colours.
void PrepareForThePress(benchmark::State& state) {
  Page page;
  for (auto _ : state) {
    PressPhotos photos = press_photos(page.profile, std::string(builtin_newsprint_icc()));
    Raster colour;
    colour.allocate(1, 1);
    std::fill(colour.row(0), colour.row(1), static_cast<unsigned char>(0));
    colour.row(0)[1] = 200;
    benchmark::DoNotOptimize(photos.separate(colour, ""));
  }
}
BENCHMARK(PrepareForThePress)->Unit(benchmark::kMillisecond);

/// Cairo's PDF into PDF/X-4.
void FinishForThePress(benchmark::State& state) {
  Page page;
  const std::string drawn = page.draw(true);
  const FinishOptions finish{{}, page.options.creation_time, &page.profile, builtin_newsprint_icc()};
  for (auto _ : state) benchmark::DoNotOptimize(finish_pdf(drawn, page.placed, finish, page.diags));
}
BENCHMARK(FinishForThePress)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace banxin
