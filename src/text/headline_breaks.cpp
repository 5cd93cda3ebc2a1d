// A dynamic programme over (break, line number), once for each number of lines that comes into question.
//
// typography.md 5.3: break by sense, no single character on a line, balance the lines. For two lines the cost
// is their difference in width plus the reluctance of the break; for more, the sum of what they differ from
// their mean.
#include "text/headline_breaks.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

#include "text/line_fit.h"
#include "text/sense_breaks.h"

namespace banxin {

namespace {

constexpr std::size_t kMostLines = 12;    // more is no headline
constexpr std::size_t kExtraLines = 2;    // taken rather than dividing a word
constexpr std::size_t kMostPlaces = 240;  // where a line may end: of more no best way is looked for
constexpr double kUnevenness = 1;         // of an em
constexpr double kOneFarOut = 0.02;       // of a squared em: two lines a little off rather than one by much
constexpr double kSqueezed = 4;           // of an em taken from the blanks of marks
constexpr double kShortLast = 6;          // a last line below half of the mean

/// What a way of breaking costs; the first field decides before the second.
struct Price {
  double excess = 0;  ///< em by which lines are too wide
  int divided = 0;    ///< words, and single characters on a line
  double cost = 0;
  auto key() const { return std::tie(excess, divided, cost); }
  bool operator<(const Price& o) const { return key() < o.key(); }
  Price operator+(const Price& o) const { return {excess + o.excess, divided + o.divided, cost + o.cost}; }
};

constexpr Price kNever{std::numeric_limits<double>::infinity(), 0, 0};

struct Way {
  Price price = kNever;
  std::vector<std::uint32_t> ends;
  bool good() const { return price.excess <= 0 && price.divided == 0; }
};

/// The part of a headline between two forced breaks.
class Headline {
 public:
  Headline(const ShapedParagraph& p, std::vector<SenseBreak> places, std::uint32_t begin, Length measure,
           Length indent)
      : p_(p), places_(std::move(places)), begin_(begin), measure_(measure), indent_(indent) {}

  Way best(std::size_t max_lines) const {
    if (places_.size() > kMostPlaces) return filled(max_lines > 0 ? max_lines : kMostLines);
    std::size_t fewest = std::min(fewest_lines(), kMostLines);
    std::size_t most = std::min(fewest + kExtraLines, places_.size());
    if (max_lines > 0) fewest = std::min(fewest, max_lines), most = std::min(most, max_lines);
    Way best;
    for (std::size_t lines = fewest; lines <= most; ++lines) {
      Way way = in_lines(lines);
      const bool better =
          std::tie(way.price.excess, way.price.divided) < std::tie(best.price.excess, best.price.divided);
      if (better) best = std::move(way);
      if (best.good()) break;
    }
    return best;
  }

 private:
  /// What is far too long for a headline: each line as full as it goes, what is left on the last.
  Way filled(std::size_t most) const {
    Way way;
    way.price = {.divided = 1};
    for (std::size_t at = 0; at < places_.size();) {
      const std::size_t to = way.ends.size() + 1 < most ? next_line(at, way.ends.size()) : places_.size();
      way.ends.push_back(places_[to - 1].end);
      at = to;
    }
    return way;
  }

  /// The place behind the line that starts at `at` and is filled as far as it goes.
  std::size_t next_line(std::size_t at, std::size_t line) const {
    std::size_t to = at + 1;
    while (to < places_.size() && fits(start_of(at), places_[to].end, room(line))) ++to;
    return to;
  }

  Length room(std::size_t line) const { return line == 0 ? measure_ - indent_ : measure_; }
  std::uint32_t start_of(std::size_t place) const { return place == 0 ? begin_ : places_[place - 1].end; }

  Length width(std::uint32_t begin, std::uint32_t end, Length room) const {
    return line_edges(p_, begin, end, room).natural;
  }
  Length shrinkable(std::uint32_t begin, std::uint32_t end, Length room) const {
    return flexibility(p_, line_edges(p_, begin, end, room)).shrinkable();
  }
  bool fits(std::uint32_t begin, std::uint32_t end, Length room) const {
    return width(begin, end, room) - shrinkable(begin, end, room) <= room;
  }

  /// Filling each line as far as it goes.
  std::size_t fewest_lines() const {
    std::size_t lines = 0;
    for (std::size_t at = 0; at < places_.size(); ++lines) at = next_line(at, lines);
    return lines;
  }

  /// Characters on the line that are neither marks nor spaces; 2 stands for more than one.
  int characters(std::uint32_t begin, std::uint32_t end) const {
    int n = 0;
    for (std::uint32_t k = begin; k < end && n < 2; ++k) {
      const CharClass c = p_.cells[k].c;
      if (c == CharClass::kHan || c == CharClass::kLat || c == CharClass::kNum) ++n;
    }
    return n;
  }

  /// For the better breaks that the line passes over.
  double missed(std::size_t from, std::size_t to) const {
    double sum = 0;
    for (std::size_t i = from; i + 1 < to; ++i) sum += places_[i].missed;
    return sum;
  }

