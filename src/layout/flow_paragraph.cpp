#include "layout/flow_paragraph.h"

#include <algorithm>
#include <map>

#include "base/utf8.h"
#include "layout/lead.h"
#include "layout/looks.h"
#include "layout/pieces.h"
#include "layout/readings.h"

namespace banxin {

namespace {

using Kind = Paragraph::Kind;

constexpr const char* kAfterDateline = "\u3000";
constexpr const char* kAfterRunIn = "\u3000";
constexpr Em kBehindLabel = 0.2_em;
constexpr int kNarrow = 11;  // 字: under these, indents are one 字 or none (typography.md 6.1)
constexpr const char* kOrnament = "＊\u3000＊\u3000＊";

Length round_up(Length length, Length step) {
  return step * ((length.units() + step.units() - 1) / step.units());
}

/// What stands before the copy of a paragraph, until the paragraph comes.
struct Opening {
  const Copy* copy = nullptr;
  const char* between = "";
  const Style* style = nullptr;
  const Paragraph* head = nullptr;  ///< of a run-in head
};

class ParagraphShaper {
 public:
  ParagraphShaper(const Article& article, Length measure, int drop_cap, const Setter& setter,
                  std::vector<std::unique_ptr<Paragraph>>& made)
      : article_(article),
        measure_(measure),
        drop_cap_(drop_cap),
        setter_(setter),
        made_(made),
        em_(setter.style("body").size) {
    narrow_ = measure < em_ * kNarrow;
    measure_labels();
  }

  std::vector<FlowParagraph> run() {
    if (!article_.dateline.empty()) {
      openings_.push_back({&article_.dateline, kAfterDateline, &setter_.style("dateline")});
    }
    const std::vector<Paragraph>& all = article_.paragraphs;
    for (std::size_t i = 0; i < all.size(); ++i) {
      const Paragraph* before = i > 0 ? &all[i - 1] : nullptr;
      const Paragraph* next = i + 1 < all.size() ? &all[i + 1] : nullptr;
      add(all[i], next);
      white_space(all[i], before, next);
    }
    for (const Opening& opening : openings_) alone(*opening.copy, *opening.style);
    return std::move(out_);
  }

 private:
  void add(const Paragraph& p, const Paragraph* next) {
    before_ = out_.size();
    switch (p.kind) {
      case Kind::kCrossHead:
        return head(p, next);
      case Kind::kNote:
        return block(p, setter_.style("note"));
      case Kind::kCaption:
        return block(p, setter_.style("tablecaption"));
      case Kind::kOrnament:
      case Kind::kRule:
        return separator(p);
      case Kind::kTable:
        return table(p);
      case Kind::kBody:
        return body(p);
    }
  }

  Paragraph& make(Paragraph paragraph) {
    made_.push_back(std::make_unique<Paragraph>(std::move(paragraph)));
    return *made_.back();
  }

  // ---- heads

  const Style& head_style(const Paragraph& p) const {
    return setter_.style(p.level == 2 ? "crosshead" : "minorhead");
  }

  void head(const Paragraph& p, const Paragraph* next) {
    const Style& style = head_style(p);
    const HeadPlace place = p.place.value_or(style.place);
    const bool has_text =
        next != nullptr && next->kind == Kind::kBody && next->label.empty() && next->inside.empty();
    if (has_text && place == HeadPlace::kRunIn) {
      openings_.push_back({&p.copy, kAfterRunIn, &style, &p});
      return;
    }
    if (has_text && place == HeadPlace::kCutIn) {
      window_ = set_cut_in(p, style, measure_, setter_);
      if (window_) return;
    }
    FlowParagraph out = lines_of(p, style, {});
    out.rows = style.rows > 0 ? style.rows : p.level == 2 ? 2 : 1;
    out.align = style.align == Align::kJustify ? Align::kStart : style.align;
    out_.push_back(std::move(out));
  }

  // ---- text

  /// The style of a paragraph's text: that of the innermost quotation or list.
  const Style& text_style(const Paragraph& p) const {
    for (auto c = p.inside.rbegin(); c != p.inside.rend(); ++c) {
      if (c->kind == Container::Kind::kQuote) return setter_.style("quote");
      if (c->kind == Container::Kind::kList) return setter_.style("list");
    }
    return setter_.style("body");
  }

  FlowParagraph lines_of(const Paragraph& p, const Style& style, const std::vector<Prefix>& prefixes,
                         std::vector<Hold> holds = {}) {
    FlowParagraph out;
    out.kind = p.kind;
    out.source = &p;
    const std::vector<Pad> pads = pads_of(p.marks, p.copy, style, setter_);
    const std::vector<Hold> marked = holds_of(p.marks, p.copy);
    holds.insert(holds.end(), marked.begin(), marked.end());
    out.copy = setter_.shape_runs(p.copy, style,
                                  looks_of(p.copy, p.emphasis, p.spans, style, setter_, prefixes, pads),
                                  std::move(holds));
    out.marks = shape_marks(p.marks, style, setter_);
    out.extra_lines = p.extra_lines.value;
    out.align = style.align;
    out.ascent = setter_.ascent(style.size == em_ ? setter_.style("body") : style);
    out.pitch = style.pitch;
    add_insets(p, out);
    return out;
  }

