// The body of a story as draw items: paragraphs, quotations, lists, tables, with their nodes.
#pragma once

#include <string>
#include <vector>

#include "layout/story.h"

namespace banxin {

NodeId add_node(PlacedEdition& edition, StructureNode::Kind kind, NodeId parent, std::string title,
                SourceSpan source);

/// Appends what stands in the slots of one part of the story, in reading order, under the article's node. A
/// paragraph that goes on from the part before keeps its node.
void draw_body(const Story& story, int part, const Setter& setter, StoryNodes& nodes, PlacedEdition& edition,
               std::vector<DrawItem>& items);

}  // namespace banxin
