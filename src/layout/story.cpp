#include "layout/story.h"

#include <limits>

#include "layout/fit.h"
#include "layout/hints.h"

namespace banxin {

namespace {

constexpr const char* kAfterDateline = "\u3000";

/// The first body paragraph with the dateline 电头 run in before it.
Paragraph with_dateline(const Copy& dateline, const Paragraph& first) {
  Paragraph out = first;
  const std::string opening = dateline.text + kAfterDateline;
  out.copy.text.insert(0, opening);
  for (SourcePiece& piece : out.copy.origin) piece.text_begin += opening.size();
  std::vector<SourcePiece> origin = dateline.origin;
  origin.insert(origin.end(), out.copy.origin.begin(), out.copy.origin.end());
  out.copy.origin = std::move(origin);
  for (Emphasis& e : out.emphasis) e.begin += opening.size(), e.end += opening.size();
  for (InterlinearMark& m : out.marks) m.begin += opening.size(), m.end += opening.size();
  return out;
}

std::vector<Stretch> stretches_of(const Paragraph& p, const Setter& setter) {
  std::vector<Stretch> out;
  for (const Emphasis& e : p.emphasis)
    out.push_back({e.begin, e.end, &setter.style(e.strong ? "strong" : "emphasis")});
  return out;
}

/// Names and words that the editor holds together.
std::vector<Hold> holds_of(const Paragraph& p) {
  std::vector<Hold> out;
  for (const InterlinearMark& m : p.marks) {
    if (m.kind == InterlinearMark::Kind::kName) out.push_back({m.begin, m.end, Hold::Kind::kName});
    if (m.kind == InterlinearMark::Kind::kNoBreak) out.push_back({m.begin, m.end, Hold::Kind::kNoBreak});
  }
  return out;
}

void shape_body(Story& story, const Setter& setter) {
  const Copy& dateline = story.article->dateline;
  for (const Paragraph& p : story.article->paragraphs) {
    if (p.kind == Paragraph::Kind::kCrossHead) {
      const Style& style = setter.style("crosshead");
      story.paragraphs.push_back(
          {p.kind, setter.shape(p.copy, style, {}, holds_of(p)), 0, shape_marks(p.marks, style, setter)});
      continue;
    }
    std::vector<Stretch> stretches = stretches_of(p, setter);
    const Paragraph* paragraph = &p;
    if (!dateline.empty() && !story.opening) {
      story.opening = std::make_unique<Paragraph>(with_dateline(dateline, p));
      paragraph = story.opening.get();
      stretches = stretches_of(*story.opening, setter);
      stretches.insert(stretches.begin(), {0, dateline.text.size(), &setter.style("dateline")});
    }
    const Style& style = setter.style("body");
    story.paragraphs.push_back({p.kind, setter.shape(paragraph->copy, style, stretches, holds_of(*paragraph)),
                                p.extra_lines.value, shape_marks(paragraph->marks, style, setter)});
  }
  if (!dateline.empty() && !story.opening) {  // nothing to run into: it stands alone rather than be lost
    story.paragraphs.push_back({Paragraph::Kind::kBody, setter.shape(dateline, setter.style("dateline"))});
  }
}

void place_photos(Story& story, const Setter& setter, Diagnostics& diags) {
  TextPlace& place = story.places.front();
  const std::vector<PhotoSlot>& slots = story.frame->photos;
  for (std::size_t i = 0; i < story.article->photos.size(); ++i) {
    const Photo& photo = story.article->photos[i];
    if (i >= slots.size()) {
      diags.error("photo-unplaced", photo.file.where,
                  "frame '" + story.frame->name.value + "' has no place for photo '" + photo.file.value + "'",
                  "add an entry to `photos:` of the frame, or take the photo out of the article");
      continue;
    }
    story.photos.push_back(set_photo(photo, slots[i], setter, place.area));
    const std::vector<Block>& blocks = story.photos.back().blocks;
    place.blocks.insert(place.blocks.end(), blocks.begin(), blocks.end());
  }
}

/// Flows the body in the rows that the frame gives. Copy that is shorter ends level, in as many rows as it
/// needs; one row more or less is tried too, and the fit that costs least is taken.
void flow_body(Story& story, const Setter& setter) {
  const int full = story.places.back().area.shape().rows;
  const std::vector<Slot> all = make_slots(story.places);
  const Flow natural = Flower(story.paragraphs, all, setter).run({});
  int level = full;
  if (natural.over_lines == 0) {
    level = level_rows(story.places, static_cast<int>(natural.used));
  }
  double cost = std::numeric_limits<double>::infinity();
  for (const int rows : {level, level - 1, level + 1}) {
    if (rows < 1 || rows > full) continue;
    std::vector<Slot> slots = make_slots(story.places, rows);
    const Flower flower(story.paragraphs, slots, setter);
    const Fit fit = fit_article(flower);
    if (fit.cost >= cost) continue;
    cost = fit.cost;
    story.flow = flower.run(fit.looseness);
    story.slots = std::move(slots);
    if (fit.natural) return;
  }
}

std::string in_short(const std::string& text) {
  constexpr std::size_t kWhole = 600, kPart = 240;  // bytes
  if (text.size() <= kWhole) return text;
  const auto start_of_character = [&](std::size_t i) {
    while (i < text.size() && (static_cast<unsigned char>(text[i]) & 0xC0) == 0x80) ++i;
    return i;
  };
  return text.substr(0, start_of_character(kPart)) + " … " +
         text.substr(start_of_character(text.size() - kPart));
}

void report_fit(const Story& story, const Setter& setter, Diagnostics& diags) {
  const Flow& flow = story.flow;
  if (flow.over_lines == 0) return;
  std::string hint = describe_cuts(cut_hints(story.paragraphs, flow, setter), flow.over_lines);
  if (hint.empty()) hint = "cut that much, or give the frame more rows";
  diags.error("overset", flow.over_where,
              "frame '" + story.frame->name.value + "' is over by " + std::to_string(flow.over_characters) +
                  " 字 (" + std::to_string(flow.over_lines) + " 行)",
              hint + "; this did not fit: " + in_short(flow.over_text));
}

}  // namespace

Story set_story(const Frame& frame, const Article& article, const Setter& setter, const TextArea& page,
                Diagnostics& diags) {
  Story story;
  story.frame = &frame;
  story.article = &article;
  story.area = page.part(frame.columns.value, frame.rows.value);
  const int rows = story.area.shape().rows;
  story.head = set_headline(article, setter, story.area, story.area.length(), frame.head_rows);
  if (story.head.too_wide) {
    diags.error("headline-too-wide", article.title.where(),
                "the headline group is wider than frame '" + frame.name.value + "'",
                "set it smaller, or let it stand over more columns");
  }
  if (story.head.rows >= rows) {
    diags.error("head-too-high", frame.rows.where,
                "the headline group of frame '" + frame.name.value + "' takes " +
                    std::to_string(story.head.rows) + " 行, the frame has " + std::to_string(rows),
                "give the frame more rows, or set the headline smaller");
    story.head.rows = rows;
  }
  story.first_row = frame.rows.value.first + story.head.rows;
  story.places.push_back({story.area.part(story.area.all_legs(), {story.head.rows + 1, rows}), {}});
  place_photos(story, setter, diags);
  shape_body(story, setter);
  flow_body(story, setter);
  report_fit(story, setter, diags);
  return story;
}

}  // namespace banxin
