#include "compare/compare.h"

#include <algorithm>

#include "compare/layers.h"

namespace banxin {

namespace {

bool same(const SceneGlyph& a, const SceneGlyph& b) {
  return a.id == b.id && a.origin == b.origin && a.begin == b.begin && a.end == b.end;
}

bool same(const SceneItem& a, const SceneItem& b) {
  const auto glyphs = [](const SceneGlyph& x, const SceneGlyph& y) { return same(x, y); };
  return a.kind == b.kind && a.node == b.node && a.box == b.box && a.text == b.text && a.face == b.face &&
         a.size == b.size && a.ink == b.ink && a.points == b.points && a.name == b.name && a.more == b.more &&
         std::equal(a.glyphs.begin(), a.glyphs.end(), b.glyphs.begin(), b.glyphs.end(), glyphs);
}

/// Dumps that differ are never called the same, even if it is in a way that no layer has a word for: the
/// order of painting, the last decimal.
void look_for_the_rest(const Scene& a, const Scene& b, Comparison& result) {
  if (!result.same() || !a.exact || !b.exact) return;
  const auto say = [&](const std::string& where, const std::string& message, ChangePlace before,
                       ChangePlace after) {
    Change change;
    change.layer = Layer::kGeometry, change.kind = "other", change.where = where, change.message = message;
    change.old_place = before, change.new_place = after;
    result.changes.push_back(std::move(change));
  };
  for (std::size_t page = 0; page < a.pages.size() && page < b.pages.size(); ++page) {
    const std::vector<SceneItem>&olds = a.pages[page].items, &news = b.pages[page].items;
    const std::string where = "page " + std::to_string(b.pages[page].number);
    if (olds.size() != news.size()) {
      say(where,
          "another number of items: " + std::to_string(olds.size()) + " → " + std::to_string(news.size()), {},
          {});
      continue;
    }
    for (std::size_t i = 0; i < olds.size(); ++i) {
      if (same(olds[i], news[i])) continue;
      say(where, "item " + std::to_string(i + 1) + " of the dump differs: its order, or the last decimal",
          {page, olds[i].box}, {page, news[i].box});
      break;
    }
  }
  const auto nodes = [](const SceneNode& x, const SceneNode& y) {
    return x.kind == y.kind && x.parent == y.parent && x.title == y.title;
  };
  if (!std::equal(a.nodes.begin(), a.nodes.end(), b.nodes.begin(), b.nodes.end(), nodes)) {
    say("the edition", "the order of reading differs", {}, {});
  }
}

}  // namespace

std::vector<PagePair> pair_pages(const Scene& old_scene, const Scene& new_scene) {
  std::vector<PagePair> pairs;
  std::vector<bool> taken(old_scene.pages.size());
  for (std::size_t j = 0; j < new_scene.pages.size(); ++j) {
    std::size_t i = 0;
    while (i < taken.size() && (taken[i] || old_scene.pages[i].number != new_scene.pages[j].number)) ++i;
    if (i < taken.size()) taken[i] = true;
    pairs.push_back({i < taken.size() ? i : kNoNode, j});
  }
  for (std::size_t i = 0; i < taken.size(); ++i) {
    if (!taken[i]) pairs.push_back({i, kNoNode});
  }
  return pairs;
}

Comparison compare_scenes(const Scene& old_scene, const Scene& new_scene) {
  const Stories before = stories_of(old_scene), after = stories_of(new_scene);
  const Matched matched = match(before, after);
  const Pairing pairing{old_scene, new_scene, before, after, matched};
  Comparison result;
  text_changes(pairing, result.changes);
  fact_changes(pairing, result.changes);
  frame_changes(pairing, result.changes);
  item_changes(pairing, result.changes);
  line_changes(pairing, result.changes);
  look_for_the_rest(old_scene, new_scene, result);
  return result;
}

}  // namespace banxin
