// PDF files written by hand, to be wrong in one way each.
#pragma once

#include <string>
#include <vector>

namespace banxin::test {

/// A file of one page, 200 x 200 pt, that a plain profile has nothing against. Its parts can be replaced.
struct SmallPdf {
  std::string version = "1.4";
  std::string catalog;                      ///< more keys
  std::string info;                         ///< keys of the info dictionary
  std::string trailer = "/ID [<AA> <AA>]";  ///< more keys
  std::string boxes = "/MediaBox [0 0 200 200] /BleedBox [10 10 190 190] /TrimBox [20 20 180 180]";
  std::string page;           ///< more keys
  std::string resources;      ///< more keys
  std::string fonts, states;  ///< more of them
  std::string content = "0 0 0 1 k 40 40 50 50 re f";
  std::vector<std::string> objects;     ///< 10 0, 11 0, …
  std::vector<std::string> more_pages;  ///< dictionaries

  /// With F the font, BLACK a state in which black overprints as it should, WHITE one in which nothing does.
  std::string bytes() const;
};

std::string smallest_font();

/// "<< dictionary /Length n >> stream … endstream"
std::string stream(const std::string& dictionary, const std::string& data);

}  // namespace banxin::test
