#include <algorithm>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "lint/rules.h"

namespace banxin {

namespace {

/// A column two lines short is seen; a row that is free at the foot of every column is white space.
constexpr int kRowsThatShow = 2;

bool has_photo(const FrameOfStory& f) {
  const Frame* frame = f.page->layout->frame(f.fit->frame);
  return frame != nullptr && !frame->photos.empty() &&
         !f.page->document->articles[f.fit->article].photos.empty();
}

int legs_of(const FrameOfStory& f) {
  std::set<int> legs;
  for (const PlacedSlot& slot : f.page->page->slots) {
    if (slot.frame == f.fit->frame) legs.insert(slot.column);
  }
  return static_cast<int>(legs.size());
}

/// What a story leaves of its frames.
struct Left {
  int lines = 0, characters = 0;
  int legs = 0;  ///< of the frames that have free lines
  bool photo = false;
  std::vector<int> pages;         ///< where they are
  const FrameFit* end = nullptr;  ///< the last frame that has copy
};

Left left_by(std::span<const FrameOfStory> story) {
  Left out;
  for (const FrameOfStory& f : story) {
    const FrameFit& fit = *f.fit;
    if (fit.lines > 0) out.end = &fit;
    const int free = fit.slots - fit.lines, legs = legs_of(f);
    const Frame* frame = f.page->layout->frame(fit.frame);
    const bool told = frame != nullptr && frame->continued && fit.lines == 0;  // "jump-empty"
    if (free <= 0 || legs == 0 || told) continue;
    out.lines += free, out.characters += fit.characters * free / fit.slots, out.legs += legs;
    out.photo = out.photo || has_photo(f);
    if (out.pages.empty() || out.pages.back() != f.page->page->number)
      out.pages.push_back(f.page->page->number);
  }
  return out;
}

/// 字 that find their place in so many free lines, however they fall: a paragraph loses its indent and on the
/// average half of its last line, and one line is kept back, since a leg may have to end a line short.
int characters_for(const Left& left) {
  constexpr int kParagraph = 100, kIndent = 2;  // 字
  const int line = left.characters / left.lines;
  return line * (left.lines - 1) * kParagraph / (kParagraph + kIndent + line / 2);
}

/// "frame 'lead' is", or "story “大桥合龙”, frames lead → more on page 1 → rest on page 3, is".
std::string who_is(std::span<const FrameOfStory> story) {
  if (story.size() == 1) return "frame '" + story.front().fit->frame + "' is";
  const PageParts& first = *story.front().page;
  const bool jumps = story.back().page != &first;
  std::string out =
      "story “" + first.document->articles[story.front().fit->article].title.text + "”, frames ";
  for (std::size_t i = 0; i < story.size(); ++i) {
    out += (i > 0 ? " → " : "") + story[i].fit->frame;
    const bool last_there = i + 1 == story.size() || story[i + 1].page != story[i].page;
    if (jumps && last_there) out += " on page " + std::to_string(story[i].page->page->number);
  }
  return out + ", is";
}

void check_story(std::span<const FrameOfStory> story, LintFindings& findings) {
  if (story.back().fit->over_lines > 0) return;
  const Left left = left_by(story);
  if (left.legs == 0 || left.lines < kRowsThatShow * left.legs) return;
  const PageParts& first = *story.front().page;
  const bool alone = story.size() == 1;
  const std::string ends =
      alone || left.end == nullptr ? "" : "; its copy ends in frame '" + left.end->frame + "'";
  findings.about(left.pages);
  findings.add("empty-slots", first.document->articles[story.front().fit->article].title.where(),
               who_is(story) + " under by about " + std::to_string(left.characters) + " 字 (" +
                   std::to_string(left.lines) + " 行)" + ends,
               "write about " + std::to_string(characters_for(left)) + " 字 more" +
                   (left.photo ? ", give the photo more rows, or make " : ", or make ") +
                   (alone ? "the frame" : "the last frame") + " smaller");
}

}  // namespace

void lint_empty_slots(std::span<const PageParts> pages, LintFindings& findings) {
  for (const std::vector<FrameOfStory>& story : stories_of(pages)) check_story(story, findings);
}

}  // namespace banxin
