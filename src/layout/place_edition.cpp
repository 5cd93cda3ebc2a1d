#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "layout/border.h"
#include "layout/check_placed.h"
#include "layout/explain.h"
#include "layout/fit_story.h"
#include "layout/folio.h"
#include "layout/furniture.h"
#include "layout/interlinear.h"
#include "layout/layout.h"
#include "layout/placeholder.h"

namespace banxin {

namespace {

/// One a frame of the part; what did not fit is told of the last frame of the story.
void add_fits(const Story& story, std::size_t part, std::size_t article, PlacedPage& page,
              const std::string& done = {}) {
  const std::vector<Slot> slots = make_slots(story.places);
  auto used = static_cast<int>(story.flow.used);
  const auto [first, end] = story.places_of(part);
  for (std::size_t i = 0; i < end; ++i) {
    int offered = 0, characters = 0;
    const Length size = story.areas[i].area.shape().size;
    for (const Slot& slot : slots) {
      if (slot.place != static_cast<int>(i)) continue;
      ++offered;
      characters += static_cast<int>(slot.measure.units() / size.units());
    }
    const bool last = i + 1 == story.places.size();
    const int lines = last ? used : std::min(used, offered);
    used -= lines;
    if (i < first) continue;
    FrameFit fit;
    fit.frame = story.frames[i]->name.value;
    fit.box = story.areas[i].box;
    fit.article = article;
    fit.bound = true;
    fit.note = story.areas[i].note;
    if (i == first && !done.empty()) fit.note += (fit.note.empty() ? "" : "; ") + done;
    fit.head_rows = i == first ? story.parts[part].head.rows : 0;
    fit.slots = offered;
    fit.characters = characters;
    fit.lines = lines;
    if (last) {
      fit.lines += story.flow.over_lines;
      fit.over_lines = story.flow.over_lines;
      fit.over_characters = story.flow.over_characters;
      fit.over_text = story.flow.over_text;
    }
    page.fits.push_back(std::move(fit));
  }
}

/// Across the middle of its rows, or down the middle of a gap.
void draw_rule(const Frame& frame, const TextArea& grid, PlacedPage& page) {
  LocalRect cells = grid.cells(frame.columns.value, frame.rows.value);
  const bool along = frame.gap_after == 0;
  if (!along) {
    cells.u = (grid.leg_end(frame.gap_after) + grid.leg_start(frame.gap_after + 1)) / 2;
  } else {
    cells.v += cells.depth / 2;
  }
  const Point start = grid.at(cells.u, cells.v);
  const bool across = along == (grid.shape().writing == WritingMode::kHorizontal);
  const Length length = along ? cells.length : cells.depth;
  draw_border_line(frame.line, across && !along ? Point{start.x - length, start.y} : start, length,
                   across ? Heading::kAcross : Heading::kDown, page.items);
}

}  // namespace

/// A story with everything that it points into.
struct KeptStory {
  std::shared_ptr<const void> document;
  Diagnostics found;  // by the setters, since it was last looked at
  std::unique_ptr<Setter> setters[2];
  FittedStory fitted;
  Diagnostics of_fitting;
};

namespace {

/// A story that goes on on a later page, until that page comes.
struct Jumping {
  std::shared_ptr<KeptStory> story;
  StoryNodes nodes;
};

/// Places the pages in their order.
class Placing {
 public:
  Placing(const Document& document, const FontSet& fonts, PlacedEdition& edition, Diagnostics& diags,
          Missing missing, Explain explain, StoryMemo* memo)
      : document_(document),
        fonts_(fonts),
        edition_(edition),
        diags_(diags),
        missing_(missing),
        explain_(explain),
        memo_(memo),
        places_(document.places()) {}

  PlacedPage place(std::size_t index) {
    const PageSpec& spec = document_.edition.pages[index];
    const PageLayout& layout = document_.layouts[spec.layout];
    const Setter setter(layout, fonts_, diags_);
    const TextArea grid = page_area(layout);
    PlacedPage page;
    page.number = spec.number, page.spread = spec.spread;
    page.width = layout.width, page.height = layout.height, page.bleed = layout.bleed;
    page.type_area = layout.type_area();
    if (layout.fold) page.fold = layout.fold_zone();
    std::vector<FrameItems> made;
    for (const Frame& frame : layout.frames) {
      const FieldValues fields(document_.edition, spec, numbers_at(spec, layout, frame));
      const std::size_t first = page.items.size();
      if (frame.kind == Frame::Kind::kFolio) {
        draw_folio(frame, fields, setter, grid, page);
      } else if (frame.kind == Frame::Kind::kFurniture) {
        draw_furniture({frame, spec, fields, setter, grid, diags_, edition_, page});
      } else if (frame.kind == Frame::Kind::kRule) {
        draw_rule(frame, grid, page);
      } else if (const auto bound = spec.stories.find(frame.name.value); bound != spec.stories.end()) {
        place_story(index, frame, bound->second, page);
      } else if (!layout.is_continuation(frame)) {
        FrameFit empty;
        empty.frame = frame.name.value;
        empty.box = frame_area(frame, layout).box;
        page.fits.push_back(empty);
        if (missing_ == Missing::kPlaceholder) draw_placeholder(frame, setter, page);
      }
      made.push_back({&frame, first, page.items.size()});
    }
    check_placed(page, made, layout, diags_);
    return page;
  }

