#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "lint/rules.h"

namespace banxin {

namespace {

using Kind = StructureNode::Kind;

bool is_mark(char32_t cp) {
  if (cp < 0x80) return !((cp >= '0' && cp <= '9') || (cp >= 'A' && cp <= 'Z') || (cp >= 'a' && cp <= 'z'));
  return (cp >= 0x2010 && cp <= 0x2027) || (cp >= 0x3001 && cp <= 0x3020 && cp != 0x3005 && cp != 0x3007) ||
         (cp >= 0xFF01 && cp <= 0xFF0F) || (cp >= 0xFF1A && cp <= 0xFF20) || cp == 0x3000 || cp == 0xB7;
}

/// Characters of a line that are no marks and no blanks.
int characters(const std::string& text) {
  int n = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded d = decode_utf8(text, at);
    if (!is_mark(d.cp)) ++n;
    at += d.bytes;
  }
  return n;
}

/// Whether the second line opens another column (段 in vertical text) than the first.
bool turns(const Part& part, const LineOfPart& a, const LineOfPart& b) {
  return part.vertical ? b.box.x > a.box.x || b.box.y > a.box.bottom() : b.box.y < a.box.y;
}

/// Lines that the column has in which this line stands; 0: the line stands in none.
std::ptrdiff_t lines_of_column(const PageParts& page, const LineOfPart& line) {
  const std::vector<PlacedSlot>& slots = page.page->slots;
  const auto of = std::find_if(slots.begin(), slots.end(),
                               [&](const PlacedSlot& slot) { return slot.box.overlaps(line.box); });
  if (of == slots.end()) return 0;
  return std::count_if(slots.begin(), slots.end(), [&](const PlacedSlot& slot) {
    return slot.frame == of->frame && slot.column == of->column;
  });
}

/// In shorter columns a single line is no fault (typography.md 6.2).
constexpr std::ptrdiff_t kShortColumn = 8;

/// A line of the furniture that is spread over its measure, '| a | b |', comes in several pieces.
bool is_spread(const Part& part) {
  const std::size_t lines = part.lines.size();
  if (part.vertical || lines < 2) return false;
  const Rect &a = part.lines[lines - 2].box, &b = part.lines[lines - 1].box;
  return a.right() <= b.x && std::min(a.bottom(), b.bottom()) > std::max(a.y, b.y);
}

void check_character(const PageParts& page, const Part& part, LintFindings& findings) {
  if (part.lines.size() < 2 || is_spread(part)) return;
  const LineOfPart& last = part.lines.back();
  if (characters(last.text) != 1) return;
  findings.add("single-character", page.source(part), "the last line of the paragraph is “" + last.text + "”",
               "cut or add a few words, or write {lines=-1} at its end");
}

/// Furniture has no slots: its lines above and below one another are counted.
std::ptrdiff_t lines_of_leg(const PageParts& page, const Part& part, const LineOfPart& line) {
  std::ptrdiff_t lines = 0;
  for (const Part& other : page.parts) {
    if (other.article != part.article) continue;
    lines += std::count_if(other.lines.begin(), other.lines.end(), [&](const LineOfPart& l) {
      return l.box.x < line.box.right() && line.box.x < l.box.right();
    });
  }
  return lines;
}

bool in_short_column(const PageParts& page, const Part& part, const LineOfPart& line) {
  const bool is_story = page.article(part.article) != nullptr;
  const std::ptrdiff_t lines = is_story ? lines_of_column(page, line) : lines_of_leg(page, part, line);
  return lines > 0 && lines < kShortColumn;
}

/// 孤行. Of a paragraph of two lines that a turn divides, the last one is told.
void check_single(const PageParts& page, const Part& part, LintFindings& findings) {
  const std::size_t lines = part.lines.size();
  if (lines < 2) return;
  if (turns(part, part.lines[lines - 2], part.lines[lines - 1])) {
    if (!in_short_column(page, part, part.lines.back()))
      add_single_line(page, part, "at the head of a column", findings);
  } else if (turns(part, part.lines[0], part.lines[1])) {
    if (!in_short_column(page, part, part.lines.front()))
      add_single_first_line(page, part, "at the foot of a column", findings);
  }
}

/// Whether a line between stories stands over the column, between `top` and `bottom`.
bool rule_between(const PageParts& page, const Rect& column, Length top, Length bottom) {
  const PageLayout& layout = *page.layout;
  return std::any_of(layout.frames.begin(), layout.frames.end(), [&](const Frame& frame) {
    if (frame.kind != Frame::Kind::kRule || frame.gap_after > 0) return false;
    const Range columns = frame.columns.value;
    const Length left = layout.origin.x + layout.grid.column_start(columns.first);
    const Length right = layout.origin.x + layout.grid.span(columns.last);
    const Length y = layout.origin.y + layout.grid.pitch * (frame.rows.value.first - 1);
    return left <= column.x && column.right() <= right && top <= y && y < bottom;
  });
}

/// The box round a story keeps its neighbours apart.
bool is_boxed(const PageParts& page, NodeId article) {
  const FrameFit* fit = page.frame_of(article);
  const Frame* frame = fit == nullptr ? nullptr : page.layout->frame(fit->frame);
  return frame != nullptr && frame->box.has_value();
}

/// What stands next above a line in its column.
struct Above {
  const Part* part = nullptr;
  Length bottom;
};

Above next_above(const PageParts& page, const LineOfPart& line) {
  Above out;
  for (const Part& part : page.parts) {
    const auto see = [&](const Rect& box) {
      const bool over = box.x < line.box.right() && line.box.x < box.right() && box.bottom() <= line.box.y;
      if (over && (out.part == nullptr || box.bottom() > out.bottom)) out = {&part, box.bottom()};
    };
    if (part.lines.empty()) see(part.box);
    for (const LineOfPart& l : part.lines) see(l.box);
  }
  return out;
}

/// Whether a line that opens a column stands so close below another story that the reader takes it for that
/// one's: no headline or photo of its own, no box and no rule between them.
bool looks_foreign(const PageParts& page, NodeId article, const LineOfPart& line) {
  const FrameFit* frame = page.frame_of(article);
  const Length pitch = page.layout->grid.pitch;
  if (frame != nullptr && line.box.y - frame->box.y < pitch * 2) return false;
  const Above above = next_above(page, line);
  return above.part != nullptr && above.part->article != article && line.box.y - above.bottom < pitch * 3 &&
         !is_boxed(page, above.part->article) && !is_boxed(page, article) &&
         !rule_between(page, line.box, above.bottom, line.box.y);
}

/// The story's text turns into a column that begins below another story.
void check_turns(const PageParts& page, NodeId article, LintFindings& findings) {
  const LineOfPart* before = nullptr;
  const Part* from = nullptr;
  for (const Part& part : page.parts) {
    if (part.article != article || part.kind != Kind::kParagraph) continue;
    for (const LineOfPart& line : part.lines) {
      const bool turns_up = before != nullptr && !part.vertical && line.box.y < before->box.y;
      if (turns_up && looks_foreign(page, article, line)) {
        findings.add("ambiguous-turn", page.source(*from),
                     "the text turns into a column that starts right below another story",
                     "start that column below the story's own headline or photo, or set a rule above it");
      }
      before = &line, from = &part;
    }
  }
}

}  // namespace

void add_single_line(const PageParts& page, const Part& part, const std::string& where,
                     LintFindings& findings) {
  findings.add("single-line", page.source(part),
               "the last line of the paragraph, “" + part.lines.back().text + "”, stands alone " + where,
               "cut or add a few words in this paragraph or the one before");
}

void add_single_first_line(const PageParts& page, const Part& part, const std::string& where,
                           LintFindings& findings) {
  findings.add("single-first-line", page.source(part),
               "the first line of the paragraph, “" + part.lines.front().text + "”, stands alone " + where,
               "cut or add a few words in a paragraph before it");
}

void lint_lines(const PageParts& page, LintFindings& findings) {
  std::set<NodeId> articles;
  for (const Part& part : page.parts) {
    articles.insert(part.article);
    if (part.kind != Kind::kParagraph) continue;
    check_character(page, part, findings);
    check_single(page, part, findings);
  }
  for (const NodeId article : articles) check_turns(page, article, findings);
}

}  // namespace banxin
