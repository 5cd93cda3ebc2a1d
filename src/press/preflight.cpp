// The order of the preflight's checks.
#include "press/preflight.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>
#include <optional>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <set>
#include <string>
#include <vector>

#include "base/bounded_work.h"
#include "base/packed.h"
#include "press/check_content.h"
#include "press/check_file.h"
#include "press/check_ink_load.h"
#include "press/check_structure.h"
#include "press/rules.h"

namespace banxin {

namespace {

bool is_tagged(QPDF& pdf) {
  QPDFObjectHandle marks = pdf.getRoot().getKey("/MarkInfo");
  QPDFObjectHandle marked = marks.isDictionary() ? marks.getKey("/Marked") : QPDFObjectHandle::newNull();
  return marked.isBool() && marked.getBoolValue();
}

/// A large broadsheet 对开. The plates of larger pages are drawn one at a time, for they may take hundreds of
/// MB.
constexpr double kLargePage = 1200 * 1600;  // square points

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

/// Returns how large the largest page is, in square points.
double check_pages(QPDF& pdf, Findings& findings) {
  double largest = 0;
  const bool tagged = is_tagged(pdf);
  std::map<QPDFObjGen, std::set<int>> reached = check_structure(pdf, findings);
  SeenInks inks;
  std::set<std::string> faces;
  PageFrame first;
  int number = 0;
  for (QPDFPageObjectHelper& page : QPDFPageDocumentHelper(pdf).getAllPages()) {
    const PageFrame frame = check_frame(page, ++number, findings);
    if (number == 1) first = frame;
    largest = std::max(largest, (frame.trim.urx - frame.trim.llx) * (frame.trim.ury - frame.trim.lly));
    check_page_sizes(frame, first, findings);
    check_fonts(page.getAttribute("/Resources", false), number, findings);
    see_fonts(page, faces);
    check_content(page, frame, {tagged, reached[page.getObjectHandle().getObjGen()]}, inks, findings);
  }
  const int most = findings.profile().limits.fonts, count = static_cast<int>(faces.size());
  if (count > most) {
    findings.add("many-fonts", {}, "the file has many faces", {double(count), double(most), "faces"});
  }
  return std::max(largest, 1.0);
}

/// All but what has to be drawn. Returns how large the largest page is; 0: there is nothing to draw.
double look(std::string_view bytes, Findings& findings) {
  // Readers look for it in the first kilobyte (ISO 32000-1, annex H, note 13).
  if (bytes.substr(0, 1024).find("%PDF-") == bytes.npos) {
    findings.add("broken-file", {}, "the file is no PDF");
    return 0;
  }
  QPDF pdf;
  pdf.setSuppressWarnings(true);
  pdf.processMemoryFile("file", bytes.data(), bytes.size());
  check_file(pdf, bytes, findings);
  const double largest = check_pages(pdf, findings);
  for (const QPDFExc& warning : pdf.getWarnings()) {
    findings.add("broken-file", {}, warning.getMessageDetail());
  }
  return largest;
}

/// Reads the file once: how many pages it has, as text.
std::string pages_of(std::string_view bytes) {
  QPDF pdf;
  pdf.setSuppressWarnings(true);
  pdf.processMemoryFile("file", bytes.data(), bytes.size());
  return std::to_string(pdf.getAllPages().size());
}

/// What was found without drawing, on its way from one process to another.
struct Looked {
  double largest = 0;
  std::vector<PressFinding> findings;
};

std::string looked_at(std::string_view pdf, const PressProfile& profile) {
  Findings findings(profile);
  PackedWriter out;
  double largest = 0;
  try {
    largest = look(pdf, findings);
  } catch (const QPDFExc& e) {
    const bool locked = e.getErrorCode() == qpdf_e_password;
    findings.add(locked ? "encrypted" : "broken-file", {},
                 locked ? "the file cannot be opened without its password" : e.getMessageDetail());
  } catch (const std::exception& e) {
    findings.add("broken-file", {}, e.what());
  }
  out.number(largest);
  out.text(packed(findings.take()));
  return out.take();
}

Looked unpacked_look(std::string_view bytes) {
  PackedReader in(bytes);
  Looked out;
  out.largest = in.number();
  out.findings = unpacked(in.text());
  return out;
}

}  // namespace

/// Two processes: the first finds out how much there is, and so how long the second may take. Then one for
/// the plates of each page.
std::vector<PressFinding> preflight(std::string_view pdf, const PressProfile& profile,
                                    const PreflightRun& run) {
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
    found = bounded_work([&] { return looked_at(pdf, profile); }, problem, bounds);
  }
  Findings findings(profile);
  if (!found) {
    findings.add("broken-file", {}, "the file " + problem);
    return findings.take();
  }
  Looked looked = unpacked_look(*found);
  for (PressFinding& finding : looked.findings) findings.add(std::move(finding));
  if (looked.largest > 0) {
    check_ink_load(pdf, looked.largest > kLargePage ? PreflightRun{1, run.progress} : run, findings);
  }
  return findings.take();
}

}  // namespace banxin
