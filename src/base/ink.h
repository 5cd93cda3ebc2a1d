// What an object is printed with. Press plates, not screen colours: the players for screens convert.
#pragma once

#include <cstdint>

namespace banxin {

/// A process ink: each plate 0 (none) to 1000 (solid), in thousandths. The default is black on the black
/// plate alone, which is what every letter of a newspaper's copy must be (print.md 1.1, row 14).
struct Ink {
  std::uint16_t c = 0, m = 0, y = 0, k = 1000;
  constexpr bool operator==(const Ink&) const = default;
};

inline constexpr Ink kBlack{};
inline constexpr Ink kWhite{0, 0, 0, 0};

/// A screen colour, each channel 0 to 1.
struct ScreenColour {
  double r = 0, g = 0, b = 0;
};

/// The plain subtractive approximation, for previews; press/ never uses it.
constexpr ScreenColour screen_colour(Ink ink) {
  const auto channel = [&](std::uint16_t plate) {
    return (1000.0 - plate) / 1000.0 * (1000.0 - ink.k) / 1000.0;
  };
  return {channel(ink.c), channel(ink.m), channel(ink.y)};
}

}  // namespace banxin
