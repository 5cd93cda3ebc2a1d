// The copy of a scene by story and paragraph, whatever lines, columns and pages it is set in.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "compare/scene.h"

namespace banxin {

/// A character of a block, and the glyph that shows it.
struct CopyCharacter {
  std::uint32_t cp = 0;
  std::uint32_t line = 0;  ///< index into CopyBlock::lines
  const SceneItem* item = nullptr;
  const SceneGlyph* glyph = nullptr;  ///< characters of one cluster share it
};

struct CopyLine {
  std::size_t page = 0;  ///< index into Scene::pages
  Rect box;
  std::size_t first = 0, end = 0;  ///< characters
};

/// A paragraph, a headline, a caption …; or one line of page furniture.
struct CopyBlock {
  std::string kind;         ///< "paragraph"; "reading" for what stands over the lines; "furniture"
  std::size_t article = 0;  ///< index into Stories::articles
  std::size_t node = kNoNode;
  int ordinal = 1;  ///< among its kind in the article
  std::vector<CopyCharacter> characters;
  std::vector<CopyLine> lines;

  std::vector<std::uint32_t> code_points() const;
  /// Of the characters [from, to), for people: with a space between Latin words on two lines.
  std::string text(std::size_t from, std::size_t to) const;
  std::string text() const { return text(0, characters.size()); }
  /// Whether a line ends before character `i`.
  bool begins_line(std::size_t i) const;
  /// Whether it ends there between two Latin words, whose space has no glyph then.
  bool parts_words(std::size_t i) const;
};

struct StoryArticle {
  std::string title;  ///< empty: furniture or a PDF's page
  std::size_t node = kNoNode;
  std::size_t page = 0;             ///< where it begins; index into Scene::pages
  std::vector<std::size_t> blocks;  ///< indexes into Stories::blocks, in reading order
};

struct Stories {
  const Scene* scene = nullptr;  ///< must live as long
  std::vector<StoryArticle> articles;
  std::vector<CopyBlock> blocks;
};

Stories stories_of(const Scene& scene);

/// "page 1, ‘以奋力攀登…’, paragraph 3"
std::string place_name(const Stories& stories, const CopyBlock& block);
std::string place_name(const Stories& stories, const StoryArticle& article, std::size_t page);

/// The first characters of a text, with … when there are more.
std::string shortened(std::string_view text, std::size_t characters);

}  // namespace banxin
