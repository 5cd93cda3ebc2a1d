#include "text/explain.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "text/line_fit.h"

namespace banxin {

namespace {

using enum CharClass;

constexpr Tolerance kAnything{std::numeric_limits<double>::infinity(), true, true};

constexpr const char* kTierNames[kTiers] = {"word spaces", "·",    "brackets and quotes",
                                            "，、：；",    "gaps", "。？！"};

/// Three decimals at most: "0.5", "12".
std::string number(double value) {
  const auto thousandths = static_cast<long long>(std::llround(std::abs(value) * 1000));
  std::string out = std::to_string(thousandths / 1000);
  if (long long rest = thousandths % 1000; rest > 0) {
    std::string digits = std::to_string(1000 + rest).substr(1);
    digits.erase(digits.find_last_not_of('0') + 1);
    out += "." + digits;
  }
  return value < 0 && thousandths > 0 ? "-" + out : out;
}

std::string cost_of(double value) { return value < 1e15 ? std::to_string(std::llround(value)) : "no end"; }

class Explainer {
 public:
  Explainer(const ShapedParagraph& p, std::span<const Line> lines, const BreakOptions& options,
            std::span<const std::uint32_t> column_ends)
      : p_(p), lines_(lines), options_(options) {
    for (const Line& line : lines) measures_.push_back(line.measure);
    column_ends_.assign(column_ends.begin(), column_ends.end());
  }

  std::string explain(std::size_t n) const {
    const Line& line = lines_[n];
    std::string out = text_between(line.begin, line.end) + "\n  " + em(line.measure - line.indent) + " em";
    if (line.indent > Length()) out += " behind an indent of " + em(line.indent);
    out += ", natural " + em(line.natural) + ": " + state(line.begin, line.end, n, is_last(line)) + "\n";
    out += edges(line);
    if (const std::string why = reluctance(line.end); !why.empty()) out += "  " + why + "\n";
    return out + alternatives(line, n);
  }

 private:
  std::string em(Length length) const { return number(length / p_.size); }
  Length room(std::size_t n) const { return lines_[n].measure - lines_[n].indent; }
  bool is_last(const Line& line) const {
    return line.last && !(options_.justify_last && line.end == p_.cells.size());
  }
  std::string text_between(std::uint32_t begin, std::uint32_t end) const {
    return p_.text.substr(p_.cells[begin].text_begin,
                          p_.cells[end - 1].text_end - p_.cells[begin].text_begin);
  }
  std::string text_of(std::uint32_t cell) const { return text_between(cell, cell + 1); }

  Fill fill(bool last) const {
    if (!options_.justify || p_.setting.strict_grid) return Fill::kRagged;
    return last ? Fill::kLast : Fill::kJustified;
  }

  /// "squeezed by 0.5: …; badness 40"
  std::string state(std::uint32_t begin, std::uint32_t end, std::size_t n, bool last) const {
    const LineEdges e = line_edges(p_, begin, end, room(n));
    const Length missing = room(n) - e.natural;
    if (missing == Length()) return "fits as it is";
    const Fill filled = fill(last);
    if (missing > Length() && filled != Fill::kJustified) {
      return (filled == Fill::kLast ? "the last line keeps its width, " : "lines keep their width, ") +
             em(missing) + " stay free";
    }
    const Flexibility flexible = flexibility(p_, e);
    if (missing < Length() && -missing > flexible.shrinkable()) {
      return "too wide by " + em(-missing - flexible.shrinkable()) +
             (flexible.shrinkable() > Length() ? " even when everything gives" : "");
    }
    const Adjustment a = adjustment(flexible, missing, p_.size);
    const Fit fit = fit_line(p_, begin, end, room(n), filled, kAnything);
    return (missing < Length() ? squeezed(a, begin, e, -missing) : stretched(a, flexible, missing)) +
           "; badness " + cost_of(fit.badness);
  }

