// Tags and outline of a PDF: what the reading-order tree becomes in the words of Cairo 1.16 (print.md 2.5).
//
// Cairo builds the tree from the order of drawing, and gives content only to elements without children. So:
//   Document > Art > H1, H2, H3, P, Figure, Caption, Note as leaves, siblings even where the tree nests them;
//   BlockQuote, L > LI > Lbl, LBody and Table > TR > TH, TD hold theirs;
//   a leaf stays open from its first item to its last, over lines, columns and pages, so that a paragraph is
//   one P; where page furniture is drawn in between, the leaf's own stretches become Spans and the furniture
//   stays outside; a story that goes on after another one was drawn (a jump to a later page) gets a second
//   Art there.
#pragma once

#include <cairo.h>

#include <cstddef>
#include <span>
#include <vector>

#include "page/page.h"

namespace banxin {

/// What one item has to do with the tags around it. Items are numbered through all chosen pages.
struct TagVisit {
  NodeId node = kArtifact;
  std::size_t first = 0, last = 0;  ///< items
  bool interrupted = false;         ///< artifacts are drawn between its items
};

/// The visits to nodes, in order of drawing; artifacts belong to none.
std::vector<TagVisit> plan_visits(const std::vector<StructureNode>& structure,
                                  std::span<const PlacedPage* const> pages);

class Tagger {
 public:
  Tagger(cairo_t* context, const std::vector<StructureNode>& structure, std::vector<TagVisit> visits);

  /// Before and after drawing item `index`.
  void before(std::size_t index, const DrawItem& item);
  void after(std::size_t index);
  /// Before the page ends: a Span that stays open would begin anew on the next one.
  void end_page() { close_span(); }
  void close_all();

 private:
  struct Open {
    NodeId node = kArtifact;
    const char* tag = nullptr;
  };
  void open(NodeId node, const char* tag);
  void close();
  void open_groups(NodeId node);
  void close_span();

  cairo_t* context_;
  const std::vector<StructureNode>& structure_;
  std::vector<TagVisit> visits_;
  std::size_t visit_ = 0;  // the one that is open or comes next
  std::vector<Open> stack_;
  bool in_span_ = false;
};

/// An entry for each article, at its first item.
void add_outline(cairo_surface_t* pdf, const PlacedEdition& edition, std::span<const PlacedPage* const> pages,
                 Length slug);

/// The article that the node is or is part of; kArtifact when it is in none.
NodeId article_of(const std::vector<StructureNode>& structure, NodeId node);

}  // namespace banxin
