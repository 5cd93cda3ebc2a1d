// The order of the passes over the PDF that Cairo wrote.
#include <qpdf/Pl_String.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

#include "press/accessible.h"
#include "press/metadata.h"
#include "press/pack.h"
#include "press/page_content.h"
#include "press/place_artwork.h"
#include "press/press.h"
#include "press/sheet.h"

namespace banxin {

namespace {

using Standard = PressProfile::Standard;

/// The bytes depend on the content alone: the ID is a hash of it.
std::string written(QPDF& pdf, const PressProfile* press) {
  QPDFWriter writer(pdf);
  std::string out;
  Pl_String into("file", nullptr, out);
  writer.setOutputPipeline(&into);
  writer.setDeterministicID(true);
  writer.setCompressStreams(true);
  writer.setDecodeLevel(qpdf_dl_generalized);
  writer.setObjectStreamMode(qpdf_o_generate);
  if (press != nullptr && press->standard == Standard::kX1a) {
    writer.setObjectStreamMode(qpdf_o_disable);  // object streams came with PDF 1.5
    writer.forcePDFVersion("1.4");
  } else if (press != nullptr) {
    writer.forcePDFVersion("1.6");
  }
  writer.write();
  return out;
}

MetadataMarks marks_of(const PressProfile* press) {
  if (press == nullptr) return {};
  MetadataMarks marks;
  marks.trapped = true;
  if (press->standard == Standard::kX1a) marks.info_version = "PDF/X-1a:2003";
  if (press->standard == Standard::kX4) marks.xmp_version = "PDF/X-4";
  return marks;
}

/// A picture that stands on a page twice has its name twice in Cairo's list of the page, both times for the
/// same object.
bool says_it_twice(const QPDFExc& warning) {
  return warning.getMessageDetail().find("duplicated key /x") != std::string::npos;
}

/// Returns what is wrong with our own work; `out` stays empty when artwork cannot be placed, which is
/// reported.
std::string finish(std::string_view cairo, const PlacedEdition& edition, const FinishOptions& options,
                   std::string& out, Diagnostics& diags) {
  QPDF pdf;
  pdf.setSuppressWarnings(true);
  pdf.processMemoryFile("page", cairo.data(), cairo.size());
  const PressProfile* press = options.press;
  const std::vector<const PlacedPage*> pages = drawn_pages(edition, options.pages);
  const Inks inks{press != nullptr ? Colours::kPlates : Colours::kScreen, edition.spots};
  std::string problem = rewrite_pages(pdf, inks, edition.artworks, options.threads);
  if (problem.empty()) problem = add_meaning(pdf, edition, pages);
  if (problem.empty() && press != nullptr) problem = problem_of_pictures(pdf);
  // Last: what was delivered is not ours to judge here; the preflight does.
  const InkOfColour in_artwork = press != nullptr ? press_colours(*press, options.icc) : InkOfColour();
  if (!problem.empty() || !place_artwork(pdf, edition, pages, in_artwork, diags)) return problem;
  add_threads(pdf, edition, pages, press != nullptr ? press->room : Length());
  if (press != nullptr) {
    set_boxes(pdf, pages, press->room);
    add_output_intent(pdf, *press, options.icc);
  }
  add_metadata(pdf, cairo, options.creation_time, edition.language, marks_of(press));
  pack_streams(pdf, options.threads);
  out = written(pdf, press);
  // A warning means that qpdf mended or left out something of a file that is ours from end to end.
  for (const QPDFExc& warning : pdf.getWarnings()) {
    if (!says_it_twice(warning)) return warning.what();
  }
  return {};
}

}  // namespace

std::optional<std::string> finish_pdf(std::string_view cairo, const PlacedEdition& edition,
                                      const FinishOptions& options, Diagnostics& diags) {
  std::string out, problem;
  try {
    problem = finish(cairo, edition, options, out, diags);
  } catch (const std::exception& e) {  // qpdf's way to say that it cannot go on
    problem = e.what();
  }
  if (problem.empty()) return out.empty() ? std::nullopt : std::optional(std::move(out));
  diags.error("cannot-finish", {}, "the PDF could not be completed: " + problem);
  return std::nullopt;
}

}  // namespace banxin
