#include <algorithm>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

#include "document/style.h"
#include "layout/border.h"
#include "layout/draw_body.h"
#include "layout/story.h"

namespace banxin {

namespace {

constexpr Length kColumnRule = kThinRule;

/// Draws one part of a story; holds what every step of that needs.
class Drawing {
 public:
  Drawing(const Story& story, std::size_t part, StoryNodes& nodes, PlacedEdition& edition, PlacedPage& page)
      : story_(story),
        part_(story.parts[part]),
        index_(static_cast<int>(part)),
        setter_(*story.parts[part].end.setter),
        nodes_(nodes),
        edition_(edition),
        page_(page) {
    const Copy& title = story.article->title;
    if (nodes_.article == kArtifact) {
      nodes_.article = add_node(edition, StructureNode::Kind::kArticle, 0, title.text, title.where());
      nodes_.paragraphs.assign(story.paragraphs.size(), kArtifact);
    }
    article_ = nodes_.article;
    std::tie(first_place_, end_place_) = story.places_of(part);
  }

  /// Tints lie under all else, lines round a box too: neither is part of what is read.
  void boxes() {
    for (std::size_t i = first_place_; i < end_place_; ++i) box(story_.frames[i]->box, story_.areas[i].box);
    if (!head_over_photo()) head_box();
  }

  bool head_over_photo() const {
    const std::optional<HeadlinePlace>& place = part_.end.frame->head_place;
    return place && place->over_photo;
  }

  void head_box() {
    const std::optional<HeadlinePlace>& place = part_.end.frame->head_place;
    if (place && part_.head.rows > 0) box(place->box, part_.head_box);
  }

  void headline() {
    const TextArea& area = part_.head_area;
    const Setter setter = setter_.in(area.shape().writing);
    for (const HeadPart& part : part_.head.parts) {
      const NodeId node = part.artifact ? kArtifact
                                        : add_node(edition_, part.kind, article_, part.copy.text.text,
                                                   part.copy.copy->where());
      Length baseline = part.top + setter.ascent(part.style);
      for (const Line& line : part.lines) {
        const Length u = aligned(part.style.align, area.length(), line.natural);
        draw_line(part.copy, line, part.options, area.at(u, baseline), node, page_.items);
        baseline += part.style.pitch;
      }
    }
  }

  void body() {
    draw_body(story_, index_, setter_.on(story_.areas[first_place_].area.shape()), nodes_, edition_,
              page_.items);
  }

  /// 下转: at the end of its line.
  void jump_line() {
    if (part_.to == nullptr || part_.to->lines.empty()) return;
    const JumpLine& jump = *part_.to;
    const TextArea& area = area_of(jump.slot);
    const Style& style = setter_.style("jump");
    const Line& line = jump.lines.front();
    const Length u = jump.slot.u + aligned(style.align, jump.slot.measure, line.natural);
    const Length baseline = area.row_start(jump.slot.row) + setter_.in(story_.writing()).ascent(style);
    draw_line(jump.shaped, line, {.justify = false}, area.at(u, baseline), kArtifact, page_.items);
  }

  void photos() {
    for (const PhotoBlock& photo : story_.photos) {
      if (photo.place < first_place_ || photo.place >= end_place_) continue;
      for (const Picture& picture : photo.pictures) {
        const Photo& shown = *picture.photo;
        const Copy& alt = shown.alt.empty() ? shown.caption : shown.alt;
        DrawImage image = picture.image;
        image.node = add_node(edition_, StructureNode::Kind::kFigure, article_, alt.text, shown.file.where);
        image.image = image_index(shown);
        page_.items.emplace_back(image);
      }
      if (photo.lines.empty()) continue;
      const NodeId caption =
          add_node(edition_, StructureNode::Kind::kCaption, article_, "", photo.words->where());
      for (const CaptionLine& line : photo.lines) {
        draw_line(line.credit ? photo.credit : photo.caption, line.line, line.options, line.start, caption,
                  page_.items);
      }
    }
  }

  /// A rule in each gap between two legs that hold something, beside the text only: it ends with the longer
  /// of the two and stops at photos.
  void column_rules() {
    find_last_rows();
    for (std::size_t place = first_place_; place < end_place_; ++place) {
      if (!story_.places[place].rules) continue;
      const TextArea::Shape& shape = story_.places[place].area.shape();
      for (int leg = 1; leg < shape.legs; ++leg) {
        if (is_empty(place, leg) || is_empty(place, leg + 1)) continue;
        int from = 0;
        for (int row = 1; row <= shape.rows + 1; ++row) {
          const bool beside = row <= shape.rows && beside_text(static_cast<int>(place), leg, row);
          if (beside && from == 0) from = row;
          if (!beside && from != 0) {
            rule(story_.places[place].area, leg, {from, row - 1});
            from = 0;
          }
        }
      }
    }
  }

