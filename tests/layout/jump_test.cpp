// Stories that go on on another page 转版.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <string>
#include <vector>

#include "support.h"

namespace banxin {
namespace {

using test::add_paragraph;
using test::copy;
using test::han;
using test::newspaper;
using test::picture;

/// Page 1 with a frame "lead" of one column, page 3 with a frame "rest" of two.
Document jumping(int rows_before, int rows_after, int measure = 12) {
  Document d = newspaper(1, measure, rows_before);
  PageLayout second = newspaper(2, measure, rows_after).layouts[0];
  second.frames[0].name.value = "rest";
  second.frames[0].continued = true;
  for (PageLayout* layout : {&d.layouts[0], &second}) {
    layout->jumps.least_before = 1, layout->jumps.least_after = 1;
    layout->styles["jump"].align = Align::kEnd;
  }
  d.layouts.push_back(second);
  d.edition.pages.push_back({3, {}, 1, {{"rest", 0}}, {}});
  d.articles[0].title = copy("主题");
  d.layouts[0].frames[0].head_rows = 2;
  d.layouts[1].frames[0].head_rows = 2;
  return d;
}

std::string text_of(const PlacedPage& page) {
  std::string out;
  for (const DrawItem& item : page.items) {
    if (const DrawText* t = std::get_if<DrawText>(&item)) out += t->text + "/";
  }
  return out;
}

TEST(Jump, TextGoesOnOnAnotherPage) {
  Document d = jumping(6, 6);
  add_paragraph(d, han(10 + 12 * 6));
  Diagnostics diags;
  const PlacedEdition e = place_edition(d, test::serif(), diags);
  EXPECT_TRUE(diags.all().empty());
  EXPECT_EQ(text_of(e.pages[0]), "主题/" + han(10) + "/" + han(12, 10) + "/" + han(12, 22) + "/下转第3版/");
  EXPECT_EQ(text_of(e.pages[1]), "主题/上接第1版/" + han(12, 34) + "/" + han(12, 46) + "/" + han(12, 58) +
                                     "/" + han(12, 70) + "/");
}

/// Pages whose rows are not equally far apart: each part stands on its own, and no line is lost between them.
TEST(Jump, EachPartStandsOnTheRowsOfItsPage) {
  Document d = jumping(6, 6);
  PageLayout& second = d.layouts[1];
  second.grid.pitch = 18_pt;
  second.height = second.grid.height(6) + 40_pt;
  for (auto& [name, style] : second.styles) style.pitch = 18_pt;
  add_paragraph(d, han(10 + 12 * 6));
  Diagnostics diags;
  const PlacedEdition e = place_edition(d, test::serif(), diags);
  EXPECT_TRUE(diags.all().empty());
  const Length pitches[] = {15_pt, 18_pt};
  std::string text;
  for (std::size_t page = 0; page < 2; ++page) {
    for (const DrawText& t : test::all<DrawText>(e.pages[page])) {
      if (t.node == kArtifact || t.text == "主题" || t.glyphs.size() < 10) continue;
      text += t.text;
      const Length row = t.glyphs.front().origin.y - 20_pt - Em::of(0.88).at(10_pt);
      EXPECT_NEAR(row / pitches[page], std::round(row / pitches[page]), 0.001) << t.text;
    }
  }
  EXPECT_EQ(text, han(10 + 12 * 6));
}

TEST(Jump, ItIsOneArticleAndOneParagraph) {
  Document d = jumping(6, 6);
  d.articles[0].jump_title = copy("续题");
  add_paragraph(d, han(10 + 12 * 6));
  Diagnostics diags;
  const PlacedEdition e = place_edition(d, test::serif(), diags);
  std::map<StructureNode::Kind, int> kinds;
  for (const StructureNode& node : e.structure) ++kinds[node.kind];
  EXPECT_EQ(kinds[StructureNode::Kind::kArticle], 1);
  EXPECT_EQ(kinds[StructureNode::Kind::kParagraph], 1);
  EXPECT_EQ(kinds[StructureNode::Kind::kHeadline], 1);
  EXPECT_EQ(kinds[StructureNode::Kind::kSubheadline], 1);
  EXPECT_THAT(text_of(e.pages[1]), testing::StartsWith("续题/上接第1版/"));
}

TEST(Jump, TheLinesThatSayWhereAreNoCopy) {
  Document d = jumping(6, 6);
  add_paragraph(d, han(10 + 12 * 6));
  Diagnostics diags;
  const PlacedEdition e = place_edition(d, test::serif(), diags);
  int made = 0;
  for (const PlacedPage& page : e.pages) {
    for (const DrawItem& item : page.items) {
      const DrawText* t = std::get_if<DrawText>(&item);
      if (t == nullptr || t->node != kArtifact) continue;
      ++made;
      EXPECT_THAT(t->text, testing::AnyOf("下转第3版", "上接第1版"));
    }
  }
  EXPECT_EQ(made, 2);
}

TEST(Jump, BothPagesReportTheirPart) {
  Document d = jumping(6, 6);
  add_paragraph(d, han(10 + 12 * 14));
  Diagnostics diags;
  const PlacedEdition e = place_edition(d, test::serif(), diags);
  ASSERT_EQ(e.pages[0].fits.size(), 1u);
  EXPECT_EQ(e.pages[0].fits[0].slots, 3);
  EXPECT_EQ(e.pages[0].fits[0].lines, 3);
  EXPECT_EQ(e.pages[0].fits[0].over_lines, 0);
  ASSERT_EQ(e.pages[1].fits.size(), 1u);
  EXPECT_EQ(e.pages[1].fits[0].slots, 8);
  EXPECT_EQ(e.pages[1].fits[0].over_lines, 4);
}

/// A paragraph of the sample page: fourteen lines of seventeen characters at its best, thirteen when its
/// commas give.
const char* const kElastic =
    "“这次会议，奏响了民营经济的‘回春曲’，标志着我市经济发展拉开了新的序幕，我"
    "们的心安了，动力也足了，相信在市委、市政府的坚强领导下，全市民营企业一定能够"
    "实现快速成长。”巩志义表示，将坚决贯彻执行好会议精神，认真做好宣传宣讲，及时"
    "把会议精神传达到公司的各个角落。公司将抢抓转型发展的重大机遇，锚定自主创新，"
    "发挥示范引领，以企业技术研发平台为依托，进一步加快科技成果转化，打牢企业创新"
    "基础，加快发展新技术、新工艺、新装备、新产品，努力做大做强制造业特色优势产业"
    "。";

TEST(Jump, ItDoesNotStandAtTheEndOfAParagraphWhereThatCanBeHelped) {
  Document d = jumping(2 + 14 + 1, 30, 17);  // head, fourteen lines, 下转
  add_paragraph(d, kElastic);
  add_paragraph(d, han(170, 30) + "。");
  Diagnostics diags;
  const PlacedEdition e = place_edition(d, test::serif(), diags);
  EXPECT_THAT(text_of(e.pages[0]), testing::Not(testing::HasSubstr("。/下转")));
  EXPECT_EQ(e.pages[0].fits[0].lines, 14);
}

TEST(Jump, NothingLeftToJumpForIsAnError) {
  Document d = jumping(9, 6);
  add_paragraph(d, han(30));
  Diagnostics diags;
  place_edition(d, test::serif(), diags);
  ASSERT_EQ(diags.all().size(), 1u);
  EXPECT_EQ(diags.all()[0].code, "jump-empty");
  EXPECT_EQ(diags.all()[0].message,
            "the story ends before it jumps: nothing is left for frame 'rest' on page 3");
}

/// Pages 1, 3 and 5.
Document jumping_twice() {
  Document d = jumping(6, 6);
  PageLayout middle = newspaper(1, 12, 6).layouts[0];
  middle.frames[0].name.value = "middle";
  middle.frames[0].continued = true;
  middle.jumps = d.layouts[0].jumps;
  middle.styles["jump"].align = Align::kEnd;
  middle.frames[0].head_rows = 2;
  d.layouts.push_back(middle);
  d.edition.pages[1] = {3, {}, 2, {{"middle", 0}}, {}};
  d.edition.pages.push_back({5, {}, 1, {{"rest", 0}}, {}});
  return d;
}

TEST(Jump, TwiceWithBothEndsOfEach) {
  Document d = jumping_twice();
  add_paragraph(d, han(10 + 12 * 9));
  Diagnostics diags;
  const PlacedEdition e = place_edition(d, test::serif(), diags);
  EXPECT_TRUE(diags.all().empty());
  EXPECT_EQ(text_of(e.pages[0]), "主题/" + han(10) + "/" + han(12, 10) + "/" + han(12, 22) + "/下转第3版/");
  EXPECT_EQ(text_of(e.pages[1]),
            "主题/上接第1版/" + han(12, 34) + "/" + han(12, 46) + "/" + han(12, 58) + "/下转第5版/");
  EXPECT_EQ(text_of(e.pages[2]), "主题/上接第3版/" + han(12, 70) + "/" + han(12, 82) + "/" + han(12, 94) +
                                     "/" + han(12, 106) + "/");
  EXPECT_EQ(e.pages[1].fits[0].lines, 3);
  EXPECT_EQ(e.pages[2].fits[0].lines, 4);
  int articles = 0;
  for (const StructureNode& node : e.structure)
    articles += node.kind == StructureNode::Kind::kArticle ? 1 : 0;
  EXPECT_EQ(articles, 1);
}

TEST(Jump, AnEndBeforeTheSecondJumpIsAnError) {
  Document d = jumping_twice();
  add_paragraph(d, han(10 + 12 * 4));
  Diagnostics diags;
  place_edition(d, test::serif(), diags);
  ASSERT_EQ(diags.all().size(), 1u);
  EXPECT_EQ(diags.all()[0].message,
            "the story ends before it jumps: nothing is left for frame 'rest' on page 5");
}

TEST(Jump, NoCharacterIsLostOverTwo) {
  for (int n = 30; n < 260; n += 11) {
    Document d = jumping_twice();
    std::string in;
    for (const int part : {n / 3, n / 2, n / 6}) add_paragraph(d, han(part, n)), in += han(part, n);
    Diagnostics diags;
    const PlacedEdition e = place_edition(d, test::serif(), diags);
    std::string out;
    for (const PlacedPage& page : e.pages) {
      for (const DrawText& t : test::all<DrawText>(page)) {
        if (t.node != kArtifact && e.structure[t.node].kind == StructureNode::Kind::kParagraph) out += t.text;
      }
    }
    std::string over = e.pages[2].fits[0].over_text;
    std::erase(over, '\n');
    EXPECT_EQ(out + over, in) << n;
  }
}

TEST(Jump, NoCharacterIsLost) {
  for (int rows = 4; rows <= 14; ++rows) {
    Document d = jumping(rows, rows);
    std::string in;
    for (const int n : {40, 3, 77, 1, 125}) {
      add_paragraph(d, han(n, n) + "。");
      in += han(n, n) + "。";
    }
    Diagnostics diags;
    const PlacedEdition e = place_edition(d, test::serif(), diags);
    std::string out;
    for (const PlacedPage& page : e.pages) {
      for (const DrawItem& item : page.items) {
        const DrawText* t = std::get_if<DrawText>(&item);
        if (t != nullptr && t->node != kArtifact &&
            e.structure[t->node].kind == StructureNode::Kind::kParagraph) {
          out += t->text;
        }
      }
    }
    std::string over = e.pages[1].fits[0].over_text;
    std::erase(over, '\n');
    EXPECT_EQ(out + over, in) << rows;
  }
}

}  // namespace
}  // namespace banxin
