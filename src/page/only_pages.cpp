#include "page/only_pages.h"

#include <algorithm>
#include <cstddef>
#include <map>

namespace banxin {

namespace {

/// New numbers in order of first use.
template <class Number>
class Numbers {
 public:
  Number of(Number old) {
    const auto [found, is_new] = numbers_.try_emplace(old, static_cast<Number>(order_.size()));
    if (is_new) order_.push_back(old);
    return found->second;
  }
  const std::vector<Number>& order() const { return order_; }

 private:
  std::map<Number, Number> numbers_;
  std::vector<Number> order_;
};

NodeId& node_of(DrawItem& item) {
  return *std::visit([](auto& any) { return &any.node; }, item);
}

/// The nodes that the pages draw, and those above them.
std::vector<bool> used_nodes(const PlacedEdition& edition, const std::vector<PlacedPage>& pages) {
  std::vector<bool> used(edition.structure.size(), false);
  if (!used.empty()) used[0] = true;
  for (const PlacedPage& page : pages) {
    for (const DrawItem& item : page.items) {
      NodeId node = std::visit([](const auto& any) { return any.node; }, item);
      for (; node < used.size() && !used[node]; node = edition.structure[node].parent) used[node] = true;
    }
  }
  return used;
}

void keep_nodes(const PlacedEdition& from, PlacedEdition& to) {
  const std::vector<bool> used = used_nodes(from, to.pages);
  std::vector<NodeId> numbers(used.size(), kArtifact);
  to.structure.clear();
  for (std::size_t i = 0; i < used.size(); ++i) {
    if (!used[i]) continue;
    numbers[i] = static_cast<NodeId>(to.structure.size());
    to.structure.push_back(from.structure[i]);
    NodeId& parent = to.structure.back().parent;
    if (parent < numbers.size()) parent = numbers[parent];
  }
  for (PlacedPage& page : to.pages) {
    const auto end = used.begin() + static_cast<std::ptrdiff_t>(std::min(page.nodes_end, used.size()));
    page.nodes_end = static_cast<std::size_t>(std::count(used.begin(), end, true));
    for (DrawItem& item : page.items) {
      NodeId& node = node_of(item);
      if (node < numbers.size()) node = numbers[node];
    }
  }
}

/// A title that is that of an article which is not here becomes that of the first article here.
void keep_title(PlacedEdition& edition) {
  if (!edition.title_of_article || edition.structure.empty()) return;
  const StructureNode* first = nullptr;
  for (const StructureNode& node : edition.structure) {
    if (node.kind != StructureNode::Kind::kArticle) continue;
    if (node.title == edition.title) return;
    if (first == nullptr) first = &node;
  }
  edition.title = first == nullptr ? "" : first->title;
  edition.structure[0].title = edition.title;
}

}  // namespace

PlacedEdition only_pages(const PlacedEdition& edition, const std::vector<std::size_t>& pages) {
  PlacedEdition out = edition;
  out.pages.clear();
  for (const std::size_t i : pages) out.pages.push_back(edition.pages[i]);
  keep_nodes(edition, out);
  keep_title(out);
  Numbers<std::uint32_t> images, artworks;
  Numbers<std::size_t> articles;
  for (PlacedPage& page : out.pages) {
    for (FrameFit& fit : page.fits) {
      if (fit.bound) fit.article = articles.of(fit.article);
    }
    for (DrawItem& item : page.items) {
      if (auto* image = std::get_if<DrawImage>(&item)) image->image = images.of(image->image);
      if (auto* art = std::get_if<DrawArtwork>(&item)) art->artwork = artworks.of(art->artwork);
    }
  }
  out.images.clear(), out.artworks.clear();
  for (const std::uint32_t i : images.order()) out.images.push_back(edition.images[i]);
  for (const std::uint32_t i : artworks.order()) out.artworks.push_back(edition.artworks[i]);
  return out;
}

}  // namespace banxin
