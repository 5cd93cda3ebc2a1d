#include "read/interlinear_marks.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/utf8.h"

namespace banxin {

namespace {

using Kind = InterlinearMark::Kind;

constexpr std::size_t kNone = static_cast<std::size_t>(-1);
constexpr std::size_t kMostLetters = 80;  // of a list of classes
constexpr std::size_t kMostOpen = 64;     // brackets and braces in one another

struct MarkClass {
  const char* name;
  Kind kind;
};
constexpr std::array<MarkClass, 6> kClasses = {{{"dots", Kind::kDots},
                                                {"name", Kind::kName},
                                                {"title", Kind::kTitle},
                                                {"underline", Kind::kUnderline},
                                                {"mourning", Kind::kMourning},
                                                {"nobreak", Kind::kNoBreak}}};

std::optional<Kind> kind_of(std::string_view name) {
  const auto found =
      std::find_if(kClasses.begin(), kClasses.end(), [&](const MarkClass& c) { return name == c.name; });
  if (found == kClasses.end()) return std::nullopt;
  return found->kind;
}

bool is_blank(char32_t cp) {
  return cp == U' ' || cp == U'\t' || cp == U'\u3000' || cp == kSoftBreak || cp == kHardBreak;
}

/// Letters and tone marks of 注音符号.
bool is_bopomofo(const Letters& reading) {
  bool has_letters = false;
  for (const Letter& l : reading) {
    const bool letter = (l.cp >= 0x3105 && l.cp <= 0x312F) || (l.cp >= 0x31A0 && l.cp <= 0x31BF);
    const bool tone = l.cp == 0x2C9 || l.cp == 0x2CA || l.cp == 0x2C7 || l.cp == 0x2CB || l.cp == 0x2D9;
    if (!letter && !tone && !is_blank(l.cp)) return false;
    has_letters = has_letters || letter;
  }
  return has_letters;
}

class MarkReader {
 public:
  MarkReader(Letters& letters, std::uint32_t file, Reading& in)
      : letters_(letters), file_(file), in_(in), gone_(letters.size()), opening_(letters.size(), kNone) {}

  std::vector<MarkedStretch> run() {
    for (std::size_t i = 0; i < letters_.size(); ++i) {
      if (!letters_[i].literal) look_at(i);
    }
    Letters kept;
    for (std::size_t i = 0; i < letters_.size(); ++i) {
      if (!gone_[i]) kept.push_back(letters_[i]);
    }
    letters_ = std::move(kept);
    return std::move(out_);
  }

 private:
  struct Open {
    char32_t cp;
    std::size_t at;
    std::size_t bar = kNone;  // the first | directly in these braces
    int bars = 0;
  };

  void look_at(std::size_t i) {
    switch (letters_[i].cp) {
      case U'[':
      case U'{':
        if (open_.size() < kMostOpen) open_.push_back({letters_[i].cp, i});
        break;
      case U'|':
        if (!open_.empty() && open_.back().cp == U'{' && open_.back().bars++ == 0) open_.back().bar = i;
        break;
      case U']':
        if (const std::optional<Open> open = close(U'[')) opening_[i] = open->at;
        break;
      case U'}':
        if (const std::optional<Open> open = close(U'{')) group(*open, i);
        break;
      default:
        break;
    }
  }

  /// The nearest open one of this kind; what was opened since has no partner.
  std::optional<Open> close(char32_t cp) {
    const auto found = std::find_if(open_.rbegin(), open_.rend(), [&](const Open& o) { return o.cp == cp; });
    if (found == open_.rend()) return std::nullopt;
    const Open open = *found;
    open_.resize(static_cast<std::size_t>(open_.rend() - found) - 1);
    return open;
  }

  /// Braces from `open.at` to `end`.
  void group(const Open& open, std::size_t end) {
    const std::vector<std::string> classes = classes_in(open.at + 1, end);
    const bool after_bracket = open.at > 0 && opening_[open.at - 1] != kNone;
    if (!classes.empty() && after_bracket) return mark(opening_[open.at - 1], open.at - 1, end, classes);
    if (!classes.empty() && std::all_of(classes.begin(), classes.end(),
                                        [](const std::string& c) { return kind_of(c).has_value(); })) {
      in_.warning("stray-mark", span(open.at, end),
                  in_quotes(in_.text_at(span(open.at, end))) + " follows no brackets and is set as it stands",
                  "write [文字]" + std::string(in_.text_at(span(open.at, end))) +
                      " for the mark, \\{ for the brace itself");
    }
    if (open.bars == 1) ruby(open, end);
  }

  SourceSpan span(std::size_t first, std::size_t last) const {
    return {file_, letters_[first].begin, letters_[last].end};
  }
  bool has_words(std::size_t begin, std::size_t end) const {
    for (std::size_t i = begin; i < end; ++i) {
      if (!gone_[i] && !is_blank(letters_[i].cp)) return true;
    }
    return false;
  }
  void drop(std::size_t begin, std::size_t end) {
    std::fill(gone_.begin() + static_cast<std::ptrdiff_t>(begin),
              gone_.begin() + static_cast<std::ptrdiff_t>(end), true);
  }

