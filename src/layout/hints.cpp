#include "layout/hints.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"

namespace banxin {

namespace {

bool is_blank(char32_t cp) { return cp == U' ' || cp == U'\u3000' || cp == U'\u2028'; }

/// Offsets of the 字 of `text`, and its end.
std::vector<std::size_t> character_offsets(std::string_view text) {
  std::vector<std::size_t> offsets;
  for (std::size_t i = 0; i < text.size();) {
    const Decoded d = decode_utf8(text, i);
    if (!is_blank(d.cp)) offsets.push_back(i);
    i += d.bytes;
  }
  offsets.push_back(text.size());
  return offsets;
}

std::size_t moved(std::size_t at, std::size_t begin, std::size_t end) {
  return at >= end ? at - (end - begin) : std::min(at, begin);
}

/// Sets a paragraph in the rooms of its lines with some of their characters cut.
class Trial {
 public:
  Trial(const FlowParagraph& paragraph, const Setter& setter, std::vector<Length> measures,
        const BreakOptions& options)
      : paragraph_(paragraph), setter_(setter), measures_(std::move(measures)), options_(options) {}

  /// Fewest 字 to cut for at most `lines` lines, 0 when the whole paragraph does it; at most `limit`, else
  /// -1.
  int fewest(std::size_t lines, int limit) const {
    for (int cut = 0; cut <= limit; ++cut) {
      if (lines_without(cut) <= lines) return cut;
    }
    return -1;
  }

 private:
  /// Lines of the tightest setting without the `cut` 字 that stand before the last mark.
  std::size_t lines_without(int cut) const {
    const std::optional<TextToSet> text = without_end(paragraph_.copy.text, cut);
    if (!text) return 0;
    const ShapedParagraph shaped = setter_.shape_trial(*text);
    if (paragraph_.extra_lines != 0) return lines_of(shaped, paragraph_.extra_lines);
    return std::min(lines_of(shaped, 0), lines_of(shaped, -1));
  }

  std::size_t lines_of(const ShapedParagraph& shaped, int looseness) const {
    BreakOptions options = options_;
    options.looseness = looseness;
    return break_lines(shaped, measures_, options).lines.size();
  }

  const FlowParagraph& paragraph_;
  const Setter& setter_;
  std::vector<Length> measures_;
  BreakOptions options_;
};

}  // namespace

std::optional<TextToSet> without_end(const TextToSet& whole, int characters) {
  const std::vector<std::size_t> offsets = character_offsets(whole.text);
  const auto n = static_cast<std::size_t>(characters);
  if (n + 2 > offsets.size()) return std::nullopt;
  const std::size_t end = offsets[offsets.size() - 2], begin = offsets[offsets.size() - 2 - n];
  TextToSet text = whole;
  text.text.erase(begin, end - begin);
  for (TextRun& run : text.runs) {
    run.begin = moved(run.begin, begin, end), run.end = moved(run.end, begin, end);
  }
  for (Hold& hold : text.holds) {
    hold.begin = moved(hold.begin, begin, end), hold.end = moved(hold.end, begin, end);
  }
  std::erase_if(text.runs, [](const TextRun& run) { return run.begin == run.end; });
  return text;
}

int count_characters(std::string_view text) { return static_cast<int>(character_offsets(text).size()) - 1; }

std::vector<CutHint> cut_hints(const std::vector<FlowParagraph>& paragraphs, const Flow& flow,
                               const Setter& setter) {
  std::vector<CutHint> hints;
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    const FlowLine* first = nullptr;
    std::vector<Length> measures;  // of its lines; the last one repeats
    for (const FlowLine& line : flow.lines) {
      if (line.paragraph != i) continue;
      if (first == nullptr) first = &line;
      measures.push_back(line.line.measure);
    }
    if (first == nullptr || paragraphs[i].kind != Paragraph::Kind::kBody) continue;
    const std::size_t lines = flow.line_counts[i];
    const Lead* lead = paragraphs[i].lead.get();
    const std::size_t least = lead != nullptr ? static_cast<std::size_t>(lead->rows) : 1;
    if (lines <= least) continue;  // it would take the same rows
    const auto a_line = static_cast<int>(measures.back() / paragraphs[i].copy.text.size) + 2;
    const int cut =
        Trial(paragraphs[i], setter, std::move(measures), first->options).fewest(lines - 1, a_line);
    if (cut > 0) hints.push_back({i, cut});
  }
  std::stable_sort(hints.begin(), hints.end(),
                   [](const CutHint& a, const CutHint& b) { return a.characters < b.characters; });
  return hints;
}

std::string describe_cuts(const std::vector<CutHint>& hints, int lines) {
  const auto n = static_cast<std::size_t>(lines);
  if (lines < 1 || hints.size() < n) return "";
  std::vector<CutHint> chosen(hints.begin(), hints.begin() + lines);
  std::sort(chosen.begin(), chosen.end(),
            [](const CutHint& a, const CutHint& b) { return a.paragraph < b.paragraph; });
  std::string out = "cut ";
  for (std::size_t i = 0; i < n; ++i) {
    if (i > 0) out += i + 1 == n ? " and " : ", ";
    out +=
        std::to_string(chosen[i].characters) + " 字 in paragraph " + std::to_string(chosen[i].paragraph + 1);
  }
  return out + " to save " + (n == 1 ? "a line" : std::to_string(n) + " 行");
}

}  // namespace banxin
