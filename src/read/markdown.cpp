// Markdown -> paragraphs, cross-heads, quotations, lists and tables.
//
// md4c hands out pieces of text as pointers into the input, so every character keeps its place. What
// newspaper copy does not have (code, HTML …) is reported, and its words are set as plain paragraphs.
#include <md4c.h>

#include <algorithm>
#include <functional>

#include "base/utf8.h"
#include "read/article.h"
#include "read/attributes.h"
#include "read/emphasis.h"
#include "read/interlinear_marks.h"
#include "read/letters.h"
#include "read/open_blocks.h"

namespace banxin {

namespace {

struct Note {
  std::string code, message, hint;
  bool operator==(const Note&) const = default;
};

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

// ---- text
// -----------------------------------------------------------------------------------------------------

void MarkdownReader::add_letter(char32_t cp, std::uint32_t begin, std::uint32_t end, bool literal) {
  letters_.push_back({.cp = cp,
                      .begin = begin,
                      .end = end,
                      .strong = strong_ > 0,
                      .italic = italic_ > 0,
                      .literal = literal});
}

void MarkdownReader::add(std::string_view piece, Markup markup) {
  const bool ours = is_ours(piece);
  const std::uint32_t begin = ours ? offset(piece) : at_;
  if (ours && !letters_.empty() && letters_.back().begin == letters_.back().end) letters_.back().end = begin;
  const bool escaped = ours && begin > at_ && source(begin - 1, begin) == "\\";
  for (std::size_t i = 0; i < piece.size();) {
    const Decoded d = decode_utf8(piece, i);
    const auto from = ours ? begin + static_cast<std::uint32_t>(i) : at_;
    add_letter(d.cp, from, ours ? from + static_cast<std::uint32_t>(d.bytes) : at_,
               markup == Markup::kNone ? d.cp != U'\n' : escaped && i == 0);
    i += d.bytes;
  }
  if (ours) at_ = begin + static_cast<std::uint32_t>(piece.size());
}

/// md4c does not say where a break is; its end is filled in by the next text.
void MarkdownReader::add_break(char32_t cp) {
  if (!letters_.empty()) add_letter(cp, at_, at_, false);
}

void MarkdownReader::add_entity(std::string_view piece) {
  const std::u32string resolved = entity_text(piece);
  const std::uint32_t begin = is_ours(piece) ? offset(piece) : at_;
  const auto end = begin + static_cast<std::uint32_t>(piece.size());
  if (resolved.empty()) {
    in_.warning("unknown-entity", {file_, begin, end},
                "unknown entity " + in_quotes(piece) + " is set as it stands",
                "write the character itself, or \\& for the mark");
    add(piece);
    return;
  }
  for (const char32_t cp : resolved) add_letter(cp, begin, end, true);
  at_ = end;
}

void MarkdownReader::add_html(std::string_view piece) {
  if (in_html_) return add(piece);
  const std::uint32_t begin = is_ours(piece) ? offset(piece) : at_;
  const auto end = begin + static_cast<std::uint32_t>(piece.size());
  if (piece == "<br>" || piece == "<br/>" || piece == "<br />") {
    add_break(kHardBreak);
  } else if (!piece.starts_with("<!--")) {
    in_.warning("html", {file_, begin, end}, "the HTML tag " + in_quotes(piece) + " is not set",
                "write **…** for 黑体, *…* for 楷体");
  }
  at_ = end;
}

void MarkdownReader::text(MD_TEXTTYPE type, std::string_view piece) {
  if (images_ > 0) return;
  switch (type) {
    case MD_TEXT_BR:
      return add_break(kHardBreak);
    case MD_TEXT_SOFTBR:
      return add_break(kSoftBreak);
    case MD_TEXT_ENTITY:
      return add_entity(piece);
    case MD_TEXT_HTML:
      return add_html(piece);
    case MD_TEXT_NULLCHAR:
      return;
    case MD_TEXT_NORMAL:
    case MD_TEXT_CODE:
    case MD_TEXT_LATEXMATH:
      return add(piece, type == MD_TEXT_CODE ? Markup::kNone : Markup::kMayBe);
  }
}

// ---- blocks
// ---------------------------------------------------------------------------------------------------

/// Takes the tags out of a block of HTML; comments are nobody's copy.
void MarkdownReader::strip_html_block() {
  Letters kept;
  bool has_tags = false;
  const std::string_view block = source(letters_.front().begin, letters_.back().end);
  // What does not close from here on does not close later either: it is looked for once.
  bool tags_close = true, comments_close = true;
  for (std::size_t i = 0; i < letters_.size();) {
    const std::size_t at = letters_[i].begin - letters_.front().begin;
    const bool is_comment = block.substr(at).starts_with("<!--");
    bool& closes = is_comment ? comments_close : tags_close;
    const std::size_t close =
        letters_[i].cp == U'<' && closes ? block.find(is_comment ? "-->" : ">", at) : std::string_view::npos;
    if (close == std::string_view::npos) {
      if (letters_[i].cp == U'<') closes = false;
      kept.push_back(letters_[i++]);
      continue;
    }
    has_tags |= !is_comment;
    const std::size_t end = letters_.front().begin + close + (is_comment ? 3 : 1);
    while (i < letters_.size() && letters_[i].begin < end) ++i;
  }
  if (has_tags) {
    in_.warning("html", whole(), "a block of HTML is set as a plain paragraph", "write Markdown");
  }
  while (!kept.empty() && kept.back().cp == kSoftBreak) kept.pop_back();
  const auto is_text = [](const Letter& l) { return l.cp != kSoftBreak; };
  kept.erase(kept.begin(), std::find_if(kept.begin(), kept.end(), is_text));
  letters_ = std::move(kept);
}

/// What is done to the letters of every piece of copy.
std::vector<MarkedStretch> MarkdownReader::clean_up() {
  for (Note& note : notes_) {
    in_.warning(std::move(note.code), whole(), std::move(note.message), std::move(note.hint));
  }
  notes_.clear();
  repair_emphasis(letters_, file_, in_);
  std::vector<MarkedStretch> stretches = take_marks(letters_, file_, in_);
  normalise(letters_, file_, in_);
  join_lines(letters_);
  return stretches;
}

MarkedCopy MarkdownReader::finish(Letters letters, std::vector<MarkedStretch> stretches) {
  MarkedCopy out;
  out.copy = to_copy(letters, file_);
  out.emphasis = emphasis_of(letters);
  add_marks(std::move(stretches), letters, file_, out, in_);
  return out;
}

/// Whether the paragraph is one that can be set in bounded time and memory; else that is told.
bool MarkdownReader::has_room() {
  if (letters_.size() > kLongestParagraph) {
    in_.error("paragraph-too-long", whole(),
              "a paragraph of " + std::to_string(letters_.size()) + " characters; the most is " +
                  std::to_string(kLongestParagraph),
              "put an empty line between paragraphs");
    return false;
  }
  taken_ += letters_.size();
  if (taken_ <= kLongestArticle && out_.size() < kMostParagraphs) return true;
  if (!full_) {
    in_.error("article-too-long", whole(),
              "the article has more than " + std::to_string(kLongestArticle) + " characters or " +
                  std::to_string(kMostParagraphs) + " paragraphs",
              "divide it into several articles");
  }
  full_ = true;
  return false;
}

void MarkdownReader::flush(Paragraph::Kind kind) {
  if (letters_.empty()) return;
  if (!has_room()) {
    letters_ = {};
    return;
  }
  std::vector<MarkedStretch> stretches = clean_up();
  Paragraph paragraph;
  paragraph.kind = kind;
  paragraph.level = heading_level_ > 2 ? 3 : 2;
  take_attributes(letters_, paragraph, file_, in_);
  if (!letters_.empty()) {
    blocks_.stamp(paragraph, whole());
    MarkedCopy marked = finish(std::move(letters_), std::move(stretches));
    paragraph.copy = std::move(marked.copy);
    if (kind != Paragraph::Kind::kCrossHead) paragraph.emphasis = std::move(marked.emphasis);
    paragraph.spans = std::move(marked.spans);
    paragraph.marks = std::move(marked.marks);
    out_.push_back(std::move(paragraph));
  }
  letters_ = {};
}

void MarkdownReader::finish_cell() {
  MarkedCopy cell;
  if (!letters_.empty()) {
    std::vector<MarkedStretch> stretches = clean_up();
    cell = finish(std::move(letters_), std::move(stretches));
  }
  table_.add_cell(std::move(cell), cell_align_);
  letters_ = {};
}

void MarkdownReader::finish_table() {
  Paragraph paragraph;
  paragraph.kind = Paragraph::Kind::kTable;
  paragraph.table = table_.take();
  if (paragraph.table.where.file == SourceSpan::kNoFile) return;  // not a word in it
  blocks_.stamp(paragraph, paragraph.table.where);
  out_.push_back(std::move(paragraph));
}

void MarkdownReader::check_heading() {
  if (letters_.empty()) return;
  const std::string_view all = in_.sources().at(file_).text;
  const std::uint32_t begin = letters_.front().begin;
  const std::size_t line = begin == 0 ? 0 : all.rfind('\n', begin - 1) + 1;
  const std::string_view before = source(line, begin);
  if (before.find('#') == std::string_view::npos) {
    in_.warning("heading", whole(), "a line underlined with '---' or '===' is a cross-head",
                "write ## before a cross-head; put an empty line above a line of dashes");
  } else if (heading_level_ != 2 && heading_level_ != 3) {
    in_.warning("heading", whole(),
                "a heading of level " + std::to_string(heading_level_) + " is set as a cross-head",
                "write ## before a cross-head, ### before a minor one; the title stands in the front matter");
  }
}

/// A line between parts of the text: `***` an ornament, `---` and `___` a short rule. md4c does not say where
/// it is: the first one after the last text.
void MarkdownReader::add_rule() {
  const std::string_view all = in_.sources().at(file_).text;
  SourceSpan where{file_, at_, at_};
  Paragraph paragraph;
  paragraph.kind = Paragraph::Kind::kRule;
  for (std::size_t line = at_; line < all.size();) {
    const std::size_t end = std::min(all.find('\n', line), all.size());
    const std::string_view content = all.substr(line, end - line);
    if (content.find_first_not_of("-*_ \t\r>") == std::string_view::npos &&
        content.find_first_of("-*_") != std::string_view::npos) {
      where.begin = static_cast<std::uint32_t>(line);
      where.end = static_cast<std::uint32_t>(line + content.find_last_of("-*_") + 1);
      at_ = static_cast<std::uint32_t>(end);
      if (content.find('*') != std::string_view::npos) paragraph.kind = Paragraph::Kind::kOrnament;
      break;
    }
    line = end + 1;
  }
  blocks_.stamp(paragraph, where);
  paragraph.copy.origin = {{0, where}};
  out_.push_back(std::move(paragraph));
}

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

// ---- spans
// ----------------------------------------------------------------------------------------------------

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

}  // namespace

std::vector<Paragraph> read_markdown(std::uint32_t file, std::uint32_t begin, std::uint32_t end,
                                     Reading& in) {
  return MarkdownReader(file, begin, end, in).run();
}

}  // namespace banxin
