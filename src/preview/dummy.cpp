#include "preview/dummy.h"

#include <algorithm>
#include <cmath>

#include "base/json.h"
#include "base/utf8.h"
#include "page/em_box.h"
#include "preview/page_map.h"
#include "preview/text_canvas.h"

namespace banxin {

namespace {

/// A cell of a terminal is about twice as high as wide.
constexpr double kCellShape = 2.0;
constexpr int kHighest = 400;
/// The signs of a dummy drawn by hand.
constexpr const char *kHorizontal = "Z", *kVertical = "N", *kOrnament = "O";

class Dummy {
 public:
  Dummy(const Document& document, const PlacedEdition& placed, std::size_t page, const FontSet& fonts,
        int width)
      : document_(document),
        placed_(placed),
        page_(placed.pages[page]),
        area_(page_.type_area),
        layout_(document.layouts[document.edition.pages[page].layout]),
        map_(map_page(document, placed, page, fonts)),
        width_(width),
        height_(std::clamp(static_cast<int>(std::lround(width / kCellShape * (area_.height / area_.width))),
                           3, kHighest)),
        canvas_(width_, height_) {}

  std::string draw() {
    draw_columns();
    for (const PageMap::Frame& frame : map_.frames) draw_frame(frame);
    draw_heads();
    for (const DrawItem& item : page_.items) draw_picture(item);
    for (const PageMap::Frame& frame : map_.frames) sign_furniture(frame);
    for (const PageMap::Frame& frame : map_.frames) name_frame(frame);
    for (const PageMap::Frame& frame : map_.frames) draw_line(frame);
    return heading() + canvas_.text() + table();
  }

 private:
  /// The cells of a box: neighbours on the page have neighbouring cells, none in common.
  CellBox cells(const Rect& box) const {
    const auto x = [&](Length at) {
      return static_cast<int>(std::lround((at - area_.x) / area_.width * width_));
    };
    const auto y = [&](Length at) {
      return static_cast<int>(std::lround((at - area_.y) / area_.height * height_));
    };
    CellBox out{x(box.x), y(box.y), x(box.right()) - 1, y(box.bottom()) - 1};
    out.right = std::max(out.right, out.left), out.bottom = std::max(out.bottom, out.top);
    return out;
  }
  static bool flat(const CellBox& box) { return box.height() < 3 || box.width() < 4; }

  void draw_frame(const PageMap::Frame& frame) {
    const CellBox box = cells(frame.box);
    if (flat(box)) return;
    canvas_.box(box);
    if (!frame.ornament) return;
    for (const int x : {box.left, box.right}) {
      for (const int y : {box.top, box.bottom}) canvas_.put(x, y, kOrnament);
    }
  }

  /// On the top line: with width and height, or where there is little room its width alone.
  void put_name(const PageMap::Frame& frame, int left, int right, int y) {
    const int room = right - left + 1;
    const std::string whole = " " + frame.name + " " + measure_in_words(frame) + " ";
    if (terminal_width(whole) <= room - 2) return canvas_.put(left + 1, y, whole);
    canvas_.put(left, y, cut_to_width(frame.name + " " + json_number(frame.wide, 1) + "字", room));
  }
  void name_frame(const PageMap::Frame& frame) {
    const CellBox box = cells(frame.box);
    if (!flat(box)) put_name(frame, box.left + 1, box.right - 1, box.top);
  }
  /// A flat frame is a line with its name, where what stands above and below leaves it a row.
  void draw_line(const PageMap::Frame& frame) {
    const CellBox box = cells(frame.box);
    if (!flat(box)) return;
    for (int y = box.bottom; y >= box.top; --y) {
      if (!canvas_.blank(box.left, box.right, y)) continue;
      canvas_.across(box.left, box.right, y, "─");
      return put_name(frame, box.left, box.right, y);
    }
  }

  /// Copy that the layout itself holds stands in no slots.
  void sign_furniture(const PageMap::Frame& frame) {
    const CellBox box = cells(frame.box);
    if (!frame.furniture || frame.line || flat(box)) return;
    const int middle = (box.left + box.right) / 2, y = (box.top + box.bottom) / 2;
    for (const DrawItem& item : page_.items) {
      const auto* text = std::get_if<DrawText>(&item);
      if (text == nullptr || text->glyphs.empty() || !frame.box.overlaps(em_box(*text))) continue;
      const bool vertical =
          text->glyphs.size() > 1 && text->glyphs.front().origin.x == text->glyphs.back().origin.x;
      if (canvas_.blank(middle, middle, y)) canvas_.put(middle, y, vertical ? kVertical : kHorizontal);
      return;
    }
  }

  /// Signs in every run of slots, at the same heights in all columns of the page; a rule of dots between two
  /// columns of one frame.
  void draw_columns() {
    const PlacedSlot* last = nullptr;
    Rect run;
    for (const PlacedSlot& slot : page_.slots) {
      const bool goes_on = last != nullptr && slot.frame == last->frame && slot.column == last->column &&
                           slot.row == last->row + 1;
      if (!goes_on) draw_run(run, last);
      run = goes_on ? united(run, slot.box) : slot.box;
      last = &slot;
    }
    draw_run(run, last);
  }

