#include "layout/marked_line.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "layout/readings.h"

namespace banxin {

namespace {

using Kind = InterlinearMark::Kind;

// In em of the line. All stay in the half em between two lines.
constexpr Em kThickness = 0.045_em;  // but never thinner than a rule that a press holds
constexpr Em kLineTop = 0.06_em;     // of the first line, below the em box
constexpr Em kLineStep = 0.14_em;    // from line to line
constexpr Em kAmplitude = 0.05_em;   // of the wave
constexpr Em kHalfWave = 0.16_em;    // of its length, about
constexpr Em kDotSize = 0.19_em;
constexpr Em kDotCentre = 0.2_em;              // below the em box
constexpr Em kNameEnd = Em::of(1.0 / 16);      // cut from both ends, so that neighbours stay apart
constexpr Em kFrameAround = Em::of(1.0 / 16);  // above and below the em box
constexpr Em kBesideCharacter = 0.02_em;       // between a character and its 注音
constexpr Em kReadingSpace = 0.08_em;          // between two readings
constexpr Length kFrameRule = kThinRule;
constexpr std::int64_t kLeastPercent = 70;  // of its size that a reading keeps

bool is_tone(char32_t cp) { return cp < 0x3000; }

/// A cell of the line, where it stands. Its body, without blanks.
struct Place {
  std::uint32_t cell = 0;
  std::size_t glyphs_end = 0;  // in the line's glyphs
  Length left, right;
};

bool is_blank(const Cell& cell) {
  return cell.c == CharClass::kSpace || cell.c == CharClass::kNoBreakSpace ||
         cell.c == CharClass::kIdeographicSpace || cell.c == CharClass::kForcedBreak;
}

bool takes_dot(const Cell& cell) {
  return cell.c == CharClass::kHan || cell.c == CharClass::kNum || cell.c == CharClass::kLat;
}

std::vector<Place> places_of(const ShapedParagraph& p, const Line& line,
                             const std::vector<SetGlyph>& glyphs) {
  std::vector<Place> places;
  std::uint32_t k = line.begin;
  for (std::size_t i = 0; i < glyphs.size(); ++i) {
    // A cell may have several glyphs that each say a part of its text: ……
    const auto in_cell = [&](const Cell& c) {
      return c.text_begin <= glyphs[i].text_begin && glyphs[i].text_begin < c.text_end;
    };
    const bool same = !places.empty() && in_cell(p.cells[places.back().cell]);
    const bool no_text = glyphs[i].text_begin == glyphs[i].text_end;  // a hyphen at the line end
    if (!same && !(no_text && !places.empty())) {
      while (k + 1 < line.end && !in_cell(p.cells[k])) ++k;
      const Length left = glyphs[i].x - p.glyphs[p.cells[k].first_glyph].dx;
      places.push_back({k, 0, left, left + p.cells[k].body});
    }
    places.back().glyphs_end = i + 1;
  }
  return places;
}

/// The part of a mark that stands on one line.
struct Part {
  std::size_t first = 0, last = 0;  // places; no blanks at its ends
  bool begins = true, ends = true;  // here, not on another line
  Length left, right;
};

/// Draws the marks of one line.
class MarkedLine {
 public:
  MarkedLine(const ShapedCopy& copy, const Line& line, const BreakOptions& options, Point start,
             const LineNodes& nodes, const Setter& setter, std::vector<DrawItem>& items)
      : copy_(copy),
        cells_(copy.shaped.cells),
        line_(line),
        start_(start),
        nodes_(nodes),
        setter_(setter),
        items_(items),
        glyphs_(set_line(copy.shaped, line, options)),
        places_(places_of(copy.shaped, line, glyphs_)) {}

