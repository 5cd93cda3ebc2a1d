// Articles of lists, tables and other blocks, and where their words stand on the page.
#pragma once

#include <array>
#include <cmath>
#include <cstdio>
#include <string>
#include <variant>
#include <vector>

#include "support.h"

namespace banxin::test {

inline Paragraph& add(Document& d, const std::string& text, Paragraph::Kind kind = Paragraph::Kind::kBody) {
  Paragraph p;
  p.kind = kind, p.copy = copy(text);
  d.articles[0].paragraphs.push_back(std::move(p));
  return d.articles[0].paragraphs.back();
}

inline void add_item(Document& d, const std::string& label, const std::string& text, int list, int item) {
  Paragraph& p = add(d, text);
  p.label = copy(label);
  p.inside = {{Container::Kind::kList, list}, {Container::Kind::kItem, item}};
}

inline void add_table(Document& d, const std::vector<std::vector<std::string>>& rows) {
  Paragraph& p = add(d, "", Paragraph::Kind::kTable);
  p.copy = {};
  p.table.columns.resize(rows.front().size());
  for (const auto& row : rows) {
    p.table.rows.emplace_back();
    for (const std::string& cell : row) {
      p.table.rows.back().push_back({cell.empty() ? Copy() : copy(cell), {}, {}, {}});
    }
  }
}

/// A word of the page: where its first glyph stands, in 字 from the column's left and rows from the top.
struct Word {
  std::string text;
  double u, row;
  Length size;
};

struct PlacedBlocks {
  explicit PlacedBlocks(const Document& document) : d(document) {
    edition = place_edition(d, serif(), diags);
    for (const DrawItem& item : edition.pages[0].items) {
      const DrawText* t = std::get_if<DrawText>(&item);
      if (t == nullptr) continue;
      const Point at = t->glyphs.front().origin;
      words.push_back({t->text, (at.x - 20_pt) / 10_pt, (at.y - 28.8_pt) / 15_pt, t->size});
    }
  }
  /// "u,row text" of every word, "|" between.
  std::string lines() const {
    std::string out;
    for (const Word& w : words) {
      std::array<char, 64> at;
      std::snprintf(at.data(), at.size(), "%g,%g ", std::round(w.u * 100) / 100,
                    std::round(w.row * 100) / 100);
      out += (out.empty() ? "" : "|") + std::string(at.data()) + w.text;
    }
    return out;
  }
  std::string kinds() const {
    std::string out;
    for (const StructureNode& n : edition.structure) out += std::to_string(static_cast<int>(n.kind)) + " ";
    return out;
  }

  Document d;
  Diagnostics diags;
  PlacedEdition edition;
  std::vector<Word> words;
};

inline std::string codes(const Diagnostics& diags) {
  std::string out;
  for (const Diagnostic& d : diags.all()) out += (out.empty() ? "" : " ") + d.code;
  return out;
}

}  // namespace banxin::test
