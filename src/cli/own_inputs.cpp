#include "cli/own_inputs.h"

#include <sys/stat.h>

#include <cstdint>
#include <cstdio>
#include <optional>
#include <set>
#include <utility>

#include "cli/output_file.h"

namespace banxin {

namespace {

using FileId = std::pair<dev_t, ino_t>;

std::optional<FileId> id_of(const std::string& path) {
  struct stat found {};
  if (path.empty() || ::stat(path.c_str(), &found) != 0 || !S_ISREG(found.st_mode)) return std::nullopt;
  return FileId(found.st_dev, found.st_ino);
}

std::set<FileId> inputs_of(const Sources& sources, const Document& document) {
  std::set<FileId> out;
  const auto add = [&](const std::string& path) {
    if (const std::optional<FileId> id = id_of(path)) out.insert(*id);
  };
  for (std::uint32_t i = 0; i < sources.size(); ++i) add(sources.at(i).path);
  for (const Article& article : document.articles) {
    for (const Photo& photo : article.photos) add(photo.path);
  }
  for (const PageSpec& page : document.edition.pages) {
    for (const Artwork* art : document.artwork_of(page)) add(art->path);
  }
  return out;
}

}  // namespace

std::vector<std::string> all_targets(const std::string& out, const Document& document) {
  std::vector<std::string> targets{out};
  for (const PageSpec& page : document.edition.pages) targets.push_back(target_for(out, page.number));
  return targets;
}

bool is_own_input(const std::vector<std::string>& targets, const Sources& sources, const Document& document) {
  const std::set<FileId> inputs = inputs_of(sources, document);
  for (const std::string& target : targets) {
    const std::optional<FileId> id = id_of(target);
    if (!id || !inputs.contains(*id)) continue;
    std::fprintf(stderr, "banxin: '%s' is what the pages are made from: write them to another file\n",
                 target.c_str());
    return true;
  }
  return false;
}

}  // namespace banxin
