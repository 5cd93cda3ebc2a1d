// Inks by name: what a palette makes of them, and what is wrong with one.
#include "support.h"

namespace banxin {
namespace {

const std::string kHead =
    "page: {size: 四开}\ngrid: {size: 9pt, pitch: 13pt, columns: 4, measure: 17字, gap: 1字, rows: 50}\n";
const std::string kFrames = "frames: {lead: {kind: story, columns: 1-4, rows: 5-50}}\n";

struct ReadPalette : Desk {
  ReadPalette(const std::string& inks, const std::string& styles) {
    write("l.yaml", kHead + inks + styles + kFrames);
    document = read();
  }
  Ink of(const std::string& style) const { return document.value().layouts.at(0).styles.at(style).ink; }
  std::optional<Document> document;
};

TEST(Palette, NamesInksAndTheirTints) {
  const ReadPalette read(
      "inks:\n  报红: {spot: PANTONE 485 C, cmyk: C0 M95 Y100 K0}\n  藏青: {cmyk: C100 M70 Y0 K30}\n"
      "  网页蓝: {rgb: \"#0080ff\"}\n",
      "styles: {title: {ink: 报红}, kicker: {ink: 报红 40}, deck: {ink: 藏青 50}, byline: {ink: 网页蓝}}\n");
  ASSERT_EQ(read.findings(), "");
  EXPECT_EQ(read.of("title"), (Ink{0, 950, 1000, 0, 1, 1000}));
  EXPECT_EQ(read.of("kicker"), (Ink{0, 380, 400, 0, 1, 400}));
  EXPECT_EQ(read.of("deck"), (Ink{500, 350, 0, 150}));
  EXPECT_EQ(read.of("byline"), (Ink{1000, 498, 0, 0, 2, 1000}));
  const std::vector<NamedInk>& spots = read.document->spots;
  ASSERT_EQ(spots.size(), 2u);
  EXPECT_EQ(spots[0].plate, "PANTONE 485 C");
  EXPECT_EQ(spots[0].solid, (Ink{0, 950, 1000, 0}));
  EXPECT_FALSE(spots[0].screen_only);
  EXPECT_TRUE(spots[1].screen_only);
}

TEST(Palette, OfTheEditionServesAllLayouts) {
  Desk desk;
  desk.write("edition.yaml",
             "paper: 日报\ninks: {报红: {spot: 485, cmyk: M95 Y100}}\npages:\n"
             "  - {number: 1, layout: l.yaml, frames: {lead: a.md}}\n");
  desk.write("l.yaml", kHead + "styles: {title: {ink: 报红}}\n" + kFrames);
  const std::optional<Document> document = desk.read();
  ASSERT_TRUE(document) << desk.findings();
  EXPECT_EQ(document->layouts[0].styles.at("title").ink.spot, 1);
}

TEST(Palette, PointsAtMistakes) {
  const ReadPalette read(
      "inks:\n  black: {cmyk: K 90}\n  a: {spot: Gold}\n  b: {cmyk: red}\n  c: {rgb: blue}\n"
      "  d: {spot: Gold, cmyk: M20 Y80}\n  e: {spot: Gold, cmyk: M30 Y80}\n",
      "styles: {title: {ink: d 120}, deck: {ink: f}}\n");
  EXPECT_EQ(read.findings(), R"(l.yaml:4:3: error[ink-name]: 'black' is an ink already
  black: {cmyk: K 90}
  ^~~~~
hint: choose another name
l.yaml:5:3: error[ink-make-up]: the ink 'a' needs 'cmyk' or 'rgb'
  a: {spot: Gold}
  ^
hint: spot: the name of its plate, with cmyk: how it looks; rgb: for screens alone
l.yaml:6:13: error[bad-ink]: 'red' is not an ink
  b: {cmyk: red}
            ^~~
hint: write black, white, or percents of plates: K 40, C0 M100 Y100 K5
l.yaml:7:12: error[bad-ink]: 'blue' is not a screen colour
  c: {rgb: blue}
           ^~~~
hint: write red, green and blue as in "#d0021b"
l.yaml:9:3: error[spot-differs]: the plate 'Gold' has two make-ups
  e: {spot: Gold, cmyk: M30 Y80}
  ^
hint: the other is at line 8, column 3
l.yaml:10:23: error[out-of-range]: 'd 120': a plate prints 0 to 100 percent
styles: {title: {ink: d 120}, deck: {ink: f}}
                      ^~~~~
l.yaml:10:43: error[bad-ink]: 'f' is not an ink
styles: {title: {ink: d 120}, deck: {ink: f}}
                                          ^
hint: write black, white, or percents of plates: K 40, C0 M100 Y100 K5; or a name of the palette: d, e
)");
}

}  // namespace
}  // namespace banxin
