#include "read/emphasis.h"

#include <optional>

namespace banxin {

namespace {

/// A run of asterisks that md4c left in the text.
struct Run {
  std::size_t at, count;  // letters
  bool opens, closes;
};

bool is_blank(const Letters& letters, std::size_t at) {
  if (at >= letters.size()) return true;
  const char32_t cp = letters[at].cp;
  return cp == U' ' || cp == U'\u3000' || cp == kSoftBreak || cp == kHardBreak;
}

std::vector<Run> runs_of(const Letters& letters) {
  std::vector<Run> runs;
  for (std::size_t i = 0; i < letters.size();) {
    std::size_t end = i;
    while (end < letters.size() && letters[end].cp == U'*' && !letters[end].literal) ++end;
    if (end == i) {
      ++i;
      continue;
    }
    runs.push_back({i, end - i, !is_blank(letters, end), i > 0 && !is_blank(letters, i - 1)});
    i = end;
  }
  return runs;
}

}  // namespace

void repair_emphasis(Letters& letters, std::uint32_t file, Reading& in) {
  const std::vector<Run> runs = runs_of(letters);
  if (runs.empty()) return;
  std::vector<bool> gone(letters.size());
  std::optional<Run> open[3];  // by number of asterisks
  for (const Run& run : runs) {
    if (run.count > 2) continue;
    std::optional<Run>& first = open[run.count];
    if (!first || !run.closes) {
      if (run.opens) first = run;
      continue;
    }
    for (std::size_t i = first->at + run.count; i < run.at; ++i) {
      (run.count == 2 ? letters[i].strong : letters[i].italic) = true;
    }
    for (std::size_t i = 0; i < run.count; ++i) gone[first->at + i] = gone[run.at + i] = true;
    first.reset();
  }
  for (const Run& run : runs) {
    if (run.count != 2 || gone[run.at]) continue;
    in.warning("emphasis", {file, letters[run.at].begin, letters[run.at + 1].end},
               "'**' has no partner and is set as it stands", "write \\*\\* for the marks themselves");
  }
  Letters kept;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    if (!gone[i]) kept.push_back(letters[i]);
  }
  letters = std::move(kept);
}

}  // namespace banxin
