#include <algorithm>
#include <condition_variable>
#include <exception>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <stop_token>
#include <string>
#include <system_error>
#include <thread>
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
#include "layout/overset.h"
#include "layout/placeholder.h"

namespace banxin {

namespace {

void add_note(const std::string& what, FrameFit& fit) {
  if (!what.empty()) fit.note += (fit.note.empty() ? "" : "; ") + what;
}

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
    if (i == first) add_note(done, fit), add_note(story.parts[part].head.note, fit);
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

/// The frame in which a story begins.
struct StoryStart {
  FramePlace at;
  std::size_t article = 0;
  std::vector<FramePlace> rests;  ///< of a story that goes on on later pages
};

}  // namespace

/// A story as it was set, with all that it points into.
struct KeptStory {
  std::shared_ptr<const void> document;
  Diagnostics found;                             // by the setters, since it was last looked at
  std::vector<std::unique_ptr<Setter>> setters;  // of its parts
  FittedStory fitted;
  Diagnostics of_fitting;
  bool overset_told = false;  // in of_fitting, where there is any
};

namespace {

/// Sets the stories of the pages in the order in which they are placed. Each is set by itself: other threads
/// set the next ones while one is placed. One that a memo has stays as it was, when nothing has changed that
/// it depends on.
class SettingAhead {
 public:
  using Kept = std::shared_ptr<KeptStory>;

  SettingAhead(const Document& document, const FontSet& fonts, const std::vector<std::size_t>& pages,
               const PlaceOptions& options)
      : document_(document), fonts_(fonts), threads_(options.threads), memo_(options.memo) {
    const std::vector<std::vector<FramePlace>> places = document.places();
    std::set<std::pair<std::size_t, const Frame*>> rests;
    for (const std::size_t page : pages) {
      const PageSpec& spec = document.edition.pages[page];
      for (const Frame& frame : document.layouts[spec.layout].frames) {
        const auto bound = spec.stories.find(frame.name.value);
        if (frame.kind != Frame::Kind::kStory || bound == spec.stories.end() ||
            rests.contains({page, &frame}))
          continue;
        StoryStart start{{page, &frame}, bound->second, rests_of(places[bound->second], {page, &frame})};
        for (const FramePlace& rest : start.rests) rests.emplace(rest.page, rest.frame);
        starts_.push_back(std::move(start));
      }
    }
    const auto to_set = static_cast<std::size_t>(std::count_if(
        starts_.begin(), starts_.end(), [&](const StoryStart& start) { return known(start) == nullptr; }));
    try {
      for (std::size_t i = 1; i < threads_ && i < to_set; ++i)
        helpers_.emplace_back([this](const std::stop_token& stop) { help(stop); });
    } catch (const std::system_error&) {  // the machine has no more threads: those that there are do it
    }
  }

  /// The next story, and where it begins.
  std::pair<StoryStart, Kept> next() {
    std::unique_lock lock(mutex_);
    const std::size_t wanted = next_++;
    changed_.notify_all();  // the others may set one more
    while (!done_.contains(wanted)) {
      if (may_take())
        set_one(lock);
      else
        changed_.wait(lock);
    }
    const Done done = std::move(done_.extract(wanted).mapped());
    if (done.thrown) std::rethrow_exception(done.thrown);
    return {starts_[wanted], done.story};
  }

 private:
  struct Done {
    Kept story;
    std::exception_ptr thrown;
  };

  void help(const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    const auto ready = [this] { return may_take(); };
    while (changed_.wait(lock, stop, ready) && !stop.stop_requested()) set_one(lock);
  }

  bool may_take() const { return taken_ < std::min(starts_.size(), next_ + ahead()); }
  std::size_t ahead() const { return threads_ > 1 ? kAhead * threads_ : 0; }

  /// Without the lock while it works.
  void set_one(std::unique_lock<std::mutex>& lock) {
    const std::size_t i = taken_++;
    const StoryStart& start = starts_[i];
    Done done{known(start), nullptr};
    if (done.story == nullptr) {
      lock.unlock();
      try {
        done.story = set(start);
      } catch (...) {
        done.thrown = std::current_exception();
      }
      lock.lock();
      if (memo_ != nullptr && done.story != nullptr)
        entry(start) = {memo_->articles[start.article], done.story};
    }
    done_.emplace(i, std::move(done));
    changed_.notify_all();
  }

  StoryMemo::Entry& entry(const StoryStart& start) const {
    return memo_->stories[{start.at.page, start.at.frame->name.value}];
  }
  /// From the placing before.
  Kept known(const StoryStart& start) const {
    if (memo_ == nullptr) return nullptr;
    const StoryMemo::Entry& kept = entry(start);
    return kept.article == memo_->articles[start.article] ? kept.story : nullptr;
  }

