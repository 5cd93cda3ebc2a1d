// Waist 2: all that was DECIDED. A page is a list of draw items in paint order, which is reading order,
// beside a tree that says what they mean. Players only draw it; nothing is left to choose.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/geometry.h"
#include "base/ink.h"
#include "document/document.h"
#include "font/font_set.h"

namespace banxin {

/// Index into PlacedEdition::structure.
using NodeId = std::uint32_t;
inline constexpr NodeId kArtifact = 0xFFFFFFFF;  ///< page furniture, rules: not part of any story

/// One node of the reading-order tree. Children are in reading order; parents come before children.
struct StructureNode {
  enum class Kind {
    kDocument,
    kArticle,
    kHeadline,
    kSubheadline,
    kCrossHead,
    kParagraph,
    kByline,
    kFigure,
    kCaption,
    kMinorHead,
    kQuote,     ///< holds paragraphs, lists
    kList,      ///< holds items
    kListItem,  ///< holds a label and a body
    kListLabel,
    kListBody,
    kTable,     ///< holds rows
    kTableRow,  ///< holds cells
    kTableHeader,
    kTableCell,
    kNote,
  };
  Kind kind = Kind::kDocument;
  NodeId parent = kArtifact;
  std::string title;  ///< of an article: its headline, for the outline; of a figure: its alternative text
  SourceSpan source;  ///< where the copy was written
};

/// Whether nodes of this kind hold other nodes; the rest hold text and pictures.
constexpr bool is_group(StructureNode::Kind kind) {
  using enum StructureNode::Kind;
  return kind == kDocument || kind == kArticle || kind == kQuote || kind == kList || kind == kListItem ||
         kind == kTable || kind == kTableRow;
}

/// A glyph at its origin.
struct PlacedGlyph {
  std::uint32_t id = 0;
  Point origin;
  std::uint32_t text_begin = 0,
                text_end = 0;  ///< bytes of DrawText::text; glyphs of one cluster repeat the range
};

/// A stretch of one line in one face, size and ink, its glyphs standing alike.
struct DrawText {
  NodeId node = kArtifact;
  FaceId face = kNoFace;
  Length size;
  Ink ink;
  Turn turn = Turn::kNone;
  int width_percent = 100;  ///< of the glyphs' own width: narrowed headlines, digits that share one 字
  std::string text;         ///< what the glyphs say, for copying and searching
  std::vector<PlacedGlyph> glyphs;
};

/// A filled rectangle: rules, tints.
struct DrawRule {
  NodeId node = kArtifact;
  Rect box;
  Ink ink;
};

/// A line through points, its ends and corners round: wavy lines. One point alone is a dot.
struct DrawStroke {
  NodeId node = kArtifact;
  std::vector<Point> points;
  Length width;
  Ink ink;
};

/// A photo, or the part of it that fits the box.
struct DrawImage {
  NodeId node = kArtifact;
  Rect box;
  std::uint32_t image = 0;  ///< index into PlacedEdition::images
  double crop_x = 0, crop_y = 0, crop_width = 1,
         crop_height = 1;  ///< part shown, as fractions of the picture
};

/// A delivered page or drawing, the whole of it in the box.
struct DrawArtwork {
  NodeId node = kArtifact;
  Rect box;
  std::uint32_t artwork = 0;  ///< index into PlacedEdition::artworks
};

using DrawItem = std::variant<DrawText, DrawRule, DrawStroke, DrawImage, DrawArtwork>;

/// A line slot: one row of one column, as the story saw it. For overlays, checks and dumps.
struct PlacedSlot {
  std::string frame;
  int column = 0, row = 0;  ///< 1-based, on the story's own columns and the page's rows
  Rect box;
};

/// Where a frame stands and how its copy fits.
struct FrameFit {
  std::string frame;
  Rect box;
  std::size_t article = 0;  ///< index into Document::articles; meaningless when `bound` is false
  bool bound = false;
  int slots = 0;            ///< lines that the frame offers
  int lines = 0;            ///< lines that the copy took
  int over_lines = 0;       ///< 行 that found no slot
  int over_characters = 0;  ///< 字 in them
  std::string over_text;    ///< the copy that did not fit
  std::string note;         ///< how legs that are not basic columns come out; empty: they are
  int head_rows = 0;        ///< 行 of the headline group
  int characters = 0;       ///< 字 that its lines hold
  bool furniture = false;   ///< it takes no article, and only says what was over
};

struct PlacedPage {
  int number = 1;       ///< of a spread the lower of its two
  bool spread = false;  ///< 跨版: two pages in one
  Length width, height, bleed;
  Rect type_area;
  std::optional<Rect> fold;  ///< the gutter of a spread, or the line on which a broadsheet is folded
  std::vector<DrawItem> items;
  std::size_t nodes_end = 0;  ///< of the structure, as it was when the page was placed: its nodes end here
  std::vector<PlacedSlot> slots;
  std::vector<FrameFit> fits;
  /// "4"; of a spread "4-5".
  std::string numbers() const {
    return std::to_string(number) + (spread ? "-" + std::to_string(number + 1) : "");
  }

  std::string explanation;  ///< why lines end where they do, when that was asked for; never drawn
};

struct PlacedImage {
  std::string path;           ///< file to read
  std::string name;           ///< as the user wrote it, for dumps
  int width = 0, height = 0;  ///< pixels
};

struct PlacedEdition {
  std::string title, author, paper;
  bool title_of_article = false;     ///< the title is that of the first article, for want of another
  std::string language = "zh-Hans";  ///< BCP 47; of the first page's setting
  std::optional<Date> date;
  std::vector<StructureNode> structure;  ///< [0] is the document
  std::vector<PlacedImage> images;
  std::vector<Artwork> artworks;  ///< PDF pages and drawings, all usable
  std::vector<NamedInk> spots;    ///< as Document::spots
  std::vector<PlacedPage> pages;
};

/// JSON, one draw item a line, lengths in points with three decimals; the same for the same pages on every
/// machine. `pages`: which to write (indexes), empty = all. Faces are written by catalogue name.
std::string dump(const PlacedEdition& edition, const FontCatalogue& faces,
                 const std::vector<std::size_t>& pages = {});

}  // namespace banxin
