#include "layout/photo.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "layout/looks.h"

namespace banxin {

namespace {

/// What the photos say, one after the other; what is said again is left out.
Copy joined(std::span<const Photo> photos, Copy Photo::*part) {
  constexpr std::string_view kBetween = "\u3000";
  Copy out;
  std::vector<std::string_view> said;
  for (const Photo& photo : photos) {
    const Copy& copy = photo.*part;
    if (copy.empty() || std::find(said.begin(), said.end(), copy.text) != said.end()) continue;
    said.emplace_back(copy.text);
    if (!out.empty()) out.text += kBetween;
    for (SourcePiece piece : copy.origin) {
      piece.text_begin += out.text.size();
      out.origin.push_back(piece);
    }
    out.text += copy.text;
  }
  return out;
}

/// One line may fill the width of the picture, several stand on whole ems.
std::vector<Line> caption_lines(const ShapedCopy& copy, Length width, Length measure,
                                const BreakOptions& options) {
  std::vector<Line> lines = break_lines(copy.shaped, std::span(&width, 1), options).lines;
  return lines.size() > 1 ? break_lines(copy.shaped, std::span(&measure, 1), options).lines : lines;
}

/// Sets the caption on whole ems of its own size, the credit on the caption's last line when there is room
/// for it, else on a line of its own: flush right with the picture, or with the full lines of a longer
/// caption, which may end up to an em before it. Positions are relative to the caption's top left.
void set_caption(PhotoBlock& block, const Setter& setter, Length width) {
  const Style& caption = setter.style("caption");
  const Style& credit = setter.style("credit");
  const Length measure = caption.size * std::max<std::int64_t>(1, width.units() / caption.size.units());
  Length baseline = setter.ascent(caption) - caption.pitch;
  Length used;  // of the last line

  if (!block.words->empty()) {
    block.caption = setter.shape(*block.words, caption);
    const BreakOptions options{.indent = caption.indent.at(caption.size),
                               .justify = caption.align == Align::kJustify};
    for (const Line& line : caption_lines(block.caption, width, measure, options)) {
      baseline += caption.pitch;
      block.lines.push_back({false, line, options, {Length(), baseline}});
      used = line.indent + line.natural;
    }
  }
  if (!block.names->empty()) {
    block.credit = setter.shape(*block.names, credit, {}, holds_of_names(block.names->text));
    const BreakOptions options{.justify = false};
    const Length edge = block.lines.size() > 1 ? measure : width;
    for (const Line& line : caption_lines(block.credit, edge, measure, options)) {
      const bool beside =
          !block.lines.empty() && !block.lines.back().credit && used + caption.size + line.natural <= edge;
      if (!beside) baseline += caption.pitch;
      block.lines.push_back({true, line, options, {edge - line.natural, baseline}});
    }
  }
}

/// From the top of the caption to the foot of its last line.
Length caption_height(const PhotoBlock& block, const Setter& setter) {
  const Style& style = setter.style("caption");
  return block.lines.empty() ? Length() : block.lines.back().start.y + style.size - setter.ascent(style);
}

int rows_below(const PhotoBlock& block, const PhotoSlot& slot, const Setter& setter, const TextArea& area) {
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

/// The boxes of the pictures, side by side or below one another, one 字 apart.
void set_pictures(PhotoBlock& block, std::span<const Photo> photos, const PhotoSlot& slot, const Rect& box,
                  Length gap) {
  const auto count = static_cast<std::int64_t>(photos.size());
  const bool across = slot.row == PhotoSlot::Row::kAcross;
  const Length all = (across ? box.width : box.height) + gap;
  for (std::int64_t i = 0; i < count; ++i) {
    const Length from = all * i / count, length = all * (i + 1) / count - gap - from;
    const Rect part =
        across ? Rect{box.x + from, box.y, length, box.height} : Rect{box.x, box.y + from, box.width, length};
    const Photo& photo = photos[static_cast<std::size_t>(i)];
    block.pictures.push_back(
        {&photo, crop_to(part, photo.width, photo.height, photo.focus_x, photo.focus_y)});
  }
}

void move_caption(PhotoBlock& block, Point to) {
  for (CaptionLine& line : block.lines) line.start = {line.start.x + to.x, line.start.y + to.y};
}

/// The caption's own part of the box, beside the picture and at its foot; returns what is left.
Rect set_caption_beside(PhotoBlock& block, const PhotoSlot& slot, const Setter& setter, Rect box,
                        Length character) {
  const Length width = std::min(character * slot.caption_width.value, box.width / 2);
  set_caption(block, setter, width);
  if (block.lines.empty()) return box;
  const Length height = caption_height(block, setter);
  block.caption_fits = height <= box.height;
  const bool left = slot.caption_at == PhotoSlot::CaptionAt::kLeft;
  move_caption(block, {left ? box.x : box.right() - width, std::max(box.y, box.bottom() - height)});
  if (left) box.x += width + character;
  box.width -= width + character;
  return box;
}

/// In vertical text the picture and its caption, which stays horizontal, share the cells: the caption has the
/// lowest part of them.
Rect set_caption_inside(PhotoBlock& block, const Setter& setter, Rect box) {
  const Style& style = setter.style("caption");
  set_caption(block, setter, box.width);
  if (block.lines.empty()) return box;
  box.height = std::max(style.size, box.height - caption_height(block, setter) - style.space_before);
  move_caption(block, {box.x, box.bottom() + style.space_before});
  return box;
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

PhotoBlock set_photos(std::span<const Photo> photos, const PhotoSlot& slot, const Setter& setter,
                      const TextArea& area, Range story_rows) {
  PhotoBlock block;
  block.words = std::make_unique<Copy>(joined(photos, &Photo::caption));
  block.names = std::make_unique<Copy>(joined(photos, &Photo::credit));
  const Range legs = slot.columns.value;
  const bool vertical = area.shape().writing == WritingMode::kVertical;
  const bool below = slot.caption_at == PhotoSlot::CaptionAt::kBelow && !vertical;
  const LocalRect across = across_of(slot, area, legs);
  LocalRect under = across;
  if (slot.caption_columns) {
    under.u = area.leg_start(slot.caption_columns->first);
    under.length = area.span(*slot.caption_columns);
  }
  if (below) set_caption(block, setter, under.length);
  const int under_rows = below ? rows_below(block, slot, setter, area) : 0;
  const int picture_rows =
      slot.rows.value > 0 ? slot.rows.value : std::max(1, story_rows.count() - under_rows);
  block.rows = picture_rows + under_rows;

  const int first = first_row(slot.at, story_rows, block.rows);
  const Range rows{first, first + picture_rows - 1};
  const auto rows_of = [&](LocalRect box, Range r) {
    box.v = area.row_start(r.first), box.depth = area.row_end(r.last) - box.v;
    return box;
  };
  LocalRect cells = rows_of(across, rows);
  block.obstacles.push_back({cells});
  if (under_rows > 0) block.obstacles.push_back({rows_of(under, {rows.last + 1, rows.last + under_rows})});

  // From the top of the first row's em box to the baseline of the last row.
  if (!vertical) cells.depth += setter.ascent(setter.style("body")) - area.shape().size;
  Rect box = area.rect(cells);
  if (below) {
    move_caption(block, area.at(under.u, cells.v + cells.depth + setter.style("caption").space_before));
  } else {
    box = slot.caption_at == PhotoSlot::CaptionAt::kBelow
              ? set_caption_inside(block, setter, box)
              : set_caption_beside(block, slot, setter, box, area.shape().size);
  }
  set_pictures(block, photos, slot, box, area.shape().size);
  return block;
}

}  // namespace banxin
