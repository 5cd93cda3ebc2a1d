// The reader of dumps. Nothing in the file is trusted: every kind, number and index is looked at.
#include <algorithm>
#include <array>
#include <cmath>

#include "base/json.h"
#include "base/json_value.h"
#include "base/utf8.h"
#include "compare/scene.h"

namespace banxin {

namespace {

constexpr double kLargestLength = 1e6;  // points

/// Reads one dump; the first thing that is wrong ends it.
class DumpReader {
 public:
  explicit DumpReader(std::string& problem) : problem_(problem) {}

  std::optional<Scene> read(const JsonValue& root) {
    const JsonObject* members = root.object();
    if (members == nullptr || root.find("banxin_page") == nullptr) {
      return fail("", "it is no dump: 'banxin_page' is missing"), std::nullopt;
    }
    for (const auto& [name, value] : *members) {
      if (name == "structure") {
        nodes(value);
      } else if (name == "images") {
        photos(value);
      } else if (name != "pages") {
        scene_.facts[name] = fact(value);
      }
    }
    const JsonArray* list = array(root, "pages", "");
    for (std::size_t i = 0; list != nullptr && good() && i < list->size(); ++i) {
      page((*list)[i], "pages[" + std::to_string(i) + "]");
    }
    if (!good()) return std::nullopt;
    return std::move(scene_);
  }

 private:
  bool good() const { return problem_.empty(); }
  void fail(const std::string& at, const std::string& what) {
    if (good()) problem_ = at.empty() ? what : at + ": " + what;
  }

  static std::string fact(const JsonValue& value) {
    const std::string* text = value.string();
    return text != nullptr ? *text : to_json(value);
  }
  const JsonArray* array(const JsonValue& in, std::string_view name, const std::string& at) {
    const JsonValue* value = in.find(name);
    const JsonArray* list = value == nullptr ? nullptr : value->array();
    if (list == nullptr) fail(at, "'" + std::string(name) + "' is no list");
    return list;
  }
  Length length(const JsonValue* value, const std::string& at) {
    const double* number = value == nullptr ? nullptr : value->number();
    if (number != nullptr && std::abs(*number) <= kLargestLength) return Length::points(*number);
    fail(at, "a length is missing or beyond all paper");
    return {};
  }
  /// A whole number from 0 to `most`.
  std::uint32_t whole(const JsonValue* value, double most, const std::string& at) {
    const double* number = value == nullptr ? nullptr : value->number();
    if (number != nullptr && *number >= 0 && *number <= most && *number == std::floor(*number)) {
      return static_cast<std::uint32_t>(*number);
    }
    fail(at, "a whole number is missing, or not from 0 to " + json_number(most, 0));
    return 0;
  }
  Rect box(const JsonValue* value, const std::string& at) {
    const JsonArray* list = value == nullptr ? nullptr : value->array();
    if (list == nullptr || list->size() != 4) {
      fail(at, "a box is not four numbers");
      return {};
    }
    return {length(&(*list)[0], at), length(&(*list)[1], at), length(&(*list)[2], at),
            length(&(*list)[3], at)};
  }

  void nodes(const JsonValue& value) {
    const JsonArray* list = value.array();
    if (list == nullptr) return fail("", "'structure' is no list");
    for (std::size_t i = 0; i < list->size() && good(); ++i) {
      const std::string at = "structure[" + std::to_string(i) + "]";
      SceneNode node;
      if (whole((*list)[i].find("id"), 1e9, at) != i && good())
        return fail(at, "its id is not " + std::to_string(i));
      if (const JsonValue* kind = (*list)[i].find("kind")) node.kind = fact(*kind);
      if (const JsonValue* title = (*list)[i].find("title")) node.title = fact(*title);
      if (const JsonValue* parent = (*list)[i].find("parent")) {
        if (i == 0) return fail(at, "the document has no parent");
        node.parent = whole(parent, static_cast<double>(i - 1), at);
      }
      scene_.nodes.push_back(std::move(node));
    }
  }

  void photos(const JsonValue& value) {
    const JsonArray* list = value.array();
    if (list == nullptr) return fail("", "'images' is no list");
    for (const JsonValue& image : *list) {
      const JsonValue* name = image.find("name");
      if (name != nullptr) scene_.photos[fact(*name)] = to_json(image);
    }
  }

  void page(const JsonValue& value, const std::string& at) {
    const JsonObject* members = value.object();
    if (members == nullptr) return fail(at, "it is no page");
    ScenePage page;
    page.number = static_cast<int>(whole(value.find("number"), 1e6, at));
    page.width = length(value.find("width"), at), page.height = length(value.find("height"), at);
    if (value.find("type_area") != nullptr) page.type_area = box(value.find("type_area"), at + ".type_area");
    for (const auto& [name, member] : *members) {
      if (name == "fits") {
        frames(member, page, at);
      } else if (name == "slots") {
        slots(member, page, at);
      } else if (name == "items") {
        items(member, page, at);
      } else if (name != "number" && name != "width" && name != "height" && name != "type_area") {
        page.facts[name] = fact(member);
      }
    }
    measure_grid(page);
    scene_.pages.push_back(std::move(page));
  }

