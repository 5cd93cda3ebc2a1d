#include "layout/lead.h"

#include <algorithm>

#include "base/utf8.h"
#include "layout/hints.h"
#include "layout/looks.h"
#include "text/char_class.h"
#include "text/headline_breaks.h"

namespace banxin {

namespace {

constexpr Em kBesideCap = 0.2_em;  // between a drop capital and its text, at least
constexpr Em kShrinkCap = 0.3_em;  // by which a drop capital may be smaller to save a 字
constexpr Em kHeadStart = 0.5_em;  // before a cut-in head
constexpr Em kBesideHead = 1_em;   // between it and its text, at least
constexpr int kLeastBeside = 6;    // 字 beside a lead (typography.md 6.6)
constexpr Length kWide = Length::points(100000);

bool is_digit(char32_t cp) { return cp >= U'0' && cp <= U'9'; }
bool is_latin(char32_t cp) { return (cp >= U'A' && cp <= U'Z') || (cp >= U'a' && cp <= U'z'); }
bool is_han(char32_t cp) {
  return (cp >= 0x3400 && cp <= 0x9FFF) || cp == 0x3007 || (cp >= 0xF900 && cp <= 0xFAFF) ||
         (cp >= 0x20000 && cp <= 0x3FFFF);
}
bool is_selector(char32_t cp) { return (cp >= 0xFE00 && cp <= 0xFE0F) || (cp >= 0xE0100 && cp <= 0xE01EF); }

char32_t character_at(const std::string& text, std::size_t at) {
  return at < text.size() ? decode_utf8(text, at).cp : 0;
}

/// Bytes of the opening marks that the text begins with: “《.
std::size_t opening_bytes(const std::string& text) {
  std::size_t end = 0;
  while (end < text.size()) {
    const CharClass c = base_class(character_at(text, end));
    if (c != CharClass::kOpen && c != CharClass::kQuoteOpen) break;
    end += decode_utf8(text, end).bytes;
  }
  return end;
}

/// Bytes of the character or short number at `at`; 0: none that can be a drop capital.
std::size_t unit_at(const std::string& text, std::size_t at) {
  const char32_t cp = character_at(text, at);
  if (is_digit(cp)) {
    std::size_t end = at;
    while (is_digit(character_at(text, end))) ++end;
    const char32_t behind = character_at(text, end);
    return end - at <= 2 && behind != U'.' && behind != U',' && behind != U'%' ? end - at : 0;
  }
  if (is_latin(cp)) return 1;
  if (!is_han(cp)) return 0;
  std::size_t end = at + decode_utf8(text, at).bytes;
  while (is_selector(character_at(text, end))) end += decode_utf8(text, end).bytes;
  return end - at;
}

Length round_up(Length length, Length step) {
  return step * ((length.units() + step.units() - 1) / step.units());
}

std::vector<Line> one_line(const ShapedCopy& copy, const BreakOptions& options) {
  return break_lines(copy.shaped, std::span(&kWide, 1), options).lines;
}

}  // namespace

std::size_t drop_cap_bytes(const Paragraph& paragraph) {
  const std::string& text = paragraph.copy.text;
  const std::size_t opening = opening_bytes(text);
  const std::size_t unit = unit_at(text, opening);
  if (unit == 0 || opening + unit >= text.size()) return 0;
  for (const InterlinearMark& m : paragraph.marks) {
    if (m.begin < opening + unit) return 0;
  }
  return opening + unit;
}

namespace {

/// Sets a drop capital in rows of one height at different sizes.
class CapSetter {
 public:
  CapSetter(const Copy& copy, int rows, const Setter& setter)
      : copy_(copy), rows_(rows), setter_(setter), style_(setter.style("dropcap")), em_(setter.em()) {
    style_.align = Align::kStart;
    opening_ = opening_bytes(copy.text);
    western_ = !is_han(character_at(copy.text, opening_));
  }

