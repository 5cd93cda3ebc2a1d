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

#include "press/plate_module.h"

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

PDFDoc& document_of(void* file) { return *static_cast<PDFDoc*>(file); }

void* open_file(std::string_view pdf, std::string& problem) {
  start_library();
  problems().clear();
  // The document takes the stream.
  auto document = std::make_unique<PDFDoc>(
      new MemStream(pdf.data(), 0, static_cast<Goffset>(pdf.size()), Object(objNull)));
  if (document->isOk() && document->getNumPages() > 0) return document.release();
  problem = problems().empty() ? "the file cannot be read" : problems().front();
  return nullptr;
}

void close_file(void* file) { delete static_cast<PDFDoc*>(file); }

int pages(void* file) { return document_of(file).getNumPages(); }

PagePlates drawn(void* file, int page, double ppi, PlateArea area) {
  PDFDoc& document = document_of(file);
  std::array<unsigned char, kChannels> paper{};
  SplashOutputDev device(splashModeDeviceN8, 4, false, paper.data(), true, splashThinLineDefault, true);
  device.setFontAntialias(true);
  device.setVectorAntialias(true);
  device.startDoc(&document);
  const Page* sheet = document.getPage(page);
  if (sheet == nullptr) return {};
  const Slice slice = slice_of(*sheet, ppi, area);
  document.displayPageSlice(&device, page, ppi, ppi, 0, true, false, true, slice.x, slice.y, slice.width,
                            slice.height);
  return plates_of(*device.getBitmap(), ppi);
}

PagePlates draw(void* file, int page, double ppi, PlateArea area) {
  PagePlates out = drawn(file, page, ppi, area);
  out.problems = std::exchange(problems(), {});
  return out;
}

}  // namespace

}  // namespace banxin

extern "C" __attribute__((visibility("default"))) const void* banxin_plates() {
  static constexpr banxin::PlateModule table{banxin::open_file, banxin::close_file, banxin::pages,
                                             banxin::draw};
  return &table;
}
