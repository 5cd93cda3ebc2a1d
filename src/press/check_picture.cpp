#include "press/check_picture.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <qpdf/Buffer.hh>
#include <string>
#include <vector>

#include "press/paint_state.h"
#include "press/rules.h"
#include "render/jpeg_header.h"

namespace banxin {

namespace {

using Object = QPDFObjectHandle;
using Standard = PressProfile::Standard;

constexpr double kMuchOfAPicture = 10;  ///< percent of its area
constexpr double kSquare = 1.5;         ///< mm: ink is judged as the mean of such a square (docs/press.md)

int integer(Object dictionary, const char* key) {
  Object value = dictionary.getKey(key);
  return value.isInteger() ? value.getIntValueAsInt() : 0;
}

void check_form(Object dictionary, FindingPlace place, Findings& findings) {
  const bool x1a = findings.profile().standard == Standard::kX1a;
  for (const std::string& filter : filters_of(dictionary)) {
    if (x1a && (filter == "/JPXDecode" || filter == "/JBIG2Decode" || filter == "/LZWDecode")) {
      findings.add("picture-filter", place, "the picture is packed as " + filter.substr(1));
    }
  }
  const std::vector<std::string> filters = filters_of(dictionary);
  const bool jpx = std::find(filters.begin(), filters.end(), "/JPXDecode") != filters.end();
  if (jpx && !dictionary.hasKey("/ColorSpace")) {
    findings.add("colour-space", place, "the picture leaves it to JPEG 2000 what its colours are");
  }
  if (x1a && (dictionary.hasKey("/SMask"))) {
    findings.add("transparency", place, "the picture is transparent");
  }
  if (integer(dictionary, "/BitsPerComponent") == 16) {
    findings.add("picture-depth", place, "the picture has 16 bits a channel");
  }
}

void check_resolution(Object dictionary, double width, double height, FindingPlace place,
                      Findings& findings) {
  const PressLimits& limits = findings.profile().limits;
  if (width <= 0 || height <= 0) return;
  const double ppi =
      std::min(integer(dictionary, "/Width") * 72 / width, integer(dictionary, "/Height") * 72 / height);
  const bool line_art =
      integer(dictionary, "/BitsPerComponent") == 1 || dictionary.getKey("/ImageMask").isBool();
  const auto say = [&](double limit) { return Measure{ppi, limit, "ppi"}; };
  if (line_art) {
    if (ppi < limits.line_art_ppi) {
      findings.warn("picture-resolution", place, "the line art is coarse", say(limits.line_art_ppi));
    }
  } else if (ppi <= limits.ppi_most) {
    banxin::check_resolution(ppi, place, findings);
  } else {
    findings.add("picture-too-fine", place, "the picture is finer than the press", say(limits.ppi_most));
  }
}

/// The worst mean of a square of ink in percent, and where its middle is, as fractions of the picture.
struct Worst {
  double ink = 0, x = 0, y = 0;
};

/// Squares overlap by half, so that none that is bad all over is missed between two.
Worst worst_square(const unsigned char* pixels, int width, int height, int side) {
  Worst worst;
  const int step = std::max(1, side / 2);
  for (int down = 0; down < height; down += step) {
    for (int across = 0; across < width; across += step) {
      const int left = std::max(0, std::min(across, width - side));  // whole squares up to the edge
      const int top = std::max(0, std::min(down, height - side));
      const int right = std::min(left + side, width), bottom = std::min(top + side, height);
      std::uint64_t sum = 0;
      for (int y = top; y < bottom; ++y) {
        const unsigned char* p = pixels + (std::size_t(y) * std::size_t(width) + std::size_t(left)) * 4;
        for (const unsigned char* end = p + (right - left) * 4; p != end; ++p) sum += *p;
      }
      const double ink = static_cast<double>(sum) / 2.55 / ((right - left) * (bottom - top));
      if (ink > worst.ink + 0.01) worst = {ink, (left + right) / 2.0 / width, (top + bottom) / 2.0 / height};
    }
  }
  return worst;
}

void check_ink(Object picture, const PicturePlace& where, Findings& findings) {
  Object dictionary = picture.getDict();
  if (!dictionary.getKey("/ColorSpace").isNameAndEquals("/DeviceCMYK")) return;
  const int columns = integer(dictionary, "/Width"), rows = integer(dictionary, "/Height");
  if (columns <= 0 || rows <= 0 || where.width <= 0 || integer(dictionary, "/BitsPerComponent") != 8) return;
  const std::shared_ptr<Buffer> data = picture.getStreamData(qpdf_dl_all);
  if (data->getSize() < static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows) * 4) return;
  const int side = std::max(1, static_cast<int>(std::lround(kSquare * 72 / 25.4 * columns / where.width)));
  const Worst worst = worst_square(data->getBuffer(), columns, rows, side);
  const PressLimits& limits = findings.profile().limits;
  const FindingPlace place = where.place(worst.x, worst.y);
  const auto say = [&](int limit) { return Measure{worst.ink, static_cast<double>(limit), "%"}; };
  if (worst.ink > limits.ink) {
    findings.add("too-much-ink", place, "the picture has more ink than the paper takes", say(limits.ink));
  } else if (worst.ink > limits.ink_warning) {
    findings.warn("too-much-ink", place, "the picture has much ink", say(limits.ink_warning));
  }
}

/// Row 8 of print.md: shadows fill in above so much black, dots below so much are not held by the plate.
void check_tones(Object picture, FindingPlace place, Findings& findings) {
  Object dictionary = picture.getDict(), space = dictionary.getKey("/ColorSpace");
  const int channels = space.isNameAndEquals("/DeviceCMYK")   ? 4
                       : space.isNameAndEquals("/DeviceGray") ? 1
                                                              : 0;
  if (channels == 0 || integer(dictionary, "/BitsPerComponent") != 8 || dictionary.hasKey("/Decode")) return;
  for (const std::string& filter : filters_of(dictionary)) {
    if (filter == "/JPXDecode" || filter == "/JBIG2Decode") return;
  }
  const std::shared_ptr<Buffer> data = picture.getStreamData(qpdf_dl_all);
  const std::size_t step = static_cast<std::size_t>(channels), pixels = data->getSize() / step;
  const PressLimits& limits = findings.profile().limits;
  const int black = limits.photo_black * 255 / 100, first = limits.highlight * 255 / 100;
  std::size_t dark = 0, faint = 0;
  for (const unsigned char *p = data->getBuffer(), *end = p + pixels * step; p != end; p += step) {
    const int k = channels == 1 ? 255 - *p : p[3];
    const int most = channels == 1 ? k : std::max({int{p[0]}, int{p[1]}, int{p[2]}, k});
    dark += k > black;
    faint += most > 0 && most < first;
  }
  const auto share = [&](std::size_t count) {
    return std::round(static_cast<double>(count) * 100 / static_cast<double>(pixels));
  };
  if (pixels == 0) return;
  if (share(dark) > kMuchOfAPicture) {
    findings.add("picture-black", place, "much of the picture is nearly solid black",
                 {share(dark), kMuchOfAPicture, "%"});
  }
  if (share(faint) > kMuchOfAPicture) {
    findings.add("picture-highlight", place, "much of the picture has dots too small to print",
                 {share(faint), kMuchOfAPicture, "%"});
  }
}

int channels_of(Object space) {
  switch (kind_of_space(space)) {
    case PlateColour::Kind::kGrey:
      return 1;
    case PlateColour::Kind::kRgb:
      return 3;
    case PlateColour::Kind::kCmyk:
      return 4;
    case PlateColour::Kind::kSpot:
    case PlateColour::Kind::kOther:
      break;
  }
  return 0;
}

/// Photoshop writes CMYK inverted with an "Adobe" segment and says so by /Decode; without that it is a
/// negative. And the JPEG must have the channels that the PDF says. False: its inks are not what they seem.
bool check_jpeg(Object picture, FindingPlace place, Findings& findings) {
  Object dictionary = picture.getDict();
  if (filters_of(dictionary) != std::vector<std::string>{"/DCTDecode"}) return true;
  const std::shared_ptr<Buffer> data = picture.getRawStreamData();
  std::string problem;
  const std::optional<JpegHeader> jpeg =
      read_jpeg_header({reinterpret_cast<const char*>(data->getBuffer()), data->getSize()}, problem);
  if (!jpeg) return true;
  const int channels = channels_of(dictionary.getKey("/ColorSpace"));
  if (channels > 0 && channels != jpeg->components) {
    findings.add("picture-components", place,
                 "the picture has " + std::to_string(jpeg->components) + " channels and is said to have " +
                     std::to_string(channels));
    return false;
  }
  if (channels == 4 && jpeg->adobe && !dictionary.hasKey("/Decode")) {
    findings.add("picture-inverted", place,
                 "the picture may print as a negative: Adobe's CMYK without /Decode");
    return false;
  }
  return true;
}

}  // namespace

std::vector<std::string> filters_of(QPDFObjectHandle dictionary) {
  QPDFObjectHandle filter = dictionary.getKey("/Filter");
  std::vector<std::string> out;
  if (filter.isName()) out.push_back(filter.getName());
  if (filter.isArray()) {
    for (QPDFObjectHandle item : filter.getArrayAsVector()) {
      if (item.isName()) out.push_back(item.getName());
    }
  }
  return out;
}

void check_picture(QPDFObjectHandle picture, const PicturePlace& where, Findings& findings) {
  const FindingPlace place = where.place(0, 0);
  check_form(picture.getDict(), place, findings);
  check_resolution(picture.getDict(), where.width, where.height, place, findings);
  try {
    check_ink(picture, where, findings);
    if (check_jpeg(picture, place, findings)) check_tones(picture, place, findings);
  } catch (const std::exception&) {  // its data are broken
    findings.add("broken-file", place, "the picture cannot be unpacked");
  }
}

}  // namespace banxin
