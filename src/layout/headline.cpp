#include "layout/headline.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <utility>

#include "layout/looks.h"
#include "text/headline_breaks.h"

namespace banxin {

namespace {

/// How a part is divided into lines.
enum class Breaks { kBySense, kAsText };

struct PartSpec {
  Copy Article::*copy;
  const char* style;
  StructureNode::Kind kind;
  Breaks breaks;
};

/// A part that there is.
struct PartCopy {
  const Copy* copy;
  PartSpec spec;
};

constexpr PartSpec kParts[] = {
    {&Article::kicker, "kicker", StructureNode::Kind::kSubheadline, Breaks::kBySense},
    {&Article::title, "title", StructureNode::Kind::kHeadline, Breaks::kBySense},
    {&Article::subtitle, "subtitle", StructureNode::Kind::kSubheadline, Breaks::kBySense},
    {&Article::deck, "deck", StructureNode::Kind::kSubheadline, Breaks::kAsText},
    {&Article::byline, "byline", StructureNode::Kind::kByline, Breaks::kAsText},
};

/// The sizes 号 of office software (newspaper.md 1.4), above them those of banners 特号.
constexpr double kSizes[] = {72, 63, 54, 48, 42, 36, 26, 24, 22, 18, 16, 15, 14, 12, 10.5, 9, 7.5};
constexpr int kMostSteps = 2;
/// Headings may be set tighter, text may not (CLREQ; typography.md 5.3).
constexpr Em kTightest = Em::of(-0.03), kTightening = Em::of(0.01);
constexpr std::size_t kShortest = 2, kLongest = 6;  // characters of a title that may be opened

std::string in_points(Length length) {
  std::string out = std::to_string(std::lround(length.pt() * 100));
  while (out.size() < 3) out.insert(0, 1, '0');
  out.insert(out.size() - 2, 1, '.');
  out.erase(out.find_last_not_of('0') + 1);
  if (out.back() == '.') out.pop_back();
  return out + " pt";
}

Style resized(Style style, Length size) {
  style.pitch = Length::units(mul_div(style.pitch.units(), size.units(), style.size.units()));
  style.size = size;
  return style;
}

/// A style, and how far its glyphs are narrowed.
struct Look {
  Style style;
  int width_percent = 100;
};

/// Adds the look with its letters closer and closer, then, as close as they may be, narrower and narrower.
void add_tighter(Look look, int most_condensed, std::vector<Look>& out) {
  while (look.style.tracking > kTightest) {
    look.style.tracking = std::max(kTightest, look.style.tracking - kTightening);
    out.push_back(look);
  }
  while (100 - look.width_percent < most_condensed) {
    --look.width_percent;
    out.push_back(look);
  }
}

/// The looks to try in turn: at each size closer, then narrower. A vertical title would have to be made lower
/// 扁体, which shows at once beside the text: it goes to the next size.
std::vector<Look> smaller_looks(const Style& asked, WritingMode writing) {
  std::vector<Look> out;
  const bool smaller = asked.min_size > Length() && asked.min_size <= asked.size;
  const int condense = writing == WritingMode::kHorizontal ? asked.condense : 0;
  if (smaller || condense > 0) add_tighter({asked}, condense, out);
  Length size = asked.size;
  for (int step = 0; smaller && step < kMostSteps && size > asked.min_size; ++step) {
    const double* next = std::find_if(std::begin(kSizes), std::end(kSizes),
                                      [&](double pt) { return Length::points(pt) < size; });
    size = next == std::end(kSizes) ? asked.min_size : std::max(asked.min_size, Length::points(*next));
    out.push_back({resized(asked, size)});
    add_tighter(out.back(), condense, out);
  }
  return out;
}

/// One part being set; tries looks until its lines fit.
class PartSetter {
 public:
  /// The part is shaped as its style asks. `most_lines`: 0 for as many as it takes.
  PartSetter(HeadPart& part, const Setter& setter, Length width, int most_lines)
      : part_(part), setter_(setter), width_(width), most_lines_(most_lines), asked_(part.style) {}

  void set() {
    breaking_ = broken(part_.copy.shaped, asked_);
    if (!fits()) shrink();
    if (asked_.spread > Em()) open();
    part_.options.indent = part_.style.indent.at(part_.style.size);
    part_.lines = breaking_.lines, part_.by_sense = breaking_.by_sense;
  }

