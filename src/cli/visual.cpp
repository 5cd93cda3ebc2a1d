#include "cli/visual.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <filesystem>
#include <string>
#include <utility>

#include "cli/output_file.h"

namespace banxin {

namespace {

/// Pages of a report that have pictures: some 200 kB and 60 ms each.
constexpr std::size_t kMostPictures = 100;

bool differs(const Comparison& comparison, const PagePair& pages) {
  return std::any_of(comparison.changes.begin(), comparison.changes.end(), [&](const Change& change) {
    const bool old_page = change.old_place.page == pages.old_page && pages.old_page != kNoNode;
    return old_page || (change.new_place.page == pages.new_page && pages.new_page != kNoNode);
  });
}

/// A page that is damaged on one side is not the same, even if its words are.
void drawn_on_one_side(const Scene& scene, const PagePair& pages, const std::string& side,
                       Comparison& comparison) {
  Change change;
  change.layer = Layer::kPixels, change.kind = "pixels-differ";
  change.where = "page " + std::to_string(scene.pages[pages.new_page].number);
  change.message = "the page can be drawn only as it " + side;
  change.old_place.page = pages.old_page, change.new_place.page = pages.new_page;
  comparison.changes.push_back(std::move(change));
}

}  // namespace

std::vector<ReportPage> compare_pages(const Side& before, const Side& after, const VisualOptions& options,
                                      Comparison& comparison, LazyFonts& fonts, Context& context) {
  std::vector<ReportPage> out;
  for (const PagePair& pages : pair_pages(before.scene, after.scene)) {
    const bool enough = out.size() >= kMostPictures;
    if (enough && options.through_dump) {  // which are drawn for the report alone
      if (differs(comparison, pages)) out.push_back({pages.old_page, pages.new_page, "", ""});
      continue;
    }
    std::optional<Raster> old_raster, new_raster;
    const auto draw = [&](const Side& side, std::size_t page) {
      return options.ppi > 0 && page != kNoNode
                 ? draw_side(side, page, options.ppi, options.through_dump, fonts, context)
                 : std::nullopt;
    };
    old_raster = draw(before, pages.old_page), new_raster = draw(after, pages.new_page);
    if (old_raster && new_raster) {
      compare_pixels(after.scene, pages, *old_raster, *new_raster, options.fuzz, comparison);
    } else if (old_raster || new_raster) {
      if (pages.old_page != kNoNode && pages.new_page != kNoNode)
        drawn_on_one_side(after.scene, pages, old_raster ? "was" : "is", comparison);
    } else if (options.ppi > 0 && pages.old_page != kNoNode && pages.new_page != kNoNode) {
      context.diags.warning("not-drawn", {},
                            "page " + std::to_string(after.scene.pages[pages.new_page].number) +
                                " cannot be drawn: its pixels are not compared");
    }
    if (!options.pictures || !differs(comparison, pages)) continue;
    const auto picture = [&](const std::optional<Raster>& raster) {
      return raster && !enough ? png_of(*raster, options.ppi) : std::string();
    };
    out.push_back({pages.old_page, pages.new_page, picture(old_raster), picture(new_raster)});
  }
  if (options.ppi > 0 && out.size() > kMostPictures) {
    context.diags.warning("report-pictures", {},
                          "the report has pictures of the first " + std::to_string(kMostPictures) +
                              " pages that differ; of " + std::to_string(out.size() - kMostPictures) +
                              " more it has the words");
  }
  return out;
}

std::optional<Fuzz> parse_fuzz(const std::string& text) {
  Fuzz fuzz;
  const char* end = text.data() + text.size();
  const auto level = std::from_chars(text.data(), end, fuzz.level);
  if (level.ec != std::errc() || level.ptr == end || *level.ptr != ',' || fuzz.level < 0 ||
      fuzz.level > 255) {
    return std::nullopt;
  }
  const auto pixels = std::from_chars(level.ptr + 1, end, fuzz.pixels);
  if (pixels.ec != std::errc() || pixels.ptr != end) return std::nullopt;
  return fuzz;
}

void write_report(const std::string& folder, const std::string& html, Context& context) {
  const std::filesystem::path file = std::filesystem::path(folder) / "index.html";
  const std::string failure = write_whole(file, html);
  if (failure.empty()) {
    std::fprintf(stderr, "report: %s\n", file.string().c_str());
    return;
  }
  std::fprintf(stderr, "banxin: %s\n", failure.c_str());
  context.fail(Exit::kMachine);
}

}  // namespace banxin
