#include "preview/finding_places.h"

#include <algorithm>
#include <map>
#include <memory>
#include <optional>

#include "page/em_box.h"
#include "preview/page_map.h"

namespace banxin {

namespace {

constexpr Length kAlike = Length::millimetres(0.1);  // marks are given in tenths of a millimetre
constexpr Length kPin = Length::millimetres(4);      // a mark where nothing is

/// What one page says of all findings.
class PagePlaces {
 public:
  PagePlaces(const LiveEdition& edition, std::size_t index)
      : page_(edition.pages[index]),
        map_(map_page(*page_.document, *page_.placed, page_.page, *edition.fonts)),
        files_(numbers_in(*edition.sources, *page_.sources)) {}

  WrittenPlace place_of(SourceSpan where) const {
    if (where.file == SourceSpan::kNoFile) return {};
    where.file = files_[where.file];
    return banxin::place_of(*page_.document, page_.shown(), map_, where);
  }
  bool is_one_of(const std::vector<int>& numbers) const {
    return std::find(numbers.begin(), numbers.end(), page_.shown().number) != numbers.end();
  }
  const Rect& type_area() const { return page_.shown().type_area; }

 private:
  const LivePage& page_;
  PageMap map_;
  std::vector<std::uint32_t> files_;
};

/// The copy wherever it stands; else the first frame that the place concerns.
void add_written(const std::vector<PagePlaces>& pages, SourceSpan where, std::vector<FindingPlace>& out) {
  std::optional<FindingPlace> frame;
  bool copy = false;
  for (std::size_t page = 0; page < pages.size(); ++page) {
    const WrittenPlace place = pages[page].place_of(where);
    if (place.kind == WrittenPlace::Kind::kCopy) out.push_back({page, place.box}), copy = true;
    if (place.kind == WrittenPlace::Kind::kFrame && !frame) frame = FindingPlace{page, place.box};
  }
  if (!copy && frame) out.push_back(*frame);
}

/// On each page that the finding names: its own place there, then the further ones, then the type area.
std::vector<FindingPlace> on_named_pages(const std::vector<PagePlaces>& pages, const Diagnostic& finding) {
  std::vector<FindingPlace> out;
  for (std::size_t page = 0; page < pages.size(); ++page) {
    if (!pages[page].is_one_of(finding.pages)) continue;
    std::vector<SourceSpan> spans = finding.also;
    spans.insert(spans.begin(), finding.where);
    std::optional<Rect> frame;
    const std::size_t before = out.size();
    for (const SourceSpan& span : spans) {
      const WrittenPlace place = pages[page].place_of(span);
      if (place.kind == WrittenPlace::Kind::kCopy) out.push_back({page, place.box});
      if (place.kind == WrittenPlace::Kind::kFrame && !frame) frame = place.box;
    }
    if (out.size() == before) out.push_back({page, frame.value_or(pages[page].type_area())});
  }
  return out;
}

std::vector<FindingPlace> anywhere(const std::vector<PagePlaces>& pages, const Diagnostic& finding) {
  std::vector<FindingPlace> out;
  add_written(pages, finding.where, out);
  for (const SourceSpan& span : finding.also) add_written(pages, span, out);
  std::stable_sort(out.begin(), out.end(),
                   [](const FindingPlace& a, const FindingPlace& b) { return a.page < b.page; });
  return out;
}

Rect box_of(const DrawItem& item) {
  if (const auto* text = std::get_if<DrawText>(&item)) return em_box(*text);
  if (const auto* rule = std::get_if<DrawRule>(&item)) return rule->box;
  if (const auto* image = std::get_if<DrawImage>(&item)) return image->box;
  if (const auto* art = std::get_if<DrawArtwork>(&item)) return art->box;
  Rect box;
  const auto& stroke = std::get<DrawStroke>(item);
  for (const Point& p : stroke.points)
    box = united(box, {p.x - stroke.width / 2, p.y - stroke.width / 2, stroke.width, stroke.width});
  return box;
}

bool begins_at(const Rect& box, Point corner) {
  const auto alike = [](Length a, Length b) { return a - b <= kAlike && b - a <= kAlike; };
  return alike(box.x, corner.x) && alike(box.y, corner.y);
}

bool holds(const Rect& box, Point point) {
  return box.x <= point.x && point.x <= box.right() && box.y <= point.y && point.y <= box.bottom();
}

double size_of(const Rect& box) { return box.width.pt() * box.height.pt(); }

}  // namespace

std::vector<std::vector<FindingPlace>> places_of(const LiveEdition& edition, const Diagnostics& findings) {
  std::vector<std::vector<FindingPlace>> out(findings.all().size());
  if (findings.all().empty()) return out;
  std::vector<PagePlaces> pages;
  for (std::size_t i = 0; i < edition.pages.size(); ++i) pages.emplace_back(edition, i);
  for (std::size_t i = 0; i < out.size(); ++i) {
    const Diagnostic& finding = findings.all()[i];
    out[i] = finding.pages.empty() ? anywhere(pages, finding) : on_named_pages(pages, finding);
  }
  return out;
}

Rect box_of(const PressMark& mark, const PlacedPage& page) {
  if (!mark.corner) return {Length(), Length(), page.width, page.height};
  std::optional<Rect> around;
  for (const DrawItem& item : page.items) {
    const Rect box = box_of(item);
    if (begins_at(box, *mark.corner)) return box;
    if (holds(box, *mark.corner) && (!around || size_of(box) < size_of(*around))) around = box;
  }
  return around.value_or(Rect{mark.corner->x, mark.corner->y, kPin, kPin});
}

}  // namespace banxin
