#include <algorithm>
#include <optional>
#include <tuple>
#include <vector>

#include "lint/rules.h"

namespace banxin {

namespace {

/// Fewer stories, or a smaller part of the page, and nothing is cut or run through.
constexpr std::size_t kStories = 3;

struct Band {
  Length top, bottom;
};

std::vector<Rect> boxes_of(const PageParts& page) {
  std::vector<Rect> out;
  for (const FrameFit& fit : page.page->fits) out.push_back(fit.box);
  return out;
}

/// Advertisements and other furniture at the foot are no half of the news.
std::vector<Rect> stories_of(const PageParts& page) {
  std::vector<Rect> out;
  for (const FrameFit& fit : page.page->fits) {
    if (fit.bound) out.push_back(fit.box);
  }
  return out;
}

std::optional<Band> news_of(const std::vector<Rect>& boxes) {
  if (boxes.size() < kStories) return std::nullopt;
  Band band{boxes.front().y, boxes.front().bottom()};
  for (const Rect& b : boxes) band = {std::min(band.top, b.y), std::max(band.bottom, b.bottom())};
  return band;
}

/// Where the layout says the frame; it is one of the page's.
SourceSpan place_of(const PageParts& page, const FrameFit& fit) {
  const Frame* frame = page.layout->frame(fit.frame);
  return frame == nullptr ? SourceSpan{page.layout->file, 0, 0} : frame->name.where;
}

/// The uppermost frame that stands at the right of a gutter.
const FrameFit& behind_gutter(const PageParts& page, Length middle) {
  const std::vector<FrameFit>& fits = page.page->fits;
  return *std::min_element(fits.begin(), fits.end(), [&](const FrameFit& a, const FrameFit& b) {
    const bool a_behind = a.box.x > middle, b_behind = b.box.x > middle;
    return a_behind != b_behind ? a_behind
                                : a_behind && std::tie(a.box.y, a.box.x) < std::tie(b.box.y, b.box.x);
  });
}

std::string page_name(const PageParts& page) { return "page " + std::to_string(page.page->number); }

/// A gap between basic columns that no frame crosses anywhere.
void check_gutters(const PageParts& page, const std::vector<Rect>& boxes, LintFindings& findings) {
  const GridSpec& grid = page.layout->grid;
  for (int column = 1; column < grid.columns; ++column) {
    const Length left = page.layout->origin.x + grid.span(column), right = left + grid.gap.at(grid.size);
    const Length middle = (left + right) / 2;
    const auto crosses = [&](const Rect& b) { return b.x < middle && middle < b.right(); };
    if (std::any_of(boxes.begin(), boxes.end(), crosses)) continue;
    findings.add("gutter-through", place_of(page, behind_gutter(page, middle)),
                 "the gutter after column " + std::to_string(column) + " runs through " + page_name(page) +
                     " from its head to its foot",
                 "let a story, a headline or a photo go over it");
  }
}

/// Whether a story goes on from a frame right above a line in one right below it.
bool goes_on_below(const PageParts& page, Length y) {
  const std::vector<FrameFit>& fits = page.page->fits;
  const Length near = page.layout->grid.pitch * 2;
  for (const FrameFit& above : fits) {
    for (const FrameFit& below : fits) {
      const bool of_one_story = above.bound && below.bound && above.article == below.article;
      const bool at_line =
          above.box.bottom() <= y && y <= below.box.y && below.box.y - above.box.bottom() < near;
      const bool under = above.box.x < below.box.right() && below.box.x < above.box.right();
      if (of_one_story && at_line && under) return true;
    }
  }
  return false;
}

/// A line across the page near its middle that no frame crosses.
void check_cut(const PageParts& page, const std::vector<Rect>& boxes, const std::vector<Rect>& stories,
               LintFindings& findings) {
  const std::optional<Band> all = news_of(stories);
  if (!all) return;
  const Band news = *all;
  const Length height = news.bottom - news.top;
  const Length from = news.top + height * 2 / 5, to = news.top + height * 3 / 5;
  for (const FrameFit& fit : page.page->fits) {
    if (!fit.bound) continue;
    const Rect& below = fit.box;
    const Length y = below.y - (page.layout->grid.pitch - page.layout->grid.size) / 2;
    if (y < from || y > to) continue;
    const auto crosses = [&](const Rect& b) { return b.y < y && y < b.bottom(); };
    if (std::any_of(boxes.begin(), boxes.end(), crosses) || goes_on_below(page, y)) continue;
    findings.add(
        "page-cut", place_of(page, fit),
        page_name(page) + " falls into two halves at row " +
            std::to_string(
                1 + static_cast<int>((below.y - page.layout->origin.y) / page.layout->grid.pitch + 0.5)),
        "let one frame go over that line");
    return;
  }
}

}  // namespace

void lint_page_shape(const PageParts& page, LintFindings& findings) {
  if (page.layout->grid.writing == WritingMode::kVertical) return;
  const std::vector<Rect> boxes = boxes_of(page);
  if (boxes.size() < kStories) return;
  check_gutters(page, boxes, findings);
  check_cut(page, boxes, stories_of(page), findings);
}

}  // namespace banxin
