#include "layout/setter.h"

#include <algorithm>

#include "text/missing_characters.h"

namespace banxin {

namespace {

TextRun run_of(const Style& style, Length size, std::size_t begin, std::size_t end) {
  return {.begin = begin,
          .end = end,
          .font = style.font,
          .size = size,
          .ink = style.ink,
          .tracking = style.tracking};
}

/// Runs that cover the text: the paragraph's style, interrupted by the stretches.
std::vector<TextRun> runs_of(const Copy& copy, const Style& style, const std::vector<Stretch>& stretches) {
  std::vector<TextRun> runs;
  std::size_t at = 0;
  const auto plain_until = [&](std::size_t end) {
    if (end > at) runs.push_back(run_of(style, style.size, at, end));
  };
  for (const Stretch& stretch : stretches) {
    plain_until(stretch.begin);
    const Length size = stretch.own_size ? stretch.style->size : style.size;
    runs.push_back(run_of(*stretch.style, size, stretch.begin, stretch.end));
    at = stretch.end;
  }
  plain_until(copy.text.size());
  return runs;
}

}  // namespace

ShapedCopy Setter::shape(const Copy& copy, const Style& style, const std::vector<Stretch>& stretches,
                         std::vector<Hold> holds) const {
  return shape_runs(copy, style, runs_of(copy, style, stretches), std::move(holds));
}

ShapedCopy Setter::shape_runs(const Copy& copy, const Style& style, std::vector<TextRun> runs,
                              std::vector<Hold> holds) const {
  ShapedCopy out;
  out.copy = &copy;
  out.text = {copy.text, std::move(runs), style.size, layout_.setting, std::move(holds)};
  out.text.setting.direction = writing_;
  // Headlines, captions and other ragged lines keep their words whole.
  if (style.align != Align::kJustify) out.text.setting.hyphenate = Hyphenation::kNone;
  out.shaped = shape_paragraph(out.text, fonts_);
  report_missing(
      out.text, out.shaped, fonts_,
      [&](std::size_t begin, std::size_t end) { return copy.source_of(begin, end); }, diags_);
  report_plain_forms(out);
  return out;
}

/// Once for each form and face of a paragraph, at the first of its words.
void Setter::report_plain_forms(const ShapedCopy& shaped) const {
  const std::vector<PlainForm>& all = shaped.shaped.plain;
  const auto alike = [](const PlainForm& a, const PlainForm& b) {
    return a.face == b.face && std::string_view(a.feature.tag) == b.feature.tag;
  };
  for (auto first = all.begin(); first != all.end(); ++first) {
    if (std::any_of(all.begin(), first, [&](const PlainForm& p) { return alike(p, *first); })) continue;
    constexpr std::size_t kMostWords = 5;
    std::string words;
    std::size_t count = 0;
    for (auto other = first; other != all.end(); ++other) {
      if (!alike(*first, *other) || ++count > kMostWords) continue;
      words +=
          (count > 1 ? ", '" : "'") + shaped.text.text.substr(other->begin, other->end - other->begin) + "'";
    }
    if (count > kMostWords) words += " and " + std::to_string(count - kMostWords) + " more";
    const bool digits = std::string_view(first->feature.tag) == "onum";
    diags_.warning("plain-forms", shaped.copy->source_of(first->begin, first->end),
                   fonts_.catalogue().faces[first->face].family + " has no " +
                       (digits ? "old-style digits" : "small capitals") + ": " + words + " " +
                       (count > 1 ? "are" : "is") + " set in the usual forms",
                   fonts_.how_to_get(first->feature, run_at(shaped.text, first->begin)->font));
  }
}

Length Setter::ascent(const Style& style) const {
  if (writing_ == WritingMode::kVertical) return style.size / 2;
  const FaceId face = fonts_.face_for(style.font, FontSet::Part::kHan, U'\u4E00');
  return (face == kNoFace ? Em::of(0.88) : fonts_.em_box_ascent(face)).at(style.size);
}

TextRange line_text(const ShapedCopy& copy, const Line& line, const BreakOptions& options) {
  const std::vector<SetGlyph> glyphs = set_line(copy.shaped, line, options);
  if (glyphs.empty()) return {};
  TextRange range{glyphs.front().text_begin, glyphs.front().text_end};
  for (const SetGlyph& g : glyphs) {
    range.begin = std::min<std::size_t>(range.begin, g.text_begin);
    range.end = std::max<std::size_t>(range.end, g.text_end);
  }
  return range;
}

void draw_glyphs(const ShapedCopy& copy, std::span<const SetGlyph> glyphs, Point start, NodeId node,
                 std::vector<DrawItem>& items) {
  DrawText open;
  std::uint32_t cluster = 0xFFFFFFFF;  // paragraph offset of the cluster at the end of open.text
  std::size_t left = glyphs.size();
  const auto close = [&] {
    open.glyphs.shrink_to_fit();  // they are kept until the whole edition is written
    if (!open.glyphs.empty()) items.emplace_back(std::move(open));
    open = {};
    cluster = 0xFFFFFFFF;
  };
  for (const SetGlyph& g : glyphs) {
    const TextRun& run = copy.text.runs[g.run];
    // Runs that differ in nothing but where they end are one stretch of text.
    const bool alike = !open.glyphs.empty() && g.face == open.face && g.size == open.size &&
                       run.ink == open.ink && g.turn == open.turn && g.width_percent == open.width_percent;
    if (!alike) {
      close();
      open.node = node, open.face = g.face, open.size = g.size, open.ink = run.ink;
      open.turn = g.turn, open.width_percent = g.width_percent;
      open.glyphs.reserve(left);
    }
    --left;
    if (g.text_begin != cluster) {
      cluster = g.text_begin;
      open.text.append(copy.text.text, g.text_begin, g.text_end - g.text_begin);
    }
    const auto text_end = static_cast<std::uint32_t>(open.text.size());
    const std::uint32_t text_begin = text_end - (g.text_end - g.text_begin);
    const bool vertical = copy.text.setting.direction == Direction::kVertical;
    const Point origin = vertical ? Point{start.x + g.y + run.raise, start.y + g.x}
                                  : Point{start.x + g.x, start.y - g.y - run.raise};
    open.glyphs.push_back({g.id, origin, text_begin, text_end});
  }
  close();
}

void draw_line(const ShapedCopy& copy, const Line& line, const BreakOptions& options, Point start,
               NodeId node, std::vector<DrawItem>& items) {
  draw_glyphs(copy, set_line(copy.shaped, line, options), start, node, items);
}

}  // namespace banxin
