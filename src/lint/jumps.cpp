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

std::vector<PartOfStory> parts_of_story(std::span<const FrameOfStory> story) {
  std::vector<PartOfStory> parts;
  for (const FrameOfStory& f : story) {
    if (parts.empty() || parts.back().page != f.page) parts.push_back({f.page, f.fit, 0});
    parts.back().lines += f.fit->lines - f.fit->over_lines;
  }
  return parts;
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
  for (const std::vector<FrameOfStory>& story : stories_of(pages)) {
    const SourceSpan title = story.front().page->document->articles[story.front().fit->article].title.where();
    check_lengths(parts_of_story(story), title, findings);
  }
}

}  // namespace banxin
