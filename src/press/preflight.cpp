// The order of the preflight's checks.
#include "press/preflight.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>
#include <memory>
#include <optional>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <set>
#include <string>
#include <vector>

#include "base/bounded_work.h"
#include "press/check_content.h"
#include "press/check_file.h"
#include "press/check_structure.h"
#include "press/ink_map.h"
#include "press/rules.h"

namespace banxin {

namespace {

bool is_tagged(QPDF& pdf) {
  QPDFObjectHandle marks = pdf.getRoot().getKey("/MarkInfo");
  QPDFObjectHandle marked = marks.isDictionary() ? marks.getKey("/Marked") : QPDFObjectHandle::newNull();
  return marked.isBool() && marked.getBoolValue();
}

constexpr double kInkPpi = 100;  ///< fine enough for squares of 1.5 mm
constexpr double kAsBefore = 2;  ///< percent of ink that two ways of measuring may differ by

void check_page_sizes(const PageFrame& frame, const PageFrame& first, Findings& findings) {
  const auto width = [](const PageFrame& f) { return f.trim.urx - f.trim.llx; };
  const auto height = [](const PageFrame& f) { return f.trim.ury - f.trim.lly; };
  const auto differs = [](double a, double b) { return std::abs(a - b) > 0.3; };
  // A spread 跨版 beside single pages is two of them.
  const bool other_width = differs(width(frame), width(first)) && differs(width(frame), 2 * width(first)) &&
                           differs(2 * width(frame), width(first));
  if (other_width || differs(height(frame), height(first))) {
    findings.add("page-sizes", {frame.page}, "the page has another size than the first");
  }
  check_page_size(width(frame), height(frame), {frame.page}, findings);
}

void see_fonts(QPDFPageObjectHelper& page, std::set<std::string>& faces) {
  QPDFObjectHandle resources = page.getAttribute("/Resources", false);
  QPDFObjectHandle fonts = resources.isDictionary() ? resources.getKey("/Font") : QPDFObjectHandle::newNull();
  if (!fonts.isDictionary()) return;
  for (const std::string& key : fonts.getKeys()) {
    QPDFObjectHandle name = fonts.getKey(key).isDictionary() ? fonts.getKey(key).getKey("/BaseFont")
                                                             : QPDFObjectHandle::newNull();
    if (name.isName()) faces.insert(name.getName());
  }
}

void check_pages(QPDF& pdf, Findings& findings) {
  const bool tagged = is_tagged(pdf);
  std::map<QPDFObjGen, std::set<int>> reached = check_structure(pdf, findings);
  SeenInks inks;
  std::set<std::string> faces;
  PageFrame first;
  int number = 0;
  for (QPDFPageObjectHelper& page : QPDFPageDocumentHelper(pdf).getAllPages()) {
    const PageFrame frame = check_frame(page, ++number, findings);
    if (number == 1) first = frame;
    check_page_sizes(frame, first, findings);
    check_fonts(page.getAttribute("/Resources", false), number, findings);
    see_fonts(page, faces);
    check_content(page, frame, {tagged, reached[page.getObjectHandle().getObjGen()]}, inks, findings);
  }
  const int most = findings.profile().limits.fonts, count = static_cast<int>(faces.size());
  if (count > most) {
    findings.add("many-fonts", {}, "the file has many faces", {double(count), double(most), "faces"});
  }
}

/// A page that the press prints in black alone must have nothing on another plate (row 30 of print.md 6).
void check_colour_page(const PagePlates& drawn, int page, Findings& findings) {
  if (findings.profile().prints_colour(page)) return;
  for (const PlateImage& plate : drawn.plates) {
    if (plate.name == "Black" || drawn.coverage(plate) <= 0) continue;
    findings.add("colour-page", {page}, "the press prints this page in black alone; it has " + plate.name);
  }
}

/// Ink where type and pictures lie over one another, measured on the plates. Single pictures and colours have
/// been looked at before; they are not told twice.
void check_ink_load(std::string_view bytes, Findings& findings) {
  std::string problem;
  const std::unique_ptr<PlateFile> file = PlateFile::open(bytes, problem);
  if (file == nullptr) return findings.add("broken-file", {}, "the file cannot be drawn: " + problem);
  const PressLimits& limits = findings.profile().limits;
  for (int page = 1; page <= file->pages(); ++page) {
    // A broken picture may be drawn as anything.
    if (findings.has("broken-file", page) || findings.has("picture-components", page)) continue;
    const PagePlates plates = file->draw(page, kInkPpi, PlateArea::kTrim);
    if (plates.pixels() == 0) {
      findings.add("broken-file", {page}, "the plates cannot be drawn: " + file->take_problems().back());
      continue;
    }
    check_colour_page(plates, page, findings);
    const InkLoad load = ink_load(plates);
    if (load.square <= findings.worst("too-much-ink", page) + kAsBefore) continue;
    const FindingPlace at{page, true, load.x, load.y};
    // A plate is drawn in 255 steps: tenths of a percent would say more than is known.
    const auto say = [&](int limit) { return Measure{std::round(load.square), double(limit), "%"}; };
    if (load.square > limits.ink) {
      findings.add("ink-overlap", at, "what lies here together has too much ink", say(limits.ink));
    } else if (load.square > limits.ink_warning) {
      findings.warn("ink-overlap", at, "what lies here together has much ink", say(limits.ink_warning));
    }
  }
}

void look(std::string_view bytes, Findings& findings) {
  // Readers look for it in the first kilobyte (ISO 32000-1, annex H, note 13).
  if (bytes.substr(0, 1024).find("%PDF-") == bytes.npos) {
    return findings.add("broken-file", {}, "the file is no PDF");
  }
  QPDF pdf;
  pdf.setSuppressWarnings(true);
  pdf.processMemoryFile("file", bytes.data(), bytes.size());
  check_file(pdf, bytes, findings);
  check_pages(pdf, findings);
  check_ink_load(bytes, findings);
  for (const QPDFExc& warning : pdf.getWarnings()) {
    findings.add("broken-file", {}, warning.getMessageDetail());
  }
}

/// Reads the file once: how many pages it has, as text.
std::string pages_of(std::string_view bytes) {
  QPDF pdf;
  pdf.setSuppressWarnings(true);
  pdf.processMemoryFile("file", bytes.data(), bytes.size());
  return std::to_string(pdf.getAllPages().size());
}

std::vector<PressFinding> findings_of(std::string_view pdf, const PressProfile& profile) {
  Findings findings(profile);
  try {
    look(pdf, findings);
  } catch (const QPDFExc& e) {
    const bool locked = e.getErrorCode() == qpdf_e_password;
    findings.add(locked ? "encrypted" : "broken-file", {},
                 locked ? "the file cannot be opened without its password" : e.getMessageDetail());
  } catch (const std::exception& e) {
    findings.add("broken-file", {}, e.what());
  }
  return findings.take();
}

}  // namespace

/// Two processes: the first finds out how much there is, and so how long the second may take.
std::vector<PressFinding> preflight(std::string_view pdf, const PressProfile& profile) {
  std::string problem;
  const auto count = [&]() -> std::string {
    try {
      return pages_of(pdf);
    } catch (const std::exception&) {
      return "1";  // it will be told
    }
  };
  const std::optional<std::string> pages = bounded_work(count, problem);
  std::optional<std::string> found;
  if (pages) {
    const WorkBounds bounds{.seconds = read_seconds(std::atoi(pages->c_str())), .megabytes = 768};
    found = bounded_work([&] { return packed(findings_of(pdf, profile)); }, problem, bounds);
  }
  if (found) return unpacked(*found);
  Findings findings(profile);
  findings.add("broken-file", {}, "the file " + problem);
  return findings.take();
}

}  // namespace banxin
