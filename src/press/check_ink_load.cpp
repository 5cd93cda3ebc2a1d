#include "press/check_ink_load.h"

#include <atomic>
#include <cmath>
#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "base/bounded_work.h"
#include "base/side_by_side.h"
#include "press/ink_map.h"

namespace banxin {

namespace {

constexpr double kInkPpi = 100;  ///< fine enough for squares of 1.5 mm
constexpr double kAsBefore = 2;  ///< percent of ink that two ways of measuring may differ by

struct Measured {
  bool late = false;                 ///< the time of the file was over
  std::string problem;               ///< why the page was not drawn
  std::vector<std::string> colours;  ///< plates other than black that have ink
  InkLoad load;
};

/// Processor time that the file may take to draw, shared by its pages.
struct Time {
  const int most;  ///< seconds
  std::atomic<double> used{0};
};

Measured measure(const PlateFile& file, int page, Time& time) {
  Measured out;
  out.late = time.used > time.most;
  if (out.late) return out;
  const PagePlates drawn = file.draw(page, kInkPpi, PlateArea::kTrim);
  time.used += drawn.seconds;
  if (drawn.pixels() == 0) {
    out.problem = drawn.problems.back();
    return out;
  }
  for (const PlateImage& plate : drawn.plates) {
    if (plate.name != "Black" && drawn.coverage(plate) > 0) out.colours.push_back(plate.name);
  }
  out.load = ink_load(drawn);
  return out;
}

void tell(const Measured& measured, int page, Findings& findings) {
  if (!measured.problem.empty()) {
    return findings.add("broken-file", {page}, "the plates cannot be drawn: " + measured.problem);
  }
  // A page that the press prints in black alone must have nothing on another plate (row 30 of print.md 6).
  if (!findings.profile().prints_colour(page)) {
    for (const std::string& name : measured.colours) {
      findings.add("colour-page", {page}, "the press prints this page in black alone; it has " + name);
    }
  }
  const InkLoad& load = measured.load;
  if (load.square <= findings.worst("too-much-ink", page) + kAsBefore) return;
  const PressLimits& limits = findings.profile().limits;
  const FindingPlace at{page, true, load.x, load.y};
  // A plate is drawn in 255 steps: tenths of a percent would say more than is known.
  const auto say = [&](int limit) { return Measure{std::round(load.square), double(limit), "%"}; };
  if (load.square > limits.ink) {
    findings.add("ink-overlap", at, "what lies here together has too much ink", say(limits.ink));
  } else if (load.square > limits.ink_warning) {
    findings.warn("ink-overlap", at, "what lies here together has much ink", say(limits.ink_warning));
  }
}

}  // namespace

void check_ink_load(std::string_view pdf, const PreflightRun& run, Findings& findings) {
  std::string problem;
  const std::unique_ptr<PlateFile> file = PlateFile::open(pdf, problem);
  if (file == nullptr) return findings.add("broken-file", {}, "the file cannot be drawn: " + problem);
  std::vector<int> pages;
  for (int page = 1; page <= file->pages(); ++page) {
    // A broken picture may be drawn as anything.
    if (!findings.has("broken-file", page) && !findings.has("picture-components", page))
      pages.push_back(page);
  }
  std::vector<Measured> measured(pages.size());
  std::atomic<std::size_t> done{0};
  Time time{.most = read_seconds(file->pages())};
  side_by_side(pages.size(), run.threads, [&](std::size_t i) {
    measured[i] = measure(*file, pages[i], time);
    if (run.progress) run.progress(++done, pages.size());
  });
  for (std::size_t i = 0; i < pages.size(); ++i) {
    if (!measured[i].late) {
      tell(measured[i], pages[i], findings);
    } else {
      findings.add("broken-file", {}, "the file takes more than " + std::to_string(time.most) + " s to draw");
    }
  }
}

}  // namespace banxin
