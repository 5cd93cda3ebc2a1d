#include "preview/live_edition.h"

#include <filesystem>
#include <string_view>

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

class PageKey {
 public:
  explicit PageKey(const PlacedEdition& edition) : edition_(edition) {}

  void operator()(const DrawText& text) {
    add_node(text.node);
    key_.add(text.face), key_.add(text.size), key_.add(text.ink), key_.add(text.text);
    for (const PlacedGlyph& glyph : text.glyphs) key_.add(glyph.id), key_.add(glyph.origin);
  }
  void operator()(const DrawRule& rule) { key_.add(rule.box), key_.add(rule.ink); }
  void operator()(const DrawStroke& stroke) {
    key_.add(stroke.width), key_.add(stroke.ink);
    for (const Point& point : stroke.points) key_.add(point);
  }
  void operator()(const DrawImage& image) {
    add_node(image.node);
    key_.add(image.box);
    for (const double part : {image.crop_x, image.crop_y, image.crop_width, image.crop_height})
      key_.add(static_cast<std::uint64_t>(part * 1e9));
    add_file(edition_.images[image.image].path);
  }
  void operator()(const DrawArtwork& art) {
    add_node(art.node);
    key_.add(art.box);
    const Artwork& file = edition_.artworks[art.artwork];
    key_.add(static_cast<std::uint64_t>(file.page.value)), key_.add(static_cast<std::uint64_t>(file.box));
    add_file(file.path);
  }
  void add(const PlacedPage& page) {
    key_.add(static_cast<std::uint64_t>(page.number));
    key_.add(page.width), key_.add(page.height), key_.add(page.bleed);
    for (const DrawItem& item : page.items) {
      key_.add(item.index());
      std::visit(*this, item);
    }
  }
  std::uint64_t value() const { return key_.value(); }

 private:
  void add_file(const std::string& path) {
    std::error_code error;
    key_.add(path);
    key_.add(std::filesystem::file_size(path, error));
    const auto written = std::filesystem::last_write_time(path, error);
    key_.add(error ? 0 : static_cast<std::uint64_t>(written.time_since_epoch().count()));
  }

  /// Numbers of nodes depend on the pages before; what they say does not.
  void add_node(NodeId node) {
    if (node == last_ || node >= edition_.structure.size()) return;
    last_ = node;
    key_.add(static_cast<std::uint64_t>(edition_.structure[node].kind));
    key_.add(edition_.structure[node].title);
  }

  const PlacedEdition& edition_;
  Key key_;
  NodeId last_ = kArtifact;
};

}  // namespace

std::uint64_t page_key(const PlacedEdition& edition, std::size_t page) {
  PageKey key(edition);
  key.add(edition.pages[page]);
  return key.value();
}

}  // namespace banxin
