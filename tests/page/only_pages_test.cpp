// A part of an edition, as each page's file has it.
#include "page/only_pages.h"

#include <gtest/gtest.h>

#include <utility>
#include <variant>

namespace banxin {
namespace {

using Kind = StructureNode::Kind;

/// A digest and a story on page 1, the story alone on page 2; the edition has the story's title.
PlacedEdition two_pages() {
  PlacedEdition edition;
  edition.title = "大桥合龙", edition.title_of_article = true;
  edition.structure = {{Kind::kDocument, kArtifact, "大桥合龙", {}},
                       {Kind::kArticle, 0, "今日导读", {}},
                       {Kind::kArticle, 0, "大桥合龙", {}}};
  edition.pages.resize(3);
  DrawText text;
  for (const auto& [page, node] :
       {std::pair{0u, NodeId{1}}, {0u, NodeId{2}}, {1u, NodeId{2}}, {2u, NodeId{1}}}) {
    text.node = node;
    edition.pages[page].items.push_back(text);
  }
  for (PlacedPage& page : edition.pages) page.nodes_end = edition.structure.size();
  return edition;
}

TEST(OnlyPages, KeepTheTitleOfAStoryThatIsThere) {
  EXPECT_EQ(only_pages(two_pages(), {0, 1, 2}).title, "大桥合龙");
  const PlacedEdition second = only_pages(two_pages(), {1});
  EXPECT_EQ(second.title, "大桥合龙");
  EXPECT_EQ(second.structure[0].title, "大桥合龙");
}

TEST(OnlyPages, HaveTheTitleOfTheirFirstStoryElse) {
  const PlacedEdition third = only_pages(two_pages(), {2});
  EXPECT_EQ(third.title, "今日导读");
  EXPECT_EQ(third.structure[0].title, "今日导读");
}

TEST(OnlyPages, HaveTheirOwnPartOfTheStructure) {
  const PlacedEdition second = only_pages(two_pages(), {1});
  ASSERT_EQ(second.pages.size(), 1u);
  ASSERT_EQ(second.structure.size(), 2u);
  EXPECT_EQ(second.structure[1].title, "大桥合龙");
  EXPECT_EQ(std::get<DrawText>(second.pages[0].items[0]).node, NodeId{1});
  EXPECT_EQ(second.pages[0].nodes_end, 2u);
}

}  // namespace
}  // namespace banxin
