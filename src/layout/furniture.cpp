#include "layout/furniture.h"

#include "layout/edges.h"
#include "layout/overset.h"
#include "layout/qr_code.h"
#include "layout/qr_frame.h"

namespace banxin {

void draw_furniture(const FurniturePlace& place) {
  FrameFit fit;
  fit.frame = place.frame.name.value;
  fit.box = place.area();
  fit.furniture = true;
  place.page.fits.push_back(std::move(fit));
  struct Draw {
    const FurniturePlace& place;
    void operator()(std::monostate) const {}
    void operator()(const Nameplate& plate) const { draw_nameplate(plate, place); }
    void operator()(const TextFrame& text) const { draw_text_frame(text, place); }
    void operator()(const DigestFrame& digest) const { draw_digest(digest, place); }
    void operator()(const QrFrame& qr) const { draw_qr_frame(qr, place); }
    void operator()(const AdvertFrame& advert) const { draw_advert(advert, place); }
  };
  std::visit(Draw{place}, place.frame.furniture);
}

NodeId add_furniture_node(PlacedEdition& edition, StructureNode::Kind kind, NodeId parent, std::string title,
                          SourceSpan source) {
  edition.structure.push_back({kind, parent, std::move(title), source});
  return static_cast<NodeId>(edition.structure.size() - 1);
}

void report_overset(const FurniturePlace& place, SourceSpan where, int lines, const std::string& text) {
  FrameFit& fit = place.page.fits.back();
  fit.over_lines = lines;
  fit.over_text = text;
  place.diags.error("overset", where,
                    "frame '" + place.frame.name.value + "' is over by " + std::to_string(lines) + " 行",
                    "cut that much, or give the frame more rows; this did not fit: " + in_short(text));
}

void draw_qr_frame(const QrFrame& qr, const FurniturePlace& place) { draw_qr(qr.text, place.area(), place); }

void draw_qr(const FieldText& text, const Rect& box, const FurniturePlace& place) {
  /// Smaller modules run together on newsprint.
  constexpr Length kSmallest = Length::millimetres(0.35);
  const std::optional<QrCode> code = qr_code(place.fields.filled(text.value), box);
  if (!code || code->module <= Length()) {
    place.diags.error("qr-code", text.where, "the text does not fit in a QR code of this size",
                      "give a shorter address, or more room");
    return;
  }
  if (code->module < kSmallest) {
    place.diags.warning("qr-too-small", text.where, "the squares of the QR code are smaller than 0.35 mm",
                        "give it more room, or a shorter address");
  }
  for (const Rect& dark : code->dark) place.page.items.emplace_back(DrawRule{kArtifact, dark, kBlack});
}

}  // namespace banxin
