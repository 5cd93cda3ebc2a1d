#include "layout/folio.h"

#include "layout/headline.h"

namespace banxin {

namespace {

/// The text of a field, nullopt for a name that there is not.
std::optional<std::string> field(std::string_view name, const Edition& edition, const PageSpec& page) {
  if (name == "paper") return edition.paper.value;
  if (name == "section") return page.section.value;
  if (name == "page") return std::to_string(page.number);
  if (name == "date") return edition.date ? date_in_chinese(*edition.date) : "";
  if (name == "weekday") return edition.date ? weekday_in_chinese(*edition.date) : "";
  return std::nullopt;
}

/// Replaces {field}s. Every piece of the result keeps the span of the whole text.
Copy filled_in(const Spanned<std::string>& text, const Edition& edition, const PageSpec& page,
               Diagnostics& diags) {
  Copy copy;
  std::string_view rest = text.value;
  while (!rest.empty()) {
    const std::size_t open = rest.find('{'), close = rest.find('}', open);
    if (open == std::string_view::npos || close == std::string_view::npos) break;
    copy.text += rest.substr(0, open);
    const std::string_view name = rest.substr(open + 1, close - open - 1);
    if (const auto value = field(name, edition, page)) {
      copy.text += *value;
    } else {
      diags.error("unknown-field", text.where, "unknown field '{" + std::string(name) + "}'",
                  "fields here: {paper} {date} {weekday} {section} {page}");
    }
    rest.remove_prefix(close + 1);
  }
  copy.text += rest;
  copy.origin = {{0, text.where}};
  return copy;
}

}  // namespace

void draw_folio(const Frame& frame, const Edition& edition, const PageSpec& page_spec, const Setter& setter,
                const TextArea& grid, Diagnostics& diags, PlacedPage& page) {
  const Style& style = setter.style("folio");
  const Rect box = grid.area(frame.columns.value, frame.rows.value);
  const Length baseline = box.y + setter.ascent(style);
  const BreakOptions options{.justify = false};
  const std::pair<const Spanned<std::string>*, Align> parts[] = {
      {&frame.left, Align::kStart}, {&frame.centre, Align::kCentre}, {&frame.right, Align::kEnd}};
  for (const auto& [text, align] : parts) {
    if (text->value.empty()) continue;
    const Copy copy = filled_in(*text, edition, page_spec, diags);
    const ShapedCopy shaped = setter.shape(copy, style);
    const Breaking breaking = break_lines(shaped.shaped, std::span(&box.width, 1), options);
    if (breaking.lines.empty()) continue;
    const Length x = box.x + aligned(align, box.width, breaking.lines.front().natural);
    draw_line(shaped, breaking.lines.front(), options, {x, baseline}, kArtifact, page.items);
  }
  if (frame.rule > Length()) {
    const Length y = box.y + style.size + (style.pitch - style.size) / 2;
    page.items.emplace_back(DrawRule{kArtifact, {box.x, y, box.width, frame.rule}, style.ink});
  }
}

}  // namespace banxin
