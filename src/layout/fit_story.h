// The ladder of a frame: by which means a story may be made to fit, each within its range, in their order.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "layout/story.h"

namespace banxin {

/// A story, and what was changed of its frame and article so that it fits; the story points into them.
struct FittedStory {
  std::unique_ptr<Frame> frame;
  std::vector<std::unique_ptr<Frame>> linked;  ///< frames in which its text goes on
  std::vector<std::unique_ptr<Setter>> setters;
  std::unique_ptr<Article> article;
  Story story;
  std::string
      done;  ///< "to fit: title at 26 pt instead of 30 pt, photo 1 in 19 行 instead of 21"; empty: nothing
};

/// As set_story(); where the first frame has a ladder (`fit:`), its means are tried one after the other, each
/// from what was asked to the end of its range, until no line is over and no column two lines short. What the
/// means before have gained stays. Without a ladder paragraphs may take a line more or fewer, no more.
/// Finding "left-out": an optional paragraph does not stand on the page.
FittedStory fit_story(const std::vector<StoryEnd>& ends, const Article& article, Diagnostics& diags);

}  // namespace banxin
