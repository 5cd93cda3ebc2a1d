// Comparing pixels page by page, and the pictures for the report. Shared by `diff` and `test`.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/side.h"
#include "compare/report.h"

namespace banxin {

struct VisualOptions {
  int ppi = 96;  ///< 0: nothing is drawn
  Fuzz fuzz;
  bool through_dump = false;  ///< draw editions from their dumps
  bool pictures = false;      ///< keep pictures of the pages that differ
};

/// Adds the pixel layer to `comparison`; returns the pages that differ, with their pictures if asked for.
std::vector<ReportPage> compare_pages(const Side& before, const Side& after, const VisualOptions& options,
                                      Comparison& comparison, LazyFonts& fonts, Context& context);

/// "2,100"
std::optional<Fuzz> parse_fuzz(const std::string& text);

/// Writes DIR/index.html and says so on standard error.
void write_report(const std::string& folder, const std::string& html, Context& context);

}  // namespace banxin
