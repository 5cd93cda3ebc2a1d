#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "lint/rules.h"

namespace banxin {

namespace {

std::string_view without_blanks(std::string_view text) {
  constexpr std::string_view kIdeographicSpace = "　";
  while (true) {
    if (text.ends_with(' ')) {
      text.remove_suffix(1);
    } else if (text.ends_with(kIdeographicSpace)) {
      text.remove_suffix(kIdeographicSpace.size());
    } else {
      return text;
    }
  }
}

/// The bytes at which characters begin.
std::vector<std::size_t> starts_of(std::string_view text) {
  std::vector<std::size_t> starts;
  for (std::size_t i = 0; i < text.size(); i += decode_utf8(text, i).bytes) starts.push_back(i);
  return starts;
}

/// Whether a sentence that ends with this character goes on: a word, a number, a comma. Every closing mark,
/// a colon before a quotation and a semicolon between the points of a list may end a paragraph.
bool leaves_open(char32_t cp) {
  const bool ascii = (cp >= '0' && cp <= '9') || (cp >= 'A' && cp <= 'Z') || (cp >= 'a' && cp <= 'z');
  const bool kana = cp >= 0x3041 && cp <= 0x30FF && cp != 0x30FB;
  const bool han = (cp >= 0x3400 && cp <= 0x9FFF) || (cp >= 0x20000 && cp <= 0x3FFFF);
  return ascii || kana || han || cp == U'，' || cp == U'、';
}

/// 记者 杨洋 摄
bool is_caption(std::string_view text) {
  constexpr std::string_view kEnds[] = {"摄", "摄影", "攝", "攝影", "供图", "供圖", "图", "圖"};
  return std::any_of(std::begin(kEnds), std::end(kEnds),
                     [&](std::string_view end) { return text.ends_with(end); });
}

/// Prose that ends in mid-sentence. A line of an address, of a signature or of a poem is shorter, or without
/// a full stop.
bool is_torn(std::string_view text) {
  constexpr std::string_view kStops[] = {"。", "！", "？"};
  constexpr std::size_t kLong = 30;  // 字
  const std::vector<std::size_t> starts = starts_of(text);
  if (starts.empty() || is_caption(text) || !leaves_open(decode_utf8(text, starts.back()).cp)) return false;
  const bool stopped = std::any_of(std::begin(kStops), std::end(kStops), [&](std::string_view stop) {
    return text.find(stop) != std::string_view::npos;
  });
  return stopped || starts.size() >= kLong;
}

constexpr std::size_t kShown = 10;  // 字 of the one paragraph and of the other

/// Where its last words begin.
std::size_t last_words(std::string_view text) {
  const std::vector<std::size_t> starts = starts_of(text);
  return starts.size() <= kShown ? 0 : starts[starts.size() - kShown];
}

std::string begin_of(std::string_view text) {
  const std::vector<std::size_t> starts = starts_of(text);
  return starts.size() <= kShown ? std::string(text) : std::string(text.substr(0, starts[kShown])) + "…";
}

void check_paragraphs(const Article& article, LintFindings& findings) {
  const std::vector<Paragraph>& all = article.paragraphs;
  const auto is_prose = [&](std::size_t i) {
    return i < all.size() && all[i].kind == Paragraph::Kind::kBody && all[i].inside.empty();
  };
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!is_prose(i) || !is_prose(i + 1)) continue;
    const std::string_view text = without_blanks(all[i].copy.text);
    if (!is_torn(text)) continue;
    std::size_t rest = i + 1;
    const bool caption = is_caption(without_blanks(all[rest].copy.text)) && is_prose(rest + 1);
    if (caption) ++rest;
    const std::size_t last = last_words(text);
    findings.add(
        "torn-paragraph", all[i].copy.source_of(last, text.size()),
        "the paragraph breaks off in mid-sentence: “" + std::string(last > 0 ? "…" : "") +
            std::string(text.substr(last)) + "”",
        std::string(caption ? "what follows looks like a caption, which belongs under `photos`; " : "") +
            "if “" + begin_of(all[rest].copy.text) +
            "” goes on with it, make the two one paragraph: copy taken from a printed page is torn "
            "where its columns end",
        {all[rest].copy.where()});
  }
}

}  // namespace

void lint_torn_copy(const Document& document, LintFindings& findings) {
  for (const Article& article : document.articles) check_paragraphs(article, findings);
}

}  // namespace banxin