  /// What was done; empty when nothing.
  std::string note() const {
    std::string out;
    if (part_.style.size != asked_.size) {
      out += " at " + in_points(part_.style.size) + ", not " + in_points(asked_.size);
    }
    const double tracking = (part_.style.tracking - asked_.tracking).em() * 100;
    if (const long percent = std::lround(tracking); percent != 0) {
      out += std::string(out.empty() ? "" : ",") + (percent > 0 ? " opened by " : " tightened by ") +
             std::to_string(std::abs(percent)) + "% of a 字";
    }
    if (width_percent_ != 100) {
      out += std::string(out.empty() ? "" : ",") + " condensed to " + std::to_string(width_percent_) + "%";
    }
    if (!breaking_.by_sense) out += std::string(out.empty() ? "" : ",") + " not divided by sense";
    return out;
  }

 private:
  bool fits() const { return !breaking_.overfull && breaking_.by_sense; }
  HeadlineBreaking broken(const ShapedParagraph& shaped, const Style& style) const {
    return break_headline(shaped, width_, most_lines_, style.indent.at(style.size));
  }

  TextToSet text_in(const Look& look) const {
    const Style& style = look.style;
    TextToSet text = part_.copy.text;
    text.size = style.size * look.width_percent / 100;
    for (TextRun& run : text.runs) {
      run.size = style.size, run.tracking = style.tracking;
      run.width_percent = look.width_percent;
    }
    return text;
  }

  void take(const Look& look, TextToSet text, ShapedParagraph shaped, HeadlineBreaking breaking) {
    part_.style = look.style;
    width_percent_ = look.width_percent;
    part_.copy.text = std::move(text);
    part_.copy.shaped = std::move(shaped);
    breaking_ = std::move(breaking);
  }

  /// The first look that fits; else the first in which no line is too wide; else as asked.
  void shrink() {
    for (const Look& look : smaller_looks(asked_, setter_.writing())) {
      TextToSet text = text_in(look);
      ShapedParagraph shaped = setter_.shape_trial(text);
      HeadlineBreaking breaking = broken(shaped, look.style);
      const bool better = breaking_.overfull ? !breaking.overfull : breaking.by_sense && !breaking.overfull;
      if (better) take(look, std::move(text), std::move(shaped), std::move(breaking));
      if (fits()) return;
    }
  }

  /// 均排: a short title on one line gets the same blank between all its characters.
  void open() {
    const ShapedParagraph& shaped = part_.copy.shaped;
    const std::size_t characters = shaped.cells.size();
    if (width_percent_ != 100 || breaking_.lines.size() != 1 || characters < kShortest ||
        characters > kLongest)
      return;
    const Line& line = breaking_.lines.front();
    const Length missing = width_ - line.indent - line.natural;
    if (missing <= Length()) return;
    const auto joints = static_cast<std::int64_t>(characters) - 1;
    const Em even = in_em(missing / joints, part_.style.size) - Em::units(1);  // rounding must not overfill
    Look look{part_.style};
    look.style.tracking += std::max(Em(), std::min(even, asked_.spread));
    TextToSet text = text_in(look);
    ShapedParagraph opened = setter_.shape_trial(text);
    HeadlineBreaking breaking = broken(opened, look.style);
    if (breaking.lines.size() != 1 || breaking.overfull) return;
    take(look, std::move(text), std::move(opened), std::move(breaking));
  }

  HeadPart& part_;
  const Setter& setter_;
  Length width_;
  int most_lines_;
  Style asked_;
  int width_percent_ = 100;
  HeadlineBreaking breaking_;
};

Length height_of(const HeadPart& part) {
  return part.style.size + part.style.pitch * (static_cast<std::int64_t>(part.lines.size()) - 1);
}

void fit_part(const PartSpec& spec, const Setter& setter, Length width, int most_lines, HeadPart& part) {
  PartSetter fitting(part, setter, width, most_lines);
  fitting.set();
  const std::string done = fitting.note();
  part.note = done.empty() ? done : spec.style + done;
}

HeadPart set_part(const PartCopy& source, const Setter& setter, Length width) {
  const PartSpec& spec = source.spec;
  HeadPart part;
  part.kind = spec.kind;
  part.style = setter.style(spec.style);
  const bool names = spec.kind == StructureNode::Kind::kByline;
  part.copy = setter.shape(*source.copy, part.style, {},
                           names ? holds_of_names(source.copy->text) : std::vector<Hold>());
  part.options.indent = part.style.indent.at(part.style.size);
  part.options.justify = part.style.align == Align::kJustify;
  if (spec.breaks == Breaks::kAsText) {
    part.lines = break_lines(part.copy.shaped, std::span(&width, 1), part.options).lines;
    return part;
  }
  fit_part(spec, setter, width, 0, part);
  return part;
}

/// Stacks the parts from `top` down and returns where the last one ends; air before the first and after the
/// last is left out.
Length stack(std::vector<HeadPart>& parts) {
  Length at;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) at += std::max(parts[i - 1].style.space_after, parts[i].style.space_before);
    parts[i].top = at;
    at += height_of(parts[i]);
  }
  return at;
}

