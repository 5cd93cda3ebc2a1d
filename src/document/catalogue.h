// Which font files stand behind the roles 宋 黑 楷 仿宋.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/length.h"
#include "document/style.h"

namespace banxin {

/// One face of one font file. Roles name faces; a face is opened only when a character asks for it.
struct CatalogueFace {
  Spanned<std::string> name;       ///< "noto-serif-sc"
  std::string family;              ///< "Noto Serif CJK SC", for people
  std::vector<std::string> files;  ///< where it may be; the first that exists is taken
  int index = 0;                   ///< face in a collection (.ttc)
  std::string package;             ///< Debian package that brings it
  Em scale = Em::of(1);            ///< what its glyphs are drawn at, of the size that is asked for
  Em raise;  ///< of its glyphs, in 字 of the size that is asked for; below when negative
};

/// What a role is set in.
struct CatalogueRole {
  Spanned<std::string> name;  ///< "song"
  Weight weight = Weight::kRegular;
  std::vector<std::size_t> han;    ///< faces by coverage: the first that has the character is taken
  std::vector<std::size_t> latin;  ///< tried before `han` for Latin letters and digits; may be empty
  std::vector<std::size_t> marks;  ///< tried before `han` for “ ” ‘ ’ — … and the like; may be empty
  std::vector<std::size_t> italic;  ///< tried before `latin` in *emphasis*; may be empty
  std::vector<std::size_t> forms;   ///< tried for letter forms that the faces above do not have; may be empty
};

struct FontCatalogue {
  std::vector<CatalogueFace> faces;
  std::vector<CatalogueRole> roles;
};

}  // namespace banxin
