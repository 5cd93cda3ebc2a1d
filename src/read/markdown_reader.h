// The state of one article while its Markdown is read. md4c calls it in the order of the text: markdown.cpp
// has the calls, markdown_text.cpp what they do to characters, markdown_blocks.cpp what becomes of a block
// when it ends. Internal to read/.
#pragma once

#include <md4c.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "read/article.h"
#include "read/interlinear_marks.h"
#include "read/letters.h"
#include "read/open_blocks.h"

namespace banxin {

/// Pieces of text come as pointers into the input, so every character keeps its place.
class MarkdownReader {
 public:
  MarkdownReader(std::uint32_t file, std::uint32_t begin, std::uint32_t end, Reading& in)
      : file_(file),
        base_(begin),
        at_(begin),
        text_(std::string_view(in.sources().at(file).text).substr(begin, end - begin)),
        in_(in) {}

  std::vector<Paragraph> run();

  void enter(MD_BLOCKTYPE type, void* detail);
  void leave(MD_BLOCKTYPE type);
  void enter(MD_SPANTYPE type, void* detail);
  void leave(MD_SPANTYPE type);
  void text(MD_TEXTTYPE type, std::string_view piece);

 private:
  struct Note {
    std::string code, message, hint;
    bool operator==(const Note&) const = default;
  };

  bool is_ours(std::string_view piece) const {
    const std::less<> before;
    return piece.data() != nullptr && !before(piece.data(), text_.data()) &&
           !before(text_.data() + text_.size(), piece.data() + piece.size());
  }
  std::uint32_t offset(std::string_view piece) const {
    return base_ + static_cast<std::uint32_t>(piece.data() - text_.data());
  }
  SourceSpan whole() const { return {file_, letters_.front().begin, letters_.back().end}; }
  std::string_view source(std::size_t begin, std::size_t end) const {
    return std::string_view(in_.sources().at(file_).text).substr(begin, end - begin);
  }

  /// Shown at the next text, once a paragraph.
  void warn_at_text(Note note) {
    if (std::find(notes_.begin(), notes_.end(), note) == notes_.end()) notes_.push_back(std::move(note));
  }
  /// Whether asterisks, brackets and braces that md4c leaves in the text may still be markup.
  enum class Markup { kMayBe, kNone };
  void add(std::string_view piece, Markup markup = Markup::kMayBe);
  void add_letter(char32_t cp, std::uint32_t begin, std::uint32_t end, bool literal);
  void add_break(char32_t cp);
  void add_entity(std::string_view piece);
  void add_html(std::string_view piece);
  void strip_html_block();
  MarkedCopy finish(Letters letters, std::vector<MarkedStretch> stretches);
  std::vector<MarkedStretch> clean_up();
  bool has_room();
  void flush(Paragraph::Kind kind = Paragraph::Kind::kBody);
  void finish_cell();
  void finish_table();
  void check_heading();
  void add_rule();
  void report_image(const MD_SPAN_IMG_DETAIL& image);
  void report_link();
  void report_code();

  std::uint32_t file_, base_, at_;  // at_: where the last piece of text ended
  std::string_view text_;
  Reading& in_;
  std::vector<Paragraph> out_;
  Letters letters_;
  std::size_t taken_ = 0;    // letters of the paragraphs so far
  bool full_ = false;        // the article is too long, and that was told
  std::vector<Note> notes_;  // waiting for a place
  int strong_ = 0, italic_ = 0, images_ = 0;
  unsigned heading_level_ = 0;
  bool in_html_ = false;
  OpenBlocks blocks_;
  TableReader table_;
  MD_ALIGN cell_align_ = MD_ALIGN_DEFAULT;
  std::size_t link_begin_ = 0, code_begin_ = 0;
  std::string link_;
};

}  // namespace banxin