  void add_insets(const Paragraph& p, FlowParagraph& out) const {
    bool in_list = false;
    for (const Container& c : p.inside) {
      if (c.kind == Container::Kind::kQuote) {
        const Style& quote = setter_.style("quote");
        out.inset_start += narrow_ ? std::min(quote.inset_start, em_) : quote.inset_start;
        out.inset_end += quote.inset_end;
      } else if (c.kind == Container::Kind::kList) {
        if (!in_list && !narrow_) out.inset_start += setter_.style("list").inset_start;
        out.inset_start += labels_.at(c.number);
        in_list = true;
      }
    }
  }

  void body(const Paragraph& written) {
    const Paragraph* p = &written;
    std::vector<Prefix> prefixes;
    std::size_t head_end = 0;
    const Paragraph* run_in = nullptr;
    if (written.label.empty()) {
      for (auto o = openings_.rbegin(); o != openings_.rend(); ++o) {  // the last one stands next to the text
        p = &opened(*p, *o);
      }
      std::size_t at = 0;
      for (const Opening& o : openings_) {
        if (o.head != nullptr) run_in = o.head, head_end = at + o.copy->text.size();
        prefixes.push_back({at += o.copy->text.size(), o.style});
        prefixes.push_back({at += std::string_view(o.between).size(), nullptr});
      }
      openings_.clear();
    }
    const Style& style = text_style(*p);
    std::unique_ptr<Lead> lead = std::move(window_);
    if (!lead && prefixes.empty()) lead = drop_cap(p);
    std::vector<Hold> holds;  // no line ends behind a run-in head (CLREQ)
    if (head_end > 0) holds.push_back(around_gap(p->copy.text, head_end));
    FlowParagraph out = lines_of(*p, style, prefixes, std::move(holds));
    out.kind = Kind::kBody;
    const Length measure = measure_ - out.inset_start - out.inset_end - (lead ? lead->width : Length());
    const bool drops = lead && lead->kind == Lead::Kind::kDropCap;
    const bool is_item = !p->inside.empty() && p->inside.back().kind == Container::Kind::kItem;
    if (!p->continued && !is_item && !drops) out.indent = indent_in(style, measure);
    out.head_end = head_end;
    out.run_in = run_in;
    out.lead = std::move(lead);
    add_label(*p, style, out);
    out_.push_back(std::move(out));
    has_body_ = true;
  }

  /// From the last character of a run-in head to the first behind the gap.
  static Hold around_gap(const std::string& text, std::size_t head_end) {
    std::size_t begin = head_end, end = head_end + std::string_view(kAfterRunIn).size();
    do {
      --begin;
    } while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80);
    if (end < text.size()) end += decode_utf8(text, end).bytes;
    return {begin, end, Hold::Kind::kNoBreak};
  }

  Paragraph& opened(const Paragraph& p, const Opening& opening) {
    Paragraph& out = make(with_opening(*opening.copy, opening.between, p));
    if (opening.head != nullptr) {
      out.spans.insert(out.spans.begin(), opening.head->spans.begin(), opening.head->spans.end());
      out.marks.insert(out.marks.begin(), opening.head->marks.begin(), opening.head->marks.end());
    }
    return out;
  }

  /// A drop capital, and `p` without it; none for a paragraph of fewer lines than it would take.
  std::unique_ptr<Lead> drop_cap(const Paragraph*& p) {
    const bool first = !has_body_ && p->label.empty() && p->inside.empty() && !p->continued;
    const int rows = p->drop_cap.value > 0 ? p->drop_cap.value : first ? drop_cap_ : 0;
    const std::size_t bytes = rows > 1 ? drop_cap_bytes(*p) : 0;
    if (bytes == 0) return nullptr;
    Paragraph cap;
    cap.copy = start_of(p->copy, bytes);
    const Copy& copy = make(std::move(cap)).copy;
    std::unique_ptr<Lead> lead = set_drop_cap(copy, rows, setter_);
    const Paragraph& rest = make(without_start(*p, bytes));
    const Length beside = measure_ - lead->width;
    const Style& style = text_style(*p);
    TextToSet text{rest.copy.text,
                   looks_of(rest.copy, rest.emphasis, rest.spans, style, setter_),
                   style.size,
                   setter_.layout().setting,
                   {}};
    text.setting.direction = setter_.writing();
    const std::size_t lines = break_lines(setter_.shape_trial(text), std::span(&beside, 1), {}).lines.size();
    if (lines < static_cast<std::size_t>(rows) || beside < em_ * 4) return nullptr;
    p = &rest;
    return lead;
  }

  // ---- lists

  ShapedCopy shape_label(const Paragraph& p, const Style& style) const {
    Style look = style;
    look.align = Align::kStart;
    return setter_.shape(p.label, look);
  }

  Length width_of(const ShapedCopy& copy) const {
    const Length wide = em_ * 1000;
    return break_lines(copy.shaped, std::span(&wide, 1), {.justify = false}).lines.front().natural;
  }

