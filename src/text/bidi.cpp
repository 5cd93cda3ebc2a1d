#include "text/bidi.h"

#include <unicode/ubidi.h>

#include <algorithm>
#include <memory>
#include <numeric>
#include <string>

#include "base/utf8.h"

namespace banxin {

namespace {

struct CloseBidi {
  void operator()(UBiDi* bidi) const { ubidi_close(bidi); }
};

/// Letters of the scripts that read from right to left, and the controls that ask for it.
bool reads_backward(char32_t cp) {
  return (cp >= 0x590 && cp <= 0x8FF) || (cp >= 0xFB1D && cp <= 0xFDFF) || (cp >= 0xFE70 && cp <= 0xFEFE) ||
         (cp >= 0x10800 && cp <= 0x10FFF) || (cp >= 0x1E800 && cp <= 0x1EFFF) || cp == 0x200F ||
         (cp >= 0x202A && cp <= 0x202E) || (cp >= 0x2066 && cp <= 0x2069);
}

void append_utf16(std::u16string& out, char32_t cp) {
  if (cp < 0x10000) {
    out += static_cast<char16_t>(cp);
  } else {
    out += static_cast<char16_t>(0xD7C0 + (cp >> 10));
    out += static_cast<char16_t>(0xDC00 + (cp & 0x3FF));
  }
}

}  // namespace

void find_levels(std::vector<Cell>& cells, std::string_view text) {
  if (std::none_of(cells.begin(), cells.end(), [](const Cell& cell) { return reads_backward(cell.cp); }))
    return;
  std::u16string wide;
  std::vector<std::size_t> starts;  // of the cells in it
  for (const Cell& cell : cells) {
    starts.push_back(wide.size());
    for (std::size_t at = cell.text_begin; at < cell.text_end;) {
      const Decoded d = decode_utf8(text, at);
      append_utf16(wide, d.cp);
      at += d.bytes;
    }
  }
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UBiDi, CloseBidi> bidi(ubidi_open());
  ubidi_setPara(bidi.get(), wide.data(), static_cast<std::int32_t>(wide.size()), UBIDI_LTR, nullptr, &status);
  const UBiDiLevel* const levels = ubidi_getLevels(bidi.get(), &status);
  if (U_FAILURE(status) != 0 || levels == nullptr) return;  // out of memory: in the order of writing
  for (std::size_t k = 0; k < cells.size(); ++k) cells[k].level = levels[starts[k]];
}

std::vector<std::uint32_t> visual_order(std::span<const Cell> cells, std::uint32_t begin, std::uint32_t end) {
  std::vector<std::uint32_t> order(end - begin);
  std::iota(order.begin(), order.end(), begin);
  const std::span<const Cell> line = cells.subspan(begin, end - begin);
  if (std::none_of(line.begin(), line.end(), [](const Cell& cell) { return cell.level > 0; })) return order;
  std::vector<UBiDiLevel> levels;
  for (const Cell& cell : line) levels.push_back(cell.level);
  std::vector<std::int32_t> map(levels.size());
  ubidi_reorderVisual(levels.data(), static_cast<std::int32_t>(levels.size()), map.data());
  for (std::size_t i = 0; i < map.size(); ++i) order[i] = begin + static_cast<std::uint32_t>(map[i]);
  return order;
}

}  // namespace banxin
