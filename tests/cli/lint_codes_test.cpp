// Every code of the lint and of the fit, through whole editions: one edition that has the fault and nothing
// else, and its twin, which differs from it in one thing and has no finding at all.
#include <algorithm>
#include <filesystem>
#include <ostream>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "../read/photo_bytes.h"
#include "lint/lint.h"
#include "project.h"

namespace banxin::test {
namespace {

/// `from` in a file becomes `to`; the whole file when `from` is empty.
struct Edit {
  const char* file;
  const char* from;
  const char* to;
};

struct Fault {
  const char* name;
  std::vector<Edit> twin;  ///< of the edition below, what makes the twin
  Edit fault;              ///< the one thing
  const char* said;        ///< the whole finding, without its hint
};

void PrintTo(const Fault& f, std::ostream* out) { *out << f.name; }

constexpr const char* kEdition =
    "paper: 测试报\n"
    "date: 2026-11-26\n"
    "pages:\n"
    "  - number: 1\n"
    "    layout: layout.yaml\n"
    "    frames: {lead: lead.md, second: second.md, third: third.md, fourth: fourth.md, foot: foot.md}\n";

constexpr const char* kLayout =
    "page: {size: [200mm, 205mm]}\n"
    "grid: {size: 9pt, pitch: 13pt, columns: 4, measure: 13字, gap: 1字, rows: 42}\n"
    "styles: {title: {size: 26pt}}\n"
    "frames:\n"
    "  lead: {kind: story, columns: 1-3, rows: 1-20}\n"
    "  second: {kind: story, columns: 4, rows: 1-19, styles: {title: {size: 16pt}}}\n"
    "  side: {kind: text, columns: 4, rows: 21-24, text: 今日天气晴}\n"
    "  third: {kind: story, columns: 1-3, rows: 22-32, styles: {title: {size: 20pt}}}\n"
    "  fourth: {kind: story, columns: 4, rows: 26-32, styles: {title: {size: 14pt}}}\n"
    "  foot: {kind: story, columns: 1-3, rows: 34-40, styles: {title: {size: 18pt}}}\n"
    "  address: {kind: text, columns: 2-4, rows: 42, text: 本报地址：解放大道一号}\n";

/// {{n}} in copy stands for so many Han characters.
std::string written_out(std::string_view text) {
  constexpr std::string_view kHan =
      "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨露结为霜金生丽水玉出昆冈";
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    if (!text.substr(at).starts_with("{{")) {
      out += text[at++];
      continue;
    }
    const std::size_t end = text.find("}}", at);
    const int count = std::stoi(std::string(text.substr(at + 2, end - at - 2)));
    for (int i = 0; i < count; ++i) out += kHan.substr(static_cast<std::size_t>(i) * 3 % kHan.size(), 3);
    at = end + 2;
  }
  return out;
}

/// The edition with two photos in its third story.
const std::vector<Edit> kPhotos = {
    {"layout.yaml", "rows: 22-32,", "rows: 22-32, photos: [{columns: 3, rows: 5}],"},
    {"third.md", "",
     "---\ntitle: 小书房\nphotos:\n  - {file: a.jpg, alt: 书, caption: 书房一角, credit: 杨洋 摄}\n"
     "---\n{{205}}\n"},
};

std::vector<Edit> with_photos(std::vector<Edit> more) {
  more.insert(more.begin(), kPhotos.begin(), kPhotos.end());
  return more;
}

/// The edition with a second page, on which its lead goes on.
const std::vector<Edit> kJump = {
    {"layout.yaml", "frames:\n", "jumps: {least-before: 40行, least-after: 8行}\nframes:\n"},
    {"edition.yaml", "foot: foot.md}\n",
     "foot: foot.md}\n  - {number: 2, layout: rest.yaml, frames: {rest: lead.md}}\n"},
    {"lead.md", "{{650}}", "{{810}}"},
    {"rest.yaml", "",
     "page: {size: [200mm, 205mm]}\n"
     "grid: {size: 9pt, pitch: 13pt, columns: 4, measure: 13字, gap: 1字, rows: 42}\n"
     "frames:\n"
     "  rest: {kind: story, columns: 1-4, rows: 1-6, continued: true, styles: {jump-head: {size: 14pt}}}\n"},
};

/// The edition with its lead in two linked frames.
const std::vector<Edit> kLinked = {
    {"layout.yaml", "columns: 1-3, rows: 1-20}",
     "columns: 1-3, rows: 1-15, to: more}\n  more: {kind: story, columns: 1-3, rows: 16-20}"},
};

std::vector<Fault> faults() {
  return {
      {"headlines-meet",
       {},
       {"layout.yaml", "{size: 16pt}", "{size: 24pt}"},
       "second.md:2:8: warning[headlines-meet]: headline “早市开张” meets “大桥合龙”, of the same face and "
       "size"},
      {"lead-outshone",
       {},
       {"layout.yaml", "{size: 20pt}", "{size: 28pt}"},
       "third.md:2:8: warning[lead-outshone]: headline “小书房” is larger than that of the lead, “大桥合龙”"},
      {"text-outside-head",
       {{"layout.yaml", "third: {kind: story, columns: 1-3, rows: 22-32,",
         "third: {kind: story, area: [{columns: 1-2, rows: 22-26}, {columns: 1-3, rows: 27-32}],"},
        {"third.md", "{{300}}", "{{280}}"}},
       {"layout.yaml", "{columns: 1-2, rows: 22-26}", "{columns: 2-3, rows: 22-26}"},
       "third.md:4:1: warning[text-outside-head]: text of “小书房” begins at the left of its headline"},
      {"caption-in-the-way",
       kPhotos,
       {"layout.yaml", "{columns: 3, rows: 5}", "{columns: 1, rows: 5}"},
       "third.md:4:36: warning[caption-in-the-way]: the caption stands between headline “小书房” and the "
       "start of its text"},
      {"gutter-through",
       {},
       {"layout.yaml", "columns: 2-4, rows: 42", "columns: 1-3, rows: 42"},
       "layout.yaml:6:3: warning[gutter-through]: the gutter after column 3 runs through page 1 from its "
       "head to its foot"},
      {"page-cut",
       {},
       {"layout.yaml", "rows: 21-24", "rows: 22-24"},
       "layout.yaml:8:3: warning[page-cut]: page 1 falls into two halves at row 22"},
      {"ambiguous-turn",
       {{"layout.yaml", "lead: {kind: story, columns: 1-3, rows: 1-20}",
         "lead: {kind: story, area: [{columns: 1-3, rows: 1-20}, {columns: 4, rows: 15-20}]}\n"
         "  line: {kind: rule, columns: 4, rows: 14}"},
        {"layout.yaml", "rows: 1-19", "rows: 1-13"},
        {"lead.md", "{{650}}", "{{730}}"},
        {"second.md", "{{200}}", "{{140}}"}},
       {"layout.yaml", "line: {kind: rule, columns: 4, rows: 14}",
        "line: {kind: rule, columns: 1-3, rows: 21}"},
       "lead.md:4:1: warning[ambiguous-turn]: the text turns into a column that starts right below another "
       "story"},
      {"single-character",
       {{"second.md", "{{200}}", "{{11}}1,234,567,890,123,456,789,01元整。\n\n{{169}}。"}},
       {"second.md", "元整。", "元。"},
       "second.md:4:1: warning[single-character]: the last line of the paragraph is “元。”"},
      {"torn-paragraph",
       {{"second.md", "{{200}}", "{{119}}。\n\n{{75}}。"}},
       {"second.md", "。\n\n", "天\n\n"},
       "second.md:4:111: warning[torn-paragraph]: the paragraph breaks off in mid-sentence: "
       "“…列张寒来暑往秋收冬天”"},
      {"single-line",
       {{"third.md", "{{300}}", "{{119}}。\n\n{{174}}。"}},
       {"third.md", "{{119}}。\n\n{{174}}。", "{{109}}。\n\n{{189}}。"},
       "third.md:4:1: warning[single-line]: the last line of the paragraph, “洪荒日月盈昃辰。”, stands alone "
       "at the head of a column"},
      {"single-first-line",
       {{"third.md", "{{300}}", "{{119}}。\n\n{{174}}。"}},
       {"third.md", "{{119}}。\n\n{{174}}。", "{{84}}。\n\n{{214}}。"},
       "third.md:6:1: warning[single-first-line]: the first line of the paragraph, “天地玄黄宇宙洪荒日月盈”, "
       "stands alone at the foot of a column"},
      {"jump-short-before",
       kJump,
       {"layout.yaml", "40行", "60行"},
       "lead.md:2:8: warning[jump-short]: the story jumps after 50 行; 60 are wanted before"},
      {"jump-short-behind",
       kJump,
       {"layout.yaml", "8行", "30行"},
       "lead.md:2:8: warning[jump-short]: only 13 行 are left for frame 'rest' on page 2; 30 are wanted"},
      {"empty-slots",
       {},
       {"second.md", "{{200}}", "{{180}}"},
       "second.md:2:8: warning[empty-slots]: frame 'second' is under by about 39 字 (3 行)"},
      {"photo-without-caption",
       kPhotos,
       {"third.md", "caption: 书房一角, ", ""},
       "third.md:4:12: warning[photo-without-caption]: photo 'a.jpg' has no caption"},
      {"photo-without-credit",
       kPhotos,
       {"third.md", ", credit: 杨洋 摄", ""},
       "third.md:4:12: warning[photo-without-credit]: photo 'a.jpg' has no credit"},
      {"photo-twice",
       with_photos(
           {{"layout.yaml", "rows: 1-19,", "rows: 1-19, photos: [{columns: 1, rows: 5, at: bottom}],"},
            {"second.md", "",
             "---\ntitle: 早市开张\nphotos:\n  - {file: b.jpg, alt: 市, caption: 早市, "
             "credit: 杨洋 摄}\n---\n{{120}}\n"}}),
       {"second.md", "b.jpg", "a.jpg"},
       "third.md:4:12: warning[photo-twice]: photo 'a.jpg' stands twice, on page 1"},
      {"wrong-weekday",
       {{"second.md", "{{200}}", "11月26日（星期四）{{190}}"}},
       {"second.md", "期四", "期五"},
       "second.md:4:1: error[wrong-weekday]: 11月26日 of 2026 is 星期四, not 星期五"},
      {"page-reference",
       {{"second.md", "{{200}}", "详见第1版，{{190}}"}},
       {"second.md", "第1版", "第3版"},
       "second.md:4:4: error[page-reference]: the edition has no page 3"},
      {"overset",
       {},
       {"second.md", "{{200}}", "{{225}}"},
       "second.md:4:220: error[overset]: frame 'second' is over by 6 字 (1 行)"},
      {"overset-linked",
       kLinked,
       {"lead.md", "{{650}}", "{{700}}"},
       "lead.md:4:662: error[overset]: story “大桥合龙”, frames lead → more, is over by 39 字 (3 行)"},
      {"overset-jump",
       kJump,
       {"lead.md", "{{810}}", "{{1000}}"},
       "lead.md:4:856: error[overset]: story “大桥合龙”, frames lead on page 1 → rest on page 2, is over by "
       "145 字 (12 行)"},
      {"empty-slots-linked",
       kLinked,
       {"lead.md", "{{650}}", "{{500}}"},
       "lead.md:2:8: warning[empty-slots]: story “大桥合龙”, frames lead → more, is under by about 156 字 "
       "(12 行); its "
       "copy ends in frame 'more'"},
      {"empty-slots-jump",
       kJump,
       {"lead.md", "{{810}}", "{{740}}"},
       "lead.md:2:8: warning[empty-slots]: story “大桥合龙”, frames lead on page 1 → rest on page 2, is "
       "under by about "
       "104 字 (8 行); its copy ends in frame 'rest'"},
      {"overset-furniture",
       {},
       {"layout.yaml", "今日天气晴", "{{60}}"},
       "layout.yaml:7:53: error[overset]: frame 'side' is over by 1 行"},
      {"left-out",
       {{"layout.yaml", "rows: 1-19,", "rows: 1-19, fit: [{by: optional}],"},
        {"second.md", "{{200}}", "{{199}}。\n\n{{10}}。{.optional}"}},
       {"second.md", "{{10}}", "{{19}}"},
       "second.md:6:1: warning[left-out]: frame 'second' leaves out paragraph 2 (20 字), which is optional"},
      {"narrow-beside",
       with_photos({{"layout.yaml", "{columns: 3, rows: 5}", "{columns: 3, rows: 5, width: 13字}"}}),
       {"layout.yaml", "width: 13字", "width: 10字"},
       "layout.yaml:8:3: warning[narrow-beside]: in frame 'third' 6 行 stay empty beside a picture or box: "
       "less than 6字 are left there"},
      {"headline-off-photo",
       with_photos({{"layout.yaml", "{columns: 3, rows: 5}], ",
                     "{columns: 1-3, rows: 5}], headline: {from: 2, over-photo: true}, "},
                    {"third.md", "{{205}}", "{{193}}"}}),
       {"layout.yaml", "from: 2", "from: 5"},
       "layout.yaml:8:3: warning[headline-off-photo]: the headline group of frame 'third' takes its rows 5-7, "
       "and 1 of its 1 line do not stand on a photo"},
      {"jump-empty",
       kJump,
       {"lead.md", "{{810}}", "{{640}}"},
       "lead.md:2:8: error[jump-empty]: the story ends before it jumps: nothing is left for frame 'rest' on "
       "page 2"},
  };
}

class LintCodes : public Project, public testing::WithParamInterface<Fault> {
 protected:
  LintCodes() {
    write("edition.yaml", kEdition);
    write("layout.yaml", kLayout);
    article("lead", "大桥合龙", "{{650}}");
    article("second", "早市开张", "{{200}}");
    article("third", "小书房", "{{300}}");
    article("fourth", "江堤", "{{60}}");
    article("foot", "晚风", "{{185}}");
    write("a.jpg", jpeg(3000, 2000));
    write("b.jpg", jpeg(3000, 1999));
  }
  void article(const std::string& name, const std::string& title, const std::string& text) {
    write(name + ".md", "---\ntitle: " + title + "\n---\n" + text + "\n");
  }
  void make(const Edit& edit) {
    if (*edit.from == '\0') return write(edit.file, edit.to);
    change(edit.file, edit.from, edit.to);
  }
  /// The findings, a line each.
  std::string findings() {
    const std::filesystem::path in = folder_ / "made";
    std::filesystem::create_directories(in);
    for (const auto& file : std::filesystem::directory_iterator(folder_)) {
      if (file.is_directory()) continue;
      const std::string name = file.path().filename().string();
      const std::string text = slurp(file.path());
      write("made/" + name, file.path().extension() == ".jpg" ? text : written_out(text));
    }
    return run_program("check edition.yaml --format short", in).out;
  }
};

TEST_P(LintCodes, AreToldOfTheFaultAndNotOfItsTwin) {
  for (const Edit& edit : GetParam().twin) make(edit);
  EXPECT_EQ(findings(), "");
  make(GetParam().fault);
  EXPECT_EQ(findings(), GetParam().said + std::string("\n"));
}

INSTANTIATE_TEST_SUITE_P(All, LintCodes, testing::ValuesIn(faults()), [](const auto& tried) {
  std::string name = tried.param.name;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

/// Codes in the tables of docs/lint.md.
std::set<std::string> documented() {
  std::set<std::string> codes;
  const std::string docs = slurp(std::filesystem::path(BANXIN_SOURCE_DIR) / "docs/lint.md");
  for (std::size_t at = docs.find("\n| `"); at != docs.npos; at = docs.find("\n| `", at + 1)) {
    const std::size_t begin = at + 4;
    codes.insert(docs.substr(begin, docs.find('`', begin) - begin));
  }
  return codes;
}

TEST(LintCodesInDocs, EachHasAnEditionThatHasIt) {
  std::set<std::string> tried;
  for (const Fault& fault : faults()) {
    const std::string said = fault.said;
    const std::size_t begin = said.find('[') + 1;
    tried.insert(said.substr(begin, said.find(']') - begin));
  }
  const std::set<std::string> codes = documented();
  EXPECT_EQ(tried, codes);
  for (const LintRule& rule : lint_rules()) EXPECT_TRUE(codes.contains(std::string(rule.code))) << rule.code;
}

}  // namespace
}  // namespace banxin::test
