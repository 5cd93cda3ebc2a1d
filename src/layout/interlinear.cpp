#include "layout/interlinear.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <utility>

namespace banxin {

namespace {

using Kind = InterlinearMark::Kind;

constexpr Em kBopomofoSize = 0.3_em;  // of the em of the line

bool is_line(Kind kind) { return kind == Kind::kName || kind == Kind::kTitle || kind == Kind::kUnderline; }

bool overlap(const ShapedMark& a, const ShapedMark& b) {
  return a.mark->begin < b.mark->end && b.mark->begin < a.mark->end;
}

/// Names and titles stand nearest the text, the inner before the outer one; then underlines, then dots.
int rank(Kind kind) {
  if (kind == Kind::kName || kind == Kind::kTitle) return 0;
  return kind == Kind::kUnderline ? 1 : 2;
}

/// `vertical`: 注音 stands where readings do.
void stack(std::vector<ShapedMark>& marks, bool vertical) {
  for (int now = 0; now <= 2; ++now) {
    for (std::size_t i = marks.size(); i-- > 0;) {
      ShapedMark& m = marks[i];
      if (rank(m.mark->kind) != now) continue;
      for (std::size_t j = 0; j < marks.size(); ++j) {
        const ShapedMark& other = marks[j];
        if (j == i || !overlap(m, other)) continue;
        m.dots_over |= other.mark->kind == Kind::kDots;
        m.reading_over |= other.mark->kind == Kind::kRuby;
        m.reading_over |= other.mark->kind == Kind::kBopomofo && vertical;
        const bool nearer = rank(other.mark->kind) < now || (rank(other.mark->kind) == now && j > i);
        if (nearer && is_line(other.mark->kind)) m.lines_over = std::max(m.lines_over, other.lines_over + 1);
      }
    }
  }
}

/// 0.42
std::string two_decimals(double value) {
  std::array<char, 32> text;
  std::snprintf(text.data(), text.size(), "%.2f", value);
  return text.data();
}

const InterlinearMark* first_mark(const Document& document, std::size_t layout) {
  for (const PageSpec& page : document.edition.pages) {
    if (page.layout != layout) continue;
    for (const auto& [frame, article] : page.stories) {
      for (const Paragraph& p : document.articles[article].paragraphs) {
        const auto drawn = std::find_if(p.marks.begin(), p.marks.end(),
                                        [](const InterlinearMark& m) { return m.kind != Kind::kNoBreak; });
        if (drawn != p.marks.end()) return &*drawn;
      }
    }
  }
  return nullptr;
}

}  // namespace

std::vector<ShapedMark> shape_marks(const std::vector<InterlinearMark>& marks, const Style& style,
                                    const Setter& setter) {
  std::vector<ShapedMark> out;
  if (marks.empty()) return out;
  Style small = setter.style("emphasis");
  small.font.italic = false;
  small.size = style.size / 2, small.ink = style.ink, small.tracking = {};
  for (const InterlinearMark& mark : marks) {
    if (mark.kind == Kind::kNoBreak) continue;
    ShapedMark m;
    m.mark = &mark;
    m.ink = style.ink, m.size = style.size, m.ascent = setter.ascent(style);
    if (mark.kind == Kind::kBopomofo) small.size = kBopomofoSize.at(style.size);
    if (mark.kind == Kind::kRuby) small.size = style.size / 2;
    if (is_reading(mark.kind)) {
      const Setter own = mark.kind == Kind::kBopomofo ? setter.in(WritingMode::kHorizontal) : setter;
      m.reading = own.shape(mark.reading, small);
      m.reading_descent = small.size - own.ascent(small);
    }
    out.push_back(std::move(m));
  }
  stack(out, setter.writing() == WritingMode::kVertical);
  return out;
}

void warn_of_tight_grids(const Document& document, Diagnostics& diags) {
  for (std::size_t i = 0; i < document.layouts.size(); ++i) {
    const GridSpec& grid = document.layouts[i].grid;
    const Length gap = grid.pitch - grid.size;
    if (gap * 2 >= grid.size) continue;
    const InterlinearMark* mark = first_mark(document, i);
    if (mark == nullptr) continue;
    diags.warning("tight-grid", mark->where,
                  "the lines of this page stand " + two_decimals(gap / grid.size) +
                      " 字 apart, too close for marks between them",
                  "set the pitch to 1.5字 or more");
  }
}

}  // namespace banxin
