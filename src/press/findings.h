// The table of the preflight's checks, and where their findings are gathered.
#pragma once

#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
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

/// Where something was found.
struct FindingPlace {
  int page = 0;  ///< from 1; 0: the file as a whole
  bool known = false;
  double x = 0, y = 0;    ///< mm from the top left of the trim
  SourceSpan where = {};  ///< of an edition: where it was written
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
  void add(const char* code, FindingPlace place, std::string message, Measure measure = {});
  void warn(const char* code, FindingPlace place, std::string message, Measure measure = {});
  /// One that others, with the same profile, have made.
  void add(PressFinding finding) { all_.push_back(std::move(finding)); }
  /// The worst measure of a check on a page so far; 0 when it has found nothing there.
  double worst(std::string_view code, int page) const;
  bool has(std::string_view code, int page) const;
  std::vector<PressFinding> take();

 private:
  void add(const Check& check, Weighting weight, FindingPlace place, std::string message, Measure measure);
  const PressProfile& profile_;
  std::vector<PressFinding> all_;
  std::map<std::string, std::size_t> known_;  // code, page, message -> index
};

/// Findings of another process (base/bounded_work.h), on their way here.
std::string packed(const std::vector<PressFinding>& findings);
std::vector<PressFinding> unpacked(std::string_view bytes);

}  // namespace banxin