  Price price(std::size_t from, std::size_t to, std::size_t line, double mean, std::size_t lines) const {
    const std::uint32_t begin = start_of(from), end = places_[to - 1].end;
    const Length natural = width(begin, end, room(line));
    Price out;
    Length set = natural;
    if (natural > room(line)) {
      const Length over = natural - room(line) - shrinkable(begin, end, room(line));
      out.excess = std::max(0.0, over / p_.size);
      out.cost += kSqueezed * ((natural - room(line)) / p_.size);
      set = room(line);
    }
    const double off = std::abs(set / p_.size - mean);
    if (lines > 1) out.cost += kUnevenness * off + kOneFarOut * off * off;
    if (lines > 1 && characters(begin, end) < 2) ++out.divided;
    if (lines > 1) out.cost += missed(from, to);
    const SenseBreak& place = places_[to - 1];
    if (to < places_.size()) {
      out.cost += place.reluctance;
      if (place.divides) ++out.divided;
    } else if (lines > 1 && set / p_.size < mean / 2) {
      out.cost += kShortLast;
    }
    return out;
  }

  Way in_lines(std::size_t lines) const {
    const std::size_t n = places_.size();
    const Length whole = width(begin_, places_.back().end, measure_);
    const double mean = whole / p_.size / static_cast<double>(lines);
    std::vector<std::vector<Price>> best(lines + 1, std::vector<Price>(n + 1, kNever));
    std::vector<std::vector<std::size_t>> before(lines + 1, std::vector<std::size_t>(n + 1, 0));
    best[0][0] = {};
    for (std::size_t line = 0; line < lines; ++line) {
      for (std::size_t from = line; from < n; ++from) {
        if (std::isinf(best[line][from].excess)) continue;
        for (std::size_t to = line + 1 == lines ? n : from + 1; to <= n; ++to) {
          const Price made = best[line][from] + price(from, to, line, mean, lines);
          // Of two that cost the same the one whose last line starts later: longer earlier lines.
          if (best[line + 1][to] < made) continue;
          best[line + 1][to] = made;
          before[line + 1][to] = from;
        }
      }
    }
    Way way;
    way.price = best[lines][n];
    if (std::isinf(way.price.excess)) return way;
    for (std::size_t line = lines, at = n; line > 0; at = before[line][at], --line) {
      way.ends.push_back(places_[at - 1].end);
    }
    std::reverse(way.ends.begin(), way.ends.end());
    return way;
  }

  const ShapedParagraph& p_;
  std::vector<SenseBreak> places_;
  std::uint32_t begin_;
  Length measure_, indent_;
};

Line make_line(const ShapedParagraph& p, std::uint32_t begin, std::uint32_t end, Length measure,
               Length indent) {
  Line line;
  line.begin = begin, line.end = end;
  line.measure = measure, line.indent = indent;
  const LineEdges edges = line_edges(p, begin, end, measure - indent);
  line.natural = edges.natural;
  line.last = p.joints[end - 1].penalty == Joint::kForced;
  line.overfull = edges.natural - flexibility(p, edges).shrinkable() > measure - indent;
  return line;
}

}  // namespace

HeadlineBreaking break_headline(const ShapedParagraph& p, Length measure, int max_lines, Length indent) {
  HeadlineBreaking out;
  std::vector<SenseBreak> part;
  std::uint32_t begin = 0;
  const std::vector<SenseBreak> all = sense_breaks(p);
  auto parts =
      static_cast<int>(std::count_if(all.begin(), all.end(), [](const SenseBreak& b) { return b.forced; }));
  for (const SenseBreak& place : all) {
    part.push_back(place);
    if (!place.forced) continue;
    --parts;
    const auto used = static_cast<int>(out.lines.size());
    const int left = max_lines > 0 ? std::max(1, max_lines - used - parts) : 0;
    const Length first = out.lines.empty() ? indent : Length();
    const Way way = Headline(p, std::move(part), begin, measure, first).best(static_cast<std::size_t>(left));
    part.clear();
    out.by_sense = out.by_sense && way.price.divided == 0;
    for (const std::uint32_t end : way.ends) {
      const Length line_indent = out.lines.empty() ? indent : Length();
      out.lines.push_back(make_line(p, begin, end, measure, line_indent));
      out.overfull = out.overfull || out.lines.back().overfull;
      begin = end;
    }
  }
  return out;
}

std::string show_sense_breaks(const ShapedParagraph& p) {
  std::string out;
  std::uint32_t begin = 0;
  for (const SenseBreak& place : sense_breaks(p)) {
    for (; begin < place.end; ++begin) {
      const Cell& cell = p.cells[begin];
      out.append(p.text, cell.text_begin, cell.text_end - cell.text_begin);
    }
    if (place.forced || place.divides) continue;
    out += "｜";
    const auto tenths = static_cast<int>(std::lround(place.reluctance * 10));
    if (tenths > 0) out += std::to_string(tenths);
  }
  return out;
}

}  // namespace banxin
