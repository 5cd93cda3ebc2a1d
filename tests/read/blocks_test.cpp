// Lists, quotations, tables, cross-heads, separators and character styles, as the desk writes them.
#include "support.h"

namespace banxin {
namespace {

std::string marked(const Copy& copy, const std::vector<StyledSpan>& spans) {
  std::string out = copy.text;
  for (const StyledSpan& s : spans)
    out += " " + s.name + "(" + copy.text.substr(s.begin, s.end - s.begin) + ")";
  return out;
}

/// A line a paragraph: what it stands in ("quote1 list2 item3:"), label, kind, text and character styles.
std::string outline(const Article& article) {
  static constexpr const char* kContainers[] = {"quote", "list", "item"};
  static constexpr const char* kKinds[] = {"", "head", "note", "caption", "ornament", "rule", "table"};
  static constexpr const char* kPlaces[] = {"rows", "run-in", "cut-in"};
  std::string out;
  for (const Paragraph& p : article.paragraphs) {
    for (const Container& c : p.inside) {
      out += std::string(kContainers[static_cast<int>(c.kind)]) + std::to_string(c.number) + " ";
    }
    if (!p.label.empty()) out += p.label.text + " ";
    out += kKinds[static_cast<int>(p.kind)];
    if (p.kind == Paragraph::Kind::kCrossHead) out += std::to_string(p.level) + " ";
    if (p.place) out += std::string(kPlaces[static_cast<int>(*p.place)]) + " ";
    if (p.drop_cap.value > 0) out += "drop" + std::to_string(p.drop_cap.value) + " ";
    if (p.continued) out += "continued ";
    out += marked(p.copy, p.spans);
    for (const std::vector<MarkedCopy>& row : p.table.rows) {
      for (const MarkedCopy& cell : row) out += "|" + marked(cell.copy, cell.spans);
      out += "|";
    }
    out += "\n";
  }
  return out;
}

TEST(Blocks, Table) {
  struct Case {
    const char* markdown;
    const char* outline;
  };
  const Case kCases[] = {
      {"- 一\n\n  又\n- 二\n", "list1 item2 • 一\nlist1 item2 又\nlist1 item3 • 二\n"},
      {"3. 一\n4. 二\n   - 三\n5. 四\n",
       "list1 item2 3. 一\nlist1 item3 4. 二\nlist1 item3 list4 item5 – 三\nlist1 item6 5. 四\n"},
      {"1) 一\n", "list1 item2 1) 一\n"},
      {"> 一\n>\n> - 二\n\n三\n", "quote1 一\nquote1 list2 item3 • 二\n三\n"},
      {"一\n\n- 二\n\n三 {.continued}\n", "一\nlist1 item2 • 二\ncontinued 三\n"},
      {"## 一\n\n### 二\n\n三\n", "head2 一\nhead3 二\n三\n"},
      {"## 一 {.cut-in}\n\n### 二 {.rows}\n\n## 三{.run-in}\n",
       "head2 cut-in 一\nhead3 rows 二\nhead2 run-in 三\n"},
      {"一\n\n***\n\n---\n\n- - -\n\n* * *\n", "一\nornament\nrule\nrule\nornament\n"},
      {"春天 {.drop}\n\n夏天 {drop=3}\n", "drop2 春天\ndrop3 夏天\n"},
      {"表 {.caption}\n\n| 甲 | 乙 |\n|---|---|\n| 1 | **2** |\n\n注：三 {.note}\n",
       "caption表\ntable|甲|乙||1|2|\nnote注：三\n"},
      {"| 甲 | 乙 |\n|---|---|\n| [价]{.hei} | |\n", "table|甲|乙||价 hei(价)||\n"},
      {"| 甲 | 乙 |\n|---|---|\n| 一 \\| 二 |\n", "table|甲|乙||一 | 二||\n"},
      {"水是H[2]{.sub}O，[[热]{.kai}闹]{.small .hei}\n",
       "水是H2O，热闹 sub(2) small(热闹) hei(热闹) kai(热)\n"},
      {"[文]{.kai}在“{.kai}”里\n", "文在“{.kai}”里 kai(文)\n"},
      {"中 {.note2}\n", "中 {.note2}\n"},
  };
  for (const auto& [markdown, want] : kCases) {
    SCOPED_TRACE(markdown);
    const Read r(markdown);
    EXPECT_EQ(outline(r.article), want);
    EXPECT_EQ(r.findings(), "");
  }
}

TEST(Blocks, ColumnsOfATable) {
  const Read r("| a | b | c | d |\n|---|:--|:-:|--:|\n| 1 | 2 | 3 | 4 |\n");
  const Table& table = r.article.paragraphs.at(0).table;
  EXPECT_EQ(table.columns, (std::vector{Table::Align::kAutomatic, Table::Align::kLeft, Table::Align::kCentre,
                                        Table::Align::kRight}));
  EXPECT_EQ(r.sources.at(table.where.file).text.substr(table.where.begin, 1), "a");
}

TEST(Blocks, CharacterStylesOfTheLayout) {
  Desk desk;
  desk.write("l.yaml", "page: {size: 四开}\n" + std::string(Desk::kGrid) +
                           "frames: {lead: {kind: story, columns: 1-4, rows: 5-50, drop-cap: 3}}\n"
                           "styles: {crosshead: {place: cut-in, rows: 3}, quote: {inset-start: 3字}}\n"
                           "spans:\n  price: {font: hei bold, ink: M100 Y100, scale: 0.9, raise: 0.1}\n");
  desk.write("a.md", "[三元]{.price}\n");
  const auto document = desk.read();
  EXPECT_EQ(desk.findings(), "");
  ASSERT_TRUE(document);
  const PageLayout& layout = document->layouts[0];
  const SpanStyle& price = layout.span_styles.at("price");
  EXPECT_EQ(price.font, (FontChoice{"hei", Weight::kBold}));
  EXPECT_EQ(price.ink, (Ink{0, 1000, 1000, 0}));
  EXPECT_EQ(price.scale, 0.9_em);
  EXPECT_EQ(layout.styles.at("crosshead").place, HeadPlace::kCutIn);
  EXPECT_EQ(layout.styles.at("crosshead").rows, 3);
  EXPECT_EQ(layout.styles.at("quote").inset_start, 27_pt);
  EXPECT_EQ(layout.frames[0].drop_cap, 3);
}

TEST(Blocks, Mistakes) {
  const Mistaken kCases[] = {
      {"head", "## 一 {.drop}\n\n二\n",
       "a.md:1:6: error[bad-attribute]: '.drop' is for paragraphs\n"
       "## 一 {.drop}\n"
       "      ^~~~~~~\n"
       "hint: attributes of a cross-head: {.rows} {.run-in} {.cut-in}\n"},
      {"paragraph", "一 {.cut-in}\n",
       "a.md:1:3: error[bad-attribute]: '.cut-in' is for cross-heads\n"
       "一 {.cut-in}\n"
       "   ^~~~~~~~~\n"
       "hint: attributes here: {lines=+1} {lines=-1} {.drop} {drop=3} {.continued} {.optional} {.note} "
       "{.caption}\n"},
      {"lines", "一 {drop=9}\n",
       "a.md:1:3: error[bad-attribute]: a drop capital cannot take '9' lines\n"
       "一 {drop=9}\n"
       "   ^~~~~~~~\n"
       "hint: write {drop=2} to {drop=5}\n"},
      {"bopomofo", "{漢字|ㄏㄢˋ}\n",
       "a.md:1:1: error[reading-count]: 1 syllables of 注音 for 2 characters\n"
       "{漢字|ㄏㄢˋ}\n"
       "^~~~~~~~~~~~\n"
       "hint: write one a character, with spaces between: {漢字|ㄏㄢˋ ㄗˋ}\n"},
      {"cell", "| [一]{.boxed} |\n|---|\n",
       "a.md:1:6: error[unknown-mark]: there is neither a mark nor a character style '.boxed'\n"
       "| [一]{.boxed} |\n"
       "      ^~~~~~~~\n"
       "hint: marks here: {.dots} {.name} {.title} {.underline} {.mourning} {.nobreak}; character styles: "
       "{.allsmallcaps} "
       "{.hei} {.kai} {.oldstyle} {.small} {.smallcaps} {.song} {.sub} {.sup}\n"},
  };
  for (const Mistaken& c : kCases) {
    SCOPED_TRACE(c.name);
    EXPECT_EQ(Read(c.text).findings(), c.said);
  }
}

TEST(Blocks, MistakesInCharacterStyles) {
  Desk desk;
  desk.write("l.yaml", "page: {size: 四开}\n" + std::string(Desk::kGrid) +
                           "frames: {lead: {kind: story, columns: 1-4, rows: 5-50}}\n"
                           "spans:\n  dots: {}\n  价: {}\n  large: {size: 20pt}\n");
  desk.read();
  EXPECT_EQ(desk.findings(),
            "l.yaml:5:3: error[bad-name]: 'dots' is a mark between the lines\n"
            "  dots: {}\n"
            "  ^~~~\n"
            "hint: give the character style another name\n"
            "l.yaml:6:3: error[bad-name]: '价' cannot be the name of a character style\n"
            "  价: {}\n"
            "  ^~\n"
            "hint: use small letters, digits and '-'\n"
            "l.yaml:7:11: error[out-of-range]: a character style is larger than the lines are apart\n"
            "  large: {size: 20pt}\n"
            "          ^~~~\n"
            "hint: the pitch of the grid is 13 pt\n");
}

}  // namespace
}  // namespace banxin
