#include "compare/draw_scene.h"

#include <algorithm>
#include <cstddef>
#include <optional>

#include "base/json_value.h"

namespace banxin {

namespace {

constexpr Ink kNoPhoto{0, 0, 0, 250};

FaceId face_named(const FontCatalogue& faces, const std::string& name) {
  for (std::size_t i = 0; i < faces.faces.size() && i < kNoFace; ++i) {
    if (faces.faces[i].name.value == name) return static_cast<FaceId>(i);
  }
  return kNoFace;
}

/// The four numbers of "crop", when they are fractions.
void crop(const SceneItem& item, DrawImage& image) {
  const auto found = item.more.find("crop");
  std::string problem;
  if (found == item.more.end()) return;
  const std::optional<JsonValue> value = read_json(found->second, problem);
  if (!value || value->array() == nullptr || value->array()->size() != 4) return;
  double parts[4];
  for (std::size_t i = 0; i < 4; ++i) {
    const double* number = (*value->array())[i].number();
    if (number == nullptr || !(*number >= 0 && *number <= 1)) return;
    parts[i] = *number;
  }
  if (parts[2] <= 0 || parts[3] <= 0 || parts[0] + parts[2] > 1.0001 || parts[1] + parts[3] > 1.0001) return;
  image.crop_x = parts[0], image.crop_y = parts[1], image.crop_width = parts[2], image.crop_height = parts[3];
}

/// 0 when the dump does not say it.
int number(const SceneItem& item, const char* name) {
  const auto found = item.more.find(name);
  std::string problem;
  if (found == item.more.end()) return 0;
  const std::optional<JsonValue> value = read_json(found->second, problem);
  const double* const is = value ? value->number() : nullptr;
  return is != nullptr && *is >= 0 && *is <= 1000 ? static_cast<int>(*is) : 0;
}

class Maker {
 public:
  Maker(const FontCatalogue& faces, const std::map<std::string, PlacedImage>& photos,
        const std::vector<Artwork>& artworks)
      : faces_(faces), photos_(photos) {
    edition_.artworks = artworks;
  }

  PlacedEdition make(const Scene& scene) {
    edition_.structure.emplace_back();
    for (const ScenePage& from : scene.pages) {
      PlacedPage page;
      page.number = from.number, page.width = from.width, page.height = from.height,
      page.type_area = from.type_area;
      for (const SceneItem& item : from.items) add(item, page);
      edition_.pages.push_back(std::move(page));
    }
    return std::move(edition_);
  }

 private:
  void add(const SceneItem& item, PlacedPage& page) {
    switch (item.kind) {
      case SceneItem::Kind::kText:
        return text(item, page);
      case SceneItem::Kind::kRule:
        page.items.emplace_back(DrawRule{kArtifact, item.box, item.plates});
        return;
      case SceneItem::Kind::kStroke:
        page.items.emplace_back(DrawStroke{kArtifact, item.points, item.size, item.plates});
        return;
      case SceneItem::Kind::kImage:
        return photo(item, page);
      case SceneItem::Kind::kArtwork:
        return artwork(item, page);
      case SceneItem::Kind::kOther:
        return;
    }
  }

  void text(const SceneItem& item, PlacedPage& page) {
    DrawText draw;
    draw.face = face_named(faces_, item.face);
    if (draw.face == kNoFace || item.glyphs.empty() || item.size <= Length()) return;
    draw.size = item.size, draw.ink = item.plates, draw.text = item.text;
    if (number(item, "turn") == 90) draw.turn = Turn::kClockwise;
    if (const int width = number(item, "width_percent"); width >= 1 && width <= 100)
      draw.width_percent = width;
    for (const SceneGlyph& g : item.glyphs) draw.glyphs.push_back({g.id, g.origin, g.begin, g.end});
    page.items.emplace_back(std::move(draw));
  }

  void photo(const SceneItem& item, PlacedPage& page) {
    const auto found = photos_.find(item.name);
    if (found == photos_.end() || item.box.empty()) {
      page.items.emplace_back(DrawRule{kArtifact, item.box, kNoPhoto});
      return;
    }
    const auto [known, fresh] =
        images_.try_emplace(item.name, static_cast<std::uint32_t>(edition_.images.size()));
    if (fresh) edition_.images.push_back(found->second);
    DrawImage draw;
    draw.box = item.box, draw.image = known->second;
    crop(item, draw);
    page.items.emplace_back(draw);
  }

  void artwork(const SceneItem& item, PlacedPage& page) {
    const auto number = item.more.find("page");
    const std::string wanted = number == item.more.end() ? "1" : number->second;
    const auto known =
        std::find_if(edition_.artworks.begin(), edition_.artworks.end(), [&](const Artwork& art) {
          return art.file.value == item.name && std::to_string(art.page.value) == wanted;
        });
    if (known == edition_.artworks.end() || item.box.empty()) {
      page.items.emplace_back(DrawRule{kArtifact, item.box, kNoPhoto});
      return;
    }
    const auto index = static_cast<std::uint32_t>(known - edition_.artworks.begin());
    page.items.emplace_back(DrawArtwork{kArtifact, item.box, index});
  }

  const FontCatalogue& faces_;
  const std::map<std::string, PlacedImage>& photos_;
  std::map<std::string, std::uint32_t> images_;
  PlacedEdition edition_;
};

}  // namespace

PlacedEdition to_placed(const Scene& scene, const FontCatalogue& faces,
                        const std::map<std::string, PlacedImage>& photos,
                        const std::vector<Artwork>& artworks) {
  return Maker(faces, photos, artworks).make(scene);
}

}  // namespace banxin
