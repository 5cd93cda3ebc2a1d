// The dump of a page is what reviewers read and what golden tests compare: its form is asserted whole.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "page/page.h"

namespace banxin {
namespace {

FontCatalogue catalogue() {
  FontCatalogue faces;
  CatalogueFace serif;
  serif.name.value = "noto-serif-sc";
  faces.faces.push_back(serif);
  return faces;
}

DrawText text(NodeId node, std::string copy, std::vector<PlacedGlyph> glyphs) {
  DrawText draw;
  draw.node = node;
  draw.face = 0;
  draw.size = 9.5_pt;
  draw.text = std::move(copy);
  draw.glyphs = std::move(glyphs);
  return draw;
}

PlacedEdition small_edition() {
  PlacedEdition edition;
  edition.paper = "晋中日报";
  edition.title = "一版";
  edition.author = "编辑部";
  edition.date = Date{2024, 1, 8};
  edition.structure = {{StructureNode::Kind::kDocument, kArtifact, "一版", {}},
                       {StructureNode::Kind::kArticle, 0, "太谷\"饼\"", {}},
                       {StructureNode::Kind::kParagraph, 1, "", {}},
                       {StructureNode::Kind::kFigure, 1, "饼", {}}};
  edition.images = {{"/home/someone/photos/a.jpg", "photos/a.jpg", 1800, 1200}};

  PlacedPage page;
  page.number = 1;
  page.width = 200_pt;
  page.height = 100.5_pt;
  page.type_area = {10_pt, 20_pt, 180_pt, 60_pt};
  page.fits = {{"lead", {10_pt, 20_pt, 180_pt, 60_pt}, 0, true, 4, 2, 0, 0, ""},
               {"side", {10_pt, 20_pt, 90_pt, 60_pt}, 0, false, 0, 0, 0, 0, ""},
               {"foot", {10_pt, 60_pt, 90_pt, 20_pt}, 1, true, 1, 1, 1, 3, "放不下"}};
  page.slots = {{"lead", 1, 2, {10_pt, 20_pt, 85.5_pt, 9.5_pt}}};
  page.items = {text(2, "太谷", {{100, {10_pt, 28.36_pt}, 0, 3}, {101, {19.5_pt, 28.36_pt}, 3, 6}}),
                text(2, "——谷", {{7, {10_pt, 42_pt}, 0, 6}, {101, {29_pt, 42.25_pt}, 6, 9}}),
                DrawRule{kArtifact, {0.1_pt, 5_pt, 200_pt, 0.25_pt}, {0, 1000, 900, 5}},
                DrawStroke{2, {{10_pt, 44_pt}, {11.5_pt, 43.5_pt}}, 0.5_pt, kBlack},
                DrawImage{3, {10_pt, 50_pt, 60_pt, 30_pt}, 0, 0.0, 0.125, 1.0, 0.75}};
  edition.pages.push_back(page);
  page.number = 2;
  page.items.clear();
  page.fits.clear();
  page.slots.clear();
  edition.pages.push_back(page);
  return edition;
}

TEST(Dump, IsWholeAndLineBased) {
  EXPECT_EQ(dump(small_edition(), catalogue(), {0}), R"({
"banxin_page":1,
"paper":"晋中日报",
"title":"一版",
"author":"编辑部",
"language":"zh-Hans",
"date":"2024-01-08",
"structure":[
{"id":0,"kind":"document","title":"一版"},
{"id":1,"kind":"article","parent":0,"title":"太谷\"饼\""},
{"id":2,"kind":"paragraph","parent":1},
{"id":3,"kind":"figure","parent":1,"title":"饼"}
],
"images":[
{"name":"photos/a.jpg","width":1800,"height":1200}
],
"pages":[
{
"number":1,"width":200,"height":100.5,"bleed":0,"type_area":[10,20,180,60],
"fits":[
{"frame":"lead","box":[10,20,180,60],"article":0,"slots":4,"lines":2},
{"frame":"side","box":[10,20,90,60]},
{"frame":"foot","box":[10,60,90,20],"article":1,"slots":1,"lines":1,"over_lines":1,"over_characters":3,"over_text":"放不下"}
],
"slots":[
{"frame":"lead","column":1,"row":2,"box":[10,20,85.5,9.5]}
],
"items":[
{"text":"太谷","node":2,"face":"noto-serif-sc","size":9.5,"ink":[0,0,0,100],"y":28.36,"x":[10,19.5],"glyphs":[100,101]},
{"text":"——谷","node":2,"face":"noto-serif-sc","size":9.5,"ink":[0,0,0,100],"y":[42,42.25],"x":[10,29],"glyphs":[7,101],"bytes":[[0,6],[6,9]]},
{"rule":[0.1,5,200,0.25],"ink":[0,100,90,0.5]},
{"stroke":[10,44,11.5,43.5],"width":0.5,"node":2,"ink":[0,0,0,100]},
{"image":[10,50,60,30],"node":3,"photo":"photos/a.jpg","crop":[0,0.125,1,0.75]}
]
}
]
}
)");
}

/// How glyphs stand is written where it is not the usual.
TEST(Dump, WritesTurnsAndWidths) {
  PlacedEdition edition = small_edition();
  auto& turned = std::get<DrawText>(edition.pages[0].items[0]);
  turned.turn = Turn::kClockwise;
  turned.width_percent = 70;
  turned.glyphs[1].origin = {10_pt, 37.86_pt};
  EXPECT_NE(dump(edition, catalogue())
                .find("\"ink\":[0,0,0,100],\"turn\":90,\"width_percent\":70,"
                      "\"y\":[28.36,37.86],\"x\":[10,10],\"glyphs\":[100,101]}"),
            std::string::npos);
}

TEST(Dump, WritesTheChosenPagesInOrder) {
  const PlacedEdition edition = small_edition();
  const std::string both = dump(edition, catalogue());
  EXPECT_LT(both.find("\"number\":1"), both.find("\"number\":2"));
  const std::string turned = dump(edition, catalogue(), {1, 0});
  EXPECT_GT(turned.find("\"number\":1"), turned.find("\"number\":2"));
  EXPECT_EQ(dump(edition, catalogue(), {1}).find("\"number\":1"), std::string::npos);
}

TEST(Dump, KeepsPathsOfTheMachineOut) {
  EXPECT_EQ(dump(small_edition(), catalogue()).find("/home/"), std::string::npos);
}

/// A moved line must show as one changed line in review.
TEST(Dump, ChangesOneLineWhenOneItemMoves) {
  PlacedEdition edition = small_edition();
  const std::string before = dump(edition, catalogue());
  std::get<DrawRule>(edition.pages[0].items[2]).box.y += 1_pt;
  const std::string after = dump(edition, catalogue());
  ASSERT_EQ(std::count(before.begin(), before.end(), '\n'), std::count(after.begin(), after.end(), '\n'));
  std::size_t changed = 0;
  for (std::size_t a = 0, b = 0; a < before.size();) {
    const std::size_t a_end = before.find('\n', a), b_end = after.find('\n', b);
    changed += before.substr(a, a_end - a) != after.substr(b, b_end - b);
    a = a_end + 1, b = b_end + 1;
  }
  EXPECT_EQ(changed, 1u);
}

}  // namespace
}  // namespace banxin
