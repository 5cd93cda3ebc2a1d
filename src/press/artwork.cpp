#include "press/artwork.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <memory>
#include <optional>
#include <qpdf/Pipeline.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "base/bounded_work.h"
#include "base/packed.h"
#include "base/utf8.h"
#include "press/artwork_page.h"
#include "press/clean_artwork.h"
#include "press/count_forms.h"
#include "render/artwork_file.h"
#include "render/module.h"

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

/// PDF's own largest page (Acrobat's limit, 200 inches).
constexpr double kLargestSide = 14400;
/// What a page's operators, or a picture that is packed in several ways, may unpack to.
constexpr std::size_t kMostUnpacked = std::size_t{256} << 20;

QPDFObjectHandle::Rectangle common(const QPDFObjectHandle::Rectangle& a,
                                   const QPDFObjectHandle::Rectangle& b) {
  return {std::max(a.llx, b.llx), std::max(a.lly, b.lly), std::min(a.urx, b.urx), std::min(a.ury, b.ury)};
}

bool empty(const QPDFObjectHandle::Rectangle& box) { return !(box.urx > box.llx && box.ury > box.lly); }

/// Of PDF 1.6: the size of a unit in 72nds of an inch.
double unit_of(QPDFPageObjectHelper& page) {
  QPDFObjectHandle unit = page.getObjectHandle().getKey("/UserUnit");
  return unit.isNumber() ? unit.getNumericValue() : 1;
}

std::string angle_problem(QPDFPageObjectHelper& page) {
  QPDFObjectHandle rotate = page.getAttribute("/Rotate", false);
  if (rotate.isNull() || (rotate.isInteger() && rotate.getIntValue() % 90 == 0)) return {};
  return "has a page turned by " + rotate.unparse().substr(0, 20) + " degrees; PDF knows multiples of 90";
}

/// Returns what is wrong with the page's boxes, or nothing.
std::string boxes_problem(QPDFPageObjectHelper& page, Artwork::Box box) {
  const double unit = unit_of(page);
  if (!(unit > 0 && unit <= kLargestSide)) return "has a page with an impossible UserUnit";
  const QPDFObjectHandle::Rectangle shown = box_of(page, box), media = box_of(page, Artwork::Box::kMedia);
  if (empty(shown) || empty(media)) return "has a page without a size";
  if (empty(common(box_of(page, Artwork::Box::kCrop), media))) return "has a CropBox outside its MediaBox";
  if (empty(common(shown, media))) return "has a page of which nothing is inside its MediaBox";
  for (const auto& b : {shown, media}) {
    const double most = kLargestSide / unit;
    if (!(b.urx - b.llx <= most && b.ury - b.lly <= most)) return "has a page of more than 5 × 5 m";
    for (const double edge : {b.llx, b.lly, b.urx, b.ury}) {
      if (!(std::abs(edge) <= 1e6)) return "has a page too far from its origin";
    }
  }
  return {};
}

/// The box of the page as it is shown: turned, in points (ISO 32000-1, 14.11.2: /Rotate is clockwise). A
/// CropBox shows nothing outside the MediaBox.
void measure_page(QPDFPageObjectHelper& page, Artwork& art) {
  const QPDFObjectHandle::Rectangle box = box_of(page, art.box);
  QPDFObjectHandle::Rectangle crop =
      common(box_of(page, Artwork::Box::kCrop), box_of(page, Artwork::Box::kMedia));
  double width = box.urx - box.llx, height = box.ury - box.lly;
  double left = box.llx - crop.llx, top = crop.ury - box.ury;
  QPDFObjectHandle rotate = page.getAttribute("/Rotate", false);
  const auto turns = rotate.isInteger() ? (rotate.getIntValue() / 90 % 4 + 4) % 4 : 0;
  if (turns == 1) left = box.lly - crop.lly, top = box.llx - crop.llx;
  if (turns == 2) left = crop.urx - box.urx, top = box.lly - crop.lly;
  if (turns == 3) left = crop.ury - box.ury, top = crop.urx - box.urx;
  if (turns % 2 == 1) std::swap(width, height);
  const double scale = unit_of(page);
  art.width = Length::points(width * scale), art.height = Length::points(height * scale);
  art.left = Length::points(left * scale), art.top = Length::points(top * scale);
}

/// Counts what flows through and stops it at kMostUnpacked.
class Counter : public Pipeline {
 public:
  Counter() : Pipeline("count", nullptr) {}
  void write(const unsigned char*, std::size_t size) override {
    count_ += size;
    if (too_much()) throw std::length_error("too much");
  }
  void finish() override {}
  bool too_much() const { return count_ > kMostUnpacked; }

 private:
  std::size_t count_ = 0;
};

/// Writing the file unpacks what is packed otherwise than once by Flate, or as a picture.
bool is_unpacked_when_written(QPDFObjectHandle object) {
  if (!object.isStream()) return false;
  QPDFObjectHandle filter = object.getDict().getKey("/Filter");
  if (filter.isArray()) return filter.getArrayNItems() > 1;
  for (const char* name : {"/LZWDecode", "/RunLengthDecode", "/ASCII85Decode", "/ASCIIHexDecode"}) {
    if (filter.isNameAndEquals(name)) return true;
  }
  return false;
}

