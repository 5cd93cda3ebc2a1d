#include "layout/story.h"

#include <algorithm>

#include "layout/flow_body.h"
#include "layout/overset.h"
#include "layout/place_photos.h"

namespace banxin {

namespace {

/// The narrowest leg that the body runs through.
Length measure_of(const std::vector<TextPlace>& places) {
  Length measure = places.front().area.shape().measure;
  for (const TextPlace& place : places) measure = std::min(measure, place.area.shape().measure);
  return measure;
}

/// Where the headline group may stand: legs of the area, its first row and how many there are.
struct HeadRoom {
  Range legs;
  int first = 1, rows = 1;
};

/// Over the first rectangle of the frame, unless the layout says where.
HeadRoom head_room(const Frame& frame, const TextArea& area) {
  HeadRoom room{area.all_legs(), 1, area.shape().rows};
  if (!frame.area.empty()) {
    const Cells& first = frame.area.front();
    const int left = frame.columns.value.first - 1, above = frame.rows.value.first - 1;
    room.legs = {first.columns.value.first - left, first.columns.value.last - left};
    room.first = first.rows.value.first - above, room.rows = first.rows.value.count();
  }
  if (!frame.head_place) return room;
  const HeadlinePlace& place = *frame.head_place;
  if (place.columns.where.file != SourceSpan::kNoFile) room.legs = place.columns.value;
  room.first = place.from, room.rows = area.shape().rows - place.from + 1;
  return room;
}

/// The headline group; over a later part from where it comes. `text` is the way of the story's lines.
HeadBlock set_head(StoryPart& part, const Article& article, WritingMode text, bool first) {
  const Setter setter = part.end.setter->in(part.head_area.shape().writing);
  const Length width = part.head_area.length();
  const bool before = part.head_area.shape().writing == text;
  const int rows = before ? part.end.frame->head_rows : 0;
  if (first) return set_headline(article, setter, part.head_area, width, rows);
  const Copy& title = article.jump_title.empty() ? article.title : article.jump_title;
  return set_jump_head(title, *part.from, setter, part.head_area, width, rows);
}

void report_head(const StoryPart& part, const HeadRoom& room, const Article& article, Diagnostics& diags) {
  const Frame& frame = *part.end.frame;
  if (part.head.too_wide) {
    diags.error("headline-too-wide", article.title.where(),
                "the headline group is wider than frame '" + frame.name.value + "'",
                "set it smaller, or let it stand over more columns");
  }
  const int rows = part.head.rows + 2 * part.head_padding;
  if (rows < room.rows || (frame.head_place && rows == room.rows)) return;
  diags.error("head-too-high", frame.rows.where,
              "the headline group of frame '" + frame.name.value + "' takes " + std::to_string(rows) +
                  " 行, the frame has " + std::to_string(room.rows),
              "give the frame more rows, or set the headline smaller");
}

/// In a box the group stands in the middle: what is above it is as much as what is below.
void centre_in_box(HeadBlock& head, const TextArea::Shape& shape) {
  if (head.parts.empty()) return;
  const HeadPart& last = head.parts.back();
  const Length depth = shape.pitch * head.rows - (shape.pitch - shape.size);
  const auto lines = static_cast<std::int64_t>(last.lines.size());
  const Length below = depth - last.top - last.style.pitch * (lines - 1) - last.style.size;
  const Length shift = (below - head.parts.front().top) / 2;
  for (HeadPart& part : head.parts) part.top += shift;
}

/// What a box round the headline group leaves of its place.
Rect inside_box(StoryPart& part, const Rect& place, Length size) {
  const std::optional<HeadlinePlace>& head = part.end.frame->head_place;
  if (!head || !head->box) return place;
  part.head_box = place;
  part.head_padding = head->box->padding;
  const Length pad = size * part.head_padding;
  return {place.x + pad, place.y + pad, place.width - pad * 2, place.height - pad * 2};
}

/// 竖题 beside horizontal text, 横题 over vertical: the group has columns of its own, which the text leaves
/// to it, and stands in their middle. `head:` is then how many rows of the text it takes, all of them when
/// absent.
void place_head_beside(Story& story, std::size_t index, Diagnostics& diags) {
  StoryPart& part = story.parts[index];
  const Frame& frame = *part.end.frame;
  TextPlace& place = story.places[part.first_place];
  const TextArea::Shape& text = place.area.shape();
  const int columns = std::min(frame.head_columns.value, text.legs);
  const bool first = frame.head_at != TitlePlace::kRight;
  const Range legs = first ? Range{1, columns} : Range{text.legs - columns + 1, text.legs};
  const Range rows{1, frame.head_rows > 0 ? std::min(frame.head_rows, text.rows) : text.rows};
  const Rect box = inside_box(part, place.area.area(legs, rows), text.size);
  const bool turned = text.writing == WritingMode::kHorizontal;
  const Length depth = turned ? box.width : box.height;
  TextArea::Shape shape{.size = text.size, .pitch = text.pitch};
  shape.writing = turned ? WritingMode::kVertical : WritingMode::kHorizontal;
  shape.measure = turned ? box.height : box.width;
  shape.rows = std::max(0, static_cast<int>((depth - shape.size).units() / shape.pitch.units()) + 1);

  part.head_area = area_in(box, shape);
  part.head = set_head(part, *story.article, text.writing, index == 0);
  if (part.head.too_wide) {
    diags.error("headline-too-wide", story.article->title.where(),
                "the headline group is longer than frame '" + frame.name.value + "'",
                "set it smaller, or give it more rows");
  }
  if (part.head.rows > shape.rows) {
    const bool written = frame.head_columns.where.file != SourceSpan::kNoFile;
    diags.error("head-too-high", written ? frame.head_columns.where : frame.name.where,
                "the headline group of frame '" + frame.name.value + "' takes " +
                    std::to_string(part.head.rows) + " 行, " +
                    (columns == 1 ? "its column has " : std::to_string(columns) + " columns have ") +
                    std::to_string(shape.rows),
                "give it more columns with `head-columns:`, or set the headline smaller");
  }
  if (frame.head_place && frame.head_place->box) centre_in_box(part.head, shape);
  const Length taken = shape.pitch * part.head.rows - (shape.pitch - shape.size);
  for (HeadPart& p : part.head.parts) p.top += std::max(Length(), depth - taken) / 2;
  place.obstacles.push_back({place.area.cells(legs, rows), Obstacle::Kind::kForeign});
}

/// The headline group at the head of the part's first frame, and what it leaves for the text.
void place_head(Story& story, std::size_t index, Diagnostics& diags) {
  StoryPart& part = story.parts[index];
  const Frame& frame = *part.end.frame;
  const TextArea& area = story.areas[part.first_place].area;
  if (frame.head_is_turned(area.shape().writing)) return place_head_beside(story, index, diags);
  const HeadRoom room = head_room(frame, area);
  const TextArea whole = area.part(room.legs, {room.first, room.first + room.rows - 1});
  const bool boxed = frame.head_place && frame.head_place->box;
  part.head_padding = boxed ? frame.head_place->box->padding : 0;
  part.head_area = boxed ? whole.inset(part.head_padding) : whole;
  part.head = set_head(part, *story.article, area.shape().writing, index == 0);
  report_head(part, room, *story.article, diags);
  if (part.head.rows == 0) return;
  const int rows = std::min(part.head.rows + 2 * part.head_padding, room.rows);
  const LocalRect taken = whole.cells(whole.all_legs(), {1, rows});
  const Length aside = area.shape().size * part.head_padding;
  const Length air = part.head_padding == 0 ? Length() : area.row_start(1 + part.head_padding) - aside;
  // At the head of the frame the box is level with what stands beside the frame.
  const Length above = room.first == 1 ? Length() : air;
  part.head_box = whole.rect({taken.u, taken.v + above, taken.length, taken.depth - above - air});
  if (boxed) {
    centre_in_box(part.head, part.head_area.shape());
    for (HeadPart& p : part.head.parts) p.top -= (air - above) / 2;
  }
  TextPlace& place = story.places[part.first_place];
  if (!frame.head_place && room.legs == area.all_legs() && room.first == 1) {
    const int under = std::min(rows + 1, area.shape().rows);
    place.area = area.part(room.legs, {under, area.shape().rows});
    place.first_row += under - 1;
    if (rows < room.rows) return;
  }
  if (frame.head_place && frame.head_place->over_photo) return;
  place.obstacles.push_back({place.area.local(whole.rect(taken))});
}

/// A text of the layout with its field {page} filled in.
Copy with_page(const Spanned<std::string>& text, int page) {
  constexpr std::string_view kField = "{page}";
  Copy copy;
  copy.text = text.value;
  if (const std::size_t at = copy.text.find(kField); at != std::string::npos) {
    copy.text.replace(at, kField.size(), std::to_string(page));
  }
  copy.origin = {{0, text.where}};
  return copy;
}

/// The room of each frame, less what is not the story's: holes of a union, frames that stand inside.
void find_places(Story& story, std::size_t index) {
  StoryPart& part = story.parts[index];
  const PageLayout& layout = part.end.setter->layout();
  part.first_place = story.places.size();
  for (const Frame* frame : layout.chain(*part.end.frame)) {
    const auto instead = part.end.instead.find(frame->name.value);
    if (instead != part.end.instead.end()) frame = instead->second;
    story.frames.push_back(frame);
    story.areas.push_back(frame_area(*frame, layout));
    const int padding = frame->box ? frame->box->padding : 0;
    story.places.push_back({story.areas.back().area,
                            {},
                            frame->name.value,
                            frame->rows.value.first + padding,
                            frame->column_rules,
                            static_cast<int>(index)});
  }
}

void keep_out(Story& story, std::size_t index) {
  const PageLayout& layout = story.parts[index].end.setter->layout();
  const auto [first, end] = story.places_of(index);
  for (std::size_t i = first; i < end; ++i) {
    TextPlace& place = story.places[i];
    for (const LocalRect& hole : story.areas[i].holes) {
      const LocalRect there = place.area.local(story.areas[i].area.rect(hole));
      place.obstacles.push_back({there, Obstacle::Kind::kForeign});
    }
    for (const Frame& other : layout.frames) {
      if (other.inside.value != story.frames[i]->name.value) continue;
      for (const Obstacle& o : obstacles_of(other, place.area, layout)) place.obstacles.push_back(o);
    }
  }
}

/// 下转 takes the last slot of the part.
void place_jump_line(Story& story, std::size_t index) {
  const auto [first, end] = story.places_of(index);
  const std::vector<TextPlace> here(story.places.begin() + static_cast<std::ptrdiff_t>(first),
                                    story.places.begin() + static_cast<std::ptrdiff_t>(end));
  const std::vector<Slot> slots = make_slots(here);
  if (slots.empty()) return;
  StoryPart& part = story.parts[index];
  const Setter setter = part.end.setter->on(here.front().area.shape());
  part.to = std::make_unique<JumpLine>();
  JumpLine& line = *part.to;
  line.slot = slots.back();
  line.slot.place += static_cast<int>(first);
  line.copy = with_page(setter.layout().jumps.to, story.parts[index + 1].end.page_number);
  line.shaped = setter.shape(line.copy, setter.style("jump"));
  line.lines = break_lines(line.shaped.shaped, std::span(&line.slot.measure, 1), {.justify = false}).lines;
  TextPlace& place = story.places[static_cast<std::size_t>(line.slot.place)];
  place.obstacles.push_back(
      {place.area.cells({line.slot.leg, line.slot.leg}, {line.slot.row, line.slot.row})});
}

/// A number or word that no line of its column can hold, and that may not be divided.
void report_wide_lines(const Story& story, Diagnostics& diags) {
  for (const FlowLine& line : story.flow.lines) {
    if (!line.line.overfull) continue;
    const ShapedCopy& copy = story.paragraphs[line.paragraph].copy;
    const auto [begin, end] = line_text(copy, line.line, line.options);
    diags.error("line-too-wide", copy.copy->source_of(begin, end),
                "a line of frame '" + story.frame->name.value + "' cannot hold '" +
                    in_short(copy.text.text.substr(begin, end - begin)) + "', and no line may end inside it",
                "write &#8203; where it may be divided, or give the story wider columns");
  }
}

/// Something to jump for; whether it is enough on both sides, the lint says.
void report_jumps(const Story& story, Diagnostics& diags) {
  std::vector<int> lines(story.parts.size());
  for (const FlowLine& line : story.flow.lines) ++lines[static_cast<std::size_t>(line.slot.part)];
  for (std::size_t i = 1; i < story.parts.size(); ++i) {
    if (lines[i] > 0) continue;
    const StoryEnd& after = story.parts[i].end;
    diags.error("jump-empty", story.article->title.where(),
                "the story ends before it jumps: nothing is left for frame '" + after.frame->name.value +
                    "' on page " + std::to_string(after.page_number),
                "give that frame another article, or the first one fewer rows");
  }
}

/// The lines of a headline group, as they stand on the page.
std::vector<Rect> lines_of(const HeadBlock& head, const TextArea& area) {
  std::vector<Rect> out;
  for (const HeadPart& part : head.parts) {
    Length v = part.top;
    for (const Line& line : part.lines) {
      const Length u = aligned(part.style.align, area.length(), line.natural);
      out.push_back(area.rect({u, v, line.natural, part.style.size}));
      v += part.style.pitch;
    }
  }
  return out;
}

/// White type is lost where there is no picture under it.
void report_head_off_photo(const Story& story, Diagnostics& diags) {
  for (const StoryPart& part : story.parts) {
    const Frame& frame = *part.end.frame;
    if (!frame.head_place || !frame.head_place->over_photo) continue;
    const std::vector<Rect> lines = lines_of(part.head, part.head_area);
    const auto off = std::count_if(lines.begin(), lines.end(), [&](const Rect& line) {
      return std::none_of(story.photos.begin(), story.photos.end(), [&](const PhotoBlock& photo) {
        return std::any_of(photo.pictures.begin(), photo.pictures.end(),
                           [&](const Picture& picture) { return picture.image.box.contains(line); });
      });
    });
    if (off == 0) continue;
    const int first = frame.head_place->from;
    diags.warning("headline-off-photo", frame.name.where,
                  "the headline group of frame '" + frame.name.value + "' takes its rows " +
                      std::to_string(first) + "-" + std::to_string(first + part.head.rows - 1) + ", and " +
                      std::to_string(off) + " of its " + std::to_string(lines.size()) +
                      (lines.size() == 1 ? " line" : " lines") + " do not stand on a photo",
                  "let it begin in another row with `headline: {from: …}`, or give the photo more rows");
  }
}

/// Text that is shaped for one direction cannot go on in the other.
void report_mixed(const Story& story, Diagnostics& diags) {
  for (std::size_t i = 0; i < story.areas.size(); ++i) {
    if (story.areas[i].area.shape().writing == story.writing()) continue;
    diags.error("mixed-directions", story.frames[i]->name.where,
                "the lines of frame '" + story.frames[i]->name.value +
                    "' run another way than those of frame '" + story.frame->name.value +
                    "', where its text begins",
                "give both the same `direction:`");
  }
}

void report_narrow(const Story& story, Diagnostics& diags) {
  for (std::size_t i = 0; i < story.places.size(); ++i) {
    const int rows = rows_too_narrow(story.places[i]);
    if (rows == 0) continue;
    diags.warning("narrow-beside", story.frames[i]->name.where,
                  "in frame '" + story.places[i].frame + "' " + std::to_string(rows) +
                      " 行 stay empty beside a picture or box: less than " + std::to_string(kNarrowestLeg) +
                      "字 are left there",
                  "let it take whole columns, or leave more room beside it");
  }
}

}  // namespace

Story set_story(const std::vector<StoryEnd>& ends, const Article& article, Diagnostics& diags) {
  Story story;
  story.frame = ends.front().frame;
  story.article = &article;
  for (std::size_t i = 0; i < ends.size(); ++i) {
    story.parts.push_back({.end = ends[i]});
    if (i > 0) {
      const Spanned<std::string>& from = ends[i].setter->layout().jumps.from;
      story.parts[i].from = std::make_unique<Copy>(with_page(from, ends[i - 1].page_number));
    }
    find_places(story, i);
    place_head(story, i, diags);
  }
  const Setter setter = ends.front().setter->on(story.areas.front().area.shape());
  report_mixed(story, diags);
  for (std::size_t i = 0; i < ends.size(); ++i) keep_out(story, i);
  place_photos(story, *ends.front().setter, diags);
  report_head_off_photo(story, diags);
  for (std::size_t i = 0; i + 1 < ends.size(); ++i) place_jump_line(story, i);
  story.paragraphs =
      shape_paragraphs(article, measure_of(story.places), story.frame->drop_cap, setter, story.made);
  flow_body(story, setter);
  report_narrow(story, diags);
  report_jumps(story, diags);
  report_wide_lines(story, diags);
  return story;
}

}  // namespace banxin
