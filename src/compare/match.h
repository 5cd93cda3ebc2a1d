// Which story, paragraph and character of the old scene is which of the new one.
#pragma once

#include <cstddef>
#include <vector>

#include "compare/blocks.h"
#include "compare/edit_script.h"

namespace banxin {

struct CopyPair {
  std::size_t old_block = 0, new_block = 0;
  bool moved = false;                 ///< to another story, or past paragraphs that stayed
  std::vector<Edit> edits;            ///< of the characters
  std::vector<std::size_t> partners;  ///< old character -> new character, or kGone
};

struct Matched {
  std::vector<std::size_t> article_partner;  ///< old article -> new article, or kGone
  std::vector<CopyPair> pairs;               ///< in the order of the new scene
  std::vector<std::size_t> gone, fresh;      ///< old blocks, new blocks without a partner
};

Matched match(const Stories& old_stories, const Stories& new_stories);

}  // namespace banxin
