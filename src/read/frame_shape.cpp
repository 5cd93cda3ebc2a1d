#include "read/frame_shape.h"

#include <algorithm>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace banxin {

namespace {

std::string in_words(Range range) {
  return range.count() == 1 ? std::to_string(range.first)
                            : std::to_string(range.first) + "-" + std::to_string(range.last);
}

/// The rectangles of a union; the frame's columns and rows become their outline.
bool read_area(const YamlNode& node, SourceSpan where, Frame& frame, Reading& in) {
  bool good = !node.items.empty();
  if (!good)
    in.error("missing-value", where, "the area has no rectangles", "write - {columns: 1-2, rows: 5-40}");
  for (const YamlNode* item : node.items) {
    const bool empty = item->kind == YamlNode::Kind::kNothing;
    const Fields keys(*item, empty ? where : item->where, kCellsKind, in);
    Cells cells;
    good &= keys.range("columns", cells.columns) && keys.range("rows", cells.rows);
    for (std::size_t i = 0; good && i < frame.area.size(); ++i) {
      if (!frame.area[i].overlaps(cells)) continue;
      in.error("overlapping-area", item->where,
               "rectangle " + std::to_string(frame.area.size() + 1) + " of the area covers rectangle " +
                   std::to_string(i + 1),
               "both take column " +
                   std::to_string(std::max(cells.columns.value.first, frame.area[i].columns.value.first)) +
                   ", row " +
                   std::to_string(std::max(cells.rows.value.first, frame.area[i].rows.value.first)));
      good = false;
    }
    frame.area.push_back(cells);
  }
  if (!good) return false;
  frame.columns = frame.area.front().columns, frame.rows = frame.area.front().rows;
  for (const Cells& c : frame.area) {
    Range &columns = frame.columns.value, &rows = frame.rows.value;
    columns = {std::min(columns.first, c.columns.value.first), std::max(columns.last, c.columns.value.last)};
    rows = {std::min(rows.first, c.rows.value.first), std::max(rows.last, c.rows.value.last)};
  }
  return true;
}

void read_border(const Fields& keys, Border& border) {
  keys.word("border", border.form);
  keys.length("thickness", {}, border.thickness);
  keys.ink("ink", border.ink);
}

/// Under the key `box`: a group of keys, or the thickness of a line alone.
FrameBox read_box(const Fields& frame, const YamlNode& node, Reading& in) {
  FrameBox out;
  if (node.kind == YamlNode::Kind::kScalar) {
    const std::span<const std::string_view> forms = kBoxKind.find("border")->words;
    if (std::find(forms.begin(), forms.end(), node.text) != forms.end()) {
      in.error("bad-length", node.where, "'box' is a length or a group of keys, not " + in_quotes(node.text),
               "write box: {border: " + node.text + "}");
      return out;
    }
    frame.length("box", {}, out.border.thickness);
    return out;
  }
  const Fields keys(node, frame.where("box"), kBoxKind, in);
  read_border(keys, out.border);
  Ink tint = kWhite;
  keys.ink("tint", tint);
  if (keys.has("tint")) out.tint = tint;
  keys.integer("pad", out.padding);
  return out;
}

void read_frame_box(const Fields& keys, Frame& frame, bool placed, Reading& in) {
  const YamlNode* node = keys.node("box");
  if (node == nullptr) return;
  frame.box = read_box(keys, *node, in);
  if (!placed || frame.rows.value.count() > 2 * frame.box->padding) return;
  const auto pad = std::find_if(node->entries.begin(), node->entries.end(),
                                [](const Entry& entry) { return entry.key == "pad"; });
  in.error("out-of-range", pad == node->entries.end() ? keys.where("box") : pad->where,
           "the box leaves no row of " + std::to_string(frame.rows.value.count()) + " for its text",
           "give the frame more rows, or a smaller pad");
  frame.box->padding = 0;
}

/// Columns and rows of the story are those of its legs.
void read_headline(const Fields& keys, const Frame& frame, std::optional<HeadlinePlace>& out, Reading& in) {
  const YamlNode* node = keys.node("headline");
  if (node == nullptr) return;
  const Fields head(*node, keys.where("headline"), kHeadlineKind, in);
  out.emplace();
  head.range("columns", out->columns);
  head.integer("from", out->from);
  head.flag("over-photo", out->over_photo);
  if (const YamlNode* box = head.node("box")) {
    out->box = read_box(head, *box, in);
  }
  const int columns = frame.legs.value > 0 ? frame.legs.value : frame.columns.value.count();
  if (out->columns.value.last > columns && head.has("columns")) {
    in.error("headline-outside-frame", out->columns.where,
             "the headline takes columns " + in_words(out->columns.value) + " of a story of " +
                 std::to_string(columns),
             "columns of a headline count from the story's left");
    out->columns = {};
  }
  const int rows = frame.rows.value.count() - (frame.box ? 2 * frame.box->padding : 0);
  if (out->from >= rows) {
    in.error("headline-outside-frame", head.where("from"),
             "the headline begins in row " + std::to_string(out->from) + " of " + std::to_string(rows),
             "rows of a headline count from the story's top");
    out->from = 1;
  }
}

/// Length over which the legs stand.
Length width_for_legs(const Frame& frame, const GridSpec& grid) {
  const int padding = frame.box ? frame.box->padding : 0;
  return grid.span(frame.columns.value.count()) - grid.size * (2 * padding);
}

void check_legs(const Fields& keys, const Frame& frame, const GridSpec& grid, Reading& in) {
  if (frame.legs.value == 0 && !frame.has_own_grid() && !frame.box) return;
  const int count = frame.legs.value > 0 ? frame.legs.value : frame.columns.value.count();
  const Length size = frame.has_own_grid() ? frame.size : grid.size, width = width_for_legs(frame, grid);
  const Legs legs = legs_over(width, count, size, grid.gap);
  if (legs.measure >= kNarrowestLeg) return;
  const std::string choices = leg_choices(width, size, grid.gap);
  const SourceSpan where = frame.legs.value > 0 ? frame.legs.where : keys.where(frame.box ? "box" : "grid");
  in.error("legs-too-narrow", where,
           std::to_string(count) + " legs over columns " + in_words(frame.columns.value) + " have " +
               std::to_string(std::max(legs.measure, 0)) + "字 each; a leg needs " +
               std::to_string(kNarrowestLeg),
           choices.empty() ? "give the frame more columns" : "legs that fit here: " + choices);
}

/// A union stands on the basic columns: nothing may ask for others.
void check_union(const Fields& keys, const Frame& frame, Reading& in) {
  if (frame.area.size() < 2) return;
  for (const char* key : {"legs", "grid", "box"}) {
    if (!keys.has(key)) continue;
    in.error("union-on-grid", keys.where(key),
             "a frame of several rectangles stands on the basic columns; it cannot have " + in_quotes(key),
             "make a frame of each rectangle, and let the text go on with `to:`");
  }
}

void read_frame_grid(const Fields& keys, Frame& frame, Reading& in) {
  const YamlNode* node = keys.node("grid");
  if (node == nullptr) return;
  const Fields grid(*node, keys.where("grid"), kFrameGridKind, in);
  Length size, pitch;
  const bool good = grid.length("size", {.names = true}, size);
  Units units{.names = true};
  if (good) units.character = size;
  if (good && grid.length("pitch", units, pitch)) frame.size = size, frame.pitch = pitch;
}

}  // namespace

