// Layouts that extend layouts: paper, section, page.
#include "support.h"

namespace banxin {
namespace {

class ExtendsDesk : public Desk {
 public:
  ExtendsDesk() {
    write("paper.yaml",
          "page: {size: 四开, margins: {left: 10mm}}\n" + std::string(kGrid) +
              "styles:\n  title: {size: 26pt, font: hei}\n"
              "frames:\n  folio: {kind: folio, columns: 1-4, rows: 1-2, left: \"{paper}\"}\n"
              "  lead: {kind: story, columns: 1-2, rows: 5-50, photos: [{columns: 1, rows: 3}]}\n");
  }
};

TEST(Extends, MapsMergeAndListsReplace) {
  ExtendsDesk desk;
  desk.write("section.yaml", "extends: paper.yaml\nstyles:\n  title: {font: song bold}\n");
  desk.write("l.yaml",
             "extends: section.yaml\ngrid: {rows: 60}\nframes:\n  lead: {columns: 1-4, photos: []}\n"
             "  low: {kind: story, columns: 1-4, rows: 55-60}\n");
  desk.write("edition.yaml",
             "paper: 晚报\npages:\n  - number: 1\n    layout: l.yaml\n    frames: {lead: a.md, low: b.md}\n");
  const auto document = desk.read();
  ASSERT_TRUE(document) << desk.findings();
  const PageLayout& layout = document->layouts[0];
  EXPECT_EQ(layout.grid.rows, 60);
  EXPECT_EQ(layout.grid.columns, 4);
  EXPECT_EQ(layout.origin.x, Length::millimetres(10));
  EXPECT_EQ(layout.styles.at("title").size, 26_pt);
  EXPECT_EQ(layout.styles.at("title").font.role, "song");
  ASSERT_EQ(layout.frames.size(), 3u);
  EXPECT_EQ(layout.frames[0].name.value, "folio");
  EXPECT_EQ(layout.frames[1].columns.value, (Range{1, 4}));
  EXPECT_EQ(layout.frames[1].rows.value, (Range{5, 50}));
  EXPECT_TRUE(layout.frames[1].photos.empty());
}

TEST(Extends, AKeyWithoutValueTakesTheInheritedOneAway) {
  ExtendsDesk desk;
  desk.write("l.yaml", "extends: paper.yaml\nframes:\n  folio:\n");
  const auto document = desk.read();
  ASSERT_TRUE(document) << desk.findings();
  ASSERT_EQ(document->layouts[0].frames.size(), 1u);
  EXPECT_EQ(document->layouts[0].frames[0].name.value, "lead");
}

TEST(Extends, AFrameTakenAwayThatAnotherOneNames) {
  ExtendsDesk desk;
  desk.write("section.yaml",
             "extends: paper.yaml\nframes:\n  lead: {to: low}\n"
             "  low: {kind: story, columns: 3-4, rows: 5-50}\n");
  desk.write("l.yaml", "extends: section.yaml\nframes:\n  low:\n");
  desk.read();
  EXPECT_EQ(
      desk.findings(),
      R"(l.yaml:3:3: error[unknown-frame]: frame 'low' is taken away here, but frame 'lead' names it at line 3, column 14 of 'section.yaml'
  low:
  ^~~
hint: write lead: {to: } too, or name another frame there
)");
  desk.write("l.yaml", "extends: section.yaml\nframes:\n  low:\n  lead: {to: }\n");
  desk.diags = {};
  desk.read();
  EXPECT_EQ(desk.findings(), "");
}

TEST(Extends, AMistakeIsShownInTheFileThatMadeIt) {
  ExtendsDesk desk;
  desk.write("l.yaml", "extends: paper.yaml\ngrid: {columns: 1, gap: 1Q}\n");
  desk.read();
  EXPECT_EQ(desk.findings(),
            R"(l.yaml:2:25: error[unknown-unit]: '1Q': unknown unit 'Q'
grid: {columns: 1, gap: 1Q}
                        ^~
hint: the unit here is 字
paper.yaml:6:33: error[frame-outside-grid]: frame 'folio' takes columns 1-4; the grid has 1
  folio: {kind: folio, columns: 1-4, rows: 1-2, left: "{paper}"}
                                ^~~
paper.yaml:7:32: error[frame-outside-grid]: frame 'lead' takes columns 1-2; the grid has 1
  lead: {kind: story, columns: 1-2, rows: 5-50, photos: [{columns: 1, rows: 3}]}
                               ^~~
)");
}

TEST(Extends, ACircleIsShownAtTheLineThatClosesIt) {
  ExtendsDesk desk;
  desk.write("l.yaml", "extends: section.yaml\n" + read_file("paper.yaml"));
  desk.write("section.yaml", "extends: l.yaml\n");
  desk.read();
  EXPECT_EQ(desk.findings(), R"(section.yaml:1:10: error[layout-circle]: the layout extends itself
extends: l.yaml
         ^~~~~~
hint: layout 'l.yaml' is extended by this one already
)");
}

TEST(Extends, AMissingFileIsToldOnce) {
  ExtendsDesk desk;
  desk.write("l.yaml", "extends: papre.yaml\n" + read_file("paper.yaml"));
  desk.read();
  EXPECT_EQ(desk.findings(), R"(l.yaml:1:10: error[not-found]: layout 'papre.yaml' not found
extends: papre.yaml
         ^~~~~~~~~~
hint: did you mean 'paper.yaml'?
)");
}

TEST(Extends, AGridIsKnownByItsName) {
  for (const char* name : {"对开", "duikai", "四开", "sikai", "broadsheet", "tabloid", "berliner"}) {
    Desk desk;
    desk.write("l.yaml", std::string("extends: ") + name +
                             "\ngrid: {rows: 60}\nframes: {lead: {kind: story, columns: 1-4, rows: 5-50}}\n");
    const auto document = desk.read();
    ASSERT_TRUE(document) << desk.findings();
    EXPECT_EQ(document->layouts[0].grid.size, 9_pt) << name;
    EXPECT_EQ(document->layouts[0].grid.rows, 60) << name;
  }
}

TEST(Extends, AWrongGridListsTheGridsAndNothingElse) {
  Desk desk;
  desk.write("l.yaml", "extends: broadshet\nframes: {lead: {kind: story, columns: 1-4, rows: 5-50}}\n");
  desk.read();
  EXPECT_EQ(desk.findings(), R"(l.yaml:1:10: error[unknown-grid]: there is no grid 'broadshet'
extends: broadshet
         ^~~~~~~~~
hint: did you mean 'broadsheet'? the grids are: broadsheet, tabloid, berliner, duikai, 对开, sikai, 四开; a file of your own is written with its ending, as 'broadshet.yaml'
)");
}

TEST(Extends, AGridIsNoLayoutOfAPage) {
  Desk desk;
  desk.write("edition.yaml",
             "paper: 晚报\npages:\n  - {number: 1, layout: broadsheet, frames: {lead: a.md}}\n");
  desk.read();
  EXPECT_EQ(desk.findings(),
            R"(edition.yaml:3:25: error[grid-without-frames]: 'broadsheet' is a grid, which has no frames
  - {number: 1, layout: broadsheet, frames: {lead: a.md}}
                        ^~~~~~~~~~
hint: write a layout file that says `extends: broadsheet` and has `frames:`, and name that
)");
}

TEST(Extends, AMistakeAgainstAGridIsShownAtIt) {
  Desk desk;
  desk.write("l.yaml",
             "extends: berliner\ngrid: {columns: 8}\n"
             "frames: {lead: {kind: story, columns: 1-4, rows: 5-50}}\n");
  desk.read();
  EXPECT_EQ(
      desk.findings(),
      R"(l.yaml:2:1: error[type-area]: the type area of 377.8mm × 423mm is larger than the page of 315mm × 470mm
grid: {columns: 8}
^~~~
hint: take fewer 字 or 行, a smaller size, or a larger page
)");
}

TEST(Margins, OnEachSide) {
  Desk desk;
  const std::string rest =
      std::string(Desk::kGrid) + "frames: {lead: {kind: story, columns: 1-4, rows: 5-50}}\n";
  desk.write("l.yaml", "page: {size: 四开, margins: {right: 5mm, bottom: 10mm}}\n" + rest);
  const auto document = desk.read();
  ASSERT_TRUE(document) << desk.findings();
  const PageLayout& layout = document->layouts[0];
  EXPECT_EQ(layout.width - layout.type_area().right(), Length::millimetres(5));
  EXPECT_EQ(layout.height - layout.type_area().bottom(), Length::millimetres(10));
}

TEST(Margins, BothSidesWantMoreThanIsLeft) {
  Desk desk;
  desk.write("l.yaml", "page: {size: 四开, margins: {left: 20mm, right: 40mm}}\n" + std::string(Desk::kGrid) +
                           "frames: {lead: {kind: story, columns: 1-4, rows: 5-50}}\n");
  desk.read();
  EXPECT_EQ(desk.findings(),
            R"(l.yaml:1:47: error[type-area]: the type area leaves 24.6mm at the right, the margin is 40mm
page: {size: 四开, margins: {left: 20mm, right: 40mm}}
                                                ^~~~
hint: take fewer 字 or 行, a smaller size, or a larger page
)");
}

TEST(Fold, ASpreadIsTwoPages) {
  Desk desk;
  const std::string rest =
      std::string(Desk::kGrid) + "frames: {lead: {kind: story, columns: 1-4, rows: 5-50}}\n";
  desk.write("l.yaml", "page: {size: 四开, fold: spread, gutter: 12mm}\n" + rest);
  desk.write(
      "edition.yaml",
      "paper: 晋中日报\ndate: 2024-01-08\npages:\n  - {number: 4, layout: l.yaml, frames: {lead: a.md}}\n");
  const auto document = desk.read();
  ASSERT_TRUE(document) << desk.findings();
  EXPECT_EQ(numbers_of(document->edition.pages[0]), "4-5");
  const PageLayout& layout = document->layouts[0];
  EXPECT_EQ(layout.width, Length::millimetres(270) * 2);
  EXPECT_EQ(layout.fold_zone().width, Length::millimetres(12));
  EXPECT_EQ(layout.fold_zone().x + layout.fold_zone().width / 2, layout.width / 2);
}

TEST(Fold, OnlyASpreadHasAGutter) {
  Desk desk;
  desk.write("l.yaml", "page: {size: 四开, fold: across, gutter: 12mm}\n" + std::string(Desk::kGrid) +
                           "frames: {lead: {kind: story, columns: 1-4, rows: 5-50}}\n");
  desk.read();
  EXPECT_EQ(desk.findings(), R"(l.yaml:1:32: error[gutter-without-spread]: only a spread has a gutter
page: {size: 四开, fold: across, gutter: 12mm}
                                 ^~~~~~
hint: write fold: spread, or leave the gutter out
)");
}

}  // namespace
}  // namespace banxin
