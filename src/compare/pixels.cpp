#include <algorithm>
#include <cstdlib>
#include <numeric>

#include "compare/blocks.h"
#include "compare/compare.h"

namespace banxin {

namespace {

constexpr int kCell = 12;  // pixels: differences less far apart are one region
constexpr std::size_t kMostRegions = 200;

/// The largest difference of a channel, 0 to 255.
int difference(const unsigned char* a, const unsigned char* b) {
  return std::max({std::abs(a[0] - b[0]), std::abs(a[1] - b[1]), std::abs(a[2] - b[2])});
}

/// Differences gathered in square cells, then cells that touch joined to regions.
class Regions {
 public:
  Regions(int width, int height)
      : columns_((width + kCell - 1) / kCell),
        rows_((height + kCell - 1) / kCell),
        cells_(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_)),
        parent_(cells_.size()) {
    std::iota(parent_.begin(), parent_.end(), std::size_t{0});
  }

  void add(int x, int y, int difference) {
    Cell& cell = cells_[index(x / kCell, y / kCell)];
    if (cell.count++ == 0) cell.left = cell.right = x, cell.top = cell.bottom = y;
    cell.left = std::min(cell.left, x), cell.right = std::max(cell.right, x);
    cell.top = std::min(cell.top, y), cell.bottom = std::max(cell.bottom, y);
    cell.largest = std::max(cell.largest, difference);
  }

  /// The largest first.
  std::vector<PixelRegion> joined(double points_a_pixel) {
    for (int y = 0; y < rows_; ++y) {
      for (int x = 0; x < columns_; ++x) {
        if (cells_[index(x, y)].count == 0) continue;
        for (const auto& [dx, dy] : {std::pair{1, 0}, {-1, 1}, {0, 1}, {1, 1}}) {
          if (x + dx < 0 || x + dx >= columns_ || y + dy >= rows_) continue;
          if (cells_[index(x + dx, y + dy)].count > 0)
            parent_[root(index(x, y))] = root(index(x + dx, y + dy));
        }
      }
    }
    std::vector<Cell> sums(cells_.size());
    for (std::size_t i = 0; i < cells_.size(); ++i) {
      if (cells_[i].count > 0) sums[root(i)].join(cells_[i]);
    }
    std::vector<PixelRegion> out;
    const auto at = [&](int pixels) { return Length::points(pixels * points_a_pixel); };
    for (const Cell& sum : sums) {
      if (sum.count == 0) continue;
      out.push_back({{at(sum.left), at(sum.top), at(sum.right + 1 - sum.left), at(sum.bottom + 1 - sum.top)},
                     sum.count,
                     sum.largest});
    }
    std::stable_sort(out.begin(), out.end(),
                     [](const PixelRegion& a, const PixelRegion& b) { return a.count > b.count; });
    if (out.size() > kMostRegions) out.resize(kMostRegions);
    return out;
  }

 private:
  struct Cell {
    std::size_t count = 0;
    int left = 0, top = 0, right = 0, bottom = 0, largest = 0;
    void join(const Cell& o) {
      if (count == 0) {
        *this = o;
        return;
      }
      left = std::min(left, o.left), right = std::max(right, o.right);
      top = std::min(top, o.top), bottom = std::max(bottom, o.bottom);
      count += o.count, largest = std::max(largest, o.largest);
    }
  };

  std::size_t index(int x, int y) const {
    return static_cast<std::size_t>(y) * static_cast<std::size_t>(columns_) + static_cast<std::size_t>(x);
  }
  std::size_t root(std::size_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }

  int columns_, rows_;
  std::vector<Cell> cells_;
  std::vector<std::size_t> parent_;
};

/// What stands in the box: photos and headlines before paragraphs, the first few.
std::string names_in(const Scene& scene, std::size_t page, const Rect& box) {
  std::vector<std::string> names;
  const auto add = [&](std::string name) {
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
  };
  for (const SceneItem& item : scene.pages[page].items) {
    if (!item.box.overlaps(box)) continue;
    if (item.kind == SceneItem::Kind::kImage) add("photo ‘" + item.name + "’");
    if (item.kind == SceneItem::Kind::kText) {
      const std::string kind = item.node == kNoNode ? "page furniture" : scene.nodes[item.node].kind;
      add(kind == "paragraph" || kind == "text" ? "‘" + shortened(item.text, 10) + "’" : kind);
    }
    if (item.kind == SceneItem::Kind::kRule) add("rule");
  }
  std::string out;
  for (std::size_t i = 0; i < names.size() && i < 3; ++i) out += (i == 0 ? "" : ", ") + names[i];
  return names.size() > 3 ? out + " …" : out;
}

}  // namespace

void compare_pixels(const Scene& new_scene, PagePair pages, const Raster& old_raster,
                    const Raster& new_raster, Fuzz fuzz, Comparison& result) {
  PagePixels found;
  found.old_page = pages.old_page, found.new_page = pages.new_page;
  const int width = std::max(old_raster.width, new_raster.width),
            height = std::max(old_raster.height, new_raster.height);
  Regions regions(width, height);
  static constexpr unsigned char kPaper[4] = {255, 255, 255, 255};
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      const auto pixel = [&](const Raster& raster) {
        return x < raster.width && y < raster.height ? raster.row(y) + 4 * x : nullptr;
      };
      const unsigned char *a = pixel(old_raster), *b = pixel(new_raster);
      int by = difference(a != nullptr ? a : kPaper, b != nullptr ? b : kPaper);
      if (a == nullptr || b == nullptr) by = 255;  // paper that the other does not have
      if (by == 0) continue;
      ++found.count, found.largest = std::max(found.largest, by);
      regions.add(x, y, by);
    }
  }
  if (found.largest > fuzz.level || found.count > fuzz.pixels) {
    const ScenePage& page = new_scene.pages[pages.new_page];
    found.regions = regions.joined(page.width.pt() / std::max(1, new_raster.width));
    for (const PixelRegion& region : found.regions) {
      Change change;
      change.layer = Layer::kPixels, change.kind = "pixels-differ";
      const std::string names = names_in(new_scene, pages.new_page, region.box);
      change.where = "page " + std::to_string(page.number) + (names.empty() ? "" : ", ") + names;
      change.message =
          std::to_string(region.count) + " pixels differ, by " + std::to_string(region.largest) + " at most";
      change.old_place = {pages.old_page, region.box}, change.new_place = {pages.new_page, region.box};
      result.changes.push_back(std::move(change));
    }
  }
  result.pixels.push_back(std::move(found));
}

}  // namespace banxin
