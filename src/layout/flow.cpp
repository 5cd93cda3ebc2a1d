#include "layout/flow.h"

#include <algorithm>

#include "base/utf8.h"

namespace banxin {

namespace {

/// Slots from `at` on that stand under one another without a gap.
int rows_together(const std::vector<Slot>& slots, std::size_t at) {
  int rows = 0;
  for (std::size_t i = at; i < slots.size(); ++i, ++rows) {
    if (i > at && (slots[i].column != slots[at].column || slots[i].row != slots[i - 1].row + 1)) break;
  }
  return rows;
}

/// First-line indent: that of the style, one 字 at most in columns under eleven (typography.md 6.1).
Length indent_in(const Style& style, Length measure) {
  const Length indent = style.indent.at(style.size);
  return measure < style.size * 11 ? std::min(indent, style.size) : indent;
}

int characters_in(std::string_view text) {
  int n = 0;
  for (std::size_t i = 0; i < text.size();) {
    const Decoded d = decode_utf8(text, i);
    if (d.cp != U' ' && d.cp != U'\u3000' && d.cp != U'\u2028') ++n;
    i += d.bytes;
  }
  return n;
}

class Flower {
 public:
  Flower(const std::vector<FlowParagraph>& paragraphs, const std::vector<Slot>& slots, const Setter& setter)
      : paragraphs_(paragraphs), slots_(slots), setter_(setter) {
    for (const Slot& slot : slots) measures_.push_back(slot.measure);
    fallback_ = slots.empty() ? setter.layout().grid.span(1) : slots.back().measure;
  }

  Flow run() {
    for (std::size_t i = 0; i < paragraphs_.size(); ++i) {
      if (paragraphs_[i].kind == Paragraph::Kind::kCrossHead) {
        cross_head(i);
      } else {
        body(i);
      }
    }
    flow_.used = next_;
    return std::move(flow_);
  }

 private:
  /// Measures from the next slot on; past the end the last one repeats, so that overset copy is counted in
  /// lines.
  std::span<const Length> measures() const {
    return next_ < measures_.size() ? std::span(measures_).subspan(next_) : std::span(&fallback_, 1);
  }

  void body(std::size_t i) {
    const BreakOptions options{.indent = indent_in(setter_.style("body"), measures().front())};
    for (const Line& line : break_lines(paragraphs_[i].copy.shaped, measures(), options).lines) {
      if (next_ < slots_.size()) {
        flow_.lines.push_back({i, line, options, slots_[next_++], {}});
      } else {
        overset(i, line, options);
      }
    }
  }

  /// A cross-head stands in the middle of two rows and takes lines of its story with it; else the next column
  /// begins with it.
  void cross_head(std::size_t i) {
    const Style& style = setter_.style("crosshead");
    const BreakOptions options{.justify = false};
    const std::vector<Line> lines = break_lines(paragraphs_[i].copy.shaped, measures(), options).lines;
    const int rows = kCrossHeadRows + static_cast<int>(lines.size()) - 1;
    while (next_ < slots_.size() && rows_together(slots_, next_) < rows + kLinesAfterHead) {
      next_ += static_cast<std::size_t>(rows_together(slots_, next_));
    }
    if (next_ >= slots_.size()) {
      for (const Line& line : lines) overset(i, line, options);
      return;
    }
    const Length pitch = setter_.layout().grid.pitch;
    const Length half = pitch * (rows - static_cast<std::int64_t>(lines.size())) / 2;
    for (std::size_t n = 0; n < lines.size(); ++n) {
      Slot slot = slots_[next_ + n];
      if (style.align == Align::kCentre) slot.x += (slot.measure - lines[n].natural) / 2;
      flow_.lines.push_back({i, lines[n], options, slot, half});
    }
    next_ += static_cast<std::size_t>(rows);
  }

  void overset(std::size_t i, const Line& line, const BreakOptions& options) {
    const ShapedCopy& copy = paragraphs_[i].copy;
    const auto [begin, end] = line_text(copy, line, options);
    const std::string text = copy.text.text.substr(begin, end - begin);
    if (flow_.over_lines == 0) {
      flow_.over_where = copy.copy->source_of(begin, copy.text.text.size());
    } else if (i != over_paragraph_) {
      flow_.over_text += '\n';
    }
    over_paragraph_ = i;
    flow_.over_text += text;
    flow_.over_characters += characters_in(text);
    ++flow_.over_lines;
  }

  const std::vector<FlowParagraph>& paragraphs_;
  const std::vector<Slot>& slots_;
  const Setter& setter_;
  std::vector<Length> measures_;
  Length fallback_;
  std::size_t next_ = 0;
  std::size_t over_paragraph_ = 0;
  Flow flow_;
};

}  // namespace

Flow flow_paragraphs(const std::vector<FlowParagraph>& paragraphs, const std::vector<Slot>& slots,
                     const Setter& setter) {
  return Flower(paragraphs, slots, setter).run();
}

}  // namespace banxin
