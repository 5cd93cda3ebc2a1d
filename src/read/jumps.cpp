#include "read/jumps.h"

#include <string>
#include <vector>

namespace banxin {

namespace {

std::string page_of(const Document& document, const FramePlace& place) {
  return "page " + numbers_of(document.edition.pages[place.page]);
}

SourceSpan where_of(const Document& document, const FramePlace& place) {
  const PageSpec& page = document.edition.pages[place.page];
  const auto bound = page.bound_at.find(place.frame->name.value);
  return bound == page.bound_at.end() ? SourceSpan{} : bound->second;
}

/// One size of type runs through both parts.
bool same_size(const Document& document, const FramePlace& a, const FramePlace& b) {
  const auto size = [&](const FramePlace& place) {
    const PageLayout& layout = document.layouts[document.edition.pages[place.page].layout];
    return place.frame->has_own_grid() ? place.frame->size : layout.grid.size;
  };
  return size(a) == size(b);
}

void check_story(const Document& document, const std::vector<FramePlace>& places, Reading& in) {
  const FramePlace *start = nullptr, *before = nullptr;  // the part that another one follows
  for (const FramePlace& place : places) {
    const std::string name = in_quotes(place.frame->name.value);
    if (!place.frame->continued) {
      if (start == nullptr) start = before = &place;
    } else if (start == nullptr) {
      in.error("jump-from-nowhere", where_of(document, place),
               "frame " + name + " takes the rest of a story that begins on no earlier page",
               "give the article to a frame of an earlier page too, or to one that is not `continued`");
    } else if (before->page == place.page) {
      in.error("jump-to-same-page", where_of(document, place),
               "the story " + std::string(before == start ? "begins" : "goes on") + " on " +
                   page_of(document, place) + " too, in frame " + in_quotes(before->frame->name.value),
               "on one page let it go on with `to:` in the layout");
    } else {
      before = &place;
      if (same_size(document, *start, place)) continue;
      in.error("jump-size", where_of(document, place),
               "the type of frame " + name + " is not as large as on " + page_of(document, *start),
               "give both frames a grid of one size");
    }
  }
}

}  // namespace

void check_jumps(const Document& document, Reading& in) {
  const std::vector<std::vector<FramePlace>> places = document.places();
  for (std::size_t article = 0; article < document.articles.size(); ++article) {
    check_story(document, places[article], in);
  }
}

}  // namespace banxin
