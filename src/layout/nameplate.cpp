// 报头: the paper's name, and its block of date, numbers, publisher and QR code.
#include <algorithm>

#include "layout/artwork.h"
#include "layout/edges.h"
#include "layout/furniture.h"
#include "layout/furniture_text.h"
#include "layout/headline.h"
#include "layout/qr_frame.h"

namespace banxin {

namespace {

/// The frame cut in two, with a divider between.
struct Halves {
  Rect name, block;
  Point divider;  ///< where it starts
};

class NameplateSetter {
 public:
  NameplateSetter(const Nameplate& plate, const FurniturePlace& place)
      : plate_(plate), place_(place), gap_(place.setter.layout().grid.size) {
    const Style &block = place.setter.style("nameplate-block"),
                &strong = place.setter.style("nameplate-strong");
    look_ = {&block, &strong, &place.setter.style("emphasis"), &strong, true};
  }

  void draw() {
    const Rect area = place_.area();
    draw_box(plate_.box, area, kBlack, place_.page.items);
    const Length depth = depth_of(plate_.box);
    const Rect room = depth > Length() ? inset(area, depth + gap_ / 2) : area;
    if (plate_.text.value.empty() && plate_.qr.value.empty()) return draw_name(room);
    const bool below = plate_.at == Nameplate::BlockAt::kBelow;
    const Halves halves = below ? cut_below(room) : cut_beside(room);
    draw_name(halves.name);
    if (below) {
      draw_rule_across(plate_.divider, halves.divider, room.width, kBlack, place_.page);
      draw_block_below(halves.block);
    } else {
      draw_rule_down(plate_.divider, halves.divider, room.height, kBlack, place_.page);
      draw_block_beside(halves.block);
    }
  }

 private:
  // ---- the block

  Length qr_side(Length most) const {
    if (plate_.qr.value.empty()) return {};
    return plate_.qr_size > Length() ? std::min(plate_.qr_size, most) : most;
  }

  std::vector<FurnitureRow> rows_in(Length measure) const {
    return set_furniture(plate_.text, place_.fields, look_, place_.setter, measure);
  }

  /// A block below is as high as its lines, or as its QR code where that has a size.
  Halves cut_below(const Rect& room) {
    const std::vector<FurnitureRow> rows = rows_in(room.width);
    const Length text = height_of(rows, 0, rows.size());
    const Length block = std::min(room.height, std::max(text, qr_side(std::max(text, plate_.qr_size))));
    const Length y = room.bottom() - block, rule = depth_of(plate_.divider);
    const Length divider = y - gap_ / 2 - rule;
    return {{room.x, room.y, room.width, divider - gap_ / 2 - room.y},
            {room.x, y, room.width, block},
            {room.x, divider}};
  }

  Halves cut_beside(const Rect& room) {
    const Length width = std::min(block_width(room), room.width);
    const Length rule = depth_of(plate_.divider), taken = width + gap_ + rule;
    Halves out;
    out.name = {room.x, room.y, room.width - taken - gap_, room.height};
    out.block = {room.right() - width, room.y, width, room.height};
    out.divider = {out.block.x - gap_ - rule, room.y};
    if (plate_.at == Nameplate::BlockAt::kRight) return out;
    out.name.x = room.x + taken + gap_;
    out.block.x = room.x;
    out.divider.x = room.x + width + gap_;
    return out;
  }

  Length block_width(const Rect& room) const {
    if (plate_.block_width > Length()) return plate_.block_width;
    Length widest = plate_.qr_size;
    for (const FurnitureRow& row : rows_in(room.width)) widest = std::max(widest, row.natural);
    return widest;
  }

  void draw_block_below(const Rect& block) {
    Rect text = block;
    if (const Length side = qr_side(block.height); side > Length()) {
      draw_qr(plate_.qr, {block.right() - side, block.y + (block.height - side) / 2, side, side}, place_);
      text.width -= side + gap_;
    }
    draw_rows(rows_in(text.width), text);
  }

  /// The lines over the QR code, the stack in the middle of the height.
  void draw_block_beside(const Rect& block) {
    const std::vector<FurnitureRow> rows = rows_in(block.width);
    const Length lines = height_of(rows, 0, rows.size());
    const Length between = rows.empty() ? Length() : gap_;
    const Length side = qr_side(std::min(block.width, block.height - lines - between));
    const Length stack = lines + (side > Length() ? between + side : Length());
    const Length y = block.y + (block.height - stack) / 2;
    draw_rows(rows, {block.x, y, block.width, lines});
    if (side > Length()) {
      draw_qr(plate_.qr, {block.x + (block.width - side) / 2, y + lines + between, side, side}, place_);
    }
  }

