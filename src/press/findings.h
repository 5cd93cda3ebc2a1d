// The table of the preflight's checks, and where their findings are gathered.
#pragma once

#include <functional>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "press/preflight.h"

namespace banxin {

/// A check: its stable name, how much it weighs when the profile does not say, and what to do.
struct Check {
  const char* code;
  Weighting weight;
  const char* hint;
};
std::span<const Check> all_checks();

/// A place on a page in PDF points, and where that page's trim has its top left corner.
struct PdfPlace {
  int page = 0;
  bool known = false;
  double x = 0, y = 0;  ///< mm from the top left of the trim
};

struct Measure {
  double value = 0, limit = 0;
  const char* unit = "";
};

class Findings {
 public:
  explicit Findings(const PressProfile& profile) : profile_(profile) {}

  const PressProfile& profile() const { return profile_; }
  /// Adds a finding; those of the same code, page and message become one with a count, the farthest from its
  /// limit in front. With `weight`, for checks of two limits: that, unless the profile has its own.
  void add(const char* code, PdfPlace place, std::string message, Measure measure = {});
  void warn(const char* code, PdfPlace place, std::string message, Measure measure = {});
  std::vector<PressFinding> take();

 private:
  void add(const Check& check, Weighting weight, PdfPlace place, std::string message, Measure measure);
  const PressProfile& profile_;
  std::vector<PressFinding> all_;
  std::map<std::string, std::size_t> known_;  // code, page, message -> index
};

}  // namespace banxin
