// Markdown and front matter as copy: joins, emphasis, normal forms, and the way back to the source.
#include "support.h"

namespace banxin {
namespace {

/// Paragraphs with their marks: "## " a cross-head, [strong], (italic), {both}; "/" a forced line break; "> "
/// in a quotation; a list item behind its label.
std::string outline(const Article& article) {
  std::string out;
  for (const Paragraph& paragraph : article.paragraphs) {
    for (const Container& c : paragraph.inside) out += c.kind == Container::Kind::kQuote ? "> " : "";
    if (!paragraph.label.empty()) out += paragraph.label.text + " ";
    if (paragraph.kind == Paragraph::Kind::kOrnament) out += "***";
    if (paragraph.kind == Paragraph::Kind::kRule) out += "---";
    for (const std::vector<MarkedCopy>& row : paragraph.table.rows) {
      for (const MarkedCopy& cell : row) out += "|" + cell.copy.text;
      out += "|";
    }
    std::string text = paragraph.copy.text;
    for (auto e = paragraph.emphasis.rbegin(); e != paragraph.emphasis.rend(); ++e) {
      const char* marks = e->strong && e->italic ? "{}" : e->strong ? "[]" : "()";
      text.insert(e->end, 1, marks[1]);
      text.insert(e->begin, 1, marks[0]);
    }
    for (std::size_t at; (at = text.find("\u2028")) != std::string::npos;) text.replace(at, 3, "/");
    out += (paragraph.kind == Paragraph::Kind::kCrossHead ? "## " : "") + text + "\n";
  }
  return out;
}

TEST(Markdown, Table) {
  struct Case {
    const char* markdown;
    const char* outline;
  };
  const Case kCases[] = {
      {"一\n\n二\n", "一\n二\n"},
      {"## 小标题\n正文\n", "## 小标题\n正文\n"},
      {"## **小**标题 ##\n\n正文\n", "## 小标题\n正文\n"},
      // Joins: a line end is a space only between Western words.
      {"中国\n人民\n", "中国人民\n"},
      {"中国\nABC\n", "中国ABC\n"},
      {"ABC\n中国\n", "ABC中国\n"},
      {"one\ntwo\n", "one two\n"},
      {"2023\n年\n", "2023年\n"},
      {"one,\ntwo\n", "one, two\n"},
      {"中国。\n“你好”\n", "中国。“你好”\n"},
      {"说“\n一”\n", "说“一”\n"},
      {"“one”\ntwo\n", "“one” two\n"},
      {"“一”\ntwo\n", "“一”two\n"},
      {"中国，\nABC\n", "中国，ABC\n"},
      {"かな\nword\n", "かなword\n"},
      {"破折——\n号\n", "破折——号\n"},
      {"one —\ntwo\n", "one — two\n"},
      {"ＡＢ\nＣＤ\n", "AB CD\n"},
      // Forced breaks.
      {"一\\\n二\n", "一/二\n"},
      {"一  \n二\n", "一/二\n"},
      {"一<br>二\n", "一/二\n"},
      // Emphasis, with and without CommonMark's consent.
      {"一**二**三*四*五\n", "一[二]三(四)五\n"},
      {"***一***\n", "{一}\n"},
      {"**一*二*三**\n", "[一]{二}[三]\n"},
      {"市委**“156”**战略\n", "市委[“156”]战略\n"},
      {"**注意：**请看\n", "[注意：]请看\n"},
      {"见*《春》*一书\n", "见(《春》)一书\n"},
      {"3 * 4 = 12\n", "3 * 4 = 12\n"},
      {"一\\*\\*二\\*\\*三\n", "一**二**三\n"},
      {"**一\n二**\n", "[一二]\n"},
      // Escapes and entities.
      {"\\# 一 \\[二\\]\n", "# 一 [二]\n"},
      {"一&hellip;&hellip;二&mdash;&mdash;&#x4E2D;&#20013;\n", "一……二——中中\n"},
      {"一&amp;lt;二\n", "一&lt;二\n"},
      // Indents of the desk are no code and no copy.
      {"　　一\n\n    二\n\n\t三\n", "一\n二\n三\n"},
      // Normal forms.
      {"ＡＢＣ１２３ａｂｃ，！（）\n", "ABC123abc，！（）\n"},
      {"天――地\n", "天——地\n"},
      {"\u2F00\u2F64\n", "一用\n"},
      // Words of markup that cannot be set stay words.
      {"- 一\n- 二\n", "• 一\n• 二\n"},
      {"1. 一\n2. 二\n   1) 三\n", "1. 一\n2. 二\n1) 三\n"},
      {"3\\. 一\n", "3. 一\n"},
      {"> 一\n> 二\n>\n> 三\n", "> 一二\n> 三\n"},
      {"| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n", "|甲|乙||1|2|\n"},
      {"```\n一\n二\n```\n", "一二\n"},
      {"见[官网](http://x.y)。\n", "见官网。\n"},
      {"<div class='x'>\n一<b>二</b>\n</div>\n", "一二\n"},
      {"一\n\n***\n\n二\n\n---\n", "一\n***\n二\n---\n"},
      {"<!-- 备注 -->\n\n一<!-- 再 -->二\n", "一二\n"},
      {"一&foo;二\n", "一&foo;二\n"},
      {"一 `x` 二\n", "一 x 二\n"},
  };
  for (const auto& [markdown, want] : kCases) {
    SCOPED_TRACE(markdown);
    Read read(markdown);
    EXPECT_EQ(outline(read.article), want);
  }
}

/// Western text typed in full-width characters (typography.md 7.2), and what looks like it.
TEST(Markdown, NarrowsWesternTextInFullWidthCharacters) {
  struct Case {
    const char *copy, *want;
  };
  const Case kCases[] = {
      // Numbers.
      {"２０２４年１０月", "2024年10月"},
      {"增长５．２％，", "增长5.2%，"},
      {"1２．5％", "12.5%"},
      {"１，２３４，５６７．８亿元", "1,234,567.8亿元"},
      {"１，２００．５％", "1,200.5%"},
      {"第１，２，３名", "第1，2，3名"},
      {"１２，３４", "12，34"},
      {"１２３４，５６７", "1234，567"},
      {"０．５，１２３", "0.5，123"},
      {"见1，234页", "见1，234页"},  // the comma alone was typed wide: it is one
      {"９：３０开会，比分３：２", "9:30开会，比分3:2"},
      {"9：30", "9：30"},
      {"如下：１", "如下：1"},
      {"０１０－６５３６８１１４", "010-65368114"},
      {"３／４", "3/4"},
      {"＄２０，￥５００", "$20，￥500"},
      {"－５℃～＋５℃", "－5℃～＋5℃"},
      {"～５０％，％", "～50%，％"},
      {"１．坚持", "1.坚持"},
      {"方法是２．然后", "方法是2．然后"},
      // Words and names.
      {"ＧＤＰ，ＣＰＩ（ＰＰＩ）", "GDP，CPI（PPI）"},
      {"Ｒ＆Ｄ、Ｗｉ－Ｆｉ、ＷＴＯ／ＩＭＦ", "R&D、Wi-Fi、WTO/IMF"},
      {"Ｃ＋＋与Ｃ＃，ＡＩ＋制造", "C++与C#，AI+制造"},
      {"5G＋工业", "5G＋工业"},
      {"甲＋乙＝丙", "甲＋乙＝丙"},
      {"Ｊ．Ｋ．罗琳、约翰·Ｆ·肯尼迪", "J.K.罗琳、约翰·F·肯尼迪"},
      {"Ｎｅｗ　Ｙｏｒｋ", "New York"},
      {"本报讯　２０日", "本报讯　20日"},
      {"ｄｏｎ＇ｔ", "don't"},
      {"他说“ＯＫ！”（Ａ座）", "他说“OK！”（A座）"},
      // Addresses.
      {"见ｈｔｔｐ：／／ｗｗｗ．ｅｘ．ｃｎ／ａ＿ｂ？ｃ＝１＆ｄ＝２，或",
       "见http://www.ex.cn/a_b?c=1&d=2，或"},
      {"ｈｔｔｐｓ：／／ｅｘ．ｃｎ？好", "https://ex.cn？好"},
      {"https：//ex.cn：８０８０／。", "https://ex.cn:8080/。"},
      {"ｎｅｗｓ＠ｅｘ．ｃｎ", "news@ex.cn"},
      // Meant as it stands.
      {"&#xFF12;&#xFF10;&#xFF05;", "２０％"},
  };
  for (const auto& [copy, want] : kCases) {
    SCOPED_TRACE(copy);
    const Read read(std::string(copy) + "\n");
    EXPECT_EQ(outline(read.article), std::string(want) + "\n");
  }
}

/// Front matter, tables and captions are copy as well.
TEST(Markdown, NarrowsFullWidthCharactersEverywhere) {
  const Read read(
      "---\ntitle: ＧＤＰ增长５．２％\n---\n| Ａ类 | １，２００．５％ |\n|---|---|\n| Ｂ | ３ |\n");
  EXPECT_EQ(read.article.title.text, "GDP增长5.2%");
  EXPECT_EQ(outline(read.article), "|A类|1,200.5%||B|3|\n");
}

TEST(Markdown, SaysNothingOfGoodCopy) {
  const Read read(
      "---\ntitle: 标题\n---\n一**二**三\n\n## 小标题\n\n一<br>二，*三*&hellip;\n\n<!-- 备注 -->\n");
  EXPECT_EQ(read.findings(), "");
}

TEST(FrontMatter, Table) {
  const Read read(
      "---\n"
      "kicker: 引题\n"
      "title: |\n"
      "  第一行\n"
      "  第二行\n"
      "subtitle: >-\n"
      "  副题的前一半\n"
      "  后一半 two\n"
      "  words\n"
      "deck: \"提\\u8981 “156”\"\n"
      "byline: 记者 闫淑娟\n"
      "dateline: 本报讯\n"
      "---\n"
      "正文。\n");
  EXPECT_EQ(read.findings(), "");
  EXPECT_EQ(read.article.kicker.text, "引题");
  EXPECT_EQ(read.article.title.text, "第一行\u2028第二行");
  EXPECT_EQ(read.article.subtitle.text, "副题的前一半后一半 two words");
  EXPECT_EQ(read.article.deck.text, "提要 “156”");
  EXPECT_EQ(read.article.byline.text, "记者 闫淑娟");
  EXPECT_EQ(read.article.dateline.text, "本报讯");
  EXPECT_EQ(outline(read.article), "正文。\n");
}

TEST(FrontMatter, IsNotNeeded) {
  const Read read("正文。\n\n---\n\n第二段。\n");
  EXPECT_EQ(outline(read.article), "正文。\n---\n第二段。\n");
  EXPECT_TRUE(read.article.title.empty());
}

TEST(FrontMatter, OfPhotos) {
  const Read read(
      "---\n"
      "photos:\n"
      "  - file: ok.jpg\n"
      "    caption: 图片说明\n"
      "    credit: 记者 杨洋 摄\n"
      "    alt: 一口缸\n"
      "    focus: [0.25, 0.75]\n"
      "---\n"
      "正文。\n");
  EXPECT_EQ(read.findings(), "");
  ASSERT_EQ(read.article.photos.size(), 1u);
  const Photo& photo = read.article.photos[0];
  EXPECT_EQ(photo.path, "ok.jpg");
  EXPECT_EQ(photo.width, 60);
  EXPECT_EQ(photo.height, 40);
  EXPECT_EQ(photo.caption.text, "图片说明");
  EXPECT_EQ(photo.credit.text, "记者 杨洋 摄");
  EXPECT_EQ(photo.alt.text, "一口缸");
  EXPECT_EQ(photo.focus_x, 0.25);
  EXPECT_EQ(photo.focus_y, 0.75);
}

/// What was written for a piece of the copy.
std::string source_of(const Desk& desk, const Copy& copy, std::string_view piece) {
  const std::size_t at = copy.text.find(piece);
  if (at == std::string::npos) return "not in the copy";
  const SourceSpan where = copy.source_of(at, at + piece.size());
  return desk.sources.at(where.file).text.substr(where.begin, where.end - where.begin);
}

TEST(Origin, OfEveryPieceIsWhatWasWritten) {
  const Read read(
      "---\n"
      "title: \"主\\u9898：ＡＢ\"\n"
      "subtitle: 前半\n"
      "  后半\n"
      "---\n"
      "第一行**重点**，\n"
      "第二&#x884C;：１２３\\*完\\\n"
      "第三行one\n"
      "two。\n");
  const Copy& body = read.article.paragraphs.at(0).copy;
  EXPECT_EQ(body.text, "第一行重点，第二行：123*完\u2028第三行one two。");
  EXPECT_EQ(source_of(read, body, "第一行"), "第一行");
  EXPECT_EQ(source_of(read, body, "行重点，"), "行**重点**，");
  EXPECT_EQ(source_of(read, body, "重点"), "重点");
  EXPECT_EQ(source_of(read, body, "，第"), "，\n第");
  EXPECT_EQ(source_of(read, body, "行："), "&#x884C;：");
  EXPECT_EQ(source_of(read, body, "23"), "２３");
  EXPECT_EQ(source_of(read, body, "*"), "*");
  EXPECT_EQ(source_of(read, body, "\u2028"), "\\\n");
  EXPECT_EQ(source_of(read, body, "one two"), "one\ntwo");
  EXPECT_EQ(source_of(read, body, " "), "\n");
  EXPECT_EQ(source_of(read, read.article.title, "主题"), "主\\u9898");
  EXPECT_EQ(source_of(read, read.article.title, "：A"), "：Ａ");
  EXPECT_EQ(source_of(read, read.article.subtitle, "半后"), "半\n  后");
}

TEST(Origin, CoversTheWholeText) {
  const Read read("ＡＢ一&amp;二\n三\\\n四**五**\n");
  const Copy& copy = read.article.paragraphs.at(0).copy;
  ASSERT_FALSE(copy.origin.empty());
  EXPECT_EQ(copy.origin.front().text_begin, 0u);
  for (std::size_t i = 1; i < copy.origin.size(); ++i) {
    EXPECT_GT(copy.origin[i].text_begin, copy.origin[i - 1].text_begin);
    EXPECT_GE(copy.origin[i].where.begin, copy.origin[i - 1].where.end);
  }
  EXPECT_EQ(copy.where().begin, 0u);
}

}  // namespace
}  // namespace banxin
