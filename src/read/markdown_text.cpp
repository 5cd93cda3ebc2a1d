// Characters of Markdown: entities, tags, breaks.
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "read/markdown_reader.h"

namespace banxin {

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

}  // namespace banxin
