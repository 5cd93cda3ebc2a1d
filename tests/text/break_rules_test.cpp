// What typography.md says about breaks beyond its matrix: levels, Western text in Chinese, what is never
// divided.
#include "text/break_rules.h"

#include <gtest/gtest.h>

#include "matrix.h"
#include "support.h"

namespace banxin::test {
namespace {

constexpr BreakRow kRows[] = {
    {"none: everywhere", "他说：“好。”", "--level none", "他｜说｜：｜“｜好｜。｜”"},
    {"none: units stay", "好——？！", "--level none", "好｜——｜？！"},
    {"none: numbers stay", "涨12.5%的", "--level none", "涨｜12.5%｜的"},
    {"strict keeps ellipses off the line start", "走……了", "--level strict", "走……｜了"},
    {"dashes as GB 2312 tables have them", "国――国，――国", "", "国｜――｜国，｜――｜国"},
    {"two ellipses", "走…………了", "", "走｜……｜……｜了"},
    {"iteration mark", "人々", "", "人々"},
    {"iteration mark at none", "人々", "--level none", "人｜々"},
    {"full-width percent sign after a number", "增5％的", "", "增｜5％｜的"},
    {"degrees", "今35℃热", "", "今｜35℃｜热"},
    {"sign", "为-5℃的", "", "为｜-5℃｜的"},
    {"currency", "￥30元", "", "￥30｜元"},
    {"ASCII stop after a bracket", "（国）.国", "", "（国）.｜国"},
    {"ASCII brackets", "国(国)国", "", "国｜(国)｜国"},
    {"ASCII comma after Han", "国,国", "", "国,｜国"},
    {"initial", "B. 盖茨", "", "B. 盖｜茨"},
    {"initial without a space", "B.盖茨", "", "B.盖｜茨"},
    {"not an initial", "OK. 国", "", "OK. ｜国"},
    {"spaces", "国 Word word国", "", "国 ｜Word ｜word｜国"},
    {"no-break space", "国\u00A0国", "", "国\u00A0国"},
    {"word joiner", "国\u2060国国", "", "国\u2060国｜国"},
    {"zero-width space", "（\u200B国", "", "（\u200B｜国"},
    {"superscript", "国²国", "", "国²｜国"},
    {"range", "3～5天", "", "3～｜5｜天"},
    {"hyphen in a word", "well-known国", "", "well-｜known｜国"},
    {"URL", "见https://www.cpc.cn/a_b?c=d。", "", "见｜https://｜www.｜cpc.｜cn/｜a_｜b?｜c=｜d。"},
    {"Latin quotation", "He said “OK” twice", "", "He ｜said ｜“OK” ｜twice"},
    {"quoted Latin in Chinese", "他说“OK”了", "", "他｜说｜“OK”｜了"},
    {"dash in English", "a word — a word", "", "a ｜word ｜— ｜a ｜word"},
    {"possessive", "dogs’国", "", "dogs’｜国"},
    {"single quotes", "他‘说OK’了", "", "他｜‘说｜OK’｜了"},
    {"variation selector", "国，\uFE00国", "", "国，\uFE00｜国"},
    {"family", "国👨‍👩‍👧国", "", "国｜👨‍👩‍👧｜国"},
    {"C++", "C++语言", "", "C++｜语｜言"},
    {"C#", "C#好", "", "C#｜好"},
    {"option", "把-Ofast换成-O2", "", "把｜-Ofast｜换｜成｜-O2"},
    {"unit with a solidus", "50km/h的", "", "50km/h｜的"},
    {"short words about a solidus", "TCP/IP网", "", "TCP/IP｜网"},
    {"long words about a solidus", "client/server好", "", "client/｜server｜好"},
    {"date in digits", "2024-06-15日", "", "2024-06-15｜日"},
    {"years", "2020-2024年", "", "2020-2024｜年"},
    {"telephone", "0351-123-4567", "", "0351-123-4567"},
    {"telephone with its area in brackets", "电(010)6536-8114转", "", "电｜(010)6536-8114｜转"},
    {"telephone of two parts", "电0351-4081234转", "", "电｜0351-4081234｜转"},
    {"ISBN", "书号978-7-115-54608-1的", "", "书｜号｜978-7-115-54608-1｜的"},
    {"number and word", "第5-a章", "", "第｜5-｜a｜章"},
    {"digits in an address", "见www.cpc.cn/2024-06", "", "见｜www.｜cpc.｜cn/｜2024-｜06"},
    {"thousands with a space", "10 000元", "", "10 000｜元"},
    {"a space before everything", " km的", "", " km｜的"},
    {"numbers with a space", "10 20元", "", "10 ｜20｜元"},
    {"percent behind a space", "5 %的", "", "5 %｜的"},
    {"ratio", "10\u22361的", "", "10\u22361｜的"},
    {"what is left of and", "rock ’n’ roll音", "", "rock ｜’n’ ｜roll｜音"},
    {"name", "我叫张三丰", "--name 张三丰", "我｜叫｜张｜三｜丰"},
    {"held together", "我叫张三丰先生", "--nobreak 张三丰", "我｜叫｜张三丰｜先｜生"},
    {"grid: words may be cut", "用Word好", "--strict-grid", "用｜W｜o｜r｜d｜好"},
    {"grid: numbers may not", "用2024好", "--strict-grid", "用｜2024｜好"},
    {"grid: the second mark may start a line", "好。”好", "--strict-grid", "好。｜”｜好"},
    {"grid: not of ？！", "好？！好", "--strict-grid", "好？！｜好"},
    {"narrow quotes by selector", "他说“\uFE00OK”\uFE00了", "", "他｜说｜“\uFE00OK”\uFE00｜了"},
    {"straight quotes", "国\"国\"国", "", "国\"国\"国"},
};

TEST(BreakRules, Table) {
  for (const BreakRow& row : kRows) {
    SCOPED_TRACE(row.id);
    EXPECT_EQ(show_breaks(nominal_paragraph(make_job(row.text, row.options).text)), row.want);
  }
}

struct GapCase {
  std::string_view text, options;
  double want;
};

// Widths: the gap and its exceptions (typography.md 2.6), marks by context (1.3), units (1.4), pairs (3.1).
constexpr GapCase kWidths[] = {
    {"国5%的", "", 3.5},  // % belongs to the number
    {"国5国", "", 3.0},
    {"国don’t国", "", 5.0},  // ’ is half an em wide
    {"国“A”国", "", 4.5},    // but quotes of Chinese text are full
    {"他说“OK”了", "", 6.0},
    {"他说“OK” and", "", 6.5 + 1.0 / 3},  // one side is Chinese, so the pair is
    {"He said “OK” twice", "", 8.5},      // nothing Chinese in it or around it
    {"He said ‘OK’ twice", "", 8.5},
    {"He said “好” twice", "", 7.5 + 2},
    {"他‘don’t’说", "", 6.5},  // an apostrophe inside single quotes
    {"dogs’国", "", 3.5},      // and at the end of a word
    {"国——A国", "", 4.75},     // no gap at a dash
    {"国 A国", "--spaces replace", 3.0},
    {"国 国", "--spaces replace", 2 + 1.0 / 3},
    {"国km²国", "", 3.75},  // none behind an exponent
    {"国？？？国", "", 4.0},
    {"国？！国", "--style plain", 4.0},
    {"国）》国", "--style plain", 4.0},
    {"国·国", "", 2.5},
    {"國·國", "--lang zh-Hant-TW", 3.0},
    {"国》·国", "", 3.0},
    {"国，《国", "", 3.5},
    {"国。《国", "", 3.5},
    {"国！《国", "", 3.5},
    {"國，「國", "--lang zh-Hant-HK", 3.75},
    {"國！「國", "--lang zh-Hant-HK", 4.0},
    {"國，「國", "--lang zh-Hant-TW", 4.0},
    {"国～国", "", 3.0},
    {"国–国", "", 2.5},
    {"国／国", "", 2.5},
    {"国…国", "", 3.0},
    {"国――国", "", 4.0},
    {"国———国", "", 5.0},   // 2 + 1
    {"国）——国", "", 5.0},  // nothing is squeezed against a dash
    // Standardized variants: U+FE00 is the corner form, U+FE01 the centred one; of quotes narrow and full.
    {"国，\uFE01）国", "", 3.75},
    {"國，\uFE00）國", "--lang zh-Hant-HK", 3.5},
    {"国A“\uFE00国", "", 3.25},
    {"国“\uFE01A”\uFE01国", "", 4.5},
    {"He said “\uFE01OK”\uFE01 twice", "", 9.5},
    {"国A国5国", "--spacing .5", 6.0},
    {"国A国5国", "--spacing .5,0", 5.0},
    // The strict grid: Western text fills whole cells.
    {"国A国", "--strict-grid", 3.0},
    {"国AB国", "--strict-grid", 4.0},
    {"国ABC国", "--strict-grid", 4.0},
    {"国A B国", "--strict-grid", 4.0},
    {"国–国", "--strict-grid", 3.0},
    {"国·国", "--strict-grid", 3.0},
    {"国/国", "--strict-grid", 3.0},
    {"国）（国", "--strict-grid", 4.0},
};

TEST(PairSpacing, Widths) {
  for (const GapCase& c : kWidths) {
    SCOPED_TRACE(c.text);
    const Job job = make_job(c.text, c.options);
    const Breaking breaking = break_lines(nominal_paragraph(job.text), job.measures, job.options);
    EXPECT_NEAR(breaking.lines.at(0).natural / kEm, c.want, 0.001);
  }
}

TEST(BreakRules, NamesAndUnitsCost) {
  const auto penalties = [](std::string_view text, std::string_view options) {
    std::vector<int> out;
    for (const Joint& joint : nominal_paragraph(make_job(text, options).text).joints)
      out.push_back(joint.penalty);
    return out;
  };
  constexpr int kForbidden = Joint::kForbidden, kForced = Joint::kForced;
  EXPECT_EQ(penalties("叫张三丰的", "--name 张三丰"), (std::vector<int>{0, 100, 100, 0, kForced}));
  EXPECT_EQ(penalties("5 km路", ""), (std::vector<int>{kForbidden, kForbidden, kForbidden, 0, kForced}));
  EXPECT_EQ(penalties("5 kms路", ""), (std::vector<int>{kForbidden, 0, kForbidden, kForbidden, 0, kForced}));
}

/// What newspapers count in, in both forms of the characters; 60 is the cost behind the number.
TEST(BreakRules, MeasureWordsStayWithTheirNumbers) {
  for (const char* text :
       {"3种", "17所", "6座", "62组", "17处", "3路车", "12美元", "5公里", "8平方公里", "150毫升", "3個",
        "8點", "46級", "35萬", "62組", "17處", "108片", "5公尺", "18公噸"}) {
    SCOPED_TRACE(text);
    const ShapedParagraph p = nominal_paragraph(make_job(text).text);
    std::size_t digits = 0;
    while (p.cells[digits].c == CharClass::kNum) ++digits;
    EXPECT_EQ(p.joints[digits - 1].penalty, 60);
  }
  for (const char* text : {"3是", "5与", "2公司", "7平安"}) {
    EXPECT_EQ(nominal_paragraph(make_job(text).text).joints[0].penalty, 0) << text;
  }
}

TEST(BreakRules, SoftBreaksCost) {
  const ShapedParagraph p = nominal_paragraph(make_job("第3回——走……6月").text);
  std::vector<int> penalties;
  for (const Joint& joint : p.joints) penalties.push_back(joint.penalty);
  EXPECT_EQ(penalties, (std::vector<int>{100, 60, 20, 0, 40, 0, 60, Joint::kForced}));
}

}  // namespace
}  // namespace banxin::test
