#include <map>
#include <span>
#include <string>
#include <vector>

#include "lint/rules.h"

namespace banxin {

namespace {

using Kind = StructureNode::Kind;

/// A paragraph that a jump divides leaves more than one line on either side.
void check_single_lines(std::span<const PageParts> pages, LintFindings& findings) {
  struct Piece {
    const PageParts* page = nullptr;
    const Part* part = nullptr;
  };
  std::map<NodeId, std::vector<Piece>> paragraphs;
  for (const PageParts& page : pages) {
    for (const Part& part : page.parts) {
      if (part.kind == Kind::kParagraph && !part.lines.empty())
        paragraphs[part.node].push_back({&page, &part});
    }
  }
  for (const auto& [node, pieces] : paragraphs) {
    if (pieces.size() < 2) continue;
    const Piece &first = pieces.front(), &last = pieces.back();
    if (last.part->lines.size() == 1) {
      findings.about({last.page->page->number});
      add_single_line(*last.page, *last.part, "behind the jump", findings);
    } else if (first.part->lines.size() == 1) {
      findings.about({first.page->page->number});
      add_single_first_line(*first.page, *first.part, "before the jump", findings);
    }
  }
}

/// What of a story stands on one page.
struct PartOfStory {
  const PageParts* page = nullptr;
  const FrameFit* first = nullptr;  ///< its frame there
  int lines = 0;                    ///< 行 in that frame and those in which its text goes on
};

/// The parts of every story that jumps, each with those before it; by article.
std::map<std::size_t, std::vector<PartOfStory>> parts_of_stories(std::span<const PageParts> pages) {
  std::map<std::size_t, std::vector<PartOfStory>> stories;
  for (const PageParts& page : pages) {
    for (const FrameFit& fit : page.page->fits) {
      const Frame* frame = fit.bound ? page.layout->frame(fit.frame) : nullptr;
      if (frame == nullptr) continue;
      std::vector<PartOfStory>& parts = stories[fit.article];
      const bool goes_on = page.layout->is_continuation(*frame);
      if (!frame->continued && !goes_on) parts.clear();  // the article stands once more
      if (!goes_on) parts.push_back({&page, &fit, 0});
      if (!parts.empty()) parts.back().lines += fit.lines - fit.over_lines;
    }
  }
  return stories;
}

void check_lengths(std::span<const PartOfStory> parts, const SourceSpan& title, LintFindings& findings) {
  for (std::size_t i = 1; i < parts.size(); ++i) {
    const PartOfStory &before = parts[i - 1], &after = parts[i];
    const Jumps& jumps = before.page->layout->jumps;
    if (after.lines > 0 && after.lines < jumps.least_after) {
      findings.about({after.page->page->number});
      findings.add("jump-short", title,
                   "only " + std::to_string(after.lines) + " 行 are left for frame '" + after.first->frame +
                       "' on page " + std::to_string(after.page->page->number) + "; " +
                       std::to_string(jumps.least_after) + " are wanted",
                   "cut the story so that it does not jump, or let it jump earlier");
    }
    if (before.lines > 0 && before.lines < jumps.least_before) {
      findings.about({before.page->page->number});
      findings.add("jump-short", title,
                   "the story jumps after " + std::to_string(before.lines) + " 行; " +
                       std::to_string(jumps.least_before) + " are wanted before",
                   "give frame '" + before.first->frame + "' more rows");
    }
  }
}

}  // namespace

void lint_jumps(std::span<const PageParts> pages, LintFindings& findings) {
  check_single_lines(pages, findings);
  for (const auto& [article, parts] : parts_of_stories(pages)) {
    check_lengths(parts, pages.front().document->articles[article].title.where(), findings);
  }
}

}  // namespace banxin