std::string packing_problem(QPDF& pdf, QPDFPageObjectHelper& page) {
  const std::string problem = "unpacks to more than " + std::to_string(kMostUnpacked >> 20) + " MB";
  for (QPDFObjectHandle& object : pdf.getAllObjects()) {
    if (!is_unpacked_when_written(object)) continue;
    Counter counter;
    object.pipeStreamData(&counter, 0, qpdf_dl_generalized, true);
    if (counter.too_much()) return problem;
  }
  Counter counter;
  std::string description;
  try {
    page.getObjectHandle().getKey("/Contents").pipeContentStreams(&counter, "content", description);
  } catch (const std::exception&) {
    if (!counter.too_much()) throw;
  }
  return counter.too_much() ? problem : "";
}

/// What a file says of itself.
struct Measured {
  std::string problem;
  int pages = 1;
};

Measured look_into(Artwork& art, const std::string& bytes) {
  Measured out;
  const std::unique_ptr<QPDF> pdf = open_artwork(bytes, out.problem);
  if (!pdf) return out;
  std::vector<QPDFPageObjectHelper> pages = QPDFPageDocumentHelper(*pdf).getAllPages();
  out.pages = static_cast<int>(pages.size());
  if (art.page.value > out.pages) return out;
  try {
    QPDFPageObjectHelper& page = pages[static_cast<std::size_t>(art.page.value - 1)];
    out.problem = angle_problem(page);
    if (out.problem.empty()) out.problem = boxes_problem(page, art.box);
    if (out.problem.empty()) out.problem = packing_problem(*pdf, page);
    if (out.problem.empty()) out.problem = problem_of_forms(page);
    if (out.problem.empty()) out.problem = clean_artwork(*pdf, page.getFormXObjectForPage(true));
    if (out.problem.empty()) measure_page(page, art);
    if (out.problem.empty() && !(art.width > Length() && art.height > Length())) {
      out.problem = "has a page without a size";
    }
  } catch (const std::exception& e) {
    out.problem = std::string("is damaged: ") + e.what();
  }
  return out;
}

/// In a process of its own: neither a drawing nor a PDF is to be trusted before it has been read once.
Measured measure_pdf(Artwork& art) {
  Measured out;
  const auto work = [&] {
    std::string bytes, problem = artwork_pdf(art, bytes);
    const Measured seen = problem.empty() ? look_into(art, bytes) : Measured{problem};
    PackedWriter packed;
    packed.text(seen.problem);
    packed.whole(seen.pages);
    for (const Length length : {art.width, art.height, art.left, art.top}) packed.whole(length.units());
    packed.text(art.kind == Artwork::Kind::kSvg && seen.problem.empty() ? bytes : "");
    return packed.take();
  };
  if (art.kind == Artwork::Kind::kSvg) pdf_module(out.problem);  // stays open for the next one
  const std::optional<std::string> seen = bounded_work(work, out.problem);
  if (!seen) return out;
  PackedReader packed(*seen);
  out.problem = packed.text();
  out.pages = static_cast<int>(packed.whole());
  for (Length* length : {&art.width, &art.height, &art.left, &art.top})
    *length = Length::units(packed.whole());
  const std::string_view drawing = packed.text();
  if (!drawing.empty()) art.drawing = std::make_shared<const std::string>(drawing);
  return out;
}

void measure(Artwork& art, Diagnostics& diags) {
  Measured seen;
  if (art.kind == Artwork::Kind::kPicture) {
    seen.problem = measure_picture(art);
  } else {
    seen = measure_pdf(art);
  }
  art.usable = seen.problem.empty() && art.page.value <= seen.pages;
  if (art.usable) return;
  if (seen.problem.empty()) {
    diags.error("no-such-page", art.page.where,
                "'" + art.file.value + "' has no page " + std::to_string(art.page.value),
                "it has " + std::to_string(seen.pages) + (seen.pages == 1 ? " page" : " pages"));
    return;
  }
  const bool missing = seen.problem == "is not there";
  diags.error(missing ? "not-found" : "bad-artwork", art.file.where,
              "artwork '" + art.file.value + "' " + printable(seen.problem),
              missing                           ? "looked for " + art.path
              : art.kind == Artwork::Kind::kSvg ? "deliver it as a PDF"
              : seen.problem == kHiddenLayers   ? "ask for it again, as a PDF without layers"
                                                : "ask for it again, as a PDF without a password");
}

/// Of a file that is still the same what is known.
void measure(Artwork& art, Diagnostics& diags, ArtworkSizes* sizes) {
  if (art.path.empty() || art.kind == Artwork::Kind::kNone) return;  // that was said
  if (sizes == nullptr) return measure(art, diags);
  const FileStamp stamp = stamp_of(art.path);
  const ArtworkEntry entry{art.path, art.page.value, art.box};
  if (const auto found = sizes->find(entry); found != sizes->end() && found->second.first == stamp) {
    const Artwork& known = found->second.second;
    art.usable = known.usable, art.drawing = known.drawing;
    art.width = known.width, art.height = known.height, art.left = known.left, art.top = known.top;
    art.pixels_x = known.pixels_x, art.pixels_y = known.pixels_y;
    return;
  }
  measure(art, diags);
  if (art.usable) (*sizes)[entry] = {stamp, art};
}

}  // namespace

void measure_artwork(Document& document, Diagnostics& diags, ArtworkSizes* sizes) {
  for (PageLayout& layout : document.layouts) {
    for (Frame& frame : layout.frames) {
      if (auto* plate = std::get_if<Nameplate>(&frame.furniture)) measure(plate->art, diags, sizes);
    }
  }
  for (PageSpec& page : document.edition.pages) {
    for (auto& [frame, advert] : page.adverts) measure(advert.art, diags, sizes);
  }
}

}  // namespace banxin