  void draw_rows(const std::vector<FurnitureRow>& rows, const Rect& block) {
    const Length height = height_of(rows, 0, rows.size());
    if (height > block.height + Length::units(1)) {
      const Length pitch = look_.base->pitch;
      const Length over = height - block.height;
      report_overset(place_, plate_.text.where, static_cast<int>((over + pitch - Length::units(1)) / pitch),
                     place_.fields.filled(plate_.text.value));
    }
    Length y = block.y + std::max(Length(), (block.height - height) / 2);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (i > 0) y += rows[i].before;
      draw_row(rows[i], {block.x, y}, block.width, kArtifact, place_.page.items);
      y += rows[i].pitch;
    }
  }

  // ---- the name

  void draw_name(const Rect& room) {
    const Style& style = place_.setter.style("nameplate");
    if (plate_.art.file.where.file != SourceSpan::kNoFile) {
      return draw_artwork(plate_.art, room, {style.align == Align::kStart ? Align::kStart : Align::kCentre},
                          place_);
    }
    name_.text =
        plate_.name.value.empty() ? place_.fields.value("paper") : place_.fields.filled(plate_.name.value);
    name_.origin = {{0, plate_.name.where}};
    if (name_.text.find_first_not_of(" \t\n") == std::string::npos) {
      place_.diags.error("empty-frame", where_of_name(), "the nameplate has no name",
                         "write `name:` in its frame, or `paper:` in the edition");
      return;
    }
    if (plate_.direction == Nameplate::Direction::kStacked) return draw_stacked(room, style);
    Style set = style;
    ShapedCopy shaped = place_.setter.shape(name_, set);
    const BreakOptions options{.justify = false};
    const Length endless = Length::points(100000);
    Line line = break_lines(shaped.shaped, std::span(&endless, 1), options).lines.front();
    const auto gaps = static_cast<std::int64_t>(shaped.shaped.cells.size()) - 1;
    if (style.align == Align::kJustify && gaps > 0 && line.natural < room.width) {  // 均排
      set.tracking += in_em((room.width - line.natural) / gaps, set.size);
      shaped = place_.setter.shape(name_, set);
      line = break_lines(shaped.shaped, std::span(&endless, 1), options).lines.front();
    }
    const bool wide = is_too_large(line.natural, room.width, "wide", style),
               high = is_too_large(style.size, room.height, "high", style);
    if (wide || high) {  // drawn so that it fits, for one finding is enough
      set.size = std::min(scaled(style.size, room.width, line.natural), room.height);
      shaped = place_.setter.shape(name_, set);
      line = break_lines(shaped.shaped, std::span(&endless, 1), options).lines.front();
    }
    const Align align = style.align == Align::kJustify ? Align::kStart : style.align;
    const Point start{room.x + aligned(align, room.width, line.natural),
                      room.y + (room.height - set.size) / 2 + place_.setter.ascent(set)};
    draw_line(shaped, line, options, start, kArtifact, place_.page.items);
  }

  /// One character below the other, each in the middle of the width.
  void draw_stacked(const Rect& room, const Style& style) {
    Style set = style;
    ShapedCopy shaped = place_.setter.shape(name_, set);
    const BreakOptions options{.justify = false};
    const std::vector<Line> lines = break_lines(shaped.shaped, std::span(&style.size, 1), options).lines;
    const auto n = static_cast<std::int64_t>(lines.size());
    Length height = style.pitch * (n - 1) + style.size;
    const bool high = is_too_large(height, room.height, "high", style),
               wide = is_too_large(style.size, room.width, "wide", style);
    if (wide || high) {
      set.size = std::min(scaled(style.size, room.height, height), room.width);
      set.pitch = scaled(style.pitch, set.size, style.size);
      shaped = place_.setter.shape(name_, set);
      height = set.pitch * (n - 1) + set.size;
    }
    Length baseline = room.y + (room.height - height) / 2 + place_.setter.ascent(set);
    for (const Line& line : lines) {
      draw_line(shaped, line, options, {room.x + (room.width - set.size) / 2, baseline}, kArtifact,
                place_.page.items);
      baseline += set.pitch;
    }
  }

  SourceSpan where_of_name() const {
    return plate_.name.where.file == SourceSpan::kNoFile ? place_.frame.name.where : plate_.name.where;
  }

  static Length scaled(Length length, Length to, Length from) {
    if (from <= Length()) return length;  // a name of characters without a width
    return std::max(Length::units(mul_div(length.units(), to.units(), from.units())), Length::points(1));
  }

  bool is_too_large(Length needs, Length has, const char* how, const Style& style) {
    if (needs <= has + Length::units(64)) return false;
    const auto fits = static_cast<int>(style.size.pt() * (has / needs));
    place_.diags.error("nameplate-too-large", where_of_name(),
                       std::string("the name is too ") + how + " for its frame",
                       "set `styles: nameplate: size` to " + std::to_string(std::max(fits, 1)) +
                           "pt, or give the frame more room");
    return true;
  }

  const Nameplate& plate_;
  const FurniturePlace& place_;
  Length gap_;
  FurnitureLook look_;
  Copy name_;
};

}  // namespace

void draw_nameplate(const Nameplate& plate, const FurniturePlace& place) {
  NameplateSetter(plate, place).draw();
}

}  // namespace banxin
