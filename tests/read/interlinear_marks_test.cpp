// Marks between the lines: {汉|hàn} and [文字]{.dots}.
#include "support.h"

namespace banxin {
namespace {

/// "文字 | dots(文) ruby(字=zì)": the text of the paragraphs, then their marks.
std::string outline(const Article& article) {
  static constexpr const char* kNames[] = {"dots",     "name", "title",   "underline",
                                           "mourning", "ruby", "nobreak", "bopomofo"};
  std::string out;
  for (const Paragraph& p : article.paragraphs) {
    out += p.copy.text + " |";
    for (const InterlinearMark& m : p.marks) {
      out += std::string(" ") + kNames[static_cast<int>(m.kind)] + "(" +
             p.copy.text.substr(m.begin, m.end - m.begin) + (m.reading.empty() ? "" : "=") + m.reading.text +
             ")";
    }
    out += "\n";
  }
  return out;
}

TEST(Marks, Table) {
  struct Case {
    const char* markdown;
    const char* outline;
  };
  const Case kCases[] = {
      {"写{汉字|hàn zì}。\n", "写汉字。 | ruby(汉字=hàn zì)\n"},
      {"{汉|hàn}{字|zì}\n", "汉字 | ruby(汉=hàn) ruby(字=zì)\n"},
      {"[锟斤拷]{.nobreak}\n", "锟斤拷 | nobreak(锟斤拷)\n"},
      {"{漢字|ㄏㄢˋ ㄗˋ}\n", "漢字 | bopomofo(漢字=ㄏㄢˋ ㄗˋ)\n"},
      {"[文字]{.dots}、[张三]{.name}、[春]{.title}、[线]{.underline}、[某某]{.mourning}\n",
       "文字、张三、春、线、某某 | dots(文字) name(张三) title(春) underline(线) mourning(某某)\n"},
      {"[张三]{.name}[李四]{.name}\n", "张三李四 | name(张三) name(李四)\n"},
      {"[张三]{.name .dots}\n", "张三 | name(张三) dots(张三)\n"},
      {"## [张三]{.name}传\n\n文\n", "张三传 | name(张三)\n文 |\n"},
      // In one another, and with emphasis on either side of the brackets.
      {"[[张三]{.name}说]{.dots}\n", "张三说 | dots(张三说) name(张三)\n"},
      {"[{张|Zhāng}{三|Sān}]{.name}\n", "张三 | name(张三) ruby(张=Zhāng) ruby(三=Sān)\n"},
      {"{[张三]{.name}|Zhāng Sān}\n", "张三 | name(张三) ruby(张三=Zhāng Sān)\n"},
      {"**[张三]{.name}**说\n", "张三说 | name(张三)\n"},
      {"见[*春*、**秋**]{.title}等\n", "见春、秋等 | title(春、秋)\n"},
      {"{**汉**字|hàn zì}\n", "汉字 | ruby(汉字=hàn zì)\n"},
      // Lines of the source are joined as if the markup were not there.
      {"一[二\n三]{.dots}\n四\n", "一二三四 | dots(二三)\n"},
      {"一{二|one\ntwo}\n", "一二 | ruby(二=one two)\n"},
      {"[one]{.name}\ntwo\n", "one two | name(one)\n"},
      {"　　[　文　]{.dots}\n", "文 | dots(文)\n"},
      {"[ＡＢ]{.name}{一|１}\n", "AB一 | name(AB) ruby(一=1)\n"},
      {"[文]{.dots} {lines=+1}\n", "文 | dots(文)\n"},
      {"见[&lt;春&gt;]{.title}\n", "见<春> | title(<春>)\n"},
      {"[一[1]二]{.dots}\n", "一[1]二 | dots(一[1]二)\n"},
      // Copy.
      {"集合{a，b}、[注]、{、]、}\n", "集合{a，b}、[注]、{、]、} |\n"},
      {"[注]{a}和[注]{...}、[注] {.x}\n", "[注]{a}和[注]{...}、[注] {.x} |\n"},
      {"[]{.dots}{|a}{a|}{ | }{a|b|c}\n", "[]{.dots}{|a}{a|}{ | }{a|b|c} |\n"},
      {"[未完{.dots}\n", "[未完{.dots} |\n"},
      {"{未完|a\n", "{未完|a |\n"},
      {"\\[文\\]{.x}、\\{汉|hàn}、\\{汉|hàn\\}、{汉\\|hàn}\n", "[文]{.x}、{汉|hàn}、{汉|hàn}、{汉|hàn} |\n"},
      {"`{a|b}`、`[a]{.dots}`\n", "{a|b}、[a]{.dots} |\n"},
      {"一]二}三|四\n", "一]二}三|四 |\n"},
  };
  for (const auto& [markdown, want] : kCases) {
    SCOPED_TRACE(markdown);
    const Read r(markdown);
    EXPECT_EQ(outline(r.article), want);
  }
}

TEST(Marks, GoodOnesAreNotTalkedAbout) {
  const Read r("[文]{.dots}{汉|hàn}[张三]{.name .mourning}集合{a，b}\n");
  EXPECT_EQ(r.findings(), "");
}

TEST(Marks, Mistakes) {
  const Read r(
      "一[文]{.dot}二\n\n[人]{.person}\n\n文{.dots}\n\n{{汉|a}|b}\n\n{汉|[a]{.dots}}\n\n{汉|{字|a}}\n");
  EXPECT_EQ(
      r.findings(),
      "a.md:5:2: warning[stray-mark]: '{.dots}' follows no brackets and is set as it stands\n"
      "文{.dots}\n"
      "  ^~~~~~~\n"
      "hint: write [文字]{.dots} for the mark, \\{ for the brace itself\n"
      "a.md:7:1: error[nested-reading]: a reading cannot have a reading\n"
      "{{汉|a}|b}\n"
      "^~~~~~~~~~\n"
      "hint: write the readings side by side, and marks round the words: {汉|hàn}[{字|zì}]{.dots}\n"
      "a.md:9:1: error[nested-reading]: a reading cannot be marked\n"
      "{汉|[a]{.dots}}\n"
      "^~~~~~~~~~~~~~~\n"
      "hint: write the readings side by side, and marks round the words: {汉|hàn}[{字|zì}]{.dots}\n"
      "a.md:11:1: error[nested-reading]: a reading cannot have a reading\n"
      "{汉|{字|a}}\n"
      "^~~~~~~~~~~\n"
      "hint: write the readings side by side, and marks round the words: {汉|hàn}[{字|zì}]{.dots}\n"
      "a.md:1:5: error[unknown-mark]: there is neither a mark nor a character style '.dot'\n"
      "一[文]{.dot}二\n"
      "      ^~~~~~\n"
      "hint: did you mean '.dots'? marks here: {.dots} {.name} {.title} {.underline} {.mourning} {.nobreak}; "
      "character styles: {.allsmallcaps} {.hei} {.kai} {.oldstyle} {.small} {.smallcaps} {.song} {.sub} "
      "{.sup}\n"
      "a.md:3:4: error[unknown-mark]: there is neither a mark nor a character style '.person'\n"
      "[人]{.person}\n"
      "    ^~~~~~~~~\n"
      "hint: marks here: {.dots} {.name} {.title} {.underline} {.mourning} {.nobreak}; "
      "character styles: {.allsmallcaps} {.hei} {.kai} {.oldstyle} {.small} {.smallcaps} {.song} {.sub} "
      "{.sup}\n");
}

/// What was written for bytes [begin, end) of the copy.
std::string_view written(const Desk& desk, const Copy& copy, std::size_t begin, std::size_t end) {
  const SourceSpan where = copy.source_of(begin, end);
  return std::string_view(desk.sources.at(where.file).text).substr(where.begin, where.end - where.begin);
}

TEST(Marks, EveryPieceKnowsWhereItWasWritten) {
  const Read r("一[张&#x4E09;]{.name}二{汉字|hàn\nzì}三\n");
  const Paragraph& p = r.article.paragraphs.at(0);
  EXPECT_EQ(p.copy.text, "一张三二汉字三");
  EXPECT_EQ(written(r, p.copy, 0, 3), "一");
  EXPECT_EQ(written(r, p.copy, 3, 9), "张&#x4E09;");
  EXPECT_EQ(written(r, p.copy, 9, 12), "二");
  EXPECT_EQ(written(r, p.copy, 12, 18), "汉字");
  EXPECT_EQ(written(r, p.copy, 18, 21), "三");
  ASSERT_EQ(p.marks.size(), 2u);
  EXPECT_EQ(r.sources.at(p.marks[0].where.file)
                .text.substr(p.marks[0].where.begin, p.marks[0].where.end - p.marks[0].where.begin),
            "[张&#x4E09;]{.name}");
  const Copy& reading = p.marks[1].reading;
  EXPECT_EQ(reading.text, "hàn zì");
  EXPECT_EQ(written(r, reading, 0, 4), "hàn");
  EXPECT_EQ(written(r, reading, 4, 5), "\n");
  EXPECT_EQ(written(r, reading, 5, 8), "zì");
}

TEST(Marks, DeepNestsAreReadInTime) {
  std::string nest;
  for (int i = 0; i < 20000; ++i) nest += "[{";
  for (int i = 0; i < 20000; ++i) nest += "|a}]{.dots}";
  const Read r(nest + "\n");
  EXPECT_FALSE(r.article.paragraphs.empty() && r.findings().empty());
}

}  // namespace
}  // namespace banxin
