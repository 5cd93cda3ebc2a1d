#include "cli/side.h"

#include <cstdint>
#include <filesystem>
#include <numeric>
#include <utility>
#include <vector>

#include "base/digest.h"
#include "base/file_bytes.h"
#include "base/side_by_side.h"
#include "compare/draw_scene.h"
#include "render/png_codec.h"
#include "render/render.h"

namespace banxin {

namespace {

constexpr std::uintmax_t kMostSideBytes = std::uintmax_t{2} << 30;
constexpr double kMostPixels = 200e6;  // of one page

Side::Kind kind_of(const std::string& bytes) {
  if (std::string_view(bytes).substr(0, 1024).find("%PDF-") != std::string_view::npos)
    return Side::Kind::kPdf;
  const std::size_t first = bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  return first != std::string::npos && bytes[first] == '{' ? Side::Kind::kDump : Side::Kind::kEdition;
}

bool read_bytes(Side& side, Context& context) {
  const std::string problem = read_file_bytes(side.name, side.bytes, Readable::kFileOrPipe, kMostSideBytes);
  if (!problem.empty()) {
    cannot_read("'" + side.name + "'", problem, context);
    return false;
  }
  side.kind = kind_of(side.bytes);
  return true;
}

bool open_pdf(Side& side, std::string bytes, Context& context) {
  std::string problem;
  side.pdf = PdfFile::open(std::move(bytes), problem);
  if (side.pdf && side.pdf->pages() > 0) {
    side.scene = read_pdf_scene(*side.pdf);
    return true;
  }
  if (side.pdf) problem = "has no pages";
  context.diags.error("bad-pdf", {}, "'" + side.name + "' " + problem,
                      problem == "is encrypted" ? "save it without a password" : "");
  return false;
}

bool open_dump(Side& side, Context& context) {
  std::string problem;
  std::optional<Scene> scene = read_dump(side.bytes, problem);
  if (!scene) {
    context.diags.error("bad-dump", {}, "'" + side.name + "' cannot be read as a dump: " + problem,
                        "a dump is what 'banxin render EDITION.yaml -o FILE.json' writes");
    return false;
  }
  side.scene = std::move(*scene);
  const std::filesystem::path folder = std::filesystem::path(side.name).parent_path();
  for (const auto& [name, known] : side.scene.photos) {
    std::error_code ignored;
    const std::filesystem::path file = folder / name;
    if (std::filesystem::path(name).is_relative() && std::filesystem::is_regular_file(file, ignored)) {
      side.photos[name] = {file.string(), name, 0, 0};
    }
  }
  return true;
}

bool open_edition(Side& side, bool as_pdf, LazyFonts& fonts, Context& context) {
  const FontSet* set = fonts.get();
  if (set == nullptr) return false;
  side.made = make_edition(side.name, *set, context.sources, context.diags, {.threads = threads_for(0)});
  if (!side.made) return false;
  side.photos = photos_by_name(side.made->placed);
  side.artworks = side.made->placed.artworks;
  if (as_pdf) {
    const std::optional<std::string> pdf = render_pdf(side.made->placed, *set, {}, context.diags);
    return pdf && open_pdf(side, *pdf, context);
  }
  std::string problem;
  std::vector<std::size_t> pages(side.made->placed.pages.size());  // all of them, numbered as `render` does
  std::iota(pages.begin(), pages.end(), std::size_t{0});
  side.scene = *read_dump(dump(side.made->placed, set->catalogue(), pages), problem);
  return true;
}

/// What the files of photos and artwork hold, where both sides have files.
void add_digests(Side& side) {
  const auto add = [](const std::string& path, std::string& known) {
    std::string bytes;
    if (read_file_bytes(path, bytes).empty()) known += digest(bytes);
  };
  for (const auto& [name, image] : side.photos) add(image.path, side.scene.photos[name]);
  for (const Artwork& art : side.artworks) {
    std::string& known = side.scene.artworks[art.file.value];  // pages of one file share it
    if (known.empty()) add(art.path, known);
  }
}

bool fits_memory(const ScenePage& page, int ppi) {
  return page.width.pt() * page.height.pt() * ppi / 72.0 * ppi / 72.0 <= kMostPixels;
}

}  // namespace

const FontSet* LazyFonts::get() {
  if (!tried_) fonts_ = open_fonts(context_);
  tried_ = true;
  return fonts_ ? &*fonts_ : nullptr;
}

std::map<std::string, PlacedImage> photos_by_name(const PlacedEdition& edition) {
  std::map<std::string, PlacedImage> photos;
  for (const PlacedImage& image : edition.images) photos.try_emplace(image.name, image);
  return photos;
}

bool open_sides(Side& old_side, Side& new_side, LazyFonts& fonts, Context& context) {
  const bool old_read = read_bytes(old_side, context), new_read = read_bytes(new_side, context);
  if (!old_read || !new_read) return false;
  const bool pdf = old_side.kind == Side::Kind::kPdf || new_side.kind == Side::Kind::kPdf;
  const bool dump = old_side.kind == Side::Kind::kDump || new_side.kind == Side::Kind::kDump;
  if (pdf && dump) {
    context.diags.error("not-comparable", {}, "a PDF cannot be held against a dump",
                        "compare the PDF with the edition, or make a dump of both editions");
    return false;
  }
  const auto open = [&](Side& side) {
    switch (side.kind) {
      case Side::Kind::kPdf:
        return open_pdf(side, std::move(side.bytes), context);
      case Side::Kind::kDump:
        return open_dump(side, context);
      case Side::Kind::kEdition:
        break;
    }
    return open_edition(side, pdf, fonts, context);
  };
  const bool old_open = open(old_side), new_open = open(new_side);
  if (!old_open || !new_open) return false;
  // A dump names its photos; the edition that it is held against knows where they are.
  if (old_side.kind == Side::Kind::kDump)
    old_side.photos = new_side.photos, old_side.artworks = new_side.artworks;
  if (new_side.kind == Side::Kind::kDump)
    new_side.photos = old_side.photos, new_side.artworks = old_side.artworks;
  if (old_side.made && new_side.made && !pdf) add_digests(old_side), add_digests(new_side);
  return true;
}

std::optional<Raster> draw_placed(const PlacedEdition& edition, std::size_t page, int ppi,
                                  const FontSet& fonts, Diagnostics& diags) {
  RenderOptions options;
  options.ppi = ppi, options.pages = {page};
  const std::optional<std::string> png = render_png(edition, fonts, options, diags);
  Raster raster;
  std::string problem;
  if (!png || !decode_png(*png, raster, problem)) return std::nullopt;
  return raster;
}

std::optional<Raster> draw_side(const Side& side, std::size_t page, int ppi, bool through_dump,
                                LazyFonts& fonts, Context& context) {
  if (page >= side.scene.pages.size() || !fits_memory(side.scene.pages[page], ppi)) return std::nullopt;
  if (side.pdf) {
    Raster raster = side.pdf->rasterise(static_cast<int>(page) + 1, ppi);
    if (raster.width == 0) return std::nullopt;
    return raster;
  }
  const FontSet* set = fonts.get();
  if (set == nullptr) return std::nullopt;
  if (side.made && !through_dump) return draw_placed(side.made->placed, page, ppi, *set, context.diags);
  Diagnostics unheard;  // a dump is drawn as well as it can be
  return draw_placed(to_placed(side.scene, set->catalogue(), side.photos, side.artworks), page, ppi, *set,
                     unheard);
}

}  // namespace banxin
