// What an object is printed with. Press plates, not screen colours: the players for screens convert.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>

namespace banxin {

/// What plates an object prints on, in thousandths: 0 (none) to 1000 (solid). The default is black on the
/// black plate alone, which is what every letter of a newspaper's copy must be (print.md 1.1, row 14).
struct Ink {
  std::uint16_t c = 0, m = 0, y = 0, k = 1000;
  /// Not 0: a named ink 专色 of the palette (PlacedEdition::spots, from 1), printed from a plate of its own;
  /// the four plates then only say how it looks.
  std::uint8_t spot = 0;
  std::uint16_t tint = 0;  ///< of the named ink
  constexpr bool operator==(const Ink&) const = default;
};

/// The same with so much of it, in thousandths.
constexpr Ink tinted(Ink ink, int thousandths) {
  for (std::uint16_t* plate : {&ink.c, &ink.m, &ink.y, &ink.k, &ink.tint}) {
    *plate = static_cast<std::uint16_t>((*plate * thousandths + 500) / 1000);
  }
  return ink;
}

inline constexpr Ink kBlack{};
inline constexpr Ink kWhite{0, 0, 0, 0};
/// Solid on every plate, spot colours too: for marks outside the trim and nothing else.
inline constexpr Ink kRegistration{1000, 1000, 1000, 1000};

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

/// An ink as an RGB triple of 16 bits a channel, for drawing through a library that knows only RGB. It is a
/// number, not a colour: all four plates, or the named ink and its tint, and eight bits of check are in it,
/// so that a colour that nobody registered can never pass for an ink. render/ draws with it, press/ reads it
/// back from the PDF.
struct InkKey {
  std::uint16_t r = 0, g = 0, b = 0;
  constexpr bool operator==(const InkKey&) const = default;
};

namespace ink_key_detail {
inline constexpr std::uint64_t kSteps = 1001;
inline constexpr std::uint64_t kProcess = kSteps * kSteps * kSteps * kSteps;  ///< named inks come after these
inline constexpr std::uint64_t kArtworks = kProcess + 256 * kSteps;           ///< and delivered pages last
constexpr std::uint64_t check(std::uint64_t number) { return (number * 0x9E3779B97F4A7C15u) >> 56; }
}  // namespace ink_key_detail

constexpr InkKey ink_key(Ink ink) {
  using namespace ink_key_detail;
  const std::uint64_t number = ink.spot > 0 ? kProcess + ink.spot * kSteps + ink.tint
                                            : ((ink.c * kSteps + ink.m) * kSteps + ink.y) * kSteps + ink.k;
  // Never 0: the black that a library draws with when nobody chose an ink must not pass for one.
  const std::uint64_t all = (number + 1) << 8 | check(number + 1);
  return {static_cast<std::uint16_t>(all >> 32), static_cast<std::uint16_t>(all >> 16 & 0xFFFF),
          static_cast<std::uint16_t>(all & 0xFFFF)};
}

/// A triple that stands for a delivered page and not for an ink: render/ fills its box with it, press/ puts
/// the page there. `index`: below 2^32. No `ink_key` is the same.
constexpr InkKey artwork_key(std::uint32_t index) {
  using namespace ink_key_detail;
  const std::uint64_t number = kArtworks + index + 1;  // behind the last ink
  static_assert(kArtworks + (std::uint64_t{1} << 32) < std::uint64_t{1} << 40);
  const std::uint64_t all = number << 8 | check(number);
  return {static_cast<std::uint16_t>(all >> 32), static_cast<std::uint16_t>(all >> 16 & 0xFFFF),
          static_cast<std::uint16_t>(all & 0xFFFF)};
}

/// nullopt when the triple was not made by `artwork_key`.
constexpr std::optional<std::uint32_t> artwork_of(InkKey key) {
  using namespace ink_key_detail;
  const std::uint64_t all = std::uint64_t{key.r} << 32 | std::uint64_t{key.g} << 16 | key.b;
  const std::uint64_t number = all >> 8;
  if (number <= kArtworks || number - kArtworks > std::uint64_t{1} << 32 || check(number) != (all & 0xFF)) {
    return std::nullopt;
  }
  return static_cast<std::uint32_t>(number - kArtworks - 1);
}

/// nullopt when the triple was not made by `ink_key`. Of a named ink only its number and tint come back.
constexpr std::optional<Ink> ink_of(InkKey key) {
  using namespace ink_key_detail;
  const std::uint64_t all = std::uint64_t{key.r} << 32 | std::uint64_t{key.g} << 16 | key.b;
  std::uint64_t number = all >> 8;
  if (number == 0 || check(number) != (all & 0xFF)) return std::nullopt;
  --number;
  const auto plate = [&] {
    const auto value = static_cast<std::uint16_t>(number % kSteps);
    number /= kSteps;
    return value;
  };
  Ink ink = kWhite;
  if (number >= kProcess) {
    number -= kProcess;
    ink.tint = plate();
    if (number == 0 || number > 255) return std::nullopt;
    ink.spot = static_cast<std::uint8_t>(number);
    return ink;
  }
  ink.k = plate(), ink.y = plate(), ink.m = plate(), ink.c = plate();
  return ink;
}

}  // namespace banxin
