#include <algorithm>
#include <map>
#include <tuple>

#include "compare/layers.h"

namespace banxin {

namespace {

constexpr std::size_t kMostPairs = 4'000'000;

using Kind = SceneItem::Kind;

struct Placed {
  const SceneItem* item = nullptr;
  std::size_t page = 0;
  bool taken = false;
};

std::vector<Placed> items_of(const Scene& scene) {
  std::vector<Placed> out;
  for (std::size_t page = 0; page < scene.pages.size(); ++page) {
    for (const SceneItem& item : scene.pages[page].items) {
      if (item.kind != Kind::kText) out.push_back({&item, page, false});
    }
  }
  return out;
}

Length distance(Length a, Length b) { return a < b ? b - a : a - b; }

bool near(const Rect& a, const Rect& b, Length slack) {
  return distance(a.x, b.x) <= slack && distance(a.y, b.y) <= slack && distance(a.width, b.width) <= slack &&
         distance(a.height, b.height) <= slack;
}

/// A stroke's points count from its box: a moved wave is the same wave.
bool same_shape(const SceneItem& a, const SceneItem& b, Length slack) {
  if (a.points.size() != b.points.size() || distance(a.size, b.size) > slack) return false;
  for (std::size_t i = 0; i < a.points.size(); ++i) {
    if (distance(a.points[i].x - a.box.x, b.points[i].x - b.box.x) > slack ||
        distance(a.points[i].y - a.box.y, b.points[i].y - b.box.y) > slack) {
      return false;
    }
  }
  return true;
}

std::string name_of(const SceneItem& item) {
  switch (item.kind) {
    case Kind::kRule:
      return item.box.width > item.box.height ? "rule" : "upright rule";
    case Kind::kStroke:
      return item.points.size() == 1 ? "dot" : "stroke";
    case Kind::kImage:
      return item.name == "picture" ? "picture" : "photo ‘" + item.name + "’";
    case Kind::kArtwork:
      return "artwork ‘" + item.name + "’";
    case Kind::kText:
    case Kind::kOther:
      break;
  }
  return item.name;
}

/// Photos and artwork are known by their files, wherever they stand.
bool is_of_a_file(const SceneItem& item) { return item.kind == Kind::kImage || item.kind == Kind::kArtwork; }

/// "another page of it: 1 → 2"
std::string said_of(const std::string& member, const std::string& was, const std::string& is) {
  if (member == "crop") return "another part of it is shown";
  const std::string change = shortened(was, 40) + " → " + shortened(is, 40);
  if (member == "artwork-page") return "another page of it, " + change;
  if (member == "artwork-size") return "what is shown of it measures " + change + " pt";
  return member + " " + change;
}

class ItemCompare {
 public:
  ItemCompare(const Pairing& pairing, std::vector<Change>& out)
      : pairing_(pairing),
        out_(out),
        slack_(pairing.tolerance()),
        old_(items_of(pairing.old_scene)),
        new_(items_of(pairing.new_scene)) {}

  void run() {
    for (const PagePair& pages : pair_pages(pairing_.old_scene, pairing_.new_scene)) {
      if (pages.old_page != kNoNode) page_partner_[pages.old_page] = pages.new_page;
    }
    pair_same();
    pair_nearest();
    for (const Placed& gone : old_) {
      if (!gone.taken) alone(gone, false);
    }
    for (const Placed& fresh : new_) {
      if (!fresh.taken) alone(fresh, true);
    }
    for (const auto& [key, group] : moves_) moved(group);
  }

 private:
  struct Group {
    const SceneItem* item = nullptr;
    std::size_t count = 0;
    Point shift;
    ChangePlace old_place, new_place;
  };

  bool same_page(const Placed& a, const Placed& b) const {
    const auto partner = page_partner_.find(a.page);
    return partner != page_partner_.end() && partner->second == b.page;
  }

  using Key = std::tuple<Kind, std::size_t, std::int64_t, std::int64_t>;
  static Key key_of(const Placed& placed, std::size_t page) {
    return {placed.item->kind, page, placed.item->box.x.units() / 65536, placed.item->box.y.units() / 65536};
  }

