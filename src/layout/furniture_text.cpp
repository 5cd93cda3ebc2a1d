#include "layout/furniture_text.h"

#include <algorithm>

#include "document/style.h"
#include "layout/headline.h"
#include "layout/overset.h"

namespace banxin {

namespace {

constexpr Length kHairline = kThinRule;
constexpr Length kEndless = Length::points(100000);
constexpr std::size_t kMostBytes = 4 * kLongestFurniture;  // of one text, its fields filled in

/// A piece of text with its marks resolved.
struct Marked {
  std::shared_ptr<Copy> copy = std::make_shared<Copy>();
  std::vector<Stretch> stretches;
};

class MarkReader {
 public:
  /// Stops soon after `most` bytes.
  MarkReader(const FieldValues& fields, const FurnitureLook& look, std::size_t most)
      : fields_(fields), look_(look), most_(most) {}

  Marked read(std::string_view text, SourceSpan where) {
    while (!text.empty() && out_.copy->text.size() <= most_) text.remove_prefix(step(text));
    close();
    out_.copy->origin = {{0, where}};
    return std::move(out_);
  }

 private:
  /// Reads what the text begins with; returns how many bytes that were.
  std::size_t step(std::string_view text) {
    if (text.starts_with("\\*") || text.starts_with("\\\\")) return add(text.substr(1, 1), 2);
    if (text.starts_with("**")) return toggle(strong_, 2);
    if (text.front() == '*') return toggle(emphasis_, 1);
    const std::size_t close = text.front() == '{' ? text.find('}') : std::string_view::npos;
    if (close == std::string_view::npos) return add(text.substr(0, 1), 1);
    return add(fields_.value(text.substr(1, close - 1)), close + 1);
  }

  std::size_t add(std::string_view text, std::size_t bytes) {
    out_.copy->text += text;
    return bytes;
  }

  std::size_t toggle(bool& mark, std::size_t bytes) {
    close();
    mark = !mark;
    begin_ = out_.copy->text.size();
    return bytes;
  }

  void close() {
    const Style* style = strong_ ? look_.strong : emphasis_ ? look_.emphasis : nullptr;
    const std::size_t end = out_.copy->text.size();
    if (style == nullptr || end == begin_) return;
    out_.stretches.push_back({begin_, end, style, look_.own_sizes});
  }

  const FieldValues& fields_;
  const FurnitureLook& look_;
  std::size_t most_;
  Marked out_;
  bool strong_ = false, emphasis_ = false;
  std::size_t begin_ = 0;
};

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r'))
    text.remove_suffix(1);
  return text;
}

std::vector<std::string_view> parts_of(std::string_view row) {
  std::vector<std::string_view> out;
  row = row.substr(1);
  if (row.ends_with('|')) row.remove_suffix(1);
  while (true) {
    const std::size_t bar = row.find('|');
    out.push_back(trimmed(row.substr(0, bar)));
    if (bar == std::string_view::npos) return out;
    row.remove_prefix(bar + 1);
  }
}

class RowSetter {
 public:
  RowSetter(const FieldValues& fields, const FurnitureLook& look, const Setter& setter, Length measure)
      : fields_(fields), look_(look), setter_(setter), measure_(measure) {}

  std::vector<FurnitureRow> run(const FieldText& text) {
    std::string_view rest = text.value;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      line(trimmed(rest.substr(0, end)), text.where);
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (!in_table(i) || parts_meet(rows_[i])) even_out(rows_[i]);
    }
    return std::move(rows_);
  }

  void line(std::string_view text, SourceSpan where) {
    if (text.empty()) return;
    if (text == "---") return rule();
    if (text.starts_with("# ") && look_.heading != nullptr)
      return paragraph(trimmed(text.substr(2)), *look_.heading, true, where);
    if (text.front() == '|') {
      spread(text, where);
    } else {
      paragraph(text, *look_.base, false, where);
    }
    ++paragraph_;
  }

  std::vector<FurnitureRow> take() { return std::move(rows_); }

 private:
  /// Nothing once the text has grown too long, which is said once.
  Marked read(std::string_view text, SourceSpan where) {
    if (bytes_ > kMostBytes) return {};
    Marked marked = MarkReader(fields_, look_, kMostBytes).read(text, where);
    bytes_ += marked.copy->text.size();
    if (bytes_ <= kMostBytes) return marked;
    setter_.error(
        "text-too-long", where,
        "with its fields filled in, the text has more than " + std::to_string(kMostBytes) + " bytes",
        "shorten what its fields stand for");
    return {};
  }

  FurnitureRow row_in(const Style& style, const std::vector<Stretch>& stretches) const {
    FurnitureRow row;
    row.paragraph = paragraph_;
    row.pitch = style.pitch, row.size = style.size, row.ascent = setter_.ascent(style);
    for (const Stretch& stretch : stretches) {
      if (!stretch.own_size) continue;
      row.pitch = std::max(row.pitch, stretch.style->pitch);
      row.size = std::max(row.size, stretch.style->size);
      row.ascent = std::max(row.ascent, setter_.ascent(*stretch.style));
    }
    return row;
  }

  void paragraph(std::string_view text, const Style& style, bool heading, SourceSpan where) {
    const Marked marked = read(text, where);
    const auto shaped =
        std::make_shared<const ShapedCopy>(setter_.shape(*marked.copy, style, marked.stretches));
    const bool justify = style.align == Align::kJustify;
    const BreakOptions options{.indent = style.indent.at(style.size), .justify = justify};
    bool first = true;
    for (const Line& line : break_lines(shaped->shaped, std::span(&measure_, 1), options).lines) {
      FurnitureRow row = row_in(style, marked.stretches);
      row.heading = heading;
      if (first) row.before = style.space_before;
      if (heading) open_above(row, style, first);
      first = false;
      row.natural = line.indent + line.natural;
      const Length x = justify ? Length() : aligned(style.align, measure_, line.natural);
      row.pieces.push_back({marked.copy, shaped, line, options, x});
      rows_.push_back(std::move(row));
    }
    if (heading) ++paragraph_;
  }

