#include "preview/live_edition.h"

#include <algorithm>
#include <string_view>
#include <variant>

#include "base/file_stamp.h"
#include "render/screen.h"

namespace banxin {

namespace {

/// FNV-1a, 64 bits, a word at a time.
class Key {
 public:
  void add(std::uint64_t word) {
    value_ = (value_ ^ word) * 0x100000001B3u;
    value_ ^= value_ >> 29;
  }
  void add(Length length) { add(static_cast<std::uint64_t>(length.units())); }
  void add(const Point& point) { add(point.x), add(point.y); }
  void add(const Rect& box) { add(box.x), add(box.y), add(box.width), add(box.height); }
  void add(Ink ink) {
    add(std::uint64_t{ink.c} << 48 | std::uint64_t{ink.m} << 32 | std::uint64_t{ink.y} << 16 | ink.k);
  }
  void add(std::string_view text) {
    add(text.size());
    for (const char c : text) add(static_cast<std::uint64_t>(static_cast<unsigned char>(c)));
  }
  std::uint64_t value() const { return value_; }

 private:
  std::uint64_t value_ = 0xCBF29CE484222325u;
};

class ItemKey {
 public:
  explicit ItemKey(const PlacedEdition& edition) : edition_(edition) {}

  void operator()(const DrawText& text) {
    key_.add(text.face), key_.add(text.size), key_.add(text.ink), key_.add(text.text);
    key_.add(static_cast<std::uint64_t>(text.turn)), key_.add(static_cast<std::uint64_t>(text.width_percent));
    for (const PlacedGlyph& glyph : text.glyphs) key_.add(glyph.id), key_.add(glyph.origin);
  }
  void operator()(const DrawRule& rule) { key_.add(rule.box), key_.add(rule.ink); }
  void operator()(const DrawStroke& stroke) {
    key_.add(stroke.width), key_.add(stroke.ink);
    for (const Point& point : stroke.points) key_.add(point);
  }
  void operator()(const DrawImage& image) {
    key_.add(image.box);
    for (const double part : {image.crop_x, image.crop_y, image.crop_width, image.crop_height})
      key_.add(static_cast<std::uint64_t>(part * 1e9));
    add_file(edition_.images[image.image].path);
  }
  void operator()(const DrawArtwork& art) {
    key_.add(art.box);
    const Artwork& file = edition_.artworks[art.artwork];
    key_.add(static_cast<std::uint64_t>(file.page.value)), key_.add(static_cast<std::uint64_t>(file.box));
    add_file(file.path);
  }
  static std::uint64_t of(const PlacedEdition& edition, const DrawItem& item) {
    ItemKey key(edition);
    key.key_.add(item.index());
    std::visit(key, item);
    return key.key_.value();
  }

 private:
  void add_file(const std::string& path) { key_.add(path), key_.add(to_string(stamp_of(path))); }

  const PlacedEdition& edition_;
  Key key_;
};

}  // namespace

PageKeys page_keys(const PlacedEdition& edition, std::size_t index) {
  const PlacedPage& page = edition.pages[index];
  PageKeys out;
  Key key;
  key.add(static_cast<std::uint64_t>(page.number));
  key.add(page.width), key.add(page.height), key.add(page.bleed);
  NodeId last = kArtifact;
  for (const DrawItem& item : page.items) {
    out.items.push_back(ItemKey::of(edition, item));
    key.add(out.items.back());
    // Numbers of nodes depend on the pages before; what they say does not.
    const NodeId node = std::visit([](const auto& any) { return any.node; }, item);
    if (node == last || node >= edition.structure.size()) continue;
    last = node;
    key.add(static_cast<std::uint64_t>(edition.structure[node].kind));
    key.add(edition.structure[node].title);
  }
  out.page = key.value();
  return out;
}

std::optional<Rect> changed_area(const LivePage& before, const LivePage& after) {
  const PlacedPage &old_page = before.shown(), &new_page = after.shown();
  if (old_page.width != new_page.width || old_page.height != new_page.height) return std::nullopt;
  // Frames draw one after the other: what is the same before and after the difference is not under it.
  const std::size_t least = std::min(before.items.size(), after.items.size());
  std::size_t first = 0, last = 0;
  while (first < least && before.items[first] == after.items[first]) ++first;
  const auto from_end = [](const std::vector<std::uint64_t>& v, std::size_t i) {
    return v[v.size() - 1 - i];
  };
  while (last < least - first && from_end(before.items, last) == from_end(after.items, last)) ++last;
  Rect area;
  for (const PlacedPage* page : {&old_page, &new_page}) {
    for (std::size_t i = first; i + last < page->items.size(); ++i)
      area = united(area, painted_area(page->items[i]));
  }
  return area;
}

}  // namespace banxin
