// The frames of a layout, and whether they can stand on its grid together.
#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "read/frame_shape.h"
#include "read/furniture.h"
#include "read/furniture_place.h"
#include "read/layout.h"

namespace banxin {

namespace {

/// What a photo slot and a frame for photos have in common.
void read_pictures(const Fields& keys, PhotoSlot& slot, Reading& in) {
  keys.integer("pictures", slot.pictures);
  keys.word("row", slot.row);
  const YamlNode* caption = keys.node("caption");
  if (caption == nullptr) return;
  const Fields caption_keys(*caption, keys.where("caption"), kCaptionKind, in);
  caption_keys.word("at", slot.caption_at);
  caption_keys.integer("width", slot.caption_width);
  caption_keys.integer("rows", slot.caption_rows);
  Spanned<Range> columns;
  if (caption_keys.range("columns", columns)) slot.caption_columns = columns.value;
  if (slot.caption_columns &&
      (columns.value.first < slot.columns.value.first || columns.value.last > slot.columns.value.last)) {
    in.error("slot-outside-frame", columns.where, "the caption is not below its photo",
             "give it columns of the photo");
  }
  const bool below = slot.caption_at == PhotoSlot::CaptionAt::kBelow;
  for (const char* key : {"columns", "rows", "width"}) {
    if (!caption_keys.has(key) || below == (std::string_view(key) != "width")) continue;
    in.error("caption-place", caption_keys.where(key),
             below ? "a caption below its picture has the width of it"
                   : "a caption beside its picture has a width, not " + in_quotes(key),
             below ? "write at: left or at: right, or columns:" : "write width: 8字");
  }
}

PhotoSlot read_slot(const YamlNode& node, SourceSpan where, Reading& in) {
  PhotoSlot slot;
  const Fields keys(node, where, kPhotoSlotKind, in);
  keys.range("columns", slot.columns);
  keys.integer("rows", slot.rows);
  keys.word("at", slot.at);
  keys.integer("width", slot.width);
  keys.word("side", slot.side);
  read_pictures(keys, slot, in);
  return slot;
}

std::string in_words(Range range) {
  return range.count() == 1 ? std::to_string(range.first)
                            : std::to_string(range.first) + "-" + std::to_string(range.last);
}

/// Photo slots against the frame: they count in the story's own columns and rows of text.
void check_slots(const Frame& frame, const TextShape& text, const GridSpec& grid, Reading& in) {
  const int columns = text.legs;
  const bool apart = frame.head_is_turned(text.writing) || frame.head_place;  // it leaves other columns alone
  const int head = apart ? 0 : frame.head_rows;
  const int all = frame.area.empty() ? text.rows : frame.rows.value.count();
  const int rows = all - head - (frame.box ? 2 * frame.box->padding : 0);
  for (std::size_t i = 0; i < frame.photos.size(); ++i) {
    const PhotoSlot& slot = frame.photos[i];
    if (slot.columns.where.file == SourceSpan::kNoFile || slot.rows.where.file == SourceSpan::kNoFile)
      continue;
    if (slot.columns.value.last > columns) {
      in.error("slot-outside-frame", slot.columns.where,
               "the photo takes columns " + in_words(slot.columns.value) + " of a story of " +
                   std::to_string(columns),
               "columns of a photo count from the story's left");
      continue;
    }
    const bool basic = frame.legs.value == 0 && !frame.has_own_grid() && !frame.box && grid.size > Length();
    if (basic && grid.size * slot.width.value > grid.span(slot.columns.value.count())) {
      in.error("slot-outside-frame", slot.width.where,
               "the picture is wider than columns " + in_words(slot.columns.value) + " of the story",
               "leave the width out, and it fills them");
    }
    const int taken = slot.rows.value + slot.caption_rows.value;
    if (taken > rows && !frame.has_own_grid()) {
      in.error(
          "slot-outside-frame", slot.rows.where,
          "the photo with its caption takes " + std::to_string(taken) + " rows of " + std::to_string(rows));
    }
    for (std::size_t j = 0; j < i; ++j) {
      const PhotoSlot& other = frame.photos[j];
      // Narrow ones at the two sides of their columns: the layout knows whether they meet.
      const bool two_sides = slot.width.value > 0 && other.width.value > 0 && slot.side != other.side;
      const bool meet = !two_sides && slot.columns.value.overlaps(other.columns.value) &&
                        (slot.at == other.at || taken + other.rows.value + other.caption_rows.value > rows);
      if (!meet || other.columns.where.file == SourceSpan::kNoFile) continue;
      in.error("overlapping-photos", slot.columns.where,
               "photo slot " + std::to_string(i + 1) + " covers photo slot " + std::to_string(j + 1),
               "the other is at " + place_of(in.sources(), other.columns.where));
      break;
    }
  }
}

/// Columns and rows of the frame's text.
TextShape shape_of(const Frame& frame, const GridSpec& grid) {
  const int columns = frame.columns.value.count(), rows = frame.cells().front().rows.value.count();
  const WritingMode writing = frame.writing.value_or(grid.writing);
  if (writing == grid.writing) {
    const int legs = frame.legs.value > 0 ? frame.legs.value : columns;
    return {writing, legs, rows, grid.span(1), Length()};
  }
  const Length aside = grid.size * (frame.box ? frame.box->padding * 2 : 0);
  const int inside = rows - (frame.box ? frame.box->padding * 2 : 0);
  const Length along = grid.span(columns) - aside, across = grid.height(std::max(1, inside));
  const bool vertical = writing == WritingMode::kVertical;
  return turned_shape(grid, frame, vertical ? along : across, vertical ? across : along);
}

/// 竖题 takes whole columns beside the text, the first or the last: what places a headline among them is not
/// for it.
void check_turned_head(const Fields& keys, const Frame& frame, Reading& in) {
  const YamlNode* headline = keys.node("headline");
  if (headline == nullptr) return;
  for (const char* key : {"columns", "from", "over-photo"}) {
    const auto entry = std::find_if(headline->entries.begin(), headline->entries.end(),
                                    [&](const Entry& e) { return e.key == key; });
    if (entry == headline->entries.end()) continue;
    in.error("head-place", entry->where,
             "the headline of frame " + in_quotes(frame.name.value) + " stands beside the text; it has no " +
                 in_quotes(key),
             "`head-columns:` says how many columns it takes, `head:` how many rows");
  }
}

/// Whether the headline group can stand where it is asked to.
bool check_head(const Spanned<int>& head, const Fields& keys, const Frame& frame, const TextShape& text,
                Reading& in) {
  if (text.writing == WritingMode::kVertical && frame.head_at == TitlePlace::kLeft) {
    in.error("head-place", keys.where("head-at"),
             "vertical text begins at the right: its headline cannot follow it", "write 'right' or 'top'");
    return false;
  }
  if (frame.head_is_turned(text.writing)) {
    check_turned_head(keys, frame, in);
    if (frame.head_columns.value < text.legs) return true;
    in.error("out-of-range", keys.where(keys.has("head-columns") ? "head-columns" : "head-at"),
             "the headline takes " + std::to_string(frame.head_columns.value) + " columns of " +
                 std::to_string(text.legs) + "; none is left for the text");
    return false;
  }
  const int rows = frame.area.empty() ? text.rows : frame.cells().front().rows.value.count();
  if (head.value < rows + (frame.head_place ? 1 : 0)) return true;
  in.error("out-of-range", head.where,
           "the headline takes " + std::to_string(head.value) + " rows of " + std::to_string(rows) +
               "; none is left for the text");
  return false;
}

void read_direction(const Fields& keys, const GridSpec& grid, Frame& frame) {
  keys.word("head-at", frame.head_at);
  keys.integer("head-columns", frame.head_columns);
  if (!keys.has("direction")) return;
  frame.writing = grid.writing;
  keys.word("direction", *frame.writing);
}

void read_story(const Fields& keys, const PageLayout& layout, Frame& frame, Reading& in) {
  Spanned<int> head;
  keys.integer("head", head);
  keys.flag("rules", frame.column_rules);
  keys.integer("drop-cap", frame.drop_cap);
  read_direction(keys, layout.grid, frame);
  const bool placed = read_cells(keys, frame, in);
  read_shape(keys, layout, placed, frame, in);
  if (const YamlNode* photos = keys.node("photos")) {
    for (const YamlNode* item : photos->items) {
      const bool empty = item->kind == YamlNode::Kind::kNothing;
      frame.photos.push_back(read_slot(*item, empty ? keys.where("photos") : item->where, in));
    }
  }
  read_fit(keys, frame, in);
  if (!placed) return;
  const bool turned = frame.writing.value_or(layout.grid.writing) != layout.grid.writing;
  if (turned && layout.grid.size <= Length()) return;
  const TextShape text = shape_of(frame, layout.grid);
  if (turned && text.measure < layout.grid.size * 2) {
    in.error("frame-too-small", frame.rows.where,
             "the legs of frame " + in_quotes(frame.name.value) + " have no room for two 字",
             "give it more rows or fewer legs");
    return;
  }
  if (turned && !frame.area.empty()) {
    in.error("head-place", keys.where("direction"),
             "a frame of several rectangles has lines that run as the page's", "take one rectangle");
    return;
  }
  if (!check_head(head, keys, frame, text, in)) return;
  frame.head_rows = head.value;
  check_slots(frame, text, layout.grid, in);
}

/// A story whose photos take all that its headline leaves.
void read_photo_frame(const Fields& keys, const PageLayout& layout, Frame& frame, Reading& in) {
  keys.range("columns", frame.columns);
  keys.range("rows", frame.rows);
  keys.text("inside", frame.inside);
  PhotoSlot slot;
  slot.columns = {{1, frame.columns.value.count()}, frame.columns.where};
  slot.rows = {0, frame.rows.where};
  read_pictures(keys, slot, in);
  frame.photos.push_back(slot);
  if (const YamlNode* styles = keys.node("styles")) read_frame_styles(*styles, layout, frame, in);
}

/// What its line takes: with **large type** in it, that of the page number as a rule, as much more as that is
/// larger.
Length line_of_folio(const Frame& frame, const PageLayout& layout) {
  const Style &folio = layout.styles.at("folio"), &number = layout.styles.at("folio-number");
  const Spanned<std::string>* const parts[] = {&frame.left, &frame.centre, &frame.right, &frame.outer,
                                               &frame.inner};
  const bool large = std::any_of(std::begin(parts), std::end(parts),
                                 [](const auto* part) { return part->value.find("**") != std::string::npos; });
  return large ? folio.pitch + std::max(Length(), number.size - folio.size) : folio.pitch;
}

void read_folio(const Fields& keys, const PageLayout& layout, Frame& frame, Reading& in) {
  frame.kind = Frame::Kind::kFolio;
  keys.text("left", frame.left);
  keys.text("centre", frame.centre);
  keys.text("right", frame.right);
  keys.text("outer", frame.outer);
  keys.text("inner", frame.inner);
  const Length line = line_of_folio(frame, layout);
  if (keys.has("margin") && !keys.has("outside")) {
    read_margin(keys, layout, line, frame, in);
  } else {
    read_place(keys, layout, line, frame, in);
  }
  read_edge(keys, "rule", "rule-form", frame.rule);
}

void read_furniture(const FurnitureKind& kind, const Entry& entry, const PageLayout& layout, Frame& frame,
                    Reading& in) {
  const Fields keys(*entry.value, entry.where, *kind.keys, in);
  frame.kind = Frame::Kind::kFurniture;
  if (kind.keys->find("outside") != nullptr) {
    read_place(keys, layout, {}, frame, in);
  } else {
    keys.range("columns", frame.columns);
    keys.range("rows", frame.rows);
  }
  if (kind.keys->find("inside") != nullptr) keys.text("inside", frame.inside);
  kind.read(keys, layout, frame, in);
}

void read_frame(const Entry& entry, std::string_view kind, const PageLayout& layout, Frame& frame,
                Reading& in) {
  if (const FurnitureKind* furniture = furniture_kind(kind)) {
    return read_furniture(*furniture, entry, layout, frame, in);
  }
  if (kind == "folio")
    return read_folio(Fields(*entry.value, entry.where, kFolioFrameKind, in), layout, frame, in);
  if (kind == "photo") {
    return read_photo_frame(Fields(*entry.value, entry.where, kPhotoFrameKind, in), layout, frame, in);
  }
  if (kind == "rule") return read_rule(Fields(*entry.value, entry.where, kRuleFrameKind, in), frame, in);
  read_story(Fields(*entry.value, entry.where, kStoryFrameKind, in), layout, frame, in);
}

/// The words that `kind` may be.
std::vector<std::string> frame_kinds() {
  std::vector<std::string> out = {"story", "photo", "folio", "rule"};
  for (const FurnitureKind& kind : furniture_kinds()) out.emplace_back(kind.name);
  return out;
}

/// The kind decides which keys there are, so it is looked at first.
const YamlNode* kind_of(const YamlNode& node) {
  for (const Entry& entry : node.entries) {
    if (entry.key == "kind") return entry.value;
  }
  return nullptr;
}

bool is_placed(const Frame& frame) {
  if (frame.outside) return false;
  return frame.columns.where.file != SourceSpan::kNoFile && frame.rows.where.file != SourceSpan::kNoFile;
}

void check_on_grid(const Frame& frame, const GridSpec& grid, Reading& in) {
  const auto check = [&](const Spanned<Range>& range, const char* what, int most) {
    if (range.value.last <= most) return;
    in.error("frame-outside-grid", range.where,
             "frame " + in_quotes(frame.name.value) + " takes " + what + " " + in_words(range.value) +
                 "; the grid has " + std::to_string(most));
  };
  for (const Cells& cells : frame.cells()) {
    check(cells.columns, "columns", grid.columns);
    check(cells.rows, "rows", grid.rows);
  }
}

/// The first cells that both take.
std::optional<Cells> common_cells(const Frame& a, const Frame& b) {
  for (const Cells& x : a.cells()) {
    for (const Cells& y : b.cells()) {
      if (!x.overlaps(y)) continue;
      Cells both;
      both.columns.value.first = std::max(x.columns.value.first, y.columns.value.first);
      both.rows.value.first = std::max(x.rows.value.first, y.rows.value.first);
      return both;
    }
  }
  return std::nullopt;
}

/// One finding a frame is enough: who is moved meets the next.
void check_overlaps(const std::vector<Frame>& frames, Reading& in) {
  for (std::size_t i = 0; i < frames.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      const Frame &a = frames[i], &b = frames[j];
      if (!is_placed(a) || !is_placed(b)) continue;
      if (a.inside.value == b.name.value || b.inside.value == a.name.value) continue;
      const std::optional<Cells> both = common_cells(a, b);
      if (!both) continue;
      in.error("overlapping-frames", a.name.where,
               "frame " + in_quotes(a.name.value) + " covers frame " + in_quotes(b.name.value),
               "both take column " + std::to_string(both->columns.value.first) + ", row " +
                   std::to_string(both->rows.value.first));
      break;
    }
  }
}

}  // namespace

