// The paragraphs of one story, broken into lines where every slot is as long as the next. A story is placed
// in several ways before the best is taken, and most of its paragraphs break alike in all of them.
#pragma once

#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "layout/flow_paragraph.h"
#include "text/break_lines.h"

namespace banxin {

class BrokenParagraphs {
 public:
  /// `paragraphs` must outlive it.
  explicit BrokenParagraphs(const std::vector<FlowParagraph>& paragraphs) : paragraphs_(paragraphs) {}

  /// What `break_lines` gives for paragraph `i`, of whose options only the looseness changes from call to
  /// call.
  Breaking get(std::size_t i, Length measure, const BreakOptions& options);

 private:
  struct Broken {
    std::optional<Breaking> best;
    std::optional<OtherBreakings> others;
  };
  const std::vector<FlowParagraph>& paragraphs_;
  std::map<std::pair<std::size_t, Length>, Broken> broken_;
};

}  // namespace banxin
