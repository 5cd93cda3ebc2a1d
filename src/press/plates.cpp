#include "press/plates.h"

#include <poppler/Error.h>
#include <poppler/GlobalParams.h>
#include <poppler/PDFDoc.h>
#include <poppler/Page.h>
#include <poppler/SplashOutputDev.h>
#include <poppler/Stream.h>
#include <poppler/splash/SplashBitmap.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace banxin {

namespace {

constexpr std::size_t kProcess = 4;
constexpr std::size_t kChannels = kProcess + SPOT_NCOMPS;

/// The library reports through one function for the whole process.
std::vector<std::string>& problems() {
  static std::vector<std::string> all;
  return all;
}

void remember(ErrorCategory, Goffset, const char* message) {
  if (problems().size() < 20) problems().emplace_back(message);
}

/// render/ reads delivered pages through the same library, which ends with its last user: this one stays.
void start_library() {
  static const GlobalParamsIniter user(remember);
  setErrorCallback(remember);  // the first user's would hold
}

/// A rectangle of the sheet in pixels, from the top left of the MediaBox.
struct Slice {
  int x = 0, y = 0, width = 0, height = 0;
};

Slice slice_of(const Page& page, double ppi, PlateArea area) {
  const PDFRectangle& media = *page.getMediaBox();
  const PDFRectangle& box = area == PlateArea::kTrim ? *page.getTrimBox() : media;
  const auto pixels = [&](double points) { return static_cast<int>(std::lround(points * ppi / 72)); };
  return {pixels(box.x1 - media.x1), pixels(media.y2 - box.y2), std::max(1, pixels(box.x2 - box.x1)),
          std::max(1, pixels(box.y2 - box.y1))};
}

/// One channel of the drawing.
std::vector<std::uint8_t> channel_of(const SplashBitmap& bitmap, std::size_t channel) {
  std::vector<std::uint8_t> ink;
  ink.reserve(static_cast<std::size_t>(bitmap.getWidth()) * static_cast<std::size_t>(bitmap.getHeight()));
  for (int y = 0; y < bitmap.getHeight(); ++y) {
    const unsigned char* p =
        bitmap.getDataPtr() + static_cast<std::ptrdiff_t>(y) * bitmap.getRowSize() + channel;
    for (int x = 0; x < bitmap.getWidth(); ++x, p += kChannels) ink.push_back(*p);
  }
  return ink;
}

PagePlates plates_of(const SplashBitmap& bitmap, double ppi) {
  PagePlates out;
  out.width = bitmap.getWidth(), out.height = bitmap.getHeight(), out.ppi = ppi;
  std::size_t channel = 0;
  for (const char* name : {"Cyan", "Magenta", "Yellow", "Black"}) {
    out.plates.push_back({name, channel_of(bitmap, channel++)});
  }
  std::vector<std::uint8_t> everywhere;
  for (const GfxSeparationColorSpace* spot : *bitmap.getSeparationList()) {
    if (channel == kChannels) break;
    std::string name = spot->getName()->toStr();
    std::vector<std::uint8_t> ink = channel_of(bitmap, channel++);
    if (name == "All") {
      everywhere = std::move(ink);
    } else if (name != "None") {
      out.plates.push_back({std::move(name), std::move(ink)});
    }
  }
  // The colorant All is no plate: it prints on each of them (ISO 32000-1, 8.6.6.4).
  for (PlateImage& plate : out.plates) {
    for (std::size_t i = 0; i < everywhere.size(); ++i) plate.ink[i] = std::max(plate.ink[i], everywhere[i]);
  }
  return out;
}

}  // namespace

double PagePlates::coverage(const PlateImage& plate) const {
  std::uint64_t sum = 0;
  for (const std::uint8_t ink : plate.ink) sum += ink;
  return plate.ink.empty() ? 0 : static_cast<double>(sum) / 2.55 / static_cast<double>(plate.ink.size());
}

struct PlateFile::Document {
  std::unique_ptr<PDFDoc> pdf;
};

PlateFile::PlateFile(std::unique_ptr<Document> document) : document_(std::move(document)) {}
PlateFile::~PlateFile() = default;

std::unique_ptr<PlateFile> PlateFile::open(std::string_view pdf, std::string& problem) {
  start_library();
  problems().clear();
  auto document = std::make_unique<Document>();
  // The document takes the stream.
  document->pdf = std::make_unique<PDFDoc>(
      new MemStream(pdf.data(), 0, static_cast<Goffset>(pdf.size()), Object(objNull)));
  if (document->pdf->isOk() && document->pdf->getNumPages() > 0) {
    return std::unique_ptr<PlateFile>(new PlateFile(std::move(document)));
  }
  problem = problems().empty() ? "the file cannot be read" : problems().front();
  return nullptr;
}

int PlateFile::pages() const { return document_->pdf->getNumPages(); }

PagePlates PlateFile::draw(int page, double ppi, PlateArea area) const {
  std::array<unsigned char, kChannels> paper{};
  SplashOutputDev device(splashModeDeviceN8, 4, false, paper.data(), true, splashThinLineDefault, true);
  device.setFontAntialias(true);
  device.setVectorAntialias(true);
  device.startDoc(document_->pdf.get());
  const Page* sheet = document_->pdf->getPage(page);
  if (sheet == nullptr) return {};
  const Slice slice = slice_of(*sheet, ppi, area);
  document_->pdf->displayPageSlice(&device, page, ppi, ppi, 0, true, false, true, slice.x, slice.y,
                                   slice.width, slice.height);
  return plates_of(*device.getBitmap(), ppi);
}

std::vector<std::string> PlateFile::take_problems() const { return std::exchange(problems(), {}); }

}  // namespace banxin
