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
#include "cli/lines_command.h"
#include "document/punctuation_style.h"
#include "text/break_lines.h"
#include "text/explain.h"
#include "text/hyphenation.h"
#include "text/missing_characters.h"

namespace banxin {

namespace {

/// Everything is counted in em; this one divides well into halves, thirds and twelfths.
constexpr Length kEm = Length::points(12);

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
  const auto source_of = [file](std::size_t begin, std::size_t end) {
    return SourceSpan{file, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  };
  report_missing(text, p, *fonts, source_of, context.diags);
  fonts->report(context.diags);
  return p;
}

}  // namespace

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

}  // namespace banxin
