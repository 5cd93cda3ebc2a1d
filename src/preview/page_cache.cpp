#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "base/file_stamp.h"
#include "layout/layout.h"
#include "preview/live_edition.h"
#include "preview/sample_copy.h"

namespace banxin {

namespace {

constexpr std::uint64_t kStart = 0xCBF29CE484222325u;

/// FNV-1a, 64 bits.
std::uint64_t add(std::uint64_t key, std::string_view bytes) {
  for (const char c : bytes) key = (key ^ static_cast<unsigned char>(c)) * 0x100000001B3u;
  return (key ^ 0xFFu) * 0x100000001B3u;  // so that "ab" "c" is not "a" "bc"
}

/// A photo, or what was delivered.
std::uint64_t add_file(std::uint64_t key, const std::string& path) {
  return add(add(key, path), to_string(stamp_of(path)));
}

std::uint64_t add(std::uint64_t key, const Sources::File& file) {
  return add(add(key, file.path), file.text);
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

/// Of every file but the articles: each may say something about every page. Of the articles their names, in
/// the order in which they were read: places in a file count them.
std::uint64_t common_key(const LiveEdition& edition) {
  std::set<std::uint32_t> articles;
  for (const Article& article : edition.document->articles) articles.insert(article.file);
  std::uint64_t key = kStart;
  for (std::uint32_t i = 0; i < edition.sources->size(); ++i) {
    const Sources::File& file = edition.sources->at(i);
    key = articles.contains(i) ? add(key, file.path) : add(key, file);
  }
  return key;
}

/// Of each article: its file, and those of its photos.
std::vector<std::uint64_t> article_keys(const LiveEdition& edition) {
  std::vector<std::uint64_t> keys;
  for (const Article& article : edition.document->articles) {
    std::uint64_t key = kStart;
    if (article.file != SourceSpan::kNoFile) key = add(key, edition.sources->at(article.file));
    for (const Photo& photo : article.photos) key = add_file(key, photo.path);
    keys.push_back(key);
  }
  return keys;
}

std::uint64_t group_key(const Document& document, const std::vector<std::size_t>& pages,
                        const std::vector<std::uint64_t>& articles, std::uint64_t key) {
  for (const std::size_t index : articles_of(document.edition, pages))
    key = add(key, std::to_string(articles[index]));
  for (const std::size_t page : pages) {
    key = add(key, std::to_string(page));
    for (const Artwork* art : document.artwork_of(document.edition.pages[page]))
      key = add_file(key, art->path);
  }
  return key;
}

/// The findings of a group as places in the edition's own sources; what another group has found too (a
/// warning about a layout that both use) is told once.
void add_findings(const LivePage& page, LiveEdition& edition) {
  if (page.diags->all().empty()) return;
  const std::vector<std::uint32_t> files = numbers_in(*page.sources, *edition.sources);
  for (const Diagnostic& d : page.diags->all()) {
    SourceSpan where = d.where;
    if (where.file != SourceSpan::kNoFile) where.file = files[where.file];
    if (where.file == SourceSpan::kNoFile) where = {};
    const bool told = std::any_of(
        edition.diags.all().begin(), edition.diags.all().end(),
        [&](const Diagnostic& o) { return o.code == d.code && o.where == where && o.message == d.message; });
    if (told) continue;
    Diagnostic told_here = d;
    told_here.where = where;
    edition.diags.add(std::move(told_here));
  }
}

}  // namespace

std::vector<std::uint32_t> numbers_in(const Sources& from, const Sources& to) {
  std::map<std::string_view, std::uint32_t> numbers;
  for (std::uint32_t i = 0; i < to.size(); ++i) numbers.emplace(to.at(i).path, i);
  std::vector<std::uint32_t> out;
  for (std::uint32_t i = 0; i < from.size(); ++i) {
    const auto found = numbers.find(from.at(i).path);
    out.push_back(found == numbers.end() ? SourceSpan::kNoFile : found->second);
  }
  return out;
}

std::vector<LivePage> PageCache::place_group(const LiveEdition& edition,
                                             const std::vector<std::size_t>& pages) {
  auto diags = std::make_shared<Diagnostics>();
  const auto placed = std::make_shared<PlacedEdition>(place_edition(
      *edition.document, *edition.fonts, *diags, {.missing = missing_, .pages = pages, .memo = &stories_}));
  for (PlacedPage& page : placed->pages) draw_grey_photos(*placed, page);
  std::vector<LivePage> out;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    PageKeys keys = page_keys(*placed, i);
    out.push_back({edition.sources, edition.document, placed, diags, i, keys.page, std::move(keys.items)});
  }
  return out;
}

void PageCache::place(LiveEdition& edition) {
  const std::uint64_t common = common_key(edition);
  if (common != common_ || edition.fonts != fonts_) groups_.clear(), stories_ = {};
  common_ = common, fonts_ = edition.fonts;
  stories_.document = edition.document;
  stories_.articles = article_keys(edition);
  std::vector<Group> groups;
  edition.pages.resize(edition.document->edition.pages.size());
  for (const std::vector<std::size_t>& pages : groups_of(edition.document->edition)) {
    Group group{group_key(*edition.document, pages, stories_.articles, common), {}};
    const auto known =
        std::find_if(groups_.begin(), groups_.end(), [&](const Group& g) { return g.key == group.key; });
    group.pages = known == groups_.end() ? place_group(edition, pages) : known->pages;
    for (std::size_t i = 0; i < pages.size(); ++i) edition.pages[pages[i]] = group.pages[i];
    if (!group.pages.empty()) add_findings(group.pages.front(), edition);
    groups.push_back(std::move(group));
  }
  groups_ = std::move(groups);
}

}  // namespace banxin
