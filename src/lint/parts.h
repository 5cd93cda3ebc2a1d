// What stands where on a placed page: the draw items gathered by what they mean.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "document/document.h"
#include "page/page.h"

namespace banxin {

/// One line of type as it stands.
struct LineOfPart {
  Rect box;  ///< of its em boxes
  std::string text;
};

/// All that stands on one page of one node of the reading order: a headline, a paragraph, a picture.
struct Part {
  NodeId node = kArtifact;
  StructureNode::Kind kind = StructureNode::Kind::kParagraph;
  NodeId article = kArtifact;
  Rect box;
  Length size;  ///< of its largest type
  FaceId face = kNoFace;
  bool vertical = false;
  std::vector<LineOfPart> lines;
};

/// A page with what the rules ask about it.
struct PageParts {
  const Document* document = nullptr;
  const PlacedEdition* edition = nullptr;
  const PlacedPage* page = nullptr;
  const PageSpec* spec = nullptr;
  const PageLayout* layout = nullptr;
  std::vector<Part> parts;  ///< of stories, in reading order

  SourceSpan source(const Part& part) const { return edition->structure[part.node].source; }
  /// The frame in which an article starts on this page; nullptr when it has none.
  const FrameFit* frame_of(NodeId article) const;
  /// The article's own words, nullptr for what is no article of the document.
  const Article* article(NodeId node) const;
};

/// A frame that has copy of a story.
struct FrameOfStory {
  const PageParts* page = nullptr;
  const FrameFit* fit = nullptr;
};
/// The frames of every story on these pages, in the order in which its text runs through them: linked ones,
/// and those on later pages that it jumps to. Stories in the order in which they begin.
std::vector<std::vector<FrameOfStory>> stories_of(std::span<const PageParts> pages);

PageParts parts_of(const Document& document, const PlacedEdition& edition, std::size_t page);

}  // namespace banxin
