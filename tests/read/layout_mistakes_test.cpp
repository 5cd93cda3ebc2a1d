// What is wrong in a layout, as it is told.
#include "support.h"

namespace banxin {
namespace {

const Mistaken kMistakes[] = {
    {"UnknownKey",
     R"(page: {size: 四开}
grid: {size: 9pt, pitch: 13pt, colums: 4, measure: 17字, rows: 50}
frames:
  lead: {kind: story, columns: 1-4, rows: 5-50}
)",
     R"(l.yaml:2:32: error[unknown-key]: unknown key 'colums' in grid
grid: {size: 9pt, pitch: 13pt, colums: 4, measure: 17字, rows: 50}
                               ^~~~~~
hint: did you mean 'columns'?
)"},
    {"UnknownKeyFarFromAll",
     R"(page: {size: 四开}
grid: {size: 9pt, pitch: 13pt, columns: 4, measure: 17字, gap: 1字, rows: 50}
frames:
  lead: {kind: story, columns: 1-4, rows: 5-50}
zeitung: 1
)",
     R"(l.yaml:5:1: error[unknown-key]: unknown key 'zeitung' in layout
zeitung: 1
^~~~~~~
hint: the keys here are: extends, page, grid, setting, inks, styles, spans, frames, jumps
)"},
    {"DuplicateKey",
     R"(page: {size: 四开}
grid: {size: 9pt, size: 10pt, pitch: 13pt, columns: 4, measure: 17字, rows: 50}
frames:
  lead: {kind: story, columns: 1-4, rows: 5-50}
)",
     R"(l.yaml:2:19: error[duplicate-key]: 'size' is given twice
grid: {size: 9pt, size: 10pt, pitch: 13pt, columns: 4, measure: 17字, rows: 50}
                  ^~~~
hint: the first is at line 2, column 8
)"},
    {"MissingKeys",
     R"(page: {}
frames:
  lead: {kind: story, columns: 1-4, rows: 5-50}
)",
     R"(l.yaml:1:1: error[missing-key]: missing key 'grid' in layout
page: {}
^
hint: grid: the type area 版心 in 字 and 行
l.yaml:1:1: error[missing-key]: missing key 'size' in page
page: {}
^~~~
hint: size: trim size: 对开 or broadsheet, 四开 or tabloid, berliner, or [width, height]
)"},
    {"NoValue",
     R"(page: {size: 四开}
grid:
frames:
  lead: {kind: story, columns: 1-4, rows: 5-50}
)",
     R"(l.yaml:2:1: error[missing-value]: 'grid' has no value
grid:
^~~~
hint: write a group of keys, or remove the key
)"},
    {"ListForOneValue",
     R"(page: {size: 四开}
grid: {size: [9pt], pitch: 13pt, columns: 4, measure: 17字, rows: 50}
frames:
  lead: {kind: story, columns: 1-4, rows: 5-50}
)",
     R"(l.yaml:2:14: error[wrong-type]: 'size' is a list; it must be a type size such as 9.5pt or 小五
grid: {size: [9pt], pitch: 13pt, columns: 4, measure: 17字, rows: 50}
             ^~~~~
)"},
    {"OneValueForKeys",
     R"(page: 四开
grid: {size: 9pt, pitch: 13pt, columns: 4, measure: 17字, gap: 1字, rows: 50}
frames:
  lead: {kind: story, columns: 1-4, rows: 5-50}
)",
     R"(l.yaml:1:7: error[wrong-type]: 'page' is a single value; it must be a group of keys
page: 四开
      ^~~~
hint: the keys here are: size, margins, bleed, fold, gutter
)"},
    {"ListForLayout",
     R"(- page
)",
     R"(l.yaml:1:1: error[wrong-type]: the layout is a list; it must be a group of keys
- page
^~~~~~
hint: the keys here are: extends, page, grid, setting, inks, styles, spans, frames, jumps
)"},
    {"WrongUnit",
     R"(page: {size: 四开}
grid: {size: 9pt, pitch: 13em, columns: 4, measure: 17字, rows: 50}
frames:
  lead: {kind: story, columns: 1-4, rows: 5-50}
)",
     R"(l.yaml:2:26: error[unknown-unit]: '13em': unknown unit 'em'
grid: {size: 9pt, pitch: 13em, columns: 4, measure: 17字, rows: 50}
                         ^~~~