  /// What stands where it stood, whatever its look: found by its corner.
  void pair_same() {
    std::map<Key, std::vector<std::size_t>> by_corner;
    for (std::size_t j = new_.size(); j-- > 0;) by_corner[key_of(new_[j], new_[j].page)].push_back(j);
    for (Placed& before : old_) {
      const auto page = page_partner_.find(before.page);
      if (page == page_partner_.end() || page->second == kNoNode) continue;
      const auto found = by_corner.find(key_of(before, page->second));
      if (found == by_corner.end()) continue;
      std::vector<std::size_t>& list = found->second;
      for (std::size_t n = list.size(); n-- > 0;) {
        Placed& after = new_[list[n]];
        if (after.taken || !near(before.item->box, after.item->box, slack_) ||
            before.item->name != after.item->name)
          continue;
        list.erase(list.begin() + static_cast<std::ptrdiff_t>(n));
        pair(before, after);
        break;
      }
    }
  }

  void pair_nearest() {
    struct Candidate {
      double cost;
      Placed *before, *after;
    };
    std::vector<Placed*> olds, news;
    for (Placed& p : old_) {
      if (!p.taken) olds.push_back(&p);
    }
    for (Placed& p : new_) {
      if (!p.taken) news.push_back(&p);
    }
    if (olds.size() * news.size() > kMostPairs) return;
    std::vector<Candidate> candidates;
    for (Placed* before : olds) {
      for (Placed* after : news) {
        const double cost = cost_of(*before, *after);
        if (cost >= 0) candidates.push_back({cost, before, after});
      }
    }
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Candidate& a, const Candidate& b) { return a.cost < b.cost; });
    for (const Candidate& c : candidates) {
      if (!c.before->taken && !c.after->taken) pair(*c.before, *c.after);
    }
  }

  /// How unlikely it is that one became the other; below 0: not at all.
  double cost_of(const Placed& before, const Placed& after) const {
    const SceneItem &a = *before.item, &b = *after.item;
    if (a.kind != b.kind || (a.kind == Kind::kOther && a.name != b.name)) return -1;
    const bool size =
        distance(a.box.width, b.box.width) <= slack_ && distance(a.box.height, b.box.height) <= slack_;
    const double way = distance(a.box.x, b.box.x).pt() + distance(a.box.y, b.box.y).pt();
    const bool of_a_file = is_of_a_file(a);
    if (!same_page(before, after) && !(of_a_file && a.name == b.name)) return -1;
    if (!of_a_file && !size && way > 30 && !a.box.overlaps(b.box)) return -1;
    return way + (size ? 0 : 200) + (a.name == b.name ? 0 : 2000) + (a.ink == b.ink ? 0 : 50) +
           (same_page(before, after) ? 0 : 5000);
  }

  Change about(const char* kind, const Placed* before, const Placed* after) {
    Change change;
    change.layer = Layer::kGeometry, change.kind = kind;
    const Placed& one = after != nullptr ? *after : *before;
    const Scene& scene = after != nullptr ? pairing_.new_scene : pairing_.old_scene;
    change.where = "page " + std::to_string(scene.pages[one.page].number);
    for (std::size_t node = one.item->node; node != kNoNode; node = scene.nodes[node].parent) {
      if (scene.nodes[node].kind != "article" || scene.nodes[node].title.empty()) continue;
      change.where += ", ‘" + shortened(scene.nodes[node].title, 12) + "’";
      break;
    }
    if (before != nullptr) change.old_place = {before->page, before->item->box};
    if (after != nullptr) change.new_place = {after->page, after->item->box};
    change.message = name_of(*one.item);
    return change;
  }

  void alone(const Placed& placed, bool fresh) {
    Change change =
        about(fresh ? "item-new" : "item-vanished", fresh ? nullptr : &placed, fresh ? &placed : nullptr);
    change.message += fresh ? " is new" : " is gone";
    out_.push_back(std::move(change));
  }

  void pair(Placed& before, Placed& after) {
    before.taken = after.taken = true;
    const SceneItem &a = *before.item, &b = *after.item;
    const ScenePage& page = pairing_.new_scene.pages[after.page];
    const Length wider = b.box.width - a.box.width, taller = b.box.height - a.box.height;
    const Length none;
    if (distance(wider, none) > slack_ || distance(taller, none) > slack_) {
      Change change = about("item-resized", &before, &after);
      if (distance(wider, none) > slack_) {
        change.message += wider > none ? " is wider by " : " is narrower by ";
        change.message += across_in_words(wider > none ? wider : -wider, page);
      }
      if (distance(taller, none) > slack_) {
        change.message += distance(wider, none) > slack_ ? " and" : " is";
        change.message += (taller > none ? " taller by " : " shorter by ") +
                          down_in_words(taller > none ? taller : -taller, page);
      }
      out_.push_back(std::move(change));
    }
    note_move(before, after);
    looks(before, after);
  }

