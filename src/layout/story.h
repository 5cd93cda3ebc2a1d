// A story package on the page: headline group over the columns, body flowing through them round the photos,
// column rules that end with the text.
#pragma once

#include <memory>
#include <vector>

#include "layout/flow.h"
#include "layout/headline.h"
#include "layout/photo.h"

namespace banxin {

/// Everything about a story that has been decided, before it becomes draw items.
struct Story {
  const Frame* frame = nullptr;
  const Article* article = nullptr;
  TextArea area;  ///< of the whole frame
  HeadBlock head;
  std::vector<TextPlace> places;  ///< of the body; what the photos take is blocked
  int first_row = 1;              ///< of the body, on the page's grid
  std::vector<PhotoBlock> photos;
  std::unique_ptr<Paragraph> opening;  ///< first paragraph with its dateline run in, if there is one
  std::vector<FlowParagraph> paragraphs;
  std::vector<Slot> slots;  ///< offered to the body
  Flow flow;
};

/// Decides the story. Findings: "overset", "headline-too-wide", "photo-unplaced", "head-too-high".
Story set_story(const Frame& frame, const Article& article, const Setter& setter, const TextArea& page,
                Diagnostics& diags);

/// Draws it: items in reading order (headline group, paragraphs, photos with their captions, then the rules),
/// nodes under a new article node of `edition`.
void draw_story(const Story& story, const Setter& setter, PlacedEdition& edition, PlacedPage& page);

}  // namespace banxin
