#include <algorithm>
#include <filesystem>
#include <map>
#include <numeric>
#include <set>
#include <string_view>

#include "layout/layout.h"
#include "preview/live_edition.h"
#include "preview/sample_copy.h"

namespace banxin {

namespace {

/// FNV-1a, 64 bits.
std::uint64_t add(std::uint64_t key, std::string_view bytes) {
  for (const char c : bytes) key = (key ^ static_cast<unsigned char>(c)) * 0x100000001B3u;
  return (key ^ 0xFFu) * 0x100000001B3u;  // so that "ab" "c" is not "a" "bc"
}

std::uint64_t add(std::uint64_t key, const Photo& photo) {
  std::error_code error;
  const auto size = std::filesystem::file_size(photo.path, error);
  const auto written = std::filesystem::last_write_time(photo.path, error);
  key = add(key, photo.path);
  return add(key, std::to_string(size) + "/" + std::to_string(written.time_since_epoch().count()));
}

/// Pages that share an article stand or fall together: its copy may run from one to the other.
std::vector<std::vector<std::size_t>> groups_of(const Edition& edition) {
  std::vector<std::size_t> first(edition.pages.size());
  std::iota(first.begin(), first.end(), std::size_t{0});
  std::map<std::size_t, std::size_t> seen;  // article -> a page that has it
  for (std::size_t page = 0; page < edition.pages.size(); ++page) {
    for (const auto& [frame, article] : edition.pages[page].stories) {
      const auto [known, is_new] = seen.emplace(article, page);
      if (is_new) continue;
      const std::size_t from = first[page], to = first[known->second];
      for (std::size_t& f : first) f = f == from ? to : f;
    }
  }
  std::map<std::size_t, std::vector<std::size_t>> by_first;
  for (std::size_t page = 0; page < first.size(); ++page) by_first[first[page]].push_back(page);
  std::vector<std::vector<std::size_t>> groups;
  for (auto& [number, pages] : by_first) groups.push_back(std::move(pages));
  return groups;
}

std::set<std::size_t> articles_of(const Edition& edition, const std::vector<std::size_t>& pages) {
  std::set<std::size_t> articles;
  for (const std::size_t page : pages) {
    for (const auto& [frame, article] : edition.pages[page].stories) articles.insert(article);
  }
  return articles;
}

/// The document with these pages and their articles only.
Document part_of(const Document& whole, const std::vector<std::size_t>& pages) {
  Document part;
  part.edition = whole.edition;
  part.layouts = whole.layouts;
  if (part.edition.title.value.empty() && !whole.articles.empty())
    part.edition.title.value = whole.articles.front().title.text;
  std::map<std::size_t, std::size_t> numbers;
  for (const std::size_t article : articles_of(whole.edition, pages)) {
    numbers[article] = part.articles.size();
    part.articles.push_back(whole.articles[article]);
  }
  part.edition.pages.clear();
  for (const std::size_t page : pages) {
    part.edition.pages.push_back(whole.edition.pages[page]);
    for (auto& [frame, article] : part.edition.pages.back().stories) article = numbers.at(article);
  }
  return part;
}

/// Of every file but the articles: each may say something about every page.
std::uint64_t common_key(const LiveEdition& edition) {
  std::set<std::uint32_t> articles;
  for (const Article& article : edition.document->articles) articles.insert(article.file);
  std::uint64_t key = 0xCBF29CE484222325u;
  for (std::uint32_t i = 0; i < edition.sources->size(); ++i) {
    if (articles.contains(i)) continue;
    key = add(add(key, edition.sources->at(i).path), edition.sources->at(i).text);
  }
  return key;
}

std::uint64_t group_key(const LiveEdition& edition, const std::vector<std::size_t>& pages,
                        std::uint64_t key) {
  for (const std::size_t page : pages) key = add(key, std::to_string(page));
  for (const std::size_t index : articles_of(edition.document->edition, pages)) {
    const Article& article = edition.document->articles[index];
    if (article.file != SourceSpan::kNoFile)
      key = add(add(key, edition.sources->at(article.file).path), edition.sources->at(article.file).text);
    for (const Photo& photo : article.photos) key = add(key, photo);
  }
  return key;
}

/// The findings of a group as places in the edition's own sources; what another group has found too (a
/// warning about a layout that both use) is told once.
void add_findings(const LivePage& page, LiveEdition& edition) {
  for (const Diagnostic& d : page.diags->all()) {
    const SourceSpan where = moved(d.where, *page.sources, *edition.sources);
    const bool told = std::any_of(
        edition.diags.all().begin(), edition.diags.all().end(),
        [&](const Diagnostic& o) { return o.code == d.code && o.where == where && o.message == d.message; });
    if (told) continue;
    if (d.severity == Severity::kError) {
      edition.diags.error(d.code, where, d.message, d.hint);
    } else {
      edition.diags.warning(d.code, where, d.message, d.hint);
    }
  }
}

}  // namespace

SourceSpan moved(SourceSpan where, const Sources& from, const Sources& to) {
  if (&from == &to || where.file == SourceSpan::kNoFile) return where;
  const std::string& path = from.at(where.file).path;
  for (std::uint32_t i = 0; i < to.size(); ++i) {
    if (to.at(i).path == path) return {i, where.begin, where.end};
  }
  return {};
}

std::vector<LivePage> PageCache::place_group(const LiveEdition& edition,
                                             const std::vector<std::size_t>& pages) const {
  auto document = std::make_shared<Document>(part_of(*edition.document, pages));
  auto diags = std::make_shared<Diagnostics>();
  const auto placed =
      std::make_shared<PlacedEdition>(place_edition(*document, *edition.fonts, *diags, missing_));
  if (check_) {
    std::vector<PageSpec>& specs = document->edition.pages;
    for (std::size_t i = 0; i < edition.document->edition.pages.size(); ++i) {
      if (std::find(pages.begin(), pages.end(), i) != pages.end()) continue;
      specs.push_back(edition.document->edition.pages[i]);
      specs.back().stories.clear();
    }
    check_(*document, *placed, *diags);
    specs.resize(pages.size());
  }
  for (PlacedPage& page : placed->pages) draw_grey_photos(*placed, page);
  std::vector<LivePage> out;
  for (std::size_t i = 0; i < pages.size(); ++i)
    out.push_back({edition.sources, document, placed, diags, i, page_key(*placed, i)});
  return out;
}

void PageCache::place(LiveEdition& edition) {
  const std::uint64_t common = common_key(edition);
  std::vector<Group> groups;
  edition.pages.resize(edition.document->edition.pages.size());
  for (const std::vector<std::size_t>& pages : groups_of(edition.document->edition)) {
    Group group{group_key(edition, pages, common), edition.fonts, {}};
    const auto known = std::find_if(groups_.begin(), groups_.end(), [&](const Group& g) {
      return g.key == group.key && g.fonts == group.fonts;
    });
    group.pages = known == groups_.end() ? place_group(edition, pages) : known->pages;
    for (std::size_t i = 0; i < pages.size(); ++i) edition.pages[pages[i]] = group.pages[i];
    if (!group.pages.empty()) add_findings(group.pages.front(), edition);
    groups.push_back(std::move(group));
  }
  groups_ = std::move(groups);
}

}  // namespace banxin
