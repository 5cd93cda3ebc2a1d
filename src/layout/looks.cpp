#include "layout/looks.h"

#include <algorithm>

#include "base/utf8.h"

namespace banxin {

namespace {

TextRun plain_run(const Style& style, std::size_t begin, std::size_t end) {
  return {.begin = begin,
          .end = end,
          .font = style.font,
          .size = style.size,
          .ink = style.ink,
          .tracking = style.tracking};
}

/// The letter forms of the text around stay.
void wear(TextRun& run, const FontChoice& font) {
  const LetterForms forms = run.font.forms;
  run.font = font;
  run.font.forms = forms;
}

/// Only the face and ink: the line stays even.
void dress(TextRun& run, const Style& style) {
  wear(run, style.font);
  run.ink = style.ink, run.tracking = style.tracking;
}

void dress(TextRun& run, const SpanStyle& style) {
  run.raise += style.raise.at(run.size);
  if (style.font) wear(run, *style.font);
  LetterForms& forms = run.font.forms;
  forms = {style.capitals.value_or(forms.capitals), style.numerals.value_or(forms.numerals),
           style.digits.value_or(forms.digits)};
  if (style.ink) run.ink = *style.ink;
  if (style.tracking != Em()) run.tracking = style.tracking;
  run.size = style.size > Length() ? style.size : style.scale.at(run.size);
}

/// Whether the reading has a word for each character below it: 汉字 hàn zì.
bool is_spelled_out(const InterlinearMark& m, const Copy& copy) {
  std::size_t words = 0, characters = 0;
  for (std::size_t i = 0; i < m.reading.text.size(); ++i) {
    words += m.reading.text[i] != ' ' && (i == 0 || m.reading.text[i - 1] == ' ');
  }
  for (std::size_t i = m.begin; i < m.end; ++characters) i += decode_utf8(copy.text, i).bytes;
  return words == characters;
}

template <class Stretches>
void add_ends(const Stretches& stretches, std::vector<std::size_t>& ends) {
  for (const auto& s : stretches) ends.push_back(s.begin), ends.push_back(s.end);
}

/// The stretches that cover a byte, for bytes that only go up: each stretch comes and goes once, so that a
/// paragraph of a hundred thousand of them is still linear.
template <class Stretch>
class Sweep {
 public:
  explicit Sweep(const std::vector<Stretch>& stretches) {
    for (const Stretch& s : stretches) coming_.push_back(&s);
    std::stable_sort(coming_.begin(), coming_.end(),
                     [](const Stretch* a, const Stretch* b) { return a->begin < b->begin; });
  }
  const std::vector<const Stretch*>& over(std::size_t byte) {
    for (; next_ < coming_.size() && coming_[next_]->begin <= byte; ++next_) here_.push_back(coming_[next_]);
    std::erase_if(here_, [&](const Stretch* s) { return s->end <= byte; });
    return here_;
  }

 private:
  std::vector<const Stretch*> coming_, here_;
  std::size_t next_ = 0;
};

}  // namespace

std::vector<TextRun> looks_of(const Copy& copy, const std::vector<Emphasis>& emphasis,
                              const std::vector<StyledSpan>& spans, const Style& style, const Setter& setter,
                              const std::vector<Prefix>& prefixes, const std::vector<Pad>& pads) {
  std::vector<std::size_t> ends{0, copy.text.size()};
  add_ends(emphasis, ends), add_ends(spans, ends), add_ends(pads, ends);
  for (const Prefix& p : prefixes) ends.push_back(p.end);
  std::sort(ends.begin(), ends.end());
  ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
  Sweep<Emphasis> emphases(emphasis);
  Sweep<StyledSpan> styled(spans);
  Sweep<Pad> padded(pads);
  std::vector<TextRun> runs;
  for (std::size_t i = 0; i + 1 < ends.size(); ++i) {
    TextRun run = plain_run(style, ends[i], ends[i + 1]);
    const auto prefix =
        std::find_if(prefixes.begin(), prefixes.end(), [&](const Prefix& p) { return run.begin < p.end; });
    if (prefix != prefixes.end() && prefix->style != nullptr) dress(run, *prefix->style);
    for (const Emphasis* e : emphases.over(run.begin)) {
      dress(run, setter.style(e->strong ? "strong" : "emphasis"));
    }
    for (const StyledSpan* s : styled.over(run.begin)) {
      const auto found = setter.layout().span_styles.find(s->name);
      if (found != setter.layout().span_styles.end()) dress(run, found->second);
    }
    for (const Pad* p : padded.over(run.begin)) run.pad_left += p->left, run.pad_right += p->right;
    runs.push_back(run);
  }
  return runs;
}

std::vector<Hold> holds_of(const std::vector<InterlinearMark>& marks, const Copy& copy) {
  std::vector<Hold> out;
  for (const InterlinearMark& m : marks) {
    if (m.kind == InterlinearMark::Kind::kName) out.push_back({m.begin, m.end, Hold::Kind::kName});
    const bool whole = m.kind == InterlinearMark::Kind::kNoBreak ||
                       (m.kind == InterlinearMark::Kind::kRuby && !is_spelled_out(m, copy));
    if (whole) out.push_back({m.begin, m.end, Hold::Kind::kNoBreak});
  }
  return out;
}

std::vector<Hold> holds_of_names(std::string_view text) {
  std::vector<Hold> words;
  bool open = false;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded d = decode_utf8(text, at);
    const std::size_t next = at + d.bytes;
    const bool blank = d.cp == U' ' || d.cp == U'\u3000' || d.cp == U'\u2028';
    if (!blank && open) words.back().end = next;
    if (!blank && !open) words.push_back({at, next, Hold::Kind::kNoBreak});
    open = !blank, at = next;
  }
  for (std::size_t i = words.size(); i-- > 1;) {
    const Hold word = words[i];
    const bool single = word.begin + decode_utf8(text, word.begin).bytes == word.end;
    const bool divided = text.substr(words[i - 1].end, word.begin - words[i - 1].end) == "\u2028";
    if (!single || divided) continue;
    words[i - 1].end = word.end;
    words.erase(words.begin() + static_cast<std::ptrdiff_t>(i));
  }
  return words;
}

}  // namespace banxin
