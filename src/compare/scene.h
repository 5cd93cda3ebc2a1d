// What two files have in common that are to be compared: pages with characters, rules and pictures at their
// places. A dump, an edition and a foreign PDF all become a Scene.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/geometry.h"
#include "base/ink.h"
#include "render/read_pdf_text.h"

namespace banxin {

inline constexpr std::size_t kNoNode = static_cast<std::size_t>(-1);

/// A node of the reading-order tree. Parents come before children; what no node says is furniture.
struct SceneNode {
  std::string kind;  ///< "article", "headline", "paragraph" … as the dump names it
  std::size_t parent = kNoNode;
  std::string title;
};

struct SceneGlyph {
  std::uint32_t id = 0;
  Point origin;                      ///< on the baseline
  std::uint32_t begin = 0, end = 0;  ///< bytes of SceneItem::text
};

struct SceneItem {
  enum class Kind { kText, kRule, kStroke, kImage, kArtwork, kOther };
  Kind kind = Kind::kOther;
  std::size_t node = kNoNode;  ///< index into Scene::nodes
  Rect box;                    ///< of text: around its em boxes
  std::string text, face;
  Length size;      ///< of text; the width of a stroke
  std::string ink;  ///< for people: "K100", "M100 Y90", "#c00000"
  Ink plates;       ///< the same as plates; meaningless for a PDF
  std::vector<SceneGlyph> glyphs;
  std::vector<Point> points;  ///< of a stroke
  std::string name;  ///< of an image: the photo; of artwork: its file; of other kinds: what the dump calls it
  std::map<std::string, std::string> more;  ///< members of the dump without a field here, as JSON
};

struct SceneSlot {
  std::string frame;
  int column = 0, row = 0;
  Rect box;
};

struct SceneFrame {
  std::string name;
  Rect box;
  std::map<std::string, std::string> facts;  ///< "lines": "38" …
};

struct ScenePage {
  int number = 1;
  Length width, height;
  Rect type_area;
  Length size, pitch;  ///< one 字 and one 行; 0 when the page has no text
  std::vector<SceneItem> items;
  std::vector<SceneSlot> slots;
  std::vector<SceneFrame> frames;
  std::map<std::string, std::string> facts;  ///< "bleed": "0" …
};

struct Scene {
  std::map<std::string, std::string> facts;  ///< "paper": "晋中日报", "title" …
  std::vector<SceneNode> nodes;
  std::map<std::string, std::string> photos;    ///< name -> what is known of it: pixels, digest
  std::map<std::string, std::string> artworks;  ///< file -> digest, where it is known
  std::vector<ScenePage> pages;
  bool exact = true;  ///< places are the engine's own; false: read from a PDF
};

/// Reads `render --format json`; nullopt and `problem`, a clause that names the place, when it is none.
std::optional<Scene> read_dump(std::string_view text, std::string& problem);
/// The pages of a PDF. There is no tree: each page counts as one story.
Scene read_pdf_scene(const PdfFile& pdf);
/// Whether a PDF of strangers can be read and drawn, tried in a process of its own: "takes more than 512 MB
/// to read", "is encrypted", "has no pages"; nothing when it can.
std::string problem_of_reading(const std::string& pdf);

/// The type size most used, and the step from line to line (for `ScenePage::size`, `pitch`).
void measure_grid(ScenePage& page);
/// "K100", "C60 M40", "none".
std::string ink_name(Ink ink);

}  // namespace banxin
