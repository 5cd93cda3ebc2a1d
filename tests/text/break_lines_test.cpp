// The breaker against a naive search over all ways to break, and what must hold for every setting.
#include "text/break_lines.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <limits>
#include <optional>

#include "support.h"
#include "text/line_fit.h"

namespace banxin::test {
namespace {

/// A fixed sequence of numbers (splitmix64).
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::size_t below(std::size_t n) {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15u);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return static_cast<std::size_t>((z ^ (z >> 31)) % n);
  }

 private:
  std::uint64_t state_;
};

std::string random_text(Random& random, std::size_t pieces) {
  static constexpr std::string_view kPieces[] = {
      "国", "中", "年", "第", "一", "国", "新", "闻", "，", "。", "、", "：", "！", "？", "“",    "”",
      "（", "）", "《", "》", "·",  "——", "……", "12", "%",  "A",  "ab", " ",  "5",  "～", "文字", "版心"};
  std::string text;
  for (std::size_t i = 0; i < pieces; ++i) text += kPieces[random.below(std::size(kPieces))];
  return text;
}

std::string random_han(Random& random, std::size_t most) {
  std::string text;
  for (std::size_t i = 0, n = 1 + random.below(most); i < n; ++i)
    text += random.below(6) == 0 ? "，国" : "国";
  return text;
}

std::string random_words(Random& random, std::size_t pieces) {
  static constexpr std::string_view kPieces[] = {"editor",    "hyphenation", "国", "中文", "，",
                                                 "newspaper", "quickly",     " ",  "。",   "com­pany"};
  std::string text;
  for (std::size_t i = 0; i < pieces; ++i) text += kPieces[random.below(std::size(kPieces))];
  return text;
}

void random_switches(Random& random, Setting& setting) {
  setting.hyphenate = random.below(4) > 0 ? Hyphenation::kEnglish : Hyphenation::kNone;
  setting.fixed_gap = random.below(4) == 0;
  setting.fixed_stops = random.below(4) == 0;
  setting.min_inner_blank = random.below(4) == 0 ? Em::of(0.25) : Em();
  setting.expand = random.below(4) == 0 ? Expand::kAll : Expand::kAttached;
}

std::vector<Length> random_measures(Random& random) {
  std::vector<Length> out;
  for (std::size_t i = 0, n = 1 + random.below(3); i < n; ++i) {
    out.push_back(kEm * static_cast<std::int64_t>(8 + random.below(12)) / 2);
  }
  return out;
}

// ---- The naive search

struct Way {
  std::vector<std::uint32_t> ends;
  double cost = std::numeric_limits<double>::infinity();
};

/// Every way to break is tried; a line is judged by the same function, the sums are made here.
class Naive {
 public:
  Naive(const ShapedParagraph& p, const Job& job, Tolerance tolerance, std::optional<std::size_t> lines = {})
      : p_(p), job_(job), tolerance_(tolerance), lines_(lines) {
    go(0, 0, Fitness::kNormal, 0);
  }
  const Way& best() const { return best_; }

 private:
  Length room(std::size_t line) const {
    const std::size_t last = job_.measures.size() - 1;
    return job_.measures[std::min(line, last)] - (line == 0 ? job_.options.indent : Length());
  }

  void go(std::uint32_t from, std::size_t line, Fitness before, double cost) {
    if (from == p_.cells.size()) {
      if (lines_ && *lines_ != line) return;
      if (cost < best_.cost) best_ = {ends_, cost};
      return;
    }
    for (std::uint32_t to = from + 1; to <= p_.cells.size(); ++to) {
      const Joint& joint = p_.joints[to - 1];
      if (!joint.may_break()) continue;
      const bool forced = joint.penalty == Joint::kForced;
      const Fill fill = forced ? Fill::kLast : Fill::kJustified;
      const Fit fit = fit_line(p_, from, to, room(line), fill, tolerance_);
      if (fit.accepted && !(joint.stays_in_column() && job_.column_ends.contains(line))) {
        const Fitness now = forced ? Fitness::kNormal : fit.fitness;
        ends_.push_back(to);
        go(to, line + 1, now, cost + line_cost(from, to, fit.badness, before, now));
        ends_.pop_back();
      }
      if (forced) return;
    }
  }