bool read_cells(const Fields& keys, Frame& frame, Reading& in) {
  if (const YamlNode* area = keys.node("area")) {
    for (const char* key : {"columns", "rows"}) {
      if (keys.has(key))
        in.error("two-areas", keys.where(key), in_quotes(key) + " beside 'area'", "write one or the other");
    }
    return read_area(*area, keys.where("area"), frame, in);
  }
  if (keys.was_written("area")) return false;
  for (const char* key : {"columns", "rows"}) {
    if (keys.was_written(key)) continue;
    in.error("missing-key", keys.where(key), "missing key " + in_quotes(key) + " in story frame",
             std::string(key) + ": " + key + " of the page");
  }
  const bool has_columns = keys.range("columns", frame.columns);
  return keys.range("rows", frame.rows) && has_columns;
}

void read_shape(const Fields& keys, const PageLayout& layout, bool placed, Frame& frame, Reading& in) {
  keys.integer("legs", frame.legs);
  keys.text("to", frame.to);
  keys.text("inside", frame.inside);
  keys.flag("continued", frame.continued);
  read_frame_grid(keys, frame, in);
  read_frame_box(keys, frame, placed, in);
  if (const YamlNode* styles = keys.node("styles")) read_frame_styles(*styles, layout, frame, in);
  if (frame.has_own_grid()) set_on_own_grid(layout, frame);
  check_union(keys, frame, in);
  if (placed) read_headline(keys, frame, frame.head_place, in);
  if (frame.area.size() == 1) frame.area.clear();
  const bool turned = frame.writing.value_or(layout.grid.writing) != layout.grid.writing;
  if (placed && frame.area.empty() && !turned && layout.grid.size > Length())
    check_legs(keys, frame, layout.grid, in);
}

