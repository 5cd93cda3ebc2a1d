#include "layout/fit_story.h"

#include <algorithm>
#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "base/json.h"
#include "layout/hints.h"

namespace banxin {

namespace {

using Kind = FitMeans::Kind;

/// What differs from what was asked.
struct Changes {
  bool lines = false;                     ///< paragraphs take a line more or fewer
  Length title;                           ///< size; 0: as asked
  std::map<std::size_t, int> photo_rows;  ///< by photo slot, counted over the linked frames
  std::size_t left_out = 0;               ///< optional paragraphs, from the last
};

/// Indexes of the paragraphs that are left out.
std::vector<std::size_t> left_out(const Article& article, std::size_t count) {
  std::vector<std::size_t> out;
  for (std::size_t i = article.paragraphs.size(); i-- > 0 && out.size() < count;) {
    if (article.paragraphs[i].optional) out.push_back(i);
  }
  return out;
}

std::string in_points(Length size) { return json_number(size.pt(), 2) + " pt"; }

class Ladder {
 public:
  Ladder(const std::vector<StoryEnd>& ends, const Article& article)
      : ends_(ends),
        article_(article),
        frame_(*ends.front().frame),
        chain_(ends.front().setter->layout().chain(frame_)) {}

  /// The first way that fits, or the nearest to it.
  Changes climb() const {
    Changes now;
    std::optional<int> over = measure(now);
    for (const FitMeans& means : frame_.fit) {
      if (!over || fits(*over)) break;
      over = use(means, now, *over);
    }
    return now;
  }

  FittedStory make(const Changes& changes, Diagnostics& diags) const {
    FittedStory out;
    out.frame = std::make_unique<Frame>(frame_);
    out.frame->free_lines = changes.lines;
    if (changes.title > Length()) out.frame->styles["title"] = title_at(changes.title);
    if (changes.left_out > 0) {
      out.article = std::make_unique<Article>(article_);
      for (const std::size_t i : left_out(article_, changes.left_out))
        out.article->paragraphs.erase(out.article->paragraphs.begin() + static_cast<std::ptrdiff_t>(i));
    }
    std::vector<StoryEnd> ends = ends_;
    ends.front().frame = out.frame.get();
    for (const auto& [slot, rows] : changes.photo_rows) change_photo(slot, rows, ends.front(), out);
    for (StoryEnd& end : ends) {
      out.setters.push_back(std::make_unique<Setter>(end.setter->reporting_to(diags, *end.frame)));
      end.setter = out.setters.back().get();
    }
    out.story = set_story(ends, out.article ? *out.article : article_, diags);
    return out;
  }

  std::string in_words(const Changes& changes) const {
    std::string out;
    const auto add = [&](const std::string& words) { out += (out.empty() ? "to fit: " : ", ") + words; };
    for (const FitMeans& means : frame_.fit) {
      if (means.kind == Kind::kLines && changes.lines) add("paragraphs in a line more or fewer");
      if (means.kind == Kind::kHeadline && changes.title > Length())
        add("title at " + in_points(changes.title) + " instead of " + in_points(title().size));
      const std::size_t slot = slot_of(means);
      if (means.kind == Kind::kPhoto && changes.photo_rows.contains(slot))
        add("photo " + std::to_string(slot + 1) + " in " + std::to_string(changes.photo_rows.at(slot)) +
            " 行 instead of " + std::to_string(slot_at(slot).rows.value));
      if (means.kind != Kind::kOptional) continue;
      for (const std::size_t i : left_out(article_, changes.left_out))
        add("without paragraph " + std::to_string(i + 1));
    }
    return out;
  }

 private:
  /// The frame of the chain that a photo slot is in, and which of its own it is.
  std::pair<std::size_t, std::size_t> find_slot(std::size_t slot) const {
    std::size_t frame = 0;
    while (frame + 1 < chain_.size() && slot >= chain_[frame]->photos.size()) {
      slot -= chain_[frame++]->photos.size();
    }
    return {frame, slot};
  }
  const PhotoSlot& slot_at(std::size_t slot) const {
    const auto [frame, own] = find_slot(slot);
    return chain_[frame]->photos[own];
  }

  void change_photo(std::size_t slot, int rows, StoryEnd& end, FittedStory& out) const {
    const auto [frame, own] = find_slot(slot);
    Frame* changed = out.frame.get();
    if (frame > 0) {
      const Frame*& instead = end.instead[chain_[frame]->name.value];
      const auto known = std::find_if(out.linked.begin(), out.linked.end(),
                                      [&](const auto& linked) { return linked.get() == instead; });
      if (known == out.linked.end()) {
        out.linked.push_back(std::make_unique<Frame>(*chain_[frame]));
        changed = out.linked.back().get();
        instead = changed;
      } else {
        changed = known->get();
      }
    }
    changed->photos[own].rows.value = rows;
  }

