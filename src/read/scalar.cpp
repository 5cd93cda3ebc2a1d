#include "read/scalar.h"

#include <algorithm>

#include "base/utf8.h"

namespace banxin {

namespace {

bool is_space(char c) { return c == ' ' || c == '\t'; }
bool is_break(char c) { return c == '\n' || c == '\r'; }

std::size_t skip_blank(std::string_view s, std::size_t i) {
  while (i < s.size()) {
    if (is_space(s[i]) || is_break(s[i])) {
      ++i;
    } else if (s[i] == '#') {
      while (i < s.size() && !is_break(s[i])) ++i;
    } else {
      break;
    }
  }
  return i;
}

ScalarPlace place_quoted(std::string_view s, std::size_t begin) {
  const char quote = s[begin];
  for (std::size_t i = begin + 1; i < s.size(); ++i) {
    if (quote == '"' && s[i] == '\\') {
      ++i;
    } else if (s[i] == quote) {
      if (quote == '"' || i + 1 >= s.size() || s[i + 1] != '\'') return {begin, i + 1};
      ++i;
    }
  }
  return {begin, s.size(), false};
}

/// A plain or block scalar ends where its value has been read: folding only changes white space. A block
/// scalar's header goes first.
std::size_t end_of_unquoted(std::string_view s, std::size_t i, std::string_view value) {
  const std::size_t begin = i;
  if (s[i] == '|' || s[i] == '>') {
    while (i < s.size() && !is_break(s[i])) ++i;
  }
  std::size_t end = i;
  for (const char c : value) {
    if (is_space(c) || is_break(c)) continue;
    while (i < s.size() && (is_space(s[i]) || is_break(s[i]))) ++i;
    if (i >= s.size() || s[i] != c) return std::max(end, begin);
    end = ++i;
  }
  return end;
}

}  // namespace

std::size_t skip_properties(std::string_view s, std::size_t i) {
  while (i < s.size() && (s[i] == '&' || s[i] == '!')) {
    while (i < s.size() && !is_space(s[i]) && !is_break(s[i])) ++i;
    i = skip_blank(s, i);
  }
  return i;
}

std::size_t past_bracket(std::string_view source, std::size_t at) {
  std::size_t i = skip_blank(source, at);
  if (i < source.size() && source[i] == ',') i = skip_blank(source, i + 1);
  return i < source.size() && (source[i] == ']' || source[i] == '}') ? i + 1 : at;
}

ScalarPlace place_scalar(std::string_view source, std::size_t at, std::string_view value) {
  const std::size_t begin = skip_properties(source, std::min(at, source.size()));
  if (begin >= source.size()) return {source.size(), source.size()};
  if (source[begin] == '"' || source[begin] == '\'') return place_quoted(source, begin);
  return {begin, end_of_unquoted(source, begin, value)};
}

namespace {

/// Reads value and source side by side.
class Aligner {
 public:
  Aligner(std::string_view source, ScalarPlace place, std::string_view value)
      : source_(source), value_(value), at_(place.begin), end_(place.end) {
    if (at_ < end_ && (source_[at_] == '"' || source_[at_] == '\'')) quote_ = source_[at_++], --end_;
    if (at_ < end_ && quote_ == 0 && (source_[at_] == '|' || source_[at_] == '>')) {
      while (at_ < end_ && !is_break(source_[at_])) ++at_;
      if (at_ < end_) ++at_;
    }
  }

  Letters run() {
    Letters out;
    for (std::size_t i = 0; i < value_.size();) {
      const Decoded d = decode_utf8(value_, i);
      out.push_back(letter(d.cp));
      i += d.bytes;
    }
    return out;
  }

 private:
  Letter letter(char32_t cp) {
    if (cp == U' ' || cp == U'\n') return space(cp);
    while (at_ < end_ && (is_space(source_[at_]) || is_break(source_[at_])) && source_[at_] != '\t') ++at_;
    const std::size_t begin = at_;
    const Decoded d = at_ < end_ ? decode_utf8(source_, at_) : Decoded{0, 0};
    if (quote_ == '"' && d.cp == U'\\') {
      skip_line_escapes();
      if (at_ < end_ && source_[at_] == '\\') return escape(cp);
      return letter(cp);
    }
    at_ += d.bytes;
    if (quote_ == '\'' && cp == U'\'' && at_ < end_) ++at_;  // '' is one
    return make(cp, begin);
  }

  /// A space or a break of the value: as written, escaped, or what folding left of a line end.
  Letter space(char32_t cp) {
    if (quote_ == '"') skip_line_escapes();
    if (at_ < end_ && quote_ == '"' && source_[at_] == '\\') return escape(cp);
    const bool is_written = cp == U' ' && at_ < end_ && source_[at_] == ' ' && !ends_line(at_);
    if (cp != U' ') {
      while (at_ < end_ && source_[at_] != '\n') ++at_;
    }
    const std::size_t begin = at_;
    if (cp == U' ' && !is_written) {
      while (at_ < end_ && (is_space(source_[at_]) || is_break(source_[at_]))) ++at_;
    } else if (at_ < end_) {
      ++at_;
    }
    return make(is_written ? cp : cp == U' ' ? kSoftBreak : kHardBreak, begin);
  }

  /// Whether only blanks stand between here and the line end. Remembered for the whole run of blanks.
  bool ends_line(std::size_t i) {
    if (i >= blanks_end_) {
      while (i < end_ && is_space(source_[i])) ++i;
      blanks_end_ = i;
    }
    return blanks_end_ < end_ && is_break(source_[blanks_end_]);
  }

  /// Backslash and line end: nothing of the value.
  void skip_line_escapes() {
    while (at_ + 1 < end_ && source_[at_] == '\\' && is_break(source_[at_ + 1])) {
      at_ = at_ + 1;
      while (at_ < end_ && (is_space(source_[at_]) || is_break(source_[at_]))) ++at_;
    }
  }

  Letter escape(char32_t cp) {
    const std::size_t begin = at_;
    const char kind = at_ + 1 < end_ ? source_[at_ + 1] : '\0';
    at_ = std::min(end_, at_ + (kind == 'x' ? 4u : kind == 'u' ? 6u : kind == 'U' ? 10u : 2u));
    Letter out = make(cp == U'\n' ? kHardBreak : cp, begin);
    out.literal = true;
    return out;
  }

  Letter make(char32_t cp, std::size_t begin) const {
    return {.cp = cp, .begin = static_cast<std::uint32_t>(begin), .end = static_cast<std::uint32_t>(at_)};
  }

  std::string_view source_, value_;
  std::size_t at_ = 0, end_ = 0, blanks_end_ = 0;
  char quote_ = 0;
};

}  // namespace

Letters letters_of_scalar(std::string_view source, ScalarPlace place, std::string_view value) {
  return Aligner(source, place, value).run();
}

}  // namespace banxin
