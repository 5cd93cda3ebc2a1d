#include "layout/hints.h"

#include <algorithm>
#include <map>
#include <memory>
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

/// Sets a paragraph in the rooms of its lines with some of its characters cut.
class Trial {
 public:
  Trial(const FlowParagraph& paragraph, std::size_t lines, const Setter& setter, std::vector<Length> measures,
        const BreakOptions& options, TrialBudget& budget)
      : paragraph_(paragraph),
        lines_(lines),
        setter_(setter),
        measures_(std::move(measures)),
        options_(options),
        budget_(budget) {}

  /// Fewest 字 from `above` on that save `saved` lines, found by halving; 0 when none do.
  int fewest(int saved, int above) const {
    const int a_line = static_cast<int>(measures_.back() / paragraph_.copy.text.size) + 2;
    int too_few = above - 1, enough = above + a_line;
    if (!saves(saved, enough)) too_few = std::exchange(enough, enough + a_line);
    if (too_few >= above && !saves(saved, enough)) return 0;
    while (enough - too_few > 1) {
      const int half = (too_few + enough) / 2;
      (saves(saved, half) ? enough : too_few) = half;
    }
    return enough;
  }

 private:
  bool saves(int saved, int cut) const {
    return std::all_of(std::begin(kEveryCut), std::end(kEveryCut), [&](CutAt at) {
      return lines_without(cut, at) + static_cast<std::size_t>(saved) <= lines_;
    });
  }

  /// Lines of the tightest setting without the `cut` 字.
  std::size_t lines_without(int cut, CutAt at) const {
    const std::optional<TextToSet> text = without(paragraph_.copy.text, cut, at);
    if (!text) return lines_;  // a paragraph that is gone altogether is no cut
    if (!budget_.spend(text->text.size())) return lines_;
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
  std::size_t lines_;
  const Setter& setter_;
  std::vector<Length> measures_;
  BreakOptions options_;
  TrialBudget& budget_;
};

/// Rooms of a paragraph's lines; the last one repeats.
std::vector<Length> measures_of(const FlowParagraph& p, std::size_t index, const Flow& flow, Length measure) {
  std::vector<Length> measures;
  for (const FlowLine& line : flow.lines) {
    if (line.paragraph == index) measures.push_back(line.line.measure);
  }
  const std::size_t lead_rows = p.lead ? static_cast<std::size_t>(p.lead->rows) : 0;
  const Length full = measure - p.inset_start - p.inset_end;
  while (measures.size() < lead_rows) measures.push_back(full - p.lead->width);
  if (measures.size() < flow.line_counts[index]) measures.push_back(full);
  return measures;
}

/// Steps of one paragraph, from its first line on.
class Steps {
 public:
  Steps(const FlowParagraph& p, std::size_t index, const Flow& flow, Length measure, const Setter& setter,
        TrialBudget& budget)
      : index_(index),
        can_save_(static_cast<int>(flow.line_counts[index]) - (p.lead ? p.lead->rows : 1)),
        trial_(p, flow.line_counts[index], setter, measures_of(p, index, flow, measure), {.indent = p.indent},
               budget) {}

  /// The next step, without characters when there is none: under a drop capital no rows are saved.
  Cut next() {
    if (saved_ >= can_save_) return {};
    const int all = trial_.fewest(saved_ + 1, cut_ + 1);
    if (all == 0) return {};
    ++saved_;
    return {index_, all - std::exchange(cut_, all), 1};
  }

 private:
  std::size_t index_;
  int can_save_, saved_ = 0, cut_ = 0;
  Trial trial_;
};

}  // namespace

std::optional<TextToSet> without(const TextToSet& whole, int characters, CutAt at) {
  const std::vector<std::size_t> offsets = character_offsets(whole.text);
  const auto n = static_cast<std::size_t>(characters);
  if (n + 2 > offsets.size()) return std::nullopt;
  const std::size_t kept = offsets.size() - 1 - n;  // 字
  const std::size_t first = at == CutAt::kBeforeLast ? kept - 1 : at == CutAt::kEnd ? kept : kept / 2;
  const std::size_t begin = offsets[first], end = offsets[first + n];
  TextToSet text = whole;
  text.text.erase(begin, end - begin);
  for (TextRun& run : text.runs) {
    run.begin = moved(run.begin, begin, end), run.end = moved(run.end, begin, end);
  }
  for (Hold& hold : text.holds) {
    hold.begin = moved(hold.begin, begin, end), hold.end = moved(hold.end, begin, end);
  }
  std::erase_if(text.runs, [](const TextRun& run) { return run.begin == run.end; });
  std::erase_if(text.holds, [](const Hold& hold) { return hold.begin == hold.end; });
  return text;
}

int count_characters(std::string_view text) { return static_cast<int>(character_offsets(text).size()) - 1; }

struct CheapestCuts::Paragraphs {
  std::vector<Steps> all;
  std::vector<Cut> next;  // of each
};

CheapestCuts::CheapestCuts(const std::vector<FlowParagraph>& paragraphs, const Flow& flow, Length measure,
                           const Setter& setter, TrialBudget& budget)
    : paragraphs_(std::make_unique<Paragraphs>()) {
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    if (paragraphs[i].kind != Paragraph::Kind::kBody || flow.line_counts[i] < 2) continue;
    paragraphs_->all.emplace_back(paragraphs[i], i, flow, measure, setter, budget);
    paragraphs_->next.push_back(paragraphs_->all.back().next());
  }
}

CheapestCuts::~CheapestCuts() = default;

Cut CheapestCuts::next() {
  std::vector<Cut>& next = paragraphs_->next;
  const auto cheapest = std::min_element(next.begin(), next.end(), [](const Cut& a, const Cut& b) {
    return a.characters != 0 && (b.characters == 0 || a.characters < b.characters);
  });
  if (cheapest == next.end() || cheapest->characters == 0) return {};
  return std::exchange(*cheapest, paragraphs_->all[static_cast<std::size_t>(cheapest - next.begin())].next());
}

std::vector<Cut> together(std::span<const Cut> steps) {
  std::map<std::size_t, Cut> by_paragraph;
  for (const Cut& step : steps) {
    Cut& cut = by_paragraph[step.paragraph];
    cut.paragraph = step.paragraph;
    cut.characters += step.characters, cut.lines += step.lines;
  }
  std::vector<Cut> out;
  for (const auto& [paragraph, cut] : by_paragraph) out.push_back(cut);
  return out;
}

std::string describe_cut(const Cut& cut, const std::vector<FlowParagraph>& paragraphs) {
  std::size_t number = 0;
  for (std::size_t i = 0; i <= cut.paragraph; ++i) {
    if (paragraphs[i].kind == Paragraph::Kind::kBody) ++number;
  }
  return std::to_string(cut.characters) + " 字 in paragraph " + std::to_string(number);
}

}  // namespace banxin
