#include "text/western_breaks.h"

#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include <memory>
#include <string_view>

namespace banxin {

namespace {

using enum CharClass;

struct CloseIterator {
  void operator()(UBreakIterator* iterator) const { ubrk_close(iterator); }
};
struct CloseText {
  void operator()(UText* text) const { utext_close(text); }
};

/// One a thread: opening one reads the rules. Null when ICU's data is missing; then words stay whole.
UBreakIterator* line_iterator() {
  static thread_local const std::unique_ptr<UBreakIterator, CloseIterator> iterator = [] {
    UErrorCode status = U_ZERO_ERROR;
    UBreakIterator* const opened = ubrk_open(UBRK_LINE, "en", nullptr, 0, &status);
    return std::unique_ptr<UBreakIterator, CloseIterator>(U_SUCCESS(status) ? opened : nullptr);
  }();
  return iterator.get();
}

bool has_western_pair(const std::vector<Cell>& cells) {
  bool before = false;
  for (const Cell& cell : cells) {
    if (cell.c == kSpace) continue;
    const bool now = is_western(cell.c);
    if (now && before) return true;
    before = now;
  }
  return false;
}

bool url_separator(char32_t cp) {
  return std::u32string_view(U"/.-_?&=").find(cp) != std::u32string_view::npos;
}

/// Where the URL that starts at byte `at` ends; `at` when none starts there.
std::size_t url_end(std::string_view text, std::size_t at) {
  for (const std::string_view start : {"http://", "https://", "ftp://", "www."}) {
    if (text.substr(at, start.size()) != start) continue;
    std::size_t end = at;
    while (end < text.size() && text[end] > ' ' && text[end] < 0x7F) ++end;
    return end;
  }
  return at;
}

}  // namespace

WesternBreaks::WesternBreaks(const ShapedParagraph& p) {
  if (!has_western_pair(p.cells)) return;
  marks_.assign(p.cells.size(), 0);
  ask_icu(p);
  find_urls(p);
}

void WesternBreaks::ask_icu(const ShapedParagraph& p) {
  UBreakIterator* const iterator = line_iterator();
  if (iterator == nullptr) return;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UText, CloseText> text(
      utext_openUTF8(nullptr, p.text.data(), static_cast<std::int64_t>(p.text.size()), &status));
  ubrk_setUText(iterator, text.get(), &status);
  if (U_FAILURE(status)) return;
  std::size_t k = 0;
  for (std::int32_t at = ubrk_first(iterator); at != UBRK_DONE; at = ubrk_next(iterator)) {
    while (k < p.cells.size() && p.cells[k].text_end < static_cast<std::uint32_t>(at)) ++k;
    if (k < p.cells.size() && p.cells[k].text_end == static_cast<std::uint32_t>(at)) marks_[k] |= kUax14;
  }
}

void WesternBreaks::find_urls(const ShapedParagraph& p) {
  std::size_t end = 0;
  for (std::size_t k = 0; k + 1 < p.cells.size(); ++k) {
    const Cell &a = p.cells[k], &b = p.cells[k + 1];
    if (a.text_begin >= end) end = std::max(end, url_end(p.text, a.text_begin));
    if (a.text_end <= end) marks_[k] |= kInUrl;
    if (b.text_end <= end) marks_[k + 1] |= kInUrl;
    const bool inside = b.text_end <= end && (b.c == kLat || b.c == kNum);
    if (inside && url_separator(a.cp) && !url_separator(b.cp)) marks_[k] |= kUrl;
  }
}

}  // namespace banxin