  void note_move(const Placed& before, const Placed& after) {
    Point shift{after.item->box.x - before.item->box.x, after.item->box.y - before.item->box.y};
    if (distance(shift.x, Length()) <= slack_) shift.x = Length();
    if (distance(shift.y, Length()) <= slack_) shift.y = Length();
    if (shift == Point{} && same_page(before, after)) return;
    const auto hundredths = [](Length l) { return mul_div(l.units(), 100, Length::kUnitsPerPoint); };
    Group& group =
        moves_[{name_of(*after.item), before.page, after.page, hundredths(shift.x), hundredths(shift.y)}];
    if (group.count++ == 0) {
      group.item = after.item, group.shift = shift;
      group.old_place = {before.page, before.item->box}, group.new_place = {after.page, after.item->box};
    }
    group.old_place.box = united(group.old_place.box, before.item->box);
    group.new_place.box = united(group.new_place.box, after.item->box);
  }

  void moved(const Group& group) {
    const Placed after{group.item, group.new_place.page, true};
    Change change = about("item-moved", nullptr, &after);
    if (group.count > 1) change.message = std::to_string(group.count) + " × " + change.message;
    change.message += " moved";
    if (page_partner_[group.old_place.page] != group.new_place.page) {
      change.message += " from page " + std::to_string(pairing_.old_scene.pages[group.old_place.page].number);
    }
    const std::string way = shift_in_words(group.shift, pairing_.new_scene.pages[group.new_place.page]);
    if (!way.empty()) change.message += " " + way;
    change.old_place = group.old_place, change.new_place = group.new_place;
    out_.push_back(std::move(change));
  }

  void looks(const Placed& before, const Placed& after) {
    const SceneItem &a = *before.item, &b = *after.item;
    const auto say = [&](const char* kind, const std::string& what) {
      Change change = about(kind, &before, &after);
      change.message += ": " + what;
      out_.push_back(std::move(change));
    };
    if (a.ink != b.ink) say("ink-changed", "ink " + a.ink + " → " + b.ink);
    const char* exchanged = a.kind == Kind::kArtwork ? "artwork-changed" : "photo-changed";
    if (a.name != b.name) say(exchanged, "it was " + name_of(a));
    if (a.kind == Kind::kStroke && !same_shape(a, b, slack_)) say("item-reshaped", "another shape");
    std::map<std::string, std::pair<std::string, std::string>> more;
    for (const auto& [name, value] : a.more) more[name].first = value;
    for (const auto& [name, value] : b.more) more[name].second = value;
    for (const auto& [name, values] : more) {
      if (values.first == values.second) continue;
      if (a.kind == Kind::kArtwork && a.name != b.name) continue;  // of course
      const std::string member = a.kind == Kind::kArtwork ? "artwork-" + name : name;
      say((member + "-changed").c_str(), said_of(member, values.first, values.second));
    }
    if (!is_of_a_file(a) || a.name != b.name) return;
    const auto& olds = a.kind == Kind::kArtwork ? pairing_.old_scene.artworks : pairing_.old_scene.photos;
    const auto& news = a.kind == Kind::kArtwork ? pairing_.new_scene.artworks : pairing_.new_scene.photos;
    const auto was = olds.find(a.name), is = news.find(b.name);
    if (was != olds.end() && is != news.end() && was->second != is->second)
      say(exchanged, "the file is another");
  }

  const Pairing& pairing_;
  std::vector<Change>& out_;
  Length slack_;
  std::vector<Placed> old_, new_;
  std::map<std::size_t, std::size_t> page_partner_;
  std::map<std::tuple<std::string, std::size_t, std::size_t, std::int64_t, std::int64_t>, Group> moves_;
};

}  // namespace

void item_changes(const Pairing& pairing, std::vector<Change>& out) { ItemCompare(pairing, out).run(); }

}  // namespace banxin
