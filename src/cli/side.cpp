#include "cli/side.h"

#include <algorithm>
#include <cmath>
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

/// `problem`: what is known to be wrong with it already.
bool open_pdf(Side& side, std::string bytes, Context& context, std::string problem = {}) {
  if (problem.empty()) side.pdf = PdfFile::open(std::move(bytes), problem);
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

/// The pictures of a dump that could not be found.
std::vector<Unseen> unseen_in(const Side& side) {
  std::vector<Unseen> out;
  for (std::size_t page = 0; page < side.scene.pages.size(); ++page) {
    for (const SceneItem& item : side.scene.pages[page].items) {
      const bool photo = item.kind == SceneItem::Kind::kImage,
                 artwork = item.kind == SceneItem::Kind::kArtwork;
      if (artwork || (photo && !side.photos.contains(item.name))) out.push_back({page, item.box, artwork});
    }
  }
  return out;
}

bool open_dump_as_pdf(Side& side, LazyFonts& fonts, Context& context) {
  const FontSet* set = fonts.get();
  if (set == nullptr || !open_dump(side, context)) return false;
  side.unseen = unseen_in(side);
  if (!side.unseen.empty()) {
    context.diags.warning("not-compared", {},
                          "pictures of '" + side.name +
                              "' are not where it says: their places are not compared (" +
                              std::to_string(side.unseen.size()) + ")",
                          "compare the PDF with the edition");
  }
  Diagnostics unheard;  // a dump is drawn as well as it can be
  const PlacedEdition placed = to_placed(side.scene, set->catalogue(), side.photos, {});
  const std::optional<std::string> pdf = render_pdf(placed, *set, {}, unheard);
  if (pdf) return open_pdf(side, *pdf, context);
  context.diags.error("bad-dump", {}, "the pages of '" + side.name + "' cannot be drawn");
  return false;
}

/// Pictures in the places of photos; all in those of delivered pages, and of what such a page has round it,
/// cut away but in the file: whatever `other` does not say too.
void leave_out(const std::vector<Unseen>& unseen, Scene& scene, const Scene& other) {
  constexpr Length kMarks = Length::millimetres(15);
  for (const Unseen& one : unseen) {
    if (one.page >= scene.pages.size() || one.page >= other.pages.size()) continue;
    const std::vector<SceneItem>& others = other.pages[one.page].items;
    const Rect& box = one.box;
    const Rect round{box.x - kMarks, box.y - kMarks, box.width + kMarks * 2, box.height + kMarks * 2};
    std::erase_if(scene.pages[one.page].items, [&](const SceneItem& item) {
      if (item.kind == SceneItem::Kind::kImage) return box.overlaps(item.box);
      const auto says_it = [&](const SceneItem& theirs) { return theirs.text == item.text; };
      return one.artwork && (box.overlaps(item.box) || (round.overlaps(item.box) &&
                                                        std::none_of(others.begin(), others.end(), says_it)));
    });
  }
}

/// One of the two is a dump at the most, when the other is a PDF.
void share_unseen(Side& old_side, Side& new_side) {
  if (old_side.unseen.empty()) old_side.unseen = new_side.unseen;
  new_side.unseen = old_side.unseen;
  leave_out(old_side.unseen, old_side.scene, new_side.scene);
  leave_out(new_side.unseen, new_side.scene, old_side.scene);
}

/// Grey, as on the side that does not have them.
void cover(const std::vector<Unseen>& unseen, std::size_t page, int ppi, Raster& raster) {
  constexpr unsigned char kGrey = 0xBF;
  const auto pixel = [&](Length at, int most) {
    return std::clamp(static_cast<int>(std::lround(at.pt() * ppi / 72)), 0, most);
  };
  for (const Unseen& one : unseen) {
    if (one.page != page) continue;
    const int left = pixel(one.box.x, raster.width), right = pixel(one.box.right(), raster.width);
    for (int y = pixel(one.box.y, raster.height); y < pixel(one.box.bottom(), raster.height); ++y) {
      std::fill(raster.row(y) + 4 * left, raster.row(y) + 4 * right, kGrey);
    }
  }
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
  const auto open = [&](Side& side) {
    switch (side.kind) {
      case Side::Kind::kPdf: {
        std::string problem = problem_of_reading(side.bytes);
        return open_pdf(side, std::move(side.bytes), context, std::move(problem));
      }
      case Side::Kind::kDump:
        return pdf ? open_dump_as_pdf(side, fonts, context) : open_dump(side, context);
      case Side::Kind::kEdition:
        break;
    }
    return open_edition(side, pdf, fonts, context);
  };
  const bool old_open = open(old_side), new_open = open(new_side);
  if (!old_open || !new_open) return false;
  if (pdf) {
    share_unseen(old_side, new_side);
    return true;
  }
  // A dump names its photos; the edition that it is held against knows where they are.
  if (old_side.kind == Side::Kind::kDump)
    old_side.photos = new_side.photos, old_side.artworks = new_side.artworks;
  if (new_side.kind == Side::Kind::kDump)
    new_side.photos = old_side.photos, new_side.artworks = old_side.artworks;
  if (old_side.made && new_side.made) add_digests(old_side), add_digests(new_side);
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
    cover(side.unseen, page, ppi, raster);
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
