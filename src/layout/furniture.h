// Page furniture: nameplate, digest, free text, QR codes and advertisements in their frames.
#pragma once

#include <optional>

#include "layout/fields.h"
#include "layout/frame_area.h"
#include "layout/setter.h"
#include "layout/text_area.h"

namespace banxin {

/// What every kind of furniture needs to draw itself.
struct FurniturePlace {
  const Frame& frame;
  const PageSpec& spec;
  const FieldValues& fields;
  const Setter& setter;
  const TextArea& grid;
  Diagnostics& diags;
  PlacedEdition& edition;
  PlacedPage& page;

  Rect area() const { return furniture_box(frame, grid, page.number); }
};

/// Draws the frame's furniture, and tells of its fit. Findings: "overset", "nameplate-too-wide", "qr-code",
/// "qr-too-small", "ad-size".
void draw_furniture(const FurniturePlace& place);

void draw_nameplate(const Nameplate& plate, const FurniturePlace& place);
void draw_text_frame(const TextFrame& text, const FurniturePlace& place);
void draw_digest(const DigestFrame& digest, const FurniturePlace& place);
void draw_qr_frame(const QrFrame& qr, const FurniturePlace& place);
void draw_advert(const AdvertFrame& frame, const FurniturePlace& place);

/// A node of the reading order for furniture that readers want to read.
NodeId add_furniture_node(PlacedEdition& edition, StructureNode::Kind kind, NodeId parent, std::string title,
                          SourceSpan source);

/// Copy of a furniture frame that did not fit: error "overset".
void report_overset(const FurniturePlace& place, SourceSpan where, int lines, const std::string& text);

}  // namespace banxin
