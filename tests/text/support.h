// Sets paragraphs for tests, with the options of `banxin lines`.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "text/break_lines.h"

namespace banxin::test {

inline constexpr Length kEm = Length::points(12);

/// What a test asks for.
struct Job {
  TextToSet text;
  std::vector<Length> measures{kEm * 100};
  BreakOptions options;
  std::set<std::size_t> column_ends;
};

/// A paragraph in one run; `options` as on the command line.
Job make_job(std::string_view text, std::string_view options = {});

/// The same in runs that end behind the characters of `cuts` (byte offsets).
void cut_runs(Job& job, const std::vector<std::size_t>& cuts);

/// Byte offsets at which characters begin, without 0.
std::vector<std::size_t> character_starts(std::string_view text);

/// Bytes of the paragraph that a line shows.
std::string line_text(const ShapedParagraph& paragraph, const Line& line, const BreakOptions& options);

/// All lines, each followed by `|`.
std::string lines_text(const ShapedParagraph& paragraph, const Breaking& breaking,
                       const BreakOptions& options);

/// Empty when the glyphs of the lines are where `origins` of a LineRow says; else what is wrong.
std::string check_origins(const ShapedParagraph& paragraph, const Breaking& breaking,
                          const BreakOptions& options, std::string_view origins);

}  // namespace banxin::test