void read_jumps(const Fields& keys, Jumps& jumps, Reading& in) {
  keys.text("to", jumps.to);
  keys.text("from", jumps.from);
  keys.integer("least-before", jumps.least_before);
  keys.integer("least-after", jumps.least_after);
  for (const Spanned<std::string>* text : {&jumps.to, &jumps.from}) {
    if (text->value.find("{page}") != std::string::npos) continue;
    in.error("jump-without-page", text->where, in_quotes(text->value) + " does not say on which page",
             "write {page} where the number goes, as in 下转第{page}版");
  }
}

void read_rule(const Fields& keys, Frame& frame, Reading& in) {
  frame.kind = Frame::Kind::kRule;
  read_border(keys, frame.line);
  keys.range("rows", frame.rows);
  Spanned<Range> between;
  if (keys.has("columns") == keys.has("between")) {
    in.error("missing-key", keys.where("columns"), "a rule needs 'columns' or 'between'",
             "columns: 1-4 crosses them, between: 4-5 runs down the gap");
  } else if (keys.range("between", between)) {
    frame.gap_after = between.value.first;
    if (between.value.count() != 2) {
      in.error("out-of-range", between.where, in_words(between.value) + " are not two neighbouring columns",
               "write them as 4-5");
    }
  } else {
    keys.range("columns", frame.columns);
  }
}

namespace {

std::vector<std::string> story_names(const PageLayout& layout) {
  std::vector<std::string> names;
  for (const Frame& f : layout.frames) {
    if (f.kind == Frame::Kind::kStory) names.push_back(f.name.value);
  }
  return names;
}

/// Frames that an extending layout takes away, and where.
using Removed = std::map<std::string, SourceSpan>;

/// The story frame that `name`, the value of `key`, means; null, and an error, when there is none or it is
/// the frame itself.
const Frame* partner(const Frame& frame, std::string_view key, const Spanned<std::string>& name,
                     const PageLayout& layout, const Removed& removed, Reading& in) {
  const Frame* found = layout.frame(name.value);
  if (found != nullptr && found->kind == Frame::Kind::kStory && found != &frame) return found;
  if (const auto gone = removed.find(name.value); found == nullptr && gone != removed.end()) {
    in.error("unknown-frame", gone->second,
             "frame " + in_quotes(name.value) + " is taken away here, but frame " +
                 in_quotes(frame.name.value) + " names it at " + place_of(in.sources(), name.where) + " of " +
                 in_quotes(in.sources().at(name.where.file).path),
             "write " + frame.name.value + ": {" + std::string(key) + ": } too, or name another frame there");
    return nullptr;
  }
  in.error("unknown-frame", name.where,
           found == &frame ? "frame " + in_quotes(name.value) + " names itself"
                           : "there is no story frame " + in_quotes(name.value),
           found == &frame ? "" : in.suggest(name.value, story_names(layout), "the story frames are"));
  return nullptr;
}

void check_inside(const Frame& frame, const PageLayout& layout, const Removed& removed, Reading& in) {
  const Frame* host = partner(frame, "inside", frame.inside, layout, removed, in);
  if (host == nullptr) return;
  const std::vector<Cells> around = host->cells();
  for (const Cells& c : frame.cells()) {
    const bool held =
        std::any_of(around.begin(), around.end(), [&](const Cells& h) { return h.contains(c); });
    if (held) continue;
    in.error("not-inside", frame.inside.where,
             "frame " + in_quotes(frame.name.value) + " does not stand inside frame " +
                 in_quotes(host->name.value),
             "give it cells of that frame, or leave out `inside:`");
    return;
  }
}

/// Whether the text comes back to where it was.
bool runs_in_circle(const Frame& frame, const PageLayout& layout) {
  const std::vector<const Frame*> chain = layout.chain(frame);
  return std::find(chain.begin() + 1, chain.end(), &frame) != chain.end();
}

}  // namespace

void check_links(const PageLayout& layout, const std::map<std::string, SourceSpan>& removed, Reading& in) {
  for (std::size_t i = 0; i < layout.frames.size(); ++i) {
    const Frame& frame = layout.frames[i];
    if (!frame.inside.value.empty()) check_inside(frame, layout, removed, in);
    if (frame.to.value.empty()) continue;
    if (partner(frame, "to", frame.to, layout, removed, in) == nullptr) continue;
    if (runs_in_circle(frame, layout)) {
      in.error("frame-circle", frame.to.where,
               "the text of frame " + in_quotes(frame.name.value) + " comes back to it",
               "let the last frame go on nowhere");
    }
    for (std::size_t j = 0; j < i; ++j) {
      if (layout.frames[j].to.value != frame.to.value) continue;
      in.error("linked-twice", frame.to.where,
               "the text of frame " + in_quotes(layout.frames[j].name.value) + " goes on in " +
                   in_quotes(frame.to.value) + " already",
               "that is said at " + place_of(in.sources(), layout.frames[j].to.where));
      break;
    }
  }
}

}  // namespace banxin
