// What the line breaker weighs ways of setting a paragraph by (typography.md 4.3). No unit, only compared.
// Internal to text/.
#pragma once

namespace banxin {

inline constexpr double kLineCost = 10;               // of every line, TeX's linepenalty
inline constexpr double kFitnessDemerits = 10'000;    // neighbours differ by more than one class
inline constexpr double kOrphanDemerits = 1'500'000;  // 孤字
inline constexpr double kHyphensDemerits = 3000;      // two hyphenated lines in a row
inline constexpr double kHyphenAtColumnEnd = 5000;    // where it cannot be avoided
inline constexpr double kEmergencyDemerits = 1e9;     // a Latin word cut without a hyphen, marks torn apart
inline constexpr double kOverfullDemerits = 1e12;     // and as much again for each em too wide

/// Of a line that is so badly set and ends so reluctantly (Joint::penalty); less than nothing where it ends
/// gladly.
inline double demerits(double badness, double penalty) {
  const double base = kLineCost + badness;
  return penalty >= 0 ? (base + penalty) * (base + penalty) : base * base - penalty * penalty;
}

}  // namespace banxin
