#include "layout/draw_body.h"

#include <algorithm>
#include <utility>

#include "layout/marked_line.h"

namespace banxin {

namespace {

using Node = StructureNode::Kind;
constexpr std::int64_t kRuleLength = 6;  // 字, of the short rule between parts of a text

Node node_of(const FlowParagraph& p) {
  switch (p.kind) {
    case Paragraph::Kind::kCrossHead:
      return p.source != nullptr && p.source->level > 2 ? Node::kMinorHead : Node::kCrossHead;
    case Paragraph::Kind::kNote:
      return Node::kNote;
    case Paragraph::Kind::kCaption:
      return Node::kCaption;
    default:
      return Node::kParagraph;
  }
}

Node node_of(Container::Kind kind) {
  switch (kind) {
    case Container::Kind::kQuote:
      return Node::kQuote;
    case Container::Kind::kList:
      return Node::kList;
    case Container::Kind::kItem:
      break;
  }
  return Node::kListItem;
}

class BodyDrawing {
 public:
  BodyDrawing(const Story& story, int part, const Setter& setter, StoryNodes& nodes, PlacedEdition& edition,
              std::vector<DrawItem>& items)
      : story_(story),
        part_(part),
        setter_(setter),
        nodes_(nodes),
        article_(nodes.article),
        edition_(edition),
        items_(items) {}

  void draw() {
    const std::vector<FlowLine>& lines = story_.flow.lines;
    for (std::size_t n = 0; n < lines.size(); ++n) {
      if (lines[n].slot.part != part_) continue;
      const FlowParagraph& p = story_.paragraphs[lines[n].paragraph];
      const bool starts = n == 0 || !together(lines[n - 1], lines[n]);
      const bool ends = n + 1 == lines.size() || !together(lines[n], lines[n + 1]);
      if (starts) open(p);
      if (p.kind == Paragraph::Kind::kRule) {
        rule(p, lines[n]);
      } else if (p.table) {
        if (starts)
          node_ = node_or(lines[n], [&] { return add(Node::kTable, parent_, p.source->table.where); });
        row(p, lines[n]);
        if (ends) table_rules(p, n);
      } else {
        if (starts) node_ = node_or(lines[n], [&] { return start(p, lines[n]); });
        line(p, lines[n]);
      }
    }
  }

 private:
  static bool together(const FlowLine& a, const FlowLine& b) {
    return a.paragraph == b.paragraph && a.slot.part == b.slot.part;
  }

  /// The paragraph's node: that of the part before, or what `make` gives.
  template <class Make>
  NodeId node_or(const FlowLine& line, Make make) {
    head_ = kArtifact;
    NodeId& node = nodes_.paragraphs[line.paragraph];
    if (node == kArtifact) node = make();
    return node;
  }

  NodeId add(Node kind, NodeId parent, SourceSpan where) {
    return add_node(edition_, kind, parent, "", where);
  }

  /// Opens the quotations and lists round the paragraph, and closes those that it is not in.
  void open(const FlowParagraph& p) {
    static const std::vector<Container> kNone;
    const std::vector<Container>& inside = p.source != nullptr ? p.source->inside : kNone;
    std::size_t common = 0;
    while (common < open_.size() && common < inside.size() && open_[common].first == inside[common]) ++common;
    open_.resize(common);
    for (std::size_t i = common; i < inside.size(); ++i) {
      const NodeId parent = open_.empty() ? article_ : open_.back().second;
      open_.emplace_back(inside[i], add(node_of(inside[i].kind), parent, where_of(p)));
    }
    parent_ = open_.empty() ? article_ : open_.back().second;
  }

  static SourceSpan where_of(const FlowParagraph& p) {
    return p.copy.copy != nullptr ? p.copy.copy->where() : p.source->table.where;
  }

  const TextArea& area_of(const Slot& slot) const {
    return story_.places[static_cast<std::size_t>(slot.place)].area;
  }

  /// On the baseline of an em box that starts `down` below the slot's row.
  Point point(const Slot& slot, Length u, Length down) const {
    const TextArea& area = area_of(slot);
    return area.at(u, area.row_start(slot.row) + down);
  }

  void text(const ShapedCopy& copy, const std::vector<ShapedMark>& marks, const Line& line,
            const BreakOptions& options, Point start, NodeId node) {
    if (marks.empty()) {
      draw_line(copy, line, options, start, node, items_);
    } else {
      draw_marked_line(copy, marks, line, options, start, {node}, setter_, items_);
    }
  }

  /// What stands before the first line of a paragraph, and the paragraph's own node.
  NodeId start(const FlowParagraph& p, const FlowLine& first) {
    if (p.run_in != nullptr) {
      head_ = add(p.run_in->level > 2 ? Node::kMinorHead : Node::kCrossHead, parent_, p.run_in->copy.where());
    }
    const bool cut_in = p.lead && p.lead->kind == Lead::Kind::kCutIn;
    if (cut_in) {
      const Node kind = p.lead->level > 2 ? Node::kMinorHead : Node::kCrossHead;
      lead(*p.lead, first, add(kind, parent_, p.lead->copy.copy->where()));
    }
    if (p.label) {
      const NodeId node = add(Node::kListLabel, parent_, p.label->copy->where());
      label(p, first, node);
    }
    const bool in_item = !open_.empty() && open_.back().first.kind == Container::Kind::kItem;
    const bool ornament = p.kind == Paragraph::Kind::kOrnament;
    const NodeId node =
        ornament ? kArtifact : add(in_item ? Node::kListBody : node_of(p), parent_, where_of(p));
    if (p.lead && !cut_in) lead(*p.lead, first, node);
    return node;
  }

