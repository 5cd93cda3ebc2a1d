#include "support.h"

#include <cmath>
#include <cstdlib>
#include <sstream>
#include <stdexcept>

#include "base/utf8.h"
#include "document/punctuation_style.h"

namespace banxin::test {

namespace {

Length ems(const std::string& word) { return Em::of(std::strtod(word.c_str(), nullptr)).at(kEm); }

template <class T>
T named(const std::string& word, std::initializer_list<std::pair<const char*, T>> names) {
  for (const auto& [name, value] : names) {
    if (word == name) return value;
  }
  throw std::invalid_argument(word);
}

void apply(Job& job, const std::string& option, std::istringstream& words) {
  Setting& s = job.text.setting;
  if (option == "--ragged") {
    job.options.justify = false;
    return;
  }
  if (option == "--justify-last") {
    job.options.justify_last = true;
    return;
  }
  if (option == "--vertical") {
    s.direction = Direction::kVertical;
    return;
  }
  if (option == "--fixed-gap") {
    s.fixed_gap = true;
    return;
  }
  if (option == "--fixed-stops") {
    s.fixed_stops = true;
    return;
  }
  if (option == "--strict-grid") {
    s = in_strict_grid(s);
    return;
  }
  std::string value;
  words >> value;
  if (option == "--name" || option == "--nobreak") {
    const std::size_t at = job.text.text.find(value);
    if (at == std::string::npos) throw std::invalid_argument(value);
    job.text.holds.push_back(
        {at, at + value.size(), option == "--name" ? Hold::Kind::kName : Hold::Kind::kNoBreak});
  } else if (option == "--measure") {
    job.measures = {ems(value)};
  } else if (option == "--measures") {
    job.measures.clear();
    std::istringstream list(value);
    for (std::string item; std::getline(list, item, ',');) job.measures.push_back(ems(item));
  } else if (option == "--indent") {
    job.options.indent = ems(value);
  } else if (option == "--level") {
    s.level = named<ProhibitionLevel>(value, {{"none", ProhibitionLevel::kNone},
                                              {"basic", ProhibitionLevel::kBasic},
                                              {"gb", ProhibitionLevel::kGB},
                                              {"strict", ProhibitionLevel::kStrict}});
  } else if (option == "--start") {
    s.start = named<LineStart>(value, {{"trim", LineStart::kTrim}, {"full", LineStart::kFull}});
  } else if (option == "--end") {
    s.end = named<LineEnd>(value,
                           {{"trim", LineEnd::kTrim}, {"allow", LineEnd::kAllow}, {"full", LineEnd::kFull}});
  } else if (option == "--hang") {
    s.hanging = named<Hanging>(
        value, {{"none", Hanging::kNone}, {"allow", Hanging::kAllow}, {"force", Hanging::kForce}});
  } else if (option == "--style") {
    s = with_style(s, named<PunctuationStyle>(value, {{"quanjiao", PunctuationStyle::kQuanjiao},
                                                      {"hangmo-banjiao", PunctuationStyle::kHangmoBanjiao},
                                                      {"kaiming", PunctuationStyle::kKaiming},
                                                      {"banjiao", PunctuationStyle::kBanjiao},
                                                      {"plain", PunctuationStyle::kPlain}}));
  } else if (option == "--lang") {
    s.language = named<Language>(value, {{"zh-Hans", Language::kHans},
                                         {"zh-Hant-TW", Language::kHantTW},
                                         {"zh-Hant-HK", Language::kHantHK},
                                         {"ja", Language::kJapanese}});
  } else if (option == "--pairs") {
    s.pairs = named<PairRule>(value, {{"none", PairRule::kNone}, {"brackets", PairRule::kBrackets}});
  } else if (option == "--quotes") {
    s.vertical_quotes = named<VerticalQuotes>(
        value, {{"font", VerticalQuotes::kOfFont}, {"corner", VerticalQuotes::kCorner}});
  } else if (option == "--numbers") {
    s.vertical_numbers =
        named<VerticalNumbers>(value, {{"turned", VerticalNumbers::kTurned}, {"han", VerticalNumbers::kHan}});
  } else if (option == "--hyphenate") {
    s.hyphenate = named<Hyphenation>(value, {{"none", Hyphenation::kNone}, {"en", Hyphenation::kEnglish}});
  } else if (option == "--min-blank") {
    s.min_inner_blank = Em::of(std::strtod(value.c_str(), nullptr));
  } else if (option == "--expand") {
    s.expand = named<Expand>(value, {{"attached", Expand::kAttached}, {"all", Expand::kAll}});
  } else if (option == "--spacing") {
    s.western_gap = s.number_gap = Em::of(std::strtod(value.c_str(), nullptr));
    if (const std::size_t comma = value.find(','); comma != std::string::npos)
      s.number_gap = Em::of(std::strtod(value.c_str() + comma + 1, nullptr));
  } else if (option == "--spaces") {
    s.replace_spaces = value == "replace";
  } else {
    throw std::invalid_argument(option);
  }
}

/// A glyph with the line it is on.
struct OnLine {
  std::size_t line;
  SetGlyph glyph;
};

std::vector<OnLine> all_glyphs(const ShapedParagraph& p, const Breaking& breaking,
                               const BreakOptions& options) {
  std::vector<OnLine> out;
  for (std::size_t i = 0; i < breaking.lines.size(); ++i) {
    for (const SetGlyph& g : set_line(p, breaking.lines[i], options)) out.push_back({i + 1, g});
  }
  return out;
}

}  // namespace

Job make_job(std::string_view text, std::string_view options) {
  Job job;
  job.text.text = text;
  job.text.size = kEm;
  job.text.setting.replace_spaces = false;
  TextRun run;
  run.end = text.size();
  run.size = kEm;
  job.text.runs = {run};
  std::istringstream words{std::string(options)};
  for (std::string option; words >> option;) apply(job, option, words);
  return job;
}

void cut_runs(Job& job, const std::vector<std::size_t>& cuts) {
  const TextRun whole = job.text.runs.front();
  job.text.runs.clear();
  std::size_t begin = 0;
  const auto add = [&](std::size_t end) {
    TextRun run = whole;
    run.begin = begin, run.end = end;
    job.text.runs.push_back(run);
    begin = end;
  };
  for (const std::size_t cut : cuts) add(cut);
  add(job.text.text.size());
}

std::vector<std::size_t> character_starts(std::string_view text) {
  std::vector<std::size_t> out;
  for (std::size_t at = 0; at < text.size(); at += decode_utf8(text, at).bytes) {
    if (at > 0) out.push_back(at);
  }
  return out;
}

/// Only a hyphen stands for no text.
static std::string glyph_text(const ShapedParagraph& p, const SetGlyph& g) {
  return g.text_begin == g.text_end ? "-" : p.text.substr(g.text_begin, g.text_end - g.text_begin);
}

std::string line_text(const ShapedParagraph& p, const Line& line, const BreakOptions& options) {
  std::string out;
  for (const SetGlyph& g : set_line(p, line, options)) out += glyph_text(p, g);
  return out;
}

std::string lines_text(const ShapedParagraph& p, const Breaking& breaking, const BreakOptions& options) {
  std::string out;
  for (const Line& line : breaking.lines) out += line_text(p, line, options) + "|";
  return out;
}

std::string check_origins(const ShapedParagraph& p, const Breaking& breaking, const BreakOptions& options,
                          std::string_view origins) {
  const std::vector<OnLine> glyphs = all_glyphs(p, breaking, options);
  std::size_t at = 0;
  std::istringstream words{std::string(origins)};
  for (std::string text, x; words >> text;) {
    if (text.size() > 1 && text[0] == '@') {
      const auto line = static_cast<std::size_t>(std::atoi(text.c_str() + 1));
      while (at < glyphs.size() && glyphs[at].line < line) ++at;
      continue;
    }
    words >> x;
    const auto is = [&](const SetGlyph& g) { return glyph_text(p, g) == text; };
    while (at < glyphs.size() && !is(glyphs[at].glyph)) ++at;
    if (at == glyphs.size()) return text + " is not there";
    const SetGlyph& g = glyphs[at].glyph;
    const double is_at = (p.setting.direction == Direction::kVertical ? g.start : g.x) / kEm;
    if (std::abs(is_at - std::strtod(x.c_str(), nullptr)) > 0.001)
      return text + " at " + std::to_string(is_at) + ", not " + x;
    ++at;
  }
  return {};
}

}  // namespace banxin::test
