#include "cli/golden_files.h"

#include <algorithm>
#include <set>

#include "base/digest.h"
#include "base/file_bytes.h"
#include "cli/output_file.h"
#include "font/versions.h"
#include "read/builtin_grid.h"
#include "render/render.h"
#include "render/versions.h"
#include "text/icu_version.h"

namespace banxin {

namespace {

namespace fs = std::filesystem;

std::string bytes_of(const fs::path& file) {
  std::string bytes;
  (void)read_file_bytes(file.string(), bytes);  // what cannot be read is empty, and so no page and no lock
  return bytes;
}

GoldenLock::List engine_versions() {
  return {{"banxin", BANXIN_VERSION},
          {"HarfBuzz", harfbuzz_version()},
          {"ICU", icu_version()},
          {"FreeType", freetype_version_name()},
          {"Cairo", cairo_version_name()}};
}

/// Of the faces that the pages are set in, in the catalogue's order.
GoldenLock::List font_versions(const PlacedEdition& edition, const FontSet& fonts) {
  std::set<FaceId> used;
  for (const PlacedPage& page : edition.pages) {
    for (const DrawItem& item : page.items) {
      if (const auto* text = std::get_if<DrawText>(&item); text != nullptr && text->face != kNoFace)
        used.insert(text->face);
    }
  }
  GoldenLock::List out;
  for (const FaceId face : used) {
    const CatalogueFace& entry = fonts.catalogue().faces[face];
    const FontVersion version = font_version(fonts.path(face), static_cast<unsigned>(entry.index));
    out.emplace_back(entry.name.value + ", " + entry.family, version.version + " (" + version.checksum + ")");
  }
  return out;
}

/// Every text file by what it is, photos by their bytes; paths count from the edition's folder.
void add_inputs(const fs::path& edition, const MadeEdition& made, const Sources& sources, GoldenLock& lock) {
  const auto from_edition = [&](const fs::path& file) {
    return file.lexically_normal()
        .lexically_relative(edition.parent_path().lexically_normal().empty()
                                ? fs::path(".")
                                : edition.parent_path().lexically_normal())
        .generic_string();
  };
  std::set<std::uint32_t> articles;
  for (const Article& article : made.document.articles) articles.insert(article.file);
  for (std::uint32_t file = 0; file < sources.size(); ++file) {
    const fs::path path = sources.at(file).path;
    if (builtin_grid(path.generic_string())) {
      lock.layout.emplace_back(path.generic_string(), digest(sources.at(file).text));
      continue;
    }
    const bool content = articles.count(file) > 0 || path.lexically_normal() == edition.lexically_normal();
    (content ? lock.content : lock.layout).emplace_back(from_edition(path), digest(sources.at(file).text));
  }
  std::map<std::string, std::string> photos, artwork;
  for (const PlacedImage& image : made.placed.images)
    photos[from_edition(image.path)] = digest(bytes_of(image.path));
  for (const Artwork& art : made.placed.artworks)
    artwork[from_edition(art.path)] = digest(bytes_of(art.path));
  lock.photos.assign(photos.begin(), photos.end());
  lock.artwork.assign(artwork.begin(), artwork.end());
  for (GoldenLock::List* list : {&lock.content, &lock.layout}) {
    std::sort(list->begin(), list->end());
    list->erase(std::unique(list->begin(), list->end()), list->end());
  }
}

}  // namespace

fs::path golden_folder(const fs::path& edition) {
  fs::path folder = edition;
  return folder.replace_extension(".golden");
}

std::optional<GoldenFiles> read_golden(const fs::path& folder, std::string& problem) {
  std::error_code ignored;
  if (!fs::is_directory(folder, ignored)) return std::nullopt;
  GoldenFiles golden;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, ignored)) {
    const std::string stem = entry.path().stem().string(), ending = entry.path().extension().string();
    if (stem.rfind("page-", 0) != 0) continue;
    if (ending == ".json") golden.pages[stem] = bytes_of(entry.path());
    if (ending == ".png") golden.pictures[stem] = bytes_of(entry.path());
  }
  if (golden.pages.empty()) return std::nullopt;
  const std::optional<GoldenLock> lock = read_lock(bytes_of(folder / "banxin.lock"), problem);
  if (!lock) {
    problem = "'" + (folder / "banxin.lock").generic_string() + "' cannot be read: " + problem;
    return std::nullopt;
  }
  golden.lock = *lock;
  return golden;
}

std::string write_golden(const fs::path& folder, const GoldenFiles& golden) {
  std::map<std::string, const std::string*> files;
  const std::string lock = write_lock(golden.lock);
  for (const auto& [name, text] : golden.pages) files[name + ".json"] = &text;
  for (const auto& [name, png] : golden.pictures) files[name + ".png"] = &png;
  const auto write = [&](const std::string& name, const std::string& bytes) -> std::string {
    std::error_code ignored;
    if (fs::exists(folder / name, ignored) && bytes_of(folder / name) == bytes) return "";
    return write_whole(folder / name, bytes);
  };
  for (const auto& [name, bytes] : files) {
    if (std::string failure = write(name, *bytes); !failure.empty()) return failure;
  }
  // The lock comes last: an update that was cut short does not say that its inputs are approved.
  if (std::string failure = write("banxin.lock", lock); !failure.empty()) return failure;
  std::error_code ignored;
  std::vector<fs::path> stale;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, ignored)) {
    const std::string name = entry.path().filename().string();
    if (name.rfind("page-", 0) == 0 && files.count(name) == 0) stale.push_back(entry.path());
  }
  for (const fs::path& file : stale) fs::remove(file, ignored);
  return "";
}

GoldenFiles make_golden(const fs::path& edition, const MadeEdition& made, const Sources& sources,
                        const FontSet& fonts, int ppi, Diagnostics& diags) {
  GoldenFiles golden;
  golden.lock.engine = engine_versions();
  golden.lock.fonts = font_versions(made.placed, fonts);
  golden.lock.ppi = ppi;
  add_inputs(edition, made, sources, golden.lock);
  for (std::size_t i = 0; i < made.placed.pages.size(); ++i) {
    const std::string name = "page-" + std::to_string(made.placed.pages[i].number);
    golden.pages[name] = dump(single_page(made.placed, i), fonts.catalogue());
    if (ppi == 0) continue;
    RenderOptions options;
    options.ppi = ppi, options.pages = {i};
    if (std::optional<std::string> png = render_png(made.placed, fonts, options, diags)) {
      golden.pictures[name] = std::move(*png);
    }
  }
  return golden;
}

}  // namespace banxin
