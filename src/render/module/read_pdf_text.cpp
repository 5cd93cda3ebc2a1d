#include <poppler/TextOutputDev.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <string_view>
#include <utility>

#include "base/utf8.h"
#include "render/module/parts.h"

namespace banxin {

namespace {

constexpr double kLargestLength = 1e6;  // points: beyond any paper, far from overflow

Length length(double pt) {
  return Length::points(std::isfinite(pt) ? std::clamp(pt, -kLargestLength, kLargestLength) : 0);
}

/// Corners in any order.
Rect rect(double x1, double y1, double x2, double y2) {
  const Length left = length(std::min(x1, x2)), top = length(std::min(y1, y2));
  return {left, top, length(std::max(x1, x2)) - left, length(std::max(y1, y2)) - top};
}

/// ABCDEF+NotoSerifSC-Regular without the prefix that a subset brings.
std::string font_name(std::string_view text) {
  const bool subset =
      text.size() > 7 && text[6] == '+' &&
      std::all_of(text.begin(), text.begin() + 6, [](char c) { return c >= 'A' && c <= 'Z'; });
  return std::string(subset ? text.substr(7) : text);
}

bool same(const PdfTextStyle& a, const PdfTextStyle& b) {
  return a.font == b.font && a.size == b.size && a.colour.r == b.colour.r && a.colour.g == b.colour.g &&
         a.colour.b == b.colour.b;
}

/// Reads the words of a page in the order of its content stream into lines. Readers that sort text by its
/// place weave the columns of a newspaper together; who made the page wrote one column after another.
class Reader {
 public:
  explicit Reader(PdfText& out) : out_(out) {}

  void add(const TextWord& word) {
    for (int i = 0; i < word.getLength(); ++i) add_character(word, i);
  }

 private:
  void add_character(const TextWord& word, int i) {
    double x1 = 0, y1 = 0, x2 = 0, y2 = 0;
    word.getCharBBox(i, &x1, &y1, &x2, &y2);
    PdfCharacter next{{}, rect(x1, y1, x2, y2), style_of(word, i)};
    append_utf8(next.text, *word.getChar(i));
    if (!goes_on(next, word.getRotation())) {
      out_.lines.emplace_back();
      vertical_ = false, rotation_ = word.getRotation();
    } else if (i == 0 && parts_words(next)) {
      const PdfCharacter& last = out_.lines.back().back();
      out_.lines.back().push_back({" ", last.box, last.style});
    }
    out_.lines.back().push_back(std::move(next));
  }

  double em_of(const PdfCharacter& c) const { return out_.styles[c.style].size.pt(); }

  /// The box as it would be if the line ran from left to right.
  Rect upright(const Rect& box) const {
    switch (rotation_) {
      case 1:
        return {box.y, -box.right(), box.height, box.width};  // downwards
      case 2:
        return {-box.right(), -box.bottom(), box.width, box.height};
      case 3:
        return {-box.bottom(), box.x, box.height, box.width};  // upwards
      default:
        return box;
    }
  }

  double gap_before(const PdfCharacter& next) const {
    return (upright(next.box).x - upright(out_.lines.back().back().box).right()).pt();
  }

  /// On the same baseline, or below in the same vertical line, not further than a wide blank.
  bool goes_on(const PdfCharacter& next, int rotation) {
    if (out_.lines.empty() || rotation != rotation_) return false;
    const PdfCharacter& last = out_.lines.back().back();
    const Rect from = upright(last.box), to = upright(next.box);
    const double em = std::max(em_of(last), em_of(next)), across = gap_before(next);
    const double down = (to.bottom() - from.bottom()).pt();
    const double aside = (to.x + to.width / 2 - from.x - from.width / 2).pt();
    const bool horizontal = std::abs(down) < 0.5 * em && across > -0.5 * em && across < em;
    if (horizontal && !vertical_) return true;
    const bool below = std::abs(aside) < 0.3 * em && down > 0.3 * em && down < 1.3 * em;
    if (!below || (!vertical_ && out_.lines.back().size() > 1)) return false;
    vertical_ = true;
    return true;
  }

  /// Words of letters have a gap between them that stands for a blank; what Chinese characters have is a
  /// matter of setting.
  bool parts_words(const PdfCharacter& next) const {
    constexpr char32_t kFirstEastAsian = 0x2E80;
    const PdfCharacter& last = out_.lines.back().back();
    const bool letters =
        decode_utf8(last.text, 0).cp < kFirstEastAsian && decode_utf8(next.text, 0).cp < kFirstEastAsian;
    return letters && !vertical_ && gap_before(next) > 0.1 * em_of(next);
  }

  std::size_t style_of(const TextWord& word, int i) {
    PdfTextStyle style;
    if (const GooString* name = word.getFontName(i)) style.font = font_name(name->toStr());
    style.size = length(word.getFontSize());
    word.getColor(&style.colour.r, &style.colour.g, &style.colour.b);
    auto known = std::find_if(out_.styles.begin(), out_.styles.end(),
                              [&](const PdfTextStyle& other) { return same(style, other); });
    if (known == out_.styles.end()) known = out_.styles.insert(known, std::move(style));
    return static_cast<std::size_t>(known - out_.styles.begin());
  }

  PdfText& out_;
  bool vertical_ = false;  // the last line: one upright character below another
  int rotation_ = 0;       // of the last line, in quarters of a turn
};

}  // namespace

PdfText text_of(void* document, int page) {
  PdfText out;
  if (!page_of(document, page)) return out;
  PDFDoc& inner = inner_document(opened(document));
  TextOutputDev device(nullptr, false, 0, true, false);
  inner.displayPage(&device, page, 72, 72, 0, false, true, false);
  const std::unique_ptr<TextWordList> words = device.makeWordList();
  Reader reader(out);
  for (int i = 0; words != nullptr && i < words->getLength(); ++i) reader.add(*words->get(i));
  return out;
}

std::vector<Rect> pictures_of(void* document, int page) {
  std::vector<Rect> boxes;
  const GHandle<PopplerPage> handle = page_of(document, page);
  if (!handle) return boxes;
  GList* list = poppler_page_get_image_mapping(handle.get());
  for (const GList* at = list; at != nullptr; at = at->next) {
    const PopplerRectangle& area = static_cast<const PopplerImageMapping*>(at->data)->area;
    boxes.push_back(rect(area.x1, area.y1, area.x2, area.y2));
  }
  poppler_page_free_image_mapping(list);
  return boxes;
}

}  // namespace banxin
