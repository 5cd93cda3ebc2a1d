#include "read/layout.h"

#include "base/json.h"
#include "document/punctuation_style.h"
#include "read/frame_shape.h"
#include "read/layout_file.h"
#include "read/palette.h"

namespace banxin {

namespace {

std::string millimetres(Length length) { return json_number(length.mm(), 1) + "mm"; }
std::string size_in_words(Length width, Length height) {
  return millimetres(width) + " × " + millimetres(height);
}

bool named_paper(const YamlNode& node, const Fields& page, PageLayout& layout, Reading& in) {
  std::vector<std::string> names;
  for (const PaperSize& paper : paper_sizes()) {
    names.emplace_back(paper.name);
    if (paper.name != node.text) continue;
    layout.width = Length::millimetres(paper.width);
    layout.height = Length::millimetres(paper.height);
    return true;
  }
  page.report(node, {"unknown-word", "unknown paper size " + in_quotes(node.text),
                     in.suggest(node.text, names, "write [width, height] or one of")});
  return false;
}

bool read_paper_size(const Fields& page, PageLayout& layout, Reading& in) {
  const YamlNode* node = page.node("size");
  if (node == nullptr) return false;
  if (node->kind == YamlNode::Kind::kScalar) return named_paper(*node, page, layout, in);
  if (node->items.size() != 2) {
    page.report(*node, {"wrong-type", "a paper size of " + std::to_string(node->items.size()) + " lengths",
                        "write [width, height], as in [270mm, 390mm]"});
    return false;
  }
  bool good = true;
  Length* const targets[] = {&layout.width, &layout.height};
  for (std::size_t i = 0; i < 2; ++i) {
    const YamlNode& item = *node->items[i];
    const Parsed<Length> length = parse_length(item.text, {});
    if (const Mistake* mistake = std::get_if<Mistake>(&length)) {
      page.report(item, *mistake);
      good = false;
    } else if (!page.within("size", std::get<Length>(length).pt(), item, "pt")) {
      good = false;
    } else {
      *targets[i] = std::get<Length>(length);
    }
  }
  return good;
}

bool read_grid(const Fields& grid, GridSpec& out) {
  grid.word("direction", out.writing);
  bool good = grid.length("size", {.names = true}, out.size);
  Units units{.names = true};
  if (good) units.character = out.size;
  good &= grid.length("pitch", units, out.pitch);
  good &= grid.integer("columns", out.columns);
  good &= grid.integer("measure", out.measure);
  good &= grid.integer("rows", out.rows);
  grid.em("gap", out.gap);
  if (!good) out.size = Length();
  return good;
}

void read_setting(const Fields& setting, Setting& out) {
  setting.word("style", out.style);
  // A style that keeps every blank keeps those at the edges too, unless the layout says otherwise.
  if (const Setting full = with_style(out, out.style); full.end == LineEnd::kFull) out = full;
  bool strict_grid = false;
  setting.flag("strict-grid", strict_grid);
  if (strict_grid) out = in_strict_grid(out);
  setting.word("level", out.level);
  setting.word("start", out.start);
  setting.word("end", out.end);
  setting.word("hanging", out.hanging);
  setting.em("western-gap", out.western_gap);
  setting.em("number-gap", out.number_gap);
  setting.word("digits", out.half_width_digits);
  setting.word("spaces", out.replace_spaces);
  setting.word("pairs", out.pairs);
  setting.word("language", out.language);
  setting.word("hyphenate", out.hyphenate);
  setting.em("min-blank", out.min_inner_blank);
  setting.flag("fixed-gap", out.fixed_gap);
  setting.flag("fixed-stops", out.fixed_stops);
  setting.word("vertical-quotes", out.vertical_quotes);
  setting.word("vertical-numbers", out.vertical_numbers);
  setting.word("expand", out.expand);
  setting.word("readings", out.readings);
}

/// A spread is twice as wide as its paper.
void read_fold(const Fields& page, PageLayout& layout, Reading& in) {
  if (page.has("fold")) page.word("fold", layout.fold.emplace().form);
  if (page.has("gutter") && (!layout.fold || layout.fold->form != Fold::Form::kSpread)) {
    in.error("gutter-without-spread", page.where("gutter"), "only a spread has a gutter",
             "write fold: spread, or leave the gutter out");
    return;
  }
  if (!layout.fold || layout.fold->form != Fold::Form::kSpread) return;
  page.length("gutter", {}, layout.fold->gutter);
  layout.width = layout.width * 2;
}

/// Where the type area stands, and whether it is on the page.
void place_type_area(const Fields& layout_keys, const Fields& page, PageLayout& layout, Reading& in) {
  const Rect area = layout.type_area();
  const std::string hint = "take fewer 字 or 行, a smaller size, or a larger page";
  if (area.width > layout.width || area.height > layout.height) {
    in.error("type-area", layout_keys.where("grid"),
             "the type area of " + size_in_words(area.width, area.height) + " is larger than the page of " +
                 size_in_words(layout.width, layout.height),
             hint);
    return;
  }
  layout.origin = {(layout.width - area.width) / 2, (layout.height - area.height) / 2};
  const YamlNode* node = page.node("margins");
  if (node == nullptr) return;
  const Fields margins(*node, page.where("margins"), kMarginsKind, in);
  const Units units{.character = layout.grid.size, .row = layout.grid.pitch};
  Length right, foot;
  const bool has_right = margins.length("right", units, right),
             has_foot = margins.length("bottom", units, foot);
  if (has_right) layout.origin.x = layout.width - right - area.width;
  if (has_foot) layout.origin.y = layout.height - foot - area.height;
  margins.length("top", units, layout.origin.y);
  margins.length("left", units, layout.origin.x);
  // Both sides given: the grid decides, so what is left must be as much as was asked for.
  const auto check_left_over = [&](const char* key, const char* edge, Length asked, Length left) {
    if (left >= asked) return;
    in.error(
        "type-area", margins.node(key)->where,
        "the type area leaves " + millimetres(left) + " " + edge + ", the margin is " + millimetres(asked),
        hint);
  };
  const Rect type = layout.type_area();
  const bool on_page = type.right() <= layout.width && type.bottom() <= layout.height;
  if (has_right && on_page) check_left_over("right", "at the right", right, layout.width - type.right());
  if (has_foot && on_page) check_left_over("bottom", "below it", foot, layout.height - type.bottom());
  if (!margins.has("left") && layout.origin.x < Length())
    check_left_over("right", "at the left", Length(), layout.origin.x);
  if (!margins.has("top") && layout.origin.y < Length())
    check_left_over("bottom", "above it", Length(), layout.origin.y);
  const auto check = [&](const char* key, const char* edge, Length end, Length paper) {
    if (end <= paper || !margins.has(key)) return;
    in.error("type-area", margins.node(key)->where,
             std::string("the type area leaves the page at the ") + edge + " by " + millimetres(end - paper),
             hint);
  };
  check("left", "right", layout.type_area().right(), layout.width);
  check("top", "foot", layout.type_area().bottom(), layout.height);
}

}  // namespace

std::optional<PageLayout> read_layout(const std::filesystem::path& path, SourceSpan asked,
                                      const Project& project, Reading& in) {
  const std::optional<LayoutTree> tree = load_layout(path, asked, project, in);
  if (!tree) return std::nullopt;

  PageLayout layout;
  layout.file = tree->file();
  layout.setting.end = LineEnd::kAllow;  // a newspaper's columns are short: do not shrink what fits
  const Fields keys(tree->root(), {tree->file(), 0, 0}, kLayoutKind, in);
  const auto group = [&](std::string_view key, const KindSpec& kind) -> std::optional<Fields> {
    const YamlNode* node = keys.node(key);
    if (node == nullptr) return std::nullopt;
    return Fields(*node, keys.where(key), kind, in);
  };
  const auto page = group("page", kPageKind);
  const auto grid = group("grid", kGridKind);
  const bool has_paper = page && read_paper_size(*page, layout, in);
  const bool has_grid = grid && read_grid(*grid, layout.grid);
  if (page) page->length("bleed", {}, layout.bleed);
  if (page) read_fold(*page, layout, in);
  if (has_paper && has_grid) place_type_area(keys, *page, layout, in);
  if (const auto setting = group("setting", kSettingKind)) read_setting(*setting, layout.setting);
  const std::map<std::string, Ink> outer = in.palette().names;  // the edition's
  if (const YamlNode* inks = keys.node("inks")) read_inks(*inks, in);
  layout.styles = default_styles(layout.grid);
  if (const YamlNode* styles = keys.node("styles")) read_styles(*styles, layout, in);
  layout.span_styles = default_span_styles();
  if (const YamlNode* spans = keys.node("spans")) read_span_styles(*spans, layout, in);
  if (const YamlNode* frames = keys.node("frames")) read_frames(*frames, tree->removed(), layout, in);
  if (const auto jumps = group("jumps", kJumpsKind)) read_jumps(*jumps, layout.jumps, in);
  in.palette().names = outer;
  return layout;
}

}  // namespace banxin
