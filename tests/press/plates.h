// Separations by Ghostscript: what each plate of a page gets.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "../render/support.h"
#include "document/press_profile.h"

namespace banxin::test {

/// One plate; 0 = paper, 100 = solid.
struct Plate {
  int width = 0, height = 0;
  std::string bytes;
  double at(int x, int y) const;
};

/// The plates of the first page.
class Plates {
 public:
  static constexpr int kPpi = 144;
  /// Ghostscript prints a dot wherever it meets ink, which makes small type bold; drawn `finer` times as
  /// large and averaged it is as dark as it should be.
  explicit Plates(const std::string& pdf, int ppi = kPpi, int finer = 1);
  /// "Cyan", "Magenta", "Yellow", "Black" or a spot colour, at a point of the sheet from its top left.
  double at(const std::string& plate, double x, double y) const;
  /// C/M/Y/K in whole percent: "0/100/90/5".
  std::string at(double x, double y) const;
  /// The most on one plate inside a rectangle of the sheet.
  double most(const std::string& plate, double x, double y, double width, double height) const;
  /// Percent of the sheet that a plate prints.
  double coverage(const std::string& plate) const;
  /// The most of all four together.
  double most_ink(double x, double y, double width, double height) const;

 private:
  double step() const { return 72.0 / ppi_; }
  int ppi_;
  std::map<std::string, Plate> plates_;
};

/// The PDF of an edition as `banxin render --press` makes it; `press` null: for screens.
std::string finished(PlacedEdition edition, const PressProfile* press = nullptr);
std::string finished(PlacedEdition edition, const FontSet& fonts, const PressProfile* press);
/// One page of it.
std::string finished_page(PlacedEdition edition, std::size_t page, const FontSet& fonts,
                          const PressProfile& press);
PressProfile profile_named(const std::string& name);

}  // namespace banxin::test