  /// A heading stands nearer to what it heads than to what is above it.
  void open_above(FurnitureRow& row, const Style& style, bool first) const {
    const Length air = style.pitch - style.size;
    if (first) row.before += air;
    row.pitch = style.size + std::min(air, look_.base->pitch - look_.base->size);
  }

  /// Whether the row above or below is spread over as many parts: then they stand below one another.
  bool in_table(std::size_t i) const {
    const std::size_t parts = rows_[i].pieces.size();
    return (i > 0 && rows_[i - 1].pieces.size() == parts) ||
           (i + 1 < rows_.size() && rows_[i + 1].pieces.size() == parts);
  }

  static bool parts_meet(const FurnitureRow& row) {
    for (std::size_t i = 1; i < row.pieces.size(); ++i) {
      const FurniturePiece& before = row.pieces[i - 1];
      if (before.x + before.line.natural + row.size / 2 > row.pieces[i].x) return true;
    }
    return false;
  }

  /// A spread line that stands alone has the same gap between all its parts.
  void even_out(FurnitureRow& row) const {
    const auto gaps = static_cast<std::int64_t>(row.pieces.size()) - 1;
    if (gaps < 2) return;
    Length left = measure_;
    for (const FurniturePiece& piece : row.pieces) left -= piece.line.natural;
    Length x;
    for (FurniturePiece& piece : row.pieces) {
      piece.x = x;
      x += piece.line.natural + left / gaps;
    }
  }

  /// The first part stands at the left, the last at the right, those between them about their place.
  void spread(std::string_view text, SourceSpan where) {
    const std::vector<std::string_view> parts = parts_of(text);
    FurnitureRow row = row_in(*look_.base, {});
    row.before = look_.base->space_before;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      const Marked marked = read(parts[i], where);
      const auto shaped =
          std::make_shared<const ShapedCopy>(setter_.shape(*marked.copy, *look_.base, marked.stretches));
      const FurnitureRow own = row_in(*look_.base, marked.stretches);
      row.pitch = std::max(row.pitch, own.pitch), row.size = std::max(row.size, own.size);
      row.ascent = std::max(row.ascent, own.ascent);
      const BreakOptions options{.justify = false};
      const std::vector<Line> lines = break_lines(shaped->shaped, std::span(&kEndless, 1), options).lines;
      if (lines.empty()) continue;
      const Length width = lines.front().natural;
      row.natural += width + (i > 0 ? look_.base->size : Length());
      row.pieces.push_back({marked.copy, shaped, lines.front(), options, place_of(i, parts.size(), width)});
    }
    if (row.natural > measure_) {
      setter_.error("spread-too-wide", where,
                    "a line that is spread is wider than its frame: " + in_short(std::string(text)),
                    "shorten it, set it smaller, or write it as two lines");
    }
    if (!row.pieces.empty()) rows_.push_back(std::move(row));
  }

  Length place_of(std::size_t i, std::size_t count, Length width) const {
    if (count == 1) return aligned(look_.base->align, measure_, width);
    if (i == 0) return Length();
    if (i + 1 == count) return measure_ - width;
    return measure_ * static_cast<std::int64_t>(i) / static_cast<std::int64_t>(count - 1) - width / 2;
  }

  void rule() {
    FurnitureRow row;
    row.paragraph = paragraph_++;
    row.pitch = look_.base->pitch / 2;
    rows_.push_back(std::move(row));
  }

  const FieldValues& fields_;
  const FurnitureLook& look_;
  const Setter& setter_;
  Length measure_;
  std::size_t paragraph_ = 0;
  std::size_t bytes_ = 0;  // of the text so far, fields filled in
  std::vector<FurnitureRow> rows_;
};

}  // namespace

std::vector<FurnitureRow> set_furniture(const FieldText& text, const FieldValues& fields,
                                        const FurnitureLook& look, const Setter& setter, Length measure) {
  return RowSetter(fields, look, setter, measure).run(text);
}

FurnitureRow set_one_line(const FieldText& text, const FieldValues& fields, const FurnitureLook& look,
                          const Setter& setter) {
  FurnitureLook ragged = look;
  Style base = *look.base;
  base.align = Align::kStart, base.indent = Em();
  ragged.base = &base;
  RowSetter rows(fields, ragged, setter, kEndless);
  rows.line(text.value, text.where);
  std::vector<FurnitureRow> set = rows.take();
  return set.empty() ? FurnitureRow{} : std::move(set.front());
}

Length height_of(const std::vector<FurnitureRow>& rows, std::size_t from, std::size_t count) {
  Length out;
  for (std::size_t i = from; i < from + count; ++i) {
    const bool last = i + 1 == from + count;
    out += (i > from ? rows[i].before : Length()) +
           (last && !rows[i].pieces.empty() ? rows[i].size : rows[i].pitch);
  }
  return out;
}

void draw_row(const FurnitureRow& row, Point top, Length measure, NodeId node, std::vector<DrawItem>& items) {
  if (row.pieces.empty()) {
    items.emplace_back(DrawRule{kArtifact, {top.x, top.y + row.pitch / 2, measure, kHairline}, kBlack});
    return;
  }
  for (const FurniturePiece& piece : row.pieces) {
    draw_line(*piece.shaped, piece.line, piece.options, {top.x + piece.x, top.y + row.ascent}, node, items);
  }
}

}  // namespace banxin
