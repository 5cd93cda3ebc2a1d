// What is wrong in an edition, as it is told.
#include "support.h"

namespace banxin {
namespace {

const Mistaken kMistakes[] = {
    {"UnknownFrame",
     R"(paper: 晋中日报
date: 2024-01-08
pages:
  - number: 1
    layout: l.yaml
    frames: {lede: a.md}
)",
     R"(edition.yaml:6:14: error[unknown-frame]: unknown frame 'lede'
    frames: {lede: a.md}
             ^~~~
hint: the frames of the layout are: lead
edition.yaml:6:5: error[empty-frame]: frame 'lead' of the layout has no article
    frames: {lede: a.md}
    ^~~~~~
hint: write `lead: FILE.md` under `frames`, or take a layout without it
)"},
    {"UnknownFrameFarFromAll",
     R"(paper: 晋中日报
date: 2024-01-08
pages:
  - number: 1
    layout: l.yaml
    frames: {lead: a.md, sports: b.md}
)",
     R"(edition.yaml:6:26: error[unknown-frame]: unknown frame 'sports'
    frames: {lead: a.md, sports: b.md}
                         ^~~~~~
hint: the frames of the layout are: lead
)"},
    {"FurnitureTakesNoArticle",
     R"(paper: 晋中日报
date: 2024-01-08
pages:
  - number: 1
    layout: l.yaml
    frames: {lead: a.md, folio: b.md}
)",
     R"(edition.yaml:6:26: error[unknown-frame]: frame 'folio' takes no article
    frames: {lead: a.md, folio: b.md}
                         ^~~~~
hint: it is furniture of the page
)"},
    {"FrameHoldsMoreThanAFile",
     R"(paper: 晋中日报
date: 2024-01-08
pages:
  - number: 1
    layout: l.yaml
    frames:
      lead: {article: a.md, photos: [a.jpg]}
)",
     R"(edition.yaml:7:13: error[wrong-type]: frame 'lead' takes one article; it must be the name of its file
      lead: {article: a.md, photos: [a.jpg]}
            ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
hint: write `lead: FILE.md`: headline, photos and captions stand in that file
)"},
    {"FrameTwice",
     R"(paper: 晋中日报
date: 2024-01-08
pages:
  - number: 1
    layout: l.yaml
    frames: {lead: a.md, lead: b.md}
)",
     R"(edition.yaml:6:26: error[duplicate-key]: 'lead' is given twice
    frames: {lead: a.md, lead: b.md}
                         ^~~~
hint: the first is at line 6, column 14
)"},
    {"FrameWithoutArticle",
     R"(paper: 晋中日报
date: 2024-01-08
pages:
  - number: 1
    layout: l.yaml
)",
     R"(edition.yaml:4:5: error[empty-frame]: frame 'lead' of the layout has no article
  - number: 1
    ^~~~~~~~~
hint: write `lead: FILE.md` under `frames`, or take a layout without it
)"},
    {"ArticleNotFound",
     R"(paper: 晋中日报
date: 2024-01-08
pages:
  - number: 1
    layout: l.yaml
    frames: {lead: aa.md}
)",
     R"(edition.yaml:6:20: error[not-found]: article 'aa.md' not found
    frames: {lead: aa.md}
                   ^~~~~
hint: did you mean 'a.md'?
)"},
    {"NothingLikeIt",
     R"(paper: 晋中日报
date: 2024-01-08
pages:
  - number: 1
    layout: l.yaml
    frames: {lead: articles/storm-in-the-harbour.md}
)",
     R"(edition.yaml:6:20: error[not-found]: article 'articles/storm-in-the-harbour.md' not found
    frames: {lead: articles/storm-in-the-harbour.md}
                   ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
hint: looked for articles/storm-in-the-harbour.md
)"},
    {"ArticleIsAFolder",
     R"(paper: 晋中日报
date: 2024-01-08
pages:
  - number: 1
    layout: l.yaml
    frames: {lead: folder}
)",
     R"(edition.yaml:6:20: error[unreadable]: cannot read article 'folder': it is a folder
    frames: {lead: folder}
                   ^~~~~~
)"},
    {"ArticleIsAList",
     R"(paper: 晋中日报
date: 2024-01-08
pages:
  - number: 1
    layout: l.yaml
    frames: {lead: [a.md]}
)",
     R"(edition.yaml:6:20: error[wrong-type]: frame 'lead' takes one article; it must be the name of its file
    frames: {lead: [a.md]}
                   ^~~~~~
hint: write `lead: FILE.md`: headline, photos and captions stand in that file
)"},
    {"LayoutNotFound",
     R"(paper: 晋中日报
date: 2024-01-08
pages:
  - number: 1
    layout: k.yaml
    frames: {lead: a.md}
)",
     R"(edition.yaml:5:13: error[not-found]: layout 'k.yaml' not found
    layout: k.yaml
            ^~~~~~
hint: did you mean 'l.yaml'?
)"},
    {"AbsolutePath",
     R"(paper: 晋中日报
date: 2024-01-08
pages:
  - number: 1
    layout: /etc/passwd
    frames: {lead: a.md}
)",
     R"(edition.yaml:5:13: error[outside-project]: layout '/etc/passwd' is outside the project
    layout: /etc/passwd
            ^~~~~~~~~~~
hint: keep the file below the project's folder, the one that holds 'layouts/'
)"},
    {"PathAboveTheProject",
     R"(paper: 晋中日报
date: 2024-01-08
pages:
  - number: 1
    layout: l.yaml
    frames: {lead: ../../../../../etc/passwd}
)",
     R"(edition.yaml:6:20: error[outside-project]: article '../../../../../etc/passwd' is outside the project
    frames: {lead: ../../../../../etc/passwd}
                   ^~~~~~~~~~~~~~~~~~~~~~~~~
