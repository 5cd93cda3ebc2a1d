#include <algorithm>
#include <set>

#include "base/json.h"
#include "compare/layers.h"

namespace banxin {

namespace {

class FrameCompare {
 public:
  FrameCompare(const ScenePage& before, std::size_t old_page, const ScenePage& after, std::size_t new_page,
               Length slack, std::vector<Change>& out)
      : before_(before), after_(after), old_page_(old_page), new_page_(new_page), slack_(slack), out_(out) {}

  void run() {
    const auto points = [](Length l) { return json_number(l.pt(), 3); };
    if (differ(before_.width, after_.width) || differ(before_.height, after_.height)) {
      say("page-resized",
          "the page was " + points(before_.width) + " × " + points(before_.height) + " pt, is " +
              points(after_.width) + " × " + points(after_.height) + " pt",
          {}, {});
    }
    if (rects_differ(before_.type_area, after_.type_area)) {
      box("type area 版心", before_.type_area, after_.type_area, "frame");
    }
    facts("", before_.facts, after_.facts, {}, {});
    frames();
    slots();
  }

 private:
  bool differ(Length a, Length b) const { return a - b > slack_ || b - a > slack_; }
  bool rects_differ(const Rect& a, const Rect& b) const {
    return differ(a.x, b.x) || differ(a.y, b.y) || differ(a.width, b.width) || differ(a.height, b.height);
  }
  void say(const std::string& kind, const std::string& message, const Rect& before, const Rect& after) {
    Change change;
    change.layer = Layer::kGeometry, change.kind = kind, change.message = message;
    change.where = "page " + std::to_string(after_.number);
    change.old_place = {old_page_, before}, change.new_place = {new_page_, after};
    out_.push_back(std::move(change));
  }

  void box(const std::string& name, const Rect& a, const Rect& b, const std::string& kind) {
    const Point shift{differ(a.x, b.x) ? b.x - a.x : Length(), differ(a.y, b.y) ? b.y - a.y : Length()};
    if (const std::string way = shift_in_words(shift, after_); !way.empty())
      say(kind + "-moved", name + " moved " + way, a, b);
    if (differ(a.width, b.width)) {
      const Length by = b.width - a.width;
      say(kind + "-resized",
          name + (by > Length() ? " is wider by " : " is narrower by ") +
              across_in_words(by > Length() ? by : -by, after_),
          a, b);
    }
    if (differ(a.height, b.height)) {
      const Length by = b.height - a.height;
      say(kind + "-resized",
          name + (by > Length() ? " is taller by " : " is shorter by ") +
              down_in_words(by > Length() ? by : -by, after_),
          a, b);
    }
  }

  void facts(const std::string& of, const std::map<std::string, std::string>& a,
             const std::map<std::string, std::string>& b, const Rect& old_box, const Rect& new_box) {
    std::set<std::string> names;
    for (const auto& [name, value] : a) names.insert(name);
    for (const auto& [name, value] : b) names.insert(name);
    const auto value = [](const auto& map, const std::string& name) {
      const auto found = map.find(name);
      return found == map.end() ? std::string("nothing") : shortened(found->second, 40);
    };
    for (const std::string& name : names) {
      const auto was = a.find(name), is = b.find(name);
      if (was != a.end() && is != b.end() && was->second == is->second) continue;
      if (name == "slots") continue;  // their places say more, below
      say("frame-fit", of + name + " " + value(a, name) + " → " + value(b, name), old_box, new_box);
    }
  }

  void frames() {
    std::vector<bool> taken(after_.frames.size());
    for (const SceneFrame& before : before_.frames) {
      std::size_t j = 0;
      while (j < taken.size() && (taken[j] || after_.frames[j].name != before.name)) ++j;
      if (j == taken.size()) {
        say("frame-vanished", "frame ‘" + before.name + "’ is gone", before.box, {});
        continue;
      }
      taken[j] = true;
      const SceneFrame& after = after_.frames[j];
      box("frame ‘" + before.name + "’", before.box, after.box, "frame");
      facts("frame ‘" + before.name + "’: ", before.facts, after.facts, before.box, after.box);
    }
    for (std::size_t j = 0; j < taken.size(); ++j) {
      if (!taken[j])
        say("frame-new", "frame ‘" + after_.frames[j].name + "’ is new", {}, after_.frames[j].box);
    }
  }

  /// Line slots by frame: how many differ.
  void slots() {
    std::map<std::string, std::pair<std::vector<const SceneSlot*>, std::vector<const SceneSlot*>>> frames;
    for (const SceneSlot& slot : before_.slots) frames[slot.frame].first.push_back(&slot);
    for (const SceneSlot& slot : after_.slots) frames[slot.frame].second.push_back(&slot);
    for (const auto& [name, lists] : frames) {
      const auto& [olds, news] = lists;
      std::size_t differing = std::max(olds.size(), news.size()) - std::min(olds.size(), news.size());
      Rect old_box, new_box;
      for (std::size_t i = 0; i < std::min(olds.size(), news.size()); ++i) {
        const bool same = olds[i]->column == news[i]->column && olds[i]->row == news[i]->row;
        if (same && !rects_differ(olds[i]->box, news[i]->box)) continue;
        ++differing;
        old_box = united(old_box, olds[i]->box), new_box = united(new_box, news[i]->box);
      }
      if (differing == 0) continue;
      const std::string count = std::to_string(news.size());
      say("slots-changed",
          "frame ‘" + name + "’ offers its lines elsewhere: " +
              (olds.size() == news.size() ? std::to_string(differing) + " of " + count
                                          : std::to_string(olds.size()) + " → " + count) +
              " slots",
          old_box, new_box);
    }
  }

  const ScenePage &before_, &after_;
  std::size_t old_page_, new_page_;
  Length slack_;
  std::vector<Change>& out_;
};

}  // namespace

void frame_changes(const Pairing& pairing, std::vector<Change>& out) {
  for (const PagePair& pages : pair_pages(pairing.old_scene, pairing.new_scene)) {
    if (pages.old_page != kNoNode && pages.new_page != kNoNode) {
      FrameCompare(pairing.old_scene.pages[pages.old_page], pages.old_page,
                   pairing.new_scene.pages[pages.new_page], pages.new_page, pairing.tolerance(), out)
          .run();
      continue;
    }
    const bool fresh = pages.new_page != kNoNode;
    const ScenePage& page =
        fresh ? pairing.new_scene.pages[pages.new_page] : pairing.old_scene.pages[pages.old_page];
    Change change;
    change.layer = Layer::kGeometry, change.kind = fresh ? "page-new" : "page-vanished";
    change.where = "page " + std::to_string(page.number);
    change.message = fresh ? "the page is new" : "the page is gone";
    (fresh ? change.new_place : change.old_place) = {fresh ? pages.new_page : pages.old_page,
                                                     {Length(), Length(), page.width, page.height}};
    out.push_back(std::move(change));
  }
}

}  // namespace banxin
