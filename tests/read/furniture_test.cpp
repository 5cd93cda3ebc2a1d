// Page furniture: what is read, and what is wrong with it, as it is told.
#include <gmock/gmock.h>

#include "support.h"

namespace banxin {
namespace {

class Furniture : public Desk {
 public:
  Furniture() {
    write("l.yaml", "page: {size: 四开}\n" + std::string(kGrid) +
                        "frames:\n"
                        "  lead: {kind: story, columns: 1-2, rows: 11-50}\n"
                        "  side: {kind: story, columns: 3-4, rows: 11-30}\n"
                        "  digest: {kind: digest, columns: 3-4, rows: 1-9}\n"
                        "  notes: {kind: text, columns: 1-2, rows: 1-9}\n"
                        "  ad: {kind: advert, columns: 3-4, rows: 31-50}\n");
  }
  void edition(const std::string& more) {
    write("edition.yaml",
          "paper: 晋中日报\ndate: 2024-01-08\npages:\n  - number: 3\n    layout: l.yaml\n    frames: {lead: "
          "a.md, side: b.md}\n" +
              more);
  }
};

const char kRest[] =
    "    texts: {notes: 一}\n    digests: {digest: [{title: 一, to: a.md}]}\n    adverts: {ad: {file: "
    "x.pdf}}\n";

TEST(Furniture, IsReadWithItsReferences) {
  Furniture desk;
  desk.edition(
      "    texts: {notes: '见第{page:b.md}版，{page:lead}'}\n"
      "    digests: {digest: [{title: 一, line: 二, to: a.md}, {title: 三, to: side}]}\n"
      "    adverts: {ad: {file: x.pdf, page: 2, size: [120mm, 80mm]}}\n"
      "    credits: {责编: 张三, 版式: 李四}\n");
  const auto document = desk.read();
  ASSERT_TRUE(document) << desk.findings();
  const PageSpec& page = document->edition.pages[0];
  EXPECT_EQ(page.texts.at("notes").value, "见第3版，3");
  EXPECT_EQ(page.digests.at("digest")[0].page, 3);
  EXPECT_EQ(page.digests.at("digest")[1].page, 3);
  EXPECT_EQ(page.adverts.at("ad").width, 120_mm);
  EXPECT_EQ(page.adverts.at("ad").art.page.value, 2);
  EXPECT_EQ(page.adverts.at("ad").art.path, "x.pdf");
  EXPECT_EQ(page.credits[1].role + page.credits[1].name, "版式李四");
}

TEST(Furniture, ReferencesFindThePagesOfASpread) {
  Desk desk;
  desk.write("s.yaml",
             "page: {size: 四开, fold: spread}\n"
             "grid: {size: 9pt, pitch: 13pt, columns: 4, measure: 17字, gap: 1字, rows: 50}\n"
             "frames:\n  left: {kind: story, columns: 1-2, rows: 1-40}\n"
             "  right: {kind: story, columns: 3-4, rows: 1-40}\n"
             "  notes: {kind: text, columns: 1-4, rows: 42-50}\n");
  const auto edition = [&](const std::string& number) {
    desk.write(
        "edition.yaml",
        "paper: 晋中日报\ndate: 2024-01-08\npages:\n  - {number: 1, layout: plain.yaml, frames: {lead: "
        "photo.md}}\n  - number: " +
            number +
            "\n    layout: s.yaml\n    frames: {left: a.md, right: b.md}\n"
            "    texts: {notes: '{page:a.md}、{page:b.md}、{page:right}、{page:notes}'}\n");
  };
  edition("4");
  const auto document = desk.read();
  ASSERT_TRUE(document) << desk.findings();
  EXPECT_EQ(document->edition.pages[1].texts.at("notes").value, "4、5、5、4");
  EXPECT_EQ(document->edition.page_count(), 3);
  EXPECT_TRUE(document->edition.has_page(5));
  EXPECT_FALSE(document->edition.has_page(3));
  edition("5");
  EXPECT_FALSE(desk.read());
  EXPECT_THAT(
      desk.findings(),
      testing::HasSubstr("error[spread-number]: a spread takes an even page and the odd one after it; "
                         "5 is odd"));
}

TEST(Furniture, ASpreadTakesBothNumbers) {
  Desk desk;
  desk.write("s.yaml", "page: {size: 四开, fold: spread}\n" + std::string(Desk::kGrid) +
                           "frames:\n  lead: {kind: story, columns: 1-4, rows: 1-40}\n");
  desk.write(
      "edition.yaml",
      "paper: 晋中日报\ndate: 2024-01-08\npages:\n  - {number: 4, layout: s.yaml, frames: {lead: a.md}}\n"
      "  - {number: 5, layout: plain.yaml, frames: {lead: b.md}}\n");
  EXPECT_FALSE(desk.read());
  EXPECT_EQ(desk.findings(), R"(edition.yaml:5:14: error[page-number-twice]: page 5 is there twice
  - {number: 5, layout: plain.yaml, frames: {lead: b.md}}
             ^
hint: the first is at line 4, column 14
)");
}

TEST(Furniture, StandsBesideTheTypeArea) {
  Desk desk;
  desk.write("l.yaml", "page: {size: 四开}\n" + std::string(Desk::kGrid) +
                           "frames:\n"
                           "  lead: {kind: story, columns: 1-4, rows: 1-50}\n"
                           "  strip: {kind: text, text: 便民, rows: 5-20, outside: {edge: inner, gap: 1字, "
                           "depth: 5mm}}\n"
                           "  foot: {kind: folio, centre: '{page}', outside: {edge: bottom, gap: 2mm}}\n"
                           "  top: {kind: folio, centre: '{page}', columns: 2, margin: 2mm}\n");
  const auto document = desk.read();
  ASSERT_TRUE(document) << desk.findings();
  const std::vector<Frame>& frames = document->layouts[0].frames;
  EXPECT_EQ(frames[1].outside->edge, Outside::Edge::kInner);
  EXPECT_EQ(frames[1].outside->gap, 9_pt);
  EXPECT_EQ(frames[1].outside->depth, 5_mm);
  EXPECT_EQ(frames[1].rows.value, (Range{5, 20}));
  EXPECT_EQ(frames[1].columns.value, (Range{1, 4}));
  EXPECT_EQ(frames[2].outside->edge, Outside::Edge::kBottom);
  EXPECT_EQ(frames[2].outside->depth, document->layouts[0].styles.at("folio").pitch);
  EXPECT_EQ(frames[3].outside->gap, 2_mm);
  EXPECT_EQ(frames[3].columns.value, (Range{2, 2}));
}

TEST(Furniture, ALargePageNumberStandsOutsideTheTypeAreaToo) {
  Desk desk;
  desk.write("l.yaml", "page: {size: 四开}\n" + std::string(Desk::kGrid) +
                           "styles: {folio: {size: 8pt, pitch: 10pt}, folio-number: {size: 16pt}}\n"
                           "frames:\n"
                           "  lead: {kind: story, columns: 1-4, rows: 1-50}\n"
                           "  top: {kind: folio, outer: '**{page}**', outside: {edge: top, gap: 3mm}}\n"
                           "  foot: {kind: folio, outer: '{page}', outside: {edge: bottom, gap: 3mm}}\n");
  const auto document = desk.read();
  ASSERT_TRUE(document) << desk.findings();
  EXPECT_EQ(document->layouts[0].frames[1].outside->depth, 18_pt);
  EXPECT_EQ(document->layouts[0].frames[2].outside->depth, 10_pt);
}

TEST(Furniture, ABoxIsAThickness) {
  Desk desk;
  desk.write("l.yaml", "page: {size: 四开}\n" + std::string(Desk::kGrid) +
                           "frames:\n"
                           "  lead: {kind: story, columns: 1-4, rows: 1-40}\n"
                           "  a: {kind: text, text: 便民, columns: 1, rows: 42-50, box: true}\n"
                           "  b: {kind: text, text: 便民, columns: 2, rows: 42-50, box: false}\n");
  EXPECT_FALSE(desk.read());
  EXPECT_EQ(desk.findings(), R"(l.yaml:5:59: error[bad-length]: 'box' is a length here, not 'true'
  a: {kind: text, text: 便民, columns: 1, rows: 42-50, box: true}
                                                            ^~~~
hint: say how much, as in box: 0.5pt
l.yaml:6:59: error[bad-length]: 'box' is a length here, not 'false'
  b: {kind: text, text: 便民, columns: 2, rows: 42-50, box: false}
                                                            ^~~~~
hint: write box: 0pt, or leave the key out
)");
}

TEST(Furniture, ASpreadHasNoInnerEdge) {
  Desk desk;
  desk.write("l.yaml", "page: {size: 四开, fold: spread}\n" + std::string(Desk::kGrid) +
                           "frames:\n  lead: {kind: story, columns: 1-4, rows: 5-50}\n"
                           "  strip: {kind: text, text: 中缝, outside: {edge: inner, depth: 10mm}}\n");
  desk.write("edition.yaml", "paper: 晚报\npages:\n  - {number: 2, layout: l.yaml, frames: {lead: a.md}}\n");
  desk.read();
  EXPECT_EQ(
      desk.findings(),
      R"(l.yaml:5:43: error[outside-on-spread]: a spread is two pages, whose type area goes over the fold: it has no inner and outer edge
  strip: {kind: text, text: 中缝, outside: {edge: inner, depth: 10mm}}
                                            ^~~~
hint: write left or right; what stands in the fold takes columns
)");
}

TEST(Furniture, OutsideItHasNoCellsAndStaysOnThePage) {
  Desk desk;
  desk.write("l.yaml", "page: {size: 四开}\n" + std::string(Desk::kGrid) +
                           "frames:\n"
                           "  lead: {kind: story, columns: 1-4, rows: 1-50}\n"
                           "  strip: {kind: text, text: 便民, columns: 1, outside: {edge: left}}\n"
                           "  foot: {kind: folio, centre: '{page}', outside: {edge: bottom, gap: 90mm}}\n"
                           "  qr: {kind: qr, text: 便民, columns: 1}\n");
  EXPECT_FALSE(desk.read());
  EXPECT_EQ(
      desk.findings(),
      R"(l.yaml:5:55: error[missing-key]: frame 'strip' needs a depth: how far it reaches from the type area
  strip: {kind: text, text: 便民, columns: 1, outside: {edge: left}}
                                                        ^~~~
hint: write depth: 8mm
l.yaml:5:33: error[outside-cells]: frame 'strip' stands outside the type area and takes none of its columns
  strip: {kind: text, text: 便民, columns: 1, outside: {edge: left}}
                                  ^~~~~~~
hint: leave `columns` out; `rows` says how far it runs along the edge
l.yaml:6:41: error[off-page]: frame 'foot' takes 93.3mm beside the type area; the margin there is 81.1mm
  foot: {kind: folio, centre: '{page}', outside: {edge: bottom, gap: 90mm}}
                                        ^~~~~~~
hint: make it less deep, or move the type area by the page's margins
l.yaml:7:3: error[missing-key]: frame 'qr' needs columns and rows
  qr: {kind: qr, text: 便民, columns: 1}
  ^~
hint: or `outside: {edge: left, depth: 8mm}`, which puts it beside the type area
)");
}

const Mistaken kMistakes[] = {
    {"ReferencesToNothing",
     "    texts: {notes: '见第{page:c.md}版'}\n    digests: {digest: [{title: 一, to: leed}]}\n"
     "    adverts: {ad: {file: x.pdf}}\n",
     R"(edition.yaml:7:23: error[unknown-reference]: nothing in the edition is called 'c.md'
    texts: {notes: '见第{page:c.md}版'}
                        ^~~~~~~~~~~
hint: did you mean 'a.md'?
)"},
    {"DigestToNothing",
     "    texts: {notes: 一}\n    digests: {digest: [{title: 一, to: leed}]}\n    adverts: {ad: {file: "
     "x.pdf}}\n",
     R"(edition.yaml:8:39: error[unknown-reference]: nothing in the edition is called 'leed'
    digests: {digest: [{title: 一, to: leed}]}
                                       ^~~~
hint: did you mean 'lead'?
)"},
    {"UnknownFieldInTheMiddle",
     "    texts: {notes: '今日{pagse}版，{price}'}\n    digests: {digest: [{title: 一, to: a.md}]}\n"
     "    adverts: {ad: {file: x.pdf}}\n",
     R"(edition.yaml:7:23: error[unknown-field]: unknown field '{pagse}'
    texts: {notes: '今日{pagse}版，{price}'}
                        ^~~~~~~
hint: did you mean 'page'?
edition.yaml:7:32: error[unknown-field]: unknown field '{price}'
    texts: {notes: '今日{pagse}版，{price}'}
                                   ^~~~~~~
hint: the fields in braces are: paper, date, weekday, section, page, pages, issue, credits, lunar, ganzhi, year, month, day
)"},
    {"FurnitureOfAnotherKind",
     "    texts: {digest: 一, notes: 一}\n    digests: {digets: [{title: 一, to: a.md}]}\n"
     "    adverts: {lead: {file: x.pdf}}\n",
     R"(edition.yaml:7:13: error[unknown-frame]: frame 'digest' takes no text
    texts: {digest: 一, notes: 一}
            ^~~~~~
hint: its kind must be 'text'
edition.yaml:8:15: error[unknown-frame]: unknown frame 'digets'
    digests: {digets: [{title: 一, to: a.md}]}
              ^~~~~~
hint: did you mean 'digest'?
edition.yaml:9:15: error[unknown-frame]: frame 'lead' takes no advert
    adverts: {lead: {file: x.pdf}}
              ^~~~
hint: its kind must be 'advert'
edition.yaml:8:5: error[empty-frame]: frame 'digest' of the layout has no entries
    digests: {digets: [{title: 一, to: a.md}]}
    ^~~~~~~
hint: write `digest: [{title: …, to: …}]` under `digests`, or take a layout without it
edition.yaml:9:5: error[empty-frame]: frame 'ad' of the layout has no advertisement
    adverts: {lead: {file: x.pdf}}
    ^~~~~~~
hint: write `ad: {file: …}` under `adverts`, or take a layout without it
)"},
    {"AdvertBookedBadly",
     "    texts: {notes: 一}\n    digests: {digest: [{title: 一, to: a.md}]}\n"
     "    adverts: {ad: {file: x.doc, cols: 2, size: [10mm]}}\n",
     R"(edition.yaml:9:26: error[unknown-artwork]: 'x.doc' is no file that can be placed
    adverts: {ad: {file: x.doc, cols: 2, size: [10mm]}}
                         ^~~~~
hint: give a .pdf, .svg, .jpg or .png file
edition.yaml:9:48: error[wrong-type]: 'size' needs two lengths, as in [120mm, 80mm]
    adverts: {ad: {file: x.doc, cols: 2, size: [10mm]}}
                                               ^~~~~~
edition.yaml:9:42: error[booked-twice]: the size is booked twice
    adverts: {ad: {file: x.doc, cols: 2, size: [10mm]}}
                                         ^~~~
hint: give `size`, or `cols` and `height`
)"},
    {"AdvertOutsideTheProject",
     "    texts: {notes: 一}\n    digests: {digest: [{title: 一, to: a.md}]}\n"
     "    adverts: {ad: {file: ../x.pdf, cols: 2}}\n",
     R"(edition.yaml:9:26: error[outside-project]: artwork '../x.pdf' is outside the project
    adverts: {ad: {file: ../x.pdf, cols: 2}}
                         ^~~~~~~~
hint: keep the file below the project's folder, the one that holds 'layouts/'
edition.yaml:9:15: error[missing-key]: 'cols' and 'height' go together
    adverts: {ad: {file: ../x.pdf, cols: 2}}
              ^~
hint: give both, or `size: [width, height]`
)"},
};

class FurnitureMistakes : public testing::TestWithParam<Mistaken> {};

TEST_P(FurnitureMistakes, AreTold) {
  Furniture desk;
  desk.edition(GetParam().text);
  desk.read();
  EXPECT_EQ(desk.findings(), GetParam().said);
}

INSTANTIATE_TEST_SUITE_P(Table, FurnitureMistakes, testing::ValuesIn(kMistakes),
                         [](const auto& row) { return row.param.name; });

TEST(Furniture, AFrameOnTwoPagesIsNoReference) {
  Furniture desk;
  desk.edition(
      std::string(kRest) +
      "  - number: 4\n    layout: l.yaml\n    frames: {lead: a.md, side: b.md}\n    texts: {notes: "
      "'{page:lead}'}\n    digests: {digest: [{title: 一, to: a.md}]}\n    adverts: {ad: {file: x.pdf}}\n");
  EXPECT_FALSE(desk.read());
  EXPECT_NE(desk.findings().find("error[ambiguous-reference]: frame 'lead' is on pages 3, 4"),
            std::string::npos)
      << desk.findings();
}

}  // namespace
}  // namespace banxin
