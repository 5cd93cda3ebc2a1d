#include "press/separate.h"

#include <lcms2.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

#include "press/colour_table.h"

namespace banxin {

namespace {

template <auto close>
struct Closer {
  void operator()(void* handle) const { close(handle); }
};
using ProfileHandle = std::unique_ptr<void, Closer<cmsCloseProfile>>;
using TransformHandle = std::unique_ptr<void, Closer<cmsDeleteTransform>>;

ProfileHandle open_profile(std::string_view icc) {
  return ProfileHandle(cmsOpenProfileFromMem(icc.data(), static_cast<cmsUInt32Number>(icc.size())));
}

struct Rgb {
  unsigned char r, g, b;
};
Rgb rgb_at(const unsigned char* pixel) {
  return std::endian::native == std::endian::little ? Rgb{pixel[2], pixel[1], pixel[0]}
                                                    : Rgb{pixel[1], pixel[2], pixel[3]};
}

bool is_grey(const Raster& picture) {
  const unsigned char* end = picture.row(picture.height);
  for (const unsigned char* p = picture.row(0); p != end; p += 4) {
    const Rgb c = rgb_at(p);
    if (c.r != c.g || c.g != c.b) return false;
  }
  return true;
}

/// Takes ink off until a pixel has no more than `limit` (in 255ths): from the colours, never from the black,
/// which carries the drawing.
void clamp_ink(Raster& picture, int limit) {
  unsigned char* end = picture.row(picture.height);
  for (unsigned char* p = picture.row(0); p != end; p += 4) {
    const int colours = p[0] + p[1] + p[2];
    if (colours + p[3] <= limit) continue;
    const int left = std::max(0, limit - p[3]);
    for (int i = 0; i < 3; ++i) p[i] = static_cast<unsigned char>(p[i] * left / colours);
  }
}

/// Black alone for every grey of sRGB, so that it looks on this paper with this ink as grey as it can:
/// lightness runs from the paper to solid black as it runs from white to black on the screen.
std::array<unsigned char, 256> black_for_greys(void* output) {
  const ProfileHandle lab(cmsCreateLab4Profile(nullptr)), srgb(cmsCreate_sRGBProfile());
  const TransformHandle from_press(cmsCreateTransform(output, TYPE_CMYK_8, lab.get(), TYPE_Lab_DBL,
                                                      INTENT_RELATIVE_COLORIMETRIC, cmsFLAGS_NOCACHE));
  const TransformHandle from_screen(cmsCreateTransform(srgb.get(), TYPE_RGB_8, lab.get(), TYPE_Lab_DBL,
                                                       INTENT_RELATIVE_COLORIMETRIC, cmsFLAGS_NOCACHE));
  std::array<double, 256> paper{}, screen{};
  for (std::size_t i = 0; i < 256; ++i) {
    const auto value = static_cast<unsigned char>(i);
    const unsigned char ink[4] = {0, 0, 0, value}, grey[3] = {value, value, value};
    cmsCIELab colour;
    cmsDoTransform(from_press.get(), ink, &colour, 1);
    paper[i] = colour.L;
    cmsDoTransform(from_screen.get(), grey, &colour, 1);
    screen[i] = colour.L;
  }
  std::array<unsigned char, 256> out{};
  std::size_t k = 255;
  for (std::size_t i = 0; i < 256; ++i) {
    const double wanted = paper[255] + screen[i] / screen[255] * (paper[0] - paper[255]);
    while (k > 0 && paper[k] < wanted) --k;
    out[i] = static_cast<unsigned char>(k);
  }
  out[255] = 0;
  return out;
}

void to_grey(Raster& picture, const std::array<unsigned char, 256>& black) {
  Raster grey;
  grey.form = Raster::Form::kGrey;
  grey.allocate(picture.width, picture.height);
  const unsigned char* from = picture.row(0);
  unsigned char* end = grey.row(grey.height);
  for (unsigned char* p = grey.row(0); p != end; ++p, from += 4) {
    *p = static_cast<unsigned char>(255 - black[rgb_at(from).r]);  // DeviceGray: 255 is paper
  }
  picture = std::move(grey);
}

/// From a colour space of screens to the inks, every colour worked out by itself. lcms2 keeps its CMYK as PDF
/// does: 0 no ink, all ones solid. Without its cache (cmsFLAGS_NOCACHE) several threads may use it.
TransformHandle transform(void* source, cmsUInt32Number from, cmsUInt32Number to, const PressProfile& profile,
                          void* output) {
  const cmsUInt32Number intent =
      profile.intent == PressProfile::Intent::kPerceptual ? INTENT_PERCEPTUAL : INTENT_RELATIVE_COLORIMETRIC;
  const cmsUInt32Number flags =
      cmsFLAGS_NOCACHE | cmsFLAGS_NOOPTIMIZE | (profile.black_point ? cmsFLAGS_BLACKPOINTCOMPENSATION : 0u);
  return TransformHandle(cmsCreateTransform(source, from, output, to, intent, flags));
}

/// The photos of one press. The table for a pair of profiles costs as much as a photo; it is kept for the
/// next one with the same profile.
class Separator {
 public:
  Separator(const PressProfile& profile, const std::string& icc)
      : profile_(profile), output_(open_profile(icc)) {}

