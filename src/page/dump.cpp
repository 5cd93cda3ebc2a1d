#include <array>
#include <cstdio>

#include "base/json.h"
#include "base/utf8.h"
#include "page/only_pages.h"
#include "page/page.h"

namespace banxin {

namespace {

const char* name_of(StructureNode::Kind kind) {
  switch (kind) {
    case StructureNode::Kind::kDocument:
      return "document";
    case StructureNode::Kind::kArticle:
      return "article";
    case StructureNode::Kind::kHeadline:
      return "headline";
    case StructureNode::Kind::kSubheadline:
      return "subheadline";
    case StructureNode::Kind::kCrossHead:
      return "crosshead";
    case StructureNode::Kind::kParagraph:
      return "paragraph";
    case StructureNode::Kind::kByline:
      return "byline";
    case StructureNode::Kind::kFigure:
      return "figure";
    case StructureNode::Kind::kCaption:
      return "caption";
    case StructureNode::Kind::kMinorHead:
      return "minorhead";
    case StructureNode::Kind::kQuote:
      return "quote";
    case StructureNode::Kind::kList:
      return "list";
    case StructureNode::Kind::kListItem:
      return "item";
    case StructureNode::Kind::kListLabel:
      return "label";
    case StructureNode::Kind::kListBody:
      return "item-text";
    case StructureNode::Kind::kTable:
      return "table";
    case StructureNode::Kind::kTableRow:
      return "row";
    case StructureNode::Kind::kTableHeader:
      return "header-cell";
    case StructureNode::Kind::kTableCell:
      return "cell";
    case StructureNode::Kind::kNote:
      break;
  }
  return "note";
}

/// 2024-01-08
std::string iso(const Date& date) {
  std::array<char, 40> text;
  std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", date.year, date.month, date.day);
  return text.data();
}

void write(JsonWriter& json, std::string_view key, const Rect& box) {
  json.key(key).begin_array().value(box.x).value(box.y).value(box.width).value(box.height).end_array();
}

/// Plates in percent, as the trade says them: black is [0,0,0,100]; of a named ink its plate and tint as
/// well.
void write(JsonWriter& json, Ink ink, const PlacedEdition& edition) {
  json.key("ink").begin_array();
  for (const std::uint16_t plate : {ink.c, ink.m, ink.y, ink.k}) json.value(plate / 10.0);
  json.end_array();
  if (ink.spot == 0 || ink.spot > edition.spots.size()) return;
  json.member("plate", edition.spots[ink.spot - 1u].plate).member("tint", ink.tint / 10.0);
}

void write_node(JsonWriter& json, NodeId node) {
  if (node != kArtifact) json.member("node", node);
}

/// Whether glyph i stands for character i, all the way: then the text alone says which glyph is which.
bool one_glyph_a_character(const DrawText& text) {
  std::size_t offset = 0;
  for (const PlacedGlyph& glyph : text.glyphs) {
    if (offset >= text.text.size() || glyph.text_begin != offset) return false;
    offset += decode_utf8(text.text, offset).bytes;
    if (glyph.text_end != offset) return false;
  }
  return offset == text.text.size();
}

/// One number for the baseline when all glyphs share it, which is nearly always in horizontal lines.
void write_baseline(JsonWriter& json, const std::vector<PlacedGlyph>& glyphs) {
  bool level = true;
  for (const PlacedGlyph& glyph : glyphs) level = level && glyph.origin.y == glyphs.front().origin.y;
  json.key("y");
  if (level && !glyphs.empty()) {
    json.value(glyphs.front().origin.y);
    return;
  }
  json.begin_array();
  for (const PlacedGlyph& glyph : glyphs) json.value(glyph.origin.y);
  json.end_array();
}

class ItemWriter {
 public:
  ItemWriter(JsonWriter& json, const PlacedEdition& edition, const FontCatalogue& faces)
      : json_(json), edition_(edition), faces_(faces) {}

  void operator()(const DrawText& text) {
    json_.member("text", text.text);
    write_node(json_, text.node);
    if (text.face < faces_.faces.size()) json_.member("face", faces_.faces[text.face].name.value);
    json_.member("size", text.size);
    write(json_, text.ink, edition_);
    if (text.turn == Turn::kClockwise) json_.member("turn", 90);
    if (text.width_percent != 100) json_.member("width_percent", text.width_percent);
    write_baseline(json_, text.glyphs);
    json_.key("x").begin_array();
    for (const PlacedGlyph& glyph : text.glyphs) json_.value(glyph.origin.x);
    json_.end_array().key("glyphs").begin_array();
    for (const PlacedGlyph& glyph : text.glyphs) json_.value(glyph.id);
    json_.end_array();
    if (one_glyph_a_character(text)) return;
    json_.key("bytes").begin_array();
    for (const PlacedGlyph& glyph : text.glyphs) {
      json_.begin_array().value(glyph.text_begin).value(glyph.text_end).end_array();
    }
    json_.end_array();
  }