  void lead(const Lead& lead, const FlowLine& first, NodeId node) {
    const Length edge = first.slot.u - lead.width;
    Length down = first.down + lead.v + lead.ascent;
    for (const Line& line : lead.lines) {
      text(lead.copy, lead.marks, line, lead.options, point(first.slot, edge + lead.u, down), node);
      down += lead.pitch;
    }
  }

  void label(const FlowParagraph& p, const FlowLine& first, NodeId node) {
    const Length wide = p.label->text.size * 1000;
    const BreakOptions options{.justify = false};
    const Point start = point(first.slot, first.slot.u + p.label_start, first.down + p.ascent);
    for (const Line& line : break_lines(p.label->shaped, std::span(&wide, 1), options).lines) {
      text(*p.label, {}, line, options, start, node);
    }
  }

  void line(const FlowParagraph& p, const FlowLine& line) {
    const Point start = point(line.slot, line.slot.u, line.down + p.ascent);
    if (head_ == kArtifact) return text(p.copy, p.marks, line.line, line.options, start, node_);
    draw_marked_line(p.copy, p.marks, line.line, line.options, start, {node_, p.head_end, head_}, setter_,
                     items_);
  }

  void rule(const FlowParagraph& p, const FlowLine& line) {
    const Style& style = setter_.style("separator");
    const TextArea& area = area_of(line.slot);
    const Length measure = line.slot.measure - p.inset_start - p.inset_end;
    const Length length = std::min(measure, area.shape().size * kRuleLength);
    const Length v = area.row_start(line.slot.row) + line.down + area.row_end(p.rows) / 2 - style.rule / 2;
    const Length u = line.slot.u + p.inset_start + (measure - length) / 2;
    items_.emplace_back(DrawRule{kArtifact, area.rect({u, v, length, style.rule}), style.ink});
  }

  void row(const FlowParagraph& p, const FlowLine& line) {
    const TableRow& row = p.table->rows[static_cast<std::size_t>(line.row)];
    const NodeId node = line.repeated ? kArtifact : add(Node::kTableRow, node_, where_of(p));
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
      const TableCell& cell = row.cells[c];
      if (cell.copy.copy == nullptr) continue;
      const NodeId leaf = line.repeated ? kArtifact
                                        : add(line.row == 0 ? Node::kTableHeader : Node::kTableCell, node,
                                              cell.copy.copy->where());
      Length down = line.down + p.ascent;
      for (const Line& l : cell.lines) {
        const Length u = line.slot.u + cell_start(p.table->columns[c], cell, l);
        text(cell.copy, cell.marks, l, cell.options, point(line.slot, u, down), leaf);
        down += area_of(line.slot).shape().pitch;
      }
    }
  }

  /// The rules of the table whose last row is line `last`: above and below each part of it that stands in one
  /// column, below its header, and between its rows.
  void table_rules(const FlowParagraph& p, std::size_t last) {
    const std::vector<FlowLine>& lines = story_.flow.lines;
    std::size_t first = last;
    while (first > 0 && together(lines[first - 1], lines[last])) --first;
    for (std::size_t n = first; n <= last; ++n) {
      const bool opens = n == first || !lines[n].slot.same_leg(lines[n - 1].slot);
      const bool closes = n == last || !lines[n].slot.same_leg(lines[n + 1].slot);
      const int rows = p.table->rows[static_cast<std::size_t>(lines[n].row)].rows;
      if (opens) table_rule(p, lines[n], 0, p.table->rule);
      table_rule(p, lines[n], rows, closes || lines[n].row == 0 ? p.table->rule : p.table->inner_rule);
    }
  }

  /// A rule in the middle of the gap above row `rows` of the line's own.
  void table_rule(const FlowParagraph& p, const FlowLine& line, int rows, Length thickness) {
    if (thickness <= Length()) return;
    const TextArea& area = area_of(line.slot);
    const Length gap = area.shape().pitch - area.shape().size;
    const Length v = area.row_start(line.slot.row + rows) + line.down - gap / 2 - thickness / 2;
    items_.emplace_back(
        DrawRule{kArtifact, area.rect({line.slot.u, v, p.table->width, thickness}), p.table->ink});
  }

  const Story& story_;
  int part_;
  const Setter& setter_;
  StoryNodes& nodes_;
  NodeId article_;
  PlacedEdition& edition_;
  std::vector<DrawItem>& items_;
  std::vector<std::pair<Container, NodeId>> open_;
  NodeId parent_ = kArtifact, node_ = kArtifact, head_ = kArtifact;
};

}  // namespace

NodeId add_node(PlacedEdition& edition, StructureNode::Kind kind, NodeId parent, std::string title,
                SourceSpan source) {
  edition.structure.push_back({kind, parent, std::move(title), source});
  return static_cast<NodeId>(edition.structure.size() - 1);
}

void draw_body(const Story& story, int part, const Setter& setter, StoryNodes& nodes, PlacedEdition& edition,
               std::vector<DrawItem>& items) {
  BodyDrawing(story, part, setter, nodes, edition, items).draw();
}

}  // namespace banxin
