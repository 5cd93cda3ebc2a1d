// A sheet of terminal cells to draw on with box-drawing characters.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace banxin {

/// Cells from left..right and top..bottom, all inclusive.
struct CellBox {
  int left = 0, top = 0, right = 0, bottom = 0;
  int width() const { return right - left + 1; }
  int height() const { return bottom - top + 1; }
};

class TextCanvas {
 public:
  TextCanvas(int width, int height);

  /// What is outside the sheet is not drawn. A wide character takes two cells, or none when one is missing.
  /// A line that meets a line joins it: "─" over "│" is "┼".
  void put(int x, int y, std::string_view text);
  /// In the middle of cells left..right, cut to fit with "…".
  void centre(int left, int right, int y, std::string_view text);
  void box(const CellBox& box);
  void across(int left, int right, int y, std::string_view sign);
  void down(int x, int top, int bottom, std::string_view sign);
  /// Whether nothing stands in the cells left..right of a row of the sheet.
  bool blank(int left, int right, int y) const;
  /// The lines without blanks at their ends.
  std::string text() const;

 private:
  void set(int x, int y, std::string_view character, int width);
  int width_, height_;
  std::vector<std::string> cells_;  // by row; the second cell of a wide character is empty
};

/// The text in at most so many columns; what is cut off leaves "…".
std::string cut_to_width(std::string_view text, int width);

}  // namespace banxin