  double line_cost(std::uint32_t from, std::uint32_t to, double badness, Fitness before, Fitness now) const {
    const double penalty = p_.joints[to - 1].penalty == Joint::kForced ? 0 : p_.joints[to - 1].penalty;
    double d = std::pow(10 + badness + penalty, 2);
    if (std::abs(static_cast<int>(before) - static_cast<int>(now)) > 1) d += 1e4;
    if (p_.joints[to - 1].hyphen && from > 0 && p_.joints[from - 1].hyphen) d += 3000;
    if (to == p_.cells.size() && orphan(from)) d += 1.5e6;
    return d;
  }

  bool orphan(std::uint32_t from) const {
    double widths = 0;
    for (std::uint32_t k = from; k < p_.cells.size(); ++k) {
      if (p_.cells[k].c == CharClass::kHan) widths += 1;
      if (p_.cells[k].c == CharClass::kNum || p_.cells[k].c == CharClass::kLat) widths += 2;
    }
    return from > 0 && widths < 2;
  }

  const ShapedParagraph& p_;
  const Job& job_;
  Tolerance tolerance_;
  std::optional<std::size_t> lines_;
  std::vector<std::uint32_t> ends_;
  Way best_;
};

constexpr Tolerance kFirst{};
constexpr Tolerance kAll{std::numeric_limits<double>::infinity(), true, true};

std::vector<std::uint32_t> ends_of(const Breaking& breaking) {
  std::vector<std::uint32_t> ends;
  for (const Line& line : breaking.lines) ends.push_back(line.end);
  return ends;
}

std::size_t opportunities(const ShapedParagraph& p) {
  std::size_t n = 0;
  for (const Joint& joint : p.joints) n += joint.may_break() ? 1 : 0;
  return n;
}

TEST(BreakLines, FindsTheCheapestOfAllWays) {
  Random random(1);
  int first_pass = 0, second_pass = 0, hyphens = 0;
  for (int round = 0; round < 4000; ++round) {
    const std::string text = random.below(3) == 0   ? random_words(random, 1 + random.below(8))
                             : random.below(2) == 0 ? random_text(random, 4 + random.below(18))
                                                    : random_han(random, 16);
    Job job = make_job(text);
    job.measures = random_measures(random);
    job.options.indent = random.below(3) == 0 ? kEm * 2 : Length();
    job.text.setting.hanging = random.below(4) == 0 ? Hanging::kAllow : Hanging::kNone;
    job.text.setting.end = random.below(4) == 0 ? LineEnd::kAllow : LineEnd::kTrim;
    random_switches(random, job.text.setting);
    if (random.below(2) == 0) {
      job.column_ends = {static_cast<std::uint32_t>(random.below(3)),
                         static_cast<std::uint32_t>(3 + random.below(3))};
    }
    const ShapedParagraph p = nominal_paragraph(job.text);
    if (opportunities(p) > 16) continue;
    SCOPED_TRACE(text + " round " + std::to_string(round));

    Way want = Naive(p, job, kFirst).best();
    const bool settled = !want.ends.empty() && want.cost < 1.5e6;
    const Way loose = Naive(p, job, kAll).best();
    if (!settled) want = loose;
    if (want.ends.empty()) continue;  // no way fits: overfull lines are tested below
    for (const std::uint32_t end : want.ends) hyphens += p.joints[end - 1].hyphen ? 1 : 0;
    ++(settled ? first_pass : second_pass);
    const std::vector<std::uint32_t> column_ends(job.column_ends.begin(), job.column_ends.end());
    const Breaking got = break_lines(p, job.measures, job.options, column_ends);
    ASSERT_NEAR(got.cost, want.cost, 1e-9 * want.cost);
    ASSERT_FALSE(got.overfull);
  }
  EXPECT_GT(first_pass, 300);
  EXPECT_GT(second_pass, 300);
  EXPECT_GT(hyphens, 200);
}

