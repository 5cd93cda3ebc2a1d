// Headlines as newspapers write them, with the lines a sub-editor would take; and what holds for all of them.
#include <gtest/gtest.h>

#include "support.h"
#include "text/headline_breaks.h"

namespace banxin::test {
namespace {

ShapedParagraph headline(std::string_view text) {
  Job job = make_job(text);
  job.text.setting.replace_spaces = true;
  return nominal_paragraph(job.text);
}

HeadlineBreaking broken(const ShapedParagraph& p, double ems, int max_lines = 0) {
  return break_headline(p, Em::of(ems).at(kEm), max_lines);
}

/// Lines joined by `/`, without U+2028, U+2060 and the spaces at line ends.
std::string lines_of(const ShapedParagraph& p, const HeadlineBreaking& breaking) {
  std::string out;
  for (const Line& line : breaking.lines) {
    if (!out.empty()) out += '/';
    for (std::uint32_t k = line.begin; k < p.sums[line.end].visible_end; ++k) {
      const Cell& cell = p.cells[k];
      std::string text = p.text.substr(cell.text_begin, cell.text_end - cell.text_begin);
      if (const std::size_t glue = text.find("\u2060"); glue != std::string::npos) text.resize(glue);
      out += text;
    }
  }
  return out;
}

std::string lines_of(std::string_view text, double ems, int max_lines = 0) {
  const ShapedParagraph p = headline(text);
  return lines_of(p, broken(p, ems, max_lines));
}

/// A headline on a measure of so many 字.
struct Row {
  double measure;
  const char* text;
  const char* lines;
};

constexpr Row kRows[] = {
    {14, "韦德是制造悬念的艺术家", "韦德是制造悬念的艺术家"},
    {10, "韦德是制造悬念的艺术家", "韦德是制造悬念的/艺术家"},
    {13, "阿莱克斯20万欧元赔偿金到账", "阿莱克斯20万欧元/赔偿金到账"},
    {12, "马凯开出扩大内需“五剂药方”", "马凯开出扩大内需/“五剂药方”"},
    {12, "得分机器坏了米勒大叔的好事", "得分机器/坏了米勒大叔的好事"},
    {9, "民生支出占比连续六年超七成", "民生支出占比/连续六年超七成"},
    {16, "李肇星会见拉脱维亚外交部国务秘书", "李肇星会见拉脱维亚外交部国务秘书"},
    {8, "李肇星会见拉脱维亚外交部国务秘书", "李肇星/会见拉脱维亚/外交部国务秘书"},
    {9, "全市中小学今起放寒假", "全市中小学/今起放寒假"},
    {18, "省委常委会召开会议研究部署安全生产工作", "省委常委会召开会议/研究部署安全生产工作"},
    {13, "我国成功发射遥感三十九号卫星", "我国成功发射/遥感三十九号卫星"},
    {16, "神舟十九号航天员乘组平安返回 圆满完成飞行任务", "神舟十九号航天员乘组平安返回/圆满完成飞行任务"},
    {18, "小麦进入返青期 农技专家田间地头送技术", "小麦进入返青期/农技专家田间地头送技术"},
    {9, "小麦进入返青期 农技专家田间地头送技术", "小麦进入返青期/农技专家/田间地头送技术"},
    {13, "《红楼梦》手稿首次在京公开展出", "《红楼梦》手稿/首次在京公开展出"},
    {12, "人工智能如何改变我们的生活", "人工智能/如何改变我们的生活"},
    {6, "人工智能如何改变我们的生活", "人工智能/如何改变/我们的生活"},
    {12, "ChatGPT引发新一轮技术竞赛", "ChatGPT/引发新一轮技术竞赛"},
    {15, "2024年全国粮食产量突破1.4万亿斤", "2024年全国粮食产量/突破1.4万亿斤"},
    {8, "2024年全国粮食产量突破1.4万亿斤", "2024年全国/粮食产量/突破1.4万亿斤"},
    {11, "王建国当选市作家协会主席", "王建国/当选市作家协会主席"},
    {19, "长江经济带发展十年看变化：一江碧水向东流", "长江经济带发展十年/看变化：一江碧水向东流"},
    {8, "德国总理默克尔访问北京大学并发表演讲", "德国总理默克尔/访问北京大学/并发表演讲"},
    {17, "德国总理默克尔访问北京大学并发表演讲", "德国总理默克尔/访问北京大学并发表演讲"},
    {15, "晋中市第五届人民代表大会第四次会议隆重开幕", "晋中市第五届人民代表大会/第四次会议隆重开幕"},
    {8, "晋中市第五届人民代表大会第四次会议隆重开幕", "晋中市第五届/人民代表大会/第四次会议/隆重开幕"},
    {14, "全省“两会”代表委员热议乡村振兴", "全省“两会”代表委员/热议乡村振兴"},
    {16, "全国人大常委会表决通过关于修改公司法的决定", "全国人大常委会/表决通过关于修改公司法的决定"},
    {16, "沪指收复3000点 两市成交额破万亿元", "沪指收复3000点/两市成交额破万亿元"},
    {8, "一场大雪带来的思考", "一场大雪/带来的思考"},
    {10, "太原至北京高铁今日开通", "太原至北京/高铁今日开通"},
    {13, "“天眼”发现新脉冲星超过900颗", "“天眼”发现新脉冲星/超过900颗"},
    {13, "伊丽莎白·泰勒珠宝展在京开幕", "伊丽莎白·泰勒/珠宝展在京开幕"},
    {8, "农民工工资支付保障条例5月1日起施行", "农民工工资/支付保障条例/5月1日起施行"},
    {14, "市民冒雪排队购买年货的热情不减", "市民冒雪排队/购买年货的热情不减"},
    {13, "“村超”火了 小县城迎来八方客", "“村超”火了/小县城迎来八方客"},
    {15, "女排姑娘3比1逆转巴西队晋级四强", "女排姑娘3比1/逆转巴西队晋级四强"},
    {6, "女排姑娘3比1逆转巴西队晋级四强", "女排姑娘/3比1/逆转巴西队/晋级四强"},
    {8, "孩子们的寒假谁来陪", "孩子们的/寒假谁来陪"},
    {14, "受台风影响北京等地部分航班取消", "受台风影响北京等地/部分航班取消"},
    {11, "三名教师获评全国优秀教师", "三名教师/获评全国优秀教师"},
    {18, "我国新能源汽车产销量连续九年位居全球第一", "我国新能源汽车产销量/连续九年位居全球第一"},
    {9, "晋中市举行春节团拜会", "晋中市/举行春节团拜会"},
    {8, "让老百姓喝上放心水", "让老百姓/喝上放心水"},
    {20, "古城平遥迎来旅游旺季，单日客流突破十万人次", "古城平遥迎来旅游旺季，/单日客流突破十万人次"},
    {10, "古城平遥迎来旅游旺季，单日客流突破十万人次", "古城平遥/迎来旅游旺季，/单日客流突破十万人次"},
    {19, "从“有没有”到“好不好”——社区养老服务观察", "从“有没有”到“好不好”/——社区养老服务观察"},
    {13, "大雪封路　千余名旅客平安脱险", "大雪封路/千余名旅客平安脱险"},
    {7, "我国高速铁路运营里程达4.5万公里", "我国高速铁路/运营里程/达4.5万公里"},
    {9, "A股三大指数集体收涨", "A股三大指数/集体收涨"},
    {16, "北京时间今日凌晨中国队夺得首枚金牌", "北京时间今日凌晨/中国队夺得首枚金牌"},
    {7, "张桂梅：扎根大山四十年的燃灯者", "张桂梅：/扎根大山/四十年的燃灯者"},
    {20, "第十四届全国人民代表大会第二次会议在京开幕", "第十四届全国人民代表大会/第二次会议在京开幕"},
    {12, "教育部：严禁给家长布置作业", "教育部：/严禁给家长布置作业"},
    {6, "冬日里的一束光", "冬日里的/一束光"},
    {17, "记者手记：在零下四十摄氏度的漠河守夜", "记者手记：/在零下四十摄氏度的漠河守夜"},
    // Words and names that ICU's dictionary cuts.
    {16, "全国人民代表大会常务委员会关于修改民法典的决定公布",
     "全国人民代表大会常务委员会/关于修改民法典的决定公布"},
    {11, "杭州亚运会组委会公布开幕式门票价格", "杭州亚运会组委会/公布开幕式门票价格"},
    {11, "国家发展和改革委员会印发春耕工作通知", "国家发展和改革委员会/印发春耕工作通知"},
    {11, "青藏铁路西宁至格尔木段通行复兴号动车组", "青藏铁路西宁至格尔木段/通行复兴号动车组"},
    {11, "最高人民法院发布涉外民商事案件典型案例", "最高人民法院发布/涉外民商事案件典型案例"},
    {11, "一季度全国居民人均可支配收入11539元", "一季度全国居民/人均可支配收入11539元"},
    {11, "长征五号运载火箭发射嫦娥六号探测器", "长征五号运载火箭/发射嫦娥六号探测器"},
    {9, "习近平在上海考察时强调 坚持高质量发展", "习近平在上海/考察时强调/坚持高质量发展"},
    // Names that neither has, by the characters that foreign names are written with.
    {10, "法国总统马克龙访问成都", "法国总统马克龙/访问成都"},
    {6, "法国总统马克龙访问成都", "法国总统/马克龙/访问成都"},
    {12, "冯德莱恩当选欧盟委员会主席", "冯德莱恩/当选欧盟委员会主席"},
    {9, "粤港澳大湾区建设提速", "粤港澳大湾区/建设提速"},
    // What a thing is of stays with it, and so does which one it is.
    {16, "前三季度经济运行情况新闻发布会举行", "前三季度经济运行情况/新闻发布会举行"},
    {17, "今年一季度全省经济运行情况分析会召开", "今年一季度全省/经济运行情况分析会召开"},
    {11, "市委书记张志强到基层调研", "市委书记张志强/到基层调研"},
    {8, "国务院常务会议部署稳外贸稳外资工作", "国务院常务会议/部署稳外贸/稳外资工作"},
    {13, "国家统计局介绍国民经济运行情况", "国家统计局/介绍国民经济运行情况"},
    {6, "我市举办首届大学生创业大赛", "我市举办/首届大学生/创业大赛"},
    {8, "国务院新闻办公室举行新闻发布会介绍外贸形势", "国务院新闻办公室/举行新闻发布会/介绍外贸形势"},
};

class Headlines : public testing::TestWithParam<Row> {};

TEST_P(Headlines, BreakBySense) {
  EXPECT_EQ(lines_of(GetParam().text, GetParam().measure), GetParam().lines);
}

INSTANTIATE_TEST_SUITE_P(Table, Headlines, testing::ValuesIn(kRows));

/// Breaks that were printed and found fault with (victorzhang.cn, 2006-12-29), each on a measure on which
/// there is a better one.
struct BadRow {
  double measure;
  const char* text;
  const char* printed;
};

constexpr BadRow kBad[] = {
    {9, "韦德是制造悬念的艺术家", "韦德是制造/悬念的艺术家"},
    {10, "阿莱克斯20万欧元赔偿金到账", "阿莱克斯20万/欧元赔偿金到账"},
    {9, "马凯开出扩大内需“五剂药方”", "马凯开出扩大/内需“五剂药方”"},
    {9, "得分机器坏了米勒大叔的好事", "得分机器坏了/米勒大叔的好事"},
};

TEST(Headline, DoesNotRepeatPublishedMistakes) {
  for (const BadRow& row : kBad) {
    const std::string lines = lines_of(row.text, row.measure);
    EXPECT_NE(lines, row.printed);
    EXPECT_NE(lines.find('/'), std::string::npos) << row.text;
  }
}

TEST(Headline, AnEditorKeepsWhatBelongsTogether) {
  // 联合国秘书长黎巴嫩… is one office: no dictionary knows that, so the editor glues it.
  EXPECT_EQ(lines_of("李肇星会见联合国秘书长黎巴嫩和叙利亚问题特使", 16),
            "李肇星会见联合国秘书长/黎巴嫩和叙利亚问题特使");
  EXPECT_EQ(lines_of("李肇星会见联合国秘书长\u2060黎巴嫩和叙利亚问题特使", 16),
            "李肇星会见联合国/秘书长黎巴嫩和叙利亚问题特使");
}

TEST(Headline, AnEditorForcesLines) {
  EXPECT_EQ(lines_of("韦德是\u2028制造悬念的艺术家", 20), "韦德是/制造悬念的艺术家");
  EXPECT_EQ(lines_of("今日\u2028长江经济带发展十年看变化", 8), "今日/长江经济带发展/十年看变化")
      << "each part for itself";
}

TEST(Headline, MostLinesAreKept) {
  const ShapedParagraph p = headline("晋中市第五届人民代表大会第四次会议隆重开幕");
  EXPECT_EQ(broken(p, 12).lines.size(), 2u);
  const HeadlineBreaking one = broken(p, 12, 1);
  EXPECT_EQ(one.lines.size(), 1u);
  EXPECT_TRUE(one.overfull);
}

TEST(Headline, DividesAWordOnlyWhenNothingElseFits) {
  const ShapedParagraph p = headline("ChatGPT引发新一轮技术竞赛");
  EXPECT_TRUE(broken(p, 5).by_sense);
  const ShapedParagraph name = headline("伊丽莎白·泰勒珠宝展");
  const HeadlineBreaking narrow = broken(name, 5);
  EXPECT_FALSE(narrow.by_sense);
  EXPECT_FALSE(narrow.overfull);
  EXPECT_TRUE(broken(headline("HarmonyOS"), 3).overfull) << "Latin words are never divided";
}

/// No best way is looked for among so many; nothing is lost.
TEST(Headline, FarTooLongIsFilledLineByLine) {
  std::string text;
  for (int i = 0; i < 2000; ++i) text += "题";
  const ShapedParagraph p = headline(text);
  const HeadlineBreaking b = broken(p, 10);
  ASSERT_EQ(b.lines.size(), 12u);
  EXPECT_EQ(b.lines.front().end, 10u);
  EXPECT_EQ(b.lines.back().end, p.cells.size());
  EXPECT_TRUE(b.overfull);
  EXPECT_FALSE(b.by_sense);
  EXPECT_EQ(broken(p, 10, 3).lines.size(), 3u);
}

TEST(Headline, EmptyTextHasNoLines) { EXPECT_TRUE(broken(headline(""), 10).lines.empty()); }

/// Every headline on every measure from wide to narrow.
class EveryMeasure : public testing::TestWithParam<Row> {};

TEST_P(EveryMeasure, NothingIsLostAndLinesFit) {
  const ShapedParagraph p = headline(GetParam().text);
  for (double ems = 24; ems >= 2; ems -= 0.5) {
    const HeadlineBreaking b = broken(p, ems);
    std::uint32_t at = 0;
    for (const Line& line : b.lines) {
      EXPECT_EQ(line.begin, at);
      EXPECT_LT(line.begin, line.end);
      at = line.end;
      Length right;
      for (const SetGlyph& g : set_line(p, line, {.justify = false}))
        right = std::max(right, g.x + g.advance);
      if (!line.overfull) {
        EXPECT_LE(right, line.measure) << ems;
      }
    }
    EXPECT_EQ(at, p.cells.size());
    EXPECT_EQ(lines_of(p, b), lines_of(p, broken(p, ems))) << "twice the same";
  }
}

TEST_P(EveryMeasure, NoLineStartsBadlyAndNoneHasOneCharacter) {
  const ShapedParagraph p = headline(GetParam().text);
  for (double ems = 24; ems >= 2; ems -= 0.5) {
    const HeadlineBreaking b = broken(p, ems);
    if (!b.by_sense) continue;
    for (const Line& line : b.lines) {
      const std::string text = line_text(p, line, {.justify = false});
      if (b.lines.size() > 1) {
        EXPECT_GT(text.size(), std::string("字").size()) << text;
      }
      for (const char* bad : {"的", "了", "们", "吗", "呢", "吧"}) EXPECT_NE(text.rfind(bad, 0), 0u) << text;
    }
  }
}

TEST_P(EveryMeasure, OneMoreLineOnlyWhenFewerDoNotFit) {
  const ShapedParagraph p = headline(GetParam().text);
  for (double ems = 24; ems >= 4; ems -= 0.5) {
    const auto lines = static_cast<int>(broken(p, ems).lines.size());
    if (lines < 2) continue;
    const HeadlineBreaking fewer = broken(p, ems, lines - 1);
    EXPECT_TRUE(fewer.overfull || !fewer.by_sense) << ems << ": " << lines_of(p, fewer);
  }
}

INSTANTIATE_TEST_SUITE_P(Table, EveryMeasure, testing::ValuesIn(kRows));

/// Words without lists and marks: every boundary costs the same, so the lines are as equal as they can be.
TEST(Headline, LinesAreBalanced) {
  EXPECT_EQ(lines_of("全球粮食产量全国铁路运营", 10), "全球粮食产量/全国铁路运营");
  EXPECT_EQ(lines_of("全球粮食产量全国铁路运营", 5), "全球粮食/产量全国/铁路运营");
}

}  // namespace
}  // namespace banxin::test
