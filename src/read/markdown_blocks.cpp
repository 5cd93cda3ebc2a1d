// Blocks of Markdown when they end: a paragraph, cross-head, cell, table, rule, a block of HTML.
#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "read/attributes.h"
#include "read/emphasis.h"
#include "read/markdown_reader.h"

namespace banxin {

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

}  // namespace banxin
