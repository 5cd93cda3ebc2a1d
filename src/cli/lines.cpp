// banxin lines: sets one paragraph from standard input and shows the lines, for people and for tests.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/json.h"
#include "base/utf8.h"
#include "cli/commands.h"
#include "document/punctuation_style.h"
#include "text/break_lines.h"
#include "text/explain.h"
#include "text/hyphenation.h"

namespace banxin {

namespace {

/// Everything is counted in em; this one divides well into halves, thirds and twelfths.
constexpr Length kEm = Length::points(12);

struct LinesCommand {
  std::vector<double> measures{13};
  double indent = 0;
  ProhibitionLevel level = ProhibitionLevel::kBasic;
  PunctuationStyle style = PunctuationStyle::kHangmoBanjiao;
  std::optional<LineStart> start;  // unset: as the style says
  std::optional<LineEnd> end;
  Hanging hanging = Hanging::kNone;
  Language language = Language::kHans;
  PairRule pairs = PairRule::kByLanguage;
  bool replace_spaces = false;
  Hyphenation hyphenate = Hyphenation::kNone;
  Expand expand = Expand::kAttached;
  double min_blank = 0;
  bool fixed_gap = false, fixed_stops = false;
  bool strict_grid = false, half_width_digits = true;
  double western_gap = 0.25, number_gap = 0.25;
  std::vector<std::string> names, nobreaks;  // words to hold together wherever they stand
  std::vector<double> column_ends;
  bool nominal = false, ragged = false, justify_last = false, breaks = false, explain = false;
  int looseness = 0;
  bool vertical = false;
  VerticalQuotes quotes = VerticalQuotes::kOfFont;
  VerticalNumbers numbers = VerticalNumbers::kTurned;
  std::string font = "song", format = "text";
};

Length ems(double em) { return Em::of(em).at(kEm); }

/// In em, to a millionth.
double in_ems(Length length) { return std::round(length / kEm * 1e6) / 1e6; }

constexpr std::size_t kMostInput = std::size_t{1} << 20;  // bytes of the one paragraph

/// Up to a byte more than kMostInput: that is told, and the rest is not waited for.
std::string read_standard_input() {
  std::string text;
  char buffer[65536];
  for (std::size_t n = 0; (n = std::fread(buffer, 1, sizeof buffer, stdin)) > 0;) {
    text.append(buffer, n);
    if (text.size() > kMostInput) return text;
  }
  if (text.ends_with('\n')) text.pop_back();
  if (text.ends_with('\r')) text.pop_back();
  return text;
}

Setting setting_of(const LinesCommand& command) {
  Setting s = with_style({}, command.style);
  s.language = command.language;
  s.level = command.level;
  s.start = command.start.value_or(s.start);
  s.end = command.end.value_or(s.end);
  s.hanging = command.hanging;
  s.pairs = command.pairs;
  s.replace_spaces = command.replace_spaces;
  s.hyphenate = command.hyphenate;
  s.expand = command.expand;
  s.min_inner_blank = Em::of(command.min_blank);
  s.fixed_gap = command.fixed_gap;
  s.fixed_stops = command.fixed_stops;
  s.direction = command.vertical ? Direction::kVertical : Direction::kHorizontal;
  s.vertical_quotes = command.quotes;
  s.vertical_numbers = command.numbers;
  s.half_width_digits = command.half_width_digits;
  s.western_gap = Em::of(command.western_gap);
  s.number_gap = Em::of(command.number_gap);
  return command.strict_grid ? in_strict_grid(s) : s;
}

void hold(const std::vector<std::string>& words, Hold::Kind kind, TextToSet& set) {
  for (const std::string& word : words) {
    if (word.empty()) continue;
    for (std::size_t at = set.text.find(word); at != std::string::npos;
         at = set.text.find(word, at + word.size())) {
      set.holds.push_back({at, at + word.size(), kind});
    }
  }
}

TextToSet text_to_set(const LinesCommand& command, std::string text) {
  TextToSet set;
  TextRun run;
  run.end = text.size();
  run.font.role = command.font;
  run.size = kEm;
  set.runs = {run};
  set.text = std::move(text);
  set.size = kEm;
  set.setting = setting_of(command);
  hold(command.names, Hold::Kind::kName, set);
  hold(command.nobreaks, Hold::Kind::kNoBreak, set);
  return set;
}

/// What the glyphs show: only a hyphen stands for no text.
std::string cluster_text(const ShapedParagraph& p, const SetGlyph& glyph) {
  if (glyph.text_begin == glyph.text_end) return "-";
  return p.text.substr(glyph.text_begin, glyph.text_end - glyph.text_begin);
}

/// The glyphs that begin a cluster.
std::vector<SetGlyph> clusters(const ShapedParagraph& p, const Line& line, const BreakOptions& options) {
  std::vector<SetGlyph> out;
  for (const SetGlyph& glyph : set_line(p, line, options)) {
    if (out.empty() || glyph.text_begin != out.back().text_begin) out.push_back(glyph);
  }
  return out;
}

const char* name_of(Orientation orientation) {
  switch (orientation) {
    case Orientation::kUpright:
      return "upright";
    case Orientation::kTurned:
      return "turned";
    case Orientation::kCombined:
      return "combined";
    case Orientation::kLevel:
      break;
  }
  return "level";
}

/// Of the cell that the glyph belongs to.
Orientation orientation_of(const ShapedParagraph& p, const Line& line, const SetGlyph& glyph) {
  for (std::uint32_t k = line.begin; k < line.end; ++k) {
    if (p.cells[k].text_begin == glyph.text_begin) return p.cells[k].orientation;
  }
  return Orientation::kTurned;  // a hyphen
}

void write_line(JsonWriter& json, const ShapedParagraph& p, const Line& line, const BreakOptions& options) {
  const std::vector<SetGlyph> glyphs = clusters(p, line, options);
  std::string text;
  for (const SetGlyph& glyph : glyphs) text += cluster_text(p, glyph);
  json.line().begin_object();
  json.member("text", text);
  json.member("measure", in_ems(line.measure)).member("natural", in_ems(line.natural));
  json.key("glyphs").begin_array();
  for (const SetGlyph& glyph : glyphs) {
    json.begin_object().member("text", cluster_text(p, glyph));
    const bool vertical = p.setting.direction == Direction::kVertical;
    json.member("x", in_ems(vertical ? glyph.start : glyph.x)).member("advance", in_ems(glyph.advance));
    if (vertical) json.member("orientation", name_of(orientation_of(p, line, glyph)));
    json.end_object();
  }
  json.end_array().end_object();
}

std::string as_json(const ShapedParagraph& p, const Breaking& breaking, const BreakOptions& options) {
  JsonWriter json;
  json.begin_object().key("lines").begin_array();
  for (const Line& line : breaking.lines) write_line(json, p, line, options);
  json.end_array().member("overfull", breaking.overfull).end_object();
  return json.text() + "\n";
}

std::string as_text(const ShapedParagraph& p, const Breaking& breaking, const BreakOptions& options) {
  std::string out;
  for (const Line& line : breaking.lines) {
    for (const SetGlyph& glyph : clusters(p, line, options)) out += cluster_text(p, glyph);
    out += "\n";
  }
  return out;
}

std::string breaks_of(const LinesCommand& command, const ShapedParagraph& p) {
  const std::string shown = show_breaks(p);
  if (command.format == "text") return shown + "\n";
  JsonWriter json;
  return json.begin_object().member("breaks", shown).end_object().text() + "\n";
}

/// Lines that end a column, counted from 0, rising.
std::vector<std::uint32_t> column_ends_of(const LinesCommand& command) {
  std::vector<std::uint32_t> ends;
  for (const double line : command.column_ends) {
    if (line >= 1 && line < 1e6) ends.push_back(static_cast<std::uint32_t>(line) - 1);
  }
  std::sort(ends.begin(), ends.end());
  return ends;
}

std::string as_explanation(const ShapedParagraph& p, const Breaking& breaking, const BreakOptions& options,
                           std::span<const std::uint32_t> column_ends) {
  std::string out;
  for (const std::string& line : explain_lines(p, breaking.lines, options, column_ends)) out += line;
  return out;
}

std::string show(const LinesCommand& command, const ShapedParagraph& p) {
  if (command.breaks) return breaks_of(command, p);
  std::vector<Length> measures;
  for (const double em : command.measures) measures.push_back(ems(em));
  BreakOptions options;
  options.indent = ems(command.indent);
  options.justify = !command.ragged;
  options.justify_last = command.justify_last;
  options.looseness = command.looseness;
  const std::vector<std::uint32_t> column_ends = column_ends_of(command);
  const Breaking breaking = break_lines(p, measures, options, column_ends);
  if (command.explain) return as_explanation(p, breaking, options, column_ends);
  return command.format == "json" ? as_json(p, breaking, options) : as_text(p, breaking, options);
}

/// Nullopt when something is wrong, which is reported.
std::optional<ShapedParagraph> shape(const LinesCommand& command, const TextToSet& text, std::uint32_t file,
                                     Context& context) {
  if (command.nominal) return nominal_paragraph(text);
  const std::optional<FontSet> fonts = open_fonts(context);
  if (!report(context)) return std::nullopt;
  if (!fonts->has_role(command.font)) {
    std::fprintf(stderr, "banxin: the font catalogue has no role '%s'\n", command.font.c_str());
    context.fail(Exit::kUsage);
    return std::nullopt;
  }
  ShapedParagraph p = shape_paragraph(text, *fonts);
  for (const MissingCharacter& m : p.missing) {
    const SourceSpan where{file, static_cast<std::uint32_t>(m.begin), static_cast<std::uint32_t>(m.end)};
    context.diags.error(
        "missing-glyph", where,
        "no font of role '" + command.font + "' has '" + to_utf8(m.cp) + "' (" + code_point_name(m.cp) + ")");
  }
  fonts->report(context.diags);
  return p;
}

void run_lines(const LinesCommand& command, Context& context) {
  const std::string input = read_standard_input();
  if (input.size() > kMostInput) {
    context.diags.error("too-large", {},
                        "the paragraph has more than " + std::to_string(kMostInput >> 20) + " MB");
    report(context);
    return;
  }
  const std::uint32_t file = context.sources.add("<stdin>", input);
  if (const std::size_t bad = invalid_utf8_at(input); bad != std::string::npos) {
    const auto at = static_cast<std::uint32_t>(bad);
    context.diags.error("not-utf8", {file, at, at + 1}, "this is not UTF-8", "convert the text to UTF-8");
    report(context);
    return;
  }
  const TextToSet text = text_to_set(command, input);
  const std::optional<ShapedParagraph> p = shape(command, text, file, context);
  if (!p) return;
  report_hyphenation(text.setting, {file, 0, 0}, context.diags);
  const std::string out = show(command, *p);
  std::fwrite(out.data(), 1, out.size(), stdout);
  report(context);
}

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
void add_choice(CLI::App* sub, const std::string& name, Value& value, const std::map<std::string, T>& words,
                const std::string& help) {
  std::string type;
  for (const auto& [word, unused] : words) type += (type.empty() ? "" : "|") + word;
  sub->add_option_function<std::string>(
         name, [&value, words](const std::string& word) { value = words.at(word); }, help)
      ->check(CLI::Validator(
          [words](const std::string& word) {
            return words.contains(word) ? "" : "'" + word + "' is not one of its values";
          },
          ""))
      ->type_name(type);
}

void add_style_options(CLI::App* sub, LinesCommand& c) {
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
  sub->add_option("--min-blank", c.min_blank,
                  "what shrinking leaves of the blank of a mark inside a line, in em")
      ->check(CLI::Validator(check_em, ""))
      ->type_name("EM");
  add_choice<VerticalQuotes>(sub, "--quotes", c.quotes,
                             {{"font", VerticalQuotes::kOfFont}, {"corner", VerticalQuotes::kCorner}},
                             "“” in vertical lines: as the font has them, or as 「」 (default: font)");
  add_choice<VerticalNumbers>(
      sub, "--numbers", c.numbers, {{"turned", VerticalNumbers::kTurned}, {"han", VerticalNumbers::kHan}},
      "numbers of more than three digits in vertical lines: turned, or as 二〇二六 (default: turned)");
  sub->add_flag("--fixed-gap", c.fixed_gap, "the gap between Chinese and Western keeps its width");
  sub->add_flag("--fixed-stops", c.fixed_stops, "。？！ keep their blanks inside a line");
  add_choice<Expand>(sub, "--expand", c.expand, {{"attached", Expand::kAttached}, {"all", Expand::kAll}},
                     "joints that widen in a loose line: where a line may end, or all (default: attached)");
  sub->add_flag("--strict-grid", c.strict_grid, "every character in a cell of one em; with --style plain");
}

/// What stands between Chinese and Western, and how wide Western is.
void add_western_options(CLI::App* sub, LinesCommand& c) {
  const CLI::Validator em(check_em, "");
  sub->add_option_function<std::string>(
         "--spacing",
         [&c](const std::string& list) {
           const std::vector<double> gaps = numbers_of(list);
           c.western_gap = gaps.front(), c.number_gap = gaps.back();
         },
         "gap between Chinese and Western, then that between Chinese and digits, in em (default: 0.25)")
      ->check(CLI::Validator(check_list, ""))
      ->type_name("EM[,EM]");
  sub->add_option("--western-gap", c.western_gap, "gap between Chinese and Western letters, in em")
      ->check(em)
      ->type_name("EM");
  sub->add_option("--number-gap", c.number_gap, "gap between Chinese and digits, in em")
      ->check(em)
      ->type_name("EM");
  add_choice<bool>(sub, "--digits", c.half_width_digits, {{"half", true}, {"proportional", false}},
                   "half: two digits fill one em (default: half)");
  add_choice<bool>(sub, "--spaces", c.replace_spaces, {{"keep", false}, {"replace", true}},
                   "a space between Chinese and Western: kept, or replaced by the gap (default: keep)");
  add_choice<Hyphenation>(sub, "--hyphenate", c.hyphenate,
                          {{"none", Hyphenation::kNone}, {"en", Hyphenation::kEnglish}},
                          "words that may be divided (default: none)");
  sub->add_option("--name", c.names, "a name: its characters are kept together where possible")
      ->type_name("WORD");
  sub->add_option("--nobreak", c.nobreaks, "words in which no line ends")->type_name("WORD");
}

void add_line_options(CLI::App* sub, LinesCommand& c) {
  const CLI::Validator em(check_em, "");
  CLI::Option* const measure = sub->add_option_function<double>(
                                      "--measure", [&c](const double& em_wide) { c.measures = {em_wide}; },
                                      "width of the lines in em (default: 13)")
                                   ->check(em)
                                   ->type_name("EM");
  sub->add_option_function<std::string>(
         "--measures", [&c](const std::string& list) { c.measures = numbers_of(list); },
         "width of each line; the last one repeats")
      ->check(CLI::Validator(check_list, ""))
      ->type_name("EM,EM,…")
      ->excludes(measure);
  sub->add_option("--indent", c.indent, "indent of the first line in em")->check(em)->type_name("EM");
  sub->add_option("--looseness", c.looseness, "lines more or fewer than the best setting")
      ->check(CLI::Range(-100, 100))
      ->type_name("N");
  sub->add_flag("--justify-last", c.justify_last, "treat the last line as a full one");
  sub->add_flag("--ragged", c.ragged, "natural widths");
  sub->add_option_function<std::string>(
         "--column-ends", [&c](const std::string& list) { c.column_ends = numbers_of(list); },
         "lines, from 1, that end a column: no word or name is divided there")
      ->check(CLI::Validator(check_list, ""))
      ->type_name("LINE,LINE,…");
  sub->add_flag("--vertical", c.vertical, "lines run down; x is the place along the line");
}

}  // namespace

void add_lines(CLI::App& app, Context& context) {
  CLI::App* sub = app.add_subcommand("lines", "set one paragraph from standard input and print the lines");
  auto command = std::make_shared<LinesCommand>();
  add_line_options(sub, *command);
  add_style_options(sub, *command);
  add_western_options(sub, *command);
  sub->add_option("--font", command->font, "role of the font catalogue")
      ->type_name("ROLE")
      ->capture_default_str();
  sub->add_flag("--nominal", command->nominal, "font-free widths: Han and marks 1 em, Western half");
  sub->add_flag("--explain", command->explain, "say of each line why it ends where it does");
  sub->add_flag("--breaks", command->breaks, "print the text with ｜ wherever a line may end");
  sub->add_option("--format", command->format, "text or json")
      ->check(CLI::IsMember({"text", "json"}))
      ->type_name("FORMAT");
  sub->callback([command, &context] { run_lines(*command, context); });
}

}  // namespace banxin