void read_frames(const YamlNode& node, const std::map<std::string, SourceSpan>& removed, PageLayout& layout,
                 Reading& in) {
  const std::vector<std::string> kinds = frame_kinds();
  for (const Entry* entry : named_entries(node, in)) {
    if (!has_form(*entry->value, Shape::kObject, entry->key, entry->where, in)) continue;
    Frame frame;
    frame.name = {entry->key, entry->where};
    const YamlNode* kind = kind_of(*entry->value);
    if (kind != nullptr && std::find(kinds.begin(), kinds.end(), kind->text) == kinds.end()) {
      const bool written = kind->where.end > kind->where.begin;
      in.error("unknown-word", written ? kind->where : entry->where,
               "'kind' cannot be " + in_quotes(kind->text),
               in.suggest(kind->text, kinds, "the words here are"));
      layout.frames.push_back(std::move(frame));  // so that nobody says that there is no such frame
      continue;
    }
    read_frame(*entry, kind == nullptr ? "story" : kind->text, layout, frame, in);
    if (layout.grid.size > Length() && is_placed(frame)) check_on_grid(frame, layout.grid, in);
    layout.frames.push_back(std::move(frame));
  }
  check_overlaps(layout.frames, in);
  check_links(layout, removed, in);
  check_fit_photos(layout, in);
}

}  // namespace banxin