hint: keep the file below the project's folder, the one that holds 'layouts/'
)"},
    {"LinkOutOfTheProject",
     R"(paper: 晋中日报
date: 2024-01-08
pages:
  - number: 1
    layout: l.yaml
    frames: {lead: link.md}
)",
     R"(edition.yaml:6:20: error[outside-project]: article 'link.md' is outside the project
    frames: {lead: link.md}
                   ^~~~~~~
hint: keep the file below the project's folder, the one that holds 'layouts/'
)"},
    {"LinksInACircle",
     R"(paper: 晋中日报
date: 2024-01-08
pages:
  - number: 1
    layout: l.yaml
    frames: {lead: circle.md}
)",
     R"(edition.yaml:6:20: error[unreadable]: cannot read article 'circle.md': its symbolic links run in a circle
    frames: {lead: circle.md}
                   ^~~~~~~~~
)"},
    {"PageNumberTwice",
     R"(paper: 晋中日报
date: 2024-01-08
pages:
  - number: 1
    layout: l.yaml
    frames: {lead: a.md}
  - number: 1
    layout: l.yaml
    frames: {lead: b.md}
)",
     R"(edition.yaml:7:13: error[page-number-twice]: page 1 is there twice
  - number: 1
            ^
hint: the first is at line 4, column 13
)"},
    {"PageNumberZero",
     R"(paper: 晋中日报
date: 2024-01-08
pages:
  - number: 0
    layout: l.yaml
    frames: {lead: a.md}
)",
     R"(edition.yaml:4:13: error[out-of-range]: 'number' is 0; it must be from 1 to 9999
  - number: 0
            ^
)"},
    {"ArticleOnTwoPages",
     R"(paper: 晋中日报
date: 2024-01-08
pages:
  - number: 1
    layout: l.yaml
    frames: {lead: a.md}
  - number: 2
    layout: l.yaml
    frames: {lead: a.md}
)",
     R"(edition.yaml:9:20: warning[article-twice]: article 'a.md' stands in two frames
    frames: {lead: a.md}
                   ^~~~
hint: the first is at line 6, column 20
)"},
    {"NoPages",
     R"(paper: 晋中日报
pages: []
)",
     R"(edition.yaml:2:1: error[missing-value]: the edition has no pages
pages: []
^~~~~
)"},
    {"EmptyPage",
     R"(paper: 晋中日报
pages:
  -
)",
     R"(edition.yaml:2:1: error[wrong-type]: the page is empty; it must be a group of keys
pages:
^~~~~
hint: the keys here are: number, section, layout, frames, texts, digests, adverts, credits
)"},
    {"ControlCharactersByEscape",
     R"(paper: "a\eb"
pages:
  - number: 1
    layout: "l.yaml\0"
    frames: {lead: "a.md\0"}
)",
     R"(edition.yaml:1:8: error[control-character]: control character U+001B
paper: "a\eb"
       ^~~~~~
hint: remove it
edition.yaml:4:13: error[control-character]: control character U+0000
    layout: "l.yaml\0"
            ^~~~~~~~~~
hint: remove it
edition.yaml:5:20: error[control-character]: control character U+0000
    frames: {lead: "a.md\0"}
                   ^~~~~~~~
hint: remove it
)"},
    {"NoSuchDay",
     R"(paper: 晋中日报
date: 2024-02-30
pages:
  - number: 1
    layout: l.yaml
    frames: {lead: a.md}
)",
     R"(edition.yaml:2:7: error[bad-date]: '2024-02-30' is not a day of the calendar
date: 2024-02-30
      ^~~~~~~~~~
)"},
    {"NotADate",
     R"(paper: 晋中日报
date: 8.1.2024
pages:
  - number: 1
    layout: l.yaml
    frames: {lead: a.md}
)",
     R"(edition.yaml:2:7: error[bad-date]: '8.1.2024' is not a date
date: 8.1.2024
      ^~~~~~~~
hint: write year-month-day, as in 2024-01-08
)"},
    {"PhotoWithoutSlot",
     R"(paper: 晋中日报
date: 2024-01-08
pages:
  - number: 1
    layout: plain.yaml
    frames: {lead: photo.md}
)",
     R"(photo.md:3:11: warning[photo-without-slot]: photo 'ok.jpg' has no place: frame 'lead' has 0 photo slots
  - file: ok.jpg
          ^~~~~~
)"},
    {"BrokenArticleAndLayoutAreBothTold",
     R"(paper: 晋中日报
date: 2024-01-08
pages:
  - number: 1
    layout: bad.yaml
    frames: {lead: bad.md}
)",
     R"(bad.yaml:1:7: error[wrong-type]: 'page' is a single value; it must be a group of keys
page: 1
      ^
hint: the keys here are: size, margins, bleed, fold, gutter
bad.yaml:1:1: error[missing-key]: missing key 'grid' in layout
page: 1
^
hint: grid: the type area 版心 in 字 and 行
bad.yaml:1:1: error[missing-key]: missing key 'frames' in layout
page: 1
^
hint: frames: named places on the page
bad.md:2:1: error[unknown-key]: unknown key 'titel' in front matter
titel: 标题
^~~~~
hint: did you mean 'title'?
)"},
};

struct EditionMistakes : testing::TestWithParam<Mistaken> {};

TEST_P(EditionMistakes, AreTold) {
  Desk desk;
  desk.write("edition.yaml", GetParam().text);
  desk.read();
  EXPECT_EQ(desk.findings(), GetParam().said);
}

INSTANTIATE_TEST_SUITE_P(Table, EditionMistakes, testing::ValuesIn(kMistakes),
                         [](const auto& row) { return std::string(row.param.name); });

}  // namespace
}  // namespace banxin
