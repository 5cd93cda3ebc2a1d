#include "preview/page_map.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/json.h"
#include "layout/frame_area.h"
#include "layout/text_area.h"
#include "page/em_box.h"

namespace banxin {

namespace {

struct ItemBox {
  NodeId node = kArtifact;
  Rect box;
};

std::vector<ItemBox> boxes_of(const PlacedPage& page) {
  std::vector<ItemBox> out;
  for (const DrawItem& item : page.items) {
    if (const auto* text = std::get_if<DrawText>(&item)) {
      out.push_back({text->node, em_box(*text)});
    } else if (const auto* image = std::get_if<DrawImage>(&item)) {
      out.push_back({image->node, image->box});
    } else if (const auto* art = std::get_if<DrawArtwork>(&item)) {
      out.push_back({art->node, art->box});
    }
  }
  return out;
}

const PageLayout& layout_of(const Document& document, int number) {
  const std::vector<PageSpec>& pages = document.edition.pages;
  const auto spec =
      std::find_if(pages.begin(), pages.end(), [&](const PageSpec& p) { return p.number == number; });
  return document.layouts[spec == pages.end() ? 0 : spec->layout];
}

/// 花边, not a line or a pair of lines.
bool is_ornament(Border::Form form) {
  using Form = Border::Form;
  return form == Form::kWave || form == Form::kDots || form == Form::kLozenges || form == Form::kMeander;
}

Point middle(const Rect& box) { return {box.x + box.width / 2, box.y + box.height / 2}; }

class Mapper {
 public:
  Mapper(const Document& document, const PlacedEdition& placed, std::size_t page, const FontSet& fonts)
      : document_(document),
        placed_(placed),
        page_(placed.pages[page]),
        layout_(layout_of(document, page_.number)),
        boxes_(boxes_of(page_)) {
    map_grid(fonts);
    map_slots();
    map_frames();
    map_texts();
  }

  PageMap take() { return std::move(map_); }

 private:
  void map_grid(const FontSet& fonts) {
    const TextArea grid = page_area(layout_);
    const Style& body = layout_.styles.at("body");
    const FaceId face = fonts.face_for(body.font, FontSet::Part::kHan, U'\u4E00');
    const Length ascent = (face == kNoFace ? Em::of(0.88) : fonts.em_box_ascent(face)).at(layout_.grid.size);
    for (int column = 1; column <= layout_.grid.columns; ++column)
      map_.columns.push_back(grid.area({column, column}, {1, layout_.grid.rows}));
    for (int row = 1; row <= layout_.grid.rows; ++row) {
      map_.rows.push_back(grid.at(Length(), grid.row_start(row)).y);
      map_.baselines.push_back(grid.at(Length(), grid.row_start(row)).y + ascent);
    }
  }

  void map_slots() {
    for (const PlacedSlot& slot : page_.slots)
      map_.slots.push_back({slot.box, slot.box.height > slot.box.width});
  }

  void map_frames() {
    const TextArea grid = page_area(layout_);
    for (const Frame& frame : layout_.frames) {
      PageMap::Frame& out = map_.frames.emplace_back();
      out.name = frame.name.value;
      out.box = furniture_box(frame, grid, page_.number);
      out.furniture = frame.kind != Frame::Kind::kStory;
      out.line = frame.kind == Frame::Kind::kRule;
      out.ornament = frame.box.has_value() && is_ornament(frame.box->border.form);
      out.wide = layout_.grid.span(frame.columns.value.count()) / layout_.grid.size;
      out.high = frame.rows.value.count();
      if (frame.outside) {
        out.wide = out.box.width / layout_.grid.size;
        out.high = static_cast<int>(std::ceil(out.box.height / layout_.grid.pitch));
      }
      out.source = frame.name.where;
      const auto fit = std::find_if(page_.fits.begin(), page_.fits.end(),
                                    [&](const FrameFit& f) { return f.frame == out.name; });
      if (fit == page_.fits.end()) continue;
      out.fit = &*fit;
      out.capacity = fit->characters;
      if (fit->bound && fit->article < document_.articles.size()) {
        const Article& article = document_.articles[fit->article];
        if (!article.title.empty()) {
          out.source = article.title.where();
        } else if (!article.paragraphs.empty()) {
          out.source = article.paragraphs.front().copy.where();
        }
      }
      map_path(out);
    }
  }

  /// A run of slots is one column from row to row.
  void map_path(const PageMap::Frame& frame) {
    PageMap::Path path{frame.name, {}};
    if (const Rect head = head_of(frame.box); !head.empty()) path.points.push_back(middle(head));
    const PlacedSlot* first = nullptr;
    const PlacedSlot* last = nullptr;
    const auto close = [&] {
      if (first == nullptr) return;
      path.points.push_back(middle(first->box));
      if (last != first) path.points.push_back(middle(last->box));
    };
    for (const PlacedSlot& slot : page_.slots) {
      if (slot.frame != frame.name) continue;
      if (last == nullptr || slot.column != last->column || slot.row != last->row + 1) {
        close();
        first = &slot;
      }
      last = &slot;
    }
    close();
    if (path.points.size() > 1) map_.order.push_back(std::move(path));
  }

  Rect head_of(const Rect& frame) const {
    Rect box;
    for (const ItemBox& item : boxes_) {
      if (item.node >= placed_.structure.size()) continue;
      if (placed_.structure[item.node].kind != StructureNode::Kind::kHeadline) continue;
      if (frame.overlaps(item.box)) box = united(box, item.box);
    }
    return box;
  }

  void map_texts() {
    for (const ItemBox& item : boxes_) {
      if (item.node >= placed_.structure.size()) continue;
      const SourceSpan source = placed_.structure[item.node].source;
      if (source.file != SourceSpan::kNoFile && !item.box.empty()) map_.texts.push_back({item.box, source});
    }
  }

  const Document& document_;
  const PlacedEdition& placed_;
  const PlacedPage& page_;
  const PageLayout& layout_;
  std::vector<ItemBox> boxes_;
  PageMap map_;
};

}  // namespace

PageMap map_page(const Document& document, const PlacedEdition& placed, std::size_t page,
                 const FontSet& fonts) {
  return Mapper(document, placed, page, fonts).take();
}

WrittenPlace place_of(const Document& document, const PlacedPage& page, const PageMap& map,
                      SourceSpan where) {
  using enum WrittenPlace::Kind;
  if (where.file == SourceSpan::kNoFile) return {};
  const PageMap::Text* best = nullptr;
  for (const PageMap::Text& text : map.texts) {
    const SourceSpan s = text.source;
    if (s.file != where.file || where.begin < s.begin || where.begin >= std::max(s.end, s.begin + 1))
      continue;
    if (best == nullptr || s.end - s.begin < best->source.end - best->source.begin) best = &text;
  }
  if (best != nullptr) return {kCopy, best->box};
  for (const PageMap::Frame& frame : map.frames) {
    if (frame.fit == nullptr || !frame.fit->bound || frame.fit->article >= document.articles.size()) continue;
    if (document.articles[frame.fit->article].file == where.file) return {kFrame, frame.box};
  }
  const PageLayout& layout = layout_of(document, page.number);
  WrittenPlace out;
  for (std::size_t i = 0; where.file == layout.file && i < layout.frames.size(); ++i) {
    if (layout.frames[i].name.where.begin <= where.begin) out = {kFrame, map.frames[i].box};
  }
  return out;
}

std::string measure_in_words(const PageMap::Frame& frame) {
  return json_number(frame.wide, 1) + "字 × " + std::to_string(frame.high) + "行";
}

}  // namespace banxin
