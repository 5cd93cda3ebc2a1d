// 广告: what was booked, in the place that was booked for it.
#include <algorithm>

#include "base/json.h"
#include "layout/artwork.h"
#include "layout/edges.h"
#include "layout/furniture.h"
#include "layout/furniture_text.h"

namespace banxin {

namespace {

/// The word 广告 in a row of its own, at the right; returns what is left below.
Rect draw_label(const AdvertFrame& frame, const Rect& area, const FurniturePlace& place) {
  if (frame.label.value.empty()) return area;
  const Style& style = place.setter.style("advert-label");
  const FurnitureRow row =
      set_one_line(frame.label, place.fields, {&style, &style, &style, &style}, place.setter);
  const Length pitch = place.setter.layout().grid.pitch;
  const Length y = area.y + (place.setter.layout().grid.size - style.size) / 2;
  draw_row(row, {area.right() - row.natural, y}, row.natural, kArtifact, place.page.items);
  return {area.x, area.y + pitch, area.width, area.height - pitch};
}

/// The booked size in the middle of the frame; nothing booked: all of it.
Rect booked_in(const Rect& room, const Advert& advert, const FurniturePlace& place) {
  const Length width = advert.width > Length() ? advert.width : room.width;
  const Length height = advert.height > Length() ? advert.height : room.height;
  constexpr Length kTolerance = Length::millimetres(0.5);
  if (width > room.width + kTolerance || height > room.height + kTolerance) {
    place.diags.error("ad-size", advert.size_where,
                      "the booking of " + in_millimetres(width, height) + " does not fit frame '" +
                          place.frame.name.value + "' of " + in_millimetres(room.width, room.height),
                      "give the frame more columns or rows, or book another size");
  }
  const Length w = std::min(width, room.width), h = std::min(height, room.height);
  return {room.x + (room.width - w) / 2, room.y + (room.height - h) / 2, w, h};
}

/// What was delivered against what was booked (newspaper.md 3: "exact size, no marks").
void check_size(const Artwork& art, const Rect& booked, const FurniturePlace& place) {
  constexpr Length kTolerance = Length::millimetres(0.5);
  if (!art.usable) return;
  const bool picture = art.kind == Artwork::Kind::kPicture;
  const double x = picture ? art.pixels_x : art.width.pt(), y = picture ? art.pixels_y : art.height.pt();
  const double scale = std::min(booked.width.pt() / x, booked.height.pt() / y);
  const auto off = [&](Length has, Length wanted) {
    return has - wanted > kTolerance || wanted - has > kTolerance;
  };
  if (picture) {  // it has no size of its own, but a shape
    const Length w = Length::points(x * scale), h = Length::points(y * scale);
    if (!off(w, booked.width) && !off(h, booked.height)) return;
    place.diags.warning("ad-size", art.file.where,
                        "advertisement '" + art.file.value + "' has not the shape of its booking of " +
                            in_millimetres(booked.width, booked.height),
                        "it is set as " + in_millimetres(w, h) + "; ask for one of the booked size");
    return;
  }
  if (!off(art.width, booked.width) && !off(art.height, booked.height)) return;
  place.diags.warning("ad-size", art.file.where,
                      "advertisement '" + art.file.value + "' is " + in_millimetres(art.width, art.height) +
                          "; booked are " + in_millimetres(booked.width, booked.height),
                      "it is set at " + json_number(scale * 100, 1) + " %; ask for one of the booked size");
}

}  // namespace

void draw_advert(const AdvertFrame& frame, const FurniturePlace& place) {
  const Rect area = place.area();
  Rect room = draw_label(frame, area, place);
  draw_box(frame.box, room, kBlack, place.page.items);
  room = inset(room, depth_of(frame.box));
  const auto bound = place.spec.adverts.find(place.frame.name.value);
  if (bound == place.spec.adverts.end()) {
    return draw_placeholder("广告", in_millimetres(room.width, room.height), room, place);
  }
  const Advert& advert = bound->second;
  const Rect booked = booked_in(room, advert, place);
  check_size(advert.art, booked, place);
  if (!advert.art.usable) {
    return draw_placeholder("广告 " + advert.art.file.value, in_millimetres(booked.width, booked.height),
                            booked, place);
  }
  draw_artwork(advert.art, booked, {}, place);
}

}  // namespace banxin
