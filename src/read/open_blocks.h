// What is open round a paragraph of Markdown: quotations, lists, a table.
#pragma once

#include <md4c.h>

#include <vector>

#include "document/article.h"

namespace banxin {

/// Lists and quotations as they open and close, and the labels of items.
class OpenBlocks {
 public:
  void open_quote() { open(Container::Kind::kQuote); }
  void open_list(const MD_BLOCK_UL_DETAIL&) {
    open(Container::Kind::kList);
    lists_.push_back({});
  }
  void open_list(const MD_BLOCK_OL_DETAIL& list) {
    open(Container::Kind::kList);
    lists_.push_back({true, list.start, list.mark_delimiter});
  }
  void open_item() {
    open(Container::Kind::kItem);
    label_ = lists_.back().ordered    ? std::to_string(lists_.back().next++) + lists_.back().delimiter
             : lists_.size() % 2 == 1 ? "•"
                                      : "–";
  }
  void close_list() { lists_.pop_back(), close(); }
  void close_item() { label_.clear(), close(); }
  void close() { inside_.pop_back(); }

  /// Says of a paragraph what it stands in. The first of an item takes its label.
  void stamp(Paragraph& paragraph, SourceSpan where) {
    paragraph.inside = inside_;
    if (label_.empty()) return;
    paragraph.label = {label_, {{0, {where.file, where.begin, where.begin}}}};
    label_.clear();
  }

 private:
  struct List {
    bool ordered = false;
    unsigned next = 1;
    char delimiter = '.';
  };
  void open(Container::Kind kind) { inside_.push_back({kind, ++last_}); }

  std::vector<Container> inside_;
  std::vector<List> lists_;
  std::string label_;  // that the next paragraph takes
  int last_ = 0;
};

/// A table, cell by cell.
class TableReader {
 public:
  void open_row() { table_.rows.emplace_back(); }
  void add_cell(MarkedCopy cell, MD_ALIGN align) {
    if (table_.rows.size() == 1) table_.columns.push_back(align_of(align));
    table_.rows.back().push_back(std::move(cell));
  }
  Table take() {
    for (std::vector<MarkedCopy>& row : table_.rows) row.resize(table_.columns.size());
    for (const std::vector<MarkedCopy>& row : table_.rows) {
      for (const MarkedCopy& cell : row) {
        if (!cell.copy.empty()) extend(cell.copy.where());
      }
    }
    Table out = std::move(table_);
    table_ = {};
    return out;
  }

 private:
  static Table::Align align_of(MD_ALIGN align) {
    switch (align) {
      case MD_ALIGN_LEFT:
        return Table::Align::kLeft;
      case MD_ALIGN_CENTER:
        return Table::Align::kCentre;
      case MD_ALIGN_RIGHT:
        return Table::Align::kRight;
      case MD_ALIGN_DEFAULT:
        break;
    }
    return Table::Align::kAutomatic;
  }
  void extend(SourceSpan where) {
    if (table_.where.file == SourceSpan::kNoFile) table_.where = where;
    table_.where.end = where.end;
  }

  Table table_;
};

}  // namespace banxin