  static std::size_t slot_of(const FitMeans& means) {
    return static_cast<std::size_t>(means.photo.value - 1);
  }
  const Style& title() const { return ends_.front().setter->style("title"); }
  Style title_at(Length size) const {
    Style style = title();
    style.pitch = Length::units(mul_div(style.pitch.units(), size.units(), style.size.units()));
    style.size = size, style.min_size = Length();
    return style;
  }

  /// Lines over; lines left empty count below zero. Nothing when it cannot be set so at all.
  std::optional<int> measure(const Changes& changes) const {
    Diagnostics unheard;
    const FittedStory trial = make(changes, unheard);
    for (const Diagnostic& d : unheard.all()) {
      if (d.severity == Severity::kError && d.code != "overset") return std::nullopt;
    }
    const Story& story = trial.story;
    if (story.flow.over_lines > 0) return story.flow.over_lines;
    return static_cast<int>(story.flow.used) - static_cast<int>(make_slots(story.places).size());
  }

  /// A row that is free in every column is not seen.
  bool fits(int over) const {
    const int legs = frame_.legs.value > 0 ? frame_.legs.value : frame_.columns.value.count();
    return over <= 0 && -over < 2 * legs;
  }

  /// Further and further from what was asked, within the range.
  std::vector<Changes> steps(const FitMeans& means, const Changes& from, bool over) const {
    std::vector<Changes> out;
    const auto add = [&](auto change) {
      Changes next = from;
      change(next);
      out.push_back(std::move(next));
    };
    switch (means.kind) {
      case Kind::kLines:
        if (over) add([](Changes& c) { c.lines = true; });
        break;
      case Kind::kHeadline: {
        constexpr Length kStep = Length::points(1);
        const Length asked = title().size;
        for (Length size = asked - kStep; over && size >= means.least; size = size - kStep)
          add([&](Changes& c) { c.title = size; });
        for (Length size = asked + kStep; !over && size <= means.most; size = size + kStep)
          add([&](Changes& c) { c.title = size; });
        break;
      }
      case Kind::kPhoto: {
        const std::size_t slot = slot_of(means);
        const int asked = slot_at(slot).rows.value;
        for (int rows = asked - 1; over && rows >= means.rows.value.first; --rows)
          add([&](Changes& c) { c.photo_rows[slot] = rows; });
        for (int rows = asked + 1; !over && rows <= means.rows.value.last; ++rows)
          add([&](Changes& c) { c.photo_rows[slot] = rows; });
        break;
      }
      case Kind::kOptional: {
        const auto all =
            static_cast<std::size_t>(std::count_if(article_.paragraphs.begin(), article_.paragraphs.end(),
                                                   [](const Paragraph& p) { return p.optional; }));
        for (std::size_t count = 1; over && count <= all; ++count)
          add([&](Changes& c) { c.left_out = count; });
        break;
      }
    }
    return out;
  }

  int use(const FitMeans& means, Changes& now, int over) const {
    const bool too_long = over > 0;
    for (const Changes& next : steps(means, now, too_long)) {
      const std::optional<int> got = measure(next);
      if (!got || (!too_long && *got > 0)) break;  // no further
      if (too_long ? *got < over : *got > over) now = next, over = *got;
      if (too_long ? over <= 0 : fits(over)) break;
    }
    return over;
  }

  const std::vector<StoryEnd>& ends_;
  const Article& article_;
  const Frame& frame_;
  const std::vector<const Frame*> chain_;  // its frame and those in which its text goes on
};

void report_left_out(const Frame& frame, const Article& article, std::size_t count, Diagnostics& diags) {
  for (const std::size_t i : left_out(article, count)) {
    const Copy& copy = article.paragraphs[i].copy;
    diags.warning("left-out", copy.where(),
                  "frame '" + frame.name.value + "' leaves out paragraph " + std::to_string(i + 1) + " (" +
                      std::to_string(count_characters(copy.text)) + " 字), which is optional",
                  "cut elsewhere, or give the frame more rows, if it is to stand");
  }
}

}  // namespace

FittedStory fit_story(const std::vector<StoryEnd>& ends, const Article& article, Diagnostics& diags) {
  const Frame& frame = *ends.front().frame;
  if (frame.fit.empty()) {
    FittedStory out;
    out.story = set_story(ends, article, diags);
    return out;
  }
  const Ladder ladder(ends, article);
  Changes changes = ladder.climb();
  const std::string done = ladder.in_words(changes);
  // What fits without it may still use it against single lines.
  const auto is_lines = [](const FitMeans& means) { return means.kind == Kind::kLines; };
  changes.lines = std::any_of(frame.fit.begin(), frame.fit.end(), is_lines);
  FittedStory out = ladder.make(changes, diags);
  out.done = done;
  report_left_out(frame, article, changes.left_out, diags);
  return out;
}

}  // namespace banxin
