#include "layout/headline.h"

#include <algorithm>

namespace banxin {

namespace {

struct PartSpec {
  Copy Article::*copy;
  const char* style;
  StructureNode::Kind kind;
};

constexpr PartSpec kParts[] = {
    {&Article::kicker, "kicker", StructureNode::Kind::kSubheadline},
    {&Article::title, "title", StructureNode::Kind::kHeadline},
    {&Article::subtitle, "subtitle", StructureNode::Kind::kSubheadline},
    {&Article::deck, "deck", StructureNode::Kind::kSubheadline},
    {&Article::byline, "byline", StructureNode::Kind::kByline},
};

Length height_of(const HeadPart& part) {
  return part.style->size + part.style->pitch * (static_cast<std::int64_t>(part.lines.size()) - 1);
}

HeadPart set_part(const PartSpec& spec, const Article& article, const Setter& setter, Length width) {
  HeadPart part;
  part.kind = spec.kind;
  part.style = &setter.style(spec.style);
  part.copy = setter.shape(article.*spec.copy, *part.style);
  part.options.indent = part.style->indent.at(part.style->size);
  part.options.justify = part.style->align == Align::kJustify;
  part.lines = break_lines(part.copy.shaped, std::span(&width, 1), part.options).lines;
  return part;
}

/// Stacks the parts from `top` down and returns where the last one ends; air before the first and after the
/// last is left out.
Length stack(std::vector<HeadPart>& parts) {
  Length at;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) at += std::max(parts[i - 1].style->space_after, parts[i].style->space_before);
    parts[i].top = at;
    at += height_of(parts[i]);
  }
  return at;
}

}  // namespace

Length aligned(Align align, Length measure, Length width) {
  if (align == Align::kCentre) return (measure - width) / 2;
  return align == Align::kEnd ? measure - width : Length();
}

HeadBlock set_headline(const Article& article, const Setter& setter, const PageGrid& grid, Length width,
                       int rows) {
  HeadBlock head;
  for (const PartSpec& spec : kParts) {
    if (!(article.*spec.copy).empty()) head.parts.push_back(set_part(spec, article, setter, width));
  }
  if (head.parts.empty()) return head;
  for (const HeadPart& part : head.parts) {
    for (const Line& line : part.lines) head.too_wide = head.too_wide || line.overfull;
  }

  const Length stacked = stack(head.parts);
  const Length air = head.parts.front().style->space_before + head.parts.back().style->space_after;
  const Length pitch = grid.spec().pitch;
  const auto needed = static_cast<int>((stacked + air + pitch - Length::units(1)) / pitch);
  head.rows = rows > 0 ? rows : needed;
  // What the air before and after asks for is shared out in that proportion when the rows give more or less.
  const Length room = pitch * head.rows - (pitch - grid.spec().size) - stacked;
  const Length before =
      air > Length()
          ? Length::units(mul_div(room.units(), head.parts.front().style->space_before.units(), air.units()))
          : room / 2;
  for (HeadPart& part : head.parts) part.top += before;
  return head;
}

}  // namespace banxin
