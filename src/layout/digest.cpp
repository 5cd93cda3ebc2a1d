// 导读: what stands on which page.
#include <algorithm>

#include "layout/edges.h"
#include "layout/furniture.h"
#include "layout/furniture_text.h"
#include "layout/text_frame.h"

namespace banxin {

namespace {

/// An entry set: its title, the line about it, and the page.
struct Entry {
  std::vector<FurnitureRow> title, line;
  FurnitureRow reference;

  Length height() const {
    Length out = height_of(title, 0, title.size());
    if (!line.empty()) out += title.back().pitch - title.back().size + height_of(line, 0, line.size());
    return out;
  }
};

class DigestSetter {
 public:
  DigestSetter(const DigestFrame& digest, const FurniturePlace& place, Rect room)
      : digest_(digest), place_(place), room_(room) {}

  void draw(const std::vector<DigestEntry>& entries, NodeId article) {
    Length all;
    std::vector<Entry> set;
    for (const DigestEntry& entry : entries) {
      set.push_back(set_entry(entry));
      all += set.back().height();
    }
    if (set.empty()) return;
    const Length least = place_.setter.style("digest-title").pitch - place_.setter.style("digest-title").size;
    const auto gaps = static_cast<std::int64_t>(set.size()) - 1;
    if (all + least * gaps > room_.height) {
      const auto most = place_.setter.layout().grid.pitch;
      const Length over = all + least * gaps - room_.height;
      report_overset(place_, entries.back().title.where,
                     static_cast<int>((over + most - Length::units(1)) / most), entries.back().title.value);
    }
    // What is left goes between the entries, a line each at most: the foot of the box stays quiet.
    const Length spare = std::max(Length(), room_.height - all - least * gaps);
    const Length gap = gaps > 0 ? least + std::min(spare / gaps, place_.setter.layout().grid.pitch) : least;
    Length y = room_.y;
    for (std::size_t i = 0; i < set.size(); ++i) {
      draw_entry(set[i], entries[i], y, article);
      y += set[i].height() + gap;
    }
  }

 private:
  Entry set_entry(const DigestEntry& entry) const {
    const Style &title = place_.setter.style("digest-title"), &line = place_.setter.style("digest-line"),
                &page = place_.setter.style("digest-page");
    Entry out;
    out.reference =
        set_one_line(reference_to(entry), place_.fields, {&page, &page, &page, &page}, place_.setter);
    const Length measure = room_.width - out.reference.natural - page.size * 2;
    out.title =
        set_furniture(entry.title, place_.fields, {&title, &title, &title, &title}, place_.setter, measure);
    out.line =
        set_furniture(entry.line, place_.fields, {&line, &line, &line, &line}, place_.setter, room_.width);
    return out;
  }

  /// The frame's form of a reference with the number of the entry's page in it.
  FieldText reference_to(const DigestEntry& entry) const {
    FieldText out = digest_.reference;
    constexpr std::string_view kPage = "{page}";
    for (std::size_t at = out.value.find(kPage); at != std::string::npos; at = out.value.find(kPage)) {
      out.value.replace(at, kPage.size(), std::to_string(entry.page));
    }
    return out;
  }

  void draw_entry(const Entry& entry, const DigestEntry& written, Length y, NodeId article) {
    std::vector<DrawItem>& items = place_.page.items;
    const NodeId node =
        add_furniture_node(place_.edition, StructureNode::Kind::kParagraph, article, "", written.title.where);
    for (std::size_t i = 0; i < entry.title.size(); ++i) {
      const FurnitureRow& row = entry.title[i];
      draw_row(row, {room_.x, y}, room_.width, node, items);
      if (i + 1 == entry.title.size()) draw_reference(entry, row, y, node);
      y += row.pitch;
    }
    for (const FurnitureRow& row : entry.line) {
      draw_row(row, {room_.x, y}, room_.width, node, items);
      y += row.pitch;
    }
  }

  /// Flush right on the baseline of the title's last row, led to by dots in whole ellipses.
  void draw_reference(const Entry& entry, const FurnitureRow& row, Length y, NodeId node) {
    const Style& style = place_.setter.style("digest-page");
    const FurnitureRow& reference = entry.reference;
    const Length top = y + row.ascent - reference.ascent, x = room_.right() - reference.natural;
    const Length room = x - room_.x - row.natural - style.size;
    const std::int64_t dots = digest_.leaders ? room.units() / style.size.units() : 0;
    if (dots > 0) {
      std::string leader;
      for (std::int64_t i = 0; i < dots; ++i) leader += "…";
      const FurnitureRow set = set_one_line({leader, digest_.reference.where}, place_.fields,
                                            {&style, &style, &style, &style}, place_.setter);
      draw_row(set, {x - style.size / 2 - set.natural, top}, room_.width, kArtifact, place_.page.items);
    }
    draw_row(reference, {x, top}, room_.width, node, place_.page.items);
  }

  const DigestFrame& digest_;
  const FurniturePlace& place_;
  Rect room_;
};

}  // namespace

void draw_digest(const DigestFrame& digest, const FurniturePlace& place) {
  const Rect area = place.area();
  draw_tint(digest.tint, area, place.page);
  draw_box(digest.box, area, kBlack, place.page.items);
  const auto bound = place.spec.digests.find(place.frame.name.value);
  if (bound == place.spec.digests.end()) return;
  const NodeId article = add_furniture_node(place.edition, StructureNode::Kind::kArticle, 0,
                                            place.fields.filled(digest.title.value), digest.title.where);
  const Rect room =
      draw_frame_title(digest.title, inset(area, depth_of(digest.box) + digest.padding), article, place);
  DigestSetter(digest, place, room).draw(bound->second, article);
}

}  // namespace banxin