  /// Whole 字 in front of each list's items, the widest label and a little in them.
  void measure_labels() {
    for (const Paragraph& p : article_.paragraphs) {
      for (std::size_t i = 0; i < p.inside.size(); ++i) {
        if (p.inside[i].kind != Container::Kind::kList) continue;
        Length& room = labels_[p.inside[i].number];
        room = std::max(room, em_);
        if (p.label.empty() || i + 2 != p.inside.size()) continue;
        const Length width = width_of(shape_label(p, text_style(p))) + kBehindLabel.at(em_);
        room = std::max(room, round_up(width, em_));
      }
    }
  }

  void add_label(const Paragraph& p, const Style& style, FlowParagraph& out) const {
    if (p.label.empty()) return;
    out.label = std::make_unique<ShapedCopy>(shape_label(p, style));
    const Length width = width_of(*out.label);
    const Length room = labels_.at(p.inside[p.inside.size() - 2].number);
    const bool number = p.label.text.front() >= '0' && p.label.text.front() <= '9';
    out.label_start = number ? -kBehindLabel.at(em_) - width : (-room - width) / 2;
  }

  // ---- what stands in rows of its own

  void block(const Paragraph& p, const Style& style) {
    FlowParagraph out = lines_of(p, style, {});
    out.rows = std::max(style.rows, 1);
    out.inset_start += style.inset_start, out.inset_end += style.inset_end;
    out_.push_back(std::move(out));
  }

  void separator(const Paragraph& p) {
    const Style& style = setter_.style("separator");
    FlowParagraph out;
    if (p.kind == Kind::kOrnament) {
      Paragraph ornament = p;
      ornament.copy.text = kOrnament;
      out = lines_of(make(std::move(ornament)), style, {});
    } else {
      out.kind = p.kind;
      out.ascent = setter_.ascent(style);
      add_insets(p, out);
    }
    out.source = &p;
    out.rows = std::max(style.rows, 1);
    out.align = Align::kCentre;
    out_.push_back(std::move(out));
  }

  void table(const Paragraph& p) {
    const Style& style = setter_.style("table");
    FlowParagraph out;
    out.kind = p.kind;
    out.source = &p;
    add_insets(p, out);
    out.inset_start += style.inset_start, out.inset_end += style.inset_end;
    out.table =
        std::make_unique<TableBlock>(set_table(p.table, measure_ - out.inset_start - out.inset_end, setter_));
    out.ascent = out.table->ascent;
    out_.push_back(std::move(out));
  }

  void alone(const Copy& copy, const Style& style) {
    Paragraph p;
    p.copy = copy;
    out_.push_back(lines_of(make(std::move(p)), style, {}));
    out_.back().align = Align::kJustify;
  }

  /// White space round a block: above its first paragraph, below its last.
  void white_space(const Paragraph& p, const Paragraph* before, const Paragraph* next) {
    if (before_ == out_.size()) return;  // nothing of its own: run in
    const auto outer = [](const Paragraph* q) {
      return q == nullptr || q->inside.empty() ? 0 : q->inside[0].number;
    };
    FlowParagraph& out = out_.back();
    const Style* style = nullptr;
    if (outer(&p) != 0) {
      style = &setter_.style(p.inside[0].kind == Container::Kind::kQuote ? "quote" : "list");
      if (outer(&p) != outer(before)) out.before = style->space_before;
      if (outer(&p) != outer(next)) out.after = style->space_after;
    } else if (p.kind != Kind::kBody) {
      style = &setter_.style(p.kind == Kind::kCrossHead ? (p.level == 2 ? "crosshead" : "minorhead")
                             : p.kind == Kind::kNote    ? "note"
                             : p.kind == Kind::kCaption ? "tablecaption"
                             : p.kind == Kind::kTable   ? "table"
                                                        : "separator");
      out.before = style->space_before, out.after = style->space_after;
    }
    // The last one fills up the rows.
    const bool last = style != nullptr && (outer(&p) == 0 || outer(&p) != outer(next));
    if (last && style->space_before > Length()) out.after = std::max(out.after, Length::units(1));
  }

  const Article& article_;
  Length measure_;
  int drop_cap_;
  const Setter& setter_;
  std::vector<std::unique_ptr<Paragraph>>& made_;
  Length em_;
  bool narrow_ = false, has_body_ = false;
  std::map<int, Length> labels_;  // of each list
  std::vector<Opening> openings_;
  std::unique_ptr<Lead> window_;
  std::vector<FlowParagraph> out_;
  std::size_t before_ = 0;  // paragraphs that came before the one at hand
};

}  // namespace

Length indent_in(const Style& style, Length measure) {
  const Length indent = style.indent.at(style.size);
  return measure < style.size * kNarrow ? std::min(indent, style.size) : indent;
}

std::vector<FlowParagraph> shape_paragraphs(const Article& article, Length measure, int drop_cap,
                                            const Setter& setter,
                                            std::vector<std::unique_ptr<Paragraph>>& made) {
  return ParagraphShaper(article, measure, drop_cap, setter, made).run();
}

}  // namespace banxin
