// Words of simplified Chinese come from a counted list (chinese_words.h), those of other text from ICU's
// dictionary; what no dictionary can know, short word lists say.
//
// The rules are those of the trade (newspaper.md 1.3, 标题移行; victorzhang.cn 2006-12-29, called [Z8]
// there): a word, or two closely bound ones, are not divided; 的 does not start a line; the break gives the
// sentence no second meaning. The last needs an editor: U+2060 keeps two characters together, U+2028 forces a
// line.
#include "text/sense_breaks.h"

#include <unicode/ubrk.h>

#include <algorithm>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "text/chinese_words.h"

namespace banxin {

namespace {

using enum CharClass;
using Word = std::u32string_view;

// Reluctance, in em by which the lines may differ instead (our own values; tests/text/headline_test.cpp is
// what they have to satisfy).
constexpr double kAfterPause = 0;        // ，：！？…… and a space between Chinese words
constexpr double kBeforeDash = 0.5;      // —— opens what explains
constexpr double kAfterEnumeration = 2;  // 、
constexpr double kBetweenWords = 3;
constexpr double kBeforePredicate = 2;  // 将 被 已 …: the subject stands alone
constexpr double kBeforeVerb = 1;       // 晋中市/举行春节团拜会: the verb keeps its object
// Added to these:
constexpr double kAfterDe = 1.5;    // 的 stays with the line before, but its noun goes
constexpr double kAfterAspect = 7;  // 坏了/米勒大叔的好事: the line reads as if it were complete [Z8]
constexpr double kAfterVerb = 8;    // 扩大/内需: a verb and its object are closely bound [Z8]
constexpr double kAfterLeaning = 7;               // a preposition, conjunction or adverb alone at a line end
constexpr double kAfterNumber = 4;                // 20万/欧元 [Z8]
constexpr double kBeforeSuffix = 5;               // a single character behind a word: 艺术/家, 联合/国
constexpr double kAfterSingle = 7;                // 高/质量, 市/作家协会
constexpr double kAfterSuffix = 1;                // 农民工/工资: a suffix closes its word
constexpr double kBeforeAnd = 2;                  // 黎巴嫩/和叙利亚
constexpr double kBeforeAddress = 5;              // 米勒/大叔
constexpr double kOverSpace = 6, kOverPause = 3;  // a line goes on over a space or ，！？
constexpr double kInsideCompound = 7;             // 国务院/新闻办公室: one name of several words
constexpr double kInsideBrackets = 6;             // 《》“”（）

/// Brackets round no more characters than this hold one term.
constexpr std::size_t kLongestTerm = 4;

/// Never at the start of a line: particles and suffixes, the words of [Z8] and their like.
constexpr std::u32string_view kParticles = U"的了着过地得吗呢吧们等之啊呀嘛么著過們嗎";
/// Words of one character that lean on what follows them.
constexpr std::u32string_view kLeaning =
    U"在和与及或把被将对向从由为以于至是不很更最再又也都就才还仍已正各每该本此这那让使令给比同跟按据因若没无"
    U"未可能会要应"
    U"须需必并而且但则即拟欲获致称促赴抵迎送访破超达逾近约共今全因新老首再";
/// With these a predicate starts.
constexpr std::u32string_view kPredicate = U"将被把已仍在让使从向对为获";
/// Verbs of one character that want an object.
constexpr std::u32string_view kShortVerbs =
    U"看获迎赴抵访送赛谈办建夺创增设护保查捐买卖落驶驻赠颁享促破盼寻探遭涉";
constexpr std::u32string_view kNumerals = U"〇零一二三四五六七八九十百千万亿两几余多";
/// Beside those of is_measure_word: what newspapers count.
constexpr std::u32string_view kMeasures =
    U"名枚艘架座吨亩斤股份套栋幢棵株头匹只支队批种类档类成亿折秒度轮场届代把对双所款封起宗例";
constexpr std::u32string_view kSurnames =
    U"王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜"
    U"崔钟谭陆汪范石"
    U"廖贾韦夏付邹熊孟秦邱侯江尹薛闫雷龙史陶贺顾毛郝龚邵钱严覃武戴莫孔汤习温俞栗";

constexpr Word kUnits[] = {U"欧元", U"美元", U"日元", U"英镑", U"卢布",   U"港元",     U"人民币", U"人次",
                           U"公里", U"公斤", U"公顷", U"平方", U"平方米", U"平方公里", U"立方",   U"立方米",
                           U"千米", U"毫米", U"厘米", U"小时", U"分钟",   U"周年",     U"个月",   U"余名",
                           U"多名", U"万元", U"亿元", U"万人", U"亿人",   U"千瓦",     U"海里",   U"摄氏度"};
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
    U"体验", U"考察", U"调研"};
constexpr Word kAddress[] = {U"先生", U"女士", U"同志", U"教授", U"博士", U"大叔", U"大妈", U"大爷", U"奶奶",
                             U"爷爷", U"老师", U"院士", U"总理", U"总统", U"主席", U"部长", U"市长", U"书记"};
/// What the dictionary cuts and a reader does not.
constexpr Word kWhole[] = {U"人工智能", U"中小学",   U"放寒假",   U"放暑假",   U"人民代表大会", U"代表大会",
                           U"常委会",   U"联合国",   U"秘书长",   U"经济带",   U"国务院",       U"拉脱维亚",
                           U"高质量",   U"返青期",   U"艺术家",   U"航天员",   U"一带一路",     U"志愿者",
                           U"全国人大", U"全国政协", U"政协委员", U"人大代表", U"市委书记",     U"省委书记",
                           U"新能源",   U"互联网",   U"大数据",   U"碳达峰",   U"碳中和",       U"科技创新",
                           U"乡村振兴", U"春运",     U"神舟",     U"嫦娥",     U"天宫",         U"城市群",
                           U"示范区",   U"开发区",   U"自贸区",   U"生产力",   U"竞争力",       U"中共中央",
                           U"党中央",   U"总书记",   U"外交部",   U"田间地头", U"五年规划",     U"公积金",
                           U"养老金",   U"占比",     U"同比",     U"环比",     U"医保",         U"高铁",
                           U"地铁",     U"消费者",   U"全运会",   U"奥运会",   U"世界杯",       U"进博会",
                           U"博览会",   U"运动会",   U"两会",     U"北京大学", U"清华大学",     U"作家协会",
                           U"华为",     U"摄氏度",   U"代表委员", U"研究院",   U"科学院"};

bool contains(std::u32string_view set, char32_t cp) { return set.find(cp) != std::u32string_view::npos; }
template <std::size_t N>
bool is_one_of(const Word (&words)[N], Word word) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

struct CloseIterator {
  void operator()(UBreakIterator* iterator) const { ubrk_close(iterator); }
};

/// One a thread: opening one loads the dictionary. Null when ICU's data is missing; then every character is a
/// word.
UBreakIterator* word_iterator() {
  static thread_local const std::unique_ptr<UBreakIterator, CloseIterator> iterator = [] {
    UErrorCode status = U_ZERO_ERROR;
    UBreakIterator* const opened = ubrk_open(UBRK_WORD, "zh", nullptr, 0, &status);
    return std::unique_ptr<UBreakIterator, CloseIterator>(U_SUCCESS(status) ? opened : nullptr);
  }();
  return iterator.get();
}

bool is_space(CharClass c) { return c == kSpace || c == kIdeographicSpace; }
bool is_pause(CharClass c) {
  return c == kComma || c == kColon || c == kStop || c == kExcl || c == kExcl2 || c == kDash || c == kEll ||
         c == kAsciiPause;
}
bool is_connector(CharClass c) { return c == kMid || c == kConn1 || c == kConn2 || c == kSol; }

class SenseReader {
 public:
  explicit SenseReader(const ShapedParagraph& p) : p_(p) {
    // The cells' first characters: without U+2060 and its like, which would cut words for ICU.
    for (const Cell& cell : p.cells) text_ += cell.cp;
    starts_.assign(text_.size() + 1, true);
    compound_.assign(text_.size() + 1, false);
    find_words();
    if (p.setting.language == Language::kHans) find_chinese_words();
    for (const std::span<const Word> words :
         {std::span<const Word>(kWhole), std::span<const Word>(kVerbs), std::span<const Word>(kLeaningWords),
          std::span<const Word>(kUnits)}) {
      join(words);
    }
    bracketed_ = term_ = std::vector<bool>(text_.size(), false);
    find_brackets();
  }

