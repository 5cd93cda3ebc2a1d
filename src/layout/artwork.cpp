#include "layout/artwork.h"

#include <algorithm>

#include "base/json.h"
#include "layout/furniture_text.h"
#include "layout/headline.h"

namespace banxin {

namespace {

std::uint32_t image_index(const Artwork& art, PlacedEdition& edition) {
  for (std::size_t i = 0; i < edition.images.size(); ++i) {
    if (edition.images[i].path == art.path) return static_cast<std::uint32_t>(i);
  }
  edition.images.push_back({art.path, art.file.value, art.pixels_x, art.pixels_y});
  return static_cast<std::uint32_t>(edition.images.size() - 1);
}

std::uint32_t artwork_index(const Artwork& art, PlacedEdition& edition) {
  for (std::size_t i = 0; i < edition.artworks.size(); ++i) {
    const Artwork& known = edition.artworks[i];
    const bool same = known.path == art.path && known.page.value == art.page.value && known.box == art.box;
    if (same) return static_cast<std::uint32_t>(i);
  }
  edition.artworks.push_back(art);
  return static_cast<std::uint32_t>(edition.artworks.size() - 1);
}

/// The largest box of the shape of `width` to `height` in `room`.
Rect fitted(double width, double height, const Rect& room, Align align) {
  const double scale = std::min(room.width.pt() / width, room.height.pt() / height);
  const Length w = std::min(room.width, Length::points(width * scale));
  const Length h = std::min(room.height, Length::points(height * scale));
  return {room.x + aligned(align, room.width, w), room.y + (room.height - h) / 2, w, h};
}

NodeId figure_of(const Artwork& art, PlacedEdition& edition) {
  if (art.alt.empty()) return kArtifact;
  const NodeId article = add_furniture_node(edition, StructureNode::Kind::kArticle, 0, "", {});
  return add_furniture_node(edition, StructureNode::Kind::kFigure, article, art.alt, art.file.where);
}

}  // namespace

std::string in_millimetres(Length width, Length height) {
  return json_number(width.mm(), 1) + " × " + json_number(height.mm(), 1) + " mm";
}

void draw_artwork(const Artwork& art, const Rect& room, ArtworkFit fit, const FurniturePlace& place) {
  if (!art.usable)
    return draw_placeholder(art.file.value, in_millimetres(room.width, room.height), room, place);
  const NodeId node = figure_of(art, place.edition);
  if (art.kind == Artwork::Kind::kPicture) {
    DrawImage image;
    image.node = node;
    image.box = fitted(art.pixels_x, art.pixels_y, room, fit.align);
    image.image = image_index(art, place.edition);
    place.page.items.emplace_back(image);
    return;
  }
  const Rect box = fitted(art.width.pt(), art.height.pt(), room, fit.align);
  place.page.items.emplace_back(DrawArtwork{node, box, artwork_index(art, place.edition)});
}

void draw_placeholder(const std::string& words, const std::string& detail, const Rect& room,
                      const FurniturePlace& place) {
  constexpr Length kEdge = Length::points(0.5);
  constexpr Ink kGrey{0, 0, 0, 150};
  std::vector<DrawItem>& items = place.page.items;
  items.emplace_back(DrawRule{kArtifact, room, kGrey});
  items.emplace_back(DrawStroke{kArtifact, {{room.x, room.y}, {room.right(), room.bottom()}}, kEdge, kBlack});
  const Style& style = place.setter.style("furniture-title");
  const FurnitureLook look{&style, &style, &style, &style};
  Length y = room.y + (room.height - style.pitch * 2) / 2;
  for (const std::string& text : {words, detail}) {
    const FurnitureRow row = set_one_line({text, place.frame.name.where}, place.fields, look, place.setter);
    const Length x = room.x + (room.width - row.natural) / 2;
    items.emplace_back(DrawRule{
        kArtifact, {x - style.size / 2, y - style.size / 4, row.natural + style.size, style.pitch}, kWhite});
    draw_row(row, {x, y}, row.natural, kArtifact, items);
    y += style.pitch;
  }
}

}  // namespace banxin