  void slots() {
    for (const Slot& slot : story_.slots) {
      if (slot.part != index_) continue;
      const TextArea& area = area_of(slot);
      const TextPlace& place = story_.places[static_cast<std::size_t>(slot.place)];
      page_.slots.push_back({place.frame, slot.leg, place.first_row + slot.row - 1,
                             area.rect({slot.u, area.row_start(slot.row), slot.measure, area.shape().size})});
    }
  }

 private:
  void box(const std::optional<FrameBox>& box, const Rect& edge) {
    if (!box) return;
    if (box->tint) page_.items.emplace_back(DrawRule{kArtifact, edge, *box->tint});
    draw_border(box->border, edge, page_.items);
  }

  std::uint32_t image_index(const Photo& photo) {
    for (std::size_t i = 0; i < edition_.images.size(); ++i) {
      if (edition_.images[i].path == photo.path) return static_cast<std::uint32_t>(i);
    }
    edition_.images.push_back({photo.path, photo.file.value, photo.width, photo.height});
    return static_cast<std::uint32_t>(edition_.images.size() - 1);
  }

  const TextArea& area_of(const Slot& slot) const {
    return story_.places[static_cast<std::size_t>(slot.place)].area;
  }

  void find_last_rows() {
    for (const FlowLine& line : story_.flow.lines) {
      int& last = last_rows_[{line.slot.place, line.slot.leg}];
      last = std::max(last, line.slot.row);
    }
  }
  /// Last row of text in the leg, 0 when it has none.
  int last_row(int place, int leg) const {
    const auto found = last_rows_.find({place, leg});
    return found == last_rows_.end() ? 0 : found->second;
  }

  /// Neither a line nor a photo stands in the leg: the text ends before it.
  bool is_empty(std::size_t place, int leg) const {
    if (last_row(static_cast<int>(place), leg) > 0) return false;
    const TextPlace& p = story_.places[place];
    const LocalRect cells = p.area.cells({leg, leg}, {1, p.area.shape().rows});
    return std::none_of(p.obstacles.begin(), p.obstacles.end(), [&](const Obstacle& o) {
      return o.kind == Obstacle::Kind::kOwn && o.box.overlaps(cells);
    });
  }

  /// Whether the gap after `leg` runs beside text at `row`: neither along a photo that bridges it, nor beside
  /// what is not ours, nor past the end of both legs.
  bool beside_text(int place, int leg, int row) const {
    if (row > std::max(last_row(place, leg), last_row(place, leg + 1))) return false;
    const TextPlace& p = story_.places[static_cast<std::size_t>(place)];
    LocalRect gap = p.area.cells({leg, leg}, {row, row});
    gap.u = p.area.leg_end(leg), gap.length = p.area.leg_start(leg + 1) - gap.u;
    const Length wide = gap.length;
    return std::none_of(p.obstacles.begin(), p.obstacles.end(), [&](const Obstacle& o) {
      LocalRect box = o.box;
      if (o.kind == Obstacle::Kind::kForeign) box.u -= wide, box.length += wide * 2;
      return box.overlaps(gap);
    });
  }

  void rule(const TextArea& area, int leg, Range rows) {
    LocalRect box = area.cells({leg, leg}, rows);
    box.u = (area.leg_end(leg) + area.leg_start(leg + 1)) / 2 - kColumnRule / 2;
    box.length = kColumnRule;
    page_.items.emplace_back(DrawRule{kArtifact, area.rect(box), kBlack});
  }

  const Story& story_;
  const StoryPart& part_;
  int index_;
  const Setter& setter_;
  StoryNodes& nodes_;
  PlacedEdition& edition_;
  PlacedPage& page_;
  NodeId article_ = kArtifact;
  std::size_t first_place_ = 0, end_place_ = 0;
  std::map<std::pair<int, int>, int> last_rows_;  // by place and leg
};

}  // namespace

void draw_story(const Story& story, std::size_t part, StoryNodes& nodes, PlacedEdition& edition,
                PlacedPage& page) {
  Drawing drawing(story, part, nodes, edition, page);
  drawing.boxes();
  if (drawing.head_over_photo()) {
    drawing.photos();
    drawing.head_box();
    drawing.headline();
  } else {
    drawing.headline();
  }
  drawing.body();
  drawing.jump_line();
  if (!drawing.head_over_photo()) drawing.photos();
  drawing.column_rules();
  drawing.slots();
}

}  // namespace banxin