  std::vector<SenseBreak> read() const {
    std::vector<SenseBreak> out;
    for (std::size_t k = 0; k < p_.cells.size(); ++k) {
      if (p_.joints[k].may_break()) out.push_back(judge(k));
    }
    return out;
  }

 private:
  CharClass c(std::size_t k) const { return p_.cells[k].c; }

  void find_words() {
    UBreakIterator* const words = word_iterator();
    if (words == nullptr) return;
    std::u16string units;
    std::vector<std::size_t> cell_of;  // of each UTF-16 unit; inside a pair: none starts there
    for (std::size_t k = 0; k < text_.size(); ++k) {
      const char32_t cp = text_[k];
      cell_of.push_back(k);
      if (cp < 0x10000) {
        units += static_cast<char16_t>(cp);
        continue;
      }
      cell_of.push_back(k);
      units += static_cast<char16_t>(0xD7C0 + (cp >> 10));
      units += static_cast<char16_t>(0xDC00 + (cp & 0x3FF));
    }
    cell_of.push_back(text_.size());
    UErrorCode status = U_ZERO_ERROR;
    ubrk_setText(words, units.data(), static_cast<std::int32_t>(units.size()), &status);
    if (U_FAILURE(status)) return;
    starts_.assign(text_.size() + 1, false);
    starts_.front() = starts_.back() = true;
    for (std::int32_t at = ubrk_first(words); at != UBRK_DONE; at = ubrk_next(words)) {
      starts_[cell_of[static_cast<std::size_t>(at)]] = true;
    }
  }

