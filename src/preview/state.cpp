#include "preview/state.h"

#include <utility>
#include <vector>

#include "base/json.h"
#include "preview/finding_places.h"
#include "preview/page_map.h"

namespace banxin {

namespace {

void write(JsonWriter& json, std::string_view key, const Rect& box) {
  json.key(key).begin_array().value(box.x).value(box.y).value(box.width).value(box.height).end_array();
}

/// file, line, column; nothing for a place in no file.
void write_place(JsonWriter& json, SourceSpan where, const Sources& sources) {
  if (where.file == SourceSpan::kNoFile) return;
  const Sources::File& file = sources.at(where.file);
  const LineColumn at = line_column(file.text, where.begin);
  json.member("file", file.path).member("line", at.line).member("column", at.column);
}

void write_finding(JsonWriter& json, const char* by, const Diagnostic& d, const Sources& sources,
                   const std::vector<FindingPlace>& places) {
  json.begin_object().member("by", by);
  json.member("severity", d.severity == Severity::kError ? "error" : "warning");
  json.member("code", d.code).member("message", d.message).member("hint", d.hint);
  write_place(json, d.where, sources);
  json.key("places").begin_array();
  for (const FindingPlace& place : places) {
    json.begin_object().member("page", place.page);
    write(json, "box", place.box);
    json.end_object();
  }
  json.end_array().end_object();
}

void write_findings(JsonWriter& json, const char* by, const Diagnostics& findings,
                    const LiveEdition& edition) {
  const std::vector<std::vector<FindingPlace>> places = places_of(edition, findings);
  for (std::size_t i = 0; i < places.size(); ++i)
    write_finding(json, by, findings.all()[i], *edition.sources, places[i]);
}

void write_all_findings(JsonWriter& json, const Shown& shown) {
  const LiveEdition& edition = *shown.last;
  json.key("diagnostics").begin_array();
  write_findings(json, "edition", edition.diags, edition);
  if (shown.review) {
    write_findings(json, "lint", shown.review->lint, edition);
    for (const PressMark& mark : shown.review->press) {
      const Rect box = box_of(mark, edition.pages[mark.page].shown());
      write_finding(json, "press", mark.said, *edition.sources, {{mark.page, box}});
    }
  }
  json.end_array();
}

void write_pages(JsonWriter& json, const Shown& shown) {
  const LiveEdition& edition = *shown.good;
  for (std::size_t i = 0; i < edition.pages.size(); ++i) {
    const LivePage& live = edition.pages[i];
    const PlacedPage& page = live.shown();
    json.begin_object().member("number", page.number);
    json.member("section", edition.document->edition.pages[i].section.value);
    json.member("width", page.width).member("height", page.height);
    json.member("key", std::to_string(live.key));
    if (i < shown.changes.size() && shown.changes[i]) {
      json.member("before", std::to_string(shown.changes[i]->before));
      write(json, "changed", shown.changes[i]->area);
    }
    json.end_object();
  }
}

class MapWriter {
 public:
  MapWriter(JsonWriter& json, const Sources& sources, const PageMap& map)
      : json_(json), sources_(sources), map_(map) {}

  void grid(const GridSpec& grid) {
    json_.key("columns").begin_array();
    for (const Rect& column : map_.columns) box(column);
    json_.end_array().key("rows").begin_array();
    for (const Length row : map_.rows) json_.value(row);
    json_.end_array().key("baselines").begin_array();
    for (const Length line : map_.baselines) json_.value(line);
    json_.end_array().member("size", grid.size).member("measure", grid.measure);
  }

  void frames() {
    json_.key("frames").begin_array();
    for (const PageMap::Frame& frame : map_.frames) {
      if (frame.line) continue;
      json_.begin_object().member("name", frame.name).member("measure", measure_in_words(frame));
      write(json_, "box", frame.box);
      json_.member("furniture", frame.furniture).member("capacity", frame.capacity);
      if (frame.fit != nullptr && frame.fit->bound) {
        json_.member("slots", frame.fit->slots).member("lines", frame.fit->lines);
        json_.member("over_lines", frame.fit->over_lines).member("over", frame.fit->over_characters);
        json_.member("over_text", frame.fit->over_text);
      }
      write_place(json_, frame.source, sources_);
      json_.end_object();
    }
    json_.end_array();
  }

  void slots() {
    json_.key("slots").begin_array();
    for (const PageMap::Slot& slot : map_.slots) box(slot.box);
    json_.end_array();
  }

  void order() {
    json_.key("order").begin_array();
    for (const PageMap::Path& path : map_.order) {
      json_.begin_array();
      for (const Point& point : path.points) json_.begin_array().value(point.x).value(point.y).end_array();
      json_.end_array();
    }
    json_.end_array();
  }

  /// Pieces of copy by their source; those from one place share an entry.
  void texts() {
    json_.key("texts").begin_array();
    for (std::size_t i = 0; i < map_.texts.size();) {
      const SourceSpan source = map_.texts[i].source;
      json_.begin_object();
      write_place(json_, source, sources_);
      json_.key("boxes").begin_array();
      for (; i < map_.texts.size() && map_.texts[i].source == source; ++i) box(map_.texts[i].box);
      json_.end_array().end_object();
    }
    json_.end_array();
  }

 private:
  void box(const Rect& b) {
    json_.begin_array().value(b.x).value(b.y).value(b.width).value(b.height).end_array();
  }

  JsonWriter& json_;
  const Sources& sources_;
  const PageMap& map_;
};

}  // namespace

void show_pages(Shown& shown, std::shared_ptr<const LiveEdition> edition) {
  std::vector<std::optional<PageChange>> changes(edition->pages.size());
  for (std::size_t i = 0; shown.good && i < changes.size() && i < shown.good->pages.size(); ++i) {
    const LivePage &before = shown.good->pages[i], &after = edition->pages[i];
    if (before.key == after.key) continue;
    if (const std::optional<Rect> area = changed_area(before, after))
      changes[i] = PageChange{before.key, *area};
  }
  shown.changes = std::move(changes);
  shown.good = std::move(edition);
}

std::string state_json(const Shown& shown) {
  JsonWriter json;
  json.begin_object().member("number", shown.number).member("stale", shown.last != shown.good);
  json.member("paper", shown.good ? shown.good->document->edition.paper.value : std::string());
  json.member("title", shown.good ? shown.good->document->edition.title.value : std::string());
  json.member("reviewed", shown.review != nullptr || shown.last != shown.good);
  json.key("pages").begin_array();
  if (shown.good) write_pages(json, shown);
  json.end_array();
  write_all_findings(json, shown);
  return json.end_object().text();
}

std::string map_json(const Shown& shown, std::size_t page) {
  const LivePage& live = shown.good->pages[page];
  const PageMap map = map_page(*live.document, *live.placed, live.page, *shown.good->fonts);
  JsonWriter json;
  json.begin_object();
  MapWriter writer(json, *live.sources, map);
  const Document& document = *shown.good->document;
  writer.grid(document.layouts[document.edition.pages[page].layout].grid);
  writer.frames();
  writer.slots();
  writer.order();
  writer.texts();
  return json.end_object().text();
}

}  // namespace banxin
