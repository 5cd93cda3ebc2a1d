#include <CLI/CLI.hpp>
#include <cmath>
#include <cstdlib>
#include <map>
#include <string>
#include <vector>

#include "cli/lines_command.h"

namespace banxin {

namespace {

/// A length in em on the command line: finite, not negative, small enough to count with.
std::string check_em(const std::string& word) {
  char* end = nullptr;
  const double em = std::strtod(word.c_str(), &end);
  const bool number = !word.empty() && *end == '\0' && std::isfinite(em);
  return number && em >= 0 && em <= 1e9 ? "" : "'" + word + "' is not a number of em from 0 to 1e9";
}

std::vector<std::string> items_of(const std::string& list) {
  std::vector<std::string> items{""};
  for (const char c : list) {
    if (c == ',')
      items.emplace_back();
    else
      items.back() += c;
  }
  return items;
}

std::string check_list(const std::string& list) {
  for (const std::string& item : items_of(list)) {
    if (const std::string wrong = check_em(item); !wrong.empty()) return wrong;
  }
  return "";
}

std::vector<double> numbers_of(const std::string& list) {
  std::vector<double> numbers;
  for (const std::string& item : items_of(list)) numbers.push_back(std::strtod(item.c_str(), nullptr));
  return numbers;
}

/// An option with a word for each value.
template <class T, class Value>
void add_choice(CLI::App& sub, const std::string& name, Value& value, const std::map<std::string, T>& words,
                const std::string& help) {
  std::string type;
  for (const auto& [word, unused] : words) type += (type.empty() ? "" : "|") + word;
  sub.add_option_function<std::string>(
         name, [&value, words](const std::string& word) { value = words.at(word); }, help)
      ->check(CLI::Validator(
          [words](const std::string& word) {
            return words.contains(word) ? "" : "'" + word + "' is not one of its values";
          },
          ""))
      ->type_name(type);
}

void add_style_options(CLI::App& sub, LinesCommand& c) {
  add_choice<PunctuationStyle>(sub, "--style", c.style,
                               {{"quanjiao", PunctuationStyle::kQuanjiao},
                                {"hangmo-banjiao", PunctuationStyle::kHangmoBanjiao},
                                {"kaiming", PunctuationStyle::kKaiming},
                                {"banjiao", PunctuationStyle::kBanjiao},
                                {"plain", PunctuationStyle::kPlain}},
                               "widths of marks (default: hangmo-banjiao)");
  add_choice<ProhibitionLevel>(sub, "--level", c.level,
                               {{"none", ProhibitionLevel::kNone},
                                {"basic", ProhibitionLevel::kBasic},
                                {"gb", ProhibitionLevel::kGB},
                                {"strict", ProhibitionLevel::kStrict}},
                               "what may not start or end a line (default: basic)");
  add_choice<LineStart>(sub, "--start", c.start, {{"trim", LineStart::kTrim}, {"full", LineStart::kFull}},
                        "blank of an opening mark at the line start (default: by style)");
  add_choice<LineEnd>(sub, "--end", c.end,
                      {{"trim", LineEnd::kTrim}, {"allow", LineEnd::kAllow}, {"full", LineEnd::kFull}},
                      "blank of a mark at the line end (default: by style)");
  add_choice<Hanging>(sub, "--hang,--hanging", c.hanging,
                      {{"none", Hanging::kNone}, {"allow", Hanging::kAllow}, {"force", Hanging::kForce}},
                      "marks that hang behind the line (default: none)");
  add_choice<Language>(sub, "--lang,--language", c.language,
                       {{"zh-Hans", Language::kHans},
                        {"zh-Hant-TW", Language::kHantTW},
                        {"zh-Hant-HK", Language::kHantHK},
                        {"ja", Language::kJapanese}},
                       "language (default: zh-Hans)");
  add_choice<PairRule>(sub, "--pairs", c.pairs,
                       {{"none", PairRule::kNone}, {"brackets", PairRule::kBrackets}},
                       "squeezing of neighbouring marks (default: by language)");
  sub.add_option("--min-blank", c.min_blank,
                 "what shrinking leaves of the blank of a mark inside a line, in em")
      ->check(CLI::Validator(check_em, ""))
      ->type_name("EM");
  add_choice<VerticalQuotes>(sub, "--quotes", c.quotes,
                             {{"font", VerticalQuotes::kOfFont}, {"corner", VerticalQuotes::kCorner}},
                             "“” in vertical lines: as the font has them, or as 「」 (default: font)");
  add_choice<VerticalNumbers>(
      sub, "--numbers", c.numbers, {{"turned", VerticalNumbers::kTurned}, {"han", VerticalNumbers::kHan}},
      "numbers of more than three digits in vertical lines: turned, or as 二〇二六 (default: turned)");
  sub.add_flag("--fixed-gap", c.fixed_gap, "the gap between Chinese and Western keeps its width");
  sub.add_flag("--fixed-stops", c.fixed_stops, "。？！ keep their blanks inside a line");
  add_choice<Expand>(sub, "--expand", c.expand, {{"attached", Expand::kAttached}, {"all", Expand::kAll}},
                     "joints that widen in a loose line: where a line may end, or all (default: attached)");
  sub.add_flag("--strict-grid", c.strict_grid, "every character in a cell of one em; with --style plain");
}

/// What stands between Chinese and Western, and how wide Western is.
void add_western_options(CLI::App& sub, LinesCommand& c) {
  const CLI::Validator em(check_em, "");
  sub.add_option_function<std::string>(
         "--spacing",
         [&c](const std::string& list) {
           const std::vector<double> gaps = numbers_of(list);
           c.western_gap = gaps.front(), c.number_gap = gaps.back();
         },
         "gap between Chinese and Western, then that between Chinese and digits, in em (default: 0.25)")
      ->check(CLI::Validator(check_list, ""))
      ->type_name("EM[,EM]");
  sub.add_option("--western-gap", c.western_gap, "gap between Chinese and Western letters, in em")
      ->check(em)
      ->type_name("EM");
  sub.add_option("--number-gap", c.number_gap, "gap between Chinese and digits, in em")
      ->check(em)
      ->type_name("EM");
  add_choice<bool>(sub, "--digits", c.half_width_digits, {{"half", true}, {"proportional", false}},
                   "half: two digits fill one em (default: half)");
  add_choice<bool>(sub, "--spaces", c.replace_spaces, {{"keep", false}, {"replace", true}},
                   "a space between Chinese and Western: kept, or replaced by the gap (default: keep)");
  add_choice<Hyphenation>(sub, "--hyphenate", c.hyphenate,
                          {{"none", Hyphenation::kNone}, {"en", Hyphenation::kEnglish}},
                          "words that may be divided (default: none)");
  sub.add_option("--name", c.names, "a name: its characters are kept together where possible")
      ->type_name("WORD");
  sub.add_option("--nobreak", c.nobreaks, "words in which no line ends")->type_name("WORD");
}

void add_line_options(CLI::App& sub, LinesCommand& c) {
  const CLI::Validator em(check_em, "");
  CLI::Option* const measure = sub.add_option_function<double>(
                                      "--measure", [&c](const double& em_wide) { c.measures = {em_wide}; },
                                      "width of the lines in em (default: 13)")
                                   ->check(em)
                                   ->type_name("EM");
  sub.add_option_function<std::string>(
         "--measures", [&c](const std::string& list) { c.measures = numbers_of(list); },
         "width of each line; the last one repeats")
      ->check(CLI::Validator(check_list, ""))
      ->type_name("EM,EM,…")
      ->excludes(measure);
  sub.add_option("--indent", c.indent, "indent of the first line in em")->check(em)->type_name("EM");
  sub.add_option("--looseness", c.looseness, "lines more or fewer than the best setting")
      ->check(CLI::Range(-100, 100))
      ->type_name("N");
  sub.add_flag("--justify-last", c.justify_last, "treat the last line as a full one");
  sub.add_flag("--ragged", c.ragged, "natural widths");
  sub.add_option_function<std::string>(
         "--column-ends", [&c](const std::string& list) { c.column_ends = numbers_of(list); },
         "lines, from 1, that end a column: no word or name is divided there")
      ->check(CLI::Validator(check_list, ""))
      ->type_name("LINE,LINE,…");
  sub.add_flag("--vertical", c.vertical, "lines run down; x is the place along the line");
}

}  // namespace

void add_options(CLI::App& sub, LinesCommand& command) {
  add_line_options(sub, command);
  add_style_options(sub, command);
  add_western_options(sub, command);
  sub.add_option("--font", command.font, "role of the font catalogue")
      ->type_name("ROLE")
      ->capture_default_str();
  sub.add_flag("--nominal", command.nominal, "font-free widths: Han and marks 1 em, Western half");
  sub.add_flag("--explain", command.explain, "say of each line why it ends where it does");
  sub.add_flag("--breaks", command.breaks, "print the text with ｜ wherever a line may end");
  sub.add_option("--format", command.format, "text or json")
      ->check(CLI::IsMember({"text", "json"}))
      ->type_name("FORMAT");
}

}  // namespace banxin
