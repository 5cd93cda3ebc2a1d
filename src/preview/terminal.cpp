#include "preview/terminal.h"

#include <sixel.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

#include "render/screen.h"

namespace banxin {

namespace {

struct Rgb {
  std::uint8_t r = 255, g = 255, b = 255;
  bool operator==(const Rgb&) const = default;
};

Rgb pixel(const Raster& picture, int x, int y) {
  if (y >= picture.height) return {};
  std::uint32_t value = 0;
  std::memcpy(&value, picture.row(y) + 4 * x, sizeof value);
  return {static_cast<std::uint8_t>(value >> 16), static_cast<std::uint8_t>(value >> 8),
          static_cast<std::uint8_t>(value)};
}

std::string base64(std::string_view bytes) {
  constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    const auto byte = [&](std::size_t k) -> std::uint32_t {
      return i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0;
    };
    const std::uint32_t three = byte(0) << 16 | byte(1) << 8 | byte(2);
    for (int shift = 18; shift >= 0; shift -= 6) out += kLetters[three >> shift & 63];
    if (i + 1 >= bytes.size()) out[out.size() - 2] = '=';
    if (i + 2 >= bytes.size()) out.back() = '=';
  }
  return out;
}

/// sw.kovidgoyal.net/kitty/graphics-protocol: a PNG (f=100), sent and shown (a=T) in pieces of 4096 letters,
/// no answer wanted (q=2).
std::string as_kitty(const Raster& picture, Diagnostics& diags) {
  constexpr std::size_t kPiece = 4096;
  const std::optional<std::string> png = encode_png(picture, 96, diags);
  if (!png) return {};
  const std::string letters = base64(*png);
  std::string out;
  for (std::size_t i = 0; i < letters.size(); i += kPiece) {
    out += i == 0 ? "\x1b_Ga=T,f=100,q=2,m=" : "\x1b_Gm=";
    out += i + kPiece < letters.size() ? "1;" : "0;";
    out += letters.substr(i, kPiece) + "\x1b\\";
  }
  return out + "\n";
}

int append_sixels(char* data, int size, void* out) {
  static_cast<std::string*>(out)->append(data, static_cast<std::size_t>(size));
  return size;
}

struct SixelFree {
  void operator()(sixel_dither_t* dither) const { sixel_dither_unref(dither); }
  void operator()(sixel_output_t* output) const { sixel_output_unref(output); }
};

std::string as_sixel(const Raster& picture, Diagnostics& diags) {
  constexpr int kColours = 256;
  std::vector<unsigned char> pixels;
  for (int y = 0; y < picture.height; ++y) {
    for (int x = 0; x < picture.width; ++x) {
      const Rgb p = pixel(picture, x, y);
      pixels.insert(pixels.end(), {p.r, p.g, p.b});
    }
  }
  std::string out;
  sixel_output_t* raw_output = nullptr;
  sixel_dither_t* raw_dither = nullptr;
  bool good = SIXEL_SUCCEEDED(sixel_output_new(&raw_output, append_sixels, &out, nullptr));
  const std::unique_ptr<sixel_output_t, SixelFree> output(raw_output);
  good = good && SIXEL_SUCCEEDED(sixel_dither_new(&raw_dither, kColours, nullptr));
  const std::unique_ptr<sixel_dither_t, SixelFree> dither(raw_dither);
  good = good && SIXEL_SUCCEEDED(sixel_dither_initialize(
                     dither.get(), pixels.data(), picture.width, picture.height, SIXEL_PIXELFORMAT_RGB888,
                     SIXEL_LARGE_AUTO, SIXEL_REP_AVERAGE_PIXELS, SIXEL_QUALITY_AUTO));
  good = good && SIXEL_SUCCEEDED(sixel_encode(pixels.data(), picture.width, picture.height, 3, dither.get(),
                                              output.get()));
  if (good) return out + "\n";
  diags.error("cannot-draw", {}, "the picture could not be written as sixel");
  return {};
}

std::string colour(const char* layer, const Rgb& c) {
  return std::string("\x1b[") + layer + ";2;" + std::to_string(c.r) + ";" + std::to_string(c.g) + ";" +
         std::to_string(c.b) + "m";
}

/// Two pixels a cell: the upper one is the ink of "▀", the lower one its ground.
std::string as_blocks(const Raster& picture) {
  std::string out;
  for (int y = 0; y < picture.height; y += 2) {
    Rgb ink, ground;
    for (int x = 0; x < picture.width; ++x) {
      const Rgb upper = pixel(picture, x, y), lower = pixel(picture, x, y + 1);
      if (x == 0 || upper != ink) out += colour("38", upper);
      if (x == 0 || lower != ground) out += colour("48", lower);
      ink = upper, ground = lower;
      out += "▀";
    }
    out += "\x1b[0m\n";
  }
  return out;
}

}  // namespace

PixelRoom room_for_picture(const Terminal& terminal) {
  const int rows = std::max(1, terminal.rows - 1);
  if (terminal.graphics == Graphics::kBlocks) return {std::max(1, terminal.columns), rows * 2};
  return {std::max(1, terminal.columns * terminal.cell_width), rows * terminal.cell_height};
}

std::string picture_for_terminal(const Raster& picture, Graphics graphics, Diagnostics& diags) {
  switch (graphics) {
    case Graphics::kKitty:
      return as_kitty(picture, diags);
    case Graphics::kSixel:
      return as_sixel(picture, diags);
    case Graphics::kBlocks:
      break;
  }
  return as_blocks(picture);
}

}  // namespace banxin
