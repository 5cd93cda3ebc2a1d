// A story package on the page: headline group over the columns, body flowing through them round the photos,
// column rules that end with the text.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "layout/flow.h"
#include "layout/frame_area.h"
#include "layout/headline.h"
#include "layout/photo.h"

namespace banxin {

/// One end of a story: a frame on a page, and how that page is set. A story that jumps has one more a jump.
struct StoryEnd {
  const Frame* frame = nullptr;
  const Setter* setter = nullptr;  ///< with the styles of the frame
  int page_number = 1;
  /// Frames that stand in for later ones of its chain, by their names: tried with other photos.
  std::map<std::string, const Frame*> instead = {};
};

/// 下转, in the last slot of a part that another one follows.
struct JumpLine {
  Copy copy;
  ShapedCopy shaped;
  std::vector<Line> lines;
  Slot slot;
};

/// What stands on one page.
struct StoryPart {
  StoryEnd end;
  TextArea head_area;  ///< where the headline group starts, and its legs
  HeadBlock head;
  int head_padding = 0;         ///< of a box round it, in 字 and rows
  Rect head_box;                ///< on paper, of the line of that box
  std::size_t first_place = 0;  ///< of Story::places
  std::unique_ptr<Copy> from;   ///< 上接
  std::unique_ptr<JumpLine> to;
};

/// Everything about a story that has been decided, before it becomes draw items.
struct Story {
  const Frame* frame = nullptr;  ///< where it begins
  const Article* article = nullptr;
  std::vector<StoryPart> parts;
  std::vector<const Frame*> frames;  ///< those of all parts, and those in which their text goes on
  std::vector<FrameArea> areas;      ///< of each
  std::vector<TextPlace> places;     ///< of the body, one a frame
  std::vector<PhotoBlock> photos;
  std::vector<std::unique_ptr<Paragraph>> made;  ///< paragraphs put together or cut, that the next ones show
  std::vector<FlowParagraph> paragraphs;
  std::vector<Slot> slots;  ///< offered to the body
  Flow flow;

  /// Which way its lines run, in all of its frames.
  WritingMode writing() const { return areas.front().area.shape().writing; }

  /// Places of a part: [first, second).
  std::pair<std::size_t, std::size_t> places_of(std::size_t part) const {
    return {parts[part].first_place, part + 1 < parts.size() ? parts[part + 1].first_place : places.size()};
  }
};

/// Decides the story, which begins at ends[0] and goes on at the others. Findings: "line-too-wide",
/// "headline-too-wide", "photo-unplaced", "photo-too-high", "overlapping-photos", "photo-in-the-way",
/// "caption-too-long", "head-too-high", "narrow-beside", "jump-empty"; not what is over: layout/overset.h.
Story set_story(const std::vector<StoryEnd>& ends, const Article& article, Diagnostics& diags);

/// Where a story's copy went in the reading-order tree; kept from one part to the next.
struct StoryNodes {
  NodeId article = kArtifact;
  std::vector<NodeId> paragraphs;  ///< of each paragraph, kArtifact: none yet
};

/// Draws one part of it: items in reading order (headline group, paragraphs, photos with their captions, then
/// the rules), nodes under one article node of `edition` for all parts.
void draw_story(const Story& story, std::size_t part, StoryNodes& nodes, PlacedEdition& edition,
                PlacedPage& page);

}  // namespace banxin
