// What the reader of a headline knows of Chinese words and no dictionary says: which ones lean on what
// follows, which want an object, which end a name.
#include "text/sense_words.h"

#include <algorithm>
#include <iterator>

#include "text/char_class.h"

namespace banxin {

namespace {

/// Never at the start of a line: particles and suffixes, the words of [Z8] and their like.
constexpr std::u32string_view kParticles = U"的了着过地得吗呢吧们等之啊呀嘛么著過們嗎";
/// Words of one character that lean on what follows them.
constexpr std::u32string_view kLeaning =
    U"在和与及或把被将对向从由为以于至是不很更最再又也都就才还仍已正各每该本此这那让使令给比同跟按据因若没无"
    U"未可能会要应到"
    U"须需必并而且但则即拟欲获致称促赴抵迎送访破超达逾近约共今全因新老首再";
/// With these a predicate starts.
constexpr std::u32string_view kPredicate = U"将被把已仍在让使从向对为获";
/// Verbs of one character that want an object.
constexpr std::u32string_view kShortVerbs =
    U"看获迎赴抵访送赛谈办建夺创增设护保查捐买卖落驶驻赠颁享促破盼寻探遭涉稳抓筑拓惠援";
constexpr std::u32string_view kNumerals = U"〇零一二三四五六七八九十百千万亿两几余多";
/// Beside those of is_measure_word: what newspapers count.
constexpr std::u32string_view kMeasures =
    U"名枚艘架座吨亩斤股份套栋幢棵株头匹只支队批种类档类成亿折秒度轮场届代把对双所款封起宗例组处间路站班步块"
    U"片册幅"
    U"盏杯碗瓶袋箱畝棟頭隻隊種類輪屆對雙組處間塊冊盞";
constexpr std::u32string_view kSurnames =
    U"王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜"
    U"崔钟谭陆汪范石"
    U"廖贾韦夏付邹熊孟秦邱侯江尹薛闫雷龙史陶贺顾毛郝龚邵钱严覃武戴莫孔汤习温俞栗";

constexpr Word kUnits[] = {U"欧元", U"美元", U"日元", U"英镑",   U"卢布",   U"港元",     U"人民币", U"人次",
                           U"公里", U"公斤", U"公顷", U"平方",   U"平方米", U"平方公里", U"立方",   U"立方米",
                           U"千米", U"毫米", U"厘米", U"小时",   U"分钟",   U"周年",     U"个月",   U"余名",
                           U"多名", U"万元", U"亿元", U"万人",   U"亿人",   U"千瓦",     U"海里",   U"摄氏度",
                           U"歐元", U"英鎊", U"港幣", U"新臺幣", U"公頃",   U"公尺",     U"公噸",   U"公分",
                           U"毫升", U"毫克", U"小時", U"分鐘",   U"週年",   U"個月",     U"萬元",   U"億元"};
constexpr Word kLeaningWords[] = {
    U"连续", U"关于", U"对于", U"根据", U"按照", U"通过", U"由于", U"为了", U"以及", U"或者", U"如何",
    U"怎样", U"正在", U"已经", U"将于", U"成为", U"位于", U"不再", U"不能", U"不得", U"必须", U"应当",
    U"可以", U"能够", U"一个", U"我们", U"他们", U"在京", U"首次", U"联合", U"共同", U"全面", U"深入",
    U"扎实", U"积极", U"大力", U"隆重", U"成功", U"圆满", U"加快", U"有望", U"零下", U"继续", U"再次"};
constexpr Word kVerbs[] = {
    U"制造", U"扩大", U"开展", U"推进", U"推动", U"加强", U"实现", U"提高", U"提升", U"促进", U"举行",
    U"召开", U"发布", U"会见", U"会晤", U"访问", U"出席", U"参加", U"引发", U"突破", U"完成", U"启动",
    U"印发", U"公布", U"宣布", U"成立", U"保障", U"改善", U"改变", U"打造", U"构建", U"建立", U"获得",
    U"取得", U"创造", U"迎来", U"走进", U"走出", U"带动", U"助力", U"支持", U"帮助", U"解决", U"破解",
    U"防止", U"严禁", U"禁止", U"查处", U"打击", U"整治", U"发射", U"部署", U"当选", U"担任", U"出任",
    U"荣获", U"夺得", U"击败", U"战胜", U"迎战", U"开出", U"发出", U"作出", U"做出", U"提出", U"进入",
    U"超过", U"达到", U"涉嫌", U"坚持", U"贯彻", U"落实", U"深化", U"优化", U"守护", U"弘扬", U"传承",
    U"点亮", U"激发", U"释放", U"增强", U"关注", U"聚焦", U"加征", U"征收", U"取消", U"调整", U"开通",
    U"建成", U"投入", U"送达", U"增加", U"减少", U"降低", U"发现", U"拥有", U"发送", U"加装", U"热议",
    U"表决", U"修改", U"新建", U"改建", U"收复", U"研究", U"讨论", U"审议", U"购买", U"逆转", U"晋级",
    U"夺冠", U"获评", U"讲述", U"见证", U"感受", U"探访", U"走访", U"慰问", U"看望", U"采访", U"观看",
    U"体验", U"考察", U"调研", U"介绍", U"举办", U"加盟", U"抵达", U"新增", U"交付", U"通报", U"出台",
    U"实施", U"施行", U"赢得", U"签署", U"签订", U"加入", U"退出", U"恢复", U"暂停", U"停止", U"回应",
    U"要求", U"呼吁", U"拒绝", U"批准", U"否认", U"证实", U"披露", U"处罚", U"起诉", U"逮捕", U"判处",
    U"授予", U"追授", U"表彰", U"奖励", U"上调", U"下调", U"刷新", U"创下", U"蝉联", U"不敌", U"力克",
    U"挺进", U"搭建", U"擦亮", U"书写", U"谱写", U"奏响"};
constexpr Word kAddress[] = {U"先生", U"女士", U"同志", U"教授", U"博士", U"大叔", U"大妈", U"大爷", U"奶奶",
                             U"爷爷", U"老师", U"院士", U"总理", U"总统", U"主席", U"部长", U"市长", U"书记"};
/// What the dictionary cuts and a reader does not.
constexpr Word kWhole[] = {
    U"人工智能",   U"中小学",   U"放寒假",   U"放暑假",     U"人民代表大会", U"代表大会", U"常委会",
    U"联合国",     U"秘书长",   U"经济带",   U"国务院",     U"拉脱维亚",     U"高质量",   U"返青期",
    U"艺术家",     U"航天员",   U"一带一路", U"志愿者",     U"全国人大",     U"全国政协", U"政协委员",
    U"人大代表",   U"市委书记", U"省委书记", U"新能源",     U"互联网",       U"大数据",   U"碳达峰",
    U"碳中和",     U"科技创新", U"乡村振兴", U"春运",       U"神舟",         U"嫦娥",     U"天宫",
    U"城市群",     U"示范区",   U"开发区",   U"自贸区",     U"生产力",       U"竞争力",   U"中共中央",
    U"党中央",     U"总书记",   U"外交部",   U"田间地头",   U"五年规划",     U"公积金",   U"养老金",
    U"占比",       U"同比",     U"环比",     U"医保",       U"高铁",         U"地铁",     U"消费者",
    U"全运会",     U"奥运会",   U"世界杯",   U"进博会",     U"博览会",       U"运动会",   U"两会",
    U"北京大学",   U"清华大学", U"作家协会", U"华为",       U"摄氏度",       U"代表委员", U"研究院",
    U"科学院",     U"马克龙",   U"粤港澳",   U"大湾区",     U"冯德莱恩",     U"泽连斯基", U"自贸港",
    U"新质生产力", U"低空经济", U"专精特新", U"可支配收入", U"居民收入"};

/// Nouns that say of what kind the thing before them is: 经济运行情况, 收购工作. Alone at a line start they
/// are torn from it.
constexpr Word kKinds[] = {U"情况",   U"工作",   U"问题",   U"活动",   U"形势",   U"任务",   U"措施",
                           U"事件",   U"事故",   U"成果",   U"水平",   U"机制",   U"体系",   U"能力",
                           U"分析",   U"项目",   U"工程",   U"大赛",   U"仪式",   U"大会",   U"会议",
                           U"方案",   U"计划",   U"条例",   U"通知",   U"座谈会", U"发布会", U"分析会",
                           U"推进会", U"现场会", U"研讨会", U"动员会", U"调度会", U"报告会"};
/// Words that say which: they stay with what follows.
constexpr Word kAttributes[] = {U"涉外", U"首届", U"首批", U"首个",   U"重大", U"大型", U"典型",
                                U"优秀", U"主要", U"重要", U"全新",   U"最新", U"特大", U"知名",
                                U"著名", U"国有", U"人均", U"新一轮", U"有关", U"相关", U"各项",
                                U"多项", U"历届", U"本届", U"新型",   U"特色"};
/// Characters that foreign names are written with.
constexpr std::u32string_view kSounds =
    U"阿埃艾安奥巴白贝本比波勃伯布查达戴德迪丁杜多俄恩尔法菲费弗夫福盖戈格古哈海汉豪赫胡华霍基吉加贾杰捷金卡"
    U"凯坎康柯"
    U"科克肯库拉莱兰朗劳勒雷里利林琳龙隆卢鲁路露罗洛马迈麦曼梅门蒙米密明莫默姆穆纳娜内尼妮涅努诺欧帕庞佩彭皮"
    U"珀普奇恰"
    U"乔切萨塞桑森莎沙舍什史施斯苏索塔泰坦汤特提廷托瓦娃万威韦维魏温翁沃乌武西希夏肖谢休雅亚娅扬耶叶伊因尤约"
    U"泽扎詹兹"
    U"茨茜佐";
/// Those that end one.
constexpr std::u32string_view kLastSounds =
    U"龙尔斯特克德姆曼森顿茨夫娃娅亚莎拉诺奥罗托尼丽莱基恩琴伊维卡塔廷翁兹纳希米韦茜妮娜迪戈";

bool contains(std::u32string_view set, char32_t cp) { return set.find(cp) != std::u32string_view::npos; }
bool is_in(std::span<const Word> words, Word word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}
bool is_in(std::u32string_view characters, Word word) {
  return word.size() == 1 && contains(characters, word[0]);
}
bool is_digit(char32_t cp) { return cp >= U'0' && cp <= U'9'; }

}  // namespace

std::span<const std::span<const Word>> whole_words() {
  static constexpr std::span<const Word> kAll[] = {kWhole, kVerbs,      kLeaningWords,
                                                   kUnits, kAttributes, kKinds};
  return kAll;
}

bool is_particle(Word word) { return is_in(kParticles, word); }
bool starts_predicate(Word word) { return is_in(kPredicate, word); }
bool is_leaning(Word word) { return is_in(kLeaningWords, word) || is_in(kLeaning, word); }
bool is_transitive(Word word) { return is_in(kVerbs, word) || is_in(kShortVerbs, word); }
bool is_long_verb(Word word) { return is_in(kVerbs, word); }
bool is_attribute(Word word) { return is_in(kAttributes, word); }
bool is_kind(Word word) { return is_in(kKinds, word); }
bool is_address(Word word) { return is_in(kAddress, word); }
bool is_surname(Word word) { return is_in(kSurnames, word); }

bool is_numeral(char32_t cp) { return contains(kNumerals, cp); }
bool is_number(Word word) {
  return std::all_of(word.begin(), word.end(),
                     [](char32_t cp) { return is_digit(cp) || is_numeral(cp) || contains(U".,%", cp); });
}
bool is_counted_in(Word word) {
  return (word.size() == 1 && (is_measure_word(word[0]) || contains(kMeasures, word[0]))) ||
         is_in(kUnits, word);
}

bool sounds_foreign(Word word) {
  return std::all_of(word.begin(), word.end(), [](char32_t cp) { return contains(kSounds, cp); });
}
bool ends_foreign_name(Word word) { return is_in(kLastSounds, word); }

}  // namespace banxin
