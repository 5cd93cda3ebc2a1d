#include "layout/explain.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "text/explain.h"

namespace banxin {

namespace {

std::string count(std::size_t n, const char* word) {
  return std::to_string(n) + " " + word + (n == 1 ? "" : "s");
}

const char* name_of(const HeadPart& part) {
  switch (part.kind) {
    case StructureNode::Kind::kHeadline:
      return "headline";
    case StructureNode::Kind::kByline:
      return "byline";
    default:
      return "headline group";
  }
}

std::string explain_head(const HeadBlock& head) {
  std::string out = head.note.empty() ? "" : head.note + "\n";
  for (const HeadPart& part : head.parts) {
    out += std::string(name_of(part)) + ", " + count(part.lines.size(), "line") +
           (part.kind == StructureNode::Kind::kByline ? "\n" : ", broken by sense\n");
    for (const Line& line : part.lines) {
      const auto [begin, end] = line_text(part.copy, line, part.options);
      out += "  " + part.copy.text.text.substr(begin, end - begin) + "\n";
    }
  }
  return out;
}

/// The lines of one paragraph that found a place.
struct Placed {
  std::vector<const FlowLine*> lines;
  std::vector<Line> bare;
};

Placed lines_of(const Story& story, std::size_t paragraph) {
  Placed out;
  for (const FlowLine& line : story.flow.lines) {
    if (line.paragraph != paragraph) continue;
    out.lines.push_back(&line);
    out.bare.push_back(line.line);
  }
  return out;
}

/// Lines of the paragraph, from 0, whose column goes no further.
std::vector<std::uint32_t> column_ends_of(const Story& story, const Placed& placed) {
  std::vector<std::uint32_t> ends;
  for (std::size_t n = 0; n < placed.lines.size(); ++n) {
    const Slot& slot = placed.lines[n]->slot;
    const bool goes_on = std::any_of(story.slots.begin(), story.slots.end(), [&](const Slot& other) {
      return other.same_leg(slot) && other.row > slot.row;
    });
    if (!goes_on) ends.push_back(static_cast<std::uint32_t>(n));
  }
  return ends;
}

/// Who wanted another number of lines than the best.
std::string asked(const FlowParagraph& paragraph, int looseness) {
  if (looseness == 0) return "";
  const std::string amount = count(static_cast<std::size_t>(std::abs(looseness)), "line");
  return ", " + amount + (looseness > 0 ? " more" : " fewer") +
         " than the best setting where that can be done: " +
         (paragraph.extra_lines != 0 ? "the editor asks for it" : "the columns fit so");
}

bool stands_in(const FlowLine& line, std::size_t part) { return line.slot.part == static_cast<int>(part); }

/// Where the line stands.
std::string place_of(const Story& story, const Slot& slot) {
  const TextPlace& place = story.places[static_cast<std::size_t>(slot.place)];
  const std::string frame = place.frame == story.frame->name.value ? "" : "frame " + place.frame + ", ";
  return frame + "column " + std::to_string(slot.leg) + ", row " +
         std::to_string(place.first_row + slot.row - 1);
}

const char* name_of(const FlowParagraph& paragraph) {
  switch (paragraph.kind) {
    case Paragraph::Kind::kCrossHead:
      return "cross-head, ";
    case Paragraph::Kind::kTable:
      return "table, ";
    case Paragraph::Kind::kRule:
      return "rule, ";
    default:
      return "";
  }
}

/// What has no lines of words: where the rule stands, or each row of the table.
std::vector<std::string> explain_block(const FlowParagraph& paragraph, const Placed& placed) {
  std::vector<std::string> out;
  for (const FlowLine* line : placed.lines) {
    if (!paragraph.table) {
      out.emplace_back("the rule\n");
    } else if (line->row == 0) {
      out.emplace_back(line->repeated ? "the header again\n" : "the header\n");
    } else {
      out.push_back("row " + std::to_string(line->row) + "\n");
    }
  }
  return out;
}

std::string explain_paragraph(const Story& story, std::size_t i, std::size_t part) {
  const FlowParagraph& paragraph = story.paragraphs[i];
  const Placed placed = lines_of(story, i);
  const bool words = paragraph.kind != Paragraph::Kind::kTable && paragraph.kind != Paragraph::Kind::kRule;
  const std::string name = name_of(paragraph) + ("paragraph " + std::to_string(i + 1)) +
                           (words ? ", " + count(story.flow.line_counts[i], "line") : "");
  if (placed.lines.empty()) return part + 1 < story.parts.size() ? "" : name + ", found no place\n";
  const std::vector<std::string> said =
      words ? explain_lines(paragraph.copy.shaped, placed.bare, placed.lines.front()->options,
                            column_ends_of(story, placed))
            : explain_block(paragraph, placed);
  std::string out;
  for (std::size_t n = 0; n < said.size(); ++n) {
    if (!stands_in(*placed.lines[n], part)) continue;
    if (out.empty()) out = name + asked(paragraph, placed.lines.front()->options.looseness) + "\n";
    out += place_of(story, placed.lines[n]->slot) + ": " + said[n];
  }
  return out;
}

std::string explain_captions(const PhotoBlock& photo) {
  std::string out;
  for (const bool credit : {false, true}) {
    std::vector<Line> lines;
    BreakOptions options;
    for (const CaptionLine& line : photo.lines) {
      if (line.credit == credit) lines.push_back(line.line), options = line.options;
    }
    if (lines.empty()) continue;
    out += std::string(credit ? "credit" : "caption") + ", " + count(lines.size(), "line") + "\n";
    for (const std::string& line :
         explain_lines((credit ? photo.credit : photo.caption).shaped, lines, options))
      out += line;
  }
  return out;
}

}  // namespace

std::string explain_story(const Story& story, std::size_t part) {
  const StoryPart& here = story.parts[part];
  std::string out = "frame " + here.end.frame->name.value + "\n" + explain_head(here.head);
  for (std::size_t i = 0; i < story.paragraphs.size(); ++i) out += explain_paragraph(story, i, part);
  const auto [first, end] = story.places_of(part);
  for (const PhotoBlock& photo : story.photos) {
    if (photo.place >= first && photo.place < end) out += explain_captions(photo);
  }
  return out;
}

}  // namespace banxin