  /// In simplified text the counted list goes before ICU's dictionary, which still joins characters that the
  /// list knows no word for: 习近平.
  void find_chinese_words() {
    for (std::size_t begin = 0; begin < text_.size();) {
      std::size_t end = begin;
      while (end < text_.size() && is_han(text_[end])) ++end;
      const std::vector<WordJoint> joints = chinese_word_joints(Word(text_).substr(begin, end - begin));
      const auto starts = [&](std::size_t k) { return k == end || joints[k - begin] != WordJoint::kInside; };
      const std::vector<bool> dictionary = starts_;
      for (std::size_t k = begin + 1; k < end; ++k) {
        const bool singles = starts(k - 1) && starts(k) && starts(k + 1);
        starts_[k] = starts(k) && (!singles || dictionary[k]);
        compound_[k] = joints[k - begin] == WordJoint::kCompound;
      }
      begin = std::max(end, begin + 1);
    }
  }

  /// Joins what the dictionary cuts of the words that we know.
  void join(std::span<const Word> words) {
    for (const Word word : words) {
      for (std::size_t at = text_.find(word); at != std::u32string::npos; at = text_.find(word, at + 1)) {
        if (!starts_[at] || !starts_[at + word.size()]) continue;
        for (std::size_t k = at + 1; k < at + word.size(); ++k) starts_[k] = false;
      }
    }
  }

  /// Which joints are inside brackets, and inside brackets round a short term: “村超”, 《红楼梦》.
  void find_brackets() {
    std::vector<std::size_t> open;
    for (std::size_t k = 0; k < p_.cells.size(); ++k) {
      if (c(k) == kOpen || c(k) == kAsciiOpen) {
        open.push_back(k);
      } else if (c(k) == kClose && !open.empty()) {
        const bool term = k - open.back() - 1 <= kLongestTerm;
        for (std::size_t i = open.back(); i < k; ++i) {
          bracketed_[i] = true;
          if (term) term_[i] = true;
        }
        open.pop_back();
      }
    }
  }

