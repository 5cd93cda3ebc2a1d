#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "preview/live_edition.h"

namespace banxin {

namespace {

/// What the numbers of one placed group of pages are in the whole edition.
struct Group {
  std::vector<NodeId> nodes;         ///< of its structure
  std::size_t next_node = 0;         ///< the first that no page has brought
  std::vector<std::uint32_t> files;  ///< of its sources
};

class Joining {
 public:
  explicit Joining(const LiveEdition& edition) : edition_(edition) {
    for (std::size_t i = 0; i < edition.document->articles.size(); ++i)
      articles_.emplace(edition.document->articles[i].file, i);
  }

  PlacedEdition join() {
    if (edition_.pages.empty()) return {};
    head(*edition_.pages.front().placed);
    for (const LivePage& live : edition_.pages) add(live);
    return std::move(out_);
  }

 private:
  /// What every group says alike.
  void head(const PlacedEdition& from) {
    out_.title = from.title, out_.author = from.author, out_.paper = from.paper;
    out_.title_of_article = from.title_of_article, out_.language = from.language, out_.date = from.date;
    out_.spots = edition_.document->spots;
    if (out_.title_of_article) out_.title = edition_.document->articles.front().title.text;
    out_.structure.push_back(from.structure.front());
    out_.structure.front().title = out_.title;
  }

  void add(const LivePage& live) {
    Group& group = groups_[live.placed.get()];
    if (group.nodes.empty()) {
      group.nodes = {0};  // the document
      group.next_node = 1;
      group.files = numbers_in(*live.sources, *edition_.sources);
    }
    PlacedPage page = live.shown();
    for (; group.next_node < page.nodes_end; ++group.next_node) {
      StructureNode node = live.placed->structure[group.next_node];
      if (node.parent < group.nodes.size()) node.parent = group.nodes[node.parent];
      move(node.source, group);
      group.nodes.push_back(static_cast<NodeId>(out_.structure.size()));
      out_.structure.push_back(std::move(node));
    }
    page.nodes_end = out_.structure.size();
    for (DrawItem& item : page.items) {
      NodeId& node = *std::visit([](auto& any) { return &any.node; }, item);
      if (node < group.nodes.size()) node = group.nodes[node];
      if (auto* image = std::get_if<DrawImage>(&item)) image->image = add(live.placed->images[image->image]);
      if (auto* art = std::get_if<DrawArtwork>(&item))
        art->artwork = add(live.placed->artworks[art->artwork], group);
    }
    for (FrameFit& fit : page.fits) {
      if (fit.bound) fit.article = article(live, fit.article, group);
    }
    out_.pages.push_back(std::move(page));
  }

  static void move(SourceSpan& where, const Group& group) {
    if (where.file == SourceSpan::kNoFile) return;
    where.file = group.files[where.file];
    if (where.file == SourceSpan::kNoFile) where = {};
  }

  std::size_t article(const LivePage& live, std::size_t index, const Group& group) const {
    const std::uint32_t file = live.document->articles[index].file;
    if (file == SourceSpan::kNoFile) return index;
    const auto found = articles_.find(group.files[file]);
    return found == articles_.end() ? index : found->second;
  }

  /// Pictures and artwork in the order in which pages show them first, each once.
  std::uint32_t add(const PlacedImage& image) {
    const auto [known, is_new] = images_.emplace(image.path, static_cast<std::uint32_t>(out_.images.size()));
    if (is_new) out_.images.push_back(image);
    return known->second;
  }

  std::uint32_t add(const Artwork& art, const Group& group) {
    const auto same = [&](const Artwork& a) {
      return a.path == art.path && a.page.value == art.page.value && a.box == art.box;
    };
    const auto known = std::find_if(out_.artworks.begin(), out_.artworks.end(), same);
    if (known != out_.artworks.end()) return static_cast<std::uint32_t>(known - out_.artworks.begin());
    out_.artworks.push_back(art);
    move(out_.artworks.back().file.where, group);
    move(out_.artworks.back().page.where, group);
    return static_cast<std::uint32_t>(out_.artworks.size() - 1);
  }

  const LiveEdition& edition_;
  std::map<std::uint32_t, std::size_t> articles_;  // file -> index
  std::map<const PlacedEdition*, Group> groups_;
  std::map<std::string, std::uint32_t> images_;
  PlacedEdition out_;
};

}  // namespace

PlacedEdition whole_edition(const LiveEdition& edition) { return Joining(edition).join(); }

}  // namespace banxin
