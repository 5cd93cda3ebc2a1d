// What a good layout becomes: lengths on paper, defaults, frames.
#include "support.h"

namespace banxin {
namespace {

struct Read : Desk {
  explicit Read(std::string_view yaml) {
    write("l.yaml", yaml);
    auto document = read();
    EXPECT_TRUE(document) << findings();
    if (document) layout = std::move(document->layouts.at(0));
  }
  PageLayout layout;
};

const std::string kFrames = "frames:\n  lead: {kind: story, columns: 1-4, rows: 5-50}\n";

TEST(Layout, StandsInTheMiddleOfThePaper) {
  const Read read("page: {size: 四开}\n" + std::string(Desk::kGrid) + kFrames);
  EXPECT_EQ(read.findings(), "");
  const PageLayout& layout = read.layout;
  EXPECT_EQ(layout.width, 270_mm);
  EXPECT_EQ(layout.height, 390_mm);
  EXPECT_EQ(layout.bleed, Length());
  EXPECT_EQ(layout.type_area().width, 71_pt * 9);
  EXPECT_EQ(layout.type_area().height, 13_pt * 49 + 9_pt);
  EXPECT_EQ(layout.origin.x, (270_mm - 71_pt * 9) / 2);
  EXPECT_EQ(layout.origin.y, (390_mm - (13_pt * 49 + 9_pt)) / 2);
}

TEST(Layout, MarginsBleedAndOwnPaper) {
  const Read read("page: {size: [300mm, 40cm], margins: {top: 2行, left: 3字}, bleed: 3mm}\n" +
                  std::string(Desk::kGrid) + kFrames);
  EXPECT_EQ(read.layout.width, 300_mm);
  EXPECT_EQ(read.layout.height, 400_mm);
  EXPECT_EQ(read.layout.bleed, 3_mm);
  EXPECT_EQ(read.layout.origin, (Point{27_pt, 26_pt}));
}

TEST(Layout, PaperSizes) {
  struct Case {
    const char* name;
    Length width, height;
  };
  for (const auto& [name, width, height] :
       {Case{"对开", 390_mm, 545_mm}, Case{"broadsheet", 390_mm, 545_mm}, Case{"四开", 270_mm, 390_mm},
        Case{"tabloid", 270_mm, 390_mm}, Case{"berliner", 315_mm, 470_mm}}) {
    const Read read("page: {size: " + std::string(name) + "}\n" + std::string(Desk::kGrid) + kFrames);
    EXPECT_EQ(read.layout.width, width) << name;
    EXPECT_EQ(read.layout.height, height) << name;
  }
}

TEST(Layout, SettingDefaultsAreANewspapers) {
  const Read read("page: {size: 四开}\n" + std::string(Desk::kGrid) + kFrames);
  Setting want;
  want.end = LineEnd::kAllow;
  EXPECT_EQ(read.layout.setting, want);
}

TEST(Layout, EveryWordOfTheSetting) {
  const Read read(
      "page: {size: 四开}\n" + std::string(Desk::kGrid) + kFrames +
      "setting: {style: kaiming, level: strict, start: full, end: full, hanging: force, western-gap: 0.2字, "
      "number-gap: 0, digits: proportional, spaces: keep, pairs: brackets, language: zh-Hant-HK, "
      "hyphenate: en, min-blank: 0.25, fixed-gap: true, fixed-stops: true, expand: all}\n");
  Setting want;
  want.style = PunctuationStyle::kKaiming;
  want.level = ProhibitionLevel::kStrict;
  want.start = LineStart::kFull;
  want.end = LineEnd::kFull;
  want.hanging = Hanging::kForce;
  want.western_gap = Em::of(0.2);
  want.number_gap = Em();
  want.half_width_digits = false;
  want.replace_spaces = false;
  want.pairs = PairRule::kBrackets;
  want.language = Language::kHantHK;
  want.hyphenate = Hyphenation::kEnglish;
  want.min_inner_blank = Em::of(0.25);
  want.fixed_gap = true;
  want.fixed_stops = true;
  want.expand = Expand::kAll;
  EXPECT_EQ(read.layout.setting, want);
}

TEST(LayoutSetting, AStyleThatKeepsEveryBlankKeepsThoseAtTheEdges) {
  Desk desk;
  desk.write("l.yaml", "page: {size: 四开}\n" + std::string(Desk::kGrid) +
                           "setting: {style: quanjiao, start: trim}\n"
                           "frames:\n  lead: {kind: story, columns: 1-4, rows: 5-50}\n");
  const auto document = desk.read();
  ASSERT_TRUE(document) << desk.findings();
  EXPECT_EQ(document->layouts[0].setting.end, LineEnd::kFull);
  EXPECT_EQ(document->layouts[0].setting.start, LineStart::kTrim);
}

TEST(LayoutSetting, TheStrictGridIsOneSwitch) {
  const Read read("page: {size: 四开}\n" + std::string(Desk::kGrid) + kFrames +
                  "setting: {strict-grid: true, level: gb}\n");
  const Setting& setting = read.layout.setting;
  EXPECT_TRUE(setting.strict_grid);
  EXPECT_EQ(setting.style, PunctuationStyle::kPlain);
  EXPECT_EQ(setting.start, LineStart::kFull);
  EXPECT_EQ(setting.end, LineEnd::kFull);
  EXPECT_EQ(setting.hanging, Hanging::kAllow);
  EXPECT_EQ(setting.level, ProhibitionLevel::kGB);
}

TEST(Styles, HouseStyle) {
  const Read read("page: {size: 四开}\n" + std::string(Desk::kGrid) + kFrames);
  std::string table;
  for (const char* name : kStyleNames) {
    const Style& style = read.layout.styles.at(name);
    table += std::string(name) + " " + style.font.role +
             (style.font.weight == Weight::kBold ? " bold " : " ") +
             std::to_string(style.size.pt()).substr(0, 4) + "/" +
             std::to_string(style.pitch.pt()).substr(0, 5) + "\n";
    EXPECT_EQ(style.ink, kBlack);
  }
  EXPECT_EQ(table,
            "body song 9.00/13.00\n"
            "kicker kai 16.0/20.00\n"
            "title song bold 36.0/45.00\n"
            "subtitle kai 16.0/20.00\n"
            "deck kai 10.5/14.17\n"
            "byline kai 9.00/11.25\n"
            "dateline hei 9.00/13.00\n"
            "strong hei 9.00/13.00\n"
            "emphasis kai 9.00/13.00\n"
            "crosshead hei 9.00/13.00\n"
            "minorhead hei 9.00/13.00\n"
            "dropcap song 9.00/13.00\n"
            "list song 9.00/13.00\n"
            "quote kai 9.00/13.00\n"
            "table song 9.00/13.00\n"
            "tablehead hei 9.00/13.00\n"
            "tablecaption hei 9.00/13.00\n"
            "note kai 7.50/10.12\n"
            "separator song 9.00/13.00\n"
            "caption kai 8.00/10.80\n"
            "credit kai 8.00/10.80\n"
            "folio hei 7.50/9.375\n"
            "jump kai 9.00/13.00\n"
            "jump-head hei 16.0/20.00\n"
            "folio-number hei bold 16.0/20.00\n"
            "folio-small song 7.50/9.375\n"
            "nameplate song bold 72.0/79.20\n"
            "nameplate-block song 9.00/13.50\n"
            "nameplate-strong hei bold 16.0/20.00\n"
            "furniture song 9.00/13.00\n"
            "furniture-title hei bold 12.0/18.00\n"
            "digest-title hei 10.5/14.69\n"
            "digest-line kai 9.00/13.00\n"
            "digest-page hei 9.00/12.59\n"
            "advert-label hei 7.50/9.375\n");
  EXPECT_EQ(read.layout.styles.size(), std::size(kStyleNames));
  EXPECT_EQ(read.layout.styles.at("body").indent, 2_em);
  EXPECT_EQ(read.layout.styles.at("body").align, Align::kJustify);
}

TEST(Styles, WhatALayoutChanges) {
  const Read read("page: {size: 四开}\n" + std::string(Desk::kGrid) + kFrames +
                  "styles:\n"
                  "  title: {font: hei bold, size: 初号, pitch: 1.2字, align: end, tracking: 0.05字, indent: "
                  "1字, before: 1行, "
                  "after: 2字, ink: K 60, condense: 5%}\n"
                  "  kicker: {size: 四号}\n"
                  "  subtitle: {condense: 0}\n"
                  "  caption: {pitch: 12pt}\n");
  const Style& title = read.layout.styles.at("title");
  EXPECT_EQ(title.font, (FontChoice{"hei", Weight::kBold}));
  EXPECT_EQ(title.size, 42_pt);
  EXPECT_EQ(title.pitch, 50.4_pt);
  EXPECT_EQ(title.align, Align::kEnd);
  EXPECT_EQ(title.tracking, Em::of(0.05));
  EXPECT_EQ(title.indent, 1_em);
  EXPECT_EQ(title.condense, 5);
  EXPECT_EQ(read.layout.styles.at("kicker").condense, 8) << "as art directors have it";
  EXPECT_EQ(read.layout.styles.at("subtitle").condense, 0);
  EXPECT_EQ(title.space_before, 13_pt);
  EXPECT_EQ(title.space_after, 18_pt);
  EXPECT_EQ(title.ink, (Ink{0, 0, 0, 600}));
  EXPECT_EQ(read.layout.styles.at("kicker").pitch, 17.5_pt) << "the pitch follows a new size";
  EXPECT_EQ(read.layout.styles.at("caption").pitch, 12_pt);
  EXPECT_EQ(read.layout.styles.at("caption").size, 8_pt);
}

TEST(Frames, AsWritten) {
  const Read read("page: {size: 四开}\n" + std::string(Desk::kGrid) +
                  "frames:\n"
                  "  lead:\n"
                  "    kind: story\n"
                  "    columns: 1-4\n"
                  "    rows: 5-50\n"
                  "    head: 9行\n"
                  "    rules: false\n"
                  "    photos:\n"
                  "      - {columns: 2-3, rows: 17, at: bottom, caption: {columns: 3, rows: 3}}\n"
                  "      - {columns: 4, rows: 5}\n"
                  "  folio: {kind: folio, columns: 1-4, rows: 1-2, left: \"{paper}\", right: \"第{page}版\", "
                  "rule: 0.5pt}\n");
  ASSERT_EQ(read.layout.frames.size(), 2u);
  const Frame& lead = read.layout.frames[0];
  EXPECT_EQ(lead.name.value, "lead");
  EXPECT_EQ(lead.columns.value, (Range{1, 4}));
  EXPECT_EQ(lead.rows.value, (Range{5, 50}));
  EXPECT_EQ(lead.head_rows, 9);
  EXPECT_FALSE(lead.column_rules);
  ASSERT_EQ(lead.photos.size(), 2u);
  EXPECT_EQ(lead.photos[0].columns.value, (Range{2, 3}));
  EXPECT_EQ(lead.photos[0].rows.value, 17);
  EXPECT_EQ(lead.photos[0].at, PhotoSlot::At::kBottom);
  EXPECT_EQ(lead.photos[0].caption_columns, (Range{3, 3}));
  EXPECT_EQ(lead.photos[0].caption_rows.value, 3);
  EXPECT_EQ(lead.photos[1].at, PhotoSlot::At::kTop);
  EXPECT_FALSE(lead.photos[1].caption_columns);
  EXPECT_EQ(lead.photos[1].caption_rows.value, 0);
  const Frame& folio = read.layout.frames[1];
  EXPECT_EQ(folio.kind, Frame::Kind::kFolio);
  EXPECT_EQ(folio.left.value, "{paper}");
  EXPECT_EQ(folio.right.value, "第{page}版");
  EXPECT_EQ(folio.rule.thickness, 0.5_pt);
}

TEST(Edition, IsReadOnceForAllPages) {
  Desk desk;
  desk.write("edition.yaml",
             "paper: 晋中日报\ntitle: 标题\nauthor: 编辑部\ndate: 2024-01-08\npages:\n"
             "  - {number: 1, section: 要闻, layout: l.yaml, frames: {lead: a.md}}\n"
             "  - {number: 4, section: 副刊, layout: ./l.yaml, frames: {lead: b.md}}\n");
  const auto document = desk.read();
  ASSERT_TRUE(document) << desk.findings();
  EXPECT_EQ(desk.findings(), "");
  EXPECT_EQ(document->layouts.size(), 1u);
  EXPECT_EQ(document->articles.size(), 2u);
  const Edition& edition = document->edition;
  EXPECT_EQ(edition.paper.value, "晋中日报");
  EXPECT_EQ(edition.title.value, "标题");
  EXPECT_EQ(edition.author.value, "编辑部");
  ASSERT_TRUE(edition.date);
  EXPECT_EQ(date_in_chinese(*edition.date), "2024年1月8日");
  ASSERT_EQ(edition.pages.size(), 2u);
  EXPECT_EQ(edition.pages[1].number, 4);
  EXPECT_EQ(edition.pages[1].section.value, "副刊");
  EXPECT_EQ(edition.pages[1].layout, 0u);
  EXPECT_EQ(edition.pages[1].stories.at("lead"), 1u);
}

TEST(Catalogue, Table) {
  Sources sources;
  Diagnostics diags;
  const auto catalogue =
      read_catalogue("fonts.yaml",
                     "faces:\n"
                     "  a: {family: Face A, files: [/x/a.ttc, /y/a.ttc], index: 2, package: fonts-a}\n"
                     "  b: {family: Face B, files: [b.otf], scale: 1.06, raise: -0.02}\n"
                     "roles:\n"
                     "  song: {han: [a, b], latin: [b], marks: [b]}\n"
                     "  song bold: {han: [b]}\n",
                     sources, diags);
  ASSERT_TRUE(catalogue) << messages(diags, sources);
  ASSERT_EQ(catalogue->faces.size(), 2u);
  EXPECT_EQ(catalogue->faces[0].name.value, "a");
  EXPECT_EQ(catalogue->faces[0].family, "Face A");
  EXPECT_EQ(catalogue->faces[0].files, (std::vector<std::string>{"/x/a.ttc", "/y/a.ttc"}));
  EXPECT_EQ(catalogue->faces[0].index, 2);
  EXPECT_EQ(catalogue->faces[0].package, "fonts-a");
  EXPECT_EQ(catalogue->faces[0].scale, Em::of(1));
  EXPECT_EQ(catalogue->faces[0].raise, Em());
  EXPECT_EQ(catalogue->faces[1].scale, Em::of(1.06));
  EXPECT_EQ(catalogue->faces[1].raise, Em::of(-0.02));
  ASSERT_EQ(catalogue->roles.size(), 2u);
  EXPECT_EQ(catalogue->roles[0].name.value, "song");
  EXPECT_EQ(catalogue->roles[0].han, (std::vector<std::size_t>{0, 1}));
  EXPECT_EQ(catalogue->roles[0].latin, (std::vector<std::size_t>{1}));
  EXPECT_EQ(catalogue->roles[0].marks, (std::vector<std::size_t>{1}));
  EXPECT_EQ(catalogue->roles[1].name.value, "song");
  EXPECT_EQ(catalogue->roles[1].weight, Weight::kBold);
}

}  // namespace
}  // namespace banxin
