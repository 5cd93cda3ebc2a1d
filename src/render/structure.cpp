#include "render/structure.h"

#include <cairo-pdf.h>

#include <algorithm>
#include <set>
#include <string>

#include "base/json.h"

namespace banxin {

namespace {

using Kind = StructureNode::Kind;

const char* tag_of(Kind kind) {
  switch (kind) {
    case Kind::kDocument:
      return "Document";
    case Kind::kArticle:
      return "Art";
    case Kind::kHeadline:
      return "H1";
    case Kind::kSubheadline:
    case Kind::kCrossHead:
      return "H2";
    case Kind::kFigure:
      return "Figure";
    case Kind::kCaption:
      return "Caption";
    case Kind::kMinorHead:
      return "H3";
    case Kind::kQuote:
      return "BlockQuote";
    case Kind::kList:
      return "L";
    case Kind::kListItem:
      return "LI";
    case Kind::kListLabel:
      return "Lbl";
    case Kind::kListBody:
      return "LBody";
    case Kind::kTable:
      return "Table";
    case Kind::kTableRow:
      return "TR";
    case Kind::kTableHeader:
      return "TH";
    case Kind::kTableCell:
      return "TD";
    case Kind::kNote:
      return "Note";
    case Kind::kParagraph:
    case Kind::kByline:
      break;
  }
  return "P";
}

NodeId node_of(const DrawItem& item) {
  return std::visit([](const auto& any) { return any.node; }, item);
}

/// The leaf that the item belongs to. Rules that belong to a story as a whole are furniture.
NodeId leaf_of(const std::vector<StructureNode>& structure, const DrawItem& item) {
  const NodeId node = node_of(item);
  if (node >= structure.size()) return kArtifact;
  if (std::holds_alternative<DrawRule>(item) && is_group(structure[node].kind)) return kArtifact;
  return node;
}

Length top_of(const DrawItem& item) {
  if (const auto* text = std::get_if<DrawText>(&item)) {
    return text->glyphs.empty() ? Length() : text->glyphs.front().origin.y - text->size;
  }
  if (const auto* rule = std::get_if<DrawRule>(&item)) return rule->box.y;
  if (const auto* stroke = std::get_if<DrawStroke>(&item)) {
    return stroke->points.empty() ? Length() : stroke->points.front().y;
  }
  if (const auto* art = std::get_if<DrawArtwork>(&item)) return art->box.y;
  return std::get<DrawImage>(item).box.y;
}

}  // namespace

NodeId article_of(const std::vector<StructureNode>& structure, NodeId node) {
  while (node < structure.size() && structure[node].kind != Kind::kArticle) node = structure[node].parent;
  return node < structure.size() ? node : kArtifact;
}

std::vector<TagVisit> plan_visits(const std::vector<StructureNode>& structure,
                                  std::span<const PlacedPage* const> pages) {
  std::vector<TagVisit> visits;
  std::size_t index = 0;
  for (const PlacedPage* page : pages) {
    for (const DrawItem& item : page->items) {
      const std::size_t i = index++;
      const NodeId leaf = leaf_of(structure, item);
      if (leaf == kArtifact) continue;
      if (visits.empty() || visits.back().node != leaf) {
        visits.push_back({leaf, i, i, false});
        continue;
      }
      visits.back().interrupted = visits.back().interrupted || visits.back().last + 1 != i;
      visits.back().last = i;
    }
  }
  return visits;
}

Tagger::Tagger(cairo_t* context, const std::vector<StructureNode>& structure, std::vector<TagVisit> visits)
    : context_(context), structure_(structure), visits_(std::move(visits)) {}

void Tagger::open(NodeId node, const char* tag) {
  cairo_tag_begin(context_, tag, nullptr);
  stack_.push_back({node, tag});
}

void Tagger::close() {
  cairo_tag_end(context_, stack_.back().tag);
  stack_.pop_back();
}

void Tagger::close_span() {
  if (in_span_) cairo_tag_end(context_, "Span");
  in_span_ = false;
}

/// Leaves open exactly the groups around `node`, from the document down.
void Tagger::open_groups(NodeId node) {
  std::vector<NodeId> path;
  for (NodeId n = node; n < structure_.size(); n = structure_[n].parent) {
    if (is_group(structure_[n].kind)) path.insert(path.begin(), n);
  }
  std::size_t common = 0;
  while (common < stack_.size() && common < path.size() && stack_[common].node == path[common]) ++common;
  while (stack_.size() > common) close();
  for (std::size_t i = common; i < path.size(); ++i) open(path[i], tag_of(structure_[path[i]].kind));
}

void Tagger::before(std::size_t index, const DrawItem& item) {
  if (visit_ == visits_.size()) return;
  const TagVisit& visit = visits_[visit_];
  if (index < visit.first) return;
  if (index == visit.first) {
    open_groups(visit.node);
    // Text that belongs to a group as a whole still needs a leaf.
    const Kind kind = structure_[visit.node].kind;
    open(visit.node, is_group(kind) ? "P" : tag_of(kind));
  }
  const bool own = leaf_of(structure_, item) == visit.node;
  if (!own) close_span();
  if (own && visit.interrupted && !in_span_) {
    cairo_tag_begin(context_, "Span", nullptr);
    in_span_ = true;
  }
}

void Tagger::after(std::size_t index) {
  if (visit_ == visits_.size() || index != visits_[visit_].last) return;
  close_span();
  close();
  ++visit_;
}

void Tagger::close_all() {
  close_span();
  while (!stack_.empty()) close();
}

void add_outline(cairo_surface_t* pdf, const PlacedEdition& edition, std::span<const PlacedPage* const> pages,
                 Length slug) {
  std::set<NodeId> done;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    for (const DrawItem& item : pages[i]->items) {
      const NodeId article = article_of(edition.structure, node_of(item));
      if (article == kArtifact || edition.structure[article].title.empty() || !done.insert(article).second)
        continue;
      const double y = std::max(0.0, (top_of(item) + pages[i]->bleed + slug).pt());
      const std::string to = "page=" + std::to_string(i + 1) + " pos=[0 " + json_number(y, 3) + "]";
      cairo_pdf_surface_add_outline(pdf, CAIRO_PDF_OUTLINE_ROOT, edition.structure[article].title.c_str(),
                                    to.c_str(), CAIRO_PDF_OUTLINE_FLAG_OPEN);
    }
  }
}

}  // namespace banxin
