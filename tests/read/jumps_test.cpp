// Jumps 转版: both ends are checked when the edition is read.
#include "support.h"

namespace banxin {
namespace {

const std::string kHead = "page: {size: 四开}\n" + std::string(Desk::kGrid) + "frames:\n";

/// Three pages: the lead and a second story on the first, a frame for the rest of one on the others.
class JumpDesk : public Desk {
 public:
  JumpDesk() {
    write("l.yaml", kHead +
                        "  lead: {kind: story, columns: 1, rows: 5-50}\n"
                        "  side: {kind: story, columns: 2, rows: 5-50}\n");
    write("rest.yaml", kHead + "  rest: {kind: story, columns: 1-2, rows: 5-50, continued: true}\n");
    write("large.yaml", kHead +
                            "  rest: {kind: story, columns: 1-2, rows: 5-50, continued: true, "
                            "grid: {size: 12pt, pitch: 17pt}}\n");
  }
  void pages(const std::string& text) { write("edition.yaml", "paper: 晚报\npages:\n" + text); }
};

const std::string kFirst = "  - {number: 1, layout: l.yaml, frames: {lead: a.md, side: b.md}}\n";

TEST(Jumps, OneArticleInTwoFrames) {
  JumpDesk desk;
  desk.pages(kFirst + "  - {number: 3, layout: rest.yaml, frames: {rest: a.md}}\n");
  const auto document = desk.read();
  ASSERT_TRUE(document);
  EXPECT_EQ(desk.findings(), "");
  const PageLayout& layout = document->layouts[0];
  const std::vector<FramePlace> rests = rests_of(document->places()[0], {0, &layout.frames[0]});
  ASSERT_EQ(rests.size(), 1u);
  EXPECT_EQ(rests[0].page, 1u);
  EXPECT_TRUE(rests_of(document->places()[1], {0, &layout.frames[1]}).empty());
}

TEST(Jumps, FromNowhere) {
  JumpDesk desk;
  desk.write("c.md", "正文。\n");
  desk.pages(kFirst + "  - {number: 3, layout: rest.yaml, frames: {rest: c.md}}\n");
  desk.read();
  EXPECT_EQ(
      desk.findings(),
      R"(edition.yaml:4:51: error[jump-from-nowhere]: frame 'rest' takes the rest of a story that begins on no earlier page
  - {number: 3, layout: rest.yaml, frames: {rest: c.md}}
                                                  ^~~~
hint: give the article to a frame of an earlier page too, or to one that is not `continued`
)");
}

/// 1 → 2 → 3.
TEST(Jumps, Twice) {
  JumpDesk desk;
  desk.pages(kFirst +
             "  - {number: 2, layout: rest.yaml, frames: {rest: a.md}}\n"
             "  - {number: 3, layout: rest.yaml, frames: {rest: a.md}}\n");
  const auto document = desk.read();
  ASSERT_TRUE(document);
  EXPECT_EQ(desk.findings(), "");
  const std::vector<FramePlace> rests = rests_of(document->places()[0], {0, &document->layouts[0].frames[0]});
  ASSERT_EQ(rests.size(), 2u);
  EXPECT_EQ(rests[0].page, 1u);
  EXPECT_EQ(rests[1].page, 2u);
}

TEST(Jumps, TwoRestsOnOnePage) {
  JumpDesk desk;
  desk.write("rest.yaml", kHead +
                              "  rest: {kind: story, columns: 1, rows: 5-50, continued: true}\n"
                              "  more: {kind: story, columns: 2, rows: 5-50, continued: true}\n");
  desk.pages(kFirst + "  - {number: 3, layout: rest.yaml, frames: {rest: a.md, more: a.md}}\n");
  desk.read();
  EXPECT_EQ(desk.findings(),
            R"(edition.yaml:4:63: error[jump-to-same-page]: the story goes on on page 3 too, in frame 'rest'
  - {number: 3, layout: rest.yaml, frames: {rest: a.md, more: a.md}}
                                                              ^~~~
hint: on one page let it go on with `to:` in the layout
)");
}

TEST(Jumps, ToTheSamePage) {
  JumpDesk desk;
  desk.write("l.yaml", kHead +
                           "  lead: {kind: story, columns: 1, rows: 5-50}\n"
                           "  rest: {kind: story, columns: 2, rows: 5-50, continued: true}\n");
  desk.pages("  - {number: 1, layout: l.yaml, frames: {lead: a.md, rest: a.md}}\n");
  desk.read();
  EXPECT_EQ(desk.findings(),
            R"(edition.yaml:3:60: error[jump-to-same-page]: the story begins on page 1 too, in frame 'lead'
  - {number: 1, layout: l.yaml, frames: {lead: a.md, rest: a.md}}
                                                           ^~~~
hint: on one page let it go on with `to:` in the layout
)");
}

TEST(Jumps, InAnotherSize) {
  JumpDesk desk;
  desk.pages(kFirst + "  - {number: 3, layout: large.yaml, frames: {rest: a.md}}\n");
  desk.read();
  EXPECT_EQ(desk.findings(),
            R"(edition.yaml:4:52: error[jump-size]: the type of frame 'rest' is not as large as on page 1
  - {number: 3, layout: large.yaml, frames: {rest: a.md}}
                                                   ^~~~
hint: give both frames a grid of one size
)");
}

TEST(Jumps, TheirTextsSayOnWhichPage) {
  JumpDesk desk;
  desk.write("l.yaml", kHead +
                           "  lead: {kind: story, columns: 1, rows: 5-50}\n"
                           "  side: {kind: story, columns: 2, rows: 5-50}\n"
                           "jumps: {to: （下转）, least-before: 10行}\n");
  desk.pages(kFirst);
  desk.read();
  EXPECT_EQ(desk.findings(),
            R"(l.yaml:6:13: error[jump-without-page]: '（下转）' does not say on which page
jumps: {to: （下转）, least-before: 10行}
            ^~~~~~~~
hint: write {page} where the number goes, as in 下转第{page}版
)");
}

}  // namespace
}  // namespace banxin
