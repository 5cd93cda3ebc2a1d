#include "preview/contact_sheet.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "preview/label.h"

namespace banxin {

namespace {

constexpr Ink kDesk{0, 0, 0, 120}, kText{0, 0, 0, 800};

/// All measures in points at the sheet's own scale.
struct Sheet {
  std::size_t columns = 1;
  Length cell_wide, cell_high, gap, caption;
};

Sheet plan(const PlacedEdition& edition, const std::vector<std::size_t>& pages) {
  Sheet sheet;
  for (const std::size_t page : pages) {
    sheet.cell_wide = std::max(sheet.cell_wide, edition.pages[page].width);
    sheet.cell_high = std::max(sheet.cell_high, edition.pages[page].height);
  }
  sheet.gap = sheet.cell_wide / 14, sheet.caption = sheet.cell_wide / 16;
  const double shape = sheet.cell_high / sheet.cell_wide;
  const auto even = std::round(std::sqrt(static_cast<double>(pages.size()) * shape));
  sheet.columns = std::clamp<std::size_t>(static_cast<std::size_t>(even), 1, pages.size());
  return sheet;
}

Point corner(const Sheet& sheet, std::size_t i) {
  const auto column = static_cast<std::int64_t>(i % sheet.columns),
             row = static_cast<std::int64_t>(i / sheet.columns);
  return {sheet.gap + (sheet.cell_wide + sheet.gap) * column,
          sheet.gap + (sheet.cell_high + sheet.caption * 2 + sheet.gap) * row};
}

void copy_into(const Raster& from, Raster& to, int left, int top) {
  const int wide = std::min(from.width, to.width - left), high = std::min(from.height, to.height - top);
  for (int y = 0; y < high; ++y) {
    std::memcpy(to.row(top + y) + 4 * left, from.row(y), 4 * static_cast<std::size_t>(std::max(wide, 0)));
  }
}

}  // namespace

std::optional<Raster> contact_sheet(const PlacedEdition& edition, const std::vector<std::size_t>& pages,
                                    const std::vector<std::string>& captions, int ppi, const FontSet& fonts,
                                    Screen& screen, Diagnostics& diags) {
  const Sheet sheet = plan(edition, pages);
  const Point last = corner(sheet, pages.size() - 1);
  const Point across = corner(sheet, sheet.columns - 1);
  PlacedPage desk;
  desk.width = across.x + sheet.cell_wide + sheet.gap;
  desk.height = last.y + sheet.cell_high + sheet.caption * 2 + sheet.gap;
  desk.items.emplace_back(DrawRule{kArtifact, {Length(), Length(), desk.width, desk.height}, kDesk});
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const Point at = corner(sheet, i);
    const PlacedPage& page = edition.pages[pages[i]];
    draw_label(captions[i], {at.x, at.y + page.height + sheet.caption * 3 / 2}, sheet.caption, kText, fonts,
               desk.items);
  }
  PlacedEdition alone;
  std::optional<Raster> out =
      screen.paint(alone, desk, {Length(), Length(), desk.width, desk.height}, ppi, diags);
  for (std::size_t i = 0; out && i < pages.size(); ++i) {
    const PlacedPage& page = edition.pages[pages[i]];
    const auto picture =
        screen.paint(edition, page, {Length(), Length(), page.width, page.height}, ppi, diags);
    if (!picture) return std::nullopt;
    const Point at = corner(sheet, i);
    copy_into(*picture, *out, static_cast<int>(std::lround(at.x.pt() * ppi / 72)),
              static_cast<int>(std::lround(at.y.pt() * ppi / 72)));
  }
  return out;
}

}  // namespace banxin