hint: the units here are pt, mm, cm, Q, 字, or a size such as 小五
)"},
    {"NoUnit",
     R"(page: {size: 四开}
grid: {size: 9, pitch: 13pt, columns: 4, measure: 17字, rows: 50}
frames:
  lead: {kind: story, columns: 1-4, rows: 5-50}
)",
     R"(l.yaml:2:14: error[missing-unit]: '9' has no unit
grid: {size: 9, pitch: 13pt, columns: 4, measure: 17字, rows: 50}
             ^
hint: the units here are pt, mm, cm, Q, or a size such as 小五
)"},
    {"UnitWithoutMeasure",
     R"(page: {size: 四开}
grid: {size: 1.5字, pitch: 13pt, columns: 4, measure: 17字, rows: 50}
frames:
  lead: {kind: story, columns: 1-4, rows: 5-50}
)",
     R"(l.yaml:2:14: error[unknown-unit]: '1.5字': the unit '字' has no measure here
grid: {size: 1.5字, pitch: 13pt, columns: 4, measure: 17字, rows: 50}
             ^~~~~
hint: the units here are pt, mm, cm, Q, or a size such as 小五
)"},
    {"NotALength",
     R"(page: {size: 四开, bleed: thick}
grid: {size: 9pt, pitch: 13pt, columns: 4, measure: 17字, gap: 1字, rows: 50}
frames:
  lead: {kind: story, columns: 1-4, rows: 5-50}
)",
     R"(l.yaml:1:25: error[bad-length]: 'thick' is not a length
page: {size: 四开, bleed: thick}
                          ^~~~~
hint: write a number and a unit: pt, mm, cm, Q
)"},
    {"NotAWholeNumber",
     R"(page: {size: 四开}
grid: {size: 9pt, pitch: 13pt, columns: 4.5, measure: 17em, rows: 50}
frames:
  lead: {kind: story, columns: 1-4, rows: 5-50}
)",
     R"(l.yaml:2:41: error[bad-number]: '4.5' is not a whole number
grid: {size: 9pt, pitch: 13pt, columns: 4.5, measure: 17em, rows: 50}
                                        ^~~
hint: write a whole number
l.yaml:2:55: error[bad-number]: '17em' is not a whole number
grid: {size: 9pt, pitch: 13pt, columns: 4.5, measure: 17em, rows: 50}
                                                      ^~~~
hint: write a whole number, as in 17字
)"},
    {"OutOfRange",
     R"(page: {size: 四开}
grid: {size: 9pt, pitch: 13pt, columns: 0, measure: 17字, gap: -1字, rows: 2000}
frames:
  lead: {kind: story, columns: 1-4, rows: 5-50}
)",
     R"(l.yaml:2:41: error[out-of-range]: 'columns' is 0; it must be from 1 to 50
grid: {size: 9pt, pitch: 13pt, columns: 0, measure: 17字, gap: -1字, rows: 2000}
                                        ^
l.yaml:2:74: error[out-of-range]: 'rows' is 2000; it must be from 1 to 1000
grid: {size: 9pt, pitch: 13pt, columns: 0, measure: 17字, gap: -1字, rows: 2000}
                                                                           ^~~~
l.yaml:2:63: error[out-of-range]: 'gap' is -1字; it must be from 0字 to 20字
grid: {size: 9pt, pitch: 13pt, columns: 0, measure: 17字, gap: -1字, rows: 2000}
                                                               ^~~~
)"},
    {"LengthOutOfRange",
     R"(page: {size: 四开, bleed: 100mm}
grid: {size: 9pt, pitch: 13pt, columns: 4, measure: 17字, gap: 1字, rows: 50}
frames:
  lead: {kind: story, columns: 1-4, rows: 5-50}
)",
     R"(l.yaml:1:25: error[out-of-range]: 'bleed' is 100mm; it must be from 0pt to 60pt
page: {size: 四开, bleed: 100mm}
                          ^~~~~
)"},
    {"PaperSize",
     R"(page: {size: 四天}
grid: {size: 9pt, pitch: 13pt, columns: 4, measure: 17字, gap: 1字, rows: 50}
frames:
  lead: {kind: story, columns: 1-4, rows: 5-50}
)",
     R"(l.yaml:1:14: error[unknown-word]: unknown paper size '四天'
page: {size: 四天}
             ^~~~
hint: did you mean '四开'?
)"},
    {"PaperOfThreeLengths",
     R"(page: {size: [1mm, 2mm, 3mm]}
grid: {size: 9pt, pitch: 13pt, columns: 4, measure: 17字, gap: 1字, rows: 50}
frames:
  lead: {kind: story, columns: 1-4, rows: 5-50}
)",
     R"(l.yaml:1:14: error[wrong-type]: a paper size of 3 lengths
