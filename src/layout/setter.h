// Between copy and ink: shapes copy in a style, and turns a set line into draw items.
#pragma once

#include <span>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "document/document.h"
#include "font/font_set.h"
#include "layout/text_area.h"
#include "page/page.h"
#include "text/break_lines.h"

namespace banxin {

/// Copy in its look, shaped. `copy` must outlive it.
struct ShapedCopy {
  const Copy* copy = nullptr;
  TextToSet text;
  ShapedParagraph shaped;
};

/// A stretch of a paragraph that looks different: 黑体 for **strong**, 楷体 for *emphasis*, the dateline.
struct Stretch {
  std::size_t begin = 0, end = 0;  ///< bytes
  const Style* style = nullptr;
  bool own_size = false;  ///< set in the style's size, not in that of the text around it
};

class Setter {
 public:
  /// `frame`: whose styles go before those of the page; null: none.
  Setter(const PageLayout& layout, const FontSet& fonts, Diagnostics& diags, const Frame* frame = nullptr)
      : layout_(layout),
        fonts_(fonts),
        diags_(diags),
        frame_(frame),
        em_(layout.grid.size),
        pitch_(layout.grid.pitch) {}

  /// The same for lines that run this way.
  Setter in(WritingMode writing) const {
    Setter other = *this;
    other.writing_ = writing;
    return other;
  }
  /// The same with the styles of another frame, its findings told elsewhere.
  Setter reporting_to(Diagnostics& diags, const Frame& frame) const {
    Setter other(layout_, fonts_, diags, &frame);
    other.writing_ = writing_;
    return other;
  }
  WritingMode writing() const { return writing_; }

  /// The same for the lines and rows of a text area: those of a frame may be others than the page's.
  Setter on(const TextArea::Shape& shape) const {
    Setter other = in(shape.writing);
    other.em_ = shape.size, other.pitch_ = shape.pitch;
    return other;
  }
  Length em() const { return em_; }        ///< one 字 of the text
  Length pitch() const { return pitch_; }  ///< one 行
  /// From the top of the first of `rows` 行 to the foot of the last.
  Length height(int rows) const { return pitch_ * (rows - 1) + em_; }

  const Style& style(const char* name) const {
    if (frame_ != nullptr) {
      if (const auto own = frame_->styles.find(name); own != frame_->styles.end()) return own->second;
    }
    return layout_.styles.at(name);
  }
  const PageLayout& layout() const { return layout_; }

  /// Reports every character that no face has (error "missing-glyph").
  /// In copy a stretch changes the face and ink, never the size, so that the line stays even.
  ShapedCopy shape(const Copy& copy, const Style& style, const std::vector<Stretch>& stretches = {},
                   std::vector<Hold> holds = {}) const;
  /// The same with the looks of the copy worked out (looks.h); runs cover the text.
  ShapedCopy shape_runs(const Copy& copy, const Style& style, std::vector<TextRun> runs,
                        std::vector<Hold> holds = {}) const;
  /// Shapes text that is only tried out: nothing is reported.
  ShapedParagraph shape_trial(const TextToSet& text) const { return shape_paragraph(text, fonts_); }

  /// Findings of the layout about this copy.
  void error(std::string code, SourceSpan where, std::string message, std::string hint) const {
    diags_.error(std::move(code), where, std::move(message), std::move(hint));
  }
  void warn(std::string code, SourceSpan where, std::string message, std::string hint) const {
    diags_.warning(std::move(code), where, std::move(message), std::move(hint));
  }

  /// From the start of the em box across the line to where its glyphs are counted from: the baseline in this
  /// style's face, on vertical lines the middle.
  Length ascent(const Style& style) const;

 private:
  void report_plain_forms(const ShapedCopy& shaped) const;

  const PageLayout& layout_;
  const FontSet& fonts_;
  Diagnostics& diags_;
  const Frame* frame_;
  Length em_, pitch_;
  WritingMode writing_ = WritingMode::kHorizontal;
};

/// The bytes of the copy that the line shows, from its first glyph to its last.
struct TextRange {
  std::size_t begin = 0, end = 0;
};
TextRange line_text(const ShapedCopy& copy, const Line& line, const BreakOptions& options);

/// Whose words a line shows: those of `text`, but up to byte `head_end` those of the run-in head `head`.
struct LineNodes {
  NodeId text = kArtifact;
  std::size_t head_end = 0;
  NodeId head = kArtifact;
  NodeId of(std::size_t byte) const { return byte < head_end ? head : text; }
};

/// Appends the glyphs of a set line, or a part of them, to `items`, one DrawText for each stretch in one
/// face, size and ink. `start` is the start of the line's measure on its baseline, of a vertical line on its
/// middle.
void draw_glyphs(const ShapedCopy& copy, std::span<const SetGlyph> glyphs, Point start, NodeId node,
                 std::vector<DrawItem>& items);

/// Appends the line's glyphs to `items`, one DrawText for each stretch in one face, size and ink. `start` is
/// the left end of the line's measure on its baseline.
void draw_line(const ShapedCopy& copy, const Line& line, const BreakOptions& options, Point start,
               NodeId node, std::vector<DrawItem>& items);

}  // namespace banxin
