// A small edition made by hand, as something live.
#pragma once

#include "../layout/support.h"
#include "preview/live_edition.h"

namespace banxin::test {

/// Two columns of 11 字 by 20 行 with a title and one paragraph of `characters` Han.
inline Document small_document(int characters) {
  Document document = newspaper(2, 11, 20);
  document.edition.paper.value = "测试报";
  document.articles[0].title = copy("春耕时节");
  document.layouts[0].styles["title"].align = Align::kCentre;
  add_paragraph(document, han(characters));
  return document;
}

inline std::shared_ptr<LiveEdition> live(int characters) {
  auto out = std::make_shared<LiveEdition>();
  out->fonts = std::shared_ptr<const FontSet>(&serif(), [](const FontSet*) {});
  out->document = std::make_shared<const Document>(small_document(characters));
  PageCache().place(*out);
  return out;
}

/// Its only page, placed.
inline const PlacedEdition& placed(const LiveEdition& edition) { return *edition.pages.at(0).placed; }

}  // namespace banxin::test
