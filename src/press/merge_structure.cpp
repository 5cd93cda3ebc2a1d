#include "press/merge_structure.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <string_view>

namespace banxin {

namespace {

using Object = QPDFObjectHandle;
using Kind = StructureNode::Kind;

/// The tags of the kinds that are groups (page/page.h).
bool is_group(Object element) {
  static constexpr std::string_view kGroups[] = {"/Document", "/Art",   "/BlockQuote", "/L",
                                                 "/LI",       "/Table", "/TR"};
  Object type = element.getKey("/S");
  return type.isName() &&
         std::find(std::begin(kGroups), std::end(kGroups), type.getName()) != std::end(kGroups);
}

std::vector<Object> kids_of(Object element) {
  Object kids = element.getKey("/K");
  if (kids.isArray()) return kids.getArrayAsVector();
  if (kids.isNull()) return {};
  return {kids};
}

/// An element without groups in it, as one visit of the tagger made it.
void collect_leaves(Object element, std::vector<Object>& out) {
  for (Object kid : kids_of(element)) {
    if (!kid.isDictionary() || !kid.hasKey("/S")) continue;
    if (is_group(kid)) {
      collect_leaves(kid, out);
    } else {
      out.push_back(kid);
    }
  }
}

class Merger {
 public:
  explicit Merger(const std::vector<StructureNode>& structure) : structure_(structure) {}

  /// `leaves` and `nodes` in the order of drawing, one for one.
  void merge(const std::vector<Object>& leaves, const std::vector<NodeId>& nodes) {
    std::map<NodeId, Object> parts;
    for (std::size_t i = 0; i < leaves.size(); ++i) {
      Object leaf = leaves[i];
      const NodeId node = nodes[i];
      // Text that belongs to a group as a whole has a P of its own each time.
      const bool of_group = banxin::is_group(structure_[node].kind);
      const auto [part, is_new_part] = parts.try_emplace(node, leaf);
      if (!of_group && !is_new_part) {
        take_over(part->second, leaf);
      } else {
        settle(leaf, of_group ? node : group_round(node));
      }
    }
  }

  /// Elements whose content another one has got, by the number of the object.
  const std::map<QPDFObjGen, Object>& replaced() const { return replaced_; }

 private:
  NodeId group_round(NodeId node) const {
    do node = structure_[node].parent;
    while (node < structure_.size() && !banxin::is_group(structure_[node].kind));
    return node;
  }

  /// Puts the element into the one that stands for `group`: the first that was drawn of it.
  void settle(Object element, NodeId group) {
    if (group >= structure_.size()) return;
    Object parent = element.getKey("/P");
    const auto [home, is_new] = homes_.try_emplace(group, parent);
    if (is_new) {
      settle(parent, group_round(group));
    } else if (home->second.getObjGen() != parent.getObjGen()) {
      move(element, home->second);
    }
  }

  static void append(Object parent, Object kid) {
    std::vector<Object> kids = kids_of(parent);
    kids.push_back(kid);
    parent.replaceKey("/K", Object::newArray(kids));
  }

  static void remove(Object kid) {
    Object parent = kid.getKey("/P");
    std::vector<Object> left;
    for (Object other : kids_of(parent)) {
      if (!other.isIndirect() || other.getObjGen() != kid.getObjGen()) left.push_back(other);
    }
    parent.replaceKey("/K", Object::newArray(left));
    // An article that has nothing left is no article.
    if (left.empty() && is_group(parent) && !parent.getKey("/S").isNameAndEquals("/Document")) remove(parent);
  }

  static void move(Object leaf, Object parent) {
    remove(leaf);
    leaf.replaceKey("/P", parent);
    append(parent, leaf);
  }

  /// A piece of content says its page when that is not the element's own.
  void take_over(Object first, Object again) {
    for (Object kid : kids_of(again)) {
      if (kid.isInteger()) {
        Object piece = Object::parse("<< /Type /MCR >>");
        piece.replaceKey("/Pg", again.getKey("/Pg"));
        piece.replaceKey("/MCID", kid);
        kid = piece;
      } else if (kid.isDictionary() && kid.hasKey("/MCID") && !kid.hasKey("/Pg")) {
        kid.replaceKey("/Pg", again.getKey("/Pg"));
      } else if (kid.isDictionary() && kid.hasKey("/S")) {
        kid.replaceKey("/P", first);
      }
      append(first, kid);
    }
    replaced_.emplace(again.getObjGen(), first);
    remove(again);
  }

  const std::vector<StructureNode>& structure_;
  std::map<NodeId, Object> homes_;
  std::map<QPDFObjGen, Object> replaced_;
};

/// The tree from content to element names the new elements (ISO 32000-1, 14.7.4.4).
void correct_parents(Object tree, const std::map<QPDFObjGen, Object>& replaced, int depth) {
  if (!tree.isDictionary() || depth > 20) return;
  const auto corrected = [&](Object element) {
    const auto found = element.isIndirect() ? replaced.find(element.getObjGen()) : replaced.end();
    return found == replaced.end() ? element : found->second;
  };
  Object numbers = tree.getKey("/Nums");
  for (int i = 1; numbers.isArray() && i < numbers.getArrayNItems(); i += 2) {
    Object entry = numbers.getArrayItem(i);
    if (!entry.isArray()) {
      numbers.setArrayItem(i, corrected(entry));
      continue;
    }
    for (int k = 0; k < entry.getArrayNItems(); ++k) entry.setArrayItem(k, corrected(entry.getArrayItem(k)));
  }
  Object kids = tree.getKey("/Kids");
  for (int i = 0; kids.isArray() && i < kids.getArrayNItems(); ++i) {
    correct_parents(kids.getArrayItem(i), replaced, depth + 1);
  }
}

}  // namespace

void merge_structure(QPDF& pdf, const PlacedEdition& edition, const std::vector<const PlacedPage*>& pages) {
  Object root = pdf.getRoot().getKey("/StructTreeRoot");
  if (!root.isDictionary()) return;
  std::vector<Object> leaves;
  for (Object kid : kids_of(root)) {
    if (kid.isDictionary()) collect_leaves(kid, leaves);
  }
  const std::vector<NodeId> nodes = drawn_elements(edition, pages);
  // Elements that nest in other ways than ours keep the order of drawing, which is right too.
  if (leaves.size() != nodes.size()) return;
  Merger merger(edition.structure);
  merger.merge(leaves, nodes);
  correct_parents(root.getKey("/ParentTree"), merger.replaced(), 0);
}

}  // namespace banxin