  Word word_before(std::size_t end) const {
    std::size_t begin = end;
    while (begin > 0 && (begin == end || !starts_[begin])) --begin;
    return Word(text_).substr(begin, end - begin);
  }
  Word word_behind(std::size_t begin) const {
    std::size_t end = begin + 1;
    while (end < text_.size() && !starts_[end]) ++end;
    return Word(text_).substr(begin, end - begin);
  }

  static bool is_han(char32_t cp) { return base_class(cp) == kHan && !contains(U"\u3000", cp); }
  static bool is_digit(char32_t cp) { return cp >= U'0' && cp <= U'9'; }
  static bool is_number(Word word) {
    return std::all_of(word.begin(), word.end(), [](char32_t cp) {
      return is_digit(cp) || contains(kNumerals, cp) || contains(U".,%", cp);
    });
  }
  static bool is_measure(Word word) {
    return (word.size() == 1 && (is_measure_word(word[0]) || contains(kMeasures, word[0]))) ||
           is_one_of(kUnits, word);
  }
  /// One ideograph that means something by itself: part of a name, a suffix, a verb.
  static bool is_content(Word word) {
    return word.size() == 1 && is_han(word[0]) && !contains(kParticles, word[0]) &&
           !contains(kLeaning, word[0]);
  }

  SenseBreak judge(std::size_t k) const {
    SenseBreak out;
    out.end = static_cast<std::uint32_t>(k + 1);
    out.forced = p_.joints[k].penalty == Joint::kForced;
    if (out.forced) return out;
    std::size_t solid = k;
    while (solid > 0 && is_space(c(solid))) --solid;
    if (is_asked_for(k, solid)) {
      out.missed = kOverSpace;
    } else if (c(solid) == kComma || c(solid) == kStop || c(solid) == kExcl) {
      out.missed = p_.cells[solid].cp == U'、' ? 0 : kOverPause;
    }
    out.divides = divides(k, solid);
    out.reluctance = reluctance(k, solid) + (bracketed_[solid] ? kInsideBrackets : 0);
    return out;
  }

  /// A space that the editor put between two Chinese words.
  bool is_asked_for(std::size_t k, std::size_t solid) const {
    if (solid == k) return false;
    return c(k) == kIdeographicSpace || (is_cjk(c(solid)) && is_cjk(c(k + 1)));
  }

  bool divides(std::size_t k, std::size_t solid) const {
    if (is_asked_for(k, solid) || (is_pause(c(solid)) && p_.cells[solid].cp != U'.')) return false;
    if (is_connector(c(solid)) || is_connector(c(k + 1))) return true;  // 伊丽莎白·泰勒, 2023—2025
    if (solid == k && (!starts_[k + 1] || term_[k])) return true;
    const Word left = word_before(solid + 1), right = word_behind(k + 1);
    if (right.size() == 1 && contains(kParticles, right[0])) return true;
    if (right.size() == 2 && right[0] == U'等' && contains(U"地人国省市县", right[1])) return true;
    return solid == k && (divides_number(solid, left, right) || divides_name(solid, left, right));
  }

  bool divides_number(std::size_t solid, Word left, Word right) const {
    const bool number = is_number(left);
    if (number && (contains(kNumerals, right[0]) || is_number(right) || is_measure(right))) return true;
    if ((number && right == U"比") || (left == U"比" && is_number(right))) return true;  // 3比1
    return left == U"第" || (is_date(solid) && is_digit(right[0])) ||
           (left.size() > 1 && is_ordinal(solid + 1));
  }

  /// 三十九号, 2号 behind a name: 遥感三十九号.
  bool is_ordinal(std::size_t begin) const {
    std::size_t end = begin;
    while (end < text_.size() && is_number(Word(text_).substr(end, 1))) ++end;
    return end > begin && end < text_.size() && text_[end] == U'号';
  }

