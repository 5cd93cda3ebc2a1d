// The house style and what a layout changes of it.
#include <algorithm>

#include "read/interlinear_marks.h"
#include "read/layout.h"

namespace banxin {

namespace {

/// Sizes in pt; 0: the body size. Pitch in sizes; 0: the grid's.
struct DefaultStyle {  // NOLINT(clang-analyzer-optin.performance.Padding): in the order that the table reads
                       // best
  const char* name;
  const char* role;
  Weight weight;
  double size, pitch;
  Align align;
  double indent, tracking;
};

constexpr Weight kRegular = Weight::kRegular, kBold = Weight::kBold;

// Titles in 标宋, all that introduces them in 楷, all that must be found in 黑. No 仿宋: it is not installed
// everywhere.
constexpr DefaultStyle kDefaults[] = {
    {"body", "song", kRegular, 0, 0, Align::kJustify, 2, 0},
    {"kicker", "kai", kRegular, 16, 1.25, Align::kCentre, 0, 0},
    {"title", "song", kBold, 36, 1.25, Align::kCentre, 0, 0},
    {"subtitle", "kai", kRegular, 16, 1.25, Align::kCentre, 0, 0},
    {"deck", "kai", kRegular, 10.5, 1.35, Align::kJustify, 0, 0},
    {"byline", "kai", kRegular, 9, 1.25, Align::kCentre, 0, 0},
    {"dateline", "hei", kRegular, 0, 0, Align::kStart, 0, 0},
    {"strong", "hei", kRegular, 0, 0, Align::kStart, 0, 0},
    {"emphasis", "kai", kRegular, 0, 0, Align::kStart, 0, 0},
    {"crosshead", "hei", kRegular, 0, 0, Align::kCentre, 0, 0},
    {"minorhead", "hei", kRegular, 0, 0, Align::kStart, 0, 0},
    {"dropcap", "song", kRegular, 0, 0, Align::kStart, 0, 0},
    {"list", "song", kRegular, 0, 0, Align::kJustify, 0, 0},
    {"quote", "kai", kRegular, 0, 0, Align::kJustify, 2, 0},
    {"table", "song", kRegular, 0, 0, Align::kStart, 0, 0},
    {"tablehead", "hei", kRegular, 0, 0, Align::kStart, 0, 0},
    {"tablecaption", "hei", kRegular, 0, 0, Align::kCentre, 0, 0},
    {"note", "kai", kRegular, 7.5, 1.35, Align::kJustify, 0, 0},
    {"separator", "song", kRegular, 0, 0, Align::kCentre, 0, 0},
    {"caption", "kai", kRegular, 8, 1.35, Align::kJustify, 0, 0},
    {"credit", "kai", kRegular, 8, 1.35, Align::kEnd, 0, 0},
    {"folio", "hei", kRegular, 7.5, 1.25, Align::kStart, 0, 0},
    {"jump", "kai", kRegular, 0, 0, Align::kEnd, 0, 0},
    {"jump-head", "hei", kRegular, 16, 1.25, Align::kStart, 0, 0},
    {"folio-number", "hei", kBold, 16, 1.25, Align::kStart, 0, 0},      // 三号
    {"folio-small", "song", kRegular, 7.5, 1.25, Align::kStart, 0, 0},  // 六号
    {"nameplate", "song", kBold, 72, 1.1, Align::kCentre, 0, 0},
    {"nameplate-block", "song", kRegular, 9, 1.5, Align::kCentre, 0, 0},  // 小五
    {"nameplate-strong", "hei", kBold, 16, 1.25, Align::kCentre, 0, 0},
    {"furniture", "song", kRegular, 0, 0, Align::kJustify, 0, 0},
    {"furniture-title", "hei", kBold, 12, 1.5, Align::kCentre, 0, 0},
    {"digest-title", "hei", kRegular, 10.5, 1.4, Align::kStart, 0, 0},
    {"digest-line", "kai", kRegular, 0, 0, Align::kStart, 1, 0},
    {"digest-page", "hei", kRegular, 9, 1.4, Align::kEnd, 0, 0},
    {"advert-label", "hei", kRegular, 7.5, 1.25, Align::kStart, 0, 0},
};

const DefaultStyle& default_of(std::string_view name) {
  for (const DefaultStyle& d : kDefaults) {
    if (d.name == name) return d;
  }
  return kDefaults[0];
}

/// Percent: narrower is seen as another face.
constexpr int kCondense = 8;

Length default_pitch(const DefaultStyle& d, Length size, const GridSpec& grid) {
  return d.pitch == 0 ? grid.pitch : Em::of(d.pitch).at(size);
}

void read_style(const Fields& keys, const DefaultStyle& d, const GridSpec& grid, Style& style) {
  const bool italic = style.font.italic;
  keys.font("font", style.font);
  style.font.italic = italic;
  if (keys.length("size", {.names = true}, style.size)) style.pitch = default_pitch(d, style.size, grid);
  keys.length("min-size", {.names = true}, style.min_size);
  keys.percent("condense", "narrower type looks like another face: set it smaller, or give min-size",
               style.condense);
  keys.length("pitch", {.names = true, .character = style.size}, style.pitch);
  keys.word("align", style.align);
  keys.em("indent", style.indent);
  keys.em("tracking", style.tracking);
  keys.em("spread", style.spread);
  Units units;
  if (grid.size > Length()) units = {.character = grid.size, .row = grid.pitch};
  keys.length("before", units, style.space_before);
  keys.length("after", units, style.space_after);
  keys.ink("ink", style.ink);
  keys.length("inset-start", units, style.inset_start);
  keys.length("inset-end", units, style.inset_end);
  keys.integer("rows", style.rows);
  keys.word("place", style.place);
  keys.length("rule", {}, style.rule);
  keys.length("inner-rule", {}, style.inner_rule);
}

/// What blocks in the text have beside their type: 引文 two 字 in, heads in rows.
void add_block_defaults(std::map<std::string, Style>& styles, const GridSpec& grid) {
  styles["quote"].inset_start = grid.size * 2;
  styles["crosshead"].rows = 2;
  styles["minorhead"].rows = 1, styles["minorhead"].place = HeadPlace::kRunIn;
  styles["separator"].rows = 1, styles["separator"].rule = Length::points(0.5);
  styles["table"].rule = Length::points(0.5);
}

/// Air between the parts of a headline group, and below it; how far they may be narrowed.
void add_headline_defaults(std::map<std::string, Style>& styles, const GridSpec& grid) {
  const auto rows = [&](double n) { return Em::of(n).at(grid.pitch); };
  styles["kicker"].space_after = rows(0.3), styles["subtitle"].space_after = rows(0.4);
  for (const char* name : {"title", "deck", "byline"}) styles[name].space_after = rows(0.5);
  for (const char* name : {"kicker", "title", "subtitle", "jump-head"}) styles[name].condense = kCondense;
}

void read_span_style(const Fields& keys, const GridSpec& grid, SpanStyle& style, Reading& in) {
  FontChoice font;
  if (keys.font("font", font)) style.font = font;
  if (keys.has("ink")) {
    style.ink.emplace();
    keys.ink("ink", *style.ink);
  }
  if (keys.length("size", {.names = true}, style.size) && style.size > grid.pitch) {
    in.error("out-of-range", keys.where("size"), "a character style is larger than the lines are apart",
             "the pitch of the grid is " + std::to_string(static_cast<int>(grid.pitch.pt())) + " pt");
  }
  keys.em("scale", style.scale);
  keys.em("raise", style.raise);
  keys.em("tracking", style.tracking);
  if (keys.has("caps")) keys.word("caps", style.capitals.emplace());
  if (keys.has("numerals")) keys.word("numerals", style.numerals.emplace());
  if (keys.has("digits")) {
    bool half = true;
    keys.word("digits", half);
    style.digits = half ? DigitWidth::kHalf : DigitWidth::kProportional;
  }
}

/// Body text stands on the grid: its size and pitch are the grid's own.
void check_body(const Fields& keys, Reading& in) {
  for (const char* key : {"size", "pitch"}) {
    if (!keys.has(key)) continue;
    in.error("body-on-grid", keys.where(key), "the " + std::string(key) + " of body text is that of the grid",
             "change grid." + std::string(key));
  }
}

}  // namespace

std::map<std::string, Style> default_styles(const GridSpec& grid) {
  std::map<std::string, Style> out;
  for (const DefaultStyle& d : kDefaults) {
    Style& style = out[d.name];
    style.font = {d.role, d.weight, std::string_view(d.name) == "emphasis"};
    style.size = d.size == 0 ? grid.size : Length::points(d.size);
    style.pitch = default_pitch(d, style.size, grid);
    style.align = d.align;
    style.indent = Em::of(d.indent);
    style.tracking = Em::of(d.tracking);
  }
  add_block_defaults(out, grid);
  add_headline_defaults(out, grid);
  return out;
}

namespace {

/// Calls `change` for each entry that names a style and is a group of keys.
template <class Change>
void for_each_style(const YamlNode& node, Reading& in, Change change) {
  const std::vector<std::string> names(std::begin(kStyleNames), std::end(kStyleNames));
  for (const Entry* entry : named_entries(node, in)) {
    if (std::find(names.begin(), names.end(), entry->key) == names.end()) {
      in.error("unknown-style", entry->where, "unknown style " + in_quotes(entry->key),
               in.suggest(entry->key, names, "the styles are"));
      continue;
    }
    if (!has_form(*entry->value, Shape::kObject, entry->key, entry->where, in)) continue;
    const Fields keys(*entry->value, entry->where, kStyleKind, in);
    if (entry->key == "body") check_body(keys, in);
    change(keys, entry->key);
  }
}

}  // namespace

void read_styles(const YamlNode& node, PageLayout& layout, Reading& in) {
  for_each_style(node, in, [&](const Fields& keys, const std::string& name) {
    read_style(keys, default_of(name), layout.grid, layout.styles.at(name));
  });
}

void read_frame_styles(const YamlNode& node, const PageLayout& layout, Frame& frame, Reading& in) {
  for_each_style(node, in, [&](const Fields& keys, const std::string& name) {
    Style& style = frame.styles.emplace(name, layout.styles.at(name)).first->second;
    read_style(keys, default_of(name), layout.grid, style);
  });
}

void set_on_own_grid(const PageLayout& layout, Frame& frame) {
  for (const char* name : {"body", "crosshead"}) {
    const bool written = frame.styles.contains(name);
    Style& style = frame.styles.emplace(name, layout.styles.at(name)).first->second;
    if (written && style.size != layout.grid.size) continue;
    style.size = frame.size, style.pitch = frame.pitch;
  }
  // What is as large as the page's text is as large as the frame's.
  for (const char* name : {"minorhead", "dateline", "dropcap", "list", "quote", "table", "tablehead",
                           "tablecaption", "separator"}) {
    const Style& asked = frame.styles.contains(name) ? frame.styles.at(name) : layout.styles.at(name);
    if (asked.size != layout.grid.size) continue;
    Style& style = frame.styles.emplace(name, asked).first->second;
    const auto in_frame = [&](Length l) {
      return Length::units(mul_div(l.units(), frame.size.units(), layout.grid.size.units()));
    };
    style.size = frame.size, style.pitch = frame.pitch;
    style.inset_start = in_frame(style.inset_start), style.inset_end = in_frame(style.inset_end);
  }
}

std::map<std::string, SpanStyle> default_span_styles() {
  std::map<std::string, SpanStyle> out;
  for (const char* role : {"song", "hei", "kai"}) out[role].font = FontChoice{role, Weight::kRegular};
  out["oldstyle"].numerals = Numerals::kOldStyle, out["oldstyle"].digits = DigitWidth::kProportional;
  out["smallcaps"].capitals = Capitals::kSmall, out["allsmallcaps"].capitals = Capitals::kAllSmall;
  out["small"].scale = 0.85_em;
  out["sup"].scale = 0.6_em, out["sup"].raise = 0.36_em;
  out["sub"].scale = 0.6_em, out["sub"].raise = -0.14_em;
  return out;
}

void read_span_styles(const YamlNode& node, PageLayout& layout, Reading& in) {
  const std::vector<std::string> marks = mark_names();
  for (const Entry* entry : named_entries(node, in)) {
    if (!has_form(*entry->value, Shape::kObject, entry->key, entry->where, in)) continue;
    const auto is_letter = [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    };
    if (!std::all_of(entry->key.begin(), entry->key.end(), is_letter)) {
      in.error("bad-name", entry->where, in_quotes(entry->key) + " cannot be the name of a character style",
               "use small letters, digits and '-'");
    } else if (std::find(marks.begin(), marks.end(), entry->key) != marks.end()) {
      in.error("bad-name", entry->where, in_quotes(entry->key) + " is a mark between the lines",
               "give the character style another name");
    }
    const Fields keys(*entry->value, entry->where, kSpanStyleKind, in);
    read_span_style(keys, layout.grid, layout.span_styles[entry->key], in);
  }
}

}  // namespace banxin
