// Looks at a finished PDF, ours or anybody's, as a press would, and says what to do about what it finds. The
// checks and their numbers: docs/press.md. It reads; it renders nothing and promises no certificate.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/json.h"
#include "document/press_profile.h"

namespace banxin {

struct PressFinding {
  std::string code;  ///< stable, kebab-case: "small-type"
  Severity severity = Severity::kError;
  int page = 0;                      ///< from 1; 0: the file as a whole
  bool has_place = false;            ///< whether x and y say something
  double x = 0, y = 0;               ///< mm from the top left of the trim
  double measured = 0, allowed = 0;  ///< both 0: nothing was measured
  std::string unit;                  ///< of the two: "pt", "ppi", "%"
  std::string message;               ///< one clause, lower case
  std::string hint;                  ///< what to do
  SourceSpan where;                  ///< of an edition: where it was written
  int count = 1;                     ///< how often on this page; place and measure are of the worst
};

/// How the plates are drawn, which is nearly all that a preflight takes.
struct PreflightRun {
  unsigned threads = 1;  ///< pages drawn at a time
  /// How many pages are done, of how many; called from any of the threads. May be empty.
  std::function<void(std::size_t done, std::size_t all)> progress;
};

/// What is wrong for this press: by page, the file's own findings first.
std::vector<PressFinding> preflight(std::string_view pdf, const PressProfile& profile,
                                    const PreflightRun& run = {});

/// What was found and measured, in words, without its place.
std::string said_of(const PressFinding& finding);

/// The codes that `preflight` knows, for checking the weights of a profile.
std::vector<std::string> preflight_codes();

enum class FindingForm { kHuman, kShort, kJson };
/// kHuman: `FILE: page 1, 12.0 × 30.5 mm: error[CODE]: message` and a hint; kShort: the first line alone;
/// kJson: one array.
std::string written_findings(const std::vector<PressFinding>& findings, const std::string& file,
                             FindingForm form);
/// Those of an edition: `FILE:LINE:COLUMN: error[CODE]: page 1, 12.0 × 30.5 mm: message`, with the line and a
/// caret under the place where it was written. `edition` stands for findings without such a place.
std::string written_findings(const std::vector<PressFinding>& findings, const Sources& sources,
                             const std::string& edition, FindingForm form);
/// One of an edition, as an element of the array of kJson.
void write_finding(JsonWriter& json, const PressFinding& finding, const Sources& sources,
                   const std::string& edition);

}  // namespace banxin
