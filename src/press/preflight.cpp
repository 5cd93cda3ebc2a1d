// The order of the preflight's checks.
#include "press/preflight.h"

#include <cmath>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>

#include "press/check_content.h"
#include "press/check_file.h"

namespace banxin {

namespace {

bool is_tagged(QPDF& pdf) {
  QPDFObjectHandle marks = pdf.getRoot().getKey("/MarkInfo");
  QPDFObjectHandle marked = marks.isDictionary() ? marks.getKey("/Marked") : QPDFObjectHandle::newNull();
  return marked.isBool() && marked.getBoolValue();
}

void check_pages(QPDF& pdf, Findings& findings) {
  const bool tagged = is_tagged(pdf);
  SeenInks inks;
  int number = 0;
  double width = 0, height = 0;
  for (QPDFPageObjectHelper& page : QPDFPageDocumentHelper(pdf).getAllPages()) {
    const PageFrame frame = check_frame(page, ++number, findings);
    const double w = frame.trim.urx - frame.trim.llx, h = frame.trim.ury - frame.trim.lly;
    if (number > 1 && (std::abs(w - width) > 0.3 || std::abs(h - height) > 0.3)) {
      findings.add("page-sizes", {number}, "the page has another size than the first");
    }
    if (number == 1) width = w, height = h;
    check_fonts(page.getAttribute("/Resources", false), number, findings);
    check_content(page, frame, tagged, inks, findings);
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
  for (const QPDFExc& warning : pdf.getWarnings()) {
    findings.add("broken-file", {}, warning.getMessageDetail());
  }
}

}  // namespace

std::vector<PressFinding> preflight(std::string_view pdf, const PressProfile& profile) {
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

}  // namespace banxin
