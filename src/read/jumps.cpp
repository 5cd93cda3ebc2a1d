#include "read/jumps.h"

#include <filesystem>
#include <string>
#include <vector>

namespace banxin {

namespace {

namespace fs = std::filesystem;

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

/// A rest without its beginning: at the words of the overlay that took that away, if one did.
void report_rest(const Document& document, const FramePlace& rest, const TakenAway* beginning, Reading& in) {
  const std::string name = in_quotes(rest.frame->name.value);
  const SourceSpan where = where_of(document, rest);
  if (beginning == nullptr) {
    in.error("jump-from-nowhere", where,
             "frame " + name + " takes the rest of a story that begins on no earlier page",
             "give the article to a frame of an earlier page too, or to one that is not `continued`");
    return;
  }
  in.error("jump-from-nowhere", beginning->where,
           "this takes the story that goes on in frame " + name + " on " + page_of(document, rest) +
               " from frame " + in_quotes(beginning->frame) + " of page " + std::to_string(beginning->page),
           "that is said at " + place_of(in.sources(), where) + " of " +
               in_quotes(in.sources().at(where.file).path) + "; give frame " + name +
               " another article here too, or take its page away");
}

/// The first that an overlay took of the story from a page before `rest`.
const TakenAway* beginning_of(const Document& document, const FramePlace& rest, const std::string& article,
                              std::span<const TakenAway> taken) {
  const TakenAway* found = nullptr;
  for (const TakenAway& t : taken) {
    if (t.article != article || t.page >= document.edition.pages[rest.page].number) continue;
    if (found == nullptr || t.page < found->page) found = &t;
  }
  return found;
}

void check_story(const Document& document, const std::vector<FramePlace>& places, const std::string& article,
                 std::span<const TakenAway> taken, Reading& in) {
  const FramePlace *start = nullptr, *before = nullptr;  // the part that another one follows
  for (const FramePlace& place : places) {
    const std::string name = in_quotes(place.frame->name.value);
    if (!place.frame->continued) {
      if (start == nullptr) start = before = &place;
    } else if (start == nullptr) {
      report_rest(document, place, beginning_of(document, place, article, taken), in);
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

void check_jumps(const Document& document, std::span<const TakenAway> taken, Reading& in) {
  const std::vector<std::vector<FramePlace>> places = document.places();
  for (std::size_t article = 0; article < document.articles.size(); ++article) {
    const std::string path = in.sources().at(document.articles[article].file).path;
    check_story(document, places[article], fs::path(path).lexically_normal().string(), taken, in);
  }
}

}  // namespace banxin
