// Distances on paper and distances relative to a type size, both in exact fixed point.
//
// Sums do not depend on order, so two machines put a glyph on the same unit. There is no implicit way in or
// out: 3 is not a Length, a Length is not a double, and an Em is not a Length until a type size says so.
#pragma once

#include <cmath>
#include <compare>
#include <cstdint>

namespace banxin {

/// a*b/c rounded half away from zero, without overflow on the way. `c` > 0.
constexpr std::int64_t mul_div(std::int64_t a, std::int64_t b, std::int64_t c) {
  __extension__ using Wide = __int128;
  const Wide product = static_cast<Wide>(a) * b;
  const Wide half = c / 2;
  return static_cast<std::int64_t>((product >= 0 ? product + half : product - half) / c);
}

/// A distance on paper: 65536 units = 1 pt = 1/72 inch (ISO 32000-1, 8.3.2.3).
class Length {
 public:
  static constexpr std::int64_t kUnitsPerPoint = 65536;

  constexpr Length() = default;
  static constexpr Length units(std::int64_t n) { return Length(n); }
  static constexpr Length points(double pt) {
    return Length(static_cast<std::int64_t>(pt * kUnitsPerPoint + (pt < 0 ? -0.5 : 0.5)));
  }
  static constexpr Length millimetres(double mm) { return points(mm * 72.0 / 25.4); }

  constexpr std::int64_t units() const { return units_; }
  constexpr double pt() const { return static_cast<double>(units_) / kUnitsPerPoint; }
  constexpr double mm() const { return pt() * 25.4 / 72.0; }

  constexpr auto operator<=>(const Length&) const = default;
  constexpr Length& operator+=(Length o) {
    units_ += o.units_;
    return *this;
  }
  constexpr Length& operator-=(Length o) {
    units_ -= o.units_;
    return *this;
  }
  constexpr Length operator-() const { return Length(-units_); }
  friend constexpr Length operator+(Length a, Length b) { return Length(a.units_ + b.units_); }
  friend constexpr Length operator-(Length a, Length b) { return Length(a.units_ - b.units_); }
  friend constexpr Length operator*(Length a, std::int64_t n) { return Length(a.units_ * n); }
  friend constexpr Length operator*(std::int64_t n, Length a) { return Length(a.units_ * n); }
  friend constexpr Length operator/(Length a, std::int64_t n) { return Length(a.units_ / n); }
  /// A ratio has no unit.
  friend constexpr double operator/(Length a, Length b) {
    return static_cast<double>(a.units_) / static_cast<double>(b.units_);
  }

 private:
  explicit constexpr Length(std::int64_t n) : units_(n) {}
  std::int64_t units_ = 0;
};

/// A distance relative to a type size: 65536 units = 1 em (字) of that size. Glyph metrics are in this unit,
/// so one shaping serves all sizes.
class Em {
 public:
  static constexpr std::int64_t kUnitsPerEm = 65536;

  constexpr Em() = default;
  static constexpr Em units(std::int64_t n) { return Em(n); }
  static constexpr Em of(double em) {
    return Em(static_cast<std::int64_t>(em * kUnitsPerEm + (em < 0 ? -0.5 : 0.5)));
  }

  constexpr std::int64_t units() const { return units_; }
  constexpr double em() const { return static_cast<double>(units_) / kUnitsPerEm; }
  /// On paper, at type size `size`.
  constexpr Length at(Length size) const { return Length::units(mul_div(units_, size.units(), kUnitsPerEm)); }

  constexpr auto operator<=>(const Em&) const = default;
  constexpr Em& operator+=(Em o) {
    units_ += o.units_;
    return *this;
  }
  constexpr Em& operator-=(Em o) {
    units_ -= o.units_;
    return *this;
  }
  constexpr Em operator-() const { return Em(-units_); }
  friend constexpr Em operator+(Em a, Em b) { return Em(a.units_ + b.units_); }
  friend constexpr Em operator-(Em a, Em b) { return Em(a.units_ - b.units_); }
  friend constexpr Em operator*(Em a, std::int64_t n) { return Em(a.units_ * n); }
  friend constexpr Em operator/(Em a, std::int64_t n) { return Em(a.units_ / n); }

 private:
  explicit constexpr Em(std::int64_t n) : units_(n) {}
  std::int64_t units_ = 0;
};

/// `length` measured in ems of type size `size` (> 0).
constexpr Em in_em(Length length, Length size) {
  return Em::units(mul_div(length.units(), Em::kUnitsPerEm, size.units()));
}

inline namespace literals {
constexpr Length operator""_pt(long double v) { return Length::points(static_cast<double>(v)); }
constexpr Length operator""_pt(unsigned long long v) { return Length::points(static_cast<double>(v)); }
constexpr Length operator""_mm(long double v) { return Length::millimetres(static_cast<double>(v)); }
constexpr Length operator""_mm(unsigned long long v) { return Length::millimetres(static_cast<double>(v)); }
constexpr Em operator""_em(long double v) { return Em::of(static_cast<double>(v)); }
constexpr Em operator""_em(unsigned long long v) { return Em::of(static_cast<double>(v)); }
}  // namespace literals

}  // namespace banxin
