// Free text of the furniture: 报眼, weather, notices, credits, 中缝.
#include "layout/text_frame.h"

#include <algorithm>
#include <utility>

#include "layout/edges.h"
#include "layout/furniture.h"
#include "layout/furniture_text.h"

namespace banxin {

namespace {

/// What a row says, for messages.
std::string words_of(const FurnitureRow& row) {
  std::string out;
  for (const FurniturePiece& piece : row.pieces) {
    const TextRange range = line_text(*piece.shaped, piece.line, piece.options);
    if (!out.empty()) out += ' ';
    out += piece.copy->text.substr(range.begin, range.end - range.begin);
  }
  return out;
}

/// Rows of one column inside the frame.
struct Leg {
  std::size_t from = 0, count = 0;
};

class TextSetter {
 public:
  TextSetter(const TextFrame& text, const FurniturePlace& place, Rect room)
      : text_(text), place_(place), room_(room), style_(place.setter.style(text.style.c_str())) {
    const GridSpec& grid = place.setter.layout().grid;
    gap_ = text.legs > 1 ? grid.gap.at(grid.size) : Length();
    leg_width_ = (room.width - gap_ * (text.legs - 1)) / text.legs;
    measure_ = leg_width_;
    if (style_.align == Align::kJustify) {  // whole 字, the rest shared out
      measure_ = style_.size * std::max<std::int64_t>(1, leg_width_.units() / style_.size.units());
    }
  }

  void draw(const FieldText& written, NodeId article) {
    const FurnitureLook look{&style_, &place_.setter.style("strong"), &place_.setter.style("emphasis"),
                             &place_.setter.style("furniture-title")};
    rows_ = set_furniture(written, place_.fields, look, place_.setter, measure_);
    const std::vector<Leg> legs = legs_of();
    if (text_.stand == TextFrame::Stand::kMiddle) {
      Length highest;
      for (const Leg& leg : legs) highest = std::max(highest, height_of(rows_, leg.from, leg.count));
      room_.y += std::max(Length(), (room_.height - highest) / 2);
    }
    for (std::size_t i = 0; i < legs.size(); ++i)
      draw_leg(legs[i], static_cast<std::int64_t>(i), written, article);
    const std::size_t placed = legs.empty() ? 0 : legs.back().from + legs.back().count;
    if (placed == rows_.size()) return;
    std::string over;
    for (std::size_t i = placed; i < rows_.size(); ++i)
      over += (over.empty() ? "" : "\n") + words_of(rows_[i]);
    report_overset(place_, written.where, static_cast<int>(rows_.size() - placed), over);
  }

 private:
  /// The shortest height at which all rows find room ends the legs level.
  std::vector<Leg> legs_of() const {
    const Length step = style_.pitch;
    for (Length height = style_.size; height < room_.height; height += step) {
      std::vector<Leg> legs = legs_within(height);
      const std::size_t placed = legs.back().from + legs.back().count;
      if (placed == rows_.size()) return legs;
    }
    return legs_within(room_.height);
  }

  /// A heading goes into the next leg with what it heads; a rule stands neither at the head nor at the foot
  /// of a leg that another one meets there.
  std::vector<Leg> legs_within(Length height) const {
    std::vector<Leg> legs;
    std::size_t at = 0;
    for (int i = 0; i < text_.legs; ++i) {
      while (i > 0 && at < rows_.size() && rows_[at].pieces.empty()) ++at;
      Leg leg{at, 0};
      while (at < rows_.size() && height_of(rows_, leg.from, leg.count + 1) <= height) ++leg.count, ++at;
      if (i + 1 < text_.legs && at < rows_.size()) at -= take_back(leg);
      legs.push_back(leg);
    }
    return legs;
  }

  /// Takes headings and rules from the foot of a leg that has something else; returns how many rows go into
  /// the next one.
  std::size_t take_back(Leg& leg) const {
    std::size_t count = leg.count;
    while (count > 0 && (rows_[leg.from + count - 1].heading || rows_[leg.from + count - 1].pieces.empty()))
      --count;
    if (count == 0) return 0;
    return std::exchange(leg.count, count) - count;
  }

  void draw_leg(const Leg& leg, std::int64_t index, const FieldText& written, NodeId article) {
    const Length x = room_.x + (leg_width_ + gap_) * index + (leg_width_ - measure_) / 2;
    Length y = room_.y;
    for (std::size_t i = leg.from; i < leg.from + leg.count; ++i) {
      const FurnitureRow& row = rows_[i];
      if (i > leg.from) y += row.before;
      if (!row.pieces.empty() && (node_ == kArtifact || row.paragraph != paragraph_)) {
        const auto kind = row.heading ? StructureNode::Kind::kCrossHead : StructureNode::Kind::kParagraph;
        node_ = add_furniture_node(place_.edition, kind, article, "", written.where);
        paragraph_ = row.paragraph;
      }
      draw_row(row, {x, y}, measure_, node_, place_.page.items);
      y += row.pitch;
    }
  }

  const TextFrame& text_;
  const FurniturePlace& place_;
  Rect room_;
  const Style& style_;
  Length gap_, leg_width_, measure_;
  std::vector<FurnitureRow> rows_;
  NodeId node_ = kArtifact;
  std::size_t paragraph_ = 0;
};

}  // namespace

Rect draw_frame_title(const FieldText& title, Rect room, NodeId article, const FurniturePlace& place) {
  if (title.value.empty()) return room;
  const Style& style = place.setter.style("furniture-title");
  const FurnitureLook look{&style, &style, &style, &style};
  const std::vector<FurnitureRow> rows = set_furniture(title, place.fields, look, place.setter, room.width);
  const NodeId node = add_furniture_node(place.edition, StructureNode::Kind::kHeadline, article,
                                         place.fields.filled(title.value), title.where);
  Length y = room.y + style.space_before;
  for (const FurnitureRow& row : rows) {
    draw_row(row, {room.x, y}, room.width, node, place.page.items);
    y += row.pitch;
  }
  y += style.space_after;
  return {room.x, y, room.width, room.bottom() - y};
}

void draw_text_frame(const TextFrame& text, const FurniturePlace& place) {
  const auto bound = place.spec.texts.find(place.frame.name.value);
  const FieldText& written = bound == place.spec.texts.end() ? text.text : bound->second;
  const Rect area = place.area();
  draw_tint(text.tint, area, place.page);
  draw_box(text.box, area, kBlack, place.page.items);
  if (written.value.empty() && text.title.value.empty()) return;
  const NodeId article = add_furniture_node(place.edition, StructureNode::Kind::kArticle, 0,
                                            place.fields.filled(text.title.value), written.where);
  const Rect room =
      draw_frame_title(text.title, inset(area, depth_of(text.box) + text.padding), article, place);
  if (!written.value.empty()) TextSetter(text, place, room).draw(written, article);
}

}  // namespace banxin