  void frames(const JsonValue& value, ScenePage& page, const std::string& at) {
    const JsonArray* list = value.array();
    if (list == nullptr) return fail(at, "'fits' is no list");
    for (std::size_t i = 0; i < list->size() && good(); ++i) {
      const JsonObject* members = (*list)[i].object();
      if (members == nullptr) return fail(at + ".fits[" + std::to_string(i) + "]", "it is no frame");
      SceneFrame frame;
      for (const auto& [name, member] : *members) {
        if (name == "frame") {
          frame.name = fact(member);
        } else if (name == "box") {
          frame.box = box(&member, at + ".fits[" + std::to_string(i) + "]");
        } else {
          frame.facts[name] = fact(member);
        }
      }
      page.frames.push_back(std::move(frame));
    }
  }

  void slots(const JsonValue& value, ScenePage& page, const std::string& at) {
    const JsonArray* list = value.array();
    if (list == nullptr) return fail(at, "'slots' is no list");
    for (std::size_t i = 0; i < list->size() && good(); ++i) {
      const std::string here = at + ".slots[" + std::to_string(i) + "]";
      const JsonValue& member = (*list)[i];
      SceneSlot slot;
      if (const JsonValue* frame = member.find("frame")) slot.frame = fact(*frame);
      slot.column = static_cast<int>(whole(member.find("column"), 1e6, here));
      slot.row = static_cast<int>(whole(member.find("row"), 1e6, here));
      slot.box = box(member.find("box"), here);
      page.slots.push_back(std::move(slot));
    }
  }

  void items(const JsonValue& value, ScenePage& page, const std::string& at) {
    const JsonArray* list = value.array();
    if (list == nullptr) return fail(at, "'items' is no list");
    page.items.reserve(list->size());
    for (std::size_t i = 0; i < list->size() && good(); ++i) {
      item((*list)[i], page, at + ".items[" + std::to_string(i) + "]");
    }
  }

  void item(const JsonValue& value, ScenePage& page, const std::string& at) {
    const JsonObject* members = value.object();
    if (members == nullptr || members->empty()) return fail(at, "it is no item");
    SceneItem item;
    if (const JsonValue* node = value.find("node")) item.node = node_of(node, at);
    if (const JsonValue* colour = value.find("ink")) ink(*colour, item, at);
    const std::string& first = members->front().name;
    if (first == "text") {
      text(value, item, at);
    } else if (first == "rule") {
      item.kind = SceneItem::Kind::kRule, item.box = box(&members->front().value, at);
    } else if (first == "image") {
      item.kind = SceneItem::Kind::kImage, item.box = box(&members->front().value, at);
      if (const JsonValue* photo = value.find("photo")) item.name = fact(*photo);
    } else if (first == "artwork") {
      item.kind = SceneItem::Kind::kArtwork, item.box = box(&members->front().value, at);
      if (const JsonValue* file = value.find("file")) item.name = fact(*file);
    } else if (first == "stroke") {
      stroke(value, item, at);
    } else {
      item.name = first;
      const JsonValue* place = value.find("box") != nullptr ? value.find("box") : &members->front().value;
      if (place->array() != nullptr && place->array()->size() == 4) item.box = box(place, at);
    }
    keep_the_rest(*members, item);
    page.items.push_back(std::move(item));
  }

  std::size_t node_of(const JsonValue* value, const std::string& at) {
    const std::uint32_t node = whole(value, 1e9, at);
    if (good() && node >= scene_.nodes.size()) fail(at, "there is no node " + std::to_string(node));
    return node;
  }

  /// Members without a field of their own are compared as they stand: a later version may write more.
  static void keep_the_rest(const JsonObject& members, SceneItem& item) {
    static constexpr std::array<std::string_view, 13> kRead = {"text",  "node",  "face",   "size",  "ink",
                                                               "y",     "x",     "glyphs", "bytes", "rule",
                                                               "image", "photo", "stroke"};
    for (const auto& [name, value] : members) {
      if (item.kind == SceneItem::Kind::kArtwork && (name == "artwork" || name == "file")) continue;
      const bool size_of_artwork = item.kind == SceneItem::Kind::kArtwork && name == "size";
      const bool width = name == "width" && item.kind == SceneItem::Kind::kStroke;
      const bool read = item.kind == SceneItem::Kind::kOther
                            ? name == "node" || name == "ink"
                            : width || std::find(kRead.begin(), kRead.end(), name) != kRead.end();
      if (!read || size_of_artwork) item.more[name] = fact(value);
    }
  }

  void ink(const JsonValue& value, SceneItem& item, const std::string& at) {
    const JsonArray* list = value.array();
    if (list == nullptr || list->size() != 4) {
      item.ink = fact(value);  // a spot colour by name
      return;
    }
    std::array<std::uint16_t, 4> plates{};
    for (std::size_t i = 0; i < 4; ++i) {
      const double* percent = (*list)[i].number();
      if (percent == nullptr || !(*percent >= 0 && *percent <= 100))
        return fail(at, "an ink is not from 0 to 100");
      plates[i] = static_cast<std::uint16_t>(std::lround(*percent * 10));
    }
    item.plates = {plates[0], plates[1], plates[2], plates[3]};
    item.ink = ink_name(item.plates);
  }

