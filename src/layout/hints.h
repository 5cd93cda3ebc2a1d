// What to cut, in the desk's words: how many 字 in which paragraph save a line.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "layout/flow.h"

namespace banxin {

/// So many 字 out of one paragraph.
struct Cut {
  std::size_t paragraph = 0;  ///< index into the story's paragraphs
  int characters = 0;         ///< 字, marks counted, blanks not
  int lines = 0;              ///< 行 that the paragraph then has less
};

/// Where a desk may take them out: before the closing mark, the very last ones, or in the middle.
enum class CutAt { kBeforeLast, kEnd, kMiddle };
inline constexpr CutAt kEveryCut[] = {CutAt::kBeforeLast, CutAt::kEnd, CutAt::kMiddle};

/// What may be tried before a hint is given up, for all stories of an edition together: so that thousands of
/// them that do not fit, or words that nothing divides, hold nobody up. The same on every machine, which
/// seconds are not.
struct TrialBudget {
  std::size_t bytes = 1'200'000;  ///< of text that is set for a trial: some seconds

  /// Takes what a trial of so much text costs; false when there is not as much left, and then never again.
  bool spend(std::size_t text) {
    bytes -= text <= bytes ? text : bytes;
    return bytes > 0;
  }
};

/// The text without so many 字; nullopt when nothing would be left.
std::optional<TextToSet> without(const TextToSet& whole, int characters, CutAt at);

/// Single lines to save, one after the other, cheapest first: the fewest 字 that save a first line of some
/// body paragraph, then a second one of it, and so on. Wherever those 字 are taken out, the paragraph can be
/// set in so many lines less than it has in the flow; each was tried, as long as the budget lasts.
class CheapestCuts {
 public:
  /// All must outlive it. `measure`: of the lines that found no slot.
  CheapestCuts(const std::vector<FlowParagraph>& paragraphs, const Flow& flow, Length measure,
               const Setter& setter, TrialBudget& budget);
  ~CheapestCuts();
  CheapestCuts(const CheapestCuts&) = delete;
  CheapestCuts& operator=(const CheapestCuts&) = delete;

  /// One more line; without characters when there is none left to save.
  Cut next();

 private:
  struct Paragraphs;
  std::unique_ptr<Paragraphs> paragraphs_;
};

/// One cut for each paragraph of the steps, in the order of the text.
std::vector<Cut> together(std::span<const Cut> steps);

/// "14 字 in paragraph 4", paragraphs of text counted alone: no heads, tables or notes.
std::string describe_cut(const Cut& cut, const std::vector<FlowParagraph>& paragraphs);

/// Characters that count as 字: all but blanks.
int count_characters(std::string_view text);

}  // namespace banxin
