#include "press/ink_map.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "render/png_codec.h"

namespace banxin {

namespace {

constexpr double kSquare = 1.5;  ///< mm: ink is judged as the mean of such a square (docs/press.md)
constexpr int kGap = 12;         ///< pixels between two plates of the picture

double millimetres(double pixels, double ppi) { return pixels * 25.4 / ppi; }

/// All plates of each pixel together, in 255ths.
std::vector<std::uint16_t> all_ink(const PagePlates& page) {
  std::vector<std::uint16_t> out(page.pixels());
  for (const PlateImage& plate : page.plates) {
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = static_cast<std::uint16_t>(out[i] + plate.ink[i]);
  }
  return out;
}

/// The square at which the mean is worst; its side in pixels.
struct Square {
  int x = 0, y = 0, side = 1;
  double mean = 0;  ///< in 255ths
};

/// Every square of the page in one walk: sums of columns over `side` rows, moved down a row at a time.
Square worst_square(const std::vector<std::uint16_t>& ink, int width, int height, double ppi) {
  Square worst;
  const int wanted = std::max(1, static_cast<int>(std::lround(kSquare * ppi / 25.4)));
  worst.side = std::min({wanted, width, height});
  std::vector<std::uint32_t> columns(static_cast<std::size_t>(width));
  const auto row = [&](int y) {
    return ink.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(width);
  };
  std::uint64_t most = 0;
  for (int y = 0; y < height; ++y) {
    for (std::size_t x = 0; x < columns.size(); ++x) {
      columns[x] += row(y)[x];
      if (y >= worst.side) columns[x] -= row(y - worst.side)[x];
    }
    if (y + 1 < worst.side) continue;
    std::uint64_t sum = 0;
    for (int x = 0; x < width; ++x) {
      sum += columns[static_cast<std::size_t>(x)];
      if (x >= worst.side) sum -= columns[static_cast<std::size_t>(x - worst.side)];
      if (x + 1 < worst.side || sum <= most) continue;
      most = sum, worst.x = x + 1 - worst.side, worst.y = y + 1 - worst.side;
    }
  }
  worst.mean = static_cast<double>(most) / (worst.side * worst.side);
  return worst;
}

using Colour = std::array<unsigned char, 3>;

/// White, blue, green, yellow at the limit; red from there on.
Colour heat(double share) {
  if (share > 1) return {200, 0, 0};
  static constexpr Colour kSteps[] = {{255, 255, 255}, {120, 170, 255}, {90, 200, 120}, {255, 220, 60}};
  const double at = share * 3;
  const auto step = static_cast<std::size_t>(std::min(2.0, std::floor(at)));
  Colour out{};
  for (std::size_t i = 0; i < 3; ++i) {
    const double from = kSteps[step][i], to = kSteps[step + 1][i];
    out[i] = static_cast<unsigned char>(std::lround(from + (to - from) * (at - static_cast<double>(step))));
  }
  return out;
}

/// Pixels as PngEncoder takes them: 0x00RRGGBB in the machine's byte order.
void put(std::uint32_t& pixel, Colour colour) {
  pixel = static_cast<std::uint32_t>(colour[0] << 16 | colour[1] << 8 | colour[2]);
}

/// Writes a PNG; `fill` paints one row.
template <class Fill>
std::string picture(int width, int height, double ppi, const Fill& fill) {
  std::string out;
  PngEncoder encoder({width, height, false, static_cast<int>(std::lround(ppi))}, out);
  if (!encoder.start()) return {};
  std::vector<std::uint32_t> row(static_cast<std::size_t>(width));
  for (int y = 0; y < height; ++y) {
    fill(y, row);
    if (!encoder.write_row(reinterpret_cast<const unsigned char*>(row.data()))) return {};
  }
  return encoder.finish() ? out : std::string();
}

bool on_frame(const Square& square, int x, int y) {
  const int left = square.x - 3, right = square.x + square.side + 2, top = square.y - 3,
            bottom = square.y + square.side + 2;
  const auto edge = [](int at, int first, int last) {
    return (at >= first && at < first + 2) || (at <= last && at > last - 2);
  };
  const bool inside = x >= left && x <= right && y >= top && y <= bottom;
  return inside && (edge(x, left, right) || edge(y, top, bottom));
}

/// What a solid of the plate looks like; spot colours are drawn in violet, since a plate is only a name.
Colour solid_of(const std::string& name) {
  if (name == "Cyan") return {0, 160, 220};
  if (name == "Magenta") return {210, 0, 120};
  if (name == "Yellow") return {235, 205, 0};
  return name == "Black" ? Colour{20, 20, 20} : Colour{120, 60, 190};
}

}  // namespace

InkLoad ink_load(const PagePlates& page) {
  InkLoad load;
  if (page.pixels() == 0) return load;
  const std::vector<std::uint16_t> ink = all_ink(page);
  const Square worst = worst_square(ink, page.width, page.height, page.ppi);
  load.square = worst.mean / 2.55;
  load.x = millimetres(worst.x + worst.side / 2.0, page.ppi);
  load.y = millimetres(worst.y + worst.side / 2.0, page.ppi);
  const auto most = std::max_element(ink.begin(), ink.end());
  const auto at = static_cast<int>(most - ink.begin());
  load.pixel = *most / 2.55;
  load.pixel_x = millimetres(at % page.width + 0.5, page.ppi);
  load.pixel_y = millimetres(at / page.width + 0.5, page.ppi);
  return load;
}

std::string ink_heat_map(const PagePlates& page, double limit) {
  if (page.pixels() == 0) return {};
  const std::vector<std::uint16_t> ink = all_ink(page);
  const Square worst = worst_square(ink, page.width, page.height, page.ppi);
  return picture(page.width, page.height, page.ppi, [&](int y, std::vector<std::uint32_t>& row) {
    for (int x = 0; x < page.width; ++x) {
      const auto i = static_cast<std::size_t>(x);
      const std::size_t at = static_cast<std::size_t>(y) * row.size() + i;
      put(row[i], on_frame(worst, x, y) ? Colour{0, 0, 0} : heat(ink[at] / 2.55 / limit));
    }
  });
}

std::string plates_picture(const PagePlates& page) {
  if (page.pixels() == 0) return {};
  const int count = static_cast<int>(page.plates.size());
  const int width = count * page.width + (count + 1) * kGap, height = page.height + 2 * kGap;
  return picture(width, height, page.ppi, [&](int y, std::vector<std::uint32_t>& row) {
    std::fill(row.begin(), row.end(), 0xB4B4B4u);
    if (y < kGap || y >= kGap + page.height) return;
    for (std::size_t n = 0; n < page.plates.size(); ++n) {
      const Colour solid = solid_of(page.plates[n].name);
      const std::uint8_t* ink = page.plates[n].ink.data() +
                                static_cast<std::size_t>(y - kGap) * static_cast<std::size_t>(page.width);
      std::uint32_t* to = row.data() + kGap + n * static_cast<std::size_t>(page.width + kGap);
      for (int x = 0; x < page.width; ++x) {
        Colour colour{};
        for (std::size_t i = 0; i < 3; ++i) {
          colour[i] = static_cast<unsigned char>(255 - (255 - solid[i]) * ink[x] / 255);
        }
        put(to[x], colour);
      }
    }
  });
}

}  // namespace banxin
