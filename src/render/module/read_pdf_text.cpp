#include <algorithm>
#include <cmath>
#include <memory>
#include <string_view>

#include "base/utf8.h"
#include "render/handles.h"
#include "render/module/parts.h"

namespace banxin {

namespace {

constexpr double kLargestLength = 1e6;  // points: beyond any paper, far from overflow

using TextPtr = std::unique_ptr<char, Deleter<g_free>>;

Length length(double pt) {
  return Length::points(std::isfinite(pt) ? std::clamp(pt, -kLargestLength, kLargestLength) : 0);
}

/// Poppler's corners in any order.
Rect rect(const PopplerRectangle& r) {
  const Length left = length(std::min(r.x1, r.x2)), top = length(std::min(r.y1, r.y2));
  return {left, top, length(std::max(r.x1, r.x2)) - left, length(std::max(r.y1, r.y2)) - top};
}

/// ABCDEF+NotoSerifSC-Regular without the prefix that a subset brings.
std::string font_name(const char* name) {
  const std::string_view text = name == nullptr ? "" : name;
  const bool subset =
      text.size() > 7 && text[6] == '+' &&
      std::all_of(text.begin(), text.begin() + 6, [](char c) { return c >= 'A' && c <= 'Z'; });
  return std::string(subset ? text.substr(7) : text);
}

bool same(const PdfTextStyle& a, const PdfTextStyle& b) {
  return a.font == b.font && a.size == b.size && a.colour.r == b.colour.r && a.colour.g == b.colour.g &&
         a.colour.b == b.colour.b;
}

/// The style of every character, by its index.
std::vector<std::size_t> styles_of(PopplerPage* page, std::size_t characters, PdfText& out) {
  std::vector<std::size_t> styles(characters, 0);
  GList* list = poppler_page_get_text_attributes(page);
  for (const GList* at = list; at != nullptr; at = at->next) {
    const auto& run = *static_cast<const PopplerTextAttributes*>(at->data);
    const auto channel = [](guint16 value) { return value / 65535.0; };
    PdfTextStyle style{font_name(run.font_name),
                       length(run.font_size),
                       {channel(run.color.red), channel(run.color.green), channel(run.color.blue)}};
    auto known = std::find_if(out.styles.begin(), out.styles.end(),
                              [&](const PdfTextStyle& other) { return same(style, other); });
    if (known == out.styles.end()) known = out.styles.insert(known, std::move(style));
    const auto index = static_cast<std::size_t>(known - out.styles.begin());
    for (std::size_t i = static_cast<std::size_t>(std::max(run.start_index, 0));
         i < characters && i <= static_cast<std::size_t>(std::max(run.end_index, 0)); ++i) {
      styles[i] = index;
    }
  }
  poppler_page_free_text_attributes(list);
  if (out.styles.empty()) out.styles.emplace_back();
  return styles;
}

}  // namespace

PdfText text_of(void* document, int page) {
  PdfText out;
  const GHandle<PopplerPage> handle = page_of(document, page);
  if (!handle) return out;
  const TextPtr text(poppler_page_get_text(handle.get()));
  PopplerRectangle* raw = nullptr;
  guint count = 0;
  if (!text || !poppler_page_get_text_layout(handle.get(), &raw, &count)) return out;
  const std::unique_ptr<PopplerRectangle, Deleter<g_free>> boxes(raw);
  const std::vector<std::size_t> styles = styles_of(handle.get(), count, out);
  const std::string_view all = text.get();
  bool fresh = true;
  for (std::size_t byte = 0, i = 0; byte < all.size() && i < count; ++i) {
    const Decoded character = decode_utf8(all, byte);
    const std::string_view bytes = all.substr(byte, character.bytes);
    byte += character.bytes;
    if (character.cp == '\n') {
      fresh = true;
      continue;
    }
    if (fresh) out.lines.emplace_back();
    fresh = false;
    out.lines.back().push_back({std::string(bytes), rect(boxes.get()[i]), styles[i]});
  }
  return out;
}

std::vector<Rect> pictures_of(void* document, int page) {
  std::vector<Rect> boxes;
  const GHandle<PopplerPage> handle = page_of(document, page);
  if (!handle) return boxes;
  GList* list = poppler_page_get_image_mapping(handle.get());
  for (const GList* at = list; at != nullptr; at = at->next) {
    boxes.push_back(rect(static_cast<const PopplerImageMapping*>(at->data)->area));
  }
  poppler_page_free_image_mapping(list);
  return boxes;
}

}  // namespace banxin