  std::string squeezed(const Adjustment& a, std::uint32_t begin, const LineEdges& e, Length total) const {
    std::string out = "squeezed by " + em(total) + ":";
    bool first = true;
    for (std::size_t t = 0; t < kTiers; ++t) {
      if (a.shrink[t] == Length()) continue;
      out += std::string(first ? " " : ", ") + em(a.shrink[t]) + " from " + kTierNames[t] + " (" +
             places(givers(static_cast<Tier>(t), begin, e)) + ")";
      first = false;
    }
    return out;
  }

  static std::string places(int n) { return std::to_string(n) + (n == 1 ? " place" : " places"); }

  /// Blanks of the tier inside the line that can give something.
  int givers(Tier tier, std::uint32_t begin, const LineEdges& e) const {
    int n = 0;
    const std::uint32_t last = e.end - std::min(e.end - begin, e.hangs ? 2u : 1u);
    for (std::uint32_t k = begin; k < last; ++k) {
      const Joint& j = p_.joints[k];
      if (tier == Tier::kS2) n += j.space_shrink > Length() ? 1 : 0;
      if (tier == Tier::kS6) n += j.gap_shrink > Length() ? 1 : 0;
      if (j.left_tier == tier) n += left_shrink(p_, k) > Length() ? 1 : 0;
      if (j.right_tier == tier) n += right_shrink(p_, k) > Length() ? 1 : 0;
    }
    return n;
  }

  std::string stretched(const Adjustment& a, const Flexibility& line, Length total) const {
    std::string out = "stretched by " + em(total) + ":";
    bool first = true;
    const auto add = [&](Length amount, const std::string& where) {
      if (amount == Length()) return;
      out += (first ? " " : ", ") + em(amount) + " " + where;
      first = false;
    };
    const auto joints = [&](int n, Length amount) {
      return "at " + std::to_string(n) + (n == 1 ? " joint" : " joints") +
             (n > 1 ? ", " + em(amount / n) + " each" : "");
    };
    add(a.e1, "at word spaces");
    add(a.e2, "at gaps between Chinese and Western");
    add(a.e3, "between characters " + joints(std::max(line.e3, 1), a.e3));
    add(a.e4, "wherever a line might end " + joints(std::max(line.e4, 1), a.e4));
    add(a.rest, "that nothing can take");
    return out;
  }

  std::string edges(const Line& line) const {
    const LineEdges e = line_edges(p_, line.begin, line.end, line.measure - line.indent);
    if (e.begin == e.end) return "";
    std::string out;
    const Cell &first = p_.cells[e.begin], &last = p_.cells[e.end - 1];
    if (first.left > e.left && is_opening(first.c))
      out += "  " + text_of(e.begin) + " gives up its blank at the line start\n";
    if (e.hangs)
      out += "  " + text_of(e.end - 1) + " hangs behind the line\n";
    else if (last.right > e.right)
      out += "  " + text_of(e.end - 1) + " gives up its blank at the line end\n";
    if (e.hyphen > Length()) out += "  the word is divided with a hyphen\n";
    return out;
  }

  /// Why breaking behind cell `end` − 1 has a price.
  std::string reluctance(std::uint32_t end) const {
    const Joint& joint = p_.joints[end - 1];
    if (end == p_.cells.size()) return "";
    if (joint.penalty == Joint::kForced) return "the text asks for a new line here";
    if (joint.in_url) return "the address is cut, for all other lines would be too loose";
    if (joint.penalty == Joint::kForbidden) return "nothing else fits, so the line ends where none should";
    if (joint.penalty == 0) return "";
    return "breaking between " + text_of(end - 1) + " and " + text_of(end) + " costs " +
           std::to_string(joint.penalty);
  }

  // ---- What was not taken