page: {size: [1mm, 2mm, 3mm]}
             ^~~~~~~~~~~~~~~
hint: write [width, height], as in [270mm, 390mm]
)"},
    {"PaperTooLarge",
     R"(page: {size: [270mm, 39000mm]}
grid: {size: 9pt, pitch: 13pt, columns: 4, measure: 17字, gap: 1字, rows: 50}
frames:
  lead: {kind: story, columns: 1-4, rows: 5-50}
)",
     R"(l.yaml:1:22: error[out-of-range]: 'size' is 39000mm; it must be from 72pt to 10000pt
page: {size: [270mm, 39000mm]}
                     ^~~~~~~
)"},
    {"TypeAreaLargerThanPage",
     R"(page: {size: 四开}
grid: {size: 12pt, pitch: 18pt, columns: 5, measure: 17字, gap: 2字, rows: 50}
frames:
  lead: {kind: story, columns: 1-4, rows: 5-50}
)",
     R"(l.yaml:2:1: error[type-area]: the type area of 393.7mm × 315.4mm is larger than the page of 270mm × 390mm
grid: {size: 12pt, pitch: 18pt, columns: 5, measure: 17字, gap: 2字, rows: 50}
^~~~
hint: take fewer 字 or 行, a smaller size, or a larger page
)"},
    {"TypeAreaLeavesPage",
     R"(page: {size: 四开, margins: {left: 50mm, top: 20行}}
grid: {size: 9pt, pitch: 13pt, columns: 4, measure: 17字, gap: 1字, rows: 50}
frames:
  lead: {kind: story, columns: 1-4, rows: 5-50}
)",
     R"(l.yaml:1:34: error[type-area]: the type area leaves the page at the right by 5.4mm
page: {size: 四开, margins: {left: 50mm, top: 20行}}
                                   ^~~~
hint: take fewer 字 or 行, a smaller size, or a larger page
)"},
    {"Words",
     R"(page: {size: 四开}
grid: {size: 9pt, pitch: 13pt, columns: 4, measure: 17字, gap: 1字, rows: 50}
setting: {style: kaimin, level: hard, digits: 1, language: de}
frames:
  lead: {kind: story, columns: 1-4, rows: 5-50}
)",
     R"(l.yaml:3:18: error[unknown-word]: 'style' cannot be 'kaimin'
setting: {style: kaimin, level: hard, digits: 1, language: de}
                 ^~~~~~
hint: did you mean 'kaiming'?
l.yaml:3:33: error[unknown-word]: 'level' cannot be 'hard'
setting: {style: kaimin, level: hard, digits: 1, language: de}
                                ^~~~
hint: the words here are: none, basic, gb, strict
l.yaml:3:47: error[unknown-word]: 'digits' cannot be '1'
setting: {style: kaimin, level: hard, digits: 1, language: de}
                                              ^
hint: the words here are: proportional, half
l.yaml:3:60: error[unknown-word]: 'language' cannot be 'de'
setting: {style: kaimin, level: hard, digits: 1, language: de}
                                                           ^~
hint: the words here are: zh-Hans, zh-Hant-TW, zh-Hant-HK, ja
)"},
    {"GapOutOfRange",
     R"(page: {size: 四开}
grid: {size: 9pt, pitch: 13pt, columns: 4, measure: 17字, gap: 1字, rows: 50}
setting: {western-gap: 2字, number-gap: a}
frames:
  lead: {kind: story, columns: 1-4, rows: 5-50}
)",
     R"(l.yaml:3:24: error[out-of-range]: 'western-gap' is 2字; it must be from 0字 to 1字
setting: {western-gap: 2字, number-gap: a}
                       ^~~
l.yaml:3:40: error[bad-length]: 'a' is not a number of 字
setting: {western-gap: 2字, number-gap: a}
                                        ^
hint: write it as 0.25字
)"},
    {"UnknownStyle",
     R"(page: {size: 四开}
grid: {size: 9pt, pitch: 13pt, columns: 4, measure: 17字, gap: 1字, rows: 50}
styles: {tittle: {size: 初号}, footer: {size: 初号}}
frames:
  lead: {kind: story, columns: 1-4, rows: 5-50}
)",
     R"(l.yaml:3:10: error[unknown-style]: unknown style 'tittle'
styles: {tittle: {size: 初号}, footer: {size: 初号}}
         ^~~~~~
hint: did you mean 'title'?
l.yaml:3:30: error[unknown-style]: unknown style 'footer'
styles: {tittle: {size: 初号}, footer: {size: 初号}}
                               ^~~~~~