  void stroke(const JsonValue& value, SceneItem& item, const std::string& at) {
    item.kind = SceneItem::Kind::kStroke;
    item.size = length(value.find("width"), at);
    const JsonArray* list = array(value, "stroke", at);
    if (list == nullptr) return;
    if (list->empty() || list->size() % 2 != 0) return fail(at, "a stroke is not pairs of numbers");
    for (std::size_t i = 0; i + 1 < list->size() && good(); i += 2) {
      item.points.push_back({length(&(*list)[i], at), length(&(*list)[i + 1], at)});
    }
    Point low = item.points.front(), high = low;
    for (const Point& p : item.points) {
      low = {std::min(low.x, p.x), std::min(low.y, p.y)},
      high = {std::max(high.x, p.x), std::max(high.y, p.y)};
    }
    const Length half = item.size / 2;
    item.box = {low.x - half, low.y - half, high.x - low.x + item.size, high.y - low.y + item.size};
  }

  /// "x" and "y": one number for all glyphs, or one a glyph.
  std::vector<Length> places(const JsonValue& value, std::string_view name, std::size_t count,
                             const std::string& at) {
    const JsonValue* member = value.find(name);
    const JsonArray* list = member == nullptr ? nullptr : member->array();
    if (list == nullptr) return std::vector<Length>(count, count == 0 ? Length() : length(member, at));
    if (list->size() != count) {
      fail(at, "'" + std::string(name) + "' has " + std::to_string(list->size()) + " numbers for " +
                   std::to_string(count) + " glyphs");
      return {};
    }
    std::vector<Length> out;
    for (const JsonValue& number : *list) out.push_back(length(&number, at));
    return out;
  }

  void text(const JsonValue& value, SceneItem& item, const std::string& at) {
    item.kind = SceneItem::Kind::kText;
    const std::string* words = value.find("text")->string();
    if (words == nullptr) return fail(at, "'text' is no text");
    item.text = *words;
    if (const JsonValue* face = value.find("face")) item.face = fact(*face);
    item.size = length(value.find("size"), at);
    const JsonArray* ids = array(value, "glyphs", at);
    if (ids == nullptr) return;
    const std::vector<Length> x = places(value, "x", ids->size(), at),
                              y = places(value, "y", ids->size(), at);
    for (std::size_t i = 0; i < ids->size() && good(); ++i) {
      item.glyphs.push_back({whole(&(*ids)[i], 65535, at), {x[i], y[i]}, 0, 0});
    }
    if (good()) clusters(value, item, at);
    if (good()) around_glyphs(item);
  }

  /// Which bytes each glyph stands for: as "bytes" says, or one character a glyph.
  void clusters(const JsonValue& value, SceneItem& item, const std::string& at) {
    const auto size = static_cast<std::uint32_t>(item.text.size());
    if (value.find("bytes") == nullptr) {
      std::uint32_t byte = 0;
      for (SceneGlyph& glyph : item.glyphs) {
        glyph.begin = byte;
        if (byte < size) byte += static_cast<std::uint32_t>(decode_utf8(item.text, byte).bytes);
        glyph.end = byte;
      }
      if (byte != size) fail(at, "glyphs and characters are not as many");
      return;
    }
    const JsonArray* list = array(value, "bytes", at);
    if (list == nullptr) return;
    if (list->size() != item.glyphs.size()) return fail(at, "'bytes' are not as many as glyphs");
    for (std::size_t i = 0; i < list->size() && good(); ++i) {
      const JsonArray* range = (*list)[i].array();
      if (range == nullptr || range->size() != 2) return fail(at, "'bytes' are not pairs");
      item.glyphs[i].begin = whole(&(*range)[0], size, at),
      item.glyphs[i].end = whole(&(*range)[1], size, at);
      if (item.glyphs[i].begin > item.glyphs[i].end) return fail(at, "'bytes' run backwards");
    }
  }

  static void around_glyphs(SceneItem& item) {
    if (item.glyphs.empty()) return;
    Point low = item.glyphs.front().origin, high = low;
    for (const SceneGlyph& g : item.glyphs) {
      low = {std::min(low.x, g.origin.x), std::min(low.y, g.origin.y)};
      high = {std::max(high.x, g.origin.x), std::max(high.y, g.origin.y)};
    }
    const Length up = Em::of(0.88).at(item.size);
    item.box = {low.x, low.y - up, high.x - low.x + item.size, high.y - low.y + item.size};
  }

  std::string& problem_;
  Scene scene_;
};

}  // namespace

std::optional<Scene> read_dump(std::string_view text, std::string& problem) {
  problem.clear();
  const std::optional<JsonValue> root = read_json(text, problem);
  if (!root) return std::nullopt;
  return DumpReader(problem).read(*root);
}

}  // namespace banxin
