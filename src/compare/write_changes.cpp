#include "compare/write_changes.h"

#include <set>

#include "base/json.h"

namespace banxin {

namespace {

constexpr std::size_t kMostRegionsShown = 8;  // of pixels, to people

void write_place(JsonWriter& json, const char* name, const ChangePlace& place, const Scene& scene) {
  if (place.page == kNoNode) return;
  json.key(name).begin_object().member("page", scene.pages[place.page].number);
  const Rect& box = place.box;
  if (!box.empty()) {
    json.key("box").begin_array().value(box.x).value(box.y).value(box.width).value(box.height).end_array();
  }
  json.end_object();
}

void write_change(JsonWriter& json, const Change& change, const Scene& old_scene, const Scene& new_scene) {
  json.line().begin_object().member("layer", layer_name(change.layer)).member("kind", change.kind);
  json.member("where", change.where).member("message", change.message);
  if (!change.before.empty() || !change.after.empty()) {
    json.member("before", change.before).member("after", change.after);
  }
  if (!change.context_before.empty() || !change.context_after.empty()) {
    json.member("context_before", change.context_before).member("context_after", change.context_after);
  }
  write_place(json, "old", change.old_place, old_scene);
  write_place(json, "new", change.new_place, new_scene);
  json.end_object();
}

std::string counted(std::size_t count, const char* one, const char* several) {
  return std::to_string(count) + " " + (count == 1 ? one : several);
}

}  // namespace

const char* layer_name(Layer layer) {
  switch (layer) {
    case Layer::kText:
      return "text";
    case Layer::kGeometry:
      return "geometry";
    case Layer::kPixels:
      break;
  }
  return "pixels";
}

std::string count_in_words(const Comparison& comparison) {
  std::size_t text = 0, geometry = 0;
  std::set<std::size_t> drawn;
  for (const Change& change : comparison.changes) {
    text += change.layer == Layer::kText;
    geometry += change.layer == Layer::kGeometry;
    if (change.layer == Layer::kPixels) drawn.insert(change.new_place.page);
  }
  const std::size_t pages = drawn.size();
  if (text + geometry + pages == 0) return "the same";
  return counted(text, "change", "changes") + " in the words, " + std::to_string(geometry) +
         " in the places, " + counted(pages, "page", "pages") + " with other pixels";
}

std::string changes_for_people(const Comparison& comparison) {
  std::string out, where;
  std::size_t regions = 0;
  for (const Change& change : comparison.changes) {
    if (change.layer == Layer::kPixels && ++regions > kMostRegionsShown) continue;
    if (change.where != where) out += change.where + "\n";
    where = change.where;
    out += "  " + change.message + "\n";
  }
  if (regions > kMostRegionsShown) {
    out += "  and " + std::to_string(regions - kMostRegionsShown) + " more places with other pixels\n";
  }
  return out + count_in_words(comparison) + "\n";
}

std::string changes_as_json(const Comparison& comparison, const Scene& old_scene, const Scene& new_scene,
                            const SideNames& names) {
  JsonWriter json;
  json.begin_object();
  json.line().member("banxin_diff", 1);  // version of this form
  json.line().member("old", names.old_name);
  json.line().member("new", names.new_name);
  json.line().member("same", comparison.same());
  json.line().key("changes").begin_array();
  for (const Change& change : comparison.changes) write_change(json, change, old_scene, new_scene);
  json.line().end_array();
  json.line().key("pixels").begin_array();
  for (const PagePixels& page : comparison.pixels) {
    json.line().begin_object().member("page", new_scene.pages[page.new_page].number);
    json.member("differing", page.count).member("largest", page.largest);
    json.member("equal", page.regions.empty()).member("regions", page.regions.size()).end_object();
  }
  json.line().end_array();
  json.line().end_object();
  return json.text() + "\n";
}

}  // namespace banxin