  void operator()(const DrawRule& rule) {
    write(json_, "rule", rule.box);
    write_node(json_, rule.node);
    write(json_, rule.ink, edition_);
  }

  /// x and y by turns: a wave has many points.
  void operator()(const DrawStroke& stroke) {
    json_.key("stroke").begin_array();
    for (const Point& point : stroke.points) json_.value(point.x).value(point.y);
    json_.end_array().member("width", stroke.width);
    write_node(json_, stroke.node);
    write(json_, stroke.ink, edition_);
  }

  void operator()(const DrawImage& image) {
    write(json_, "image", image.box);
    write_node(json_, image.node);
    if (image.image < edition_.images.size()) {
      json_.member("photo", edition_.images[image.image].name);
    }
    json_.key("crop").begin_array().value(image.crop_x).value(image.crop_y);
    json_.value(image.crop_width).value(image.crop_height).end_array();
  }

  void operator()(const DrawArtwork& art) {
    write(json_, "artwork", art.box);
    write_node(json_, art.node);
    if (art.artwork >= edition_.artworks.size()) return;
    const Artwork& file = edition_.artworks[art.artwork];
    json_.member("file", file.file.value);
    if (file.kind == Artwork::Kind::kPdf) json_.member("page", file.page.value);
    json_.key("size").begin_array().value(file.width).value(file.height).end_array();
  }

 private:
  JsonWriter& json_;
  const PlacedEdition& edition_;
  const FontCatalogue& faces_;
};

void write_header(JsonWriter& json, const PlacedEdition& edition) {
  json.line().member("banxin_page", 1);  // version of this form
  json.line().member("paper", edition.paper);
  json.line().member("title", edition.title);
  json.line().member("author", edition.author);
  json.line().member("language", edition.language);
  if (edition.date) json.line().member("date", iso(*edition.date));
}

void write_structure(JsonWriter& json, const std::vector<StructureNode>& structure) {
  json.line().key("structure").begin_array();
  for (std::size_t i = 0; i < structure.size(); ++i) {
    const StructureNode& node = structure[i];
    json.line().begin_object().member("id", i).member("kind", name_of(node.kind));
    if (node.parent != kArtifact) json.member("parent", node.parent);
    if (!node.title.empty()) json.member("title", node.title);
    json.end_object();
  }
  json.line().end_array();
}

/// The name that the user wrote, never the path: a dump made elsewhere must read the same.
void write_images(JsonWriter& json, const std::vector<PlacedImage>& images) {
  json.line().key("images").begin_array();
  for (const PlacedImage& image : images) {
    json.line().begin_object().member("name", image.name);
    json.member("width", image.width).member("height", image.height).end_object();
  }
  json.line().end_array();
}

void write_fit(JsonWriter& json, const FrameFit& fit) {
  json.line().begin_object().member("frame", fit.frame);
  write(json, "box", fit.box);
  if (fit.bound) json.member("article", fit.article).member("slots", fit.slots).member("lines", fit.lines);
  if (fit.over_lines > 0 || fit.over_characters > 0 || !fit.over_text.empty()) {
    json.member("over_lines", fit.over_lines).member("over_characters", fit.over_characters);
    json.member("over_text", fit.over_text);
  }
  if (!fit.note.empty()) json.member("note", fit.note);
  json.end_object();
}

void write_slot(JsonWriter& json, const PlacedSlot& slot) {
  json.line().begin_object().member("frame", slot.frame);
  json.member("column", slot.column).member("row", slot.row);
  write(json, "box", slot.box);
  json.end_object();
}

void write_page(JsonWriter& json, const PlacedEdition& edition, const PlacedPage& page,
                const FontCatalogue& faces) {
  json.line().begin_object();
  json.line().member("number", page.number).member("width", page.width).member("height", page.height);
  json.member("bleed", page.bleed);
  write(json, "type_area", page.type_area);
  if (page.fold) write(json, "fold", *page.fold);

  json.line().key("fits").begin_array();
  for (const FrameFit& fit : page.fits) write_fit(json, fit);
  json.line().end_array();

  json.line().key("slots").begin_array();
  for (const PlacedSlot& slot : page.slots) write_slot(json, slot);
  json.line().end_array();

  json.line().key("items").begin_array();
  ItemWriter writer(json, edition, faces);
  for (const DrawItem& item : page.items) {
    json.line().begin_object();
    std::visit(writer, item);
    json.end_object();
  }
  json.line().end_array();
  json.line().end_object();
}

}  // namespace

std::string dump(const PlacedEdition& edition, const FontCatalogue& faces,
                 const std::vector<std::size_t>& pages) {
  if (!pages.empty()) return dump(only_pages(edition, pages), faces);
  JsonWriter json;
  json.begin_object();
  write_header(json, edition);
  write_structure(json, edition.structure);
  write_images(json, edition.images);
  json.line().key("pages").begin_array();
  for (const PlacedPage& page : edition.pages) write_page(json, edition, page, faces);
  json.line().end_array();
  json.line().end_object();
  return json.text() + "\n";
}

}  // namespace banxin
