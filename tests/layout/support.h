// A one-frame newspaper built by hand, and a short picture of what the layout made of it.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <variant>
#include <vector>

#include "layout/layout.h"

namespace banxin::test {

/// Noto Serif CJK SC for every role, as Debian installs it.
inline const FontSet& serif() {
  static const FontSet set = [] {
    FontCatalogue catalogue;
    catalogue.faces.push_back({{"serif", {}},
                               "Noto Serif CJK SC",
                               {"/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc"},
                               2,
                               "fonts-noto-cjk"});
    for (const char* role : {"song", "hei", "kai"}) {
      catalogue.roles.push_back({{role, {}}, Weight::kRegular, {0}, {}, {}});
    }
    Diagnostics diags;
    FontSet fonts(std::move(catalogue), diags);
    EXPECT_FALSE(diags.has_errors());
    return fonts;
  }();
  return set;
}

/// A frame "lead" over all columns and rows of a page of 10 pt type on 15 pt.
inline Document newspaper(int columns, int measure, int rows) {
  Document document;
  PageLayout layout;
  layout.grid = {
      .size = 10_pt, .pitch = 15_pt, .columns = columns, .measure = measure, .gap = 1_em, .rows = rows};
  layout.width = layout.grid.span(columns) + 40_pt, layout.height = layout.grid.height(rows) + 40_pt;
  layout.origin = {20_pt, 20_pt};
  layout.setting.end = LineEnd::kAllow;
  for (const char* name : kStyleNames) {
    Style& style = layout.styles[name];
    style.size = 10_pt, style.pitch = 15_pt;
  }
  layout.styles["body"].indent = 2_em;
  for (const char* name : {"body", "list", "quote"}) layout.styles[name].align = Align::kJustify;
  layout.styles["crosshead"].align = Align::kCentre;
  Frame frame;
  frame.name.value = "lead";
  frame.columns.value = {1, columns}, frame.rows.value = {1, rows};
  layout.frames.push_back(frame);
  document.layouts.push_back(layout);
  document.articles.emplace_back();
  document.edition.pages.push_back({1, {}, 0, {{"lead", 0}}});
  return document;
}

/// The same in vertical lines, 段 below one another.
inline Document vertical_newspaper(int columns, int measure, int rows) {
  Document document = newspaper(columns, measure, rows);
  PageLayout& layout = document.layouts[0];
  layout.grid.writing = WritingMode::kVertical;
  const Rect type = layout.type_area();
  layout.width = type.width + 40_pt, layout.height = type.height + 40_pt;
  return document;
}

inline Copy copy(std::string text) { return {text, {{0, {}}}}; }

inline void add_paragraph(Document& document, const std::string& text,
                          Paragraph::Kind kind = Paragraph::Kind::kBody) {
  document.articles[0].paragraphs.push_back({kind, copy(text), {}});
}

/// `n` different Han characters, from 一 on.
inline std::string han(int n, int from = 0) {
  static const std::string all =
      "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨露结为霜金生丽水玉出昆冈剑号巨"
      "阙珠称夜光果珍李柰"
      "菜重芥姜海咸河淡鳞潜羽翔龙师火帝鸟官人皇始制文字乃服衣裳推位让国有虞陶唐吊民伐罪周发殷汤坐朝问道垂拱平"
      "章";
  std::string out;
  for (int i = 0; i < n; ++i) out += all.substr(static_cast<std::size_t>((from + i) % 100) * 3, 3);
  return out;
}

/// A photo of 300 × 200 in a slot of frame "lead".
inline void add_photo(Document& document, Range columns, int rows, PhotoSlot::At at = PhotoSlot::At::kTop) {
  PhotoSlot slot;
  slot.columns.value = columns, slot.rows.value = rows, slot.at = at;
  document.layouts[0].frames[0].photos.push_back(slot);
  std::vector<Photo>& photos = document.articles[0].photos;
  const std::string name = std::string(1, static_cast<char>('a' + photos.size())) + ".jpg";
  photos.push_back({{name, {}}, name, 300, 200, {}, {}, {}, .5, .5});
}

/// The page's items of one kind.
template <class Item>
std::vector<Item> all(const PlacedPage& page) {
  std::vector<Item> out;
  for (const DrawItem& item : page.items) {
    if (const Item* i = std::get_if<Item>(&item)) out.push_back(*i);
  }
  return out;
}

/// Where they stand.
template <class Item>
std::vector<Rect> boxes(const PlacedPage& page) {
  std::vector<Rect> out;
  for (const Item& item : all<Item>(page)) out.push_back(item.box);
  return out;
}

/// Text of the page's body, a row a line: columns side by side, "·" for an empty row, " | " between.
inline std::string picture(const Document& document, const PlacedPage& page) {
  const PageLayout& layout = document.layouts[0];
  const GridSpec& grid = layout.grid;
  std::vector<std::vector<std::string>> cells(
      static_cast<std::size_t>(grid.rows), std::vector<std::string>(static_cast<std::size_t>(grid.columns)));
  for (const DrawItem& item : page.items) {
    const DrawText* text = std::get_if<DrawText>(&item);
    if (text == nullptr) continue;
    const double column =
        (text->glyphs.front().origin.x + 5_pt - layout.origin.x) / (grid.span(1) + grid.gap.at(grid.size));
    const double row = (text->glyphs.front().origin.y - layout.origin.y) / grid.pitch;
    cells.at(static_cast<std::size_t>(row)).at(static_cast<std::size_t>(column)) += text->text;
  }
  std::string out;
  for (const auto& row : cells) {
    for (std::size_t c = 0; c < row.size(); ++c)
      out += (c == 0 ? "" : " | ") + (row[c].empty() ? "·" : row[c]);
    out += "\n";
  }
  return out;
}

/// The first page, placed, with its picture and the findings.
struct Placed {
  PlacedEdition edition;
  Diagnostics diags;
  std::string picture;
  const PlacedPage& page() const { return edition.pages[0]; }
};

inline Placed place(const Document& document) {
  Placed out;
  out.edition = place_edition(document, serif(), out.diags);
  out.picture = picture(document, out.edition.pages[0]);
  return out;
}

}  // namespace banxin::test
