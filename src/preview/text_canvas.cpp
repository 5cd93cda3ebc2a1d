#include "preview/text_canvas.h"

#include <algorithm>
#include <iterator>

#include "base/utf8.h"

namespace banxin {

namespace {

/// The light lines of box drawing by the ends they have: 1 up, 2 down, 4 left, 8 right.
constexpr std::string_view kLines[16] = {" ", "╵", "╷", "│", "╴", "┘", "┐", "┤",
                                         "╶", "└", "┌", "├", "─", "┴", "┬", "┼"};
constexpr std::size_t kNoLine = 0;

std::size_t ends_of(std::string_view character) {
  const auto* found = std::find(std::begin(kLines), std::end(kLines), character);
  return found == std::end(kLines) ? kNoLine : static_cast<std::size_t>(found - std::begin(kLines));
}

}  // namespace

TextCanvas::TextCanvas(int width, int height)
    : width_(width),
      height_(height),
      cells_(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), " ") {}

void TextCanvas::set(int x, int y, std::string_view character, int width) {
  if (x < 0 || y < 0 || x + width > width_ || y >= height_) return;
  const auto row = static_cast<std::size_t>(y) * static_cast<std::size_t>(width_);
  const auto at = row + static_cast<std::size_t>(x);
  const auto next = at + static_cast<std::size_t>(width);
  if (cells_[at].empty()) cells_[at - 1] = " ";  // over the right half of a wide character
  if (next < row + static_cast<std::size_t>(width_) && cells_[next].empty()) cells_[next] = " ";
  const std::size_t ends = ends_of(character), crossed = ends_of(cells_[at]);
  cells_[at] = ends == kNoLine || crossed == kNoLine ? character : kLines[ends | crossed];
  if (width == 2) cells_[at + 1].clear();
}

void TextCanvas::put(int x, int y, std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const Decoded d = decode_utf8(text, i);
    const int width = terminal_width(d.cp);
    if (width > 0) set(x, y, text.substr(i, d.bytes), width);
    x += width;
    i += d.bytes;
  }
}

void TextCanvas::centre(int left, int right, int y, std::string_view text) {
  const std::string shown = cut_to_width(text, right - left + 1);
  put(left + (right - left + 1 - terminal_width(shown)) / 2, y, shown);
}

void TextCanvas::across(int left, int right, int y, std::string_view sign) {
  for (int x = left; x <= right; ++x) put(x, y, sign);
}

void TextCanvas::down(int x, int top, int bottom, std::string_view sign) {
  for (int y = top; y <= bottom; ++y) put(x, y, sign);
}

bool TextCanvas::blank(int left, int right, int y) const {
  if (y < 0 || y >= height_) return false;
  for (int x = std::max(left, 0); x <= std::min(right, width_ - 1); ++x) {
    if (cells_[static_cast<std::size_t>(y) * static_cast<std::size_t>(width_) +
               static_cast<std::size_t>(x)] != " ")
      return false;
  }
  return true;
}

void TextCanvas::box(const CellBox& box) {
  across(box.left + 1, box.right - 1, box.top, "─");
  across(box.left + 1, box.right - 1, box.bottom, "─");
  down(box.left, box.top + 1, box.bottom - 1, "│");
  down(box.right, box.top + 1, box.bottom - 1, "│");
  put(box.left, box.top, "┌"), put(box.right, box.top, "┐");
  put(box.left, box.bottom, "└"), put(box.right, box.bottom, "┘");
}

std::string TextCanvas::text() const {
  std::string out;
  for (int y = 0; y < height_; ++y) {
    std::string line;
    for (int x = 0; x < width_; ++x)
      line += cells_[static_cast<std::size_t>(y) * static_cast<std::size_t>(width_) +
                     static_cast<std::size_t>(x)];
    line.erase(line.find_last_not_of(' ') + 1);
    out += line + "\n";
  }
  return out;
}

std::string cut_to_width(std::string_view text, int width) {
  if (terminal_width(text) <= width) return std::string(text);
  std::string out;
  int used = 1;  // for the dots
  for (std::size_t i = 0; i < text.size();) {
    const Decoded d = decode_utf8(text, i);
    used += terminal_width(d.cp);
    if (used > width) break;
    out += text.substr(i, d.bytes);
    i += d.bytes;
  }
  return width < 1 ? "" : out + "…";
}

}  // namespace banxin