hint: the styles are: body, kicker, title, subtitle, deck, byline, dateline, strong, emphasis, crosshead, minorhead, dropcap, list, quote, table, tablehead, tablecaption, note, separator, caption, credit, folio, jump, jump-head, folio-number, folio-small, nameplate, nameplate-block, nameplate-strong, furniture, …
)"},
    {"StyleValues",
     R"(page: {size: 四开}
grid: {size: 9pt, pitch: 13pt, columns: 4, measure: 17字, gap: 1字, rows: 50}
styles: {title: {font: song thin, size: 大号, pitch: 1.2行, align: center, tracking: 9, ink: red}}
frames:
  lead: {kind: story, columns: 1-4, rows: 5-50}
)",
     R"(l.yaml:3:24: error[bad-font]: 'song thin': unknown weight 'thin'
styles: {title: {font: song thin, size: 大号, pitch: 1.2行, align: center, tracking: 9, ink: red}}
                       ^~~~~~~~~
hint: the weights are regular, bold
l.yaml:3:41: error[bad-length]: '大号' is not a length
styles: {title: {font: song thin, size: 大号, pitch: 1.2行, align: center, tracking: 9, ink: red}}
                                        ^~~~
hint: write a number and a unit: pt, mm, cm, Q, or a size such as 小五
l.yaml:3:52: error[unknown-unit]: '1.2行': the unit '行' has no measure here
styles: {title: {font: song thin, size: 大号, pitch: 1.2行, align: center, tracking: 9, ink: red}}
                                                     ^~~~~
hint: the units here are pt, mm, cm, Q, 字, or a size such as 小五
l.yaml:3:65: error[unknown-word]: 'align' cannot be 'center'
styles: {title: {font: song thin, size: 大号, pitch: 1.2行, align: center, tracking: 9, ink: red}}
                                                                   ^~~~~~
hint: did you mean 'centre'?
l.yaml:3:83: error[out-of-range]: 'tracking' is 9; it must be from -0.2字 to 5字
styles: {title: {font: song thin, size: 大号, pitch: 1.2行, align: center, tracking: 9, ink: red}}
                                                                                     ^
l.yaml:3:91: error[bad-ink]: 'red' is not an ink
styles: {title: {font: song thin, size: 大号, pitch: 1.2行, align: center, tracking: 9, ink: red}}
                                                                                             ^~~
hint: write black, white, or percents of plates: K 40, C0 M100 Y100 K5
)"},
    {"CondensedTooFar",
     R"(page: {size: 四开}
grid: {size: 9pt, pitch: 13pt, columns: 4, measure: 17字, gap: 1字, rows: 50}
styles: {title: {condense: 30%}, kicker: {condense: 0.08}, subtitle: {condense: 2字}}
frames:
  lead: {kind: story, columns: 1-4, rows: 5-50}
)",
     R"(l.yaml:3:28: error[out-of-range]: 'condense' is 30%; it must be from 0% to 20%
styles: {title: {condense: 30%}, kicker: {condense: 0.08}, subtitle: {condense: 2字}}
                           ^~~
hint: narrower type looks like another face: set it smaller, or give min-size
l.yaml:3:53: error[bad-number]: '0.08' is not a whole number
styles: {title: {condense: 30%}, kicker: {condense: 0.08}, subtitle: {condense: 2字}}
                                                    ^~~~
hint: write a whole number, as in 17%
l.yaml:3:81: error[bad-number]: '2字' is not a whole number
styles: {title: {condense: 30%}, kicker: {condense: 0.08}, subtitle: {condense: 2字}}
                                                                                ^~~
hint: write a whole number, as in 17%
)"},
    {"Inks",
     R"(page: {size: 四开}
grid: {size: 9pt, pitch: 13pt, columns: 4, measure: 17字, gap: 1字, rows: 50}
styles: {title: {ink: K 120}, kicker: {ink: K 10 K 20}, byline: {ink: C}, deck: {ink: ""}}
frames:
  lead: {kind: story, columns: 1-4, rows: 5-50}
)",
     R"(l.yaml:3:23: error[out-of-range]: 'K 120': a plate prints 0 to 100 percent
styles: {title: {ink: K 120}, kicker: {ink: K 10 K 20}, byline: {ink: C}, deck: {ink: ""}}
                      ^~~~~
l.yaml:3:45: error[bad-ink]: 'K 10 K 20' is not an ink
styles: {title: {ink: K 120}, kicker: {ink: K 10 K 20}, byline: {ink: C}, deck: {ink: ""}}
                                            ^~~~~~~~~