bool is_too_wide(const HeadPart& part) {
  return std::any_of(part.lines.begin(), part.lines.end(), [](const Line& line) { return line.overfull; });
}

/// The part before anything was done to fit it.
HeadPart as_asked(HeadPart part, const Style& style, const Setter& setter) {
  part.style = style;
  part.copy.text.size = style.size;
  for (TextRun& run : part.copy.text.runs) {
    run.size = style.size, run.tracking = style.tracking, run.width_percent = 100;
  }
  part.copy.shaped = setter.shape_trial(part.copy.text);
  return part;
}

/// In a group whose rows are given, a title that stands too high on several lines goes on fewer, closer,
/// narrower or smaller, where that can be done.
void keep_to_height(Length height, const std::vector<PartCopy>& sources, const Setter& setter, Length width,
                    std::vector<HeadPart>& parts) {
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (parts[i].kind != StructureNode::Kind::kHeadline) continue;
    for (auto lines = static_cast<int>(parts[i].lines.size()) - 1; lines > 0 && stack(parts) > height;
         --lines) {
      HeadPart fewer = as_asked(parts[i], setter.style(sources[i].spec.style), setter);
      fit_part(sources[i].spec, setter, width, lines, fewer);
      const bool fits = fewer.by_sense && !is_too_wide(fewer);
      if (fits && static_cast<int>(fewer.lines.size()) <= lines) parts[i] = std::move(fewer);
    }
  }
}

HeadBlock set_parts(const std::vector<PartCopy>& parts, const Setter& setter, const TextArea& area,
                    Length width, int rows) {
  HeadBlock head;
  for (const PartCopy& part : parts) head.parts.push_back(set_part(part, setter, width));
  if (head.parts.empty()) return head;
  const auto height_of_rows = [&](int n) {
    return area.shape().pitch * n - (area.shape().pitch - area.shape().size);
  };
  if (rows > 0) keep_to_height(height_of_rows(rows), parts, setter, width, head.parts);
  for (const HeadPart& part : head.parts) {
    head.too_wide = head.too_wide || is_too_wide(part);
    if (!part.note.empty()) head.note += (head.note.empty() ? "" : "; ") + part.note;
  }

  const Length stacked = stack(head.parts);
  const Length air = head.parts.front().style.space_before + head.parts.back().style.space_after;
  const Length pitch = area.shape().pitch;
  const auto needed = static_cast<int>((stacked + air + pitch - Length::units(1)) / pitch);
  head.rows = rows > 0 ? rows : needed;
  // What the air before and after asks for is shared out in that proportion when the rows give more or less.
  const Length room = height_of_rows(head.rows) - stacked;
  const Length before =
      air > Length()
          ? Length::units(mul_div(room.units(), head.parts.front().style.space_before.units(), air.units()))
          : room / 2;
  for (HeadPart& part : head.parts) part.top += before;
  return head;
}

}  // namespace

Length aligned(Align align, Length measure, Length width) {
  width = std::min(width, measure);  // what is wider will be squeezed to the measure
  if (align == Align::kCentre) return (measure - width) / 2;
  return align == Align::kEnd ? measure - width : Length();
}

HeadBlock set_headline(const Article& article, const Setter& setter, const TextArea& area, Length width,
                       int rows) {
  std::vector<PartCopy> parts;
  for (const PartSpec& spec : kParts) {
    if (!(article.*spec.copy).empty()) parts.push_back({&(article.*spec.copy), spec});
  }
  return set_parts(parts, setter, area, width, rows);
}

HeadBlock set_jump_head(const Copy& title, const Copy& from, const Setter& setter, const TextArea& area,
                        Length width, int rows) {
  constexpr PartSpec kTitle{nullptr, "jump-head", StructureNode::Kind::kSubheadline, Breaks::kBySense};
  constexpr PartSpec kFrom{nullptr, "jump", StructureNode::Kind::kSubheadline, Breaks::kAsText};
  std::vector<PartCopy> parts;
  if (!title.empty()) parts.push_back({&title, kTitle});
  parts.push_back({&from, kFrom});
  HeadBlock head = set_parts(parts, setter, area, width, rows);
  head.parts.back().artifact = true;
  return head;
}

}  // namespace banxin