TEST(BreakLines, LoosenessFindsTheCheapestOfThatManyLines) {
  Random random(2);
  int found = 0;
  for (int round = 0; round < 4000; ++round) {
    const std::string text = random_han(random, 14);
    Job job = make_job(text);
    job.measures = random_measures(random);
    const ShapedParagraph p = nominal_paragraph(job.text);
    if (opportunities(p) > 15) continue;
    SCOPED_TRACE(text + " round " + std::to_string(round));
    const Breaking plain = break_lines(p, job.measures, job.options);
    if (plain.overfull) continue;
    for (const int looseness : {-1, 1}) {
      job.options.looseness = looseness;
      const Breaking got = break_lines(p, job.measures, job.options);
      const std::size_t lines = plain.lines.size() + static_cast<std::size_t>(looseness);
      if (got.lines.size() != lines) {
        ASSERT_EQ(ends_of(got), ends_of(plain));
        const Way want = Naive(p, job, kFirst, lines).best();
        ASSERT_TRUE(want.ends.empty()) << "the first pass has a way";
      } else {
        ++found;
        const Way want = Naive(p, job, kAll, lines).best();
        ASSERT_GE(got.cost, want.cost * (1 - 1e-9));
        const Way strict = Naive(p, job, kFirst, lines).best();
        if (!strict.ends.empty()) {
          ASSERT_LE(got.cost, strict.cost * (1 + 1e-9));
        }
      }
    }
  }
  EXPECT_GT(found, 100);
}

// ---- What holds for every setting

bool may_not_start(CharClass c) {
  return is_closing(c) || c == CharClass::kMid || c == CharClass::kConn1 || c == CharClass::kConn2 ||
         c == CharClass::kSol;
}

void expect_justified(const ShapedParagraph& p, const Line& line, const BreakOptions& options) {
  const std::vector<SetGlyph> glyphs = set_line(p, line, options);
  if (glyphs.empty() || line.overfull) return;
  for (std::size_t i = 1; i < glyphs.size(); ++i) ASSERT_GE(glyphs[i].x + kEm / 2, glyphs[i - 1].x);
  const LineEdges edges = line_edges(p, line.begin, line.end, line.measure - line.indent);
  const Length right = glyphs.back().x + glyphs.back().advance;
  const Length hung = edges.hangs ? glyphs.back().advance : Length();
  const std::int64_t off = (right - hung - line.measure).units();
  const Flexibility flexible = flexibility(p, edges);
  const bool rigid = flexible.e1 + flexible.e2 == Length() && flexible.e3 + flexible.e4 == 0;
  if (line.last || rigid)
    ASSERT_LE(off, 1);
  else
    ASSERT_LE(std::abs(off), 1);
}

TEST(BreakLines, EveryLineIsSoundAndFull) {
  Random random(3);
  for (int round = 0; round < 2000; ++round) {
    std::string text = random_text(random, 1 + random.below(120));
    if (random.below(2) == 0) text += random_words(random, 1 + random.below(20));
    SCOPED_TRACE(text + " round " + std::to_string(round));
    Job job = make_job(text);
    job.measures = random_measures(random);
    random_switches(random, job.text.setting);
    job.text.setting.hanging = static_cast<Hanging>(random.below(3));
    job.text.setting.end = random.below(2) == 0 ? LineEnd::kTrim : LineEnd::kAllow;
    const ShapedParagraph p = nominal_paragraph(job.text);
    const Breaking breaking = break_lines(p, job.measures, job.options);
    std::uint32_t at = 0;
    for (const Line& line : breaking.lines) {
      ASSERT_EQ(line.begin, at);
      ASSERT_GT(line.end, line.begin);
      at = line.end;
      ASSERT_TRUE(p.joints[line.end - 1].may_break() || p.joints[line.end - 1].emergency);
      if (line.begin > 0 && !p.joints[line.begin - 1].emergency) {
        ASSERT_FALSE(may_not_start(p.cells[line.begin].c));
      }
      if (line.end < p.cells.size()) {
        ASSERT_FALSE(is_opening(p.cells[line.end - 1].c));
      }
      ASSERT_NO_FATAL_FAILURE(expect_justified(p, line, job.options));
    }
    ASSERT_EQ(at, p.cells.size());
  }
}