  /// The dictionary knows no names: it leaves single characters, so between two of them there is no sense
  /// break. A surname stays with a given name that happens to be a word: 王/建国.
  bool divides_name(std::size_t solid, Word left, Word right) const {
    if (is_content(left) && is_content(right)) return !is_counted(solid);
    const bool letter = left.size() == 1 && c(solid) == kLat && right.size() == 1;  // A股, T台
    if (letter) return true;
    const bool starts = solid == 0 || !is_han(text_[solid - 1]) || word_before(solid).size() > 1;
    return left.size() == 1 && contains(kSurnames, left[0]) && starts && right.size() == 2 &&
           is_han(right[0]) && !is_one_of(kVerbs, right);
  }

  /// A measure word with its number before it: 三十九|号.
  bool is_counted(std::size_t k) const {
    return k > 0 && is_measure(word_before(k + 1)) && is_number(word_before(k));
  }

  /// 5月 of 5月1日, 2024年 of 2024年5月.
  bool is_date(std::size_t k) const { return contains(U"年月", text_[k]) && is_counted(k); }

  double reluctance(std::size_t k, std::size_t solid) const {
    if (is_asked_for(k, solid)) return kAfterPause;
    if (p_.cells[solid].cp == U'、') return kAfterEnumeration;
    if (is_pause(c(solid))) return kAfterPause;
    if (c(k + 1) == kDash) return kBeforeDash;
    const Word left = word_before(solid + 1), right = word_behind(k + 1);
    const bool predicate = right.size() == 1 && contains(kPredicate, right[0]);
    if (solid == k && compound_[k + 1]) return kBetweenWords + kInsideCompound;
    const bool verb = is_one_of(kVerbs, right) && !is_verb(left) && !is_leaning(left);
    return (predicate ? kBeforePredicate
            : verb    ? kBeforeVerb
                      : kBetweenWords) +
           after(solid, left) + before(k + 1, left, right);
  }

  /// For what ends the line.
  double after(std::size_t solid, Word left) const {
    if (left == U"的") return kAfterDe;
    if (left == U"了" || left == U"着" || left == U"过") return kAfterAspect;
    if (is_verb(left)) return kAfterVerb;
    if (is_leaning(left)) return kAfterLeaning;
    if (is_number(left)) return kAfterNumber;
    if (!is_content(left) || is_counted(solid)) return 0;
    if (solid == 0) return kAfterSingle;
    const Word earlier = word_before(solid);
    if (is_content(earlier)) return 0;  // the end of a name: 李|肇|星
    return is_suffixed(earlier) ? kAfterSuffix : kAfterSingle;
  }

  static bool is_leaning(Word word) {
    return is_one_of(kLeaningWords, word) || (word.size() == 1 && contains(kLeaning, word[0]));
  }
  static bool is_verb(Word word) {
    return is_one_of(kVerbs, word) || (word.size() == 1 && contains(kShortVerbs, word[0]));
  }
  /// Whether a single character behind the word is likely its suffix: 农民|工, not 当选|市.
  static bool is_suffixed(Word word) {
    return word.size() > 1 && is_han(word.back()) && !is_verb(word) && !is_one_of(kLeaningWords, word);
  }

  /// For what starts the next one.
  double before(std::size_t first, Word left, Word right) const {
    if (is_one_of(kAddress, right)) return kBeforeAddress;
    if (right.size() == 1 && contains(U"和与及或", right[0])) return kBeforeAnd;
    if (!is_content(right) || is_verb(right) || !is_suffixed(left)) return 0;
    const std::size_t next = first + 1;
    if (next >= text_.size()) return kBeforeSuffix;
    // A verb of one character with its aspect, or a name.
    const Word behind = word_behind(next);
    if (behind == U"了" || behind == U"着" || behind == U"过" || is_content(behind)) return 0;
    return kBeforeSuffix;
  }

  const ShapedParagraph& p_;
  std::u32string text_;                 // a character a cell
  std::vector<bool> starts_;            // a word of the dictionary starts at this cell
  std::vector<bool> compound_;          // and goes on a name of several words
  std::vector<bool> bracketed_, term_;  // behind this cell one is inside brackets
};

}  // namespace

std::vector<SenseBreak> sense_breaks(const ShapedParagraph& paragraph) {
  return SenseReader(paragraph).read();
}

}  // namespace banxin
