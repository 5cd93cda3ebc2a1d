#include "document/document.h"

#include <algorithm>
#include <chrono>
#include <variant>

namespace banxin {

SourceSpan Copy::source_of(std::size_t begin, std::size_t end) const {
  if (origin.empty()) return {};
  const auto piece_at = [&](std::size_t at) {
    const auto next = std::upper_bound(origin.begin(), origin.end(), at,
                                       [](std::size_t a, const SourcePiece& p) { return a < p.text_begin; });
    return next == origin.begin() ? next : next - 1;
  };
  const auto into = [](const SourcePiece& p, std::size_t at) {
    return std::min(p.where.begin + static_cast<std::uint32_t>(at - p.text_begin), p.where.end);
  };
  const auto first = piece_at(begin);
  const std::uint32_t from = into(*first, begin);
  if (end <= begin) return {first->where.file, from, from};
  // A piece may be longer in the source than in the text (an escape, an entity): its end is the end of both.
  const auto last = piece_at(end - 1);
  const std::size_t last_end = last + 1 == origin.end() ? text.size() : (last + 1)->text_begin;
  return {first->where.file, from, end >= last_end ? last->where.end : into(*last, end)};
}

std::string PageNumbers::in_words() const {
  return std::to_string(first) + (last == first ? "" : "-" + std::to_string(last));
}

std::string numbers_of(const PageSpec& page) {
  return PageNumbers{page.number, page.number + (page.spread ? 1 : 0)}.in_words();
}

PageNumbers numbers_at(const PageSpec& page, const PageLayout& layout, const Frame& frame) {
  if (!page.spread) return {page.number, page.number};
  const bool vertical = layout.grid.writing == WritingMode::kVertical;
  const auto [from, to] = layout.sides_of(frame);
  const Length middle = layout.width / 2;
  const bool on_left = from<middle, on_right = to> middle;
  const int left = page.number + (vertical ? 1 : 0), right = page.number + (vertical ? 0 : 1);
  if (on_left && on_right) return {page.number, page.number + 1};
  return on_left ? PageNumbers{left, left} : PageNumbers{right, right};
}

int Edition::page_count() const {
  int out = 0;
  for (const PageSpec& page : pages) out += page.spread ? 2 : 1;
  return out;
}

bool Edition::has_page(int number) const {
  return std::any_of(pages.begin(), pages.end(), [&](const PageSpec& p) {
    return p.number == number || (p.spread && p.number + 1 == number);
  });
}

std::vector<std::vector<FramePlace>> Document::places() const {
  std::vector<std::vector<FramePlace>> out(articles.size());
  for (std::size_t i = 0; i < edition.pages.size(); ++i) {
    const PageSpec& page = edition.pages[i];
    if (page.layout >= layouts.size()) continue;
    for (const Frame& frame : layouts[page.layout].frames) {
      const auto bound = page.stories.find(frame.name.value);
      if (bound != page.stories.end() && bound->second < out.size())
        out[bound->second].push_back({i, &frame});
    }
  }
  return out;
}

std::vector<const Artwork*> Document::artwork_of(const PageSpec& page) const {
  std::vector<const Artwork*> out;
  const auto add = [&](const Artwork& art) {
    if (!art.path.empty()) out.push_back(&art);
  };
  for (const Frame& frame : layouts[page.layout].frames) {
    if (const auto* plate = std::get_if<Nameplate>(&frame.furniture)) add(plate->art);
  }
  for (const auto& [frame, advert] : page.adverts) add(advert.art);
  return out;
}

std::vector<FramePlace> rests_of(const std::vector<FramePlace>& places, const FramePlace& start) {
  std::vector<FramePlace> out;
  bool begun = false;
  for (const FramePlace& place : places) {
    if (place.frame->continued) {
      if (begun) out.push_back(place);
      continue;
    }
    if (begun) continue;
    begun = place.page == start.page && place.frame == start.frame;
    if (!begun) break;  // another frame has begun it
  }
  return out;
}

std::string date_in_chinese(Date d) {
  return std::to_string(d.year) + "年" + std::to_string(d.month) + "月" + std::to_string(d.day) + "日";
}

std::string weekday_in_chinese(Date d) {
  static constexpr const char* kNames[] = {"日", "一", "二", "三", "四", "五", "六"};
  const std::chrono::year_month_day day{std::chrono::year{d.year},
                                        std::chrono::month(static_cast<unsigned>(d.month)),
                                        std::chrono::day(static_cast<unsigned>(d.day))};
  return std::string("星期") + kNames[std::chrono::weekday(std::chrono::sys_days(day)).c_encoding()];
}

std::pair<Length, Length> PageLayout::sides_of(const Frame& frame) const {
  const Rect type = type_area();
  if (frame.outside && frame.outside->edge != Outside::Edge::kTop &&
      frame.outside->edge != Outside::Edge::kBottom) {
    const bool left = edge_of(*frame.outside, 1) == Outside::Edge::kLeft;
    return left ? std::pair(Length(), type.x) : std::pair(type.right(), width);
  }
  const Range columns = frame.columns.value, rows = frame.rows.value;
  if (grid.writing == WritingMode::kVertical) {
    const Length to = type.right() - grid.pitch * (rows.first - 1);
    return {to - grid.height(rows.count()), to};
  }
  const Length from = type.x + (grid.size * grid.measure + grid.gap.at(grid.size)) * (columns.first - 1);
  return {from, from + grid.span(columns.count())};
}

TextShape turned_shape(const GridSpec& grid, const Frame& frame, Length width, Length height) {
  const bool vertical = frame.writing == WritingMode::kVertical;
  const Length along = vertical ? height : width, across = vertical ? width : height;
  const Length size = frame.has_own_grid() ? frame.size : grid.size;
  const Length pitch = frame.has_own_grid() ? frame.pitch : grid.pitch;
  const Legs legs = legs_over(along, std::max(1, frame.legs.value), size, grid.gap);
  TextShape shape;
  shape.writing = frame.writing.value_or(grid.writing);
  shape.legs = legs.count;
  shape.measure = size * legs.measure;
  shape.gaps = legs.count > 1 ? legs.gaps : Length();
  shape.rows = static_cast<int>(std::max(Length(), across - size).units() / pitch.units()) + 1;
  return shape;
}

}  // namespace banxin