  std::string separate(Raster& picture, std::string_view source) {
    if (picture.form == Raster::Form::kBgrx) {
      if (is_grey(picture)) {
        to_grey(picture, black());
        return {};
      }
      const std::optional<ColourTable>& table = table_from(source);
      if (!table) return "cannot be separated: its colour profile does not fit the press";
      table->apply(picture);
    }
    if (picture.form == Raster::Form::kCmyk) clamp_ink(picture, profile_.photo_ink * 255 / 100);
    return {};
  }

 private:
  const std::array<unsigned char, 256>& black() {
    const std::lock_guard lock(mutex_);
    if (!black_) black_ = black_for_greys(output_.get());
    return *black_;
  }

  /// Nothing in it when the profiles do not go together. Photos without a profile are sRGB.
  const std::optional<ColourTable>& table_from(std::string_view icc) {
    const std::lock_guard lock(mutex_);
    const auto [known, is_new] = tables_.try_emplace(std::string(icc));
    if (!is_new) return known->second;
    ProfileHandle source = open_profile(icc);
    if (!source || cmsGetColorSpace(source.get()) != cmsSigRgbData) source.reset(cmsCreate_sRGBProfile());
    const TransformHandle exact = transform(source.get(), TYPE_RGB_16, TYPE_CMYK_16, profile_, output_.get());
    if (exact) {
      known->second.emplace([&](const std::uint16_t* rgb, std::uint16_t* cmyk, std::uint32_t count) {
        cmsDoTransform(exact.get(), rgb, cmyk, count);
      });
    }
    return known->second;
  }

  PressProfile profile_;
  ProfileHandle output_;
  std::mutex mutex_;
  std::optional<std::array<unsigned char, 256>> black_;
  std::map<std::string, std::optional<ColourTable>> tables_;  // by the photo's profile
};

}  // namespace

std::string problem_of_output_profile(std::string_view icc) {
  const ProfileHandle profile = open_profile(icc);
  if (!profile) return "is no ICC profile";
  if (cmsGetDeviceClass(profile.get()) != cmsSigOutputClass) return "is no profile of a printing condition";
  if (cmsGetColorSpace(profile.get()) != cmsSigCmykData) return "is not for CMYK";
  return {};
}

double ink_limit_of(std::string_view icc) {
  const ProfileHandle profile = open_profile(icc);
  return profile ? cmsDetectTAC(profile.get()) : 0;
}

PressPhotos press_photos(const PressProfile& profile, const std::string& icc) {
  PressPhotos out;
  out.ppi = profile.photo_ppi;
  out.most_ppi = profile.photo_ppi_most;
  out.quality = profile.photo_quality;
  out.separate = [separator = std::make_shared<Separator>(profile, icc)](Raster& picture,
                                                                         std::string_view source) {
    return separator->separate(picture, source);
  };
  return out;
}

InkOfColour press_colours(const PressProfile& profile, std::string_view icc) {
  const ProfileHandle output = open_profile(icc), screen(cmsCreate_sRGBProfile());
  const std::shared_ptr<void> from_screen =
      transform(screen.get(), TYPE_RGB_8, TYPE_CMYK_8, profile, output.get());
  return [from_screen, black = black_for_greys(output.get())](double r, double g, double b) {
    const auto byte = [](double channel) {
      return static_cast<unsigned char>(std::clamp(channel, 0.0, 1.0) * 255 + 0.5);
    };
    const unsigned char colour[3] = {byte(r), byte(g), byte(b)};
    unsigned char ink[4] = {0, 0, 0, black[colour[0]]};
    if (colour[0] != colour[1] || colour[1] != colour[2]) cmsDoTransform(from_screen.get(), colour, ink, 1);
    return std::array<double, 4>{ink[0] / 255.0, ink[1] / 255.0, ink[2] / 255.0, ink[3] / 255.0};
  };
}

}  // namespace banxin
