#include <algorithm>
#include <map>
#include <set>
#include <span>
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

void check_character(const PageParts& page, const Part& part, LintFindings& findings) {
  if (part.lines.size() < 2) return;
  const LineOfPart& last = part.lines.back();
  if (characters(last.text) != 1) return;
  findings.add("single-character", page.source(part), "the last line of the paragraph is “" + last.text + "”",
               "cut or add a few words, or write {lines=-1} at its end");
}

bool in_short_column(const PageParts& page, const LineOfPart& line) {
  const std::ptrdiff_t lines = lines_of_column(page, line);
  return lines > 0 && lines < kShortColumn;
}

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

/// 孤行. Of a paragraph of two lines that a turn divides, the last one is told.
void check_single(const PageParts& page, const Part& part, LintFindings& findings) {
  const std::size_t lines = part.lines.size();
  if (lines < 2) return;
  if (turns(part, part.lines[lines - 2], part.lines[lines - 1])) {
    if (!in_short_column(page, part.lines.back()))
      add_single_line(page, part, "at the head of a column", findings);
  } else if (turns(part, part.lines[0], part.lines[1])) {
    if (!in_short_column(page, part.lines.front()))
      add_single_first_line(page, part, "at the foot of a column", findings);
  }
}

/// The story's text turns into a column where something of another story stands between it and the story's
/// headline.
void check_turns(const PageParts& page, NodeId article, LintFindings& findings) {
  const LineOfPart* before = nullptr;
  const Part* from = nullptr;
  for (const Part& part : page.parts) {
    if (part.article != article || part.kind != Kind::kParagraph) continue;
    for (const LineOfPart& line : part.lines) {
      if (before != nullptr && !part.vertical && line.box.y < before->box.y) {
        const Rect above{line.box.x, Length(), line.box.width, line.box.y};
        const auto foreign = [&](const Part& other) {
          return other.article != article && other.box.overlaps(above) &&
                 other.box.bottom() > before->box.y - page.page->height &&
                 line.box.y - other.box.bottom() < page.layout->grid.pitch * 3;
        };
        const FrameFit* frame = page.frame_of(article);
        const bool in_frame = frame != nullptr && line.box.y - frame->box.y < page.layout->grid.pitch * 2;
        if (!in_frame && std::any_of(page.parts.begin(), page.parts.end(), foreign)) {
          const bool under_own_head = std::any_of(page.parts.begin(), page.parts.end(), [&](const Part& p) {
            return p.article == article && p.box.overlaps(above) &&
                   line.box.y - p.box.bottom() < page.layout->grid.pitch * 3;
          });
          if (!under_own_head) {
            findings.add("ambiguous-turn", page.source(*from),
                         "the text turns into a column that starts right below another story",
                         "start that column below the story's own headline or photo, or set a rule above it");
          }
        }
      }
      before = &line, from = &part;
    }
  }
}

/// A column two lines short is seen; a row that is free at the foot of every column is white space.
constexpr int kRowsThatShow = 2;

void check_empty(const PageParts& page, LintFindings& findings) {
  for (const FrameFit& fit : page.page->fits) {
    if (!fit.bound || fit.over_lines > 0) continue;
    std::set<int> legs;
    for (const PlacedSlot& slot : page.page->slots) {
      if (slot.frame == fit.frame) legs.insert(slot.column);
    }
    const int left = fit.slots - fit.lines;
    if (left < kRowsThatShow * static_cast<int>(legs.size()) || legs.empty()) continue;
    findings.add("empty-slots", page.document->articles[fit.article].title.where(),
                 "frame '" + fit.frame + "' is under by about " +
                     std::to_string(fit.characters * left / fit.slots) + " 字 (" + std::to_string(left) +
                     " 行)",
                 "write that much more, give the photo more rows, or make the frame smaller");
  }
}

}  // namespace

void lint_lines(const PageParts& page, LintFindings& findings) {
  std::set<NodeId> articles;
  for (const Part& part : page.parts) {
    articles.insert(part.article);
    if (part.kind != Kind::kParagraph) continue;
    check_character(page, part, findings);
    check_single(page, part, findings);
  }
  for (const NodeId article : articles) check_turns(page, article, findings);
  check_empty(page, findings);
}

void lint_jumps(std::span<const PageParts> pages, LintFindings& findings) {
  struct Piece {
    const PageParts* page = nullptr;
    const Part* part = nullptr;
  };
  std::map<NodeId, std::vector<Piece>> paragraphs;
  for (const PageParts& page : pages) {
    for (const Part& part : page.parts) {
      if (part.kind == Kind::kParagraph && !part.lines.empty())
        paragraphs[part.node].push_back({&page, &part});
    }
  }
  for (const auto& [node, pieces] : paragraphs) {
    if (pieces.size() < 2) continue;
    const Piece &first = pieces.front(), &last = pieces.back();
    if (last.part->lines.size() == 1) {
      findings.about({last.page->page->number});
      add_single_line(*last.page, *last.part, "behind the jump", findings);
    } else if (first.part->lines.size() == 1) {
      findings.about({first.page->page->number});
      add_single_first_line(*first.page, *first.part, "before the jump", findings);
    }
  }
}

}  // namespace banxin
