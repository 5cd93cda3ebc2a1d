// Markdown -> paragraphs, cross-heads, quotations, lists and tables: what md4c calls.
//
// What newspaper copy does not have (code, HTML …) is reported, and its words are set as plain paragraphs.
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "read/markdown_reader.h"

namespace banxin {

void MarkdownReader::enter(MD_BLOCKTYPE type, void* detail) {
  flush();
  switch (type) {
    case MD_BLOCK_UL:
      blocks_.open_list(*static_cast<const MD_BLOCK_UL_DETAIL*>(detail));
      break;
    case MD_BLOCK_OL:
      blocks_.open_list(*static_cast<const MD_BLOCK_OL_DETAIL*>(detail));
      break;
    case MD_BLOCK_LI:
      blocks_.open_item();
      break;
    case MD_BLOCK_QUOTE:
      blocks_.open_quote();
      break;
    case MD_BLOCK_TR:
      table_.open_row();
      break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
      cell_align_ = static_cast<const MD_BLOCK_TD_DETAIL*>(detail)->align;
      break;
    case MD_BLOCK_CODE:
      warn_at_text({"markup", "a block of code is set as a plain paragraph", {}});
      break;
    case MD_BLOCK_HTML:
      in_html_ = true;
      break;
    case MD_BLOCK_HR:
      add_rule();
      break;
    case MD_BLOCK_H:
      heading_level_ = static_cast<const MD_BLOCK_H_DETAIL*>(detail)->level;
      break;
    default:
      break;
  }
}

void MarkdownReader::leave(MD_BLOCKTYPE type) {
  switch (type) {
    case MD_BLOCK_TD:
    case MD_BLOCK_TH:
      return finish_cell();
    case MD_BLOCK_TABLE:
      return finish_table();
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
      flush();
      return blocks_.close_list();
    case MD_BLOCK_LI:
      flush();
      return blocks_.close_item();
    case MD_BLOCK_QUOTE:
      flush();
      return blocks_.close();
    case MD_BLOCK_HTML:
      in_html_ = false;
      if (!letters_.empty()) strip_html_block();
      break;
    case MD_BLOCK_H:
      check_heading();
      flush(Paragraph::Kind::kCrossHead);
      heading_level_ = 0;
      return;
    default:
      break;
  }
  flush();
}

void MarkdownReader::report_image(const MD_SPAN_IMG_DETAIL& image) {
  const std::string_view src(image.src.text == nullptr ? "" : image.src.text, image.src.size);
  SourceSpan where{file_, at_, at_};
  if (is_ours(src)) where = {file_, offset(src), offset(src) + static_cast<std::uint32_t>(src.size())};
  in_.error("markup", where, "the picture " + in_quotes(src) + " in the text is not set",
            "list it under 'photos' in the front matter");
}

void MarkdownReader::report_link() {
  if (link_begin_ >= letters_.size()) return;
  const SourceSpan where{file_, letters_[link_begin_].begin, letters_.back().end};
  const std::string_view words = in_.text_at(where);
  if (words == link_ || link_ == "mailto:" + std::string(words)) return;
  in_.warning("markup", where, "the link to " + in_quotes(link_) + " is set as plain text");
}

void MarkdownReader::report_code() {
  if (code_begin_ >= letters_.size()) return;
  in_.warning("markup", {file_, letters_[code_begin_].begin, letters_.back().end},
              "code is set as plain text", "write \\` for the mark itself");
}

void MarkdownReader::enter(MD_SPANTYPE type, void* detail) {
  switch (type) {
    case MD_SPAN_STRONG:
      ++strong_;
      break;
    case MD_SPAN_EM:
      ++italic_;
      break;
    case MD_SPAN_CODE:
      code_begin_ = letters_.size();
      break;
    case MD_SPAN_IMG:
      if (images_++ == 0) report_image(*static_cast<const MD_SPAN_IMG_DETAIL*>(detail));
      break;
    case MD_SPAN_A: {
      const MD_ATTRIBUTE& href = static_cast<const MD_SPAN_A_DETAIL*>(detail)->href;
      link_.assign(href.text == nullptr ? "" : href.text, href.size);
      link_begin_ = letters_.size();
      break;
    }
    default:
      break;
  }
}

void MarkdownReader::leave(MD_SPANTYPE type) {
  switch (type) {
    case MD_SPAN_STRONG:
      --strong_;
      break;
    case MD_SPAN_EM:
      --italic_;
      break;
    case MD_SPAN_IMG:
      --images_;
      break;
    case MD_SPAN_CODE:
      report_code();
      break;
    case MD_SPAN_A:
      report_link();
      break;
    default:
      break;
  }
}

std::vector<Paragraph> MarkdownReader::run() {
  MD_PARSER parser{};
  parser.flags = MD_FLAG_NOINDENTEDCODEBLOCKS | MD_FLAG_TABLES;  // desks indent paragraphs with spaces
  parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) {
    return static_cast<MarkdownReader*>(self)->enter(type, detail), 0;
  };
  parser.leave_block = [](MD_BLOCKTYPE type, void*, void* self) {
    return static_cast<MarkdownReader*>(self)->leave(type), 0;
  };
  parser.enter_span = [](MD_SPANTYPE type, void* detail, void* self) {
    return static_cast<MarkdownReader*>(self)->enter(type, detail), 0;
  };
  parser.leave_span = [](MD_SPANTYPE type, void*, void* self) {
    return static_cast<MarkdownReader*>(self)->leave(type), 0;
  };
  parser.text = [](MD_TEXTTYPE type, const MD_CHAR* piece, MD_SIZE size, void* self) {
    return static_cast<MarkdownReader*>(self)->text(type, {piece, size}), 0;
  };
  if (md_parse(text_.data(), static_cast<MD_SIZE>(text_.size()), &parser, this) != 0) {
    in_.error("markup", {file_, base_, base_}, "the text cannot be read: out of memory");
  }
  return std::move(out_);
}

std::vector<Paragraph> read_markdown(std::uint32_t file, std::uint32_t begin, std::uint32_t end,
                                     Reading& in) {
  return MarkdownReader(file, begin, end, in).run();
}

}  // namespace banxin
