#include "press/reading_order.h"

#include <algorithm>
#include <map>
#include <span>

#include "page/em_box.h"

namespace banxin {

namespace {

using Kind = StructureNode::Kind;

/// The element that the tags put the item in; rules that belong to a story as a whole are furniture.
NodeId element_of(const PlacedEdition& edition, const DrawItem& item) {
  const NodeId node = std::visit([](const auto& any) { return any.node; }, item);
  if (node >= edition.structure.size()) return kArtifact;
  return is_group(edition.structure[node].kind) && std::holds_alternative<DrawRule>(item) ? kArtifact : node;
}

NodeId article_of(const PlacedEdition& edition, NodeId node) {
  while (node < edition.structure.size() && edition.structure[node].kind != Kind::kArticle) {
    node = edition.structure[node].parent;
  }
  return node < edition.structure.size() ? node : kArtifact;
}

bool is_head(Kind kind) { return kind == Kind::kHeadline || kind == Kind::kSubheadline; }

/// A line slot that holds the start of the text, if the page has one there. Text mostly goes on in the slot
/// of the text before or in the next one, so it is looked for from that on; nullptr: from the first.
const PlacedSlot* slot_of(const PlacedPage& page, const Rect& line, const PlacedSlot* from) {
  const Length middle = line.y + line.height / 2;
  const auto holds = [&](const PlacedSlot& slot) {
    const Rect& box = slot.box;
    return box.x <= line.x && line.x < box.right() && box.y <= middle && middle < box.bottom();
  };
  const std::span<const PlacedSlot> slots(page.slots);
  const std::size_t start = from == nullptr ? 0 : static_cast<std::size_t>(from - slots.data());
  for (const auto& part : {slots.subspan(start), slots.first(start)}) {
    if (const auto found = std::find_if(part.begin(), part.end(), holds); found != part.end()) return &*found;
  }
  return nullptr;
}

/// Follows one article and cuts it into beads.
class Follower {
 public:
  explicit Follower(std::string title) { thread_.title = std::move(title); }

  void follow(std::size_t page_index, const PlacedPage& page, const DrawText& text, bool head) {
    const Rect box = em_box(text);
    if (box.empty()) return;
    const bool same_page = !thread_.beads.empty() && thread_.beads.back().page == page_index;
    const PlacedSlot* slot = head ? nullptr : slot_of(page, box, same_page ? slot_ : nullptr);
    if (thread_.beads.empty() || !goes_on(page_index, box, slot, head))
      thread_.beads.push_back({page_index, {}});
    thread_.beads.back().box = united(thread_.beads.back().box, box);
    line_ = box, slot_ = slot, head_ = head;
  }

  Thread take() { return std::move(thread_); }

 private:
  bool goes_on(std::size_t page, const Rect& box, const PlacedSlot* slot, bool head) const {
    const Bead& bead = thread_.beads.back();
    if (bead.page != page || head != head_) return false;
    if (head) return true;
    if (slot != nullptr && slot_ != nullptr) {
      // A gap of more than two rows is a picture in the column.
      return slot->frame == slot_->frame && slot->column == slot_->column && slot->row - slot_->row <= 3 &&
             slot->row >= slot_->row;
    }
    const bool beside = box.y < line_.bottom() && line_.y < box.bottom() &&
                        box.x - line_.right() < std::min(box.height, line_.height);
    const bool below = box.y >= line_.y && box.y - line_.bottom() < box.height * 3 &&
                       box.x < bead.box.right() && bead.box.x < box.right();
    return box.x >= bead.box.x - box.height * 3 && (beside || below);
  }

  Thread thread_;
  Rect line_;
  const PlacedSlot* slot_ = nullptr;
  bool head_ = false;
};

}  // namespace

std::vector<const PlacedPage*> drawn_pages(const PlacedEdition& edition,
                                           const std::vector<std::size_t>& pages) {
  std::vector<const PlacedPage*> out;
  for (const std::size_t i : pages) out.push_back(&edition.pages[i]);
  if (pages.empty()) {
    for (const PlacedPage& page : edition.pages) out.push_back(&page);
  }
  return out;
}

std::vector<NodeId> drawn_elements(const PlacedEdition& edition,
                                   const std::vector<const PlacedPage*>& pages) {
  std::vector<NodeId> out;
  for (const PlacedPage* page : pages) {
    for (const DrawItem& item : page->items) {
      const NodeId node = element_of(edition, item);
      if (node != kArtifact && (out.empty() || node != out.back())) out.push_back(node);
    }
  }
  return out;
}

std::vector<NodeId> drawn_figures(const PlacedEdition& edition, const std::vector<const PlacedPage*>& pages) {
  std::vector<NodeId> out = drawn_elements(edition, pages);
  std::erase_if(out, [&](NodeId node) { return edition.structure[node].kind != Kind::kFigure; });
  return out;
}

std::vector<Thread> article_threads(const PlacedEdition& edition,
                                    const std::vector<const PlacedPage*>& pages) {
  std::vector<NodeId> order;
  std::map<NodeId, Follower> followers;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    for (const DrawItem& item : pages[i]->items) {
      const auto* text = std::get_if<DrawText>(&item);
      if (text == nullptr || text->node >= edition.structure.size()) continue;
      const Kind kind = edition.structure[text->node].kind;
      const NodeId article = article_of(edition, text->node);
      if (article == kArtifact || kind == Kind::kCaption || kind == Kind::kFigure) continue;
      const auto [found, is_new] = followers.try_emplace(article, edition.structure[article].title);
      if (is_new) order.push_back(article);
      found->second.follow(i, *pages[i], *text, is_head(kind));
    }
  }
  std::vector<Thread> out;
  for (const NodeId article : order) {
    Thread thread = followers.at(article).take();
    if (!thread.beads.empty()) out.push_back(std::move(thread));
  }
  return out;
}

}  // namespace banxin