  void draw(const std::vector<ShapedMark>& marks) {
    for (const ShapedMark& m : marks) {
      Part part;
      node_ = nodes_.of(m.mark->begin);
      if (m.mark->kind == Kind::kRuby && find(*m.mark, part)) read(m, part);
      if (m.mark->kind == Kind::kBopomofo && find(*m.mark, part)) spell(m, part);
    }
    text_until(glyphs_.size());
    for (const ShapedMark& m : marks) {
      Part part;
      node_ = nodes_.of(m.mark->begin);
      if (!is_reading(m.mark->kind) && find(*m.mark, part)) mark(m, part);
    }
  }

 private:
  bool find(const InterlinearMark& m, Part& part) const {
    const auto before = [&](const Place& p, std::size_t byte) { return cells_[p.cell].text_begin < byte; };
    const auto first = std::lower_bound(places_.begin(), places_.end(), m.begin, before);
    const auto end = std::lower_bound(first, places_.end(), m.end, before);
    part.first = static_cast<std::size_t>(first - places_.begin());
    std::size_t stop = static_cast<std::size_t>(end - places_.begin());
    while (part.first < stop && is_blank(cells_[places_[part.first].cell])) ++part.first;
    while (stop > part.first && is_blank(cells_[places_[stop - 1].cell])) --stop;
    if (part.first == stop) return false;
    part.last = stop - 1;
    part.begins = m.begin >= cells_[line_.begin].text_begin;
    part.ends = m.end <= cells_[line_.end - 1].text_end;
    part.left = places_[part.first].left, part.right = places_[part.last].right;
    return true;
  }

  void text_until(std::size_t glyph) {
    while (drawn_ < glyph) {
      const NodeId node = nodes_.of(glyphs_[drawn_].text_begin);
      std::size_t end = drawn_;
      while (end < glyph && nodes_.of(glyphs_[end].text_begin) == node) ++end;
      draw_glyphs(copy_, std::span(glyphs_).subspan(drawn_, end - drawn_), start_, node, items_);
      drawn_ = end;
    }
  }

  // Marks are placed in the line's own coordinates: x along it from the start of the measure, y across it,
  // down from the baseline; on a vertical line, to the left from its middle.
  bool vertical() const { return setter_.writing() == WritingMode::kVertical; }
  Point at(Length x, Length y) const {
    return vertical() ? Point{start_.x - y, start_.y + x} : Point{start_.x + x, start_.y + y};
  }
  Length top(const ShapedMark& m) const { return -m.ascent; }
  Length bottom(const ShapedMark& m) const { return top(m) + m.size; }
  void rule(Length x, Length y, Length width, Length height, Ink ink) {
    const Point start = at(x, y);
    const Rect box =
        vertical() ? Rect{start.x - height, start.y, height, width} : Rect{start.x, start.y, width, height};
    items_.emplace_back(DrawRule{node_, box, ink});
  }

  static Length thickness(const ShapedMark& m) { return std::max(kThickness.at(m.size), kThinRule); }

  void mark(const ShapedMark& m, const Part& part) {
    if (m.mark->kind == Kind::kDots) return dots(m, part);
    if (m.mark->kind == Kind::kMourning) return frame(m, part);
    Length left = part.left, right = part.right;
    if (m.mark->kind != Kind::kUnderline) {
      if (part.begins) left += kNameEnd.at(m.size);
      if (part.ends) right -= kNameEnd.at(m.size);
    }
    const Length y = bottom(m) + (kLineTop + kLineStep * m.lines_over).at(m.size);
    if (m.mark->kind == Kind::kTitle) return wave(m, left, right, y + kAmplitude.at(m.size));
    rule(left, y, right - left, thickness(m), m.ink);
  }

  /// What the character has at its right more than at its left, for 注音.
  Length room_of(const Place& place) const {
    const TextRun& run = copy_.text.runs[cells_[place.cell].run];
    return run.pad_right - run.pad_left;
  }

  /// Below; on vertical lines at the right, but where a reading stands there.
  Length dots_at(const ShapedMark& m) const {
    if (vertical() && !m.reading_over) return top(m) - kDotCentre.at(m.size);
    return bottom(m) + (kDotCentre + kLineStep * m.lines_over).at(m.size);
  }