  void draw_run(const Rect& run, const PlacedSlot* of) {
    constexpr int kEvery = 6;  // rows of cells
    if (of == nullptr) return;
    const CellBox box = cells(run);
    const char* sign = of->box.height > of->box.width ? kVertical : kHorizontal;
    const int middle = box.left + (box.width() - 1) / 2;
    bool signed_once = false;
    for (int y = box.top; y <= box.bottom; ++y) {
      if (y % kEvery != kEvery / 2) continue;
      canvas_.put(middle, y, sign);
      signed_once = true;
    }
    if (!signed_once) canvas_.put(middle, (box.top + box.bottom) / 2, sign);
    if (of->column > 1) canvas_.down(box.left - 1, box.top, box.bottom, "┊");
  }

  void draw_heads() {
    for (const PageMap::Frame& frame : map_.frames) {
      if (frame.fit == nullptr || !frame.fit->bound) continue;
      const Article& article = document_.articles[frame.fit->article];
      Rect head;
      for (const PageMap::Text& text : map_.texts) {
        if (!article.title.empty() && text.source == article.title.where() && frame.box.overlaps(text.box))
          head = united(head, text.box);
      }
      if (head.empty()) head = headline_in(frame.box);
      if (head.empty()) continue;
      const CellBox box = cells(frame.box), at = cells(head);
      canvas_.centre(box.left + 1, box.right - 1, std::max(box.top + 1, (at.top + at.bottom) / 2),
                     article.title.text);
    }
  }

  /// Copy that was written nowhere, like sample copy, is found by what it is.
  Rect headline_in(const Rect& frame) const {
    Rect box;
    for (const DrawItem& item : page_.items) {
      const auto* text = std::get_if<DrawText>(&item);
      if (text == nullptr || text->glyphs.empty() || text->node >= placed_.structure.size()) continue;
      if (placed_.structure[text->node].kind != StructureNode::Kind::kHeadline) continue;
      const Rect line{text->glyphs.front().origin.x, text->glyphs.front().origin.y - text->size, text->size,
                      text->size};
      if (frame.overlaps(line)) box = united(box, line);
    }
    return box;
  }

  void draw_picture(const DrawItem& item) {
    if (const auto* image = std::get_if<DrawImage>(&item)) {
      const auto wide = image->box.width / layout_.grid.size, high = image->box.height / layout_.grid.pitch;
      const std::string words = "图 " + json_number(wide, 0) + "字";
      const std::string rows = " × " + std::to_string(static_cast<int>(std::ceil(high - 0.01))) + "行";
      const bool room = terminal_width(words + rows) <= cells(image->box).width() - 2;
      draw_box(image->box, room ? words + rows : words);
    } else if (const auto* artwork = std::get_if<DrawArtwork>(&item)) {
      draw_box(artwork->box, kOrnament);
    }
  }

  void draw_box(const Rect& box, std::string_view words) {
    const CellBox at = cells(box);
    if (!flat(at)) canvas_.box(at);
    canvas_.centre(at.left + 1, at.right - 1, (at.top + at.bottom) / 2, words);
  }

  std::string heading() const {
    return "第" + std::to_string(page_.number) + "版  " + json_number(page_.width.mm(), 1) + " × " +
           json_number(page_.height.mm(), 1) + " mm\n";
  }

  /// Every frame with what it holds.
  std::string table() const {
    int names = 4;
    for (const PageMap::Frame& frame : map_.frames) names = std::max(names, terminal_width(frame.name));
    std::string out;
    for (const PageMap::Frame& frame : map_.frames) {
      std::string line = padded(frame.name, names + 2) + padded(measure_in_words(frame), 16);
      if (frame.capacity > 0) line += padded(std::to_string(frame.capacity) + "字", 10);
      if (frame.fit != nullptr && frame.fit->bound) {
        line += std::to_string(frame.fit->lines) + "/" + std::to_string(frame.fit->slots) + "行";
        if (frame.fit->over_lines > 0) line += " 超" + std::to_string(frame.fit->over_characters) + "字";
      } else if (!frame.furniture) {
        line += "空";
      }
      line.erase(line.find_last_not_of(' ') + 1);
      out += line + "\n";
    }
    return out;
  }

  const Document& document_;
  const PlacedEdition& placed_;
  const PlacedPage& page_;
  Rect area_;
  const PageLayout& layout_;
  PageMap map_;
  int width_, height_;
  TextCanvas canvas_;
};

}  // namespace

std::string dummy(const Document& document, const PlacedEdition& placed, const FontSet& fonts,
                  const std::vector<std::size_t>& pages, int width) {
  std::string out;
  for (const std::size_t page : pages) {
    if (!out.empty()) out += "\n";
    out += Dummy(document, placed, page, fonts, std::clamp(width, 40, 400)).draw();
  }
  return out;
}

}  // namespace banxin