struct Set {
  std::string lines;
  std::vector<std::int64_t> x;
  bool operator==(const Set&) const = default;
};

Set set_all(const Job& job) {
  const ShapedParagraph p = nominal_paragraph(job.text);
  const Breaking breaking = break_lines(p, job.measures, job.options);
  Set out{lines_text(p, breaking, job.options), {}};
  for (const Line& line : breaking.lines) {
    for (const SetGlyph& g : set_line(p, line, job.options)) out.x.push_back(g.x.units());
  }
  return out;
}

TEST(BreakLines, RunsDoNotMatter) {
  Random random(4);
  for (int round = 0; round < 500; ++round) {
    const std::string text = random_text(random, 2 + random.below(60));
    SCOPED_TRACE(text);
    Job job = make_job(text);
    job.measures = random_measures(random);
    const Set whole = set_all(job);
    std::vector<std::size_t> cuts;
    for (const std::size_t start : character_starts(text)) {
      if (random.below(3) == 0) cuts.push_back(start);
    }
    cut_runs(job, cuts);
    ASSERT_EQ(set_all(job), whole);
  }
}

// ---- Cases

TEST(BreakLines, NothingToSet) {
  const Job job = make_job("");
  const Breaking breaking = break_lines(nominal_paragraph(job.text), job.measures, job.options);
  EXPECT_TRUE(breaking.lines.empty());
  EXPECT_FALSE(breaking.overfull);
}

struct Case {
  std::string_view what, text, options, lines;
};

constexpr Case kCases[] = {
    {"forced break", "国国\u2028国国国国", "--measure 3", "国国|国国国|国|"},
    {"nothing but spaces", "   ", "--measure 3", "|"},
    {"a space at the break is gone", "国国国 国国国", "--measure 3", "国国国|国国国|"},
    {"so is an ideographic one", "国国国\u3000国国国", "--measure 3", "国国国|国国国|"},
    {"a word too long is cut", "国abcdefgh国", "--measure 3", "国abc|defgh|国|"},
    {"but a number is not", "国12345678国", "--measure 3", "国|12345678|国|"},
    {"a telephone is parted only where no line holds it", "电(010)6536-8114转", "--measure 5",
     "电|(010)6536-|8114转|"},
    {"so are years", "国1998-2008国", "--measure 3", "国|1998-|2008|国|"},
    {"a number keeps its unit", "国国国国国1,900 km国国国国", "--measure 8", "国国国国国|1,900 km国国国国|"},
    {"unless no line holds both", "国1,900 km国", "--measure 3", "国|1,900|km国|"},
    {"no measure at all", "国国国", "--measure 0", "国|国|国|"},
    {"two hang no further than one", "国国国国”。国国", "--measure 4 --hang allow", "国国国|国”。国国|"},
    {"three marks are torn apart when they fit nowhere", "国国。』」国国", "--measure 2",
     "国|国。』|」国|国|"},
    {"but never two", "国国。」国国", "--measure 1.5", "国|国。」|国|国|"},
    {"nor where there is another way", "国国。』」国国", "--measure 2.5", "国|国。』」|国国|"},
    {"held words are cut when no line is wide enough", "我叫张三丰先生在山上",
     "--measure 4 --nobreak 张三丰先生", "我叫张三|丰先生在|山上|"},
    {"held words are kept", "甲乙丙丁张三丰先生在山上", "--measure 6 --nobreak 张三丰",
     "甲乙丙丁|张三丰先生在|山上|"},
    {"an address is cut rather than the lines before it be loose",
     "甲乙丙丁戊https://a.cn/abcdefghijklmnop己庚辛", "--measure 7",
     "甲乙丙丁戊htt|ps://a.cn/abc|defghijklmnop|己庚辛|"},
    {"grid: the line stays short", "国国国国”国国国", "--measure 4 --strict-grid", "国国国|国”国|国国|"},
    {"grid: one mark hangs", "国国国国。国国国。", "--measure 4 --strict-grid", "国国国国。|国国国。|"},
    {"grid: the other starts the line", "国国国国。”国国国", "--measure 4 --strict-grid",
     "国国国国。|”国国国|"},
    {"grid: a word is cut", "天生Windows材必有用", "--measure 4 --strict-grid", "天生Win|dows材|必有用|"},
    {"a number of 200 digits stays whole",
     "国77777777777777777777777777777777777777777777777777777777777777777777777777777777777777777777777777"
     "7777777777777777777777777777777777777777777777777777777777777777777777777777777777777777777777777777国",
     "--measure 9",
     "国|77777777777777777777777777777777777777777777777777777777777777777777777777777777777777777777777777"
     "7777777777777777777777777777777777777777777777777777777777777777777777777777777777777777777777777777|国"
     "|"},
    {"one mark hangs", "国国国国，国国国", "--measure 4 --hang allow", "国国国国，|国国国|"},
    {"nor one behind a bracket", "国国国”，国国国国", "--measure 3.5 --hang allow", "国国|国”，国|国国国|"},
    {"nor one of two", "国国国！？国国国国", "--measure 3.5 --hang force", "国国|国！？国|国国国|"},
    {"a bracket does not", "国国国国）国国国国", "--measure 4 --hang allow", "国国国|国）国国|国国|"},
    {"nor do centred marks", "國國國國，國國國國", "--measure 4 --hang allow --lang zh-Hant-TW",
     "國國國|國，國國|國國|"},
};