  void dots(const ShapedMark& m, const Part& part) {
    const Length y = dots_at(m);
    for (std::size_t i = part.first; i <= part.last; ++i) {
      if (!takes_dot(cells_[places_[i].cell])) continue;
      const Length x = (places_[i].left + places_[i].right - room_of(places_[i])) / 2;
      items_.emplace_back(DrawStroke{node_, {at(x, y)}, kDotSize.at(m.size), m.ink});
    }
  }

  /// A whole number of half waves, so that it ends on the line where it began.
  void wave(const ShapedMark& m, Length left, Length right, Length y) {
    constexpr std::array<Em, 6> kSine = {0_em, 0.5_em, 0.8660254_em, 1_em, 0.8660254_em, 0.5_em};
    constexpr auto kSteps = static_cast<std::int64_t>(kSine.size());
    const Length width = right - left, half = kHalfWave.at(m.size);
    const std::int64_t halves = std::max<std::int64_t>(2, (width + half / 2).units() / half.units());
    DrawStroke stroke{node_, {}, thickness(m), m.ink};
    for (std::int64_t i = 0; i <= halves * kSteps; ++i) {
      const Length up = kSine[static_cast<std::size_t>(i % kSteps)].at(kAmplitude.at(m.size));
      const Length x = left + Length::units(mul_div(width.units(), i, halves * kSteps));
      stroke.points.push_back(at(x, i / kSteps % 2 == 0 ? y - up : y + up));
    }
    items_.emplace_back(std::move(stroke));
  }

  /// Open on the side where the name goes on.
  void frame(const ShapedMark& m, const Part& part) {
    const bool dots_above = m.dots_over && vertical() && !m.reading_over;
    const Em above = m.reading_over ? Em() : dots_above ? kFrameAround + kDotCentre : kFrameAround;
    Em below = kFrameAround + kLineStep * m.lines_over;
    if (m.dots_over && !dots_above) below += kDotCentre;
    const Length y = top(m) - above.at(m.size), height = bottom(m) + below.at(m.size) - y;
    const Length x = part.left - kFrameRule / 2, width = part.right - part.left + kFrameRule;
    rule(x, y, width, kFrameRule, m.ink);
    rule(x, y + height - kFrameRule, width, kFrameRule, m.ink);
    if (part.begins) rule(x, y, kFrameRule, height, m.ink);
    if (part.ends) rule(x + width - kFrameRule, y, kFrameRule, height, m.ink);
  }

  // ---- readings

  /// Bytes of the reading that belong to this line: its words are dealt out evenly to the base's characters.
  TextRange share_of(const ShapedMark& m, const Part& part) const {
    const std::string& text = m.mark->reading.text;
    if (part.begins && part.ends) return {0, text.size()};
    std::vector<std::size_t> words{0};  // where each begins
    for (std::size_t i = 1; i < text.size(); ++i) {
      if (text[i - 1] == ' ' && text[i] != ' ') words.push_back(i);
    }
    std::size_t before = 0, here = 0, all = 0;
    for (const Cell& cell : cells_) {
      if (cell.text_begin < m.mark->begin || cell.text_begin >= m.mark->end || is_blank(cell)) continue;
      ++all;
      if (cell.text_begin < cells_[line_.begin].text_begin) ++before;
      if (cell.text_begin <= cells_[places_[part.last].cell].text_begin) here = all;
    }
    // Word i stands over character i·all/words: this line has the words of characters before … here.
    const auto first_word = [&](std::size_t character) { return (character * words.size() + all - 1) / all; };
    const std::size_t from = first_word(before), to = first_word(here);
    const auto start_of = [&](std::size_t word) { return word < words.size() ? words[word] : text.size(); };
    TextRange range{start_of(from), start_of(to)};
    while (range.end > range.begin && text[range.end - 1] == ' ') --range.end;
    return range;
  }

