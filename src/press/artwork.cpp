#include "press/artwork.h"

#include <memory>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <utility>
#include <vector>

#include "press/artwork_page.h"
#include "render/artwork_file.h"

namespace banxin {

std::unique_ptr<QPDF> open_artwork(const std::string& bytes, std::string& problem) {
  try {
    auto pdf = std::make_unique<QPDF>();
    pdf->setSuppressWarnings(true);
    pdf->processMemoryFile("artwork", bytes.data(), bytes.size());
    const bool has_pages = !pdf->getAllPages().empty();
    if (pdf->isEncrypted()) problem = "is encrypted";
    if (!has_pages) problem = "has no page";
    for (const QPDFExc& warning : pdf->getWarnings()) {
      if (problem.empty()) problem = "is damaged: " + warning.getMessageDetail();
    }
    return problem.empty() ? std::move(pdf) : nullptr;
  } catch (const QPDFExc& e) {
    problem = e.getErrorCode() == qpdf_e_password ? "is encrypted" : "is no PDF: " + e.getMessageDetail();
  } catch (const std::exception& e) {
    problem = std::string("is no PDF: ") + e.what();
  }
  return nullptr;
}

QPDFObjectHandle::Rectangle box_of(QPDFPageObjectHelper& page, Artwork::Box box) {
  const auto get = [&] {
    if (box == Artwork::Box::kTrim) return page.getTrimBox();
    if (box == Artwork::Box::kBleed) return page.getBleedBox();
    return box == Artwork::Box::kCrop ? page.getCropBox() : page.getMediaBox();
  };
  QPDFObjectHandle::Rectangle out = get().getArrayAsRectangle();
  if (out.llx > out.urx) std::swap(out.llx, out.urx);
  if (out.lly > out.ury) std::swap(out.lly, out.ury);
  return out;
}

namespace {

/// The box of the page as it is shown: turned, in points (ISO 32000-1, 14.11.2: /Rotate is clockwise).
void measure_page(QPDFPageObjectHelper& page, Artwork& art) {
  const QPDFObjectHandle::Rectangle box = box_of(page, art.box), crop = box_of(page, Artwork::Box::kCrop);
  double width = box.urx - box.llx, height = box.ury - box.lly;
  double left = box.llx - crop.llx, top = crop.ury - box.ury;
  QPDFObjectHandle rotate = page.getAttribute("/Rotate", false);
  const int turns = rotate.isInteger() ? (rotate.getIntValueAsInt() / 90 % 4 + 4) % 4 : 0;
  if (turns == 1) left = box.lly - crop.lly, top = box.llx - crop.llx;
  if (turns == 2) left = crop.urx - box.urx, top = box.lly - crop.lly;
  if (turns == 3) left = crop.ury - box.ury, top = crop.urx - box.urx;
  if (turns % 2 == 1) std::swap(width, height);
  QPDFObjectHandle unit = page.getObjectHandle().getKey("/UserUnit");
  const double scale = unit.isNumber() ? unit.getNumericValue() : 1;
  art.width = Length::points(width * scale), art.height = Length::points(height * scale);
  art.left = Length::points(left * scale), art.top = Length::points(top * scale);
}

class Measurer {
 public:
  Measurer(Diagnostics& diags, ArtworkSizes* sizes) : diags_(diags), sizes_(sizes) {}

  void measure(Artwork& art) {
    if (art.path.empty() || art.kind == Artwork::Kind::kNone) return;  // that was said
    if (sizes_ == nullptr) return open(art);
    const FileStamp stamp = stamp_of(art.path);
    const ArtworkEntry entry{art.path, art.page.value, art.box};
    if (const auto found = sizes_->find(entry); found != sizes_->end() && found->second.first == stamp) {
      const Artwork& known = found->second.second;
      art.usable = known.usable;
      art.width = known.width, art.height = known.height, art.left = known.left, art.top = known.top;
      art.pixels_x = known.pixels_x, art.pixels_y = known.pixels_y;
      return;
    }
    open(art);
    if (art.usable) (*sizes_)[entry] = {stamp, art};
  }

 private:
  void open(Artwork& art) {
    std::string problem = art.kind == Artwork::Kind::kPicture ? measure_picture(art) : measure_pdf(art);
    art.usable = problem.empty() && good_page_;
    good_page_ = true;
    if (problem.empty()) return;
    const bool missing = problem == "is not there";
    diags_.error(missing ? "not-found" : "bad-artwork", art.file.where,
                 "artwork '" + art.file.value + "' " + problem,
                 missing ? "looked for " + art.path : "ask for it again, as a PDF without a password");
  }

  std::string measure_pdf(Artwork& art) {
    std::string bytes, problem = artwork_pdf(art, bytes);
    if (!problem.empty()) return problem;
    const std::unique_ptr<QPDF> pdf = open_artwork(bytes, problem);
    if (!pdf) return problem;
    std::vector<QPDFPageObjectHelper> pages = QPDFPageDocumentHelper(*pdf).getAllPages();
    if (art.page.value > static_cast<int>(pages.size())) {
      good_page_ = false;
      diags_.error("no-such-page", art.page.where,
                   "'" + art.file.value + "' has no page " + std::to_string(art.page.value),
                   "it has " + std::to_string(pages.size()) + (pages.size() == 1 ? " page" : " pages"));
      return {};
    }
    try {
      measure_page(pages[static_cast<std::size_t>(art.page.value - 1)], art);
    } catch (const std::exception& e) {
      return std::string("is damaged: ") + e.what();
    }
    return art.width > Length() && art.height > Length() ? "" : "has a page without a size";
  }

  Diagnostics& diags_;
  ArtworkSizes* sizes_;
  bool good_page_ = true;
};

}  // namespace

void measure_artwork(Document& document, Diagnostics& diags, ArtworkSizes* sizes) {
  Measurer measurer(diags, sizes);
  for (PageLayout& layout : document.layouts) {
    for (Frame& frame : layout.frames) {
      if (auto* plate = std::get_if<Nameplate>(&frame.furniture)) measurer.measure(plate->art);
    }
  }
  for (PageSpec& page : document.edition.pages) {
    for (auto& [frame, advert] : page.adverts) measurer.measure(advert.art);
  }
}

}  // namespace banxin
