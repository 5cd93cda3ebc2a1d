#include "layout/photo.h"

#include <algorithm>
#include <utility>

namespace banxin {

namespace {

/// Sets the caption on whole ems of its own size, the credit flush right on the caption's last line when
/// there is room for it, else on a line of its own. Positions are relative to the caption's top left.
void set_caption(PhotoBlock& block, const Setter& setter, Length width) {
  const Style& caption = setter.style("caption");
  const Style& credit = setter.style("credit");
  const Length measure = caption.size * (width.units() / caption.size.units());
  Length baseline = setter.ascent(caption) - caption.pitch;
  Length used;  // of the last line

  if (!block.photo->caption.empty()) {
    block.caption = setter.shape(block.photo->caption, caption);
    const BreakOptions options{.indent = caption.indent.at(caption.size),
                               .justify = caption.align == Align::kJustify};
    for (const Line& line : break_lines(block.caption.shaped, std::span(&measure, 1), options).lines) {
      baseline += caption.pitch;
      block.lines.push_back({false, line, options, {Length(), baseline}});
      used = line.indent + line.natural;
    }
  }
  if (!block.photo->credit.empty()) {
    block.credit = setter.shape(block.photo->credit, credit);
    const BreakOptions options{.justify = false};
    for (const Line& line : break_lines(block.credit.shaped, std::span(&measure, 1), options).lines) {
      const bool beside =
          !block.lines.empty() && !block.lines.back().credit && used + caption.size + line.natural <= measure;
      if (!beside) baseline += caption.pitch;
      block.lines.push_back({true, line, options, {measure - line.natural, baseline}});
    }
  }
}

int caption_rows(const PhotoBlock& block, const PhotoSlot& slot, const Setter& setter, const TextArea& area) {
  if (block.lines.empty()) return 0;
  if (slot.caption_rows.value > 0) return slot.caption_rows.value;
  const Length needed = block.lines.back().start.y + setter.style("caption").space_before +
                        setter.style("caption").space_after + area.shape().pitch - Length::units(1);
  return static_cast<int>(needed / area.shape().pitch);
}

int first_row(PhotoSlot::At at, Range rows, int height) {
  switch (at) {
    case PhotoSlot::At::kTop:
      return rows.first;
    case PhotoSlot::At::kMiddle:
      return rows.first + (rows.count() - height) / 2;
    case PhotoSlot::At::kBottom:
      break;
  }
  return rows.last - height + 1;
}

/// What the picture takes of the width of its legs: u and length.
LocalRect across_of(const PhotoSlot& slot, const TextArea& area, Range legs) {
  LocalRect out{area.leg_start(legs.first), {}, area.span(legs), {}};
  if (slot.width.value == 0) return out;
  const Length room = out.length, width = std::min(room, area.shape().size * slot.width.value);
  out.length = width;
  if (slot.side == PhotoSlot::Side::kCentre) out.u += (room - width) / 2;
  if (slot.side == PhotoSlot::Side::kEnd) out.u += room - width;
  return out;
}

}  // namespace

DrawImage crop_to(const Rect& box, int width, int height, double focus_x, double focus_y) {
  DrawImage image;
  image.box = box;
  const double shape = box.width / box.height;
  const double picture = static_cast<double>(width) / static_cast<double>(height);
  if (picture > shape) {
    image.crop_width = shape / picture;
    image.crop_x = std::clamp(focus_x - image.crop_width / 2, 0.0, 1.0 - image.crop_width);
  } else {
    image.crop_height = picture / shape;
    image.crop_y = std::clamp(focus_y - image.crop_height / 2, 0.0, 1.0 - image.crop_height);
  }
  return image;
}

namespace {

/// In vertical text the picture and its caption, which stays horizontal, share the cells: the caption has the
/// lowest part of them.
PhotoBlock set_in_vertical(PhotoBlock block, const PhotoSlot& slot, const Setter& setter,
                           const TextArea& area, Range story_rows) {
  const Range legs = slot.columns.value;
  const int first = first_row(slot.at, story_rows, slot.rows.value);
  const Range rows{first, first + slot.rows.value - 1};
  block.rows = rows.count();
  block.obstacles.push_back({area.cells(legs, rows)});
  block.box = area.area(legs, rows);
  set_caption(block, setter, block.box.width);
  if (!block.lines.empty()) {
    const Style& style = setter.style("caption");
    const Length last_foot = block.lines.back().start.y + style.size - setter.ascent(style);
    block.box.height = std::max(style.size, block.box.height - last_foot - style.space_before);
  }
  block.image =
      crop_to(block.box, block.photo->width, block.photo->height, block.photo->focus_x, block.photo->focus_y);
  const Point caption{block.box.x, block.box.bottom() + setter.style("caption").space_before};
  for (CaptionLine& line : block.lines) line.start = {line.start.x + caption.x, line.start.y + caption.y};
  return block;
}

}  // namespace

PhotoBlock set_photo(const Photo& photo, const PhotoSlot& slot, const Setter& setter, const TextArea& area,
                     Range story_rows) {
  PhotoBlock block;
  block.photo = &photo;
  if (area.shape().writing == WritingMode::kVertical) {
    return set_in_vertical(std::move(block), slot, setter, area, story_rows);
  }
  const Range legs = slot.columns.value;
  const LocalRect across = across_of(slot, area, legs);
  LocalRect under = across;
  if (slot.caption_columns) {
    under.u = area.leg_start(slot.caption_columns->first);
    under.length = area.span(*slot.caption_columns);
  }
  set_caption(block, setter, under.length);

  const int below = caption_rows(block, slot, setter, area);
  block.rows = slot.rows.value + below;
  const int first = first_row(slot.at, story_rows, block.rows);
  const auto rows_of = [&](LocalRect box, Range rows) {
    box.v = area.row_start(rows.first), box.depth = area.row_end(rows.last) - box.v;
    return box;
  };
  const Range rows{first, first + slot.rows.value - 1};
  LocalRect cells = rows_of(across, rows);
  block.obstacles.push_back({cells});
  if (below > 0) block.obstacles.push_back({rows_of(under, {rows.last + 1, rows.last + below})});

  // From the top of the first row's em box to the baseline of the last row.
  cells.depth += setter.ascent(setter.style("body")) - area.shape().size;
  block.box = area.rect(cells);
  block.image = crop_to(block.box, photo.width, photo.height, photo.focus_x, photo.focus_y);

  const Point caption = area.at(under.u, cells.v + cells.depth + setter.style("caption").space_before);
  for (CaptionLine& line : block.lines) line.start = {line.start.x + caption.x, line.start.y + caption.y};
  return block;
}

}  // namespace banxin