 private:
  std::unique_ptr<Setter> setter_of(const FramePlace& place, Diagnostics& diags) const {
    const PageLayout& layout = document_.layouts[document_.edition.pages[place.page].layout];
    return std::make_unique<Setter>(layout, fonts_, diags, place.frame);
  }

  /// Of the page on which a frame begins.
  int number_of(const FramePlace& place) const {
    const PageSpec& page = document_.edition.pages[place.page];
    return numbers_at(page, document_.layouts[page.layout], *place.frame).first;
  }

  std::shared_ptr<KeptStory> fit(const FramePlace& from, const FramePlace& rest, std::size_t article) const {
    auto out = std::make_shared<KeptStory>();
    if (memo_ != nullptr) out->document = memo_->document;
    out->setters[0] = setter_of(from, out->found);
    std::vector<StoryEnd> ends{{from.frame, out->setters[0].get(), number_of(from)}};
    if (rest.frame != nullptr) {
      out->setters[1] = setter_of(rest, out->found);
      ends.push_back({rest.frame, out->setters[1].get(), number_of(rest)});
    }
    out->fitted = fit_story(ends, document_.articles[article], out->found);
    out->of_fitting = std::exchange(out->found, {});
    return out;
  }

  /// As it was, when nothing has changed that it depends on.
  std::shared_ptr<KeptStory> fitted(const FramePlace& from, const FramePlace& rest, std::size_t article) {
    if (memo_ == nullptr) return fit(from, rest, article);
    StoryMemo::Entry& known = memo_->stories[{from.page, from.frame->name.value}];
    const std::uint64_t key = memo_->articles[article];
    if (known.story == nullptr || known.article != key) known = {key, fit(from, rest, article)};
    return known.story;
  }

  /// Draws one part of the story, and tells what is to be said of it.
  void draw(Jumping& jumping, std::size_t part, std::size_t article, PlacedPage& page) {
    KeptStory& kept = *jumping.story;
    const Story& story = kept.fitted.story;
    draw_story(story, part, jumping.nodes, edition_, page);
    diags_.append(std::exchange(kept.found, {}));
    if (explain_ == Explain::kYes) page.explanation += explain_story(story, part);
    add_fits(story, part, article, page, part == 0 ? kept.fitted.done : "");
  }

  void place_story(std::size_t index, const Frame& frame, std::size_t article, PlacedPage& page) {
    if (const auto from = jumping_.find({index, &frame}); from != jumping_.end()) {
      draw(from->second, 1, article, page);
      jumping_.erase(from);
      return;
    }
    const FramePlace rest = rest_of(places_[article], {index, &frame});
    Jumping jumping{fitted({index, &frame}, rest, article), {}};
    diags_.append(jumping.story->of_fitting);
    draw(jumping, 0, article, page);
    if (rest.frame != nullptr) jumping_.emplace(std::pair(rest.page, rest.frame), std::move(jumping));
  }

  const Document& document_;
  const FontSet& fonts_;
  PlacedEdition& edition_;
  Diagnostics& diags_;
  Missing missing_;
  Explain explain_;
  StoryMemo* memo_;
  std::vector<std::vector<FramePlace>> places_;                      // by article
  std::map<std::pair<std::size_t, const Frame*>, Jumping> jumping_;  // by the frame of the rest
};

/// BCP 47
const char* tag_of(Language language) {
  switch (language) {
    case Language::kHantTW:
      return "zh-Hant-TW";
    case Language::kHantHK:
      return "zh-Hant-HK";
    case Language::kJapanese:
      return "ja";
    case Language::kHans:
      break;
  }
  return "zh-Hans";
}

}  // namespace

PlacedEdition place_edition(const Document& document, const FontSet& fonts, Diagnostics& diags,
                            Missing missing, Explain explain, const std::vector<std::size_t>& pages,
                            StoryMemo* memo) {
  PlacedEdition edition;
  edition.paper = document.edition.paper.value;
  edition.title = document.edition.title.value;
  edition.author = document.edition.author.value;
  edition.date = document.edition.date;
  edition.spots = document.spots;
  if (edition.title.empty() && !document.articles.empty()) {
    edition.title = document.articles.front().title.text;
    edition.title_of_article = true;
  }
  if (!document.edition.pages.empty()) {
    edition.language = tag_of(document.layouts[document.edition.pages.front().layout].setting.language);
  }
  warn_of_tight_grids(document, diags);
  edition.structure.push_back({StructureNode::Kind::kDocument, kArtifact, edition.title, {}});
  Placing placing(document, fonts, edition, diags, missing, explain, memo);
  const std::size_t count = pages.empty() ? document.edition.pages.size() : pages.size();
  for (std::size_t i = 0; i < count; ++i) {
    edition.pages.push_back(placing.place(pages.empty() ? i : pages[i]));
    edition.pages.back().nodes_end = edition.structure.size();
  }
  return edition;
}

}  // namespace banxin
