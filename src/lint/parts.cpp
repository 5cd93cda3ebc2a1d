#include "lint/parts.h"

#include <algorithm>
#include <map>

#include "page/em_box.h"

namespace banxin {

namespace {

bool is_vertical(const DrawText& text) {
  if (text.glyphs.size() < 2) return false;
  const Point first = text.glyphs.front().origin, last = text.glyphs.back().origin;
  return last.y - first.y > text.size && last.x - first.x < text.size && first.x - last.x < text.size;
}

NodeId article_above(const PlacedEdition& edition, NodeId node) {
  while (node != kArtifact && node != 0 && edition.structure[node].kind != StructureNode::Kind::kArticle)
    node = edition.structure[node].parent;
  return node == 0 ? kArtifact : node;
}

/// Letters of another face may stand a little higher than the Han beside them, numbers turned on their side
/// beside the middle of the line.
bool on_one_line(Length a, Length a_size, Length b, Length b_size) {
  const Length apart = a + a_size / 2 - b - b_size / 2;
  const Length least = std::min(a_size, b_size) / 2;
  return apart < least && -apart < least;
}

/// Adds type to its part: to the last line when it stands on it, else as a line of its own. Small type
/// between the lines (readings) belongs to no line.
void add_type(Part& part, const DrawText& text) {
  const Rect box = em_box(text);
  if (box.empty()) return;
  part.box = united(part.box, box);
  part.vertical = part.vertical || is_vertical(text);
  if (text.size > part.size) part.size = text.size, part.face = text.face;
  if (text.size * 10 < part.size * 7) return;
  if (!part.lines.empty()) {
    LineOfPart& last = part.lines.back();
    const bool same = part.vertical ? on_one_line(last.box.x, last.box.width, box.x, box.width) &&
                                          box.y + text.size / 2 >= last.box.bottom()
                                    : on_one_line(last.box.y, last.box.height, box.y, box.height) &&
                                          box.x + text.size / 2 >= last.box.right();
    const Length gap = part.vertical ? box.y - last.box.bottom() : box.x - last.box.right();
    if (same && gap < text.size * 3) {
      last.box = united(last.box, box);
      last.text += text.text;
      return;
    }
  }
  part.lines.push_back({box, text.text});
}

}  // namespace

const Article* PageParts::article(NodeId node) const {
  if (node == kArtifact) return nullptr;
  const SourceSpan source = edition->structure[node].source;
  for (const Article& a : document->articles) {
    if (a.file == source.file && a.file != SourceSpan::kNoFile) return &a;
  }
  return nullptr;
}

const FrameFit* PageParts::frame_of(NodeId node) const {
  const Article* wanted = article(node);
  if (wanted == nullptr) return nullptr;
  for (const FrameFit& fit : page->fits) {
    if (fit.bound && &document->articles[fit.article] == wanted) return &fit;
  }
  return nullptr;
}

std::vector<std::vector<FrameOfStory>> stories_of(std::span<const PageParts> pages) {
  std::vector<std::vector<FrameOfStory>> stories;
  std::map<std::size_t, std::size_t> running;  // article -> its story
  for (const PageParts& page : pages) {
    for (const FrameFit& fit : page.page->fits) {
      if (!fit.bound) continue;
      const Frame* frame = page.layout->frame(fit.frame);
      const bool goes_on = frame != nullptr && (frame->continued || page.layout->is_continuation(*frame));
      const auto known = running.find(fit.article);
      if (!goes_on || known == running.end()) {
        running[fit.article] = stories.size();
        stories.push_back({{&page, &fit}});
      } else {
        stories[known->second].push_back({&page, &fit});
      }
    }
  }
  return stories;
}

PageParts parts_of(const Document& document, const PlacedEdition& edition, std::size_t page) {
  PageParts out{&document, &edition, &edition.pages[page], nullptr, nullptr, {}};
  for (const PageSpec& spec : document.edition.pages) {
    if (spec.number == out.page->number) out.spec = &spec, out.layout = &document.layouts[spec.layout];
  }
  std::map<NodeId, std::size_t> known;
  const auto part = [&](NodeId node) -> Part* {
    if (node == kArtifact) return nullptr;
    const NodeId article = article_above(edition, node);
    if (article == kArtifact) return nullptr;
    const auto [at, is_new] = known.emplace(node, out.parts.size());
    if (is_new)
      out.parts.push_back({node, edition.structure[node].kind, article, {}, {}, kNoFace, false, {}});
    return &out.parts[at->second];
  };
  for (const DrawItem& item : out.page->items) {
    if (const auto* text = std::get_if<DrawText>(&item)) {
      if (Part* p = part(text->node)) add_type(*p, *text);
    } else if (const auto* image = std::get_if<DrawImage>(&item)) {
      if (Part* p = part(image->node)) p->box = united(p->box, image->box);
    }
  }
  return out;
}

}  // namespace banxin
