// The order of the passes over the PDF that Cairo wrote.
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include "press/accessible.h"
#include "press/metadata.h"
#include "press/page_content.h"
#include "press/press.h"

namespace banxin {

namespace {

std::string rewrite_pages(QPDF& pdf, Colours colours) {
  for (QPDFPageObjectHelper& page : QPDFPageDocumentHelper(pdf).getAllPages()) {
    std::string problem = rewrite_page(page, colours);
    if (!problem.empty()) return problem;
  }
  return {};
}

/// The bytes depend on the content alone: the ID is a hash of it.
std::string written(QPDF& pdf) {
  QPDFWriter writer(pdf);
  writer.setOutputMemory();
  writer.setDeterministicID(true);
  writer.setObjectStreamMode(qpdf_o_generate);
  writer.setCompressStreams(true);
  writer.setDecodeLevel(qpdf_dl_generalized);
  writer.write();
  const std::shared_ptr<Buffer> bytes = writer.getBufferSharedPointer();
  return {reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize()};
}

std::string finish(std::string_view cairo, const PlacedEdition& edition, const FinishOptions& options,
                   std::string& out) {
  QPDF pdf;
  pdf.setSuppressWarnings(true);
  pdf.processMemoryFile("page", cairo.data(), cairo.size());
  const std::vector<const PlacedPage*> pages = drawn_pages(edition, options.pages);
  std::string problem = rewrite_pages(pdf, Colours::kScreen);
  if (problem.empty()) problem = add_meaning(pdf, edition, pages);
  if (!problem.empty()) return problem;
  add_threads(pdf, edition, pages, Length());
  add_metadata(pdf, cairo, options.creation_time, edition.language, {});
  out = written(pdf);
  // A warning means that qpdf mended or left out something of a file that is ours from end to end.
  for (const QPDFExc& warning : pdf.getWarnings()) return warning.what();
  return {};
}

}  // namespace

std::optional<std::string> finish_pdf(std::string_view cairo, const PlacedEdition& edition,
                                      const FinishOptions& options, Diagnostics& diags) {
  std::string out, problem;
  try {
    problem = finish(cairo, edition, options, out);
  } catch (const std::exception& e) {  // qpdf's way to say that it cannot go on
    problem = e.what();
  }
  if (problem.empty()) return out;
  diags.error("cannot-finish", {}, "the PDF could not be completed: " + problem);
  return std::nullopt;
}

}  // namespace banxin