  Kept set(const StoryStart& start) const {
    auto out = std::make_shared<KeptStory>();
    if (memo_ != nullptr) out->document = memo_->document;
    std::vector<StoryEnd> ends;
    const auto add = [&](const FramePlace& place) {
      out->setters.push_back(setter_of(place, out->found));
      ends.push_back({place.frame, out->setters.back().get(), number_of(place)});
    };
    add(start.at);
    for (const FramePlace& rest : start.rests) add(rest);
    out->fitted = fit_story(ends, document_.articles[start.article], out->found);
    out->of_fitting = std::exchange(out->found, {});
    return out;
  }

  const PageLayout& layout_of(const FramePlace& place) const {
    return document_.layouts[document_.edition.pages[place.page].layout];
  }
  std::unique_ptr<Setter> setter_of(const FramePlace& place, Diagnostics& findings) const {
    return std::make_unique<Setter>(layout_of(place), fonts_, findings, place.frame);
  }
  /// Of the page on which a frame begins.
  int number_of(const FramePlace& place) const {
    return numbers_at(document_.edition.pages[place.page], layout_of(place), *place.frame).first;
  }

  static constexpr std::size_t kAhead = 4;  // stories a thread: enough to share out, few in memory

  const Document& document_;
  const FontSet& fonts_;
  unsigned threads_;
  StoryMemo* memo_;
  std::vector<StoryStart> starts_;
  std::mutex mutex_;
  std::condition_variable_any changed_;
  std::size_t next_ = 0, taken_ = 0;  // of starts_: given away, begun
  std::map<std::size_t, Done> done_;
  std::vector<std::jthread> helpers_;  // last: they end before what they use
};

/// A story that goes on on later pages, until the last of them comes.
struct Jumping {
  std::shared_ptr<KeptStory> story;
  std::vector<FramePlace> rests;
  StoryNodes nodes;
  std::size_t part = 0;  // that is drawn next
};

/// Places the pages in their order.
class Placing {
 public:
  Placing(const Document& document, const FontSet& fonts, PlacedEdition& edition, Diagnostics& diags,
          const PlaceOptions& options, const std::vector<std::size_t>& pages)
      : document_(document),
        fonts_(fonts),
        edition_(edition),
        diags_(diags),
        options_(options),
        stories_(document, fonts, pages, options) {}

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
        if (options_.missing == Missing::kPlaceholder) draw_placeholder(frame, setter, page);
      }
      made.push_back({&frame, first, page.items.size()});
    }
    check_placed(page, made, layout, diags_);
    page.items.shrink_to_fit(), page.slots.shrink_to_fit();  // they are kept until the edition is written
    return page;
  }

 private:
  void place_story(std::size_t index, const Frame& frame, std::size_t article, PlacedPage& page) {
    if (const auto from = jumping_.find({index, &frame}); from != jumping_.end()) {
      Jumping jumping = std::move(from->second);
      jumping_.erase(from);
      return draw(std::move(jumping), article, page);
    }
    auto [start, story] = stories_.next();
    Jumping jumping{std::move(story), std::move(start.rests), {}};
    KeptStory& kept = *jumping.story;
    if (!std::exchange(kept.overset_told, true)) report_overset(kept.fitted.story, kept.of_fitting, trials_);
    diags_.append(kept.of_fitting);
    draw(std::move(jumping), article, page);
  }

  /// Draws the next part of the story, tells what is to be said of it, and keeps the rest for its page.
  void draw(Jumping jumping, std::size_t article, PlacedPage& page) {
    KeptStory& kept = *jumping.story;
    const std::size_t part = jumping.part++;
    const Story& story = kept.fitted.story;
    draw_story(story, part, jumping.nodes, edition_, page);
    diags_.append(std::exchange(kept.found, {}));
    if (options_.explain == Explain::kYes) page.explanation += explain_story(story, part);
    add_fits(story, part, article, page, part == 0 ? kept.fitted.done : "");
    if (part == jumping.rests.size()) return;
    const FramePlace next = jumping.rests[part];
    jumping_.emplace(std::pair(next.page, next.frame), std::move(jumping));
  }

  const Document& document_;
  const FontSet& fonts_;
  PlacedEdition& edition_;
  Diagnostics& diags_;
  const PlaceOptions& options_;
  SettingAhead stories_;
  TrialBudget trials_;  // spent in the order of the pages, so that findings do not depend on threads
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
                            const PlaceOptions& options) {
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
  std::vector<std::size_t> pages = options.pages;
  for (std::size_t i = 0; options.pages.empty() && i < document.edition.pages.size(); ++i) pages.push_back(i);
  Placing placing(document, fonts, edition, diags, options, pages);
  for (const std::size_t page : pages) {
    edition.pages.push_back(placing.place(page));
    edition.pages.back().nodes_end = edition.structure.size();
  }
  return edition;
}

}  // namespace banxin