  /// Where the reading may stand: over its base and the blanks beside it, over no other character.
  Length room_left(const ShapedMark& m, const Part& part) const {
    std::size_t i = part.first;
    while (i > 0 && is_blank(cells_[places_[i - 1].cell])) --i;
    Length left = i > 0 ? places_[i - 1].right : Length();
    if (has_reading_) left = std::max(left, reading_end_ + kReadingSpace.at(m.size));
    return std::min(left, part.left);
  }
  Length room_right(const Part& part) const {
    std::size_t i = part.last + 1;
    while (i < places_.size() && is_blank(cells_[places_[i].cell])) ++i;
    return std::max(i < places_.size() ? places_[i].left : line_.measure, part.right);
  }

  void read(const ShapedMark& m, const Part& part) {
    const ShapedParagraph& shaped = m.reading.shaped;
    const TextRange share = share_of(m, part);
    Line line;
    const auto before = [](const Cell& c, std::size_t byte) { return c.text_begin < byte; };
    const auto cell_at = [&](std::size_t byte) {
      return static_cast<std::uint32_t>(
          std::lower_bound(shaped.cells.begin(), shaped.cells.end(), byte, before) - shaped.cells.begin());
    };
    line.begin = cell_at(share.begin), line.end = cell_at(share.end);
    if (line.begin >= line.end) return;
    text_until(std::max(drawn_, places_[part.last].glyphs_end));
    line.measure = Length::points(10000), line.last = true;
    std::vector<SetGlyph> glyphs = set_line(shaped, line, {.justify = false});
    const std::vector<Place> places = places_of(shaped, line, glyphs);
    if (places.empty()) return;
    const Length width = places.back().right - places.front().left;
    const Length left = room_left(m, part), room = room_right(part) - left;
    const std::string words = m.mark->reading.text.substr(share.begin, share.end - share.begin);
    const Length fits = fit(m, part, words, width, room);
    for (SetGlyph& g : glyphs) {
      const auto scaled = [&](Length l) {
        return Length::units(mul_div(l.units(), fits.units(), width.units()));
      };
      g.x = scaled(g.x - places.front().left), g.y = scaled(g.y), g.size = scaled(g.size);
    }
    const Length centred = (part.left + part.right - fits) / 2;
    const Length x = fits > room ? centred : std::clamp(centred, left, left + room - fits);
    draw_glyphs(m.reading, glyphs, at(x, top(m) - m.reading_descent), node_, items_);
    has_reading_ = true, reading_end_ = x + fits;
  }

  // ---- 注音: a syllable at the right of each character, in the room that its cell has there

  /// Cells of the reading that are syllable `n`.
  static std::pair<std::uint32_t, std::uint32_t> syllable(const std::vector<Cell>& cells, std::size_t n) {
    std::uint32_t begin = 0;
    const auto size = static_cast<std::uint32_t>(cells.size());
    for (;; --n) {
      while (begin < size && is_blank(cells[begin])) ++begin;
      std::uint32_t end = begin;
      while (end < size && !is_blank(cells[end])) ++end;
      if (n == 0 || begin == size) return {begin, end};
      begin = end;
    }
  }

  void spell(const ShapedMark& m, const Part& part) {
    std::size_t n = 0;
    for (const Cell& cell : cells_) {
      const bool before =
          cell.text_begin >= m.mark->begin && cell.text_begin < cells_[places_[part.first].cell].text_begin;
      if (before && !is_blank(cell)) ++n;
    }
    for (std::size_t i = part.first; i <= part.last; ++i) {
      if (is_blank(cells_[places_[i].cell])) continue;
      text_until(std::max(drawn_, places_[i].glyphs_end));
      const auto [begin, end] = syllable(m.reading.shaped.cells, n++);
      if (begin < end) spell_one(m, places_[i], begin, end);
    }
  }