hint: write black, white, or percents of plates: K 40, C0 M100 Y100 K5
l.yaml:3:71: error[bad-ink]: 'C' is not an ink
styles: {title: {ink: K 120}, kicker: {ink: K 10 K 20}, byline: {ink: C}, deck: {ink: ""}}
                                                                      ^
hint: write black, white, or percents of plates: K 40, C0 M100 Y100 K5
l.yaml:3:87: error[bad-ink]: '' is not an ink
styles: {title: {ink: K 120}, kicker: {ink: K 10 K 20}, byline: {ink: C}, deck: {ink: ""}}
                                                                                      ^~
hint: write black, white, or percents of plates: K 40, C0 M100 Y100 K5
)"},
    {"BodyStandsOnGrid",
     R"(page: {size: 四开}
grid: {size: 9pt, pitch: 13pt, columns: 4, measure: 17字, gap: 1字, rows: 50}
styles: {body: {size: 10pt, indent: 2字}}
frames:
  lead: {kind: story, columns: 1-4, rows: 5-50}
)",
     R"(l.yaml:3:17: error[body-on-grid]: the size of body text is that of the grid
styles: {body: {size: 10pt, indent: 2字}}
                ^~~~
hint: change grid.size
)"},
    {"UnclosedBrace",
     R"(page: {size: 四开}
grid: {size: 9pt, pitch: 13pt
frames:
  lead: {kind: story, columns: 1-4, rows: 5-50}
)",
     R"(l.yaml:2:7: error[invalid-yaml]: this is not valid YAML: a '{' is not closed
grid: {size: 9pt, pitch: 13pt
      ^
hint: put ',' between entries, '}' at the end, and text that holds braces in quotes; the next thing read is at line 3, column 7
)"},
    {"UnclosedQuote",
     R"(page: {size: 四开}
grid: {size: 9pt, pitch: 13pt, columns: 4, measure: 17字, gap: 1字, rows: 50}
frames: "lead
)",
     R"(l.yaml:3:9: error[invalid-yaml]: this is not valid YAML: a quotation mark is not closed
frames: "lead
        ^
)"},
    {"TabIndent",
     R"(page:
	size: 四开
grid: {size: 9pt, pitch: 13pt, columns: 4, measure: 17字, gap: 1字, rows: 50}
frames:
  lead: {kind: story, columns: 1-4, rows: 5-50}
)",
     R"(l.yaml:2:1: error[invalid-yaml]: this is not valid YAML: a tab in the indentation
 size: 四开
^
hint: indent with spaces
)"},
    {"ColonInText",
     R"(page: {size: 四开}
grid: size: 9pt
)",
     R"(l.yaml:2:11: error[invalid-yaml]: this is not valid YAML: a ':' where no value can start
grid: size: 9pt
          ^
hint: put text that holds ': ' in quotes
)"},
    {"UnknownAlias",
     R"(page: {size: 四开}
grid: *grid
frames:
  lead: {kind: story, columns: 1-4, rows: 5-50}
)",
     R"(l.yaml:2:7: error[invalid-yaml]: this is not valid YAML: an alias without its anchor
grid: *grid
      ^
hint: write &name before the value it stands for
)"},
    {"TwoDocuments",
     R"(page: {size: 四开}
grid: {size: 9pt, pitch: 13pt, columns: 4, measure: 17字, gap: 1字, rows: 50}
frames:
  lead: {kind: story, columns: 1-4, rows: 5-50}
---
a: 1
)",
     R"(l.yaml:6:1: error[invalid-yaml]: a second YAML document after '---' in one file
a: 1
^~~~
hint: write one document a file
)"},
    {"OnlyComments",
     R"(# page
)",
     R"(l.yaml:1:1: error[empty-file]: there are only comments here
# page
^
)"},
    {"KeyIsAList",
     R"([a, b]: c
)",
     R"(l.yaml:1:1: error[yaml-key]: a key must be a word
[a, b]: c
^
)"},
};

struct LayoutMistakes : testing::TestWithParam<Mistaken> {};

TEST_P(LayoutMistakes, AreTold) {
  Desk desk;
  desk.write("l.yaml", GetParam().text);
  desk.read();
  EXPECT_EQ(desk.findings(), GetParam().said);
}

INSTANTIATE_TEST_SUITE_P(Table, LayoutMistakes, testing::ValuesIn(kMistakes),
                         [](const auto& row) { return std::string(row.param.name); });

}  // namespace
}  // namespace banxin
