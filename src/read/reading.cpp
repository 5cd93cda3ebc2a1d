#include "read/reading.h"

#include <algorithm>

#include "base/utf8.h"

namespace banxin {

bool Reading::full(SourceSpan where) {
  if (found_ == kMost) {
    ++found_;
    diags_.error("too-many", where,
                 "more than " + std::to_string(kMost) + " findings; the rest are not shown");
  }
  return found_++ >= kMost;
}

void Reading::error(std::string code, SourceSpan where, std::string message, std::string hint) {
  failed_ = true;
  if (!full(where)) diags_.error(std::move(code), where, std::move(message), std::move(hint));
}

void Reading::warning(std::string code, SourceSpan where, std::string message, std::string hint) {
  if (!full(where)) diags_.warning(std::move(code), where, std::move(message), std::move(hint));
}

void Reading::empty(SourceSpan where, std::string message, std::string hint) {
  if (missing_ == Missing::kPlaceholder) {
    warning("empty-frame", where, std::move(message), std::move(hint));
  } else {
    error("empty-frame", where, std::move(message), std::move(hint));
  }
}

std::string_view Reading::text_at(SourceSpan where) const {
  if (where.file == SourceSpan::kNoFile) return {};
  return std::string_view(sources_.at(where.file).text).substr(where.begin, where.end - where.begin);
}

std::string in_quotes(std::string_view text) {
  constexpr std::size_t kLongest = 40;  // characters
  std::string out = "'";
  std::size_t shown = 0;
  for (std::size_t i = 0; i < text.size(); ++shown) {
    if (shown == kLongest) return out + "…'";
    const Decoded d = decode_utf8(text, i);
    append_utf8(out, d.cp < 0x20 || d.cp == 0x7F ? U'\uFFFD' : d.cp);
    i += d.bytes;
  }
  return out + "'";
}

std::string listed(std::span<const std::string> words) {
  constexpr std::size_t kMost = 30;
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i == kMost) return out + ", …";
    if (i > 0) out += ", ";
    out += words[i];
  }
  return out;
}

std::string place_of(const Sources& sources, SourceSpan where) {
  const LineColumn at = line_column(sources.at(where.file).text, where.begin);
  return "line " + std::to_string(at.line) + ", column " + std::to_string(at.column);
}

namespace {

constexpr std::size_t kLongestWord = 64;  // longer ones are no typing errors

std::u32string code_points(std::string_view text) {
  std::u32string out;
  for (std::size_t i = 0; i < text.size();) {
    const Decoded d = decode_utf8(text, i);
    out += d.cp;
    i += d.bytes;
  }
  return out;
}

/// Insertions, deletions, replacements and swaps of neighbours (optimal string alignment).
std::size_t distance(const std::u32string& a, const std::u32string& b) {
  std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        d[i][j] = i + j;
        continue;
      }
      const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
      d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + change});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
      }
    }
  }
  return d[a.size()][b.size()];
}

}  // namespace

std::string nearest(std::string_view word, std::span<const std::string> candidates) {
  if (word.size() > kLongestWord) return {};
  const std::u32string wanted = code_points(word);
  constexpr std::size_t kMostCandidates = 1000;
  std::size_t looked = 0;
  std::string best;
  std::size_t best_distance = std::max<std::size_t>(1, wanted.size() / 3) + 1;
  for (const std::string& candidate : candidates) {
    if (candidate.size() > kLongestWord || ++looked > kMostCandidates) continue;
    const std::u32string other = code_points(candidate);
    const std::size_t d = distance(wanted, other);
    if (d < best_distance && d < other.size()) best = candidate, best_distance = d;
  }
  return best;
}

std::string Reading::suggest(std::string_view word, std::span<const std::string> candidates,
                             std::string_view intro) const {
  if (is_full()) return {};
  const std::string near = nearest(word, candidates);
  if (!near.empty()) return "did you mean " + in_quotes(near) + "?";
  return candidates.empty() ? std::string() : std::string(intro) + ": " + listed(candidates);
}

}  // namespace banxin