  /// ".a .b" without the dots; empty when the letters are no such list.
  std::vector<std::string> classes_in(std::size_t begin, std::size_t end) const {
    if (end - begin > kMostLetters) return {};
    std::vector<std::string> out;
    for (std::size_t i = begin; i < end; ++i) {
      const char32_t cp = letters_[i].cp;
      if (gone_[i] || letters_[i].literal || cp == U'|') return {};
      if (is_blank(cp)) continue;
      const bool starts = i == begin || is_blank(letters_[i - 1].cp);
      if (starts != (cp == U'.')) return {};
      if (starts) {
        out.emplace_back();
      } else {
        append_utf8(out.back(), cp);
      }
    }
    const bool whole =
        std::none_of(out.begin(), out.end(), [](const std::string& name) { return name.empty(); });
    return whole ? out : std::vector<std::string>();
  }

  /// [ … ]{.a .b}
  void mark(std::size_t bracket, std::size_t bracket_end, std::size_t end,
            const std::vector<std::string>& classes) {
    if (!has_words(bracket + 1, bracket_end)) return;
    for (const std::string& name : classes) {
      if (const std::optional<Kind> kind = kind_of(name)) {
        out_.push_back({*kind, letters_[bracket].end, letters_[bracket_end].begin, {}, span(bracket, end)});
      } else {
        out_.push_back({Kind::kDots,
                        letters_[bracket].end,
                        letters_[bracket_end].begin,
                        {},
                        span(bracket_end + 1, end),
                        name});
      }
    }
    gone_[bracket] = true;
    drop(bracket_end, end + 1);
  }

  /// {base|reading}
  void ruby(const Open& open, std::size_t end) {
    if (!has_words(open.at + 1, open.bar) || !has_words(open.bar + 1, end)) return;
    for (auto m = out_.rbegin(); m != out_.rend() && m->begin >= letters_[open.at].begin; ++m) {
      if (!m->style.empty() ||
          (m->kind != Kind::kRuby && m->kind != Kind::kBopomofo && m->begin < letters_[open.bar].begin))
        continue;
      in_.error("nested-reading", span(open.at, end),
                m->kind == Kind::kRuby || m->kind == Kind::kBopomofo ? "a reading cannot have a reading"
                                                                     : "a reading cannot be marked",
                "write the readings side by side, and marks round the words: {汉|hàn}[{字|zì}]{.dots}");
      break;
    }
    MarkedStretch stretch{
        Kind::kRuby, letters_[open.at].end, letters_[open.bar].begin, {}, span(open.at, end)};
    for (std::size_t i = open.bar + 1; i < end; ++i) {
      if (!gone_[i]) stretch.reading.push_back(letters_[i]);
    }
    if (is_bopomofo(stretch.reading)) {
      stretch.kind = Kind::kBopomofo;
      check_count(open, end, stretch.reading);
    }
    out_.push_back(std::move(stretch));
    gone_[open.at] = true;
    drop(open.bar, end + 1);
  }

  /// 注音 stands beside each character: there are as many syllables as characters.
  void check_count(const Open& open, std::size_t end, const Letters& reading) {
    int characters = 0, syllables = 0;
    for (std::size_t i = open.at + 1; i < open.bar; ++i) characters += !gone_[i] && !is_blank(letters_[i].cp);
    for (std::size_t i = 0; i < reading.size(); ++i) {
      syllables += !is_blank(reading[i].cp) && (i == 0 || is_blank(reading[i - 1].cp));
    }
    if (characters == syllables) return;
    in_.error(
        "reading-count", span(open.at, end),
        std::to_string(syllables) + " syllables of 注音 for " + std::to_string(characters) + " characters",
        "write one a character, with spaces between: {漢字|ㄏㄢˋ ㄗˋ}");
  }

  Letters& letters_;
  std::uint32_t file_;
  Reading& in_;
  std::vector<bool> gone_;            // by letter: markup, or part of a reading
  std::vector<std::size_t> opening_;  // by letter: of a ], its [
  std::vector<Open> open_;
  std::vector<MarkedStretch> out_;
};

}  // namespace

std::vector<MarkedStretch> take_marks(Letters& letters, std::uint32_t file, Reading& in) {
  return MarkReader(letters, file, in).run();
}

void add_marks(std::vector<MarkedStretch> stretches, const Letters& letters, std::uint32_t file,
               MarkedCopy& out, Reading& in) {
  if (stretches.empty()) return;
  std::vector<std::size_t> offsets{0};  // of each letter in the text
  for (const Letter& l : letters) offsets.push_back(offsets.back() + to_utf8(l.cp).size());
  const auto first_from = [&](std::uint32_t byte) {
    const auto found =
        std::partition_point(letters.begin(), letters.end(), [&](const Letter& l) { return l.begin < byte; });
    return static_cast<std::size_t>(found - letters.begin());
  };
  for (MarkedStretch& s : stretches) {
    const std::size_t first = first_from(s.begin), last = first_from(s.end);
    normalise(s.reading, file, in);
    join_lines(s.reading);
    if (first >= last) continue;  // only blanks at the edge of the paragraph
    if (!s.style.empty()) {
      out.spans.push_back({offsets[first], offsets[last], std::move(s.style), s.where});
    } else {
      out.marks.push_back({s.kind, offsets[first], offsets[last], to_copy(s.reading, file), s.where});
    }
  }
  const auto outer_first = [](const auto& a, const auto& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
  };
  std::stable_sort(out.marks.begin(), out.marks.end(), outer_first);
  std::stable_sort(out.spans.begin(), out.spans.end(), outer_first);
}

std::vector<std::string> mark_names() {
  std::vector<std::string> names;
  for (const MarkClass& c : kClasses) names.emplace_back(c.name);
  return names;
}

}  // namespace banxin