  std::string alternatives(const Line& line, std::size_t n) const {
    std::string out;
    if (line.end < p_.cells.size() && p_.joints[line.end - 1].penalty != Joint::kForced) {
      if (const auto later = next_place(line.end)) out += alternative(line, n, *later, "a break later");
    }
    if (const auto earlier = place_before(line)) out += alternative(line, n, *earlier, "a break earlier");
    return out;
  }

  std::optional<std::uint32_t> next_place(std::uint32_t end) const {
    for (std::uint32_t k = end; k < p_.cells.size(); ++k) {
      if (p_.joints[k].may_break()) return k + 1;
    }
    return std::nullopt;
  }
  std::optional<std::uint32_t> place_before(const Line& line) const {
    for (std::uint32_t k = line.end - 1; k-- > line.begin;) {
      if (p_.joints[k].may_break()) return k + 1;
    }
    return std::nullopt;
  }

  /// Why no line could end right at the chosen one's neighbour.
  std::string obstacle(std::uint32_t from, std::uint32_t to) const {
    for (std::uint32_t k = from; k + 1 < to; ++k) {
      if (p_.joints[k].may_break()) continue;
      const CharClass a = p_.cells[k].c, b = p_.cells[k + 1].c;
      if (is_opening(a)) return " (" + text_of(k) + " may not end a line)";
      if (is_closing(b) || b == kMid || b == kConn1 || b == kConn2 || b == kSol)
        return " (" + text_of(k + 1) + " may not start a line)";
    }
    return "";
  }

  std::string alternative(const Line& line, std::size_t n, std::uint32_t end, const char* which) const {
    std::uint32_t shown = end;  // behind what is seen of it
    while (shown > line.begin + 1 && p_.cells[shown - 1].dropped_at_end) --shown;
    std::string out = std::string("  ") + which + ", behind " + text_of(shown - 1);
    out += obstacle(std::min(line.end, end) - 1, std::max(line.end, end)) + ": ";
    const bool last = end == p_.cells.size() && !options_.justify_last;
    out += state(line.begin, end, n, last);
    if (!(fit_line(p_, line.begin, end, room(n), fill(last), kAnything).too_wide)) out += price(line, n, end);
    return out + "\n";
  }

  /// The cheapest setting from this line on when it ends at `end`.
  double best_with(const Line& line, std::size_t n, std::uint32_t end) const {
    BreakOptions options = options_;
    options.looseness = 0;
    options.from = line.begin, options.first_end = end;
    options.indent = line.indent;
    std::vector<std::uint32_t> ends;
    for (const std::uint32_t at : column_ends_) {
      if (at >= n) ends.push_back(at - static_cast<std::uint32_t>(n));
    }
    return break_lines(p_, std::span(measures_).subspan(n), options, ends).cost;
  }

  std::string price(const Line& line, std::size_t n, std::uint32_t end) const {
    if (options_.looseness != 0) return "";
    const double chosen = best_with(line, n, line.end), other = best_with(line, n, end);
    const auto more = static_cast<long long>(std::llround(std::min(other - chosen, 1e15)));
    if (more == 0) return ": costs as much, and longer lines come first";
    if (more > 0) return ": the paragraph would cost " + cost_of(other - chosen) + " more";
    return ": costs " + cost_of(chosen - other) +
           " less from here on, which the lines before or the limit of stretching outweigh";
  }

  const ShapedParagraph& p_;
  std::span<const Line> lines_;
  const BreakOptions& options_;
  std::vector<Length> measures_;
  std::vector<std::uint32_t> column_ends_;
};

}  // namespace

std::vector<std::string> explain_lines(const ShapedParagraph& paragraph, std::span<const Line> lines,
                                       const BreakOptions& options,
                                       std::span<const std::uint32_t> column_ends) {
  std::vector<std::string> out;
  const Explainer explainer(paragraph, lines, options, column_ends);
  for (std::size_t n = 0; n < lines.size(); ++n) out.push_back(explainer.explain(n));
  return out;
}

}  // namespace banxin