  std::unique_ptr<Lead> set() {
    // Of a letter the cap height fills the rows, of a Han the em box.
    const Length room = setter_.height(rows_), size = western_ ? room * 13 / 10 : room;
    Length width = shape_at(size);
    const Length beside = kBesideCap.at(em_), wanted = width + beside;
    const Length whole = em_ * (wanted.units() / em_.units());
    if (wanted > whole && wanted - whole <= kShrinkCap.at(em_)) {
      width = shape_at(Length::units(mul_div(size.units(), (whole - beside).units(), width.units())));
    }
    lead_->rows = rows_;
    lead_->width = round_up(width + beside, em_);
    lead_->ascent = setter_.ascent(style_);
    lead_->v = top();
    return std::move(lead_);
  }

 private:
  /// Of its em box: in the middle of the rows, or so that it stands on the baseline of the last.
  Length top() const {
    if (!western_) return (setter_.height(rows_) - style_.size) / 2;
    return setter_.pitch() * (rows_ - 1) + setter_.ascent(setter_.style("body")) - setter_.ascent(style_);
  }

  Length shape_at(Length size) {
    style_.size = size;
    std::vector<TextRun> runs;
    if (opening_ > 0) {  // the marks stand small on the baseline of the first row
      TextRun mark{.begin = 0, .end = opening_, .font = style_.font, .size = em_, .ink = style_.ink};
      mark.raise = top() + setter_.ascent(style_) - setter_.ascent(setter_.style("body"));
      runs.push_back(mark);
    }
    runs.push_back(
        {.begin = opening_, .end = copy_.text.size(), .font = style_.font, .size = size, .ink = style_.ink});
    lead_->copy = setter_.shape_runs(copy_, style_, runs);
    lead_->lines = one_line(lead_->copy, lead_->options);
    return lead_->lines.front().natural;
  }

  const Copy& copy_;
  int rows_;
  const Setter& setter_;
  Style style_;
  Length em_;
  std::size_t opening_ = 0;
  bool western_ = false;
  std::unique_ptr<Lead> lead_ = std::make_unique<Lead>();
};

}  // namespace

std::unique_ptr<Lead> set_drop_cap(const Copy& copy, int rows, const Setter& setter) {
  return CapSetter(copy, rows, setter).set();
}

std::unique_ptr<Lead> set_cut_in(const Paragraph& head, const Style& style, Length measure,
                                 const Setter& setter) {
  const Length em = setter.em();
  const int characters = count_characters(head.copy.text);
  const int lines = characters <= 6 ? 1 : characters <= 20 ? 2 : 3;
  auto lead = std::make_unique<Lead>();
  lead->kind = Lead::Kind::kCutIn;
  lead->level = head.level;
  lead->rows = lines == 1 ? 2 : 3;
  Style ragged = style;
  ragged.align = Align::kStart;
  lead->copy = setter.shape_runs(head.copy, ragged, looks_of(head.copy, {}, head.spans, ragged, setter),
                                 holds_of(head.marks, head.copy));
  lead->marks = shape_marks(head.marks, ragged, setter);
  const Length natural = one_line(lead->copy, lead->options).front().natural;
  for (Length width = natural / lines;; width += style.size / 2) {
    HeadlineBreaking breaking = break_headline(lead->copy.shaped, width, lines);
    if (breaking.overfull && width < natural) continue;
    lead->lines = std::move(breaking.lines);
    break;
  }
  Length width;
  for (const Line& line : lead->lines) width = std::max(width, line.natural);
  lead->u = kHeadStart.at(em);
  lead->width = round_up(lead->u + width + kBesideHead.at(em), em);
  lead->ascent = setter.ascent(ragged);
  lead->pitch = style.size * 5 / 4;
  const Length depth = lead->pitch * (static_cast<std::int64_t>(lead->lines.size()) - 1) + style.size;
  lead->v = (setter.height(lead->rows) - depth) / 2;
  if (measure - lead->width < em * kLeastBeside) return nullptr;
  return lead;
}

}  // namespace banxin