TEST(BreakLines, Cases) {
  for (const Case& c : kCases) {
    SCOPED_TRACE(c.what);
    const Job job = make_job(c.text, c.options);
    const ShapedParagraph p = nominal_paragraph(job.text);
    EXPECT_EQ(lines_text(p, break_lines(p, job.measures, job.options), job.options), c.lines);
  }
}

/// The lines of eight characters in an em less than the first four and the mark between take.
std::string hung(std::string_view mark, std::string_view options) {
  const Job job = make_job("国国国国" + std::string(mark) + "国国国", "--measure 4 " + std::string(options));
  const ShapedParagraph p = nominal_paragraph(job.text);
  return lines_text(p, break_lines(p, job.measures, job.options), job.options);
}

// Full-width marks hang, all that are left-aligned; nothing else ever does (typography.md 2.7).
TEST(BreakLines, WhichMarksHang) {
  for (const std::string mark : {"，", "、", "。", "．", "：", "；", "！", "？"}) {
    for (const char* options : {"--hang allow", "--hang force"})
      EXPECT_EQ(hung(mark, options), "国国国国" + mark + "|国国国|");
    EXPECT_EQ(hung(mark, ""), "国国国|国" + mark + "国国|国|");
  }
  for (const std::string mark :
       {"——", "……", "·", "”", "’", "）", "》", "」", "～", "–", "／", "‼", "。”", "！？"}) {
    SCOPED_TRACE(mark);
    EXPECT_EQ(hung(mark, "--hang allow"), hung(mark, ""));
    EXPECT_EQ(hung(mark, "--hang force"), hung(mark, ""));
  }
}

TEST(BreakLines, SaysWhatIsTooWide) {
  const Job job = make_job("国国国国12345678国国国", "--measure 3");
  const Breaking breaking = break_lines(nominal_paragraph(job.text), job.measures, job.options);
  EXPECT_TRUE(breaking.overfull);
  int overfull = 0;
  for (const Line& line : breaking.lines) overfull += line.overfull ? 1 : 0;
  EXPECT_EQ(overfull, 1);
}

TEST(BreakLines, LinesOfEqualCostAreLongestFirst) {
  // Eleven characters in lines of six: 6 and 5, never 5 and 6, when the last line is set full.
  const Job job = make_job("甲乙丙丁戊己庚辛壬癸子", "--measure 6 --justify-last");
  const ShapedParagraph p = nominal_paragraph(job.text);
  EXPECT_EQ(lines_text(p, break_lines(p, job.measures, job.options), job.options),
            "甲乙丙丁戊己|庚辛壬癸子|");
}

}  // namespace
}  // namespace banxin::test
