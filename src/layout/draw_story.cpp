#include <algorithm>
#include <map>

#include "layout/story.h"

namespace banxin {

namespace {

constexpr Length kColumnRule = Length::points(0.25);

NodeId add_node(PlacedEdition& edition, StructureNode::Kind kind, NodeId parent, std::string title,
                SourceSpan source) {
  edition.structure.push_back({kind, parent, std::move(title), source});
  return static_cast<NodeId>(edition.structure.size() - 1);
}

/// Draws one story; holds what every part of that needs.
class Drawing {
 public:
  Drawing(const Story& story, const Setter& setter, const PageGrid& grid, PlacedEdition& edition,
          PlacedPage& page)
      : story_(story), setter_(setter), grid_(grid), edition_(edition), page_(page) {
    const Copy& title = story.article->title;
    article_ = add_node(edition, StructureNode::Kind::kArticle, 0, title.text, title.where());
  }

  void headline() {
    const Length left = grid_.column_left(story_.columns.first);
    const Length width = grid_.column_right(story_.columns.last) - left;
    const Length top = grid_.row_top(story_.frame->rows.value.first);
    for (const HeadPart& part : story_.head.parts) {
      const NodeId node =
          add_node(edition_, part.kind, article_, part.copy.text.text, part.copy.copy->where());
      Length baseline = top + part.top + setter_.ascent(part.style);
      for (const Line& line : part.lines) {
        const Length x = left + aligned(part.style.align, width, line.natural);
        draw_line(part.copy, line, part.options, {x, baseline}, node, page_.items);
        baseline += part.style.pitch;
      }
    }
  }

  void body() {
    const Length ascent = setter_.ascent(setter_.style("body"));
    NodeId node = kArtifact;
    std::size_t paragraph = story_.paragraphs.size();
    for (const FlowLine& line : story_.flow.lines) {
      const FlowParagraph& p = story_.paragraphs[line.paragraph];
      if (line.paragraph != paragraph) {
        paragraph = line.paragraph;
        const bool head = p.kind == Paragraph::Kind::kCrossHead;
        node = add_node(edition_, head ? StructureNode::Kind::kCrossHead : StructureNode::Kind::kParagraph,
                        article_, "", p.copy.copy->where());
      }
      const Point start{line.slot.x, grid_.row_top(line.slot.row) + ascent + line.drop};
      if (p.marks.empty()) {
        draw_line(p.copy, line.line, line.options, start, node, page_.items);
      } else {
        draw_marked_line(p.copy, p.marks, line.line, line.options, start, node, setter_, page_.items);
      }
    }
  }

  void photos() {
    for (const PhotoBlock& photo : story_.photos) {
      const Copy& alt = photo.photo->alt.empty() ? photo.photo->caption : photo.photo->alt;
      DrawImage image = photo.image;
      image.node =
          add_node(edition_, StructureNode::Kind::kFigure, article_, alt.text, photo.photo->file.where);
      image.image = image_index(*photo.photo);
      page_.items.emplace_back(image);
      if (photo.lines.empty()) continue;
      const NodeId caption =
          add_node(edition_, StructureNode::Kind::kCaption, article_, "", photo.photo->caption.where());
      for (const CaptionLine& line : photo.lines) {
        draw_line(line.credit ? photo.credit : photo.caption, line.line, line.options, line.start, caption,
                  page_.items);
      }
    }
  }

  /// A rule in each gap, beside the text only: it ends with the longer of the two columns and stops at
  /// photos.
  void column_rules() {
    if (!story_.frame->column_rules) return;
    for (int column = story_.columns.first; column < story_.columns.last; ++column) {
      int from = 0;
      for (int row = story_.body_rows.first; row <= story_.body_rows.last + 1; ++row) {
        const bool beside = row <= story_.body_rows.last && beside_text(column, row);
        if (beside && from == 0) from = row;
        if (!beside && from != 0) {
          rule(column, from, row - 1);
          from = 0;
        }
      }
    }
  }

  void slots() {
    const int first = story_.columns.first;
    for (const Slot& slot : story_.slots) {
      page_.slots.push_back({story_.frame->name.value,
                             slot.column - first + 1,
                             slot.row,
                             {slot.x, grid_.row_top(slot.row), slot.measure, grid_.spec().size}});
    }
  }

 private:
  std::uint32_t image_index(const Photo& photo) {
    for (std::size_t i = 0; i < edition_.images.size(); ++i) {
      if (edition_.images[i].path == photo.path) return static_cast<std::uint32_t>(i);
    }
    edition_.images.push_back({photo.path, photo.file.value, photo.width, photo.height});
    return static_cast<std::uint32_t>(edition_.images.size() - 1);
  }

  /// Last row of text in the column, 0 when it has none.
  int last_row(int column) const {
    int last = 0;
    for (const FlowLine& line : story_.flow.lines) {
      if (line.slot.column == column) last = std::max(last, line.slot.row);
    }
    return last;
  }

  /// Whether the gap after `column` runs beside text at `row`: neither under a photo that bridges it, nor
  /// below the end of both columns.
  bool beside_text(int column, int row) const {
    if (row > std::max(last_row(column), last_row(column + 1))) return false;
    return std::none_of(story_.blocks.begin(), story_.blocks.end(), [&](const Block& b) {
      return b.rows.overlaps({row, row}) && b.columns.overlaps({column, column}) &&
             b.columns.overlaps({column + 1, column + 1});
    });
  }

  void rule(int column, int first_row, int last_row) {
    const Length x = (grid_.column_right(column) + grid_.column_left(column + 1)) / 2 - kColumnRule / 2;
    const Length top = grid_.row_top(first_row);
    page_.items.emplace_back(
        DrawRule{kArtifact, {x, top, kColumnRule, grid_.row_bottom(last_row) - top}, kBlack});
  }

  const Story& story_;
  const Setter& setter_;
  const PageGrid& grid_;
  PlacedEdition& edition_;
  PlacedPage& page_;
  NodeId article_ = kArtifact;
};

}  // namespace

void draw_story(const Story& story, const Setter& setter, const PageGrid& grid, PlacedEdition& edition,
                PlacedPage& page) {
  Drawing drawing(story, setter, grid, edition, page);
  drawing.headline();
  drawing.body();
  drawing.photos();
  drawing.column_rules();
  drawing.slots();
}

}  // namespace banxin
