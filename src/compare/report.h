// The report: one HTML file that needs no server and no network.
#pragma once

#include <string>
#include <vector>

#include "compare/compare.h"
#include "compare/write_changes.h"

namespace banxin {

/// The two pictures of a page as PNG; empty: there is none.
struct ReportPage {
  std::size_t old_page = kNoNode, new_page = kNoNode;
  std::string old_png, new_png;
};

/// One comparison in the report.
struct ReportPart {
  SideNames names;
  const Scene* old_scene = nullptr;
  const Scene* new_scene = nullptr;
  const Comparison* comparison = nullptr;
  std::vector<ReportPage> pages;
  std::vector<std::string> why;  ///< "font changed: …"; may be empty
};

std::string html_report(const std::string& title, const std::vector<ReportPart>& parts);

/// A page's pixels (kBgrx) as PNG; empty when it cannot be made.
std::string png_of(const Raster& raster, int ppi);

}  // namespace banxin
