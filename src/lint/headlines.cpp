#include <algorithm>
#include <variant>

#include "lint/rules.h"

namespace banxin {

namespace {

using Kind = StructureNode::Kind;

/// Sizes that differ by less look alike (one step of the 号 scale is a seventh and more).
bool look_alike(const Part& a, const Part& b) {
  const Length larger = std::max(a.size, b.size), smaller = std::min(a.size, b.size);
  return a.face == b.face && a.vertical == b.vertical && (larger - smaller) * 8 < larger;
}

Length shared(Length a_from, Length a_to, Length b_from, Length b_to) {
  return std::min(a_to, b_to) - std::max(a_from, b_from);
}

/// The room of a headline: its frame's width, its own height.
Rect room_of(const PageParts& page, const Part& head) {
  const FrameFit* frame = page.frame_of(head.article);
  if (frame == nullptr) return head.box;
  return {frame->box.x, head.box.y, frame->box.width, head.box.height};
}

bool meet(const PageParts& page, const Part& a, const Part& b) {
  const Length near = page.layout->grid.size * 4;
  const Rect ra = room_of(page, a), rb = room_of(page, b);
  const Length rows = shared(ra.y, ra.bottom(), rb.y, rb.bottom());
  const Length columns = shared(ra.x, ra.right(), rb.x, rb.right());
  const bool side_by_side =
      rows * 2 > std::min(ra.height, rb.height) && columns <= Length() && -columns < near;
  const bool stacked = columns > Length() && rows <= Length() && -rows < page.layout->grid.pitch * 3;
  return side_by_side || stacked;
}

std::string name_of(const PageParts& page, const Part& head) {
  return "“" + page.edition->structure[head.article].title + "”";
}

void check_meetings(const PageParts& page, const std::vector<const Part*>& heads, LintFindings& findings) {
  for (std::size_t i = 0; i < heads.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      const Part &a = *heads[j], &b = *heads[i];
      if (a.article == b.article || !look_alike(a, b) || !meet(page, a, b)) continue;
      findings.add(
          "headlines-meet", page.source(b),
          "headline " + name_of(page, b) + " meets " + name_of(page, a) + ", of the same face and size",
          "set one in another face or two sizes smaller, put one in a box, or move it");
    }
  }
}

/// 报眼: the room beside the nameplate is no place for the lead.
bool in_ear(const PageParts& page, const Part& head) {
  return std::any_of(page.page->fits.begin(), page.page->fits.end(), [&](const FrameFit& fit) {
    const Frame* frame = page.layout->frame(fit.frame);
    if (frame == nullptr || !std::holds_alternative<Nameplate>(frame->furniture)) return false;
    const Rect& plate = fit.box;
    if (page.layout->grid.writing == WritingMode::kVertical) {
      return shared(plate.x, plate.right(), head.box.x, head.box.right()) > Length();
    }
    return shared(plate.y, plate.bottom(), head.box.y, head.box.bottom()) > Length();
  });
}

/// Where a headline begins; one beside its text 竖题 stands in the middle of its frame's height and begins
/// where that does.
Rect place_of(const PageParts& page, const Part& head) {
  const FrameFit* frame = page.frame_of(head.article);
  const bool beside = head.vertical != (page.layout->grid.writing == WritingMode::kVertical);
  return beside && frame != nullptr ? frame->box : head.box;
}

/// The lead stands highest, and of those at one height nearest to the start of the lines.
const Part* lead_of(const PageParts& page, const std::vector<const Part*>& heads) {
  const Part* lead = nullptr;
  Rect place;  // of the lead
  const Length level = page.layout->grid.pitch * 3;
  const bool from_right = page.layout->grid.writing == WritingMode::kVertical;
  for (const Part* head : heads) {
    if (in_ear(page, *head)) continue;
    const Rect own = place_of(page, *head);
    const bool higher = own.y + level < place.y, lower = own.y >= place.y + level;
    const bool first = from_right ? own.right() > place.right() : own.x < place.x;
    if (lead == nullptr || higher || (!lower && first)) lead = head, place = own;
  }
  return lead;
}

void check_lead(const PageParts& page, const std::vector<const Part*>& heads, LintFindings& findings) {
  const Part* lead = lead_of(page, heads);
  if (lead == nullptr) return;
  for (const Part* head : heads) {
    if (head->article == lead->article || head->size <= lead->size) continue;
    findings.add(
        "lead-outshone", page.source(*head),
        "headline " + name_of(page, *head) + " is larger than that of the lead, " + name_of(page, *lead),
        "set it smaller than the lead's, or let this story lead");
  }
}

/// The part of a frame that its headline stands over: of a union 穿插 the first rectangle.
Rect under_head(const PageParts& page, const FrameFit& fit) {
  const PageLayout& layout = *page.layout;
  const Frame* frame = layout.frame(fit.frame);
  if (frame == nullptr || frame->area.empty()) return fit.box;
  if (layout.grid.writing != WritingMode::kHorizontal) return fit.box;
  const Range columns = frame->area.front().columns.value;
  const Length left = layout.grid.column_start(columns.first);
  return {layout.origin.x + left, fit.box.y, layout.grid.span(columns.count()), fit.box.height};
}

/// The picture that a headline stands on, nullptr when it stands on none.
const DrawImage* picture_under(const PageParts& page, const Part& head) {
  for (const DrawItem& item : page.page->items) {
    const auto* image = std::get_if<DrawImage>(&item);
    if (image != nullptr && image->box.overlaps(head.box)) return image;
  }
  return nullptr;
}

/// Where the room of a headline group begins: text beside it may begin there too. Of one on a picture with the
/// picture, of one that has its own columns with the row that the layout gives it.
Length top_of_group(const PageParts& page, const Part& head, const FrameFit& fit) {
  if (const DrawImage* picture = picture_under(page, head)) return std::min(picture->box.y, head.box.y);
  const Frame* frame = page.layout->frame(fit.frame);
  if (frame == nullptr || !frame->head_place) return head.box.y;
  const Length pitch = frame->has_own_grid() ? frame->pitch : page.layout->grid.pitch;
  return std::min(fit.box.y + pitch * (frame->head_place->from - 1), head.box.y);
}

/// Text may stand below its headline, or beside one that stands at its side; not further left or right than
/// its frame.
void check_text(const PageParts& page, const Part& head, LintFindings& findings) {
  const FrameFit* frame = page.frame_of(head.article);
  if (frame == nullptr || head.vertical) return;
  const Length slack = page.layout->grid.size * 2;
  const Rect over = under_head(page, *frame);
  const Length top = top_of_group(page, head, *frame);
  bool begins = true;
  for (const Part& part : page.parts) {
    if (part.article != head.article || part.kind != Kind::kParagraph) continue;
    if (begins && !part.lines.empty() && part.lines.front().box.right() < over.x) {
      findings.add("text-outside-head", page.source(part),
                   "text of " + name_of(page, head) + " begins at the left of its headline",
                   "let the first rectangle of the frame's area begin at its leftmost column");
      return;
    }
    begins = begins && part.lines.empty();
    for (const LineOfPart& line : part.lines) {
      const bool outside = line.box.right() > frame->box.right() + slack || line.box.x + slack < frame->box.x;
      const bool above = line.box.bottom() < top;
      if (!outside && !above) continue;
      findings.add(
          "text-outside-head", page.source(part),
          "text of " + name_of(page, head) + " stands " + (above ? "above" : "beside") + " its headline",
          "let the headline go over all columns of its story");
      return;
    }
  }
}

void check_captions(const PageParts& page, const Part& head, LintFindings& findings) {
  const auto first = std::find_if(page.parts.begin(), page.parts.end(), [&](const Part& p) {
    return p.article == head.article && p.kind == Kind::kParagraph && !p.lines.empty();
  });
  if (first == page.parts.end() || head.vertical) return;
  if (picture_under(page, head) != nullptr) return;  // the caption is under it, as the photo has it
  const Rect text = first->lines.front().box;
  for (const Part& part : page.parts) {
    if (part.article != head.article || part.kind != Kind::kCaption) continue;
    const bool between = part.box.y >= head.box.bottom() && part.box.bottom() <= text.y;
    if (!between || shared(part.box.x, part.box.right(), text.x, text.right()) <= Length()) continue;
    findings.add(
        "caption-in-the-way", page.source(part),
        "the caption stands between headline " + name_of(page, head) + " and the start of its text",
        "let the photo stand at the foot of the story, or over other columns than the one in which its text "
        "starts");
  }
}

}  // namespace

void lint_headlines(const PageParts& page, LintFindings& findings) {
  std::vector<const Part*> heads;
  for (const Part& part : page.parts) {
    const bool of_story = page.frame_of(part.article) != nullptr;
    if (part.kind == Kind::kHeadline && of_story && !part.lines.empty()) heads.push_back(&part);
  }
  check_meetings(page, heads, findings);
  check_lead(page, heads, findings);
  for (const Part* head : heads) {
    check_text(page, *head, findings);
    check_captions(page, *head, findings);
  }
}

}  // namespace banxin