  /// Top left on paper of the column of letters beside a character, `height` high, in its middle.
  Point column_beside(const ShapedMark& m, const Place& place, Length height) const {
    const Length beside = kBesideCharacter.at(m.size);
    if (vertical()) {
      const Point corner = at(place.left + (place.right - place.left - height) / 2, top(m));
      return {corner.x + beside, corner.y};
    }
    return at(place.right - kBopomofoRoom.at(m.size) + beside, top(m) + (m.size - height) / 2);
  }

  /// Letters from top to bottom in the middle of the character's height, a tone mark at the right of the
  /// last, the dot of the light tone above the first. They are upright whichever way the line runs.
  void spell_one(const ShapedMark& m, const Place& character, std::uint32_t begin, std::uint32_t end) {
    const ShapedParagraph& shaped = m.reading.shaped;
    const Length letter = m.reading.text.size, ascent = letter - m.reading_descent;
    std::int64_t letters = 0;
    for (std::uint32_t k = begin; k < end; ++k) letters += !is_tone(shaped.cells[k].cp);
    const Point corner = column_beside(m, character, letter * letters);
    const Line line{.begin = begin, .end = end, .measure = Length::points(10000), .last = true};
    std::vector<SetGlyph> glyphs = set_line(shaped, line, {.justify = false});
    Length down, last;
    for (const Place& place : places_of(shaped, line, glyphs)) {
      const char32_t cp = shaped.cells[place.cell].cp;
      Point on{corner.x, corner.y + down + ascent};
      if (cp == U'\u02D9') {
        on = {corner.x + letter / 4, corner.y + down + letter / 3};
      } else if (is_tone(cp)) {
        on = {corner.x + letter, corner.y + last + ascent};
      } else {
        last = down, down += letter;
      }
      for (SetGlyph& g : glyphs) {
        if (g.text_begin != shaped.cells[place.cell].text_begin) continue;
        g.x += on.x - start_.x - place.left, g.y = start_.y - on.y;
      }
    }
    draw_glyphs(m.reading, glyphs, start_, node_, items_);
  }

  /// The width at which a reading is set that is `width` wide by nature.
  Length fit(const ShapedMark& m, const Part& part, const std::string& words, Length width,
             Length room) const {
    if (width <= room) return width;
    const Length least = width * kLeastPercent / 100;
    const std::string base = copy_.text.text.substr(
        cells_[places_[part.first].cell].text_begin,
        cells_[places_[part.last].cell].text_end - cells_[places_[part.first].cell].text_begin);
    const bool hangs = room < least;
    const std::int64_t percent = hangs ? kLeastPercent : mul_div(room.units(), 100, width.units());
    setter_.warn("ruby-too-wide", m.mark->where,
                 "the reading '" + words + "' is wider than '" + base + "': set at " +
                     std::to_string(percent) + " % of its size" +
                     (hangs ? ", and it still hangs over its neighbours" : ""),
                 "give the whole word one reading: {汉字|hàn zì}");
    return std::max(room, least);
  }

  const ShapedCopy& copy_;
  const std::vector<Cell>& cells_;
  const Line& line_;
  Point start_;
  LineNodes nodes_;
  NodeId node_ = kArtifact;  // of the mark at hand
  const Setter& setter_;
  std::vector<DrawItem>& items_;
  std::vector<SetGlyph> glyphs_;
  std::vector<Place> places_;
  std::size_t drawn_ = 0;  // glyphs
  bool has_reading_ = false;
  Length reading_end_;
};

}  // namespace

void draw_marked_line(const ShapedCopy& copy, const std::vector<ShapedMark>& marks, const Line& line,
                      const BreakOptions& options, Point start, const LineNodes& nodes, const Setter& setter,
                      std::vector<DrawItem>& items) {
  MarkedLine(copy, line, options, start, nodes, setter, items).draw(marks);
}

}  // namespace banxin
